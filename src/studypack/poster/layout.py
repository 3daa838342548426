"""A fitted chart in millimetres of the sheet: what the painters ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from studypack.poster.cards import Card, Cards
from studypack.poster.fit import Fit, lead
from studypack.poster.geometry import Column, Geometry
from studypack.poster.scale import Scale, Stretch
from studypack.poster.sheet import Sheet
from studypack.poster.sizes import em, title_centre
from studypack.poster.style import CENTRE_OF_TITLE


@dataclass(frozen=True)
class Layout:
    """Where everything of the chart stands; y runs from the top of the sheet."""

    fit: Fit
    scale: Scale
    cards: Cards

    @property
    def geometry(self) -> Geometry:
        """The columns."""
        return self.fit.geometry

    @property
    def sheet(self) -> Sheet:
        """The paper."""
        return self.fit.geometry.sheet

    @property
    def em(self) -> float:
        """An em of the body in mm."""
        return em(self.fit.body)

    @cached_property
    def shown(self) -> Mapping[str, Card]:
        """The cards that are on the poster, by id, in order."""
        return {card.id: card for card in self.fit.thinned.cards}

    @cached_property
    def rows(self) -> tuple[float, ...]:
        """Tops of the rows and the end of the last."""
        return tuple(self.geometry.top + y for y in self.fit.placement.rows)

    def top(self, card: Card) -> float:
        """Top of a card."""
        return self.geometry.top + self.fit.placement.cards[card.id]

    def bottom(self, card: Card) -> float:
        """Bottom of a card."""
        return self.top(card) + self.fit.extent(card).height * self.em

    def first_line(self, card: Card) -> float:
        """Middle of the first line of its title."""
        return self.top(card) + title_centre(card, self.sheet) * self.em

    def last_line(self, card: Card) -> float:
        """Middle of the last line of its title."""
        size = self.sheet.titles[card.importance - 1]
        below = self.fit.extent(card).last_line + CENTRE_OF_TITLE * size
        return self.top(card) + below * self.em

    def title_end(self, card: Card) -> float:
        """Where the last line of its title ends."""
        return self.column(card).text + self.fit.extent(card).end * self.em

    def column(self, card: Card) -> Column:
        """The column of its lane."""
        return self.geometry.columns[self.geometry.column_of(card.lane)]

    def symbol_x(self, column: Column) -> float:
        """The axis of symbols and rules of a lane."""
        return column.text - self.sheet.mm(3.4)

    def is_node(self, card: Card) -> bool:
        """Whether its diamond stands on the needle, with a hairline to it, instead of at its title.

        That takes a lane beside the needle.
        """
        index = self.geometry.needle
        if index is None or card.stance is None:
            return False
        return abs(self.geometry.column_of(card.lane) - index) == 1

    def band_top(self, band: Stretch) -> float:
        """Where a band begins, heading included."""
        return self.rows[band.rows[0].index] - lead(self.sheet, band)

    def band_bottom(self, band: Stretch) -> float:
        """Where it ends."""
        following = self.scale.bands[band.index + 1 :]
        return self.band_top(following[0]) if following else self.rows[-1]

    def row_bottom(self, row: int) -> float:
        """Where a row ends."""
        band = self.scale.bands[self.scale.rows[row].band]
        return self.band_bottom(band) if row == band.rows[-1].index else self.rows[row + 1]
