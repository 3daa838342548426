"""What is drawn about the cards: bars of duration, needle, leaders, symbols and rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from studypack.poster import links, style
from studypack.poster.cards import Card
from studypack.poster.geometry import Column
from studypack.poster.layout import Layout
from studypack.poster.links import Field, Port, Ports, Route
from studypack.poster.needle import Needle
from studypack.poster.shapes import Drawing, number
from studypack.poster.style import FORCE, HATCH, INK, RESTRAINT, ink_of
from studypack.poster.symbols import draw_rule, draw_symbol

BAR = 1.3
"""Width of a bar of duration, mm on A1."""
LEADER, ARROW = 0.7, 2.4
PITCH = 1.8
"""Between parallel leaders."""
SYMBOL_MOST = 2.1
"""Radius of a symbol, so that the widest stays clear of its title, mm on A1."""
LONG, VAGUE = 0.4, 0.12
"""A bar is drawn up to this part of the chart, one of an uncertain date up to the second."""
BARS = 2
"""How many bars of duration a gutter holds."""


def paint_needle_ground(swing: Needle, layout: Layout, drawing: Drawing) -> None:
    """The two halves of the strip; Force is hatched, since its tint vanishes in a photocopy."""
    column, mm = swing.column, layout.sheet.mm
    top, height = swing.top, swing.bottom - swing.top
    half = (column.right - column.text) / 2
    drawing.rect(column.text, top, half, height, FORCE)
    drawing.hatch(column.text, top, half, height, HATCH, mm(0.18), mm(2.6))
    drawing.rect(swing.middle, top, half, height, RESTRAINT)
    middle = [(swing.middle, top), (swing.middle, swing.bottom)]
    drawing.line(middle, INK, mm(0.2), dash=f"{number(mm(0.9))} {number(mm(0.7))}")


def paint_bars(layout: Layout, routes: Sequence[Route], drawing: Drawing, *, mono: bool) -> bool:
    """A hollow bar from the first to the last row of an event; dashed where that is uncertain.

    A long one would say little and look like much, the more so if its date is uncertain: its words
    stand alone. Where a band begins, a bar is broken for the heading.
    A gutter has room for BARS of them side by side, less where leaders run in it. An event that
    finds none has its words alone, as those of importance 3 have. Returns whether there is any.
    """
    mm = layout.sheet.mm
    taken = [
        (x0 - mm(LEADER), min(y0, y1), x0 + mm(LEADER), max(y0, y1))
        for route in routes
        for (x0, y0), (x1, y1) in pairwise(route.points)
        if x0 == x1
    ]
    lasting = [
        card
        for card in layout.shown.values()
        if (card.last_row > card.row or card.open_end) and card.importance < 3
    ]
    drawn = False
    for card in sorted(lasting, key=lambda c: (c.hollow, c.importance, c.order)):
        top = layout.first_line(card) - mm(1.2)
        last = len(layout.scale.rows) - 1 if card.open_end else card.last_row
        bottom = layout.row_bottom(last) - mm(1.0) - (mm(2.4) if card.open_end else 0)
        most = VAGUE if card.hollow else LONG
        if bottom - top > most * (layout.rows[-1] - layout.geometry.top):
            continue
        for track in range(BARS):
            left = layout.column(card).left - mm(0.5 + track * (BAR + 0.6) + BAR)
            box = (left - mm(0.2), top - mm(1), left + mm(BAR + 0.2), bottom + mm(1))
            if any(_overlap(box, other) for other in taken):
                continue
            taken.append(box)
            _bar(card, left, top, bottom, layout, drawing, mono=mono)
            drawn = True
            break
    return drawn


_Rectangle = tuple[float, float, float, float]


def _overlap(a: _Rectangle, b: _Rectangle) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _bar(
    card: Card,
    left: float,
    top: float,
    bottom: float,
    layout: Layout,
    drawing: Drawing,
    *,
    mono: bool,
) -> None:
    mm, colour = layout.sheet.mm, ink_of(layout.cards.looks[card.lane], mono=mono)
    dash = f"{number(mm(1.6))} {number(mm(0.9))}" if card.hollow else ""
    for start, end in _pieces(top, bottom, layout):
        ends = start == top, end == bottom and not card.open_end
        outline = _outline(left, start, end, mm(BAR / 2), ends)
        drawing.path(outline, "none", stroke=colour, line=mm(0.3), dash=dash)
    if card.open_end:
        x = left + mm(BAR / 2)
        head = [(x - mm(1.2), bottom), (x + mm(1.2), bottom), (x, bottom + mm(2.2))]
        drawing.polygon(head, colour)


def _pieces(top: float, bottom: float, layout: Layout) -> Iterator[tuple[float, float]]:
    """The parts of a bar between the headings of bands."""
    for band in layout.scale.bands:
        first, last = layout.rows[band.rows[0].index], layout.row_bottom(band.rows[-1].index)
        start, end = max(top, first), min(bottom, last - layout.sheet.mm(0.8))
        if end - start > layout.sheet.mm(1):
            yield start, end


def _outline(left: float, top: float, bottom: float, radius: float, ends: tuple[bool, bool]) -> str:
    """A bar's path: round at its ends, open where it goes on."""
    begins, closes = ends
    x0, x1, r = number(left), number(left + 2 * radius), number(radius)
    y0, y1 = number(top + radius * begins), number(bottom - radius * closes)
    over = f"A{r} {r} 0 0 1 {x1} {y0}" if begins else f"M{x1} {y0}"
    under = f"A{r} {r} 0 0 1 {x0} {y1}" if closes else ""
    return f"M{x0} {y1}V{y0}{over}V{y1}{under}"


