"""What stands above the needle: the names of its poles and, where there is room, its note."""

from __future__ import annotations

from dataclasses import dataclass

from studypack.fonts import SANS
from studypack.poster import advance
from studypack.poster.advance import Face, Run
from studypack.poster.cards import bare_html
from studypack.poster.geometry import NEEDLE
from studypack.poster.layout import Layout
from studypack.poster.lettering import CAPITALS, Words, on_baseline
from studypack.poster.needle import ABOVE, Needle
from studypack.poster.sheet import LEAST, MM_PER_PT, Sheet
from studypack.summary import header

POLES = 7.0
"""Room above the first decision for names that stand side by side, mm on A1."""
_NAME, _NOTE = 12.0, 11.0
"""Points on A1."""
_UNDER = 1.6
"""From the baseline of the names to the strip, mm on A1."""
_OVER, _CLEAR = 3.0, 0.1
"""Between the note and the names, mm on A1; and in mm, so that no rounding brings them nearer."""
_SPACED, _APART = 0.06, 0.7
"""Between the letters of a name, and between two names, in em."""
_LINE, _SMALLEST = 1.15, 0.8
"""Line height of stacked names; how much smaller they may be before they are stacked."""
_BOLD = Face(SANS, "700")
Taken = list[tuple[float, float]]
"""Stretches from top to bottom, in mm."""


@dataclass(frozen=True)
class Poles:
    """How the names of the poles are set."""

    left: str
    right: str
    size: float
    """Points."""
    stacked: bool
    """Whether they stand under one another, the left one above, for want of width."""

    @property
    def room(self) -> float:
        """How much higher they are than names side by side, in mm."""
        return self.size * MM_PER_PT * _LINE if self.stacked else 0.0


def poles(needle: header.Needle, sheet: Sheet) -> Poles:
    """Side by side if the strip is wide enough for both, if need be a little smaller."""
    left, right = needle.left.upper(), needle.right.upper()
    room = sheet.mm(NEEDLE)
    largest = max(_NAME * sheet.scale, sheet.legend_min)
    both = (_width(left) + _width(right) + _APART) * MM_PER_PT
    size = min(largest, room / both)
    if size >= max(LEAST, _SMALLEST * largest):
        return Poles(left, right, size, stacked=False)
    longer = max(_width(left), _width(right)) * MM_PER_PT
    return Poles(left, right, max(LEAST, min(largest, room / longer)), stacked=True)


def poles_room(needle: header.Needle | None, sheet: Sheet, *, note: bool = False) -> float:
    """What the first decision leaves free above itself, in mm; if wished, for the note as well."""
    if needle is None:
        return sheet.mm(POLES)
    names = poles(needle, sheet)
    if not note:
        return sheet.mm(POLES) + names.room
    under = sheet.mm(_OVER + _UNDER + ABOVE) + names.room + names.size * MM_PER_PT
    return _note_height(needle, sheet) + under + _CLEAR


def _note_height(needle: header.Needle, sheet: Sheet) -> float:
    size, width = _note_size(sheet) * MM_PER_PT, sheet.mm(NEEDLE)
    return advance.lines((Run(needle.note, Face(SANS), size),), width * 0.97) * size * 1.22


def _note_size(sheet: Sheet) -> float:
    return max(_NOTE * sheet.scale, sheet.legend_min)


def above_needle(text: header.Needle, swing: Needle, layout: Layout) -> tuple[list[Words], Taken]:
    """The words above the strip in reading order, and what they take of its column."""
    sheet, column = layout.sheet, swing.column
    names = poles(text, sheet)
    base = swing.top - sheet.mm(_UNDER)
    above = base - names.room
    right = column.right - _width(names.right) * names.size * MM_PER_PT
    words = [
        on_baseline(names.left, column.text, above, names.size, "pole"),
        on_baseline(names.right, right, base, names.size, "pole"),
    ]
    taken = [(above - CAPITALS[SANS] * names.size * MM_PER_PT, swing.top)]
    top, height = layout.rows[0], _note_height(text, sheet)
    if top + height + sheet.mm(_OVER) < above - names.size * MM_PER_PT:
        says = bare_html(text.note, layout.cards.words.editors, layout.cards.lang)
        size, width = _note_size(sheet), column.right - column.text
        words.insert(0, Words(says, column.text, top, size, "block note", width=width))
        taken.append((top, top + height))
    return words, taken


def _width(name: str) -> float:
    """Of a name with its letters spaced, in em."""
    return advance.width(name, _BOLD) + _SPACED * (len(name) - 1)
