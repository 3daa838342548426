"""Where columns and gutters lie across the sheet, and the chart between head and foot.

All lengths are millimetres; constants are those of A1 and scale with the sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from studypack.poster.sheet import LEAST, MM_PER_PT, Sheet

MARGIN, MARGIN_TOP = 13.0, 14.0
HEAD = 72.0
"""From the top margin to the chart."""
STRIP, FAN = 5.0, 9.0
"""The strip on a true scale, and from there to the dates; never less than a year's width."""
DATES, DATES_RIGHT = 24.5, 7.0
NEEDLE = 50.0
YEAR = 8.0
"""Points on A1 of the years beside the strip."""
_YEAR = 2.0
"""Width of four figures, in em."""
SYMBOL = 5.8
"""Left of a lane's text: symbols and rules."""
GUTTER = 6.0
"""Right of it: leaders and bars of duration."""


@dataclass(frozen=True)
class Column:
    """A lane or the needle: where it begins, and where its text (or the strip) lies."""

    lane: int | None
    """None for the needle."""
    left: float
    text: float
    right: float

    @property
    def width(self) -> float:
        """Of its text."""
        return self.right - self.text


@dataclass(frozen=True)
class Geometry:
    """The columns of a chart, left to right; gutter g lies left of column g."""

    sheet: Sheet
    columns: tuple[Column, ...]
    foot: float
    """From the chart to the lower margin."""

    @property
    def left(self) -> float:
        """Left margin, where the linear strip stands."""
        return self.sheet.mm(MARGIN)

    @property
    def right(self) -> float:
        """Right margin."""
        return self.sheet.width - self.left

    @property
    def dates(self) -> float:
        """Left edge of the dates."""
        return self.left + self.sheet.mm(STRIP) + fan(self.sheet)

    @property
    def dates_right(self) -> float:
        """Left edge of the dates repeated on the right."""
        return self.right - self.sheet.mm(DATES_RIGHT)

    @property
    def top(self) -> float:
        """Where the chart begins."""
        return self.sheet.mm(MARGIN_TOP + HEAD * self.sheet.lying)

    @property
    def bottom(self) -> float:
        """Where the chart must end."""
        return self.sheet.height - self.sheet.mm(MARGIN) - self.foot

    @property
    def needle(self) -> int | None:
        """Which column is the needle."""
        return next((n for n, c in enumerate(self.columns) if c.lane is None), None)

    def column_of(self, lane: int) -> int:
        """Which column a lane is."""
        return next(n for n, c in enumerate(self.columns) if c.lane == lane)

    def gutter(self, number: int) -> tuple[float, float]:
        """Left and right edge of the white space before a column (or after the last)."""
        right = self.columns[number].left if number < len(self.columns) else self.dates_right
        if number == 0:
            return right - self.sheet.mm(GUTTER), right
        return self.columns[number - 1].right, right


def text_room(sheet: Sheet, lanes: int, needle: int | None) -> float:
    """Millimetres that all lanes together have for text."""
    fixed = 2 * MARGIN + STRIP + DATES + DATES_RIGHT + lanes * (SYMBOL + GUTTER)
    if needle is not None:
        fixed += NEEDLE + GUTTER
    return sheet.width - sheet.mm(fixed) - fan(sheet)


def fan(sheet: Sheet) -> float:
    """From the linear strip to the dates, in mm: there the years of the strip stand."""
    return max(sheet.mm(FAN), _YEAR * max(YEAR * sheet.scale, LEAST) * MM_PER_PT + sheet.mm(1.6))


def geometry(sheet: Sheet, widths: Sequence[float], needle: int | None, foot: float) -> Geometry:
    """The columns for lanes of these text widths; ``needle`` lanes stand left of the needle."""
    columns: list[Column] = []
    x = sheet.mm(MARGIN + STRIP + DATES) + fan(sheet)
    for lane, width in enumerate(widths):
        if lane == needle:
            columns.append(Column(None, x, x, x + sheet.mm(NEEDLE)))
            x += sheet.mm(NEEDLE + GUTTER)
        text = x + sheet.mm(SYMBOL)
        columns.append(Column(lane, x, text, text + width))
        x = text + width + sheet.mm(GUTTER)
    if needle == len(widths):
        columns.append(Column(None, x, x, x + sheet.mm(NEEDLE)))
    return Geometry(sheet, tuple(columns), foot)
