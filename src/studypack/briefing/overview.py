"""The story on one page: the most important events, theatre beside theatre."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from studypack.briefing.scribe import Scribe
from studypack.summary.date_words import Length, in_words
from studypack.summary.items import Event


@dataclass(frozen=True)
class EntryView:
    """One event: its title and its symbol."""

    id: str
    title: str
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


def overview(scribe: Scribe) -> OverviewView | None:
    """Events and decisions of importance 1; None if there are none.

    Events that begin and end on the same days share a row. The year that most of them share is
    not repeated.
    """
    chosen = [event for event in scribe.summary.chronology if event.importance == 1]
    if not chosen:
        return None
    present = {event.theatre for event in chosen}
    theatres = [theatre for theatre in scribe.summary.header.theatres if theatre.id in present]
    years = [event.date.first.year for event in chosen]
    usual = max(sorted(set(years)), key=years.count)

    def when(event: Event) -> str:
        same = event.date.first.year == event.date.last.year == usual
        length = Length.SHORT_NO_YEAR if same else Length.SHORT
        return in_words(event.date, scribe.language, length)

    chosen.sort(key=lambda event: event.date.sort_key)
    moments = []
    for date, found in groupby(chosen, when):
        events = list(found)
        cells = tuple(tuple(_entry(e) for e in events if e.theatre == t.id) for t in theatres)
        moments.append(MomentView(date, cells))
    return OverviewView(tuple(theatre.title for theatre in theatres), tuple(moments))


def _entry(event: Event) -> EntryView:
    kind = event.kind_name if event.kind_name == "decision" else str(event.kind)
    return EntryView(event.id, event.title, kind)
