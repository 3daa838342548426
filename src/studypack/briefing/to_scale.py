"""Figures to scale: what can be compared, as bars of one scale, rivals one under the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from studypack.briefing.drawing import MARGIN, MEASURE, ROOMS, Room, bar
from studypack.briefing.scribe import Link, Scribe
from studypack.summary.course import Type
from studypack.summary.figure_words import reading_in_words
from studypack.summary.items import Figure, Reading

MOST = 24
"""So many readings fit on a page; a group with more is not drawn."""
THICK, BELOW = 4, 5
"""Points: the thickness of a bar, and the room under it."""
LEAST = 0.6
"""Points: the shortest bar, which still shows in print."""
_UPPER = {"up to", "fewer than"}


@dataclass(frozen=True)
class MarkView:
    """One reading: its number, whose it is, and where its words begin, in points from the top."""

    words: str
    whose: str
    cite: Markup
    later: bool
    top: int


@dataclass(frozen=True)
class RowView:
    """One figure with all its readings."""

    what: str
    top: int
    marks: tuple[MarkView, ...]


@dataclass(frozen=True)
class ScaleView:
    """A group of figures on one scale. Paths are in points, y runs down.

    ``solid`` are counts, ``open`` reaches from the lower to the upper end of a range, or to a
    number that is an upper limit.
    """

    title: Link
    when: str
    note: Markup
    rows: tuple[RowView, ...]
    height: int
    width: int
    solid: str
    open: str
    words: str


def scales(scribe: Scribe, size: Type) -> tuple[ScaleView, ...]:
    """The groups: the poster's toll, then the figures of one unit in each event.

    A group needs two numbers to compare.
    """
    views = []
    for title, when, note, group in _groups(scribe):
        numbers = sum(1 for figure in group for reading in figure.readings if _top(reading))
        if 2 <= numbers <= MOST:
            views.append(_scale(scribe, title, when, note, group, ROOMS[size]))
    return tuple(views)


def _groups(scribe: Scribe) -> Iterator[tuple[Link, str, Markup, list[Figure]]]:
    summary, toll = scribe.summary, scribe.summary.header.poster.toll
    shown: set[str] = set()
    if toll:
        columns = zip(*(row.figures for row in toll.rows), strict=True)
        ids = [id_ for column in columns for id_ in column if id_ in summary.figures]
        figures = [summary.figures[id_][0] for id_ in ids]
        if len({figure.unit for figure in figures}) == 1:
            shown.update(ids)
            yield Link(Markup.escape(toll.title)), "", scribe.inline(toll.note), figures
    for event in summary.chronology:
        link = scribe.link(event.id)
        for unit in dict.fromkeys(f.unit for f in event.figures if f.unit):
            figures = [f for f in event.figures if f.unit == unit and f.id not in shown]
            yield link, link.when, Markup(), figures


def _scale(
    scribe: Scribe, title: Link, when: str, note: Markup, group: list[Figure], room: Room
) -> ScaleView:
    drawn = [(f, [r for r in f.readings if _top(r)]) for f in group]
    drawn = [(f, readings) for f, readings in drawn if readings]
    longest = max(_top(r) for _, readings in drawn for r in readings)
    top, rows, solid, hollow = 0, [], [], []
    for figure, readings in drawn:
        what = figure.what[:1].upper() + figure.what[1:]
        marks, y = [], top
        for reading in readings:
            said = scribe.amount(reading, figure)
            cite = scribe.cite(reading.cite)
            marks.append(MarkView(said, reading.whose, cite, reading.later, y))
            low, high = (width_of(end, longest) for end in _ends(reading))
            if low:
                solid.append(bar(0, y + room.line, low, THICK))
            if high > low:
                hollow.append(bar(low, y + room.line + 0.25, high - low, THICK - 0.5))
            y += room.line + THICK + BELOW
        rows.append(RowView(what, top, tuple(marks)))
        top = max(y, top + room.small * room.lines(what, MARGIN) + BELOW)
    words = _words(scribe, title, drawn)
    return ScaleView(
        title, when, note, tuple(rows), top, MEASURE, "".join(solid), "".join(hollow), words
    )


def width_of(value: float, longest: float) -> float:
    """The length of a bar in points; none for nought, and none too short to be seen."""
    return max(value / longest * (MEASURE - 1), LEAST) if value else 0


def _top(reading: Reading) -> float:
    """The number that a reading reaches; 0 where it is words."""
    return max(reading.to or reading.value or 0, 0)


def _ends(reading: Reading) -> tuple[float, float]:
    """How far the bar is filled, and how far it reaches."""
    value = max(reading.value or 0, 0)
    if reading.qualifier in _UPPER:
        return 0, reading.to or value
    return value, reading.to or value


def _words(scribe: Scribe, title: Link, drawn: Iterable[tuple[Figure, list[Reading]]]) -> str:
    """The extremes, and every figure on which there are rivals."""
    words = scribe.words

    def told(figure: Figure, reading: Reading) -> str:
        said = reading_in_words(reading, figure, scribe.language)
        return f"{said} ({reading.whose})" if reading.whose else said

    marks = [(f, r) for f, readings in drawn for r in readings]
    low = min(marks, key=lambda mark: _top(mark[1]))
    high = max(marks, key=lambda mark: _top(mark[1]))
    parts = [
        words.scale_alt.format(title.words.striptags()),
        words.scale_most.format(f"{high[0].what}, {told(*high)}"),
        words.scale_least.format(f"{low[0].what}, {told(*low)}"),
    ]
    for figure, readings in drawn:
        if len(readings) > 1:
            rivals = "; ".join(told(figure, r) for r in readings)
            parts.append(words.scale_rivals.format(f"{figure.what}: {rivals}"))
    return " ".join(parts)
