"""How wide the lanes, how large the type, and what is left out: from cards to a placed chart.

Widths are searched on estimates, since everything is in em and an estimate is a look-up; then the
typesetter measures each card once at the widths found, and only its measures are used for placing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import permutations

from studypack.diagnostics import Diagnostic, Mark
from studypack.fonts import SANS
from studypack.poster import advance, style
from studypack.poster.advance import Face, Run
from studypack.poster.cards import Card, Cards
from studypack.poster.geometry import Geometry, geometry, text_room
from studypack.poster.measure import Extent, Extents, key, measured
from studypack.poster.placement import Box, Placement, RowSpec, Spacing, place, stretched
from studypack.poster.scale import Row, Scale, Stretch
from studypack.poster.sheet import MM_PER_PT, Sheet
from studypack.poster.style import LEADING, TITLE_LEADING
from studypack.poster.thinning import Thinned, TooMuchError, thinned
from studypack.product import CannotRenderError

REGULAR, BOLD = Face(SANS), Face(SANS, "700")
LEAD_FIRST, LEAD = 8.0, 9.5
"""Room for a band's heading, mm on A1."""
POLES = 7.0
"""Room for the names of the needle's poles."""
NODE = {1: 3.7, 2: 2.7, 3: 2.2}
"""Radius of a decision's diamond on the needle, by importance, mm on A1."""
LEAST_LANE = 0.6
"""Width of the narrowest lane over that of an even one."""
_STEPS = (16.0, 8.0, 4.0, 2.0)


@dataclass(frozen=True)
class Fit:
    """A chart that fits its sheet."""

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


def fit(cards: Cards, scale: Scale, sheet: Sheet, least_width: Sequence[float], foot: float) -> Fit:
    """The fullest chart at the largest type that the sheet holds.

    ``least_width`` is what each lane needs at least for its name, ``foot`` the height of the foot:
    both in mm. Titles are set in the smaller of their sizes where the larger cost chief events.
    Raises CannotRenderError, naming events, where those of importance 1 do not fit.
    """
    fitter = _Fitter(cards, scale, sheet, least_width, foot)
    if sheet.crowded != sheet.titles and not fitter.holds_the_important():
        smaller = replace(sheet, titles=sheet.crowded)
        fitter = _Fitter(cards, scale, smaller, least_width, foot)
    return fitter.fit()


Sizes = Callable[[Card], Extent]


