"""The head: year, headline, deck, and the names of the lanes."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import escape

from studypack.fonts import SANS, TEXT
from studypack.poster import advance
from studypack.poster.advance import Face, Run
from studypack.poster.cards import Cards
from studypack.poster.geometry import MARGIN_TOP, NEEDLE, Geometry
from studypack.poster.lettering import Words, on_baseline
from studypack.poster.shapes import Drawing
from studypack.poster.sheet import MM_PER_PT, Sheet
from studypack.poster.style import INK
from studypack.summary.header import Header

YEAR, HEADLINE, DECK, LANE, LANE_LEAST, SUBTITLE = 176.0, 76.0, 25.0, 46.0, 22.0, 13.0
"""Points on A1; year, headline and names of lanes shrink until they fit."""
_ALONE, _NEARLY = 1.15, 0.82
"""How much larger a headline may be over a deck of one line, and how much smaller that deck."""
_DISPLAY, _TEXT, _BOLD, _SANS = Face(TEXT, "700"), Face(TEXT), Face(SANS, "700"), Face(SANS)


def name_widths(header: Header, cards: Cards, sheet: Sheet) -> tuple[float, ...]:
    """What each lane needs for its name at the least size of names, in mm."""
    titles = {theatre.id: theatre.title for theatre in header.theatres}
    return tuple(
        max(_width(titles[lane], _BOLD, LANE_LEAST * sheet.scale), sheet.mm(34))
        for lane in cards.lanes
    )


def head(header: Header, geometry: Geometry, cards: Cards, drawing: Drawing) -> list[Words]:
    """Everything above the chart, in reading order."""
    sheet, poster = geometry.sheet, header.poster
    unit, left, right = sheet.scale * sheet.lying, geometry.left, geometry.right
    base = sheet.mm(MARGIN_TOP) + 40 * unit
    elements: list[Words] = []
    start = left
    if poster.year:
        size = _fitting(poster.year, _DISPLAY, YEAR * unit, (right - left) * 0.34)
        # the figures of the display face stand a little to the right of their box
        elements.append(
            on_baseline(
                poster.year, left - 0.03 * size * MM_PER_PT, base, size, "year", family=TEXT
            )
        )
        start = left + _width(poster.year, _DISPLAY, size) + 13 * unit
    elements += _titles(header, start, right - start, base, unit)
    elements += _names(header, geometry, cards)
    top = geometry.top
    drawing.rect(left, top, right - left, sheet.mm(0.8), INK)
    return elements


def _titles(header: Header, left: float, room: float, base: float, unit: float) -> list[Words]:
    """Headline and deck beside a year that stands on ``base``.

    Where the deck nearly has room on one line, it is set so, on the line of the year, and the
    headline may grow until it is as high as the year.
    """
    poster = header.poster
    largest, deck_size = HEADLINE * unit, DECK * unit
    on_a_line = _fitting(poster.deck, _TEXT, deck_size, room * 0.99)
    alone = on_a_line > _NEARLY * deck_size
    size = _fitting(poster.headline, _DISPLAY, largest * (_ALONE if alone else 1), room)
    above = base - (18.5 if alone else 20.5) * unit
    headline = on_baseline(
        poster.headline, left, above, size, "headline", tag="h1", family=TEXT, outline=header.title
    )
    if alone:
        return [headline, on_baseline(poster.deck, left, base, on_a_line, "deck", family=TEXT)]
    deck_size = _deck_size(poster.deck, deck_size, room)
    width = _balanced(poster.deck, deck_size, room)
    deck = escape(poster.deck)
    return [headline, Words(deck, left, base - 15 * unit, deck_size, "block deck", width=width)]


def _names(header: Header, geometry: Geometry, cards: Cards) -> list[Words]:
    sheet, theatres = geometry.sheet, {t.id: t for t in header.theatres}
    named = [(c, theatres[cards.lanes[c.lane]]) for c in geometry.columns if c.lane is not None]
    largest = LANE * sheet.scale * sheet.lying
    size = min(
        largest, *(_fitting(t.title, _BOLD, largest, c.width + sheet.mm(4)) for c, t in named)
    )
    base, under = geometry.top - sheet.mm(11.2), geometry.top - sheet.mm(2.9)
    elements: list[Words] = []
    for column in geometry.columns:
        if column.lane is None:
            if header.poster.needle:
                elements += _needle_name(header.poster.needle.title, column.left, base, sheet)
            continue
        theatre = theatres[cards.lanes[column.lane]]
        elements.append(on_baseline(theatre.title, column.text, base, size, f"lane l{column.lane}"))
        if theatre.subtitle:
            small = _fitting(
                theatre.subtitle, _SANS, max(SUBTITLE * sheet.scale, sheet.legend_min), column.width
            )
            elements.append(on_baseline(theatre.subtitle, column.text, under, small, "grey"))
    return elements


def _needle_name(title: str, left: float, base: float, sheet: Sheet) -> Sequence[Words]:
    size = _fitting(title, _BOLD, LANE * 0.6 * sheet.scale * sheet.lying, sheet.mm(NEEDLE + 2))
    return [on_baseline(title, left, base, size, "lane")]


def _deck_size(deck: str, size: float, room: float) -> float:
    """At most two lines."""
    while size > 6 and advance.lines((Run(deck, _TEXT, size * MM_PER_PT),), room * 0.99) > 2:
        size *= 0.97
    return size


def _balanced(deck: str, size: float, room: float) -> float:
    """The narrowest width that needs no more lines: no single word on the last."""
    run = (Run(deck, _TEXT, size * MM_PER_PT),)
    wanted = advance.lines(run, room * 0.99)
    width = room
    while advance.lines(run, width * 0.97) == wanted and width > room / 3:
        width *= 0.98
    return width


def _fitting(words: str, face: Face, size: float, room: float) -> float:
    """The size at which words fill ``room`` millimetres at most."""
    return min(size, room / max(advance.width(words, face) * MM_PER_PT, 0.001))


def _width(words: str, face: Face, size: float) -> float:
    return advance.width(words, face) * size * MM_PER_PT
