"""Sizes of paper and of type.

Type sizes are given for A1 and scale with the side of the sheet, but never below what can be read
from the distance at which a sheet of that size hangs: an x-height of 8 minutes of arc.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log, sqrt

from studypack.summary.poster_size import Size

MM_PER_PT = 25.4 / 72
A1_SIDE = sqrt(594 * 841)
_LYING = 0.75
LEAST = 6.05
"""No type is smaller, in points."""
LEADING, TIGHT = 1.19, 1.165
"""From line to line of a detail, in em of the body; where room is scarce."""


@dataclass(frozen=True)
class Sheet:
    """A sheet of paper: millimetres, and the type that it can carry, in points."""

    name: str
    width: float
    height: float
    body_min: float
    """Details are never set smaller."""
    body_max: float
    """Nor larger: what is left over goes into white space."""
    titles: tuple[float, float, float]
    """Title sizes of importance 1, 2 and 3, as multiples of the body size."""
    crowded: tuple[float, float, float]
    """The same on a crowded sheet."""
    note: float
    """Page numbers, as a multiple of the body size."""
    legend_min: float
    numeral_min: float
    """The date of an empty row."""
    leading: float = LEADING
    """From line to line of a detail, in em of the body."""
    fonts: tuple[tuple[str, bytes], ...] = ()
    """Names and bytes of the fonts that the course adds."""

    @property
    def dense(self) -> Sheet:
        """The same where there is no room for all events of importance 1 and 2."""
        return replace(self, titles=self.crowded, leading=TIGHT)

    @property
    def scale(self) -> float:
        """Side of this sheet over the side of A1."""
        return sqrt(self.width * self.height) / A1_SIDE

    @property
    def lying(self) -> float:
        """By how much the head and the dates are smaller where height is scarce: 1 if upright."""
        return _LYING if self.width > self.height else 1.0

    def mm(self, on_a1: float) -> float:
        """A length that is ``on_a1`` millimetres on A1."""
        return on_a1 * self.scale

    @property
    def legend(self) -> float:
        """Type of the foot."""
        return max(13 * self.scale, self.legend_min)

    @property
    def small(self) -> float:
        """Type of the source line in the foot."""
        return max(10.5 * self.scale, self.legend_min)

    @property
    def aside(self) -> float:
        """What stands under the numbers of the toll, as a multiple of ``small``; 6 pt at least."""
        return max(0.78, LEAST / self.small)

    @property
    def heading(self) -> float:
        """Titles of bands and of the parts of the foot."""
        return max(20 * self.scale, self.legend_min)

    @property
    def numeral(self) -> float:
        """The date of a row with events."""
        return 27 * self.scale * self.lying

    @property
    def label(self) -> float:
        """The month or year of a row with events."""
        return 16 * self.scale * self.lying

    def tiny(self, on_a1: float) -> float:
        """Type that is ``on_a1`` points on A1; 6 pt at least."""
        return max(on_a1 * self.scale, 0.85 * self.numeral_min, LEAST)

    @property
    def numeral_empty(self) -> float:
        """The date of a row without."""
        return max(10.5 * self.scale, self.numeral_min)


_STEEP, _DENSE, _FLAT = (1.76, 1.37, 1.17), (1.5, 1.18, 1.02), (1.4, 1.13, 1.05)

A0 = Sheet("A0", 841, 1189, 11, 26, _STEEP, _DENSE, 0.86, 14, 14)
A1 = Sheet("A1", 594, 841, 9, 20, _STEEP, _DENSE, 0.78, 10, 10)
A2 = Sheet("A2", 420, 594, 7.5, 15, _FLAT, _FLAT, 0.87, 7.5, 8)
A3 = Sheet("A3", 297, 420, 7, 12, _FLAT, _FLAT, 0.86, 6.5, 7, TIGHT)


def sheet_of(size: Size) -> Sheet:
    """The sheet of a size, with the type of the A size that is nearest to it in area."""
    area = size.width * size.height
    nearest = min((A0, A1, A2, A3), key=lambda sheet: abs(log(sheet.width * sheet.height / area)))
    return replace(nearest, name=size.name, width=size.width, height=size.height)