class _Fitter:
    def __init__(
        self,
        cards: Cards,
        scale: Scale,
        sheet: Sheet,
        least_width: Sequence[float],
        foot: float,
    ) -> None:
        self._cards = cards
        self._scale = scale
        self._sheet = sheet
        self._room = text_room(sheet, len(cards.lanes), cards.needle)
        even = self._room / len(cards.lanes)
        self._least = [min(max(width, LEAST_LANE * even), even) for width in least_width]
        empty = geometry(sheet, [even] * len(cards.lanes), cards.needle, foot)
        self._foot = foot
        self._height = empty.bottom - empty.top
        self._needle_top = sheet.mm(LEAD_FIRST + POLES)

    def holds_the_important(self) -> bool:
        """Whether, about, all events of importance 1 and 2 have room with their details."""
        body = self._sheet.body_min
        sizes = self._estimates(self._first_widths, body)
        return self._place(self._important(), sizes, body).height <= self._height

    @cached_property
    def _first_widths(self) -> list[float]:
        return self._widths(self._important(), self._sheet.body_min)

    def _important(self) -> list[Card]:
        every = self._cards.cards
        return [card for card in every if card.importance < 3] or list(every)

    def fit(self) -> Fit:
        every, body = self._cards.cards, self._sheet.body_min
        widths = self._first_widths
        if self._place(every, self._estimates(widths, body), body).height <= self._height:
            return self._fit_all(widths)
        kept = self._thin(every, self._estimates(widths, body), body)
        widths = self._widths(kept.cards, body, widths)
        return self._fit_some(widths, body)

    def _fit_some(self, widths: Sequence[float], body: float) -> Fit:
        every = self._cards.cards
        variants = {key(card): card for card in (*every, *(card.bare() for card in every))}
        extents = self._measured(variants.values(), widths, body)
        kept = self._thin(every, _looked_up(extents), body)
        return self._finished(body, widths, kept, extents)

    def _fit_all(self, widths: Sequence[float]) -> Fit:
        """Everything fits at the least size: find the largest."""
        every, sheet = self._cards.cards, self._sheet
        low, high = sheet.body_min, sheet.body_max
        for _ in range(8):
            body = (low + high) / 2
            widths = self._widths(every, body, widths)
            height = self._place(every, self._estimates(widths, body), body).height
            low, high = (body, high) if height <= self._height else (low, body)
        body = low
        even = [self._room / len(widths)] * len(widths)
        if self._place(every, self._estimates(even, body), body).height <= self._height:
            widths = even  # nothing is gained by uneven lanes
        while body > sheet.body_min:
            extents = self._measured(every, widths, body)
            height = self._place(every, _looked_up(extents), body).height
            if height <= self._height:
                return self._finished(body, widths, Thinned(every, (), ()), extents)
            body = max(sheet.body_min, body * min(0.995, self._height / height))
        return self._fit_some(widths, sheet.body_min)

    def _finished(
        self, body: float, widths: Sequence[float], kept: Thinned, extents: Extents
    ) -> Fit:
        boxes = self._boxes(kept.cards, _looked_up(extents), body)
        placed = stretched(
            boxes, self._rows(kept.cards), _spacing(body), self._height, self._needle_top
        )
        columns = geometry(self._sheet, widths, self._cards.needle, self._foot)
        return Fit(body, columns, kept, extents, placed)

    def _measured(self, cards: Iterable[Card], widths: Sequence[float], body: float) -> Extents:
        return measured(cards, dict(enumerate(widths)), self._sheet, body, self._cards.language)

    def _thin(self, cards: Sequence[Card], sizes: Sizes, body: float) -> Thinned:
        try:
            return thinned(cards, self._height, lambda some: self._place(some, sizes, body))
        except TooMuchError as error:
            raise CannotRenderError(_too_much(error.ids, self._sheet)) from None

    def _widths(
        self, cards: Iterable[Card], body: float, start: Sequence[float] | None = None
    ) -> list[float]:
        """Text widths of the lanes that make the chart lowest: coordinate descent."""
        given = tuple(cards)

        def height(widths: Sequence[float]) -> float:
            return self._place(given, self._estimates(widths, body), body).height

        found: list[tuple[float, list[float]]] = []
        for widths in [list(start)] if start else self._starts(given):
            best = height(widths)
            for step in (self._sheet.mm(s) for s in _STEPS):
                moving = True
                while moving:
                    moving = False
                    for wider, narrower in permutations(range(len(widths)), 2):
                        if widths[narrower] - step < self._least[narrower]:
                            continue
                        trial = list(widths)
                        trial[wider] += step
                        trial[narrower] -= step
                        lower = height(trial)
                        if lower < best - 0.01:
                            best, widths, moving = lower, trial, True  # noqa: PLW2901
            found.append((best, widths))
        return min(found)[1]

    def _starts(self, cards: Sequence[Card]) -> list[list[float]]:
        """Even lanes, and lanes by the length of their texts."""
        count = len(self._cards.lanes)
        lengths = [1] * count
        for card in cards:
            lengths[card.lane] += len(card.title) + len(card.detail)
        spare = self._room - sum(self._least)
        by_text = [
            least + spare * length / sum(lengths)
            for least, length in zip(self._least, lengths, strict=True)
        ]
        return [[self._room / count] * count, by_text]

    def _estimates(self, widths: Sequence[float], body: float) -> Sizes:
        return lambda card: estimate(card, self._sheet, round(widths[card.lane] / em(body), 2))

    def _place(self, cards: Iterable[Card], sizes: Sizes, body: float) -> Placement:
        given = tuple(cards)
        boxes = self._boxes(given, sizes, body)
        return place(boxes, self._rows(given), _spacing(body), self._needle_top)

    def _boxes(self, cards: Iterable[Card], sizes: Sizes, body: float) -> list[Box]:
        unit = em(body)
        boxes = []
        for card in cards:
            size = sizes(card)
            node = None
            if card.stance is not None:
                centre = title_centre(card, self._sheet) * unit
                node = (centre, self._sheet.mm(NODE[card.importance]))
            boxes.append(
                Box(
                    card.id,
                    card.lane,
                    card.row,
                    card.order,
                    size.height * unit,
                    size.title * unit,
                    node,
                )
            )
        return boxes

    def _rows(self, cards: Iterable[Card]) -> list[RowSpec]:
        filled = {card.row for card in cards}
        return [self._row(row, row.index in filled) for row in self._scale.rows]

    def _row(self, row: Row, filled: bool) -> RowSpec:
        band = self._scale.bands[row.band]
        above = lead(self._sheet, band) if row == band.rows[0] else 0.0
        return RowSpec(row_least(self._sheet, row, filled), above, row == band.rows[-1])


