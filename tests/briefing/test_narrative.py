"""The narrative: notes at the foot, dates in the margin, later knowledge, links."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.briefing import narrative
from studypack.briefing.scribe import Scribe
from studypack.briefing.words import ENGLISH
from studypack.summary.course import Type
from studypack.summary.items import Section
from studypack.summary.summary import Summary
from tests.briefing.conftest import Printed, altered, pack_of


def told(summary: Summary, text: str, **fields: str) -> str:
    """A section's text as HTML."""
    section = Section(id="section-night", title="A night", part="story", text=text, **fields)
    scribe = Scribe(pack_of(altered(summary, sections=(section,))), ENGLISH)
    (part,) = narrative.parts(scribe)
    return str(part.sections[0].text)


def test_a_source_is_named_in_full_once_and_then_in_short(book: Printed) -> None:
    (number,) = book.where("met by candle-light and would not pay")
    page = book.pages[number - 1]
    full = "1. Ada Oakes, Lights of an Invented Coast (Alder: Nowhere Press, 1901), 15."
    assert full in page
    assert "2. Oakes, Lights of an Invented Coast, 16." in page
    assert "3. Oakes, Lights of an Invented Coast, 20–21." in page


def test_a_note_number_stands_close_to_the_word_and_after_the_stop(lantern: Summary) -> None:
    html = told(lantern, "They would not pay [@oakes1901, p. 15], and the light [@oakes1901] went.")
    assert 'would not pay,<span class="note">' in html
    assert 'the light<span class="note">' in html


@pytest.mark.parametrize(
    ("language", "text", "set_"),
    [
        ("en-GB", "out [@oakes1901].", "out.*"),
        ("en-US", "out ‘dark’ [@oakes1901], and", "out ‘dark’,* and"),
        ("hu", "out [@oakes1901].", "out.*"),
        ("pl", "out [@oakes1901].", "out*."),
        ("pl", "out [@oakes1901], and", "out*, and"),
        ("pl-PL", "„out [@oakes1901]”.", "„out”*."),
        ("pl", "out [@oakes1901]? No", "out?* No"),
        ("pl", "in 1787 r. [@oakes1901] They", "in 1787 r.* They"),
    ],
)
def test_a_note_number_stands_where_the_language_of_the_content_has_it(
    lantern: Summary, language: str, text: str, set_: str
) -> None:
    header = lantern.header.model_copy(update={"language": language})
    html = told(altered(lantern, header=header), text)
    assert re.sub(r'<span class="note">.*?</span>', "*", html).strip() == f"<p>{set_}</p>"


def test_a_date_is_repeated_in_the_margin(lantern: Summary) -> None:
    html = told(lantern, "On [3 March]{.when} they met.")
    assert ">3\N{NO-BREAK SPACE}March<a class=" in html
    assert html.count('class="margin"') == 1


def test_a_date_that_would_cover_the_one_before_stays_in_the_text(lantern: Summary) -> None:
    html = told(lantern, "On [3 March]{.when} and [5 March]{.when} they met.")
    assert html.count('class="margin"') == 1
    assert html.count('class="when"') == 2
    far = told(lantern, f"On [3 March]{{.when}} {'and so on ' * 20}on [5 March]{{.when}} they met.")
    assert far.count('class="margin"') == 2


def test_a_note_does_not_count_as_text_above_the_next_date(lantern: Summary) -> None:
    cites = "[@oakes1901, p. 15] " * 3
    html = told(lantern, f"On [3 March]{{.when}} {cites}on [5 March]{{.when}} they met.")
    assert html.count('class="margin"') == 1


def test_later_knowledge_ends_with_the_editors_mark(lantern: Summary) -> None:
    html = told(lantern, "Nobody paid. [The light burned again in 1790.]{.later}")
    assert re.search(r'class="later">The light.*?</span><span class="mark">.\[ed\.\]</span>', html)


def test_a_link_to_what_is_not_in_the_pack_is_plain_words(lantern: Summary) -> None:
    html = told(lantern, "[Mőss](#moss) met [Nobody](#nobody).")
    assert '<a href="#moss">Mőss</a>' in html
    assert "met Nobody." in html


def test_a_part_without_sections_is_left_out_and_not_counted(lantern: Summary) -> None:
    parts = lantern.header.parts
    empty = parts[0].model_copy(update={"id": "empty", "title": "Nothing happened"})
    header = lantern.header.model_copy(update={"parts": (empty, *parts)})
    scribe = Scribe(pack_of(altered(lantern, header=header)), ENGLISH)
    assert [(p.number, p.title) for p in narrative.parts(scribe)] == [(1, "What happened")]


@given(st.lists(st.integers(0, 900), max_size=12))
def test_the_number_of_orphans_falls_on_a_line_without_a_note(
    lantern: Summary, places: list[int]
) -> None:
    """Where WeasyPrint would lose a note, a paragraph keeps more lines, or is not broken."""
    letters = list("x" * 1000)
    for place in sorted(set(places), reverse=True):
        letters.insert(place, " [@oakes1901]")
    html = told(lantern, "a" + "".join(letters))
    if "unbroken" in html:
        return
    lines = int((re.search(r"orphans-(\d)", html) or ["", "2"])[1])
    calls = [place + 1 for place in places]
    line = narrative.LINES[Type.NORMAL]
    inside = range((lines - 1) * line + 1, lines * line)
    assert not any(call in inside for call in calls)
