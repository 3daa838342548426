"""The needle: decisions between two poles, joined by one line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from studypack.poster.cards import Card
from studypack.poster.fit import Fit
from studypack.poster.geometry import Column
from studypack.poster.shapes import Point
from studypack.poster.sizes import NODE, em, title_centre

ABOVE = 3.0
"""From the top of the strip to its first decision, mm on A1."""


@dataclass(frozen=True)
class Branch:
    """Where dissenters stood: a small white diamond tied to the decision."""

    centre: Point
    names: tuple[str, ...]


@dataclass(frozen=True)
class Node:
    """A decision on the needle."""

    card: Card
    centre: Point
    radius: float
    branches: tuple[Branch, ...]


@dataclass(frozen=True)
class Needle:
    """The strip with its decisions in the order of time; y runs from the top of the sheet."""

    column: Column
    top: float
    bottom: float
    nodes: tuple[Node, ...]

    @property
    def middle(self) -> float:
        """The line between the poles."""
        return (self.column.text + self.column.right) / 2

    def turns(self) -> frozenset[str]:
        """Ids of the decisions at which the line crosses the middle."""
        found = set()
        side = 0
        for node in self.nodes:
            assert node.card.stance is not None
            here = (node.card.stance > 0) - (node.card.stance < 0)
            if here and side and here != side:
                found.add(node.card.id)
            side = here or side
        return frozenset(found)


def needle(
    fit: Fit, tops: Mapping[str, float], bands: Iterable[tuple[float, float]]
) -> Needle | None:
    """The needle of a chart; ``tops`` of cards and (top, bottom) of bands are on the sheet.

    The strip begins above its first decision and ends with the band of its last.
    """
    index = fit.geometry.needle
    decided = [card for card in fit.thinned.cards if card.stance is not None]
    if index is None or not decided:
        return None
    sheet = fit.geometry.sheet
    column = fit.geometry.columns[index]
    nodes = []
    for card in decided:
        radius = sheet.mm(NODE[card.importance])
        y = tops[card.id] + title_centre(card, sheet) * em(fit.body)
        centre = (stance_x(column, card.stance or 0.0, radius), y)
        nodes.append(Node(card, centre, radius, _branches(card, column, y, sheet.mm(1.7))))
    nodes.sort(key=lambda node: node.centre[1])
    last = nodes[-1].centre[1]
    ends = [bottom for top, bottom in bands if top <= last <= bottom]
    first = nodes[0]
    top = first.centre[1] - first.radius - sheet.mm(ABOVE)
    return Needle(column, top, max(ends, default=last + sheet.mm(8)), tuple(nodes))


def stance_x(column: Column, stance: float, radius: float) -> float:
    """Where a stance from -1 to 1 lies across the strip, so that a diamond stays inside."""
    reach = (column.right - column.text) / 2 - radius * 1.15
    return (column.text + column.right) / 2 + stance * reach


def _branches(card: Card, column: Column, y: float, radius: float) -> tuple[Branch, ...]:
    grouped: dict[float, list[str]] = {}
    for dissenter in card.dissenters:
        grouped.setdefault(dissenter.stance, []).append(dissenter.name)
    return tuple(
        Branch((stance_x(column, stance, radius), y), tuple(names))
        for stance, names in sorted(grouped.items())
    )
