"""What lies under the cards: tinted bands, the linear strip, the lines of the rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from studypack.poster import style
from studypack.poster.cards import Card
from studypack.poster.geometry import STRIP, YEAR, fan
from studypack.poster.layout import Layout
from studypack.poster.lettering import Words, on_baseline
from studypack.poster.scale import Stretch
from studypack.poster.shapes import Drawing
from studypack.poster.sheet import LEAST, MM_PER_PT
from studypack.poster.style import FAN_FINEST, GREY, HAIRLINE, INK, TINT

_YEARS_APART = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_STRIP_BETWEEN = "#E4DFD5"
_FAN = "#F1EEE7"


def paint_ground(layout: Layout, drawing: Drawing) -> list[Words]:
    """Bands, strip and row lines; returns the years beside the strip."""
    _bands(layout, drawing)
    years = _strip(layout, drawing)
    _row_lines(layout, drawing)
    return years


def is_tinted(layout: Layout, band: Stretch) -> bool:
    """Coarser bands are tinted, where there is a finer one."""
    return not band.finest and any(other.finest for other in layout.scale.bands)


def _bands(layout: Layout, drawing: Drawing) -> None:
    left, right = layout.geometry.dates, layout.geometry.right
    for band in layout.scale.bands:
        top, bottom = layout.band_top(band), layout.band_bottom(band)
        if is_tinted(layout, band):
            drawing.rect(left, top, right - left, bottom - top, TINT)


def paint_band_rules(layout: Layout, drawing: Drawing) -> None:
    """A rule where the unit of time changes, needle or not."""
    left, right, rule = layout.geometry.dates, layout.geometry.right, layout.sheet.mm(0.8)
    for band in layout.scale.bands[1:]:
        drawing.rect(left, layout.band_top(band) - rule / 2, right - left, rule, INK)


def _strip(layout: Layout, drawing: Drawing) -> list[Words]:
    """The whole span on a true scale; fans lead from each band's part of it to its rows."""
    geometry, sheet = layout.geometry, layout.sheet
    left, width = geometry.left, sheet.mm(STRIP)
    top, bottom = geometry.top, layout.rows[-1]
    start, days = layout.scale.bands[0].first, layout.scale.days

    def y(day: dt.date) -> float:
        return top + (bottom - top) * (day - start).days / days

    drawing.rect(left, top, width, bottom - top, _STRIP_BETWEEN)
    for band in layout.scale.bands:
        first, after = y(band.first), y(band.last + dt.timedelta(days=1))
        edges = layout.band_top(band), layout.band_bottom(band)
        edge = left + width + fan(sheet)
        drawing.polygon(
            [(left + width, first), (edge, edges[0]), (edge, edges[1]), (left + width, after)],
            FAN_FINEST if band.finest else _FAN,
        )
        drawing.rect(left, first, width, after - first, INK if band.finest else style.STRIP)
    size = max(YEAR * sheet.scale, LEAST)
    apart = next(
        step
        for step in _YEARS_APART
        if step * 365 * (bottom - top) / days > 2 * size * MM_PER_PT or step == _YEARS_APART[-1]
    )
    years = []
    for day in _ticks(start, layout.scale.bands[-1].last, apart):
        new_year = day.month == 1
        reach = width if new_year else width * 0.4
        drawing.line([(left, y(day)), (left + reach, y(day))], INK if new_year else GREY, 0.2)
        if new_year:
            years.append(
                on_baseline(str(day.year), left + width + sheet.mm(0.8), y(day), size, "plain")
            )
    return years


def _ticks(first: dt.date, last: dt.date, apart: int) -> Iterator[dt.date]:
    """The first of January of every so many years; of every month too in spans of ten years."""
    months = (last.year - first.year) * 12 + last.month - first.month
    year, month = first.year, first.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        if (month == 1 and year % apart == 0) or (month > 1 and months <= 120):
            yield dt.date(year, month, 1)


def _row_lines(layout: Layout, drawing: Drawing) -> None:
    """A hairline on top of every row; in a lane it stops behind a card that hangs across it."""
    line = layout.sheet.mm(0.14)
    geometry = layout.geometry
    by_lane: dict[int, list[Card]] = {}
    for card in layout.shown.values():
        by_lane.setdefault(card.lane, []).append(card)
    for row in layout.scale.rows:
        if row == layout.scale.bands[row.band].rows[0]:
            continue
        y = layout.rows[row.index]
        spans = [(geometry.dates, geometry.gutter(0)[0])]
        spans += [
            (column.left, column.right)
            for column in geometry.columns
            if column.lane is not None
            and not any(layout.top(c) < y < layout.bottom(c) for c in by_lane.get(column.lane, ()))
        ]
        spans.append((geometry.dates_right, geometry.right))
        for left, right in spans:
            drawing.line([(left, y), (right, y)], HAIRLINE, line)
