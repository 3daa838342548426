"""The strip on the title page: a stroke for every event of the days that the poster draws."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from studypack.briefing.events import Lane, lane
from studypack.briefing.scribe import Scribe
from studypack.summary.date_words import in_words
from studypack.summary.dates import Date, Precision, parse
from studypack.summary.items import Event

WIDTH = 1000
"""Of the drawing, in its own units."""
HEIGHTS = {1: 60, 2: 34, 3: 18}
"""Importance -> the height of a stroke."""


@dataclass(frozen=True)
class PulseLane:
    """The strokes of one theatre, as the path of a drawing 1000 wide and 60 high, and in words."""

    lane: Lane
    path: str
    words: str


@dataclass(frozen=True)
class Pulse:
    """The strip, and the days at its ends."""

    first: str
    last: str
    lanes: tuple[PulseLane, ...]


def pulse(scribe: Scribe) -> Pulse | None:
    """The strip of the longest band of days; None where there is none, or nothing in it."""
    found = days_of(scribe)
    if found is None:
        return None
    start, end, drawn = found
    days = (end - start).days or 1
    span = in_words(parse(f"{start}/{end}"), scribe.language)
    lanes = []
    for theatre in scribe.summary.header.theatres:
        events = [event for event in drawn if event.theatre == theatre.id]
        strokes = (
            f"M{WIDTH * (e.date.first - start).days / days:g} 60v-{HEIGHTS[e.importance]}"
            for e in events
        )
        if events:
            path = "".join(dict.fromkeys(strokes))
            words = scribe.words.pulse.format(
                theatre=theatre.title, events=scribe.words.events.of(len(events)), span=span
            )
            lanes.append(PulseLane(lane(scribe, theatre.id), path, words))
    if not lanes:
        return None
    first, last = (scribe.date(parse(day.isoformat())) for day in (start, end))
    return Pulse(first, last, tuple(lanes))


def days_of(scribe: Scribe) -> tuple[dt.date, dt.date, list[Event]] | None:
    """The longest stretch of days that the poster draws: its ends, and what happened in it.

    None where there is no such stretch.
    """
    bands = [band for band in scribe.summary.header.poster.bands if band.unit == "day"]
    if not bands:
        return None
    band = max(bands, key=lambda b: (b.end.last - b.start.first).days)
    start, end = band.start.first, band.end.last
    chronology = scribe.summary.chronology
    events = [e for e in chronology if _on_a_day(e.date) and start <= e.date.first <= end]
    return start, end, events


def _on_a_day(date: Date) -> bool:
    return date.start.precision is Precision.DAY
