"""The style of a course: notes or brackets, labels, and the list of sources."""

from __future__ import annotations

import re

import page as page_validation
import pytest

from studypack.briefing import narrative
from studypack.briefing.book import Book, book_of
from studypack.briefing.scribe import Scribe
from studypack.briefing.words import ENGLISH
from studypack.summary.course import CitationStyle, Labels
from studypack.summary.items import Section
from studypack.summary.summary import Summary
from tests.briefing.conftest import Printed, altered, pack_of, printed

BRACKETS = {
    CitationStyle.MLA: ("would not pay (Oakes 15).", "Works Cited"),
    CitationStyle.APA: ("would not pay (Oakes, 1901, p. 15).", "References"),
}
ENTRIES = {
    CitationStyle.MLA: "Oakes, Ada. Lights of an Invented Coast. Nowhere Press, 1901.",
    CitationStyle.APA: "Oakes, A. (1901). Lights of an Invented Coast. Nowhere Press.",
}


@pytest.fixture(scope="module", params=list(BRACKETS), ids=str)
def bracketed(request: pytest.FixtureRequest, lantern: Summary) -> tuple[CitationStyle, Printed]:
    return request.param, printed(lantern, citations=request.param)


def test_in_mla_and_apa_sources_stand_in_brackets_in_the_text(
    bracketed: tuple[CitationStyle, Printed],
) -> None:
    style, made = bracketed
    words, heading = BRACKETS[style]
    assert made.where(words)
    assert not made.where("Oakes, Lights of an Invented Coast, 16.")
    (number,) = made.where(ENTRIES[style])
    assert heading in made.pages[number - 1]
    assert heading in made.pages[1]
    assert made.where("the brackets in the text say where each statement comes from")


def test_in_every_style_the_book_is_valid_pdf_ua(bracketed: tuple[CitationStyle, Printed]) -> None:
    report = page_validation.validate_pdf_bytes(
        bracketed[1].data, profile=page_validation.ValidationProfile.PDF_UA_1
    )
    assert [str(failure) for failure in report.failures] == []


def test_chicago_has_notes_and_a_bibliography(book: Printed) -> None:
    assert book.where("1. Ada Oakes, Lights of an Invented Coast (Alder: Nowhere Press, 1901), 15.")
    assert not book.where("would not pay (Oakes")
    entry = "Oakes, Ada. Lights of an Invented Coast. Alder: Nowhere Press, 1901."
    (number,) = book.where(entry)
    assert "Bibliography" in book.pages[number - 1]
    assert book.where("the notes at the foot of the page say where each statement comes from")


def told(summary: Summary, text: str, style: CitationStyle) -> str:
    section = Section(id="section-night", title="A night", part="story", text=text)
    pack = pack_of(altered(summary, sections=(section,)), citations=style)
    (part,) = narrative.parts(Scribe(pack, ENGLISH))
    return re.sub("<[^>]+>", "", str(part.sections[0].text))


@pytest.mark.parametrize(
    ("written", "set_"),
    [
        ("They would not pay [@oakes1901, p. 15].", "They would not pay (Oakes 15)."),
        ("They would not pay. [@oakes1901, p. 15] So.", "They would not pay (Oakes 15). So."),
        ("‘We pay.’ [@oakes1901, p. 15] So.", "‘We pay’ (Oakes 15). So."),
        ("Who pays? [@oakes1901, p. 15] So.", "Who pays? (Oakes 15) So."),
        ("pay[@oakes1901], and", "pay (Oakes), and"),
    ],
)
def test_a_bracket_stands_before_the_stop(lantern: Summary, written: str, set_: str) -> None:
    assert told(lantern, written, CitationStyle.MLA).strip() == set_


def test_a_page_is_not_parted_from_its_number(lantern: Summary) -> None:
    text = told(lantern, "They paid [@oakes1901, p. 15 n. 2].", CitationStyle.APA)
    assert "p.\N{NO-BREAK SPACE}15, note\N{NO-BREAK SPACE}2" in text


def sources_of(summary: Summary, style: CitationStyle, language: Labels) -> Book:
    return book_of(pack_of(summary, citations=style, language=language))


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        (Labels.BRITISH, ["Bibliography", "Works Cited", "References"]),
        (Labels.POLISH, ["Bibliografia", "Prace cytowane", "Literatura"]),
        (Labels.HUNGARIAN, ["Bibliográfia", "Hivatkozott művek", "Irodalomjegyzék"]),
    ],
)
def test_the_list_is_called_as_the_style_has_it(
    lantern: Summary, language: Labels, headings: list[str]
) -> None:
    found = [
        next(
            c.title for c in sources_of(lantern, style, language).chapters if "sources" in c.anchor
        )
        for style in CitationStyle
    ]
    assert found == headings
