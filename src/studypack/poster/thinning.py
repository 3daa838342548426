"""What is left out where a chart is too high: the least important of what makes it so.

Only cards on the longest path are touched, since leaving out any other gains no height. Of those an
event of importance 3 first loses its detail, then its place; then one of importance 2; last come
the places of decisions on the needle and of the ends of causal links, without which the drawing
would lie. An event of importance 1 keeps its place, and its detail while anything else can go.
What turns out to fit after all is put back, the worthiest first, and if need be for a few things of
less worth on the path that it makes too long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from studypack.poster.cards import Card
from studypack.poster.placement import Placement, Step

Place = Callable[[Iterable[Card]], Placement]

CUTS = 3
"""How much of less worth at most goes for something that then has room."""


class TooMuchError(Exception):
    """Even what may not be left out is too high; ``ids`` are the events that make it so."""

    def __init__(self, ids: tuple[str, ...]) -> None:
        self.ids = ids
        super().__init__(", ".join(ids))


@dataclass(frozen=True)
class Thinned:
    """The cards that stay, in order, and those that went or lost their detail."""

    cards: tuple[Card, ...]
    gone: tuple[Card, ...]
    shortened: tuple[Card, ...]


def thinned(cards: Sequence[Card], height: float, place: Place) -> Thinned:
    """As many of the cards as ``height`` millimetres hold.

    Raises TooMuchError where it does not hold those of importance 1.
    """
    kept = {card.id: card for card in cards}
    placed = place(kept.values())
    while placed.height > height:
        cut = _cheapest(kept, placed.path)
        if cut is None:
            raise TooMuchError(tuple(sorted({s.id for s in placed.path} or kept)))
        _cut(kept, *cut)
        placed = place(kept.values())

    kept = _put_back(cards, kept, height, place)
    return Thinned(
        tuple(kept[card.id] for card in cards if card.id in kept),
        tuple(card for card in cards if card.id not in kept),
        tuple(card for card in cards if card.id in kept and kept[card.id] != card),
    )


def _put_back(
    cards: Sequence[Card], kept: dict[str, Card], height: float, place: Place
) -> dict[str, Card]:
    """What fits after all, the worthiest first, as long as there is anything."""
    changing = True
    while changing:
        changing = False
        lost = [
            card if card.id in kept else card.bare() for card in cards if kept.get(card.id) != card
        ]
        for version in sorted(lost, key=lambda c: (-_worth(c, detail=c.id in kept), c.order)):
            trial = _with(version, kept, height, place)
            if trial:
                kept, changing = trial, True
    return kept


def _with(
    version: Card, kept: Mapping[str, Card], height: float, place: Place
) -> dict[str, Card] | None:
    """The kept cards and this one, if need be for a few things of less worth; None if not."""
    worth = _worth(version, detail=version.id in kept)
    trial = {**kept, version.id: version}
    for _ in range(CUTS + 1):
        placed = place(trial.values())
        if placed.height <= height:
            return trial
        cut = _cheapest(trial, placed.path)
        if cut is None or _worth(cut[0], detail=cut[1] is not None) >= worth:
            return None
        _cut(trial, *cut)
    return None


def _cut(kept: dict[str, Card], card: Card, rest: Card | None) -> None:
    if rest is None:
        del kept[card.id]
    else:
        kept[card.id] = rest


def _worth(card: Card, *, detail: bool) -> int:
    """Of a detail or of the place of a card. From the least: details and places of importance 3,
    those of importance 2, places that the drawing needs, details of importance 1.
    """
    if card.importance == 1:
        return 5 if detail else 6
    if card.is_drawn and not detail:
        return 4
    return 2 * (3 - card.importance) + (not detail)


def _cheapest(kept: Mapping[str, Card], path: Iterable[Step]) -> tuple[Card, Card | None] | None:
    """The least loss on the path: a card and what is left of it.

    Of equal losses the longest text goes, then the later event.
    """
    choices: list[tuple[tuple[int, int, int], Card, bool]] = []
    for step in path:
        card = kept[step.id]
        length = len(card.detail) + len(card.title)
        for detail in (True, False):
            if (step.whole and card.is_full) if detail else card.importance > 1:
                choices.append(((_worth(card, detail=detail), -length, -card.order), card, detail))
    if not choices:
        return None
    _, card, stays = min(choices, key=lambda choice: choice[0])
    return card, card.bare() if stays else None
