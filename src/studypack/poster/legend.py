"""How to read the poster: only what occurs on it is explained."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from studypack.poster.cards import Cards
from studypack.poster.chart import Chart
from studypack.poster.layout import Layout
from studypack.poster.marks import ARROW, BAR, LEADER
from studypack.poster.scale import Scale
from studypack.poster.shapes import Drawing, Point, number
from studypack.poster.sheet import Sheet
from studypack.poster.style import (
    FAN_FINEST,
    FORCE,
    HATCH,
    INK,
    RESTRAINT,
    STRIP,
    ink_of,
)
from studypack.poster.symbols import draw_rule, draw_symbol
from studypack.poster.words import Wording
from studypack.summary.figure_words import number_in_words
from studypack.summary.header import Header, Needle
from studypack.summary.lanes import Lane

Draw = Callable[[Drawing, Point], None]
"""Draws a sign with its middle at a point."""


@dataclass(frozen=True)
class Facts:
    """What of all that a legend can explain stands on a poster."""

    kinds: frozenset[str]
    lanes: tuple[tuple[str, Lane], ...]
    """Titles, and how each looks."""
    hollow: bool
    poles: Needle | None
    dissent: bool
    turns: bool
    leaders: bool
    bars: bool
    scale: str
    """Of the rows and the strip on the left edge."""
    words: Wording
    lang: str
    """Of those words, if it is not that of the content."""


@dataclass(frozen=True)
class Entry:
    """A sign and what it means."""

    draw: Draw
    words: str
    lang: str = ""
    """The language of the words, if it is not that of the content."""


def most(header: Header, cards: Cards, scale: Scale) -> Facts:
    """The most that a poster of these cards can show."""
    every = cards.cards
    return Facts(
        kinds=frozenset(card.kind for card in every),
        lanes=_lanes(header, cards),
        hollow=any(card.hollow for card in every),
        poles=header.poster.needle if cards.needle is not None else None,
        dissent=any(card.dissenters for card in every),
        turns=cards.needle is not None,
        leaders=bool(cards.leaders),
        bars=any(card.last_row > card.row or card.open_end for card in every),
        scale=_scale_words(scale, 100, cards.words),
        words=cards.words,
        lang=cards.lang,
    )


def shown(header: Header, layout: Layout, chart: Chart) -> Facts:
    """What a painted chart does show."""
    cards = layout.shown.values()
    finest = [band for band in layout.scale.bands if band.finest]
    height = sum(layout.band_bottom(band) - layout.band_top(band) for band in finest)
    share = 100 * height / (layout.rows[-1] - layout.geometry.top)
    swing = chart.swing
    return Facts(
        kinds=frozenset(card.kind for card in cards),
        lanes=_lanes(header, layout.cards),
        hollow=any(card.hollow for card in cards),
        poles=header.poster.needle if swing else None,
        dissent=bool(swing and any(node.branches for node in swing.nodes)),
        turns=chart.turns,
        leaders=bool(chart.routes),
        bars=chart.has_bars,
        scale=_scale_words(layout.scale, share, layout.cards.words),
        words=layout.cards.words,
        lang=layout.cards.lang,
    )


def entries(facts: Facts, sheet: Sheet, *, mono: bool = False) -> Iterator[Entry]:
    """What the legend explains, in order."""
    mm, words, lang = sheet.mm, facts.words, facts.lang
    for kind, name in words.kinds.items():
        if kind in facts.kinds:
            yield Entry(_symbol(kind, mm(2.0)), name, lang)
    if facts.hollow:
        yield Entry(_symbol("event", mm(2.0), hollow=True), words.vague, lang)
    for title, lane in facts.lanes:
        yield Entry(_rule(lane, sheet.scale, mono=mono), title)
    if facts.poles:
        left, right = facts.poles.left.lower(), facts.poles.right.lower()
        yield Entry(_node(mm), words.needle.format(left=left, right=right), lang)
    if facts.dissent:
        yield Entry(_branch(mm), words.branch, lang)
    if facts.turns:
        yield Entry(_turn(mm), words.turn, lang)
    if facts.leaders:
        yield Entry(_arrow(mm), words.arrow, lang)
    if facts.bars:
        yield Entry(_bar(mm), words.bar, lang)
    yield Entry(_strip(mm), facts.scale, lang)


def _lanes(header: Header, cards: Cards) -> tuple[tuple[str, Lane], ...]:
    titles = {theatre.id: theatre.title for theatre in header.theatres}
    return tuple((titles[id_], look) for id_, look in zip(cards.lanes, cards.looks, strict=True))


def _scale_words(scale: Scale, share: float, words: Wording) -> str:
    finest = [band for band in scale.bands if band.finest]
    if not finest:
        return words.stretched
    days, total = (
        number_in_words(count, words.language)
        for count in (sum(band.days for band in finest), scale.days)
    )
    return words.stretched_part.format(days=days, total=total, share=f"{share:.0f}")


def _symbol(kind: str, radius: float, *, hollow: bool = False) -> Draw:
    return lambda drawing, at: draw_symbol(drawing, kind, at, radius, INK, hollow=hollow)


def _rule(lane: Lane, unit: float, *, mono: bool) -> Draw:
    colour = ink_of(lane, mono=mono)
    return lambda drawing, at: draw_rule(
        drawing, lane, at[0], at[1] - 2.6 * unit, at[1] + 2.6 * unit, colour, unit
    )


_Mm = Callable[[float], float]


def _node(mm: _Mm) -> Draw:
    """A piece of the needle's strip with its line and a decision."""

    def draw(drawing: Drawing, at: Point) -> None:
        x, y = at
        half, high = mm(3.0), mm(2.7)
        drawing.rect(x - half, y - high, half, 2 * high, FORCE)
        drawing.hatch(x - half, y - high, half, 2 * high, HATCH, mm(0.18), mm(1.5))
        drawing.rect(x, y - high, half, 2 * high, RESTRAINT)
        line = [(x + mm(1.8), y - high), (x - mm(0.6), y), (x - mm(0.2), y + high)]
        drawing.line(line, INK, mm(0.8))
        drawing.diamond((x - mm(0.6), y), mm(1.6), INK, stroke="#FFFFFF", line=mm(0.2))

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
    """A piece of the strip on the left edge, and the fan to the rows."""

    def draw(drawing: Drawing, at: Point) -> None:
        x, y = at
        left, right, high = x - mm(2.8), x + mm(2.8), mm(2.6)
        drawing.rect(left, y - high, mm(2.2), 2 * high, STRIP)
        drawing.rect(left, y - mm(0.6), mm(2.2), mm(1.2), INK)
        near = left + mm(2.2)
        fan = [(near, y - mm(0.6)), (right, y - high), (right, y + high), (near, y + mm(0.6))]
        drawing.polygon(fan, FAN_FINEST)

    return draw
