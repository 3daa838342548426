"""The swing: decisions one under the other, each where it stands between the two poles."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from types import MappingProxyType

from markupsafe import Markup

from studypack.briefing.drawing import Room, diamond, number
from studypack.briefing.scribe import Link, Scribe
from studypack.summary.course import Type
from studypack.summary.date_words import Length, in_words
from studypack.summary.items import Decision

HIGHEST = 504
"""Points of height that every page has for the chart; if the decisions need more, the less
important are not drawn."""
ROWS = MappingProxyType(
    {Type.NORMAL: Room(14, 14, 4.4), Type.LARGE: Room(22, 22, 8), Type.DYSLEXIA: Room(17, 17, 7)}
)
"""What the titles take, which column.css sets in small type where the course's is not normal."""
TITLES, FIELD = 205, 106
"""Points across the measure: for the titles, and for the field between the poles."""
EDGE = 5
"""Points that keep a diamond inside the field."""
RADIUS = {1: 3.8, 2: 2.9, 3: 2.2}
"""Importance -> half the height of a diamond, in points."""


@dataclass(frozen=True)
class SwingRow:
    """A decision's line; ``top`` in points."""

    link: Link
    when: str
    top: int


@dataclass(frozen=True)
class Swing:
    """The chart; ``words`` say what it shows. Paths are in points, y runs down."""

    title: str
    left: str
    right: str
    note: Markup
    rows: tuple[SwingRow, ...]
    height: int
    titles: int
    field: int
    poles: str
    line: str
    decided: str
    ties: str
    dissent: str
    words: str


def swing(scribe: Scribe, size: Type) -> Swing | None:
    """The swing of the decisions that have a stance; None for fewer than two, or without poles."""
    needle = scribe.summary.header.poster.needle
    placed = [d for d in scribe.summary.chronology if _drawn(scribe, d)]
    room, top = ROWS[size], 0
    ranked = sorted(placed, key=lambda d: d.importance)
    heights = accumulate(room.line * room.lines(d.title, TITLES) for d in ranked)
    chosen = [d for d, height in zip(ranked, heights, strict=True) if height <= HIGHEST]
    decided = [d for d in placed if d in chosen and isinstance(d, Decision)]
    if needle is None or len(decided) < 2:
        return None
    rows, points, marks, ties, dissent = [], [], [], [], []
    for decision in decided:
        when = scribe.date(decision.date, Length.SHORT)
        rows.append(SwingRow(scribe.link(decision.id), when, top))
        y = top + room.line / 2
        x = across(decision.stance or 0)
        points.append((x, y))
        marks.append(diamond(x, y, RADIUS[decision.importance]))
        for stance in sorted({d.stance for d in decision.dissent if d.stance is not None}):
            ties.append(f"M{number(x)} {number(y)}H{number(across(stance))}")
            dissent.append(diamond(across(stance), y, RADIUS[3]))
        top += room.line * room.lines(decision.title, TITLES)
    return Swing(
        title=needle.title,
        left=needle.left,
        right=needle.right,
        note=scribe.inline(needle.note),
        rows=tuple(rows),
        height=top,
        titles=TITLES,
        field=FIELD,
        poles="".join(f"M{number(across(pole))} 0V{top}" for pole in (-1, 0, 1)),
        line="M" + "L".join(f"{number(x)} {number(y)}" for x, y in points),
        decided="".join(marks),
        ties="".join(ties),
        dissent="".join(dissent),
        words=_words(scribe, needle.left, needle.right, decided),
    )


def across(stance: float) -> float:
    """Where a stance from -1 to 1 lies in the field, in points from its left edge."""
    return FIELD / 2 + stance * (FIELD / 2 - EDGE)


def crossings(decided: list[Decision]) -> list[Decision]:
    """The decisions with which the line comes to the other side of the middle."""
    sides = [d for d in decided if d.stance]
    return [b for a, b in pairwise(sides) if (a.stance or 0) * (b.stance or 0) < 0]


def _drawn(scribe: Scribe, event: object) -> bool:
    return isinstance(event, Decision) and event.stance is not None and event.id in scribe.anchors


def _words(scribe: Scribe, left: str, right: str, decided: list[Decision]) -> str:
    """The trend and the extremes."""

    def named(found: list[Decision]) -> str:
        return "; ".join(
            f"{d.title} ({in_words(d.date, scribe.language, Length.SHORT)})" for d in found
        )

    words = scribe.words
    stances = [d.stance or 0 for d in decided]
    low, high = ([d for d in decided if d.stance == end] for end in (min(stances), max(stances)))
    first, last = decided[0], decided[-1]
    told = [
        words.swing_alt.format(count=len(decided), left=left, right=right),
        words.swing_ends.format(first=named([first]), last=named([last])),
        words.swing_nearest.format(left, named(low)),
        words.swing_nearest.format(right, named(high)),
    ]
    if crossed := crossings(decided):
        told.append(words.swing_crossing.format(named(crossed)))
    return " ".join(told)
