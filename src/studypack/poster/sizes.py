"""The sizes of cards in lanes of given widths: estimated for a search, then measured.

Everything is in em, so that an estimate for one width and size of type is good for all of the same
ratio; each is made once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from studypack.fonts import SANS
from studypack.poster import advance, style
from studypack.poster.advance import Face, Run
from studypack.poster.breaks import NO_BREAK
from studypack.poster.cards import Card
from studypack.poster.lettering import BASELINE
from studypack.poster.measure import Extent, Extents, key, measured
from studypack.poster.placement import Box
from studypack.poster.sheet import MM_PER_PT, Sheet
from studypack.poster.style import TITLE_LEADING

REGULAR, BOLD = Face(SANS), Face(SANS, "700")
_SAME = 0.02
"""Millimetres by which a measure may differ from its estimate."""
GAP = "   "
"""Between a title and the detail on its line: about as wide as the template's."""
NODE = {1: 3.7, 2: 2.7, 3: 2.2}
"""Radius of a decision's diamond on the needle, by importance, mm on A1."""


class Estimates:
    """About the sizes of cards on a sheet, each at each width once."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._known: dict[tuple[tuple[str, bool], float], Extent] = {}

    def of(self, card: Card, width: float) -> Extent:
        """About the size of a card in a column of ``width`` em."""
        at = (key(card), round(width, 2))
        if at not in self._known:
            self._known[at] = estimate(card, self._sheet, at[1])
        return self._known[at]


class Sizes:
    """The sizes of cards in text columns of ``widths`` mm, with details at ``body`` points."""

    def __init__(
        self,
        estimates: Estimates,
        sheet: Sheet,
        widths: Sequence[float],
        body: float,
        language: str,
    ) -> None:
        self._estimates, self._sheet, self._language = estimates, sheet, language
        self._widths, self._body, self._em = tuple(widths), body, em(body)
        self._measured: dict[tuple[str, bool], Extent] = {}
        self._boxes: dict[tuple[str, bool], Box] = {}

    @property
    def extents(self) -> Extents:
        """What has been measured."""
        return self._measured

    def measure(self, cards: Iterable[Card]) -> bool:
        """Has those cards measured that are not yet; whether any is not as was estimated."""
        new = [card for card in cards if key(card) not in self._measured]
        if not new:
            return False
        expected = [self.box(card) for card in new]
        widths = dict(enumerate(self._widths))
        found = measured(new, widths, self._sheet, self._body, self._language)
        self._measured.update(found)
        for known in found:
            self._boxes.pop(known, None)
        return any(
            abs(box.height - now.height) > _SAME or abs(box.title - now.title) > _SAME
            for box, now in zip(expected, map(self.box, new), strict=True)
        )

    def box(self, card: Card) -> Box:
        """The card as the rule of placing sees it, in mm."""
        at = key(card)
        if at not in self._boxes:
            self._boxes[at] = self._box(card)
        return self._boxes[at]

    def _box(self, card: Card) -> Box:
        unit = self._em
        size = self._measured.get(key(card))
        if size is None:
            size = self._estimates.of(card, self._widths[card.lane] / unit)
        node = None
        if card.stance is not None:
            centre = title_centre(card, self._sheet) * unit
            node = (centre, self._sheet.mm(NODE[card.importance]))
        return Box(
            card.id,
            card.lane,
            card.row,
            card.order,
            size.height * unit,
            size.title * unit,
            node,
        )


def em(body: float) -> float:
    """Millimetres in an em of the body."""
    return body * MM_PER_PT


def title_centre(card: Card, sheet: Sheet) -> float:
    """Middle of the capitals in the first line of a title, below the top of its card, in em."""
    size = sheet.titles[card.importance - 1]
    if card.run_in:
        return _baseline(size, sheet.leading) - 0.31 * size
    return style.CENTRE_OF_TITLE * size


def _baseline(title: float, leading: float) -> float:
    """Below the top of the first line, where a detail follows its title: larger ones move it."""
    return max(_baseline_of_details(leading), BASELINE[SANS] * title)


def _baseline_of_details(leading: float) -> float:
    return (leading - 1) / 2 + BASELINE[SANS]


def narrowest(card: Card, sheet: Sheet) -> float:
    """Width in em of the body in which no word of its title is broken, nor struck by its leader."""
    title = sheet.titles[card.importance - 1]
    *words, last = card.title.split(" ")
    end = advance.width(last, BOLD) * title + advance.width(f" {card.page}", REGULAR) * sheet.note
    if card.linked:
        end += style.LEADER_ROOM * title / 2
    return max([end, *(advance.width(word, BOLD) * title for word in words)])


def estimate(card: Card, sheet: Sheet, width: float) -> Extent:
    """About the size of a card in a column of ``width`` em."""
    title, leading = sheet.titles[card.importance - 1], sheet.leading
    head = (Run(card.title, BOLD, title), Run(f"  {card.page}", REGULAR, sheet.note))
    says = _says(card)
    if card.run_in:
        after = [replace(run, words=f"{GAP}{run.words}") for run in says[:1]]
        lines = advance.lines((*head, *after, *says[1:]), width)
        own, base = advance.lines(head, width), _baseline(title, leading)
        higher = base - _baseline_of_details(leading)
        last = base + (1 - BASELINE[SANS]) * title
        return Extent(lines * leading + own * higher, (own - 1) * (leading + higher) + last, 0, 0)
    free = style.LEADER_ROOM * title if card.linked else 0.0
    top = advance.lines(head, width - free) * title * TITLE_LEADING
    height = top
    if says:
        height += advance.lines(says, width) * leading
    if card.vote or card.dissent:
        against = f"{card.words.dissent}{NO_BREAK}{card.dissent}"
        verdict = f"{card.words.vote} {card.vote}   {against}"
        height += advance.lines((Run(verdict, REGULAR),), width) * leading
    return Extent(height, top, 0, 0)


def _says(card: Card) -> tuple[Run, ...]:
    figures = ". ".join(figure.striptags() for figure in card.figures)
    detail = card.detail.striptags()
    if card.when and detail:
        detail = f"{NO_BREAK}· {detail}"
    runs = (Run(card.when, BOLD), Run(detail, REGULAR), Run(f" {figures}", REGULAR))
    return tuple(run for run in runs if run.words.strip())
