"""How high cards become at the width of their lane, told by the typesetter itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from studypack import typesetting
from studypack.poster.cards import Card
from studypack.poster.sheet import MM_PER_PT, Sheet
from studypack.poster.style import stylesheet

PX_PER_PT = 96 / 72
MM_PER_PX = 25.4 / 96


@dataclass(frozen=True)
class Extent:
    """The size of a set card, in em of the body, from its top left corner."""

    height: float
    title: float
    """Bottom of the title."""
    end: float
    """Right end of the last line of the title, page number and all."""
    last_line: float
    """Top of the last line of the title."""


Extents = Mapping[tuple[str, bool], Extent]
"""(id, whether it has its detail) -> its size."""


def key(card: Card) -> tuple[str, bool]:
    """Under which a card's size is kept: with or without its detail."""
    return (card.id, card.is_full)


def measured(
    cards: Iterable[Card], widths: Mapping[int, float], sheet: Sheet, body: float, language: str
) -> Extents:
    """The sizes of cards, set at ``body`` points in text columns of ``widths`` (lane -> mm).

    One page holds all of them, each lane in a column of its own, in the very markup and style in
    which they are printed.
    """
    given = sorted(cards, key=lambda c: (c.lane, c.order, c.is_full))
    columns = []
    left = 0.0
    for lane in sorted({card.lane for card in given}):
        own = [(n, card) for n, card in enumerate(given) if card.lane == lane]
        columns.append({"left": left, "width": widths[lane], "cards": own})
        left += widths[lane] + 10
    page = (
        typesetting.environment("poster")
        .get_template("measure.html")
        .render(
            style=stylesheet(sheet, body),
            width=left + 10,
            height=max(len(given), 1) * body * MM_PER_PT * 60,
            columns=columns,
            language=language,
        )
    )
    document = typesetting.lay_out(page, "poster", dict(sheet.fonts))
    anchors = document.pages[0].anchors
    unit = body * PX_PER_PT
    sizes: dict[tuple[str, bool], Extent] = {}
    for number, card in enumerate(given):
        left, top, _, bottom = anchors[f"c-{number}"]
        end, line, _, below = anchors[f"e-{number}"]
        sizes[key(card)] = Extent(
            *(length / unit for length in (bottom - top, below - top, end - left, line - top))
        )
    return sizes
