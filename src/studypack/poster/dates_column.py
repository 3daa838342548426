"""What the date of a row says."""

from __future__ import annotations

from dataclasses import dataclass

from studypack.poster.scale import Row, Stretch
from studypack.summary.date_words import Length, day_of_month, in_words, month_name
from studypack.summary.dates import parse


@dataclass(frozen=True)
class RowDate:
    """The date of a row: large, and small beside it; ``full`` is for the outline."""

    large: str
    small: tuple[str, ...]
    full: str


def row_date(row: Row, band: Stretch, language: str) -> RowDate:
    """``23`` with ``Tue`` and ``Oct``; ``Feb``; ``1-12 Oct``; ``1957``."""
    match row.unit:
        case "day":
            weekday, month = day_of_month(row.first, language)
            full = in_words(parse(row.first.isoformat()), language, Length.LONG)
            return RowDate(str(row.first.day), (weekday, month), full)
        case "month":
            date = parse(f"{row.first.year:04d}-{row.first.month:02d}")
            full = in_words(date, language, Length.LONG)
            years = () if band.first.year == band.last.year else (f"{row.first.year}",)
            if row.whole:
                return RowDate(month_name(row.first.month, language, short=True), years, full)
            part = parse(f"{row.first.isoformat()}/{row.last.isoformat()}")
            return RowDate(in_words(part, language, Length.SHORT_NO_YEAR), years, full)
        case "year":
            return RowDate(str(row.first.year), (), str(row.first.year))


def band_span(band: Stretch, language: str) -> str:
    """``February – September 1956``, with days where a month is cut."""
    first, last = band.rows[0], band.rows[-1]
    if band.unit == "year" and first.whole and last.whole:
        edtf = f"{first.first.year:04d}/{last.first.year:04d}"
    elif band.unit == "day" or not (first.whole and last.whole):
        edtf = f"{band.first.isoformat()}/{band.last.isoformat()}"
    else:
        edtf = f"{band.first.isoformat()[:7]}/{band.last.isoformat()[:7]}"
    start, _, end = edtf.partition("/")
    return in_words(parse(start if start == end else edtf), language, Length.LONG)