def leaders(
    swing: Needle | None,
    layout: Layout,
    written: Mapping[int, Sequence[tuple[float, float]]],
    *,
    undecided: bool = False,
) -> tuple[tuple[Route, ...], tuple[tuple[str, str], ...]]:
    """The ways of the causal links between cards that are shown, and the links without a way.

    ``written`` are the stretches of a column in which words stand that are no card's.
    ``undecided`` leaves those out that would tell where a decision stands on the needle.
    """
    geometry, mm = layout.geometry, layout.sheet.mm
    wanted = [
        (leader.source, leader.target)
        for leader in layout.cards.leaders
        if leader.source in layout.shown and leader.target in layout.shown
    ]
    if undecided:
        wanted = [pair for pair in wanted if not any(layout.is_node(layout.shown[i]) for i in pair)]
    gutters = [geometry.gutter(index) for index in range(len(geometry.columns) + 1)]
    taken = {column: list(stretches) for column, stretches in written.items()}
    for card in layout.shown.values():
        index = geometry.column_of(card.lane)
        taken.setdefault(index, []).append((layout.top(card), layout.bottom(card)))
    if swing and geometry.needle is not None:
        taken.setdefault(geometry.needle, []).extend(
            (node.centre[1] - node.radius, node.centre[1] + node.radius) for node in swing.nodes
        )
    ports = {id_: _ports(layout.shown[id_], swing, layout) for pair in wanted for id_ in pair}
    field = Field(tuple(gutters), taken, layout.rows[-1], mm(PITCH), mm(1.1))
    return links.route(wanted, ports, field)


def _ports(card: Card, swing: Needle | None, layout: Layout) -> Ports:
    index = layout.geometry.column_of(card.lane)
    mm = layout.sheet.mm
    column = layout.column(card)
    left = Port(layout.symbol_x(column) - mm(2.5), layout.first_line(card), index)
    right = Port(layout.title_end(card) + mm(1.2), layout.last_line(card), index + 1)
    if swing and layout.is_node(card) and layout.geometry.needle is not None:
        node = next(n for n in swing.nodes if n.card == card)
        x, y = node.centre
        if layout.geometry.needle < index:
            left = Port(x - node.radius, y, layout.geometry.needle)
        else:
            right = Port(x + node.radius, y, layout.geometry.needle + 1)
    return Ports(left, right)


