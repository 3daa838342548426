"""The edition in colour under a copier that knows black and white alone: no words are lost."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from studypack.briefing.handout import render as render_handout
from studypack.briefing.render import render
from studypack.product import Product
from studypack.select import Pack
from studypack.summary.course import Type
from studypack.summary.summary import Summary
from tests.briefing.conftest import Printed, altered, pack_of

Colour = tuple[int, int, int]
Render = Callable[[Pack], tuple[Product, ...]]

ACCENT = "#12588a"
COLOURED = (0x12, 0x58, 0x8A)

LIGHTEST = 0x22
"""Measured on 7.5 points, at 150 dots to the inch and a threshold of one half: of what is left of
letters in black, #222 leaves nine tenths, and #444 seven tenths, with gaps in the figures."""


def inks(made: Printed) -> Iterator[tuple[str, Colour]]:
    """Every letter that is drawn, and its colour."""
    for page in pypdfium2.PdfDocument(made.data):
        text = page.get_textpage()
        parts = [ctypes.c_uint() for _ in "rgba"]
        for index in range(text.count_chars()):
            letter = chr(pdfium.FPDFText_GetUnicode(text, index))
            places = [ctypes.byref(part) for part in parts]
            if letter.isspace() or not pdfium.FPDFText_GetFillColor(text, index, *places):
                continue
            red, green, blue, _ = (part.value for part in parts)
            yield letter, (red, green, blue)


@pytest.fixture(scope="module")
def told(lantern: Summary) -> Summary:
    """With a term that no source of the summary knows."""
    (term,) = lantern.terms
    return altered(lantern, terms=(term.model_copy(update={"later": True}),))


@pytest.mark.parametrize("type_", Type)
@pytest.mark.parametrize("render_", [render, render_handout])
def test_all_words_but_those_in_the_accent_are_nearly_black(
    told: Summary, render_: Render, type_: Type
) -> None:
    (product,) = render_(pack_of(told, accent=ACCENT, type=type_))
    used = {colour for _, colour in inks(Printed(product.data))}
    assert COLOURED in used
    assert {colour for colour in used - {COLOURED} if max(colour) > LIGHTEST} == set()


@pytest.mark.parametrize("render_", [render, render_handout])
def test_the_mark_of_later_knowledge_is_in_ink(told: Summary, render_: Render) -> None:
    (product,) = render_(pack_of(told, accent=ACCENT))
    drawn = list(inks(Printed(product.data)))
    words = "".join(letter for letter, _ in drawn)
    places = [at for at in range(len(words)) if words.startswith("[ed.]", at)]
    assert places
    for at in places:
        assert COLOURED not in {colour for _, colour in drawn[at : at + len("[ed.]")]}
