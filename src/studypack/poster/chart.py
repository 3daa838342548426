"""The chart between head and foot: its shapes, and its words in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from studypack.fonts import SANS
from studypack.poster import advance
from studypack.poster.advance import Face
from studypack.poster.blanks import Blanks
from studypack.poster.dates_column import RowDate, band_span, row_date
from studypack.poster.fit import row_least
from studypack.poster.ground import is_tinted, paint_band_rules, paint_ground
from studypack.poster.layout import Layout
from studypack.poster.lettering import CAPITALS, Element, PlacedCard, Words, on_baseline
from studypack.poster.links import Route
from studypack.poster.marks import (
    leaders,
    paint_bars,
    paint_guides,
    paint_leaders,
    paint_needle,
    paint_needle_ground,
    paint_symbols,
)
from studypack.poster.needle import Needle, needle
from studypack.poster.poles import Taken, above_needle
from studypack.poster.scale import Row, Stretch
from studypack.poster.shapes import Drawing
from studypack.poster.sheet import LEAST, MM_PER_PT
from studypack.poster.style import INK
from studypack.product import Blank
from studypack.summary.header import Header


@dataclass(frozen=True)
class Chart:
    """The painted chart: its words, and what the legend must explain."""

    elements: tuple[Element, ...]
    margin: tuple[Words, ...]
    """Years of the linear strip: read last."""
    swing: Needle | None
    note_placed: bool
    """Whether the note on the needle has found room above its strip."""
    routes: tuple[Route, ...]
    unrouted: tuple[tuple[str, str], ...]
    has_bars: bool
    turns: bool
    """Whether a day on which the needle crosses the middle is marked."""
    blanks: Blanks


def paint_chart(
    header: Header, layout: Layout, drawing: Drawing, *, mono: bool, gaps: Blanks
) -> Chart:
    """Paints the chart; what lies on top comes last."""
    bands = [(layout.band_top(b), layout.band_bottom(b)) for b in layout.scale.bands]
    swing = needle(layout.fit, {c.id: layout.top(c) for c in layout.shown.values()}, bands)
    years = paint_ground(layout, drawing)
    if gaps.mask:
        years = []  # the fan leads from a year of the strip to its row
    if swing:
        paint_needle_ground(swing, layout, drawing)
    paint_band_rules(layout, drawing)
    above: list[Words] = []
    taken = _headings(layout, gaps)
    if swing and header.poster.needle and layout.geometry.needle is not None:
        above, words = above_needle(header.poster.needle, swing, layout)
        taken.setdefault(layout.geometry.needle, []).extend(words)
    routes, unrouted = leaders(swing, layout, taken, undecided=gaps.kind is Blank.DECISIONS)
    has_bars = paint_bars(layout, routes, drawing, mono=mono)
    paint_leaders(routes, layout, drawing)
    if swing and gaps.kind is Blank.DECISIONS:
        paint_guides(swing, layout, drawing)
    elif swing:
        paint_needle(swing, routes, layout, drawing)
    paint_symbols(layout, drawing, mono=mono)
    turns = _turning_rows(swing) if gaps.kind in {None, Blank.TITLES} else frozenset()
    elements = [*above, *_rows(layout, turns, drawing, gaps)]
    note_placed = any("note" in words.classes for words in above)
    return Chart(
        tuple(elements),
        tuple(years),
        swing,
        note_placed,
        routes,
        unrouted,
        has_bars,
        bool(turns),
        gaps,
    )


def _turning_rows(swing: Needle | None) -> frozenset[int]:
    if swing is None:
        return frozenset()
    turns = swing.turns()
    return frozenset(node.card.row for node in swing.nodes if node.card.id in turns)


def _rows(
    layout: Layout, turns: frozenset[int], drawing: Drawing, gaps: Blanks
) -> Iterator[Element]:
    language = layout.cards.words.language
    by_row: dict[int, list[PlacedCard]] = {}
    for card in sorted(layout.shown.values(), key=lambda c: (c.row, c.lane, layout.top(c))):
        column = layout.column(card)
        by_row.setdefault(card.row, []).append(
            PlacedCard(
                gaps.card(card, layout.fit.extent(card), layout),
                column.text,
                layout.top(card),
                column.width,
            )
        )
    for band in layout.scale.bands:
        yield from _band_heading(band, layout, gaps)
        for row in band.rows:
            cards = by_row.get(row.index, [])
            date = row_date(row, band, language)
            if row.unit == "day" and row != band.rows[0] and row.first.day != 1:
                date = date.without_month()
            if gaps.kind is Blank.DATES:
                if cards:
                    yield _date_gap(row, gaps.rows[row.index], layout, drawing)
            else:
                yield from _date(row, date, bool(cards), row.index in turns, layout, drawing)
            yield from cards
            if cards and gaps.kind is not Blank.DATES:
                yield _right_date(row, date, layout)


def _headings(layout: Layout, gaps: Blanks) -> dict[int, Taken]:
    """Column -> stretches from top to bottom in which the heading of a band stands."""
    taken: dict[int, Taken] = {}
    for band in layout.scale.bands:
        last = list(_band_heading(band, layout, gaps))[-1]
        end = last.left + advance.width(last.words, Face(SANS)) * last.size * MM_PER_PT
        for index, column in enumerate(layout.geometry.columns):
            if column.left < end:
                stretch = layout.band_top(band), layout.rows[band.rows[0].index]
                taken.setdefault(index, []).append(stretch)
    return taken


def _band_heading(band: Stretch, layout: Layout, gaps: Blanks) -> Iterator[Words]:
    sheet, words, lang = layout.sheet, layout.cards.words, layout.cards.lang
    base = layout.band_top(band) + sheet.mm(6.6 if band.index else 6.2)
    size = sheet.heading
    left = layout.geometry.dates + sheet.mm(0.8)
    ground = "tint" if is_tinted(layout, band) else "plain"
    yield on_baseline(band.title, left, base, size, f"bold {ground}", tag="h2")
    width = advance.width(band.title, Face(SANS, "700")) * size * MM_PER_PT
    says = words.rows[band.unit]
    if not gaps.mask:
        says = f"{band_span(band, words.language)} · {says}"
    small = max(13 * sheet.scale, sheet.legend_min)
    yield on_baseline(says, left + width + sheet.mm(2.5), base, small, ground, lang=lang)


def _date(
    row: Row, date: RowDate, filled: bool, turn: bool, layout: Layout, drawing: Drawing
) -> Iterator[Words]:
    sheet, lang = layout.sheet, layout.cards.lang
    top, left = layout.rows[row.index], layout.geometry.dates + sheet.mm(0.8)
    room = layout.geometry.gutter(0)[0] - left
    if not filled:
        long = advance.width(date.large, Face(SANS)) * MM_PER_PT
        size = min(sheet.numeral_empty, max(LEAST, room / long))
        base = (top + layout.row_bottom(row.index)) / 2
        if layout.row_bottom(row.index) - top > 2.2 * size * MM_PER_PT:
            base = top + size * MM_PER_PT
        # a little higher than the middle, for the tails of months
        base += CAPITALS[SANS] * size * MM_PER_PT / 2 - sheet.mm(0.2)
        yield on_baseline(date.large, left, base, size, "grey", lang=lang)
        beside = left + advance.width(date.large, Face(SANS)) * size * MM_PER_PT + sheet.mm(1)
        if date.small:
            tiny = sheet.tiny(8.5)
            yield on_baseline(" ".join(date.small), beside, base, tiny, "grey", lang=lang)
        return
    size = sheet.numeral if row.unit == "day" else sheet.label
    long = advance.width(date.large, Face(SANS, "700")) * MM_PER_PT
    size = min(size, max(LEAST, room / long))
    high = CAPITALS[SANS] * size * MM_PER_PT
    base = top + sheet.mm(1.2) + high
    width = advance.width(date.large, Face(SANS, "700")) * size * MM_PER_PT
    if turn:
        drawing.rect(
            left - sheet.mm(0.8),
            top + sheet.mm(0.3),
            width + sheet.mm(1.6),
            high + sheet.mm(1.8),
            INK,
        )
    classes = "bold turn" if turn else "bold"
    yield on_baseline(date.large, left, base, size, classes, tag="h3", outline=date.full, lang=lang)
    if row.unit == "day":  # weekdays stand under one another
        width = advance.width("00", Face(SANS, "700")) * size * MM_PER_PT
    beside = left + width + sheet.mm(1.6)
    tiny = sheet.tiny(9.5)
    capital = tiny * MM_PER_PT * CAPITALS[SANS]
    line = base - high + capital
    for word in date.small:
        is_weekday = row.unit == "day" and word == date.small[-1]
        yield on_baseline(word, beside, line, tiny, "grey" if is_weekday else "bold", lang=lang)
        # apart, unless that is too near to the next row
        lowest = layout.row_bottom(row.index) - sheet.mm(0.8)
        line = max(base, min(line + 1.55 * capital, lowest))


def _date_gap(row: Row, number: int, layout: Layout, drawing: Drawing) -> Words:
    """A line to write a date upon, and its number."""
    sheet = layout.sheet
    left = layout.geometry.dates + sheet.mm(0.8)
    size = sheet.tiny(9.5)
    least = row_least(sheet, row, filled=True)
    base = layout.rows[row.index] + least - sheet.mm(1.2)
    right = layout.geometry.gutter(0)[0] - sheet.mm(1)
    drawing.line([(left + sheet.mm(6), base), (right, base)], INK, sheet.mm(0.2))
    outline = layout.cards.words.gap.format(number)
    return on_baseline(str(number), left, base, size, "grey", tag="h3", outline=outline)


def _right_date(row: Row, date: RowDate, layout: Layout) -> Words:
    """The date once more on the right, for the eyes alone."""
    sheet = layout.sheet
    size = sheet.tiny(10.5 if row.unit == "day" else 9.0)
    base = layout.rows[row.index] + sheet.mm(1.2) + CAPITALS[SANS] * size * MM_PER_PT
    width = advance.width(date.short, Face(SANS, "700")) * size * MM_PER_PT
    left = layout.geometry.right - width - sheet.mm(0.5)
    # a link without a target is nothing that a screen reader says twice, see studypack.tags
    lang = layout.cards.lang
    return on_baseline(date.short, left, base, size, "bold grey", tag="a", lang=lang)
