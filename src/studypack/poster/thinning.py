"""What is left out where a chart is too high: the least important of what makes it so.

Only cards on the longest path are touched, since leaving out any other gains no height. Of those an
event of importance 3 first loses its detail, then its place; then one of importance 2; last come
the places of decisions on the needle and of the ends of causal links, without which the drawing
would lie. An event of importance 1 keeps its place, and its detail while anything else can go.
What turns out to fit after all is put back, the most important first, and if need be for
less important events of its row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from studypack.poster.cards import Card
from studypack.poster.placement import Placement, Step

Place = Callable[[Iterable[Card]], Placement]
Fits = Callable[[dict[str, Card]], bool]


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
        card, after = cut
        if after is None:
            del kept[card.id]
        else:
            kept[card.id] = after
        placed = place(kept.values())
    kept = _put_back(cards, kept, lambda some: place(some.values()).height <= height)
    return Thinned(
        tuple(kept[card.id] for card in cards if card.id in kept),
        tuple(card for card in cards if card.id not in kept),
        tuple(card for card in cards if card.id in kept and kept[card.id] != card),
    )


def _put_back(cards: Sequence[Card], kept: dict[str, Card], fits: Fits) -> dict[str, Card]:
    """What fits after all, as long as there is anything."""
    changing = True
    while changing:
        changing = False
        lost = [card for card in cards if kept.get(card.id) != card]
        for card in sorted(lost, key=lambda c: (c.importance, c.id in kept, c.order)):
            for version in dict.fromkeys((card, card.bare())):
                if kept.get(card.id) == version:
                    break
                trial = _with(version, kept, fits)
                if trial:
                    kept, changing = trial, True
                    break
    return kept


def _with(card: Card, kept: Mapping[str, Card], fits: Fits) -> dict[str, Card] | None:
    """The kept cards and this one, if need be for less important ones of its row; None if not."""
    trial = {**kept, card.id: card}
    if fits(trial):
        return trial
    rivals = [
        other
        for other in kept.values()
        if other.row == card.row and other.importance > card.importance and not _drawn(other)
    ]
    for rival in rivals:
        del trial[rival.id]
    if not rivals or not fits(trial):
        return None
    for rival in sorted(rivals, key=lambda c: (c.importance, c.order)):
        for version in dict.fromkeys((rival, rival.bare())):
            if fits({**trial, version.id: version}):
                trial[version.id] = version
                break
    return trial


def _drawn(card: Card) -> bool:
    return card.linked or card.stance is not None


def _cheapest(kept: Mapping[str, Card], path: Iterable[Step]) -> tuple[Card, Card | None] | None:
    """The least loss on the path: a card and what is left of it.

    Of equal losses the longest text goes, then the later event.
    """
    choices: list[tuple[tuple[int, int, int], Card, bool]] = []
    for step in path:
        card = kept[step.id]
        rank = 30 if card.importance == 1 else 10 * (3 - card.importance)
        length = len(card.detail) + len(card.title)
        if step.whole and card.is_full:
            choices.append(((rank, -length, -card.order), card, True))
        if card.importance > 1:
            place = 20 if _drawn(card) else rank
            choices.append(((place + 1, -length, -card.order), card, False))
    if not choices:
        return None
    _, card, stays = min(choices, key=lambda choice: choice[0])
    return card, card.bare() if stays else None
