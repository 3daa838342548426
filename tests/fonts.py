"""Tiny fonts for tests: every character of theirs is a box."""

from __future__ import annotations

import io
from collections.abc import Iterable

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

GEORGIAN = "ქართული"


def box(left: int, bottom: int, right: int, top: int) -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((left, bottom))
    for point in ((left, top), (right, top), (right, bottom)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def tiny_font(family: str, characters: Iterable[str]) -> bytes:
    """A TrueType font of these characters."""
    names = {ord(c): f"uni{ord(c):04X}" for c in dict.fromkeys((" ", *characters))}
    order = [".notdef", *names.values()]
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder(order)
    made.setupCharacterMap(names)
    empty = TTGlyphPen(None).glyph()
    drawn = {n: box(50, 0, 550, 500) for n in order}
    made.setupGlyf(drawn | {".notdef": empty, "uni0020": empty})
    made.setupHorizontalMetrics(dict.fromkeys(order, (600, 50)))
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable(
        {"familyName": family, "styleName": "Regular", "psName": f"{family}-Regular"}
    )
    made.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    made.setupPost()
    made.updateHead(created=0, modified=0)
    out = io.BytesIO()
    made.font.recalcTimestamp = False
    made.font.save(out)
    return out.getvalue()
