"""Editions for class: the same sheet with gaps to be filled in.

Nothing of an answer is left in the file: not in its words, its bookmarks or its alt text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from studypack.fonts import SANS
from studypack.poster import advance
from studypack.poster.advance import Face
from studypack.poster.cards import Card
from studypack.poster.layout import Layout
from studypack.poster.masking import Mask
from studypack.poster.measure import Extent
from studypack.poster.style import TITLE_LEADING
from studypack.product import Blank


@dataclass(frozen=True)
class Blanks:
    """What an edition leaves out; the number of each gap by id of its card or index of its row."""

    kind: Blank | None = None
    rows: Mapping[int, int] = field(default_factory=dict)
    cards: Mapping[str, int] = field(default_factory=dict)
    mask: Mask | None = None
    """Over the dates in all words, where dates are left out."""

    @property
    def suffix(self) -> str:
        """Of the file's name."""
        return f"-blank-{self.kind.value}" if self.kind else ""

    @property
    def amount(self) -> str:
        """How many gaps there are, to be said after the number of events."""
        return f", {len(self.rows) + len(self.cards)} gaps" if self.kind else ""

    def card(self, card: Card, size: Extent, layout: Layout) -> Card:
        """The card as this edition prints it, no higher than it was."""
        if self.mask:
            # hours tell no date, but everything else would
            exact = layout.scale.rows[card.row].unit == "day" and not _has_digit(card.when)
            return replace(
                card,
                title=self.mask.over(card.title),
                outline=self.mask.over(card.outline),
                when=card.when if exact and not self.mask.has_month(card.when) else "",
                detail=self.mask.over_markup(card.detail),
                figures=tuple(self.mask.over_markup(figure) for figure in card.figures),
                vote=self.mask.over(card.vote),
            )
        if card.id not in self.cards:
            return card
        number = self.cards[card.id]
        lane = card.outline.partition(": ")[0]
        bare = replace(card, title=_lines(card, number, size, layout), outline=f"{lane}: {number}")
        if self.kind is Blank.TITLES:
            return bare
        says = (size.height - size.title) / layout.sheet.leading
        count = max(0, round(says)) if not card.run_in else 0
        rules = Markup('<span class="rule"></span>') * count
        # ‘linked’ keeps a small card's detail off its title's line, vote or no vote
        return replace(
            bare,
            when="",
            detail=Markup("{}").format(rules),
            figures=(),
            vote="",
            dissent="",
            page="",
            linked=card.linked or not card.run_in,
        )


def blanks(layout: Layout, kind: Blank | None) -> Blanks:
    """The gaps of an edition, numbered in reading order."""
    ordered = sorted(layout.shown.values(), key=lambda c: (c.row, c.lane, layout.top(c)))
    match kind:
        case None:
            return Blanks()
        case Blank.DATES:
            filled = sorted({card.row for card in ordered})
            gaps = {row: n for n, row in enumerate(filled, start=1)}
            languages = {layout.cards.language, layout.cards.words.language}
            mask = Mask((layout.scale.rows[row] for row in filled), languages)
            return Blanks(kind, rows=gaps, mask=mask)
        case Blank.TITLES:
            return Blanks(kind, cards={card.id: n for n, card in enumerate(ordered, start=1)})
        case Blank.DECISIONS:
            decided = [card for card in ordered if card.kind == "decision"]
            return Blanks(kind, cards={card.id: n for n, card in enumerate(decided, start=1)})


def _lines(card: Card, number: int, size: Extent, layout: Layout) -> Markup:
    """The number and ruled lines, as many as the title has and about as long.

    The last of several ends no further right than the title did, where an arrow may begin.
    """
    font = layout.sheet.titles[card.importance - 1]
    column = layout.column(card).width / layout.em / font
    long = advance.width(card.title, Face(SANS, "700"))
    count = 1 if card.run_in else max(1, round(size.title / font / TITLE_LEADING))
    room = column - (2.2 if card.linked else 0.8) - advance.width(card.page, Face(SANS)) * 0.8
    each = min(long / count, room) - 1.9
    page = (advance.width(card.page, Face(SANS)) + 0.25) * layout.sheet.note / font
    widths = [max(each, 2.0)] * count
    if count > 1:
        widths[-1] = min(widths[-1], max(size.end / font - page, 1.0))
    rule = Markup('<span class="line" style="width:{}em"></span>')
    rules = [rule.format(f"{width:.2f}") for width in widths]
    return Markup('<span class="gapno">{}</span>').format(number) + Markup("<br>").join(rules)


def _has_digit(words: str) -> bool:
    return any(character.isdigit() for character in words)
