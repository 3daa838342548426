"""Dates as EDTF writes them (ISO 8601-2, levels 0 and 1), and one digit more.

Understood: ``1848-03-15``, ``1848-03``, ``1848``, seasons (``1848-21`` spring … ``-24`` winter),
``~`` approximate, ``?`` uncertain, ``%`` both, intervals with ``/`` (open ends ``..``), unspecified
digits from the right (``184X``, ``1848-XX``, ``1848-03-XX``) and, beyond level 1, the unspecified
last digit of a day (``1848-03-1X``). Years run from 0001 to 9999.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Precision(StrEnum):
    """How finely a point in time is known."""

    DAY = "day"
    TEN_DAYS = "ten days"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"


SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""EDTF season number -> first and last month (northern hemisphere, meteorological)."""

_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|\dX|XX))?)?(?P<mark>[?~%]?)",
    re.ASCII,
)
_FORM = re.sub(r"\?P<\w+>", "", _POINT.pattern)
PATTERN = rf"^{_FORM}(/({_FORM}|\.\.))?$"
"""What dates look like, for editors; not all that look so exist."""


@dataclass(frozen=True)
class Point:
    """One point in time, as finely as it is known; ``first`` and ``last`` bound it in days."""

    year: int
    month: int | None
    day: int | None
    precision: Precision
    approximate: bool
    uncertain: bool
    first: dt.date
    last: dt.date


@dataclass(frozen=True)
class Date:
    """A point or an interval in time. ``end`` is None for a point and for an open interval."""

    edtf: str
    start: Point
    end: Point | None = None
    open_end: bool = False

    @property
    def is_interval(self) -> bool:
        """Whether it was written with a slash."""
        return self.end is not None or self.open_end

    @cached_property
    def first(self) -> dt.date:
        """The earliest day it can mean."""
        return self.start.first

    @cached_property
    def last(self) -> dt.date:
        """The latest day it can mean; of an open interval the last day of its start."""
        return (self.end or self.start).last

    @property
    def approximate(self) -> bool:
        """Whether any end is marked ``~`` or ``%``."""
        return self.start.approximate or bool(self.end and self.end.approximate)

    @property
    def uncertain(self) -> bool:
        """Whether any end is marked ``?`` or ``%``."""
        return self.start.uncertain or bool(self.end and self.end.uncertain)

    @property
    def is_exact_day(self) -> bool:
        """Whether it names one certain day."""
        return (
            not self.is_interval
            and self.start.precision is Precision.DAY
            and not (self.approximate or self.uncertain)
        )

    @property
    def sort_key(self) -> tuple[dt.date, int]:
        """Chronological order; of dates that begin together the narrower comes first."""
        return (self.first, (self.last - self.first).days)

    def __str__(self) -> str:
        return self.edtf


def parse(value: object) -> Date:
    """The date that an EDTF string (or a bare year) means.

    Raises ValueError, in words for an author, for anything else.
    """
    if isinstance(value, Date):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        value = f"{value:04d}"
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a date is needed, like 1848-03-15, 1848-03 or 1848-06-23/1848-06-26")
    text = value.strip()
    first, slash, second = text.partition("/")
    begins, ends = _POINT.fullmatch(first), _POINT.fullmatch(second)
    if begins is None or (slash and ends is None and second != ".."):
        raise ValueError(f"'{_short(text)}' is not a date; write {_FORMS}")
    start = _point(begins)
    if ends is None:
        return Date(text, start, open_end=bool(slash))
    end = _point(ends)
    if end.last < start.first or end.first < start.first:
        raise ValueError(f"the interval {text} ends before it starts")
    return Date(text, start, end)


def _point(match: re.Match[str]) -> Point:
    text = match[0]
    approximate, uncertain = match["mark"] in {"~", "%"}, match["mark"] in {"?", "%"}

    def point(
        month: int | None, day: int | None, precision: Precision, first: dt.date, last: dt.date
    ) -> Point:
        return Point(first.year, month, day, precision, approximate, uncertain, first, last)

    if match["year"].endswith("X"):
        if match["month"]:
            raise ValueError(f"{text}: a decade has no month")
        decade = int(match["year"][:3]) * 10
        first = _day(max(decade, 1), 1, 1)
        return point(None, None, Precision.DECADE, first, _day(decade + 9, 12, 31))
    year = int(match["year"])
    if match["month"] in {None, "XX"}:
        if match["day"] not in {None, "XX"}:
            raise ValueError(f"{text}: a day needs its month")
        return point(None, None, Precision.YEAR, _day(year, 1, 1), _day(year, 12, 31))
    month = int(match["month"])
    if month in SEASONS:
        if match["day"]:
            raise ValueError(f"{text}: a season has no day")
        begin, finish = SEASONS[month]
        last_year = year + (finish < begin)
        return point(
            month,
            None,
            Precision.SEASON,
            _day(year, begin, 1),
            _day(last_year, finish, _days_in(last_year, finish)),
        )
    if not 1 <= month <= 12:
        raise ValueError(f"{text}: there is no month {month}")
    days = _days_in(year, month)
    if match["day"] in {None, "XX"}:
        return point(month, None, Precision.MONTH, _day(year, month, 1), _day(year, month, days))
    if match["day"].endswith("X"):
        tens = int(match["day"][0]) * 10
        if tens > days:
            raise ValueError(f"{text}: {calendar.month_name[month]} has {days} days")
        low, high = max(tens, 1), min(tens + 9, days)
        first, last = _day(year, month, low), _day(year, month, high)
        return point(month, None, Precision.TEN_DAYS, first, last)
    day = int(match["day"])
    if not 1 <= day <= days:
        raise ValueError(f"{text}: {calendar.month_name[month]} {year:04d} has {days} days")
    exact = _day(year, month, day)
    return point(month, day, Precision.DAY, exact, exact)


def _day(year: int, month: int, day: int) -> dt.date:
    if not 1 <= year <= 9999:
        raise ValueError("years run from 0001 to 9999")
    return dt.date(year, month, day)


def _days_in(year: int, month: int) -> int:
    return calendar.monthrange(max(year, 1), month)[1]


_FORMS = (
    "year-month-day, like 1848-03-15, or 1848-03, 1848, or 1848-03~ for about;"
    " from one to another with a slash: 1848-03/1848-05"
)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
