"""The booklet: half pages in the order in which they are read after folding."""

from __future__ import annotations

import io
import re

import pikepdf
import pypdfium2
import pytest

from studypack.briefing.booklet import render as render_booklet
from studypack.briefing.imposing import imposed, stacks
from studypack.product import Product
from studypack.summary.course import Labels, Paper, Type
from studypack.summary.summary import Summary
from tests.briefing.conftest import DAY, pack_of

POINTS_PER_MM = 72 / 25.4


@pytest.fixture(scope="module")
def booklet(lantern: Summary) -> Product:
    (product,) = render_booklet(pack_of(lantern))
    return product


def halves(data: bytes) -> list[tuple[str, str]]:
    """The text of the left and the right half of each side."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        width, height = page.get_size()
        text = page.get_textpage()
        parts = ((0.0, width / 2), (width / 2, width))
        left, right = (text.get_text_bounded(a, 0, b, height) for a, b in parts)
        found.append((" ".join(left.split()), " ".join(right.split())))
    return found


def test_the_halves_stand_in_the_order_of_a_folded_book(booklet: Product) -> None:
    pages = int(booklet.amount.split()[0])
    sides = imposed(stacks(pages))
    by_number: dict[int, str] = {}
    for side, (left, right) in zip(sides, halves(booklet.data), strict=True):
        by_number |= {side.left: left, side.right: right}
    assert "The Lantern Quarrel" in by_number[1]
    for number in range(2, pages + 1):
        # page numbers stand outside: first on a left-hand page, before the text or behind it
        assert re.search(rf"(?:^|\s){number}(?:\s|$)", by_number[number]), number
    assert all(by_number[number] == "" for number in by_number if number > pages)
    contents = by_number[2]
    chronology = re.search(r"(\d+) Chronology", contents)
    assert chronology
    assert "in the order in which it happened" in by_number[int(chronology[1])]


def test_it_says_how_to_print_and_fold_it_and_how_many_sheets_it_takes(booklet: Product) -> None:
    assert booklet.name == "lantern-full-booklet.pdf"
    assert re.fullmatch(r"\d+ pages on \d+ sheets of A4", booklet.amount)
    pages, sheets = (int(n) for n in re.findall(r"(\d+) ", booklet.amount))
    assert sheets == -(-pages // 4)
    assert len(halves(booklet.data)) == 2 * sheets
    _, cover = halves(booklet.data)[0]
    assert "Print on both sides of A4, turned on the short edge, at 100%" in cover
    assert "Fold all sheets together." in cover


def test_it_claims_no_tags_and_keeps_title_language_and_date(booklet: Product) -> None:
    assert any("tags" in note for note in booklet.notes)
    with pikepdf.open(io.BytesIO(booklet.data)) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert "/MarkInfo" not in pdf.Root
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo["/Title"]) == "The Lantern Quarrel – printing copy"
        assert str(pdf.docinfo["/CreationDate"]) == f"D:{DAY:%Y%m%d}"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "The Lantern Quarrel – printing copy"
            assert "pdfuaid:part" not in metadata
        forms = [obj for page in pdf.pages for obj in page.Resources.XObject.values()]
        assert not any(b"MCID" in form.read_bytes() for form in forms)


def test_the_same_pack_gives_the_same_bytes(lantern: Summary, booklet: Product) -> None:
    (again,) = render_booklet(pack_of(lantern))
    assert again.data == booklet.data


@pytest.mark.parametrize(
    ("dress", "size", "paper"),
    [
        ({}, (297, 210), "A4"),
        ({"paper": Paper.LETTER, "language": Labels.POLISH}, (279.4, 215.9), "Letter"),
        ({"type": Type.LARGE}, (420, 297), "A3"),
    ],
)
def test_sheets_have_the_size_of_paper(
    lantern: Summary, dress: dict[str, object], size: tuple[float, float], paper: str
) -> None:
    (product,) = render_booklet(pack_of(lantern, **dress))
    assert product.amount.endswith(f"sheets of {paper}")
    for page in pypdfium2.PdfDocument(product.data):
        measured = tuple(length / POINTS_PER_MM for length in page.get_size())
        assert measured == pytest.approx(size, abs=0.1)
