"""The chronology: every event in order, under headings of months where much happened, or years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from studypack.briefing.events import EventFacts, event_facts
from studypack.briefing.scribe import Scribe
from studypack.summary import dates
from studypack.summary.date_words import in_words
from studypack.summary.dates import Precision
from studypack.summary.items import Event

FEW = 6
"""Neighbouring months (or years) that hold no more than this together share a heading."""

_COARSE = {Precision.YEAR, Precision.DECADE}


@dataclass(frozen=True)
class Stretch:
    """Events under one heading: from one year or month to another."""

    first: str
    last: str
    """EDTF: a year or a month."""
    events: tuple[Event, ...]


@dataclass(frozen=True)
class StretchView:
    """One table of the chronology."""

    title: str
    one_year: bool
    """Whether the heading names the year, so that the rows need not."""
    rows: tuple[EventFacts, ...]


def chronology(scribe: Scribe) -> tuple[StretchView, ...]:
    """The tables of the chronology."""
    views = []
    for stretch in stretches(scribe.summary.chronology):
        edtf = stretch.first if stretch.first == stretch.last else f"{stretch.first}/{stretch.last}"
        title = in_words(dates.parse(edtf), scribe.language)
        title = scribe.own(title[:1].upper() + title[1:])
        rows = tuple(event_facts(scribe, event) for event in stretch.events)
        one_year = stretch.first[:4] == stretch.last[:4]
        views.append(StretchView(title, one_year, rows))
    return tuple(views)


def stretches(events: Sequence[Event]) -> tuple[Stretch, ...]:
    """Cuts events, given in order, into stretches; none is lost and their order is kept."""
    per_year = Counter(event.date.first.year for event in events)

    def place(event: Event) -> str:
        year = f"{event.date.first.year:04d}"
        if per_year[event.date.first.year] <= FEW or event.date.start.precision in _COARSE:
            return year
        return f"{year}-{event.date.first.month:02d}"

    return _joined(Stretch(at, at, tuple(found)) for at, found in groupby(events, place))


def _joined(found: Iterable[Stretch]) -> tuple[Stretch, ...]:
    joined: list[Stretch] = []
    for stretch in found:
        before = joined[-1] if joined else None
        if before and _alike(before, stretch):
            joined[-1] = Stretch(before.first, stretch.last, before.events + stretch.events)
        else:
            joined.append(stretch)
    return tuple(joined)


def _alike(one: Stretch, other: Stretch) -> bool:
    """Both of years, or both of months in one year, and few enough together."""
    months = len(one.first) > len("1787"), len(other.first) > len("1787")
    if months[0] != months[1] or len(one.events) + len(other.events) > FEW:
        return False
    return not months[0] or one.first[:4] == other.first[:4]
