"""Where each card stands: a longest path, exact and minimal, in O(rows × lanes + cards).

A row begins at T(r). A card begins at max(T(r) + pad, bottom of the lane's last card + gap), so in
its own row; the next row begins below every title of this one, while details may hang into it
where the lane is free. The last row of a band holds its cards whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

WHITE_LIMIT = 2.2
"""White space is stretched to this multiple at most; what is left goes to the rows."""


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

    def times(self, factor: float) -> Spacing:
        """All of it larger by a factor."""
        return Spacing(self.pad * factor, self.gap * factor)


@dataclass(frozen=True)
class Step:
    """A card on the longest path, and what of it counts there: all of it, or its title only."""

    id: str
    whole: bool


@dataclass(frozen=True)
class Placement:
    """Tops of all rows with, last, the end of the chart; tops of all cards."""

    rows: tuple[float, ...]
    cards: Mapping[str, float]
    path: tuple[Step, ...]
    """What makes the chart as high as it is, from the end to the beginning."""

    @property
    def height(self) -> float:
        """From the top of the chart to its end."""
        return self.rows[-1]

    def silence(self, boxes: Iterable[Box]) -> float:
        """The longest stretch of the chart in which none of these cards stands."""
        longest = reached = 0.0
        for box in sorted(boxes, key=lambda box: self.cards[box.id]):
            longest = max(longest, self.cards[box.id] - reached)
            reached = max(reached, self.cards[box.id] + box.height)
        return max(longest, self.height - reached)


_IN_ORDER = attrgetter("row", "order", "id")
_Cause = tuple[str, str | int] | None


def place(
    boxes: Iterable[Box], rows: Sequence[RowSpec], spacing: Spacing, needle_top: float = 0.0
) -> Placement:
    """The least places for these cards; the order in which they are given does not matter.

    ``needle_top`` is the room that the needle's headings take at the top of the chart.
    """
    pad, gap = spacing.pad, spacing.gap
    by_row: dict[int, list[Box]] = {}
    for box in sorted(boxes, key=_IN_ORDER):
        by_row.setdefault(box.row, []).append(box)
    floors: dict[int, tuple[float, str]] = {}
    needle: tuple[float, str | None] = (needle_top, None)
    tops: list[float] = []
    cards: dict[str, float] = {}
    before: dict[str, _Cause] = {}
    row_before: list[_Cause] = []
    reached = 0.0
    cause: _Cause = None
    for index, row in enumerate(rows):
        top = reached + row.lead
        tops.append(top)
        row_before.append(cause)
        reached, cause = top + row.least, ("row", index)
        for box in by_row.get(index, ()):
            y = top + pad
            why: _Cause = ("row", index)
            if box.lane in floors and floors[box.lane][0] + gap > y:
                y, why = floors[box.lane][0] + gap, ("whole", floors[box.lane][1])
            if box.node:
                centre, radius = box.node
                if needle[0] - centre + radius > y:
                    y = needle[0] - centre + radius
                    why = ("title", needle[1]) if needle[1] else ("row", index)
                needle = (y + centre + radius + gap, box.id)
            cards[box.id] = y
            before[box.id] = why
            floors[box.lane] = (y + box.height, box.id)
            if y + box.title + pad > reached:
                reached, cause = y + box.title + pad, ("title", box.id)
        if row.closes:
            for floor, last in floors.values():
                if floor + pad > reached:
                    reached, cause = floor + pad, ("whole", last)
    return Placement((*tops, reached), cards, tuple(_walk(cause, before, row_before)))


def _walk(
    cause: _Cause, before: Mapping[str, _Cause], row_before: Sequence[_Cause]
) -> Iterable[Step]:
    while cause is not None:
        kind, what = cause
        if isinstance(what, int):
            cause = row_before[what]
        else:
            yield Step(what, kind == "whole")
            cause = before[what]


def stretched(
    boxes: Iterable[Box],
    rows: Sequence[RowSpec],
    spacing: Spacing,
    height: float,
    needle_top: float = 0.0,
) -> Placement:
    """The same cards with white space enlarged until they fill ``height``.

    White space and the least heights of rows grow together; past WHITE_LIMIT only the rows do.
    """
    given = tuple(boxes)

    def grown(factor: float) -> Placement:
        taller = [RowSpec(row.least * factor, row.lead, row.closes) for row in rows]
        return place(given, taller, spacing.times(min(factor, WHITE_LIMIT)), needle_top)

    low, high = 1.0, 2.0
    while grown(high).height < height:
        low, high = high, high * 2
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if grown(middle).height <= height else (low, middle)
    return grown(low)
