"""The uneven scale: bands of time, and in each band one row for every unit, empty ones too."""

from __future__ import annotations

import calendar
import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from studypack.summary.dates import Date
from studypack.summary.header import Band

Unit = Literal["day", "month", "year"]
_FINENESS: dict[Unit, int] = {"day": 0, "month": 1, "year": 2}


@dataclass(frozen=True)
class Row:
    """One unit of a band, from its first to its last day; the ends of a band may cut it short."""

    index: int
    band: int
    unit: Unit
    first: dt.date
    last: dt.date

    @property
    def whole(self) -> bool:
        """Whether the band leaves the month or year uncut."""
        start = self.first.replace(day=1)
        if self.unit == "year":
            start = start.replace(month=1)
        return self.unit == "day" or (self.first == start and self.last == _end(self.unit, start))


@dataclass(frozen=True)
class Stretch:
    """A band with its rows."""

    index: int
    title: str
    unit: Unit
    rows: tuple[Row, ...]
    finest: bool
    """Whether no band has a finer unit, while some have a coarser one: the crisis."""

    @property
    def first(self) -> dt.date:
        """Its first day."""
        return self.rows[0].first

    @property
    def last(self) -> dt.date:
        """Its last day."""
        return self.rows[-1].last

    @property
    def days(self) -> int:
        """How many days it spans."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True)
class Scale:
    """All bands in order."""

    bands: tuple[Stretch, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in order; a row's ``index`` is its place here."""
        return tuple(row for band in self.bands for row in band.rows)

    @property
    def days(self) -> int:
        """Days from the first to the last, gaps between bands included."""
        return (self.bands[-1].last - self.bands[0].first).days + 1

    def rows_of(self, date: Date) -> tuple[int, int] | None:
        """First and last row that a date touches, None where it lies outside all bands.

        A date that begins before its first band stands in that band's first row; one in a gap
        between two bands is outside.
        """
        rows = self.rows
        starts = [row.first for row in rows]
        low = bisect_right(starts, date.first) - 1
        if low < 0 or rows[low].last < date.first:
            low += 1
        high = bisect_right(starts, date.last) - 1
        return (low, high) if low <= high else None


def scale(bands: Iterable[Band]) -> Scale:
    """The scale of a poster's bands, which follow each other as SP411 demands."""
    given = tuple(bands)
    units = {band.unit for band in given}
    finest = min(units, key=_FINENESS.__getitem__)
    stretches: list[Stretch] = []
    index = 0
    for number, band in enumerate(given):
        rows = []
        for first, last in _units(band.unit, band.start.first, band.end.last):
            rows.append(Row(index, number, band.unit, first, last))
            index += 1
        is_finest = band.unit == finest and len(units) > 1
        stretches.append(Stretch(number, band.title, band.unit, tuple(rows), is_finest))
    return Scale(tuple(stretches))


def _units(unit: Unit, first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    start = first
    while start <= last:
        end = min(_end(unit, start), last)
        yield start, end
        if end == last:
            return
        start = end + dt.timedelta(days=1)


def _end(unit: Unit, day: dt.date) -> dt.date:
    match unit:
        case "day":
            return day
        case "month":
            return day.replace(day=calendar.monthrange(day.year, day.month)[1])
        case "year":
            return dt.date(day.year, 12, 31)
