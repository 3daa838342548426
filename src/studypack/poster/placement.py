"""Where each card stands: a longest path, exact and minimal, in O(rows × lanes + cards).

A row begins at T(r). A card begins at max(T(r) + pad, bottom of the lane's last card + gap), so in
its own row; the next row begins below every title of this one, while details may hang into it
where the lane is free. The last row of a band holds its cards whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A card to be placed; lengths in millimetres."""

    id: str
    lane: int
    row: int
    order: int
    """Place among the cards of its row."""
    height: float
    title: float
    """From the top of the box to the bottom of its title."""
    node: tuple[float, float] | None = None
    """Of a decision on the needle: its centre below the top of the box, and its radius."""


@dataclass(frozen=True)
class RowSpec:
    """What a row demands: a least height, room above it for a heading, and the end of a band."""

    least: float
    lead: float = 0.0
    closes: bool = False


@dataclass(frozen=True)
class Spacing:
    """White space: above the first card of a row and below its titles, and between two cards."""

    pad: float
    gap: float


@dataclass(frozen=True)
class Placement:
    """Tops of all rows with, last, the end of the chart; tops of all cards."""

    rows: tuple[float, ...]
    cards: Mapping[str, float]

    @property
    def height(self) -> float:
        """From the top of the chart to its end."""
        return self.rows[-1]


def place(
    boxes: Iterable[Box], rows: Sequence[RowSpec], spacing: Spacing, needle_top: float = 0.0
) -> Placement:
    """The least places for these cards; the order in which they are given does not matter.

    ``needle_top`` is the room that the needle's headings take at the top of the chart.
    """
    pad, gap = spacing.pad, spacing.gap
    by_row: dict[int, list[Box]] = {}
    for box in sorted(boxes, key=lambda b: (b.row, b.order, b.id)):
        by_row.setdefault(box.row, []).append(box)
    floors: dict[int, float] = {}
    needle = needle_top
    tops: list[float] = []
    cards: dict[str, float] = {}
    reached = 0.0
    for index, row in enumerate(rows):
        top = reached + row.lead
        tops.append(top)
        reached = top + row.least
        for box in by_row.get(index, ()):
            y = max(top + pad, floors.get(box.lane, -gap) + gap)
            if box.node:
                centre, radius = box.node
                y = max(y, needle - centre + radius)
                needle = y + centre + radius + gap
            cards[box.id] = y
            floors[box.lane] = y + box.height
            reached = max(reached, y + box.title + pad)
        if row.closes:
            reached = max(reached, *(floor + pad for floor in floors.values()), 0.0)
    return Placement((*tops, reached), cards)


def stretched(
    boxes: Sequence[Box],
    rows: Sequence[RowSpec],
    spacing: Spacing,
    height: float,
    needle_top: float = 0.0,
) -> Placement:
    """The same cards with white space enlarged until they fill ``height``.

    First gaps grow, to twice their size at most, then the least heights of rows.
    """

    def with_factors(white: float, least: float) -> Placement:
        taller = [RowSpec(r.least * least, r.lead, r.closes) for r in rows]
        roomier = Spacing(spacing.pad * white, spacing.gap * white)
        return place(boxes, taller, roomier, needle_top)

    def bisect(low: float, high: float, gaps: bool) -> float:
        for _ in range(40):
            middle = (low + high) / 2
            fits = with_factors(*((middle, middle) if gaps else (2.0, middle))).height <= height
            low, high = (middle, high) if fits else (low, middle)
        return low

    white = bisect(1.0, 2.0, gaps=True)
    if white < 1.999:
        return with_factors(white, white)
    return with_factors(2.0, bisect(1.0, 1000.0, gaps=False))
