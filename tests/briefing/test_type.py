"""Large print and the edition for readers with dyslexia: sizes, faces, one column, no tables."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise

import page as page_validation
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from studypack.briefing.book import book_of
from studypack.briefing.matter import page_of
from studypack.summary.course import Ink, Paper, Type
from studypack.summary.summary import Summary
from tests.briefing.conftest import Printed, pack_of, printed
from tests.briefing.test_course import MILLIMETRE, colours

EDITIONS = [(type_, paper) for type_ in (Type.LARGE, Type.DYSLEXIA) for paper in Paper]
SMALLEST = {Type.LARGE: 16, Type.DYSLEXIA: 12}
BODY = {Type.LARGE: 18, Type.DYSLEXIA: 13}
MARGIN = {Type.LARGE: 22, Type.DYSLEXIA: 28}
"""Points, points and millimetres."""


@pytest.fixture(scope="module")
def editions(lantern: Summary) -> dict[tuple[Type, Paper], Printed]:
    return {(t, p): printed(lantern, type=t, paper=p) for t, p in EDITIONS}


def letters(book: Printed) -> Iterator[tuple[int, str, float]]:
    """Every letter that is drawn: its page, itself, and the size of its type in points."""
    for number, page in enumerate(pypdfium2.PdfDocument(book.data), start=1):
        text = page.get_textpage()
        matrix = pdfium.FS_MATRIX()
        for index in range(text.count_chars()):
            letter = chr(pdfium.FPDFText_GetUnicode(text, index))
            if letter.isspace() or not pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix)):
                continue
            yield number, letter, abs(matrix.d) * pdfium.FPDFText_GetFontSize(text, index)


@pytest.mark.parametrize(("type_", "paper"), EDITIONS)
def test_it_is_valid_pdf_ua(
    editions: dict[tuple[Type, Paper], Printed], type_: Type, paper: Paper
) -> None:
    profile = page_validation.ValidationProfile.PDF_UA_1
    report = page_validation.validate_pdf_bytes(editions[type_, paper].data, profile=profile)
    assert [str(failure) for failure in report.failures] == []


@pytest.mark.parametrize(("type_", "paper"), EDITIONS)
def test_nothing_is_smaller_than_it_may_be_and_most_is_of_the_size_promised(
    editions: dict[tuple[Type, Paper], Printed], type_: Type, paper: Paper
) -> None:
    sizes = [round(size, 1) for _, _, size in letters(editions[type_, paper])]
    assert len(sizes) > 5000
    assert min(sizes) == SMALLEST[type_]
    assert max(set(sizes), key=sizes.count) == BODY[type_]


@pytest.mark.parametrize(("type_", "paper"), EDITIONS)
def test_all_text_keeps_to_its_column(
    editions: dict[tuple[Type, Paper], Printed], type_: Type, paper: Paper
) -> None:
    margin = MARGIN[type_] * MILLIMETRE
    for page in pypdfium2.PdfDocument(editions[type_, paper].data):
        text = page.get_textpage()
        width, height = page.get_size()
        for left, bottom, right, top in map(text.get_rect, range(text.count_rects())):
            assert margin - 1 <= left < right <= width - margin + 1
            assert 18 * MILLIMETRE <= bottom < top <= height - 8 * MILLIMETRE


@pytest.mark.parametrize(("type_", "paper"), EDITIONS)
def test_it_says_what_the_normal_edition_says(
    lantern: Summary, editions: dict[tuple[Type, Paper], Printed], type_: Type, paper: Paper
) -> None:
    made = editions[type_, paper]
    for item in lantern.items():
        words = (
            getattr(item, "title", "")
            or getattr(item, "name", "")
            or getattr(item, "quote", "")
            or getattr(item, "prompt", "")
        )
        assert made.where(words), words


@pytest.mark.parametrize("type_", [Type.LARGE, Type.DYSLEXIA])
def test_there_is_no_table_and_what_stood_in_it_is_labelled(lantern: Summary, type_: Type) -> None:
    book = book_of(pack_of(lantern, type=type_))
    html = page_of(book).partition("<body")[2]
    assert "<table" not in html
    assert '<p class="label">1 \N{WORD JOINER}March, morning · Alder</p>' in html
    assert "<table" in page_of(book_of(pack_of(lantern)))


@pytest.mark.parametrize("type_", [Type.LARGE, Type.DYSLEXIA])
def test_the_first_date_of_a_paragraph_stands_above_it_and_the_guide_says_so(
    lantern: Summary, editions: dict[tuple[Type, Paper], Printed], type_: Type
) -> None:
    made = editions[type_, Paper.A4]
    (number,) = made.where("met by candle-light and would not pay")
    assert "3 March On 3 March the council of Birk met by" in made.pages[number - 1]
    assert made.where("Dates stand above the paragraphs")
    assert made.where("The story in brief")
    assert not made.where("The story on one page")


def fonts_of(book: Printed) -> set[str]:
    with book.open() as pdf:
        return {
            str(font.get("/BaseFont", "")).partition("+")[2]
            for page in pdf.pages
            for font in page.Resources.Font.values()
        }


def test_for_dyslexia_all_is_set_in_upright_sans(
    editions: dict[tuple[Type, Paper], Printed],
) -> None:
    for paper in Paper:
        names = fonts_of(editions[Type.DYSLEXIA, paper])
        assert len(names) == 2  # regular and bold
        assert all(name.startswith("Spaced-Sans-3") for name in names), names
        assert not any("Italic" in name or "Oblique" in name for name in names)
        assert editions[Type.DYSLEXIA, paper].where("Set in Source Sans 3 (")


def test_for_dyslexia_nothing_is_divided_at_the_end_of_a_line(
    editions: dict[tuple[Type, Paper], Printed],
) -> None:
    drawn = {letter for _, letter, _ in letters(editions[Type.DYSLEXIA, Paper.A4])}
    assert not drawn & {"\N{HYPHEN}", "\N{SOFT HYPHEN}", "\x02", "\ufffe"}


def test_for_dyslexia_there_is_a_tint_but_not_in_black_and_white(
    lantern: Summary, editions: dict[tuple[Type, Paper], Printed]
) -> None:
    cream = (0.988, 0.965, 0.91)
    assert cream in colours(editions[Type.DYSLEXIA, Paper.A4])
    mono = printed(lantern, type=Type.DYSLEXIA, ink=Ink.MONO)
    assert {shade for colour in colours(mono) for shade in colour} <= {0.0, 1.0}


def test_no_line_ends_before_it_is_full(editions: dict[tuple[Type, Paper], Printed]) -> None:
    """A line of one word, above another of the same paragraph, is Pango's mistake."""
    for (type_, paper), made in editions.items():
        for page in pypdfium2.PdfDocument(made.data):
            lines = page.get_textpage().get_text_bounded().split("\r\n")
            for line, following in pairwise(lines):
                alone = line.strip() and " " not in line.strip() and line.strip()[-1].islower()
                assert not (alone and following[:1].islower()), (type_, paper, line, following)
