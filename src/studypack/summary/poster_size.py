"""Sizes that a poster can have: sheets of a copy shop, or office paper joined to one.

Office printers leave a border white; joined sheets lose it, and overlap where they are glued.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from types import MappingProxyType

from studypack.summary.course import Orientation, Paper

UNPRINTABLE, OVERLAP = 6.0, 8.0
"""What an office printer leaves white on each side, and the strip for glue, in mm."""
PAPERS = MappingProxyType({Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)})
"""Width and height of office paper in mm."""
_SHEETS = {
    "A3": (297.0, 420.0),
    "A2": (420.0, 594.0),
    "A1": (594.0, 841.0),
    "A0": (841.0, 1189.0),
    "tabloid": (279.4, 431.8),
    "ANSI C": (431.8, 558.8),
    "ANSI D": (558.8, 863.6),
    "ANSI E": (863.6, 1117.6),
}
_SMALLEST, _LARGEST = 0.9 * 297 * 420, 1.2 * 841 * 1189
_NARROWEST, _WIDEST = 1.15, 1.75


class UnknownSizeError(ValueError):
    """There is no such size of poster; the message says which there are."""


class WrongWayError(ValueError):
    """A size that has a shape of its own is wanted the other way round."""


@dataclass(frozen=True)
class Grid:
    """Sheets of office paper, side by side and one below the other."""

    columns: int
    rows: int
    paper: Paper


@dataclass(frozen=True)
class Size:
    """A poster's size in mm; ``grid`` where it is made of office paper."""

    name: str
    width: float
    height: float
    grid: Grid | None = None


def poster_size(name: str) -> Size:
    """The size of this name: ``A1``, ``tabloid``, ``ANSI D``, ``3x3A4``, ``3x3letter``.

    Capitals and spaces do not matter. Raises UnknownSizeError.
    """
    plain = re.sub(r"[\s_-]+", "", name).casefold()
    for known, (width, height) in _SHEETS.items():
        if plain == known.replace(" ", "").casefold():
            return Size(known, width, height)
    joined = re.fullmatch(r"(\d{1,2})[x×](\d{1,2})(a4|letter)", plain)
    if joined is None:
        raise UnknownSizeError(
            f'no poster size "{name}"; there are {", ".join(_SHEETS)},'
            " and sheets of office paper joined, like 3x3A4 or 3x3letter"
        )
    paper = Paper.A4 if joined[3] == "a4" else Paper.LETTER
    grid = Grid(int(joined[1]), int(joined[2]), paper)
    across, down = PAPERS[paper]
    width, height = joined_length(grid.columns, across), joined_length(grid.rows, down)
    name = f"{grid.columns}x{grid.rows}{paper.value}"
    if not (
        _SMALLEST <= width * height <= _LARGEST and _NARROWEST * width <= height <= _WIDEST * width
    ):
        raise UnknownSizeError(
            f"{name} makes a sheet of {width:.0f} × {height:.0f} mm; a poster is no smaller than"
            f" A3, no larger than A0, and {_NARROWEST} to {_WIDEST} times as high as wide"
        )
    return Size(name, width, height, grid)


def turned(size: Size, orientation: Orientation) -> Size:
    """The size as it is to hang. Raises WrongWayError for joined sheets, which stand upright."""
    if orientation is Orientation.PORTRAIT:
        return size
    if size.grid:
        raise WrongWayError(
            f"{size.name} stands upright: sheets of office paper have the shape that they are"
            " joined to; leave out the orientation, or take a size like A1"
        )
    name = f"{size.name} {orientation.value}"
    return replace(size, name=name, width=size.height, height=size.width)


def joined_length(count: int, side: float) -> float:
    """How long ``count`` sheets of this side are when cut and glued, in mm."""
    return count * (side - 2 * UNPRINTABLE) - (count - 1) * OVERLAP
