"""The story on one page: the most important events, the crises side by side."""

from __future__ import annotations

from dataclasses import dataclass

from studypack.briefing.events import Lane, lane
from studypack.briefing.scribe import Scribe
from studypack.summary.date_words import Length, in_words
from studypack.summary.items import Event


@dataclass(frozen=True)
class EntryView:
    """One event: its title, its symbol, and its theatre where the column does not tell it."""

    id: str
    title: str
    kind: str
    lane: Lane | None


@dataclass(frozen=True)
class MomentView:
    """A date, and what happened then: a cell for each crisis, or one across them all."""

    when: str
    across: tuple[EntryView, ...]
    cells: tuple[tuple[EntryView, ...], ...]


@dataclass(frozen=True)
class OverviewView:
    """The table."""

    columns: tuple[str, ...]
    moments: tuple[MomentView, ...]


def overview(scribe: Scribe) -> OverviewView | None:
    """Events and decisions of importance 1; None if there are none.

    An event of one crisis stands in its column; one that concerns several stands across all.
    """
    summary = scribe.summary
    chosen = [event for event in summary.chronology if event.importance == 1]
    if not chosen:
        return None
    present = {crisis for event in chosen for crisis in summary.crises_of(event)}
    crises = [crisis for crisis in summary.header.crises if crisis.id in present]
    year = _only_year(chosen)
    moments: list[MomentView] = []
    for event in chosen:
        length = Length.SHORT_NO_YEAR if event.date.first.year == year else Length.SHORT
        when = in_words(event.date, scribe.language, length)
        own = summary.crises_of(event)
        place = [crisis.id for crisis in crises].index(*own) if len(own) == 1 else None
        known = crises[place].theatres if place is not None else ()
        entry = EntryView(
            event.id,
            event.title,
            event.kind_name if event.kind_name == "decision" else str(event.kind),
            None if known == (event.theatre,) else lane(scribe, event.theatre),
        )
        if place is None or len(crises) == 1:
            moments.append(MomentView(when, (entry,), ()))
        else:
            _add(moments, when, place, len(crises), entry)
    return OverviewView(tuple(crisis.title for crisis in crises), tuple(moments))


def _add(moments: list[MomentView], when: str, place: int, width: int, entry: EntryView) -> None:
    """Puts an entry into the row of its date, if that is the last one and has columns."""
    cells: tuple[tuple[EntryView, ...], ...] = ((),) * width
    if moments and moments[-1].when == when and not moments[-1].across:
        cells = moments.pop().cells
    filled = tuple((*cell, entry) if i == place else cell for i, cell in enumerate(cells))
    moments.append(MomentView(when, (), filled))


def _only_year(events: list[Event]) -> int:
    """The year that most of the events share: it need not be said in every row."""
    years = [event.date.first.year for event in events]
    return max(sorted(set(years)), key=years.count)
