"""The days of a part: a strip of the crisis, on which what the part tells of stands out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from studypack.briefing.drawing import MEASURE, number
from studypack.briefing.pulse import days_of
from studypack.briefing.scribe import Scribe
from studypack.summary import text
from studypack.summary.date_words import Length, in_words
from studypack.summary.dates import parse
from studypack.summary.items import Event, Section

LEAST = 3
"""So many days make a strip."""
FOOT, TALL, SHORT = 14, 13, 4
"""Points from the top: the foot of the strokes; their heights, told in the part and not."""


@dataclass(frozen=True)
class DaysView:
    """The strip; paths are in points, y runs down. ``words`` say what it shows."""

    first: str
    last: str
    width: int
    height: int
    told: str
    untold: str
    words: str


def days(scribe: Scribe, title: str, sections: Iterable[Section]) -> DaysView | None:
    """The strip of a part: a tall stroke for each day that its sections lead to.

    None where they lead to few days, or the summary has no stretch of days.
    """
    found = days_of(scribe)
    if found is None:
        return None
    start, end, events = found
    linked = {target for section in sections for target in text.linked(section.text, blocks=True)}
    told = Counter(e.date.first for e in events if e.id in linked)
    if len(told) < LEAST:
        return None
    span = (end - start).days or 1

    def strokes(chosen: Iterable[Event], height: int) -> str:
        at = sorted({(e.date.first - start).days for e in chosen})
        return "".join(f"M{number(1 + day / span * (MEASURE - 2))} {FOOT}v-{height}" for day in at)

    def named(*ends: object) -> str:
        return in_words(parse("/".join(map(str, ends))), scribe.language)

    busiest = max(told, key=lambda day: (told[day], -day.toordinal()))
    first, last = (scribe.date(parse(str(day)), Length.SHORT) for day in (start, end))
    return DaysView(
        first=first,
        last=last,
        width=MEASURE,
        height=FOOT,
        told=strokes((e for e in events if e.date.first in told), TALL),
        untold=strokes((e for e in events if e.date.first not in told), SHORT),
        words=scribe.words.days_alt.format(
            title=title,
            span=named(start, end),
            told=named(min(told), max(told)) if len(told) > 1 else named(min(told)),
            count=len(told),
            most=named(busiest),
        ),
    )
