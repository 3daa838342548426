"""Leaders: causal links as lines that turn in gutters only.

A leader runs level on the line of its title, upright in a gutter. Between gutters it crosses a
column where that is free. Leaders keep apart: no two share a track where they would overlap, and
of all tracks those are taken that make the fewest crossings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from studypack.poster.shapes import Point

Span = tuple[float, float]
_SWEEPS = 6


@dataclass(frozen=True)
class Port:
    """Where a leader can begin or end: on the line of a title, next to a gutter."""

    x: float
    y: float
    gutter: int


@dataclass(frozen=True)
class Ports:
    """The two sides of a card, or of a decision's diamond."""

    left: Port
    right: Port


@dataclass(frozen=True)
class Field:
    """What leaders run in: gutters (left, right), what is taken in each column, measures in mm."""

    gutters: tuple[Span, ...]
    taken: Mapping[int, Sequence[Span]]
    """Column -> stretches from top to bottom that no leader may cross."""
    bottom: float
    pitch: float
    clear: float
    """White kept between a leader and what is taken, and to the edges of a gutter."""


@dataclass(frozen=True)
class Route:
    """A leader from its first point to its last, where its arrow stands."""

    source: str
    target: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class _Plan:
    """A leader before its tracks are known: levels and, between them, gutters."""

    source: str
    target: str
    start: Port
    end: Port
    levels: tuple[float, ...]
    gutters: tuple[int, ...]


def route(
    wanted: Sequence[tuple[str, str]], ports: Mapping[str, Ports], field: Field
) -> tuple[tuple[Route, ...], tuple[tuple[str, str], ...]]:
    """Leaders for links (source, target), and the links for which no way was free."""
    links = sorted(wanted)
    ends = _spread([_sides(ports[source], ports[target]) for source, target in links], field)
    plans: list[_Plan] = []
    blocked = []
    crossed: dict[int, list[Span]] = {}
    for (source, target), (start, end) in zip(links, ends, strict=True):
        plan = _plan(source, target, start, end, field, crossed)
        if plan:
            plans.append(plan)
        else:
            blocked.append((source, target))
    tracks = _tracks(plans, field)
    return tuple(_drawn(p, t, field) for p, t in zip(plans, tracks, strict=True)), tuple(blocked)


def _sides(source: Ports, target: Ports) -> tuple[Port, Port]:
    if source.right.gutter <= target.left.gutter:
        return source.right, target.left
    if source.left.gutter >= target.right.gutter:
        return source.left, target.right
    return source.right, target.right  # in one lane: round by its right side


def _spread(ends: Sequence[tuple[Port, Port]], field: Field) -> list[tuple[Port, Port]]:
    """Leaders that meet at one port stand a pitch apart, in the order of where they come from."""
    meetings: dict[Port, list[tuple[float, int, int]]] = {}
    for index, (start, end) in enumerate(ends):
        meetings.setdefault(start, []).append((end.y, index, 0))
        meetings.setdefault(end, []).append((start.y, index, 1))
    moved = [list(pair) for pair in ends]
    for port, meeting in meetings.items():
        for place, (_, index, side) in enumerate(sorted(meeting)):
            shift = (place - (len(meeting) - 1) / 2) * field.pitch
            moved[index][side] = replace(port, y=port.y + shift)
    return [(start, end) for start, end in moved]


def _plan(
    source: str, target: str, start: Port, end: Port, field: Field, crossed: dict[int, list[Span]]
) -> _Plan | None:
    """The gutters and levels of a leader; those at which it crosses columns join ``crossed``."""
    step = 1 if end.gutter >= start.gutter else -1
    gutters = tuple(range(start.gutter, end.gutter + step, step))
    levels = [start.y]
    columns = [here if step == 1 else here - 1 for here in gutters[:-1]]
    for column in columns:
        level = _free_level(levels[-1], end.y, column, field, crossed)
        if level is None:
            return None
        levels.append(level)
    for column, level in zip(columns, levels[1:], strict=True):
        crossed.setdefault(column, []).append((level - field.pitch, level + field.pitch))
    levels.append(end.y)
    return _Plan(source, target, start, end, tuple(levels), gutters)


