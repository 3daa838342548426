"""What is left out where a chart is too high: the least important of what makes it so.

Only cards on the longest path are touched, since leaving out any other gains no height. Of those
an event of importance 3 first loses its detail, then its place; then one of importance 2; last
come decisions on the needle and the ends of causal links, without which the drawing would lie.
An event of importance 1 keeps its place, and its detail while anything else can go. What turns out
to fit after all is put back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from studypack.poster.cards import Card
from studypack.poster.placement import Placement, Step

Place = Callable[[Iterable[Card]], Placement]


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


@dataclass(frozen=True)
class _Cut:
    before: Card
    after: Card | None


def thinned(cards: Sequence[Card], height: float, place: Place) -> Thinned:
    """As many of the cards as ``height`` millimetres hold.

    Raises TooMuchError where it does not hold those of importance 1.
    """
    kept = {card.id: card for card in cards}
    cuts: list[_Cut] = []
    placed = place(kept.values())
    while placed.height > height:
        cut = _cheapest(kept, placed.path)
        if cut is None:
            raise TooMuchError(tuple(sorted({s.id for s in placed.path} or kept)))
        cuts.append(cut)
        _apply(kept, cut)
        placed = place(kept.values())
    for cut in reversed(cuts):
        if cut.after and cut.after.id not in kept:
            continue  # its detail cannot come back before it does
        for card in dict.fromkeys((cut.before, cut.before.bare())):
            trial = {**kept, card.id: card}
            if place(trial.values()).height <= height:
                kept = trial
                break
    given = {card.id: card for card in cards}
    return Thinned(
        tuple(kept[id_] for id_ in given if id_ in kept),
        tuple(card for card in cards if card.id not in kept),
        tuple(card for card in cards if card.id in kept and kept[card.id] != card),
    )


def _apply(kept: dict[str, Card], cut: _Cut) -> None:
    if cut.after is None:
        del kept[cut.before.id]
    else:
        kept[cut.before.id] = cut.after


def _cheapest(kept: Mapping[str, Card], path: Iterable[Step]) -> _Cut | None:
    """The least loss on the path; of equal ones the longest text, then the later event."""
    choices: list[tuple[tuple[int, int, int], _Cut]] = []
    for step in path:
        card = kept[step.id]
        drawn = card.linked or card.stance is not None
        rank = 20 if drawn else 10 * (3 - card.importance)
        if card.importance == 1:
            rank = 30
        length = len(card.detail) + len(card.title)
        if step.whole and card.is_full:
            choices.append(((rank, -length, -card.order), _Cut(card, card.bare())))
        if card.importance > 1:
            choices.append(((rank + 1, -length, -card.order), _Cut(card, None)))
    return min(choices, key=lambda choice: choice[0])[1] if choices else None
