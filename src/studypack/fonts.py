"""The bundled fonts and those of a course: their faces, and which characters they have."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from studypack import places
from studypack.product import MachineLacksError

TEXT = "Gentium Book Plus"
SANS = "Source Sans 3"
FACES = {
    TEXT: {
        ("normal", "400"): "GentiumBookPlus-Regular.ttf",
        ("italic", "400"): "GentiumBookPlus-Italic.ttf",
        ("normal", "700"): "GentiumBookPlus-Bold.ttf",
        ("italic", "700"): "GentiumBookPlus-BoldItalic.ttf",
    },
    SANS: {
        ("normal", "400"): "SourceSans3-Regular.ttf",
        ("italic", "400"): "SourceSans3-Italic.ttf",
        ("normal", "700"): "SourceSans3-Bold.ttf",
        ("italic", "700"): "SourceSans3-BoldItalic.ttf",
    },
}
"""Family -> (style, weight) -> file. Each family needs its four styles, or Pango fakes them."""


def font_file(family: str, name: str) -> Path:
    """A file of a bundled family. Raises MachineLacksError where it is missing."""
    path = places.fonts() / family / name
    if not path.is_file():
        raise MachineLacksError(
            f"The font file {path.name} is missing from the package rendercv-fonts;"
            " install the locked requirements again: pip install --force-reinstall rendercv-fonts"
        )
    return path


@dataclass(frozen=True)
class Face:
    """What a font file says of itself."""

    family: str
    style: str
    weight: int


def face_of(data: bytes) -> Face:
    """The face of a course's font, in a family that no bundled font belongs to."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    with TTFont(io.BytesIO(data), lazy=True) as font:
        name = font["name"].getBestFamilyName() if "name" in font else ""
        about = font.get("OS/2")
    plain = re.sub(r"[^\w -]", "", name or "")
    style = "italic" if about and about.fsSelection & 1 else "normal"
    weight = about.usWeightClass if about else 400
    family = f"{plain} of the course" if plain in {"", *FACES} else plain
    return Face(family.strip(), style, min(max(weight, 1), 1000))


def spaced(weight: str, more: float) -> bytes:
    """Upright Source Sans whose spaces are wider by ``more`` em, as the family Spaced Sans 3.

    Its licence keeps the name of Source Sans for Source Sans. With CSS's word-spacing Pango 1.50
    breaks a line after its first word wherever the line is wider by a hair than its place.
    """
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    file = font_file(SANS, FACES[SANS]["normal", weight])
    out = io.BytesIO()
    with TTFont(file, lazy=True, recalcTimestamp=False, recalcBBoxes=False) as font:
        metrics, unit = font["hmtx"], font["head"].unitsPerEm
        for glyph in {font.getBestCmap()[code] for code in map(ord, " \N{NO-BREAK SPACE}")}:
            width, bearing = metrics[glyph]
            metrics[glyph] = (width + round(more * unit), bearing)
        for record in font["name"].names:
            record.string = record.toUnicode().replace("Source Sans", "Spaced Sans")
        font.save(out)
    return out.getvalue()


LATIN = re.compile(r"[\s -~\u00a0-\u0320\u2000-\u2041]*")
"""Letters of all languages in Latin script, phonetic signs, punctuation: the bundled fonts have
them all, and no font need be opened for a text of them."""


def missing_glyphs(text: str) -> list[str]:
    """The characters of a text that no bundled font has, each once, in order of appearance.

    Spaces and invisible format characters need no glyph.
    """
    if LATIN.fullmatch(text):
        return []
    covered = _coverage()
    return [
        character
        for character in dict.fromkeys(text)
        if ord(character) not in covered
        and not character.isspace()
        and unicodedata.category(character) != "Cf"
    ]


def coverage(data: bytes) -> Set[int]:
    """The codes of the characters that a font has."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    with TTFont(io.BytesIO(data), lazy=True) as font:
        return frozenset(font.getBestCmap() or ())


@cache
def _coverage() -> frozenset[int]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  (0.1 s that --help need not pay)

    points: set[int] = set()
    for family, faces in FACES.items():
        with TTFont(font_file(family, faces["normal", "400"]), lazy=True) as font:
            points |= set(font.getBestCmap())
    return frozenset(points)
