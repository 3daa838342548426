"""How much a handout holds: its lists end where its two sides are full. Lengths are in points."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from studypack.briefing.handout_items import Entry, Kind

SHARES = {Kind.DATES: 16, Kind.TERMS: 16, Kind.PEOPLE: 8}
"""How many of each kind stand beside one another, where there are enough of all."""
TABLE = 0.6
"""The part of its side that a comparison may take. A longer one is left out: where its last rows,
which often hold the outcome, had no room, it would compare the beginnings alone."""
EMPTY = 0.25
"""The part of a side that may stay empty while the other is too small."""


@dataclass(frozen=True)
class Room:
    """What there is to fill, and what stands in it in any case."""

    page: float
    """The height of a page between its margins."""
    pages: int
    """How many of them are a side: with large type two."""
    columns: int
    head: float
    """Of the title."""
    heading: float
    """Of the heading of a list or table, with the space before it."""
    foot: float
    """Of the lines about signs."""


@dataclass(frozen=True)
class Fitted:
    """What has room: entries in the order of print, and the comparison or not."""

    entries: tuple[Entry, ...]
    table: bool
    apart: bool = True
    """Whether people and comparison begin a side of their own."""

    def of(self, kind: Kind) -> tuple[Entry, ...]:
        """The entries of one list."""
        return tuple(entry for entry in self.entries if entry.kind is kind)


def in_columns(heights: Sequence[float], columns: int) -> float:
    """The height of blocks that are never divided, in one column or in two that are as even as can
    be without changing their order."""
    whole = sum(heights)
    if columns == 1 or not heights:
        return whole
    return min(max(left, whole - left) for left in accumulate(heights))


def pages_needed(blocks: Sequence[float], page: float) -> int:
    """How many pages hold blocks that are never divided; none of them is higher than a page."""
    pages, filled = 1, 0.0
    for block in blocks:
        if filled + block > page:
            pages, filled = pages + 1, 0.0
        filled += block
    return pages


def fitted(
    found: Mapping[Kind, Sequence[Entry]],
    heights: Mapping[str, float],
    rows: Sequence[float],
    room: Room,
) -> Fitted:
    """As much as two sides hold: dates and terms on the first, people and the table on the other.

    ``found`` are entries, the weightiest first, of which the first are taken in the proportion of
    ``SHARES``; ``heights`` those of their blocks in a column; ``rows`` those of the table, its head
    first. Where much of one side would stay empty and the other cannot hold all that it should,
    everything follows on one another over both.
    """
    side = room.page * room.pages
    table = len(rows) > 1 and sum(rows) <= TABLE * side
    tail = [*_headed(rows, room.heading), room.foot] if table else [room.foot]

    def blocks(taken: Sequence[Entry], kind: Kind) -> list[float]:
        ordered = sorted((e for e in taken if e.kind is kind), key=lambda entry: entry.place)
        high = [heights[entry.id] for entry in ordered]
        if room.columns > 1 and high:
            high = [in_columns(high, room.columns)]
        return _headed(high, room.heading)

    def first(taken: Sequence[Entry]) -> list[float]:
        return [room.head, *blocks(taken, Kind.DATES), *blocks(taken, Kind.TERMS)]

    def last(taken: Sequence[Entry]) -> list[float]:
        return [*blocks(taken, Kind.PEOPLE), *tail]

    def on(side: Callable[[Sequence[Entry]], list[float]]) -> Callable[[Sequence[Entry]], bool]:
        return lambda taken: pages_needed(side(taken), room.page) <= room.pages

    def on_both(taken: Sequence[Entry]) -> bool:
        every = [*first(taken), *last(taken)]
        if room.columns == 1:
            return pages_needed(every, room.page) <= 2 * room.pages
        # a list may be divided where the page ends, but no entry of it
        return sum(every) <= 2 * side - max(heights[entry.id] for entry in taken)

    front = [*found[Kind.DATES], *found[Kind.TERMS]]
    back = list(found[Kind.PEOPLE])
    before, behind = _taken(front, on(first)), _taken(back, on(last))
    spare = [side - sum(first(before)), side - sum(last(behind))]
    lacking = [len(front) - len(before), len(back) - len(behind)]
    apart = not (
        (lacking[0] and spare[1] > EMPTY * side) or (lacking[1] and spare[0] > EMPTY * side)
    )
    taken = (*before, *behind) if apart else _taken([*front, *back], on_both)
    ordered = sorted(taken, key=lambda entry: (list(Kind).index(entry.kind), entry.place))
    return Fitted(tuple(ordered), table, apart)


def _headed(blocks: Sequence[float], heading: float) -> list[float]:
    """A heading stays with the first block after it."""
    return [heading + blocks[0], *blocks[1:]] if blocks else []


def _taken(entries: Sequence[Entry], fits: Callable[[Sequence[Entry]], bool]) -> tuple[Entry, ...]:
    """The weightiest entries that fit together; a kind ends with the first that does not."""
    ranks: dict[Kind, int] = {}
    queue = []
    for entry in entries:
        ranks[entry.kind] = ranks.get(entry.kind, 0) + 1
        queue.append(((ranks[entry.kind] - 0.5) / SHARES[entry.kind], entry))
    taken: list[Entry] = []
    full: set[Kind] = set()
    for _, entry in sorted(queue, key=lambda pair: pair[0]):
        if entry.kind in full:
            continue
        if fits([*taken, entry]):
            taken.append(entry)
        else:
            full.add(entry.kind)
    return tuple(taken)
