"""The language of labels and dates: that of the course; content stays in its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from html.parser import HTMLParser
from typing import Any

import page as page_validation
import pikepdf
import pytest

from studypack.briefing.book import book_of
from studypack.briefing.matter import page_of
from studypack.briefing.words import LANGUAGES
from studypack.summary.course import Edition, Labels
from studypack.summary.summary import Summary
from tests.briefing.conftest import Printed, altered, pack_of, printed
from tests.test_words import phrases

VOID = {"meta", "br", "path", "img"}
POLISH, HUNGARIAN = Labels.POLISH, Labels.HUNGARIAN


class Spoken(HTMLParser):
    """The texts of a page, each with the language in which a screen reader says it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._open: list[tuple[str, str]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        language = dict(attrs).get("lang") or (self._open[-1][1] if self._open else "")
        if tag not in VOID:
            self._open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        inside = {tag for tag, _ in self._open}
        if data.strip() and not inside & {"style", "title"}:
            words = " ".join(data.replace("\N{WORD JOINER}", "").split())
            self.texts.append((words, self._open[-1][1]))


def html_of(summary: Summary, **course: Any) -> str:
    book = book_of(pack_of(summary, **course))
    return page_of(book)


def texts_of(summary: Summary, **course: Any) -> list[tuple[str, str]]:
    return Spoken(html_of(summary, **course)).texts


def in_polish(summary: Summary) -> Summary:
    """The same summary, said to be written in Polish; no title in it is like an English label."""
    parts = tuple(part.model_copy(update={"title": "The year"}) for part in summary.header.parts)
    header = summary.header.model_copy(update={"language": "pl", "parts": parts})
    return altered(summary, header=header)


def labels(language: Labels) -> Iterator[str]:
    """Every label of a language that is printed as it stands, with usual spaces."""
    words = LANGUAGES[language]
    for field in fields(words):
        if field.name != "language":
            said = (" ".join(phrase.split()) for phrase in phrases(getattr(words, field.name)))
            yield from (phrase for phrase in said if "{" not in phrase)


@pytest.fixture(scope="module", params=[POLISH, HUNGARIAN])
def foreign(request: pytest.FixtureRequest, lantern: Summary) -> tuple[Labels, Printed]:
    """English content with labels in another language."""
    return request.param, printed(lantern, language=request.param)


def test_it_is_valid_pdf_ua_and_loses_no_text(foreign: tuple[Labels, Printed]) -> None:
    _, book = foreign
    profile = page_validation.ValidationProfile.PDF_UA_1
    report = page_validation.validate_pdf_bytes(book.data, profile=profile)
    assert [str(failure) for failure in report.failures] == []
    assert report.is_compliant


def test_the_file_is_in_the_language_of_the_content_and_labels_in_their_own(
    foreign: tuple[Labels, Printed],
) -> None:
    language, book = foreign
    with book.open() as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        told = Counter(
            str(element.Lang)
            for element in pdf.objects
            if isinstance(element, pikepdf.Dictionary) and "/Lang" in element and "/S" in element
        )
    assert told[language] > 100


@pytest.mark.parametrize(
    ("language", "date"), [(POLISH, "Noc z 5 na 6 marca"), (HUNGARIAN, "Március 5–6. éjszakája")]
)
def test_every_label_and_date_tells_its_language(
    lantern: Summary, language: Labels, date: str
) -> None:
    texts = texts_of(lantern, language=language, edition=Edition.TEACHER)
    own = set(labels(language))
    said = {text: lang for text, lang in texts if text in own}
    assert len(said) > 40
    assert set(said.values()) == {language}
    assert (date, language) in texts
    for content in (lantern.header.title, "The brig Swift is wrecked", "Council of Birk", "Alder"):
        assert {lang for text, lang in texts if text == content} == {"en-GB"}, content


@pytest.mark.parametrize("language", [Labels.BRITISH, Labels.AMERICAN])
def test_one_english_is_not_marked_within_another(lantern: Summary, language: Labels) -> None:
    said = {lang for _, lang in texts_of(lantern, language=language)}
    assert said == {"en-GB", "hu"}  # a name in the who’s who is Hungarian


def test_american_labels_date_as_americans_do(lantern: Summary) -> None:
    texts = [text for text, _ in texts_of(lantern, language=Labels.AMERICAN)]
    assert "Organizations" in texts
    assert "March 3, 1787, evening" in texts


def test_a_polish_summary_makes_a_polish_book(lantern: Summary) -> None:
    texts = texts_of(in_polish(lantern), edition=Edition.TEACHER)
    assert {lang for _, lang in texts} == {"pl", "hu"}
    both = set(labels(POLISH))
    english = {label for label in labels(Labels.BRITISH) if label not in both}
    assert [text for text, _ in texts if text in english] == []
    assert "Spis treści" in [text for text, _ in texts]
    assert any("„A dark tower is the dearest of all”" in text for text, _ in texts)


def test_quotation_marks_go_with_the_content(lantern: Summary) -> None:
    texts = [text for text, _ in texts_of(lantern, language=POLISH)]
    assert any("‘A dark tower is the dearest of all’" in text for text in texts)


def test_page_numbers_stand_as_the_language_has_them(lantern: Summary) -> None:
    assert "→ s. 6" in printed(lantern, language=POLISH).text.replace("\xa0", " ")


def test_a_date_that_the_author_words_is_content(lantern: Summary) -> None:
    first, *rest = lantern.events
    said = first.model_copy(update={"when": "one cold morning"})
    texts = texts_of(altered(lantern, events=(said, *rest)), language=POLISH)
    assert {lang for text, lang in texts if text == "One cold morning"} == {"en-GB"}


def test_what_is_marked_reads_as_without_marks(lantern: Summary) -> None:
    polish = in_polish(lantern)
    english = altered(polish, header=polish.header.model_copy(update={"language": "en-GB"}))
    marked, unmarked = (
        "".join(text for text, _ in texts_of(summary, language=POLISH))
        for summary in (english, polish)
    )
    invisible = str.maketrans(dict.fromkeys("‘’„” \N{ZERO WIDTH NON-JOINER}"))
    assert marked.translate(invisible) == unmarked.translate(invisible)
