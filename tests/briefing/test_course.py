"""What a course asks for: its paper, its ink, its edition, and the chapters that it leaves out."""

from __future__ import annotations

import re
from typing import Any

import page as page_validation
import pikepdf
import pypdfium2
import pytest

from studypack.briefing.book import book_of
from studypack.briefing.matter import page_of
from studypack.summary.course import PARTS, Edition, Ink, Paper, Week
from studypack.summary.lanes import LANES
from studypack.summary.summary import Summary
from studypack.summary.text import plain
from tests.briefing.conftest import Printed, pack_of, printed

MILLIMETRE = 72 / 25.4


@pytest.fixture(scope="module")
def letter(lantern: Summary) -> Printed:
    return printed(lantern, paper=Paper.LETTER)


def extent(book: Printed) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of all text under the running heads, from page 3, in points."""
    document = pypdfium2.PdfDocument(book.data)
    boxes = []
    for number in range(2, len(document)):
        text = document[number].get_textpage()
        boxes += [text.get_rect(index) for index in range(text.count_rects())]
    head = document[0].get_height() - 55
    lefts, bottoms, rights, tops = zip(*(box for box in boxes if box[3] < head), strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


@pytest.mark.parametrize(("paper", "size"), [("A4", (210, 297)), ("Letter", (215.9, 279.4))])
def test_every_page_has_the_size_of_the_courses_paper(
    book: Printed, letter: Printed, paper: str, size: tuple[float, float]
) -> None:
    for page in pypdfium2.PdfDocument({"A4": book, "Letter": letter}[paper].data):
        assert page.get_size() == pytest.approx([side * MILLIMETRE for side in size], abs=0.1)


def test_the_margin_and_the_measure_are_the_same_on_both_papers(
    book: Printed, letter: Printed
) -> None:
    for made in (book, letter):
        left, _, right, _ = extent(made)
        assert right - left == pytest.approx((38 + 113) * MILLIMETRE, abs=2)
    assert extent(book)[0] == pytest.approx((210 - 151) / 2 * MILLIMETRE, abs=1)
    assert extent(letter)[0] == pytest.approx((215.9 - 151) / 2 * MILLIMETRE, abs=1)


def test_letter_holds_the_same_words_on_no_fewer_pages(book: Printed, letter: Printed) -> None:
    assert len(letter.pages) >= len(book.pages)
    for words in ("Nine sailors drown", "Birk puts out the light", "About this edition"):
        assert letter.where(words)


def test_no_text_runs_into_the_head_or_foot_of_a_letter_page(letter: Printed) -> None:
    _, bottom, _, top = extent(letter)
    assert 68 < bottom < top < 792 - 60


@pytest.fixture(scope="module")
def mono(lantern: Summary) -> Printed:
    return printed(lantern, ink=Ink.MONO)


SHADES = {"g", "G", "rg", "RG", "k", "K", "sc", "SC", "scn", "SCN"}
"""The operators that set a colour."""


def colours(book: Printed) -> set[tuple[float, ...]]:
    """Everything that is drawn with, on the pages and in the drawings on them."""
    with book.open() as pdf:
        drawings = [
            thing
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form"
        ]
        return {
            tuple(round(float(operand), 3) for operand in part.operands)
            for drawn in (*pdf.pages, *drawings)
            for part in pikepdf.parse_content_stream(drawn)
            if str(part.operator) in SHADES
        }


def test_in_black_and_white_nothing_is_coloured_or_grey(book: Printed, mono: Printed) -> None:
    assert any(len(set(colour)) > 1 for colour in colours(book))
    assert {shade for colour in colours(mono) for shade in colour} <= {0.0, 1.0}
    assert all(len(set(colour)) == 1 for colour in colours(mono))


def test_black_and_white_holds_no_pictures_in_colour(mono: Printed) -> None:
    with mono.open() as pdf:
        kinds = {str(thing.get("/Subtype")) for thing in pdf.objects if hasattr(thing, "get")}
        assert not any(page.Resources.get("/Shading") for page in pdf.pages)
    assert "/Image" not in kinds


def test_what_colour_said_is_said_in_words(book: Printed, mono: Printed) -> None:
    assert mono.pages == book.pages


def test_the_rules_of_theatres_have_the_hues_and_lines_of_all_outputs(lantern: Summary) -> None:
    rules = re.findall(
        r"\.lane-\d \{ border-left: (\S+)pt (\w+) (#\w+); \}", page_of(book_of(pack_of(lantern)))
    )
    drawn = [(float(width), line, hue) for width, line, hue in rules]
    assert drawn == [(2 * lane.width, lane.line, lane.hue) for lane in LANES]


@pytest.fixture(scope="module")
def teacher(lantern: Summary) -> Printed:
    return printed(lantern, edition=Edition.TEACHER)


def answers_of(summary: Summary) -> list[str]:
    return [plain(point).strip() for question in summary.questions for point in question.answer]


def test_the_teachers_edition_answers_every_question_and_says_whose_it_is(
    lantern: Summary, teacher: Printed
) -> None:
    assert answers_of(lantern)
    for answer in answers_of(lantern):
        assert teacher.where(answer)
    assert "Teacher’s edition, with answers to the questions" in teacher.pages[0]


def test_the_students_edition_holds_no_answer_anywhere(lantern: Summary, book: Printed) -> None:
    for answer in answers_of(lantern):
        assert answer not in book.text
    assert "A good answer" not in book.text
    assert "Teacher" not in book.text
    with book.open() as pdf:
        hidden = " ".join(
            str(value)
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary)
            for value in thing.values()
            if isinstance(value, pikepdf.String)
        )
    assert "Chronology" in hidden
    assert not any(answer in hidden for answer in answers_of(lantern))


WEEKS = (Week(date="1787-03-01", topics=("light",)),)


def html_without(summary: Summary, *parts: str) -> str:
    found = book_of(pack_of(summary, without_parts=parts, weeks=WEEKS))
    return page_of(found).partition("<body")[2]


def test_the_parts_are_the_chapters_of_a_book_in_its_order(lantern: Summary) -> None:
    chapters = [c.template for c in book_of(pack_of(lantern, weeks=WEEKS)).chapters]
    assert list(dict.fromkeys(chapters)) == list(PARTS)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_left_out_is_in_neither_book_nor_contents_and_no_link_leads_to_it(
    lantern: Summary, part: str
) -> None:
    whole = book_of(pack_of(lantern, weeks=WEEKS))
    title = next(c.title for c in whole.chapters if c.template == part)
    left = book_of(pack_of(lantern, without_parts=(part,), weeks=WEEKS))
    assert {c.template for c in left.chapters} == set(PARTS) - {part}
    assert title not in [entry.title for entry in left.contents]
    html = html_without(lantern, part)
    anchors = re.findall(r'id="([^"]+)"', html)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'(?:href="#|data-page=")([^"]+)"', html)) <= set(anchors)
    assert f'class="chapter {part}"' not in html


def test_without_their_chapter_decisions_are_told_in_the_chronology(lantern: Summary) -> None:
    html = html_without(lantern, "decisions")
    (decision,) = lantern.decisions
    assert f'<p id="{decision.id}"><span class="symbol">' in html
    assert decision.summary in html
    assert "laid open" not in html
    assert f'href="#{decision.id}"' in html


def test_without_both_chapters_an_event_is_named_but_not_linked(lantern: Summary) -> None:
    html = html_without(lantern, "decisions", "chronology")
    assert "Birk puts out the light" in html
    assert 'href="#wreck"' not in html


def test_a_book_without_parts_is_valid_and_shorter(lantern: Summary, book: Printed) -> None:
    short = printed(lantern, without_parts=("how_to_use", "people", "chronology", "sources"))
    assert len(short.pages) < len(book.pages)
    assert not short.where("Who’s who")
    assert len(printed(lantern, without_parts=PARTS).pages) == 1


@pytest.mark.parametrize(
    "course",
    [
        {"paper": Paper.LETTER, "ink": Ink.MONO, "edition": Edition.TEACHER},
        {"without_parts": ("decisions", "chronology", "people")},
        {"without_parts": PARTS},
    ],
)
def test_every_dress_is_valid_pdf_ua(lantern: Summary, course: dict[str, Any]) -> None:
    report = page_validation.validate_pdf_bytes(
        printed(lantern, **course).data, profile=page_validation.ValidationProfile.PDF_UA_1
    )
    assert [str(failure) for failure in report.failures] == []
