"""The strip on the title page: a stroke for every event of the days that the poster draws."""

from __future__ import annotations

from dataclasses import dataclass

from studypack.briefing.events import Lane, lane
from studypack.briefing.scribe import Scribe
from studypack.summary.date_words import in_words
from studypack.summary.dates import Date, Precision, parse

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
    bands = [band for band in scribe.summary.header.poster.bands if band.unit == "day"]
    if not bands:
        return None
    band = max(bands, key=lambda b: (b.end.last - b.start.first).days)
    start, days = band.start.first, (band.end.last - band.start.first).days or 1
    span = in_words(parse(f"{start}/{band.end.last}"), scribe.language)
    lanes = []
    for theatre in scribe.summary.header.theatres:
        events = [
            event
            for event in scribe.summary.chronology
            if event.theatre == theatre.id
            and _on_a_day(event.date)
            and band.start.first <= event.date.first <= band.end.last
        ]
        strokes = (
            f"M{WIDTH * (e.date.first - start).days / days:g} 60v-{HEIGHTS[e.importance]}"
            for e in events
        )
        if events:
            path = "".join(dict.fromkeys(strokes))
            words = scribe.words.pulse.format(theatre.title, len(events), span)
            lanes.append(PulseLane(lane(scribe, theatre.id), path, words))
    if not lanes:
        return None
    first, last = (
        in_words(parse(day.isoformat()), scribe.language) for day in (start, band.end.last)
    )
    return Pulse(first, last, tuple(lanes))


def _on_a_day(date: Date) -> bool:
    return date.start.precision is Precision.DAY
