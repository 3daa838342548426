"""How wide the lanes, how large the type, and what is left out: from cards to a placed chart.

Widths are searched on estimates, since everything is in em and an estimate is a look-up; then the
typesetter measures the cards that stay, once at the widths found, and only its measures are used
for placing them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import permutations

from studypack.poster import style
from studypack.poster.cards import Card, Cards
from studypack.poster.geometry import GUTTER, SYMBOL, Geometry, geometry, text_room
from studypack.poster.measure import Extent, Extents, key
from studypack.poster.placement import Placement, RowSpec, Spacing, place, stretched
from studypack.poster.refusals import MOST_ROWS, too_many_rows, too_much
from studypack.poster.scale import Row, Scale, Stretch
from studypack.poster.sheet import MM_PER_PT, Sheet
from studypack.poster.sizes import Estimates, Sizes, em, narrowest
from studypack.poster.thinning import Thinned, TooMuchError, thinned
from studypack.product import CannotRenderError

LEAD_FIRST, LEAD = 7.8, 9.0
"""Room for a band's heading, mm on A1."""
LEAST_LANE = 0.6
"""Width over that of an even lane, below which one is only if its titles have room all the same."""
_STEPS = (16.0, 8.0, 4.0, 2.0)
_LINE = 8.5
"""Of the largest titles an even lane holds so many em: two or three words."""
_TRIALS = 2
"""How often the lanes are fitted anew to the cards that stayed."""
_EFFORT, _NUDGE = 60_000, 2.0
"""What trying other lanes may cost, where one trial costs the square of the number of cards; by how
many mm on A1 they are then wider and narrower."""
_VOID = 0.048
"""Share of the sheet that the longest silence of a lane takes at most, if that can be helped."""
_REMEMBERED = 16
"""Charts of as many packs and sheets: courses that differ only in their words share one."""


@dataclass(frozen=True)
class Frame:
    """What else needs height, in mm: the foot, and the words above the needle."""

    foot: float
    poles: float


@dataclass(frozen=True)
class Fit:
    """A chart that fits its sheet."""

    frame: Frame
    body: float
    """Points."""
    geometry: Geometry
    thinned: Thinned
    extents: Extents
    placement: Placement
    """From the top of the chart."""

    def extent(self, card: Card) -> Extent:
        """The size of a card."""
        return self.extents[key(card)]


@lru_cache(_REMEMBERED)
def fit(
    cards: Cards,
    scale: Scale,
    sheet: Sheet,
    least_width: tuple[float, ...],
    frames: tuple[Frame, ...],
) -> Fit:
    """The fullest chart at the largest type that the sheet holds.

    ``least_width`` is what each lane needs at least for its name, in mm. Of the frames it takes the
    one that leaves most room, the first of equal ones. Where there is no room for all events
    of importance 1 and 2 with their details, the titles are set smaller, and those of importance 2
    on one line with their details.
    Raises CannotRenderError, naming events, where those of importance 1 do not fit.
    """
    fitter = _roomiest(cards, scale, sheet, least_width, frames)
    if not fitter.holds_the_important():
        dense = replace(cards, cards=tuple(card.compacted() for card in cards.cards))
        fitter = _roomiest(dense, scale, sheet.dense, least_width, frames)
    return fitter.fit()


def _roomiest(
    cards: Cards,
    scale: Scale,
    sheet: Sheet,
    least_width: Sequence[float],
    frames: Iterable[Frame],
) -> _Fitter:
    estimates = Estimates(sheet)
    made = [_Fitter(cards, scale, sheet, least_width, frame, estimates) for frame in frames]
    return made[0] if len(made) == 1 else min(made, key=lambda fitter: fitter.lacking())