def paint_leaders(routes: Sequence[Route], layout: Layout, drawing: Drawing) -> None:
    """Black lines on white ones, so that what they cross is seen to pass under them."""
    mm = layout.sheet.mm
    for route in routes:
        points = list(route.points)
        x1, y1 = points[-1]
        direction = 1 if x1 > points[-2][0] else -1
        points[-1] = (x1 - direction * mm(ARROW * 0.8), y1)
        drawing.line(points[1:-1], "#FFFFFF", mm(LEADER + 0.9))
        drawing.line(points, INK, mm(LEADER))
        back = x1 - direction * mm(ARROW)
        half = mm(ARROW * 0.48)
        drawing.polygon([(x1, y1), (back, y1 - half), (back, y1 + half)], INK)


def paint_needle(swing: Needle, routes: Sequence[Route], layout: Layout, drawing: Drawing) -> None:
    """The line through all decisions, their dissents, and a hairline from each to its card."""
    mm = layout.sheet.mm
    for node in swing.nodes:
        if layout.is_node(node.card):
            x, y = node.centre
            column = layout.column(node.card)
            if column.left > swing.column.left:
                drawing.line([(x, y), (column.text - mm(0.8), y)], INK, mm(0.2))
            else:
                drawing.line([(layout.title_end(node.card) + mm(1), y), (x, y)], INK, mm(0.2))
    drawing.line([node.centre for node in swing.nodes], INK, mm(1.7), round_=True)
    meets = {id_ for route in routes for id_ in (route.source, route.target)}
    for node in swing.nodes:
        for branch in node.branches:
            x, y = branch.centre
            hidden = abs(x - node.centre[0]) < node.radius + mm(2.2)
            if hidden or (node.card.id in meets and x < node.centre[0]):
                y += mm(4.5)
            dash = f"{number(mm(1.1))} {number(mm(0.8))}"
            drawing.line([node.centre, (x, y)], INK, mm(0.4), dash=dash)
            drawing.diamond((x, y), mm(1.6), "#FFFFFF", stroke=INK, line=mm(0.4))
        drawing.diamond(node.centre, node.radius, INK, stroke="#FFFFFF", line=mm(0.3))


def paint_guides(swing: Needle, layout: Layout, drawing: Drawing) -> None:
    """A thin line across the strip at each decision, for students to set its diamond on."""
    mm, column = layout.sheet.mm, swing.column
    for node in swing.nodes:
        y = node.centre[1]
        if layout.is_node(node.card):
            ends = [(column.text, y), (layout.column(node.card).text - mm(0.8), y)]
            if layout.column(node.card).left < column.left:
                ends = [(layout.title_end(node.card) + mm(1), y), (column.right, y)]
            drawing.line(ends, INK, mm(0.2))


def paint_symbols(layout: Layout, drawing: Drawing, *, mono: bool) -> None:
    """A symbol at each title and the lane's rule along the rest of its card."""
    for card in layout.shown.values():
        column = layout.column(card)
        look = layout.cards.looks[card.lane]
        colour = ink_of(look, mono=mono)
        size = layout.sheet.titles[card.importance - 1] * layout.em
        x = layout.symbol_x(column)
        centre = layout.first_line(card)
        beside_needle = layout.is_node(card) and _right_of_needle(column, layout)
        if not beside_needle:
            draw_symbol(
                drawing,
                card.kind,
                (x, centre),
                min(size * style.SYMBOL, layout.sheet.mm(SYMBOL_MOST)),
                colour,
                hollow=card.hollow,
            )
        top = centre + size * 0.62
        bottom = layout.bottom(card) - layout.em * 0.12
        draw_rule(drawing, look, x, top, bottom, colour, layout.sheet.scale)


def _right_of_needle(column: Column, layout: Layout) -> bool:
    index = layout.geometry.needle
    return index is not None and column.left > layout.geometry.columns[index].left
