"""The bundled fonts: which files they are, and which characters they have."""

from __future__ import annotations

import unicodedata
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


def missing_glyphs(text: str) -> list[str]:
    """The characters of a text that no bundled font has, each once, in order of appearance.

    Spaces and invisible format characters need no glyph.
    """
    covered = _coverage()
    return [
        character
        for character in dict.fromkeys(text)
        if ord(character) not in covered
        and not character.isspace()
        and unicodedata.category(character) != "Cf"
    ]


@cache
def _coverage() -> frozenset[int]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  (0.1 s that --help need not pay)

    points: set[int] = set()
    for family, faces in FACES.items():
        with TTFont(font_file(family, faces["normal", "400"]), lazy=True) as font:
            points |= set(font.getBestCmap())
    return frozenset(points)