class _Fitter:
    def __init__(
        self,
        cards: Cards,
        scale: Scale,
        sheet: Sheet,
        least_width: Sequence[float],
        frame: Frame,
        estimates: Estimates,
    ) -> None:
        self._cards = cards
        self._scale = scale
        self._sheet = sheet
        self._room = text_room(sheet, len(cards.lanes), cards.needle)
        even = self._room / len(cards.lanes)
        self._even = [even] * len(cards.lanes)
        self._names = [min(width, even) for width in least_width]
        self._words = [0.0] * len(cards.lanes)
        for card in cards.cards:
            self._words[card.lane] = max(self._words[card.lane], narrowest(card, sheet))
        empty = geometry(sheet, self._even, cards.needle, frame.foot)
        self._frame = frame
        self._height = empty.bottom - empty.top
        self._needle_top = sheet.mm(LEAD_FIRST) + frame.poles
        self._estimates = estimates
        self._specs = [
            {filled: _row(row, scale.bands[row.band], sheet, filled) for filled in (False, True)}
            for row in scale.rows
        ]

    def lacking(self) -> float:
        """By how much, about, even lanes of the titles that go last are too high."""
        cards = [card.bare() for card in self._cards.cards if card.importance < 2 or card.is_drawn]
        return self._height_of(cards, self._even, self._sheet.body_min) - self._height

    def holds_the_important(self) -> bool:
        """Whether, about, all events of importance 1 and 2 have room with their details."""
        body = self._sheet.body_min
        return self._height_of(self._important(), self._first_widths, body) <= self._height

    @cached_property
    def _first_widths(self) -> list[float]:
        return self._widths(self._important(), self._sheet.body_min)

    def _important(self) -> list[Card]:
        every = self._cards.cards
        return [card for card in every if card.importance < 3] or list(every)

    def fit(self) -> Fit:
        every, body = self._cards.cards, self._sheet.body_min
        widths: Sequence[float] = self._first_widths
        if self._height_of(every, widths, body) <= self._height:
            return self._fit_all(widths)
        tried = self._thinned_if_they_hold(widths, body) or [self._thinned(self._even, body)]
        for _ in range(_TRIALS):
            wider = self._widths(tried[-1][1].cards, body, tried[-1][0])
            if any(wider == other for other, _ in tried):
                break
            tried += self._thinned_if_they_hold(wider, body)
        tried += self._thinned_if_they_hold(self._even, body)
        best = max(tried, key=lambda trial: self._merit(trial[0], trial[1], body))
        return self._fit_some(body, *self._nudged(*best, body))

    def _nudged(
        self, widths: Sequence[float], kept: Thinned, body: float
    ) -> tuple[Sequence[float], Thinned]:
        """The same with lanes a little wider and narrower, as long as there is a gain in that."""
        least, step = self._least(body), self._sheet.mm(_NUDGE)
        left = _EFFORT // len(self._cards.cards) ** 2
        best, moving = self._merit(widths, kept, body), True
        while moving:
            moving = False
            for wider, narrower in permutations(range(len(widths)), 2):
                trial = list(widths)
                trial[wider] += step
                trial[narrower] -= step
                if trial[narrower] < least[narrower]:
                    continue
                if not left:
                    return widths, kept
                left -= 1
                for _, fewer in self._thinned_if_they_hold(trial, body):
                    merit = self._merit(trial, fewer, body)
                    if merit > best:
                        best, widths, kept, moving = merit, trial, fewer, True
        return widths, kept

    def _merit(
        self, widths: Sequence[float], kept: Thinned, body: float
    ) -> tuple[float, tuple[int, ...]]:
        """No void first, then how much of the events is shown."""
        sizes = self._sizes(widths, body)
        placed = self._place(kept.cards, sizes, body)
        beside = self._sheet.mm(SYMBOL + GUTTER)
        largest = max(
            placed.silence(sizes.box(card) for card in kept.cards if card.lane == lane)
            * (width + beside)
            for lane, width in enumerate(widths)
        )
        void = largest / (self._sheet.width * self._sheet.height)
        return -max(void, _VOID), _worth(kept)

    def _thinned(self, widths: Sequence[float], body: float) -> tuple[Sequence[float], Thinned]:
        return widths, self._thin(self._sizes(widths, body), body)

    def _thinned_if_they_hold(
        self, widths: Sequence[float], body: float
    ) -> list[tuple[Sequence[float], Thinned]]:
        """None where these widths have no room for the events of importance 1."""
        try:
            return [self._thinned(widths, body)]
        except CannotRenderError:
            return []

    def _fit_some(self, body: float, widths: Sequence[float], kept: Thinned) -> Fit:
        """What stays is measured; if that makes a difference, it is chosen anew."""
        sizes = self._sizes(widths, body)
        while sizes.measure(kept.cards):
            kept = self._thin(sizes, body)
        return self._finished(body, widths, kept, sizes)

    def _fit_all(self, widths: Sequence[float]) -> Fit:
        """Everything fits at the least size: find the largest."""
        every, sheet = self._cards.cards, self._sheet
        widest = min(self._even) / (_LINE * max(sheet.titles) * MM_PER_PT)
        low, high = sheet.body_min, max(sheet.body_min, min(sheet.body_max, widest))
        for _ in range(8):
            body = (low + high) / 2
            widths = self._widths(every, body, widths)
            fits = self._height_of(every, widths, body) <= self._height
            low, high = (body, high) if fits else (low, body)
        body = low
        if self._height_of(every, self._even, body) <= self._height:
            widths = self._even  # nothing is gained by uneven lanes
        while body > sheet.body_min:
            sizes = self._sizes(widths, body)
            sizes.measure(every)
            height = self._place(every, sizes, body).height
            if height <= self._height:
                return self._finished(body, widths, Thinned(every, (), ()), sizes)
            body = max(sheet.body_min, body * min(0.995, self._height / height))
        return self._fit_some(sheet.body_min, *self._thinned(widths, sheet.body_min))

    def _finished(self, body: float, widths: Sequence[float], kept: Thinned, sizes: Sizes) -> Fit:
        boxes = [sizes.box(card) for card in kept.cards]
        placed = stretched(
            boxes, self._rows(kept.cards), _spacing(body), self._height, self._needle_top
        )
        columns = geometry(self._sheet, widths, self._cards.needle, self._frame.foot)
        return Fit(self._frame, body, columns, kept, sizes.extents, placed)

    def _thin(self, sizes: Sizes, body: float) -> Thinned:
        def place(some: Iterable[Card]) -> Placement:
            return self._place(some, sizes, body)

        try:
            return thinned(self._cards.cards, self._height, place)
        except TooMuchError as error:
            alone = place(()).height / self._height
            if alone > MOST_ROWS:
                raise CannotRenderError(too_many_rows(self._scale, self._sheet, alone)) from None
            raise CannotRenderError(too_much(error.ids, self._sheet)) from None

    def _widths(
        self, cards: Iterable[Card], body: float, start: Sequence[float] | None = None
    ) -> list[float]:
        """Text widths of the lanes that make the chart lowest: coordinate descent."""
        given = tuple(cards)

        def height(widths: Sequence[float]) -> float:
            return self._height_of(given, widths, body)

        least = self._least(body)
        found: list[tuple[float, list[float]]] = []
        for first in [start] if start else self._starts(given, least):
            widths = _widened(first, least)
            best = height(widths)
            for step in (self._sheet.mm(s) for s in _STEPS):
                moving = True
                while moving:
                    moving = False
                    for wider, narrower in permutations(range(len(widths)), 2):
                        if widths[narrower] - step < least[narrower]:
                            continue
                        trial = list(widths)
                        trial[wider] += step
                        trial[narrower] -= step
                        lower = height(trial)
                        if lower < best - 0.01:
                            best, widths, moving = lower, trial, True
            found.append((best, widths))
        return min(found)[1]

    def _least(self, body: float) -> list[float]:
        """How narrow lanes may be: with room for their names, and for the words of their titles."""
        even, unit = self._even[0], em(body)
        some = min(_LINE * max(self._sheet.titles) * unit, LEAST_LANE * even)
        return [
            max(name, some, min(words * unit, even))
            for name, words in zip(self._names, self._words, strict=True)
        ]

    def _starts(self, cards: Sequence[Card], least: Sequence[float]) -> list[list[float]]:
        """Even lanes, and lanes by the length of their texts."""
        count = len(self._cards.lanes)
        lengths = [1] * count
        for card in cards:
            lengths[card.lane] += len(card.title) + len(card.detail)
        spare = self._room - sum(least)
        by_text = [
            width + spare * length / sum(lengths)
            for width, length in zip(least, lengths, strict=True)
        ]
        return [self._even, by_text]

    def _sizes(self, widths: Sequence[float], body: float) -> Sizes:
        return Sizes(self._estimates, self._sheet, widths, body, self._cards.language)

    def _height_of(self, cards: Iterable[Card], widths: Sequence[float], body: float) -> float:
        """About the height of a chart of these cards."""
        return self._place(cards, self._sizes(widths, body), body).height

    def _place(self, cards: Iterable[Card], sizes: Sizes, body: float) -> Placement:
        given = tuple(cards)
        boxes = [sizes.box(card) for card in given]
        return place(boxes, self._rows(given), _spacing(body), self._needle_top)

    def _rows(self, cards: Iterable[Card]) -> list[RowSpec]:
        filled = {card.row for card in cards}
        return [specs[index in filled] for index, specs in enumerate(self._specs)]


