"""A poster on sheets of office paper: how many, how large, and which part on which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from studypack.summary.course import Paper
from studypack.summary.poster_size import OVERLAP, PAPERS, UNPRINTABLE, Size, joined_length

LEAST_SCALE = 0.95
"""A poster is made smaller by no more than this to save sheets."""
STRIP, LEAST_WITHOUT_STRIP = 40.0, 0.92
"""Unless a sheet would have less on it than so many mm: it is saved by so much less at most. The
smallest type is then 5.6 pt, which is still legible from 40 cm; half the sheets less to glue."""
_SLACK = 1e-6


@dataclass(frozen=True)
class Tile:
    """A sheet and the part of the poster on it: mm from the poster's upper left corner."""

    column: int
    row: int
    left: float
    top: float
    width: float
    height: float

    @property
    def name(self) -> str:
        """``B3``: second column, third row."""
        return f"{chr(ord('A') + self.column)}{self.row + 1}"


@dataclass(frozen=True)
class Tiling:
    """Sheets of one paper, all upright or all lying; lengths in mm."""

    paper: Paper
    width: float
    height: float
    columns: int
    rows: int
    scale: float
    """Of the poster as printed over the poster as laid out."""
    poster_width: float
    poster_height: float
    """As printed."""

    @property
    def tiles(self) -> Iterator[Tile]:
        """The sheets, row by row."""
        across, down = self.width - 2 * UNPRINTABLE, self.height - 2 * UNPRINTABLE
        for row in range(self.rows):
            for column in range(self.columns):
                left, top = column * (across - OVERLAP), row * (down - OVERLAP)
                yield Tile(
                    column,
                    row,
                    left,
                    top,
                    min(across, self.poster_width - left),
                    min(down, self.poster_height - top),
                )


def tiling(size: Size, paper: Paper) -> Tiling:
    """The fewest sheets at LEAST_SCALE or more; of equally many the largest scale.

    A size that is made of office paper keeps its own paper and its full size.
    """
    if size.grid:
        columns, rows, paper = size.grid.columns, size.grid.rows, size.grid.paper
        return Tiling(paper, *PAPERS[paper], columns, rows, 1.0, size.width, size.height)
    found = _fewest(size, paper, LEAST_SCALE)
    *_, last = found.tiles
    if min(last.width, last.height) < STRIP:
        return _fewest(size, paper, LEAST_WITHOUT_STRIP)
    return found


def _fewest(size: Size, paper: Paper, least: float) -> Tiling:
    short, long = PAPERS[paper]
    found = [
        (columns * rows, -scale, columns, rows, width, height)
        for width, height in ((short, long), (long, short))
        for columns in range(1, 12)
        for rows in range(1, 12)
        if (scale := _scale(size, width, height, columns, rows)) >= least
    ]
    _, negative, columns, rows, width, height = min(found)
    scale = -negative
    return Tiling(
        paper, width, height, columns, rows, scale, size.width * scale, size.height * scale
    )


def _scale(size: Size, width: float, height: float, columns: int, rows: int) -> float:
    across, down = joined_length(columns, width), joined_length(rows, height)
    return min(1.0, (across - _SLACK) / size.width, (down - _SLACK) / size.height)
