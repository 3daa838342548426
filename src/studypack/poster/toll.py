"""The toll: a table of figures in the foot, rivals under the number."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from studypack.fonts import SANS
from studypack.poster import advance
from studypack.poster.advance import Face, Run
from studypack.poster.cards import Cards, bare_html
from studypack.poster.masking import Mask
from studypack.poster.sheet import MM_PER_PT, Sheet
from studypack.summary.figure_words import amount_in_words
from studypack.summary.items import Figure
from studypack.summary.summary import Summary

NUMBER = 1.5
"""Size of the number over the type of the foot."""
_REGULAR, _BOLD = Face(SANS), Face(SANS, "700")


@dataclass(frozen=True)
class TollCell:
    """A figure: the number, and under it whose it is and its rivals."""

    number: str
    beside: str


@dataclass(frozen=True)
class TollTable:
    """The table as the template needs it; sizes in mm."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[TollCell, ...]], ...]
    note: Markup
    width: float
    height: float
    """About; the table is set by the typesetter."""

    def masked(self, mask: Mask) -> TollTable:
        """The same without the dates in its words."""
        rows = tuple((mask.over(label), cells) for label, cells in self.rows)
        title, note = mask.over(self.title), mask.over_markup(self.note)
        return replace(self, title=title, rows=rows, note=note)


def toll_table(summary: Summary, cards: Cards, sheet: Sheet) -> TollTable | None:
    """The toll of a poster; rows of which a figure is not in the pack are left out."""
    toll = summary.header.poster.toll
    if toll is None:
        return None
    known, language = summary.figures, cards.words.language
    rows = tuple(
        (row.label, tuple(_cell(known[id_][0], language) for id_ in row.figures))
        for row in toll.rows
        if all(id_ in known for id_ in row.figures)
    )
    if not rows:
        return None
    size = sheet.small * MM_PER_PT
    title = advance.width(toll.title, _BOLD) * sheet.heading * MM_PER_PT
    widths = [max(title, *(advance.width(label, _BOLD) * size for label, _ in rows))]
    for number, column in enumerate(toll.columns):
        cells = [cells[number] for _, cells in rows]
        widths.append(
            max(
                advance.width(column, _REGULAR) * size,
                *(advance.width(c.number, _BOLD) * size * NUMBER for c in cells),
                *(advance.width(c.beside, _REGULAR) * size * sheet.aside for c in cells),
            )
        )
    width = sum(widths) + sheet.mm(4) * len(widths)
    note = bare_html(toll.note, cards.words.editors, cards.lang)
    lines = advance.lines((Run(note.striptags(), _REGULAR),), width / size * 0.97) if note else 0
    beside = sum(any(cell.beside for cell in cells) for _, cells in rows)
    height = sheet.heading * MM_PER_PT * 1.3
    height += size * (len(rows) * (NUMBER + 0.5) + beside * sheet.aside * 1.1 + lines * 1.2 + 0.4)
    return TollTable(toll.title, toll.columns, rows, note, width, height)


def _cell(figure: Figure, language: str) -> TollCell:
    first, *rest = figure.readings
    owner = [first.whose] if rest and first.whose else []
    others = [f"{amount_in_words(r, language)} {r.whose}".strip() for r in rest]
    return TollCell(amount_in_words(first, language), "; ".join([*owner, *others]))
