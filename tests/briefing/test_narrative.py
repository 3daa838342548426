"""The narrative: notes at the foot, dates in the margin, lists, later knowledge, links."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import page as page_validation
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack import sheets, typesetting
from studypack.briefing import narrative
from studypack.briefing.book import book_of
from studypack.briefing.matter import page_of
from studypack.briefing.scribe import Scribe
from studypack.briefing.words import ENGLISH
from studypack.summary.course import Ink, Paper, Type
from studypack.summary.items import Section
from studypack.summary.summary import Summary
from tests.briefing.conftest import Printed, altered, pack_of, printed
from tests.briefing.test_layout import POINT, lines


def section_of(text: str, **fields: str) -> Section:
    return Section(id="section-night", title="A night", part="story", text=text, **fields)


def told(summary: Summary, text: str, **fields: str) -> str:
    """A section's text as HTML."""
    section = section_of(text, **fields)
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


def test_the_numbers_of_notes_can_be_clicked(book: Printed) -> None:
    """Both ways: the number in the text, and that of the note."""
    heights = {}
    with book.open() as pdf:
        for link in (a for page in pdf.pages for a in page.get("/Annots", ())):
            if str(link.get("/Dest", "")).startswith("footnote_"):
                _, foot, _, top = map(float, link.Rect)
                heights[str(link.Dest)] = abs(top - foot)
    assert len(heights) == 6
    assert min(heights.values()) > 5, heights


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


LISTED = """Three things were asked: [@oakes1901, p. 15]

- oil, paid in advance [@oakes1901, p. 15];
- on [6 March]{.when} a boat:
  - the men from Birk,
  - the bread from Alder. [@oakes1901, p. 21]

1. The lamp is to be lit.

   It burns from dusk to dawn. [@oakes1901, p. 15]
2. The bill is to be paid.

## What was said

> A dark tower is the dearest of all. [@oakes1901, p. 16]
>
> We have said so before.

So [Mőss](#moss) wrote. [@oakes1901, p. 16]
"""


def test_a_list_item_is_a_paragraph_or_several(lantern: Summary) -> None:
    html = re.sub(r'<span class="note">.*?</span>', "*", told(lantern, LISTED))
    assert "<li><p>oil, paid in advance;*</p></li>" in html
    assert re.search(r"a boat:</p><ul>\s*<li><p>the men from Birk,</p></li>", html)
    assert re.search(r"<ol>\s*<li><p>The lamp .*?</p>\s*<p>It burns .*?\*</p>\s*</li>", html)
    assert html.count("<p>") == html.count("</p>") == 11


def test_an_item_without_words_stays_empty(lantern: Summary) -> None:
    html = told(lantern, "-\n- two")
    assert re.sub(r"\s", "", html) == "<ul><li></li><li><p>two</p></li></ul>"


@pytest.mark.parametrize(
    ("given", "levels"),
    [("## ###", "45"), ("# ### #", "454"), ("### ## ###", "445"), ("# ## ### ####", "4566")],
)
def test_no_heading_skips_a_level(lantern: Summary, given: str, levels: str) -> None:
    html = told(lantern, "\n\n".join(f"{signs} One hour" for signs in given.split()))
    assert re.findall(r"<h(\d)>One hour</h\1>", html) == list(levels)


def test_a_date_in_a_list_stands_in_the_margin_but_not_above_it(lantern: Summary) -> None:
    summary = altered(lantern, sections=(section_of(LISTED),))
    for type_, count in ((Type.NORMAL, 1), (Type.LARGE, 0), (Type.DYSLEXIA, 0)):
        (part,) = narrative.parts(Scribe(pack_of(summary, type=type_), ENGLISH))
        assert str(part.sections[0].text).count('class="margin"') == count


@pytest.mark.parametrize(
    "course",
    [{}, {"type": Type.LARGE}, {"type": Type.DYSLEXIA}, {"ink": Ink.MONO, "paper": Paper.LETTER}],
)
def test_lists_and_quotations_are_tagged_as_such_and_told_apart_by_the_eye(
    lantern: Summary, course: dict[str, Any]
) -> None:
    made = printed(altered(lantern, sections=(section_of(LISTED),)), **course)
    profile = page_validation.ValidationProfile.PDF_UA_1
    report = page_validation.validate_pdf_bytes(made.data, profile=profile)
    assert [str(failure) for failure in report.failures] == []
    assert made.where("oil, paid in advance;")
    assert re.search(r"– .*1\. 2\. ", made.text)
    with made.open() as pdf:
        elements = [e for e in pdf.objects if isinstance(e, pikepdf.Dictionary) and "/S" in e]
        quotations = [_kinds(e) for e in elements if e.S == "/BlockQuote"]
        assert ["/P", "/Note", "/P"] in quotations
        bodies = [e for e in elements if e.S == "/LBody" and _kinds(e)[:1] == ["/P"]]
        assert len(bodies) == 6
        assert all(_kinds(body.P) == ["/Lbl", "/LBody"] for body in bodies)


def _kinds(element: pikepdf.Object) -> list[str]:
    """The structure types of what an element holds, without the text that is its own."""
    kids: list[Any] = list(element.K)  # type: ignore[call-overload]
    return [str(kid.S) for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


@pytest.mark.parametrize("folded", [False, True])
def test_lists_and_quotations_keep_the_grid_and_hang_their_signs(
    lantern: Summary, folded: bool
) -> None:
    summary = altered(lantern, sections=(section_of(LISTED),))
    book = replace(book_of(pack_of(summary)), folded=folded)
    found = [
        line
        for line in lines(typesetting.lay_out(page_of(book), "night.pdf"))
        if line.inside("story") is not None and line.inside("margin", "h3") is None
    ]
    tops = [line.top / POINT for line in found]
    assert {round(top - tops[0], 1) % 14 for top in tops} == {0}

    def left(name: str) -> set[int]:
        return {round(line.left / POINT) for line in found if line.inside(name) is not None}

    (axis,) = left("h4")
    assert left("blockquote") == {axis + 14, axis + 28}
    assert min(left("ol")) >= axis
    assert {axis + 14, axis + 28} <= left("li")


@pytest.mark.parametrize("type_", list(Type))
def test_nothing_of_a_list_is_lost_where_a_page_ends(lantern: Summary, type_: Type) -> None:
    items = [f"{'word ' * (n % 30)}{n} [@oakes1901, p. {n}]" for n in range(12, 42)]
    night = section_of("")
    told = {
        f"night-{lead}": f"{'word ' * 12 * lead}[@oakes1901, p. 15]\n\n{sign} "
        + f"\n{sign} ".join(items)
        for lead, sign in enumerate(("-", "1.", ">\n>") * 2)
    }
    sections = tuple(night.model_copy(update={"id": i, "text": text}) for i, text in told.items())
    book = book_of(pack_of(altered(lantern, sections=sections), type=type_))
    document = typesetting.lay_out(page_of(book), "list.pdf", book.look.assets)
    assert sheets.lost_text(document) == []
