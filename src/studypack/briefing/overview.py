"""The story on one page: the most important events, theatre beside theatre."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from studypack.briefing.scribe import Link, Scribe
from studypack.summary.course import Paper
from studypack.summary.date_words import Length
from studypack.summary.items import Event

ROOM = MappingProxyType({Paper.A4: 560, Paper.LETTER: 518})
"""Points of height that a page leaves for the table."""
LINE, GAP, APART = 11, 5, 2
"""Points of a line of it, between its rows, and between two events in one cell."""
LETTERS, MARGIN = 96, 2
"""Letters on a line of it, all columns together, and those that the edges of each column take."""
WIDEST = 6
"""Columns that a page has room for."""


@dataclass(frozen=True)
class EntryView:
    """One event: its title, with a link, and its kind."""

    link: Link
    kind: str


@dataclass(frozen=True)
class MomentView:
    """A date, and what happened then in each theatre."""

    when: str
    cells: tuple[tuple[EntryView, ...], ...]


@dataclass(frozen=True)
class OverviewView:
    """The table: a column for each theatre."""

    columns: tuple[str, ...]
    moments: tuple[MomentView, ...]
    paper: Paper
    year: str
    """That of all its dates, which leave it out; empty where they do not share one."""

    @property
    def stacked(self) -> bool:
        """Whether it is too wide for a table, and events stand under each other."""
        return len(self.columns) > WIDEST

    @property
    def tight(self) -> bool:
        """Whether it needs smaller type to stand on one page."""
        letters = LETTERS // len(self.columns) - MARGIN

        def height(cell: tuple[EntryView, ...]) -> int:
            lines = sum(1 + len(entry.link.words) // letters for entry in cell)
            return LINE * lines + APART * max(len(cell) - 1, 0)

        rows = (GAP + max(map(height, moment.cells)) for moment in self.moments)
        return sum(rows) > ROOM[self.paper]


def overview(scribe: Scribe, paper: Paper) -> OverviewView | None:
    """Events and decisions of importance 1; None if there are none.

    Events that begin and end on the same days share a row. A year that all of them share is said
    once.
    """
    chosen = [event for event in scribe.summary.chronology if event.importance == 1]
    if not chosen:
        return None
    present = {event.theatre for event in chosen}
    theatres = [theatre for theatre in scribe.summary.header.theatres if theatre.id in present]
    years = {day.year for event in chosen for day in (event.date.first, event.date.last)}
    length = Length.SHORT_NO_YEAR if len(years) == 1 else Length.SHORT

    def when(event: Event) -> str:
        return scribe.date(event.date, length)

    chosen.sort(key=lambda event: event.date.sort_key)
    moments = []
    for date, found in groupby(chosen, when):
        events = list(found)
        cells = tuple(
            tuple(_entry(scribe, e) for e in events if e.theatre == t.id) for t in theatres
        )
        moments.append(MomentView(date, cells))
    year = str(years.pop()) if len(years) == 1 else ""
    return OverviewView(tuple(theatre.title for theatre in theatres), tuple(moments), paper, year)


def _entry(scribe: Scribe, event: Event) -> EntryView:
    kind = event.kind_name if event.kind_name == "decision" else str(event.kind)
    return EntryView(scribe.link(event.id), kind)