def _free_level(
    start: float, end: float, column: int, field: Field, crossed: Mapping[int, Sequence[Span]]
) -> float | None:
    """The free level in a column that makes the way from ``start`` to ``end`` shortest."""
    clear = field.clear
    closed = [(top - clear, bottom + clear) for top, bottom in field.taken.get(column, ())]
    closed += crossed.get(column, ())
    candidates = [start, end, *(edge for span in closed for edge in span)]
    free = [
        y
        for y in candidates
        if clear <= y <= field.bottom
        and all(y <= top + 1e-6 or y >= bottom - 1e-6 for top, bottom in closed)
    ]
    return min(free, key=lambda y: (abs(y - start) + abs(y - end), y), default=None)


def _tracks(plans: Sequence[_Plan], field: Field) -> list[list[int]]:
    """A track for each gutter of each plan: local search for the fewest overlaps and crossings."""
    tracks = [[0] * len(plan.gutters) for plan in plans]

    def cost(index: int) -> float:
        mine = _drawn(plans[index], tracks[index], field)
        total = 0.01 * sum(tracks[index])
        for other, plan in enumerate(plans):
            if other != index:
                total += conflict(mine, _drawn(plan, tracks[other], field), field.pitch)
        return total

    for _ in range(_SWEEPS):
        changed = False
        for index, plan in enumerate(plans):
            for leg, gutter in enumerate(plan.gutters):
                before = tracks[index][leg]
                choices = []
                for track in range(_capacity(gutter, field)):
                    tracks[index][leg] = track
                    choices.append((cost(index), track))
                tracks[index][leg] = min(choices)[1]
                changed |= tracks[index][leg] != before
        if not changed:
            break
    return tracks


def _capacity(gutter: int, field: Field) -> int:
    left, right = field.gutters[gutter]
    return max(1, int((right - left - 2 * field.clear) / field.pitch) + 1)


def _drawn(plan: _Plan, tracks: Sequence[int], field: Field) -> Route:
    points: list[Point] = [(plan.start.x, plan.levels[0])]
    for leg, gutter in enumerate(plan.gutters):
        x = field.gutters[gutter][0] + field.clear + tracks[leg] * field.pitch
        points += [(x, plan.levels[leg]), (x, plan.levels[leg + 1])]
    points.append((plan.end.x, plan.levels[-1]))
    return Route(plan.source, plan.target, _without_stops(points))


def _without_stops(points: Sequence[Point]) -> tuple[Point, ...]:
    """No two equal points in a row, no point in the middle of a straight."""
    kept: list[Point] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and _straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _straight(a: Point, b: Point, c: Point) -> bool:
    return (a[0] == b[0] == c[0]) or (a[1] == b[1] == c[1])


def conflict(one: Route, other: Route, pitch: float) -> float:
    """How badly two leaders meet: 1 for each crossing, 100 for each stretch side by side."""
    total = 0.0
    for a in pairwise(one.points):
        for b in pairwise(other.points):
            if _parallel_and_close(a, b, pitch):
                total += 100
            elif _cross(a, b):
                total += 1
    return total


_Stretch = tuple[Point, Point]


def _upright(stretch: _Stretch) -> bool:
    return stretch[0][0] == stretch[1][0]


def _parallel_and_close(a: _Stretch, b: _Stretch, pitch: float) -> bool:
    if _upright(a) != _upright(b):
        return False
    across, along = (0, 1) if _upright(a) else (1, 0)
    if abs(a[0][across] - b[0][across]) >= pitch * 0.9:
        return False
    low = max(min(a[0][along], a[1][along]), min(b[0][along], b[1][along]))
    high = min(max(a[0][along], a[1][along]), max(b[0][along], b[1][along]))
    return low < high - 1e-6


def _cross(a: _Stretch, b: _Stretch) -> bool:
    if _upright(a) == _upright(b):
        return False
    upright, level = (a, b) if _upright(a) else (b, a)
    x, y = upright[0][0], level[0][1]
    inside_x = min(level[0][0], level[1][0]) < x < max(level[0][0], level[1][0])
    inside_y = min(upright[0][1], upright[1][1]) < y < max(upright[0][1], upright[1][1])
    return inside_x and inside_y
