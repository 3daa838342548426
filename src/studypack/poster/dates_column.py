"""What the date of a row says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from studypack.poster.scale import Row, Stretch
from studypack.summary.date_words import Length, day_of_month, in_words, month_name
from studypack.summary.dates import parse


@dataclass(frozen=True)
class RowDate:
    """The date of a row: large, small beside it, and as short as it stands on the right."""

    large: str
    small: tuple[str, ...]
    short: str
    full: str
    """For the outline."""

    def without_month(self) -> RowDate:
        """A day's date of which the month has been said above."""
        return replace(self, small=self.small[-1:])


def row_date(row: Row, band: Stretch, language: str) -> RowDate:
    """``23`` with ``Mar`` and ``Sun``; ``Feb``; ``1–9 Mar``; ``1784``."""
    match row.unit:
        case "day":
            weekday, month = day_of_month(row.first, language)
            full = in_words(parse(row.first.isoformat()), language, Length.LONG)
            day = str(row.first.day)
            return RowDate(day, (month, weekday), day, full)
        case "month":
            date = parse(f"{row.first.year:04d}-{row.first.month:02d}")
            full = in_words(date, language, Length.LONG)
            years = () if band.first.year == band.last.year else (f"{row.first.year}",)
            short = month_name(row.first.month, language, short=True)
            if row.whole:
                return RowDate(short, years, short, full)
            part = parse(f"{row.first.isoformat()}/{row.last.isoformat()}")
            large = in_words(part, language, Length.SHORT_NO_YEAR)
            return RowDate(large, years, short, in_words(part, language, Length.LONG))
        case "year":
            year = str(row.first.year)
            return RowDate(year, (), year, year)


def band_span(band: Stretch, language: str) -> str:
    """``January – February 1783``, with days where a month is cut."""
    first, last = band.rows[0], band.rows[-1]
    if band.unit == "year" and first.whole and last.whole:
        edtf = f"{first.first.year:04d}/{last.first.year:04d}"
    elif band.unit == "day" or not (first.whole and last.whole):
        edtf = f"{band.first.isoformat()}/{band.last.isoformat()}"
    else:
        edtf = f"{band.first.isoformat()[:7]}/{band.last.isoformat()[:7]}"
    start, _, end = edtf.partition("/")
    return in_words(parse(start if start == end else edtf), language, Length.LONG)
