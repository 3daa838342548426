"""How to read the poster: only what occurs on it is explained."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from studypack.poster.chart import Chart
from studypack.poster.layout import Layout
from studypack.poster.marks import ARROW, BAR, LEADER
from studypack.poster.shapes import Drawing, Point, number
from studypack.poster.style import INK, lane_style
from studypack.poster.symbols import draw_rule, draw_symbol
from studypack.summary.header import Header

Draw = Callable[[Drawing, Point], None]
"""Draws a sign with its middle at a point."""

_KINDS = {
    "event": "Event",
    "decision": "Decision",
    "violence": "Violence",
    "movement": "Troops or people move",
    "talks": "Talks",
    "statement": "Statement",
}


@dataclass(frozen=True)
class Entry:
    """A sign and what it means."""

    draw: Draw
    words: str


def entries(header: Header, layout: Layout, chart: Chart, *, mono: bool) -> Iterator[Entry]:
    """What the legend explains, in order."""
    mm = layout.sheet.mm
    shown = list(layout.shown.values())
    kinds = {card.kind for card in shown}
    for kind, words in _KINDS.items():
        if kind in kinds:
            yield Entry(_symbol(kind, mm(2.0)), words)
    if any(card.hollow for card in shown):
        yield Entry(_symbol("event", mm(2.0), hollow=True), "Date approximate or uncertain")
    titles = {theatre.id: theatre.title for theatre in header.theatres}
    for lane, theatre in enumerate(layout.cards.lanes):
        yield Entry(_rule(lane, layout, mono=mono), titles[theatre])
    if chart.swing and header.poster.needle:
        poles = header.poster.needle
        yield Entry(_node(mm), f"Decision between {poles.left.lower()} and {poles.right.lower()}")
        if any(node.branches for node in chart.swing.nodes):
            yield Entry(_branch(mm), "Dissent, and which way")
        if chart.swing.turns():
            yield Entry(_turn(mm), "Day on which the needle crosses the middle")
    if chart.routes:
        yield Entry(_arrow(mm), "Led to, as the sources argue")
    if chart.has_bars:
        yield Entry(_bar(mm), "Spread over the length of the bar")
    yield Entry(_strip(mm), _strip_words(layout))


def _strip_words(layout: Layout) -> str:
    finest = [band for band in layout.scale.bands if band.finest]
    if not finest:
        return "Rows stretch to hold what happened; left edge: the true scale"
    days = sum(band.days for band in finest)
    height = sum(layout.band_bottom(band) - layout.band_top(band) for band in finest)
    share = 100 * height / (layout.rows[-1] - layout.geometry.top)
    return (
        f"Rows stretch to hold what happened; on the true scale at the left edge {days} of"
        f" {layout.scale.days:,} days fill {share:.0f} % of the chart"
    )


def _symbol(kind: str, radius: float, *, hollow: bool = False) -> Draw:
    return lambda drawing, at: draw_symbol(drawing, kind, at, radius, INK, hollow=hollow)


def _rule(lane: int, layout: Layout, *, mono: bool) -> Draw:
    look, unit = lane_style(lane, mono=mono), layout.sheet.scale
    return lambda drawing, at: draw_rule(
        drawing, look.pattern, at[0], at[1] - 2.6 * unit, at[1] + 2.6 * unit, look.colour, unit
    )


_Mm = Callable[[float], float]


def _node(mm: _Mm) -> Draw:
    def draw(drawing: Drawing, at: Point) -> None:
        x, y = at
        line = [(x - mm(2.4), y - mm(3.2)), at, (x + mm(1.2), y + mm(3.2))]
        drawing.line(line, INK, mm(1.0))
        drawing.diamond(at, mm(2.1), INK)

    return draw


def _branch(mm: _Mm) -> Draw:
    def draw(drawing: Drawing, at: Point) -> None:
        x, y = at
        dash = f"{number(mm(1.1))} {number(mm(0.8))}"
        drawing.line([(x - mm(3), y), (x + mm(0.6), y)], INK, mm(0.4), dash=dash)
        drawing.diamond((x + mm(1.2), y), mm(1.6), "#FFFFFF", stroke=INK, line=mm(0.4))

    return draw


def _turn(mm: _Mm) -> Draw:
    return lambda drawing, at: drawing.rect(at[0] - mm(2.6), at[1] - mm(2), mm(5.2), mm(4), INK)


def _arrow(mm: _Mm) -> Draw:
    def draw(drawing: Drawing, at: Point) -> None:
        x, y = at
        drawing.line([(x - mm(3), y), (x + mm(1.4), y)], INK, mm(LEADER))
        half = mm(ARROW * 0.48)
        drawing.polygon([(x + mm(3), y), (x + mm(0.6), y - half), (x + mm(0.6), y + half)], INK)

    return draw


def _bar(mm: _Mm) -> Draw:
    return lambda drawing, at: drawing.frame(
        at[0] - mm(BAR / 2), at[1] - mm(2.6), mm(BAR), mm(5.2), INK, mm(0.3), round_=mm(BAR / 2)
    )


def _strip(mm: _Mm) -> Draw:
    return lambda drawing, at: drawing.rect(at[0] - mm(2.2), at[1] - mm(2.2), mm(4.4), mm(4.4), INK)
