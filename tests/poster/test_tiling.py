"""The poster on office sheets: few of them, nothing lost at the seams."""

import io
from math import atan, degrees

import page as validation
import pikepdf
import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from studypack.poster.render import draw
from studypack.poster.sheet import LEAST, MM_PER_PT, sheet_of
from studypack.poster.tiles import tiled
from studypack.poster.tiling import LEAST_SCALE, tiling
from studypack.poster.words import ENGLISH
from studypack.summary.course import Paper
from studypack.summary.poster_size import OVERLAP, PAPERS, UNPRINTABLE, Size, poster_size
from tests.poster.bars import difference
from tests.poster.subject import LANES, crowded, header, pack

pytestmark = pytest.mark.xdist_group("tiling")  # one render for all

PER_MM = 10
_X_HEIGHT = 0.486
"""Of Source Sans, in em."""
NAMES = ("A3", "A2", "A1", "A0", "tabloid", "ANSI C", "ANSI D", "3x3A4", "2x2A4", "3x3letter")


@pytest.mark.parametrize(
    ("size", "paper", "sheets", "percent"),
    [
        ("A0", Paper.A4, 18, 97),
        ("A1", Paper.A4, 9, 97),
        ("A2", Paper.A4, 6, 97),
        ("A1", Paper.LETTER, 12, 100),
        ("ANSI C", Paper.LETTER, 6, 100),
        ("3x3A4", Paper.A4, 9, 100),
        ("3x3letter", Paper.A4, 9, 100),
    ],
)
def test_the_fewest_sheets_at_95_per_cent_or_more(size, paper, sheets, percent):
    found = tiling(poster_size(size), paper)
    assert (found.columns * found.rows, round(found.scale * 100)) == (sheets, percent)
    assert found.scale >= LEAST_SCALE


@pytest.mark.parametrize(
    ("size", "paper", "percent"), [("A3", Paper.A4, 92), ("tabloid", Paper.LETTER, 93)]
)
def test_a_sheet_with_a_mere_strip_on_it_is_saved(size, paper, percent):
    found = tiling(poster_size(size), paper)
    assert (found.columns, found.rows, round(found.scale * 100)) == (1, 2, percent)
    high = LEAST * MM_PER_PT * _X_HEIGHT * found.scale
    assert degrees(atan(high / 400)) * 60 > 8, "legible from 40 cm, in minutes of arc"


@given(st.sampled_from(NAMES), st.sampled_from(Paper))
def test_sheets_cover_the_poster_and_overlap_for_the_glue(name, paper):
    found = tiling(poster_size(name), paper)
    tiles = {(tile.column, tile.row): tile for tile in found.tiles}
    assert len(tiles) == len({tile.name for tile in found.tiles}) == found.columns * found.rows
    assert sorted((found.width, found.height)) == sorted(PAPERS[found.paper])
    for (column, row), tile in tiles.items():
        assert UNPRINTABLE + tile.width <= found.width - UNPRINTABLE + 1e-6
        assert UNPRINTABLE + tile.height <= found.height - UNPRINTABLE + 1e-6
        right, bottom = tile.left + tile.width, tile.top + tile.height
        if (column + 1, row) in tiles:
            assert right - tiles[column + 1, row].left == pytest.approx(OVERLAP)
        else:
            assert right == pytest.approx(found.poster_width)
        if (column, row + 1) in tiles:
            assert bottom - tiles[column, row + 1].top == pytest.approx(OVERLAP)
        else:
            assert bottom == pytest.approx(found.poster_height)


@pytest.fixture(scope="module")
def size() -> Size:
    return poster_size("A3")


@pytest.fixture(scope="module")
def whole(size):
    few = [e for e in crowded(36) if e.importance < 3]
    return draw(pack(*few, header=header(LANES[:5], needle=True)), sheet_of(size)).product


@pytest.fixture(scope="module")
def sheets(whole, size):
    return tiled(whole, tiling(size, Paper.LETTER), "The flood", "en-GB", size.name, ENGLISH, "")


def pictures(pdf: bytes) -> list[Image.Image]:
    document = pdfium.PdfDocument(pdf)
    found = [page.render(scale=PER_MM * 25.4 / 72).to_pil().convert("L") for page in document]
    document.close()
    return found


def assembled(pdf: bytes, size: Size) -> Image.Image:
    """What one gets who cuts left and top and glues each sheet on the strips of those before."""
    plan = tiling(size, Paper.LETTER)
    poster = Image.new("L", (round(size.width * PER_MM), round(size.height * PER_MM)), "white")
    for tile, sheet in zip(plan.tiles, pictures(pdf)[1:], strict=True):
        edge = round(UNPRINTABLE * PER_MM)
        inside = (edge, edge, edge + round(tile.width * PER_MM), edge + round(tile.height * PER_MM))
        poster.paste(sheet.crop(inside), (round(tile.left * PER_MM), round(tile.top * PER_MM)))
    return poster


def test_the_sheets_glued_together_are_the_poster(whole, sheets, size):
    soft = ImageFilter.BoxBlur(3)
    (one,) = (picture.filter(soft).reduce(4) for picture in pictures(whole.data))
    other = assembled(sheets.data, size).filter(soft).reduce(4)
    assert other.size == one.size
    last = (
        one.crop((0, 0, one.width, one.height - 10)),
        other.crop((0, 0, one.width, one.height - 10)),
    )
    assert difference(*last) < 1e-5


def test_a_sheet_that_is_lost_is_noticed(whole, sheets, size):
    with pikepdf.open(io.BytesIO(sheets.data)) as pdf:
        pdf.pages[3].Contents = pdf.make_stream(b"")
        spoiled = io.BytesIO()
        pdf.save(spoiled)
    (one,) = (picture.reduce(4) for picture in pictures(whole.data))
    assert difference(one, assembled(spoiled.getvalue(), size).reduce(4)) > 1e-3


def test_words_stay_words_and_every_sheet_says_its_name(sheets):
    assert sheets.name == "aldermere-full-poster-tiled-letter.pdf"
    assert sheets.amount == "5 pages, 2 × 2 Letter"
    document = pdfium.PdfDocument(sheets.data)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    assert "100 mm" in texts[0]
    assert "A1" in texts[0]
    assert "B2" in texts[0]
    assert "A1 " in texts[1]
    assert "column 1 of 2, row 1 of 2" in texts[1]
    assert "glue B1 on the right" in texts[1]
    assert "The water comes at night" in " ".join(texts[1].split())


def test_it_is_small_accessible_and_the_same_each_time(whole, sheets, size):
    assert len(sheets.data) < len(whole.data) + 60_000
    report = validation.validate_pdf_bytes(
        sheets.data, profile=validation.ValidationProfile.PDF_UA_1
    )
    assert report.is_compliant, [failure.message for failure in report.failures]
    again = tiled(whole, tiling(size, Paper.LETTER), "The flood", "en-GB", size.name, ENGLISH, "")
    assert again.data == sheets.data
