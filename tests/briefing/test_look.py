"""A course's accent, logo and fonts on its pages."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image

from studypack.briefing.render import render
from studypack.poster.render import render as draw_poster
from studypack.summary.course import Ink, Type
from studypack.summary.summary import Summary
from tests.briefing.conftest import Printed, altered, pack_of
from tests.briefing.test_course import MILLIMETRE, colours
from tests.briefing.test_type import fonts_of, letters
from tests.fonts import GEORGIAN, tiny_font


def dressed(summary: Summary, assets: dict[str, bytes] | None = None, **course: Any) -> Printed:
    (product,) = render(replace(pack_of(summary, **course), assets=assets or {}))
    return Printed(product.data)


BLUE = (0.071, 0.345, 0.541)


def test_an_accent_colours_headings_and_the_strip(lantern: Summary, book: Printed) -> None:
    assert BLUE not in colours(book)
    made = dressed(lantern, accent="#12588a")
    assert BLUE in colours(made)
    with made.open() as pdf:
        strokes = {
            tuple(round(float(operand), 3) for operand in part.operands)
            for part in pikepdf.parse_content_stream(pdf.pages[0])
            if str(part.operator) in {"RG", "SCN"}
        }
    assert BLUE in strokes


def test_black_ink_prints_no_accent(lantern: Summary) -> None:
    made = dressed(lantern, accent="#12588a", ink=Ink.MONO)
    assert {shade for colour in colours(made) for shade in colour} <= {0.0, 1.0}


def picture(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#204080").save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("size", "type_"),
    [((1200, 60), Type.NORMAL), ((60, 1200), Type.NORMAL), ((300, 200), Type.LARGE)],
)
def test_a_logo_stands_on_the_title_page_in_its_own_proportions(
    lantern: Summary, size: tuple[int, int], type_: Type
) -> None:
    made = dressed(
        lantern,
        {"logo.png": picture(*size)},
        logo="logo.png",
        institution="Birk Academy",
        type=type_,
    )
    pages = pypdfium2.PdfDocument(made.data)
    found = [
        (number, thing.get_bounds())
        for number, page in enumerate(pages)
        for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])
    ]
    ((number, (left, bottom, right, top)),) = found
    assert number == 0
    width, height = right - left, top - bottom
    assert width / height == pytest.approx(size[0] / size[1], rel=0.02)
    assert width <= 90 * MILLIMETRE + 0.1
    assert height <= 24 * MILLIMETRE + 0.1
    text = pages[0].get_textpage()
    assert max(text.get_rect(n)[3] for n in range(text.count_rects())) < bottom


def test_the_name_of_the_institution_is_read_aloud_for_its_logo(lantern: Summary) -> None:
    made = dressed(lantern, {"l.png": picture(40, 20)}, logo="l.png", institution="Birk Academy")
    with made.open() as pdf:
        spoken = [
            str(element.Alt)
            for element in pdf.objects
            if isinstance(element, pikepdf.Dictionary)
            and element.get("/S") == "/Figure"
            and "/Alt" in element
        ]
    assert "Birk Academy" in spoken


FONT = {"georgian.ttf": tiny_font("Tiny Georgian", GEORGIAN)}


@pytest.fixture(scope="module")
def georgian(lantern: Summary) -> Summary:
    """Georgian letters as a name, in an event, and in bold."""
    person = lantern.people[0].model_copy(update={"native": GEORGIAN})
    first = lantern.events[0].model_copy(update={"title": f"A word: {GEORGIAN}", "importance": 1})
    header = lantern.header.model_copy(update={"subtitle": GEORGIAN})
    return altered(
        lantern,
        header=header,
        people=(person, *lantern.people[1:]),
        events=(first, *lantern.events[1:]),
    )


@pytest.mark.parametrize("type_", [Type.NORMAL, Type.DYSLEXIA])
def test_a_courses_font_prints_what_the_bundled_ones_lack(georgian: Summary, type_: Type) -> None:
    made = dressed(georgian, FONT, fonts=("georgian.ttf",), type=type_)
    assert any(name.startswith("Tiny-Georgian") for name in fonts_of(made))
    pages = {number for number, letter, _ in letters(made) if letter == GEORGIAN[0]}
    assert 1 in pages
    assert len(pages) >= 3
    if type_ is Type.NORMAL:
        assert dressed(georgian, FONT, fonts=("georgian.ttf",)).data == made.data


def test_the_poster_prints_it_too(georgian: Summary) -> None:
    pack = replace(pack_of(georgian, fonts=("georgian.ttf",)), assets=FONT)
    sheet, tiles = draw_poster(pack)
    assert f"A word: {GEORGIAN}" in " ".join(Printed(sheet.data).pages)
    assert any(name.startswith("Tiny-Georgian") for name in fonts_of(Printed(sheet.data)))
    assert tiles.data
