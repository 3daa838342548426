"""The book in runs: which chapters begin a page, and that a run needs nothing of the others."""

from __future__ import annotations

import re

import pikepdf
import pypdfium2

from studypack.briefing.book import Book, book_of
from studypack.briefing.matter import LONG, careful, from_page, page_of, runs
from studypack.summary.course import Type
from studypack.summary.summary import Summary
from tests.briefing.conftest import Printed, altered, pack_of, printed


def anchors(book: Book) -> list[list[str]]:
    return [[m.chapter.anchor for m in run] for run in runs(book, book.before_index)]


def with_many_terms(summary: Summary, letters: int) -> Summary:
    (term, *others) = summary.terms
    long = term.model_copy(update={"meaning": "It burns at night. " * (letters // 19)})
    return altered(summary, terms=(long, *others))


def height_of(title: str, shown: Printed) -> float:
    """How high on its page a chapter begins, in points; the sheet has 842."""
    with shown.open() as pdf, pdf.open_outline() as outline:
        (chapter,) = (item for item in outline.root[0].children if item.title == title)
        return float(chapter.destination[3])


def test_short_chapters_go_on_where_the_one_before_ends(lantern: Summary) -> None:
    front, overview, story, *rest = anchors(book_of(pack_of(lantern)))
    assert front == ["book_use"]
    assert overview == ["book_overview"]
    assert story == ["part_story"]
    assert [run[0] for run in rest] == ["book_turning_points"]
    assert "book_terms" in rest[0][1:]


def test_a_long_chapter_begins_a_page(lantern: Summary) -> None:
    few = {run[0] for run in anchors(book_of(pack_of(with_many_terms(lantern, LONG // 2))))}
    many = {run[0] for run in anchors(book_of(pack_of(with_many_terms(lantern, LONG))))}
    assert many - few == {"book_terms"}
    assert height_of("Names and terms", printed(with_many_terms(lantern, LONG))) > 750


def test_in_type_without_tables_the_guide_follows_the_contents(lantern: Summary) -> None:
    normal, large = (
        runs(book, book.before_index)[0][0]
        for book in (book_of(pack_of(lantern)), book_of(pack_of(lantern, type=Type.LARGE)))
    )
    assert not normal.follows
    assert large.follows


def test_a_book_without_chapters_is_one_run(lantern: Summary) -> None:
    assert runs(book_of(pack_of(lantern)), ()) == ((),)


def test_the_runs_together_are_the_book(lantern: Summary) -> None:
    book = book_of(pack_of(lantern))
    pages = [page_of(book, run, opening=not n) for n, run in enumerate(runs(book, book.chapters))]
    bodies = [re.split("</?body>", page)[1].strip() for page in pages]
    assert "\n".join(bodies) == re.split("</?body>", page_of(book))[1].strip()


def test_a_run_goes_on_with_the_numbers_on_the_right_side(book: Printed) -> None:
    for number, page in enumerate(pypdfium2.PdfDocument(book.data), start=1):
        if number > 1:
            text = page.get_textpage()
            places = [text.get_rect(n)[:2] for n in range(text.count_rects())]
            edge = [left < 100 for left, foot in places if foot > 780 and left < 600]
            # the number stands in the outer corner; a head over the text begins further in
            assert any(edge) == (number % 2 == 0), number
        assert str(number) in book.pages[number - 1].split(), number


def test_a_page_says_its_number_and_whether_it_is_careful() -> None:
    page = "<head></head>\n<body>x</body>"
    assert "break-before: left" in from_page(page, 12)
    assert "counter-reset: page 13" in from_page(page, 13)
    assert "counter-reset: page 13" in from_page("<p>A page without a head", 13)
    assert careful(page) == '<head></head>\n<body class="careful">x</body>'


def test_each_part_of_the_story_counts_its_notes(lantern: Summary) -> None:
    (told,) = lantern.sections
    part = lantern.header.parts[0]
    header = lantern.header.model_copy(
        update={"parts": (part, part.model_copy(update={"id": "later", "title": "Later"}))}
    )
    again = told.model_copy(update={"id": "section-later", "part": "later"})
    shown = printed(altered(lantern, header=header, sections=(told, again)))
    first, second = shown.where("met by candle-light and would not pay")
    for number in (first, second):
        assert re.search(r" 1\. (?:Ada )?Oakes", shown.pages[number - 1]), number
    assert "1. Ada Oakes" not in shown.pages[second - 1]
    with shown.open() as pdf:
        places = [str(name) for name in list(pdf.Root.Names.Dests.Names)[::2]]
        notes = [
            e for e in pdf.objects if isinstance(e, pikepdf.Dictionary) and e.get("/S") == "/Note"
        ]
    assert len(places) == len(set(places))
    assert len({str(note.ID) for note in notes}) == len(notes) == 6