def _looked_up(extents: Extents) -> Sizes:
    return lambda card: extents[key(card)]


def em(body: float) -> float:
    """Millimetres in an em of the body."""
    return body * MM_PER_PT


def lead(sheet: Sheet, band: Stretch) -> float:
    """Room for the heading of a band, in mm."""
    return sheet.mm(LEAD if band.index else LEAD_FIRST)


def title_centre(card: Card, sheet: Sheet) -> float:
    """Middle of the capitals in the first line of a title, below the top of its card, in em."""
    size = sheet.titles[card.importance - 1]
    if card.run_in:
        return style.BASELINE_RUN_IN - 0.31 * size
    return style.CENTRE_OF_TITLE * size


def row_least(sheet: Sheet, row: Row, filled: bool) -> float:
    """The least height of a row in mm: its date, and a little white."""
    if not filled:
        tails = 0.66 if row.unit == "day" else 0.95
        return sheet.numeral_empty * MM_PER_PT * tails + sheet.mm(1.2)
    size = sheet.numeral if row.unit == "day" else sheet.label
    return size * MM_PER_PT * 0.66 + sheet.mm(2.2)


def _spacing(body: float) -> Spacing:
    return Spacing(style.PAD * em(body), style.GAP * em(body))


def _too_much(ids: tuple[str, ...], sheet: Sheet) -> Diagnostic:
    return Diagnostic(
        "SP412",
        Mark("poster"),
        f"the events of importance 1 do not fit on {sheet.name}; these make it too high:"
        f" {', '.join(ids)}",
        "Give some of them importance 2, shorten their texts, or choose a larger sheet.",
    )


@cache
def estimate(card: Card, sheet: Sheet, width: float) -> Extent:
    """About the size of a card in a column of ``width`` em."""
    title = sheet.titles[card.importance - 1]
    head = (Run(card.title, BOLD, title), Run(f"  {card.page}", REGULAR, sheet.note))
    says = _says(card)
    if card.run_in:
        lines = advance.lines((*head, *says), width)
        return Extent(lines * LEADING, advance.lines(head, width) * LEADING, 0, 0)
    free = style.LEADER_ROOM * title if card.linked else 0.0
    top = advance.lines(head, width - free) * title * TITLE_LEADING
    height = top
    if says:
        height += advance.lines(says, width) * LEADING
    if card.vote or card.dissent:
        verdict = f"VOTE {card.vote}   DISSENT {card.dissent}"
        height += advance.lines((Run(verdict, REGULAR),), width) * LEADING
    return Extent(height, top, 0, 0)


def _says(card: Card) -> tuple[Run, ...]:
    figures = "; ".join(figure.striptags() for figure in card.figures)
    detail = f" · {card.detail}" if card.when and card.detail else str(card.detail)
    runs = (Run(card.when, BOLD), Run(detail, REGULAR), Run(f" {figures}", REGULAR))
    return tuple(run for run in runs if run.words.strip())