def _widened(widths: Sequence[float], least: Sequence[float]) -> list[float]:
    """The same with no lane below its least width; the others give what that takes."""
    spare = [max(width - low, 0.0) for width, low in zip(widths, least, strict=True)]
    wanted = sum(max(low - width, 0.0) for width, low in zip(widths, least, strict=True))
    share = wanted / sum(spare) if sum(spare) > wanted else 0.0
    return [
        max(width, low) - over * share
        for width, low, over in zip(widths, least, spare, strict=True)
    ]


def _worth(kept: Thinned) -> tuple[int, ...]:
    """How many events and details stay, the most important first."""
    counts = []
    for importance in (1, 2, 3):
        alike = [card for card in kept.cards if card.importance == importance]
        counts += [len(alike), sum(card.is_full for card in alike)]
    return tuple(counts)


def lead(sheet: Sheet, band: Stretch) -> float:
    """Room for the heading of a band, in mm."""
    return sheet.mm(LEAD if band.index else LEAD_FIRST)


def _row(row: Row, band: Stretch, sheet: Sheet, filled: bool) -> RowSpec:
    above = lead(sheet, band) if row == band.rows[0] else 0.0
    return RowSpec(row_least(sheet, row, filled), above, row == band.rows[-1])


def row_least(sheet: Sheet, row: Row, filled: bool) -> float:
    """The least height of a row in mm: its date, and a little white."""
    if not filled:
        tails = 0.66 if row.unit == "day" else 0.95
        return sheet.numeral_empty * MM_PER_PT * tails + sheet.mm(1.2)
    if row.unit == "day":
        return sheet.numeral * MM_PER_PT * 0.66 + sheet.mm(2.2)
    return sheet.label * MM_PER_PT * 0.66 + sheet.mm(2.8)  # months have tails


def _spacing(body: float) -> Spacing:
    return Spacing(style.PAD * em(body), style.GAP * em(body))
