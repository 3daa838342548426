"""Estimates of set type from the advance widths of the fonts, without kerning.

Good to half a per cent of a line: enough to search for the widths of lanes and to fit a headline.
What is printed is always measured by the typesetter itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from studypack.fonts import FACES, font_file

_JOINER = "\N{WORD JOINER}"
_PIECE = re.compile(rf"( *)((?:[\-–]{_JOINER}|[^ \-–])+[\-–]?|[\-–])")
"""Spaces, and what follows them up to where a line may end: behind a dash that nothing joins."""


@dataclass(frozen=True)
class Face:
    """A font: family and weight."""

    family: str
    weight: str = "400"


@dataclass(frozen=True)
class Run:
    """Words of one size (in em of the body) and face."""

    words: str
    face: Face
    size: float = 1.0


def width(words: str, face: Face) -> float:
    """Width of words on one line, in em."""
    advances = _advances(face)
    return sum(advances.get(character, 0.5) for character in words if character != _JOINER)


def lines(runs: Iterable[Run], measure: float) -> int:
    """How many lines runs of one paragraph fill at ``measure`` em, broken greedily."""
    measure = max(measure, 1.0)
    count, used = 1, 0.0
    for word, gap in _words(tuple(runs)):
        if used and used + gap + word > measure:
            count, used = count + 1, word
        else:
            used += (gap if used else 0.0) + word
        while used > measure:  # a word longer than a line is broken anywhere
            count, used = count + 1, used - measure
    return count


@cache
def _words(runs: tuple[Run, ...]) -> tuple[tuple[float, float], ...]:
    """Widths of the unbreakable pieces, each with the spaces before it."""
    pieces: list[tuple[float, float]] = []
    for run in runs:
        space = width(" ", run.face) * run.size
        for match in _PIECE.finditer(run.words):
            pieces.append((width(match[2], run.face) * run.size, space * len(match[1])))
    return tuple(pieces)


@cache
def _advances(face: Face) -> Mapping[str, float]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    path = font_file(face.family, FACES[face.family]["normal", face.weight])
    with TTFont(path, lazy=True) as font:
        metrics, unit = font["hmtx"], font["head"].unitsPerEm
        return {chr(code): metrics[glyph][0] / unit for code, glyph in font.getBestCmap().items()}
