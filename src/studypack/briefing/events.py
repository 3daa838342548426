"""What chronology and decisions both tell of an event."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from studypack.briefing.scribe import Link, Scribe
from studypack.summary.date_words import Length
from studypack.summary.items import Event, Figure
from studypack.summary.lanes import numbers

_FIRST_LETTER = re.compile(r"^((?:<[^>]*>)?)(.)")


@dataclass(frozen=True)
class Lane:
    """A theatre: its name, and the number of the rule that marks it."""

    title: str
    rule: int


@dataclass(frozen=True)
class Count:
    """One reading of a figure: the number in words, whose it is, where it stands."""

    words: str
    whose: str
    cite: Markup
    later: bool


@dataclass(frozen=True)
class FigureView:
    """A figure with all its readings."""

    id: str
    what: str
    counts: tuple[Count, ...]
    disputes: tuple[Link, ...]


@dataclass(frozen=True)
class Effect:
    """What an event led to, and why."""

    to: Link
    because: Markup


@dataclass(frozen=True)
class EventFacts:
    """An event, prepared for print."""

    id: str
    when: str
    """With its year."""
    day: str
    """Without it: for lists under a heading that names it."""
    lane: Lane
    kind: str
    title: str
    detail: Markup
    summary: Markup
    matters: Markup
    figures: tuple[FigureView, ...]
    led_to: tuple[Effect, ...]
    disputes: tuple[Link, ...]
    cite: Markup
    later: bool


def event_facts(scribe: Scribe, event: Event) -> EventFacts:
    """An event or decision."""
    return EventFacts(
        id=event.id,
        when=_capital(scribe.when(event)),
        day=_capital(scribe.when(event, Length.LONG_NO_YEAR)),
        lane=lane(scribe, event.theatre),
        kind=event.kind_name if event.kind_name == "decision" else str(event.kind),
        title=event.title,
        detail=scribe.inline(event.detail),
        summary=scribe.inline(event.summary),
        matters=scribe.inline(event.matters),
        figures=tuple(figure_view(scribe, figure) for figure in event.figures),
        led_to=tuple(
            Effect(scribe.link(e.to), scribe.inline(e.because))
            for e in event.led_to
            if scribe.current(e.to)
        ),
        disputes=disputes_about(scribe, event.id),
        cite=scribe.cite(event.cite),
        later=event.later,
    )


def lane(scribe: Scribe, theatre: str) -> Lane:
    """The theatre of an event, and its rule."""
    number = numbers(scribe.summary.header)[theatre]
    return Lane(scribe.summary.theatres_by_id[theatre].title, number)


def figure_view(scribe: Scribe, figure: Figure) -> FigureView:
    """A figure and what is said of it."""
    counts = tuple(
        Count(
            scribe.amount(reading, figure),
            reading.whose,
            scribe.cite(reading.cite),
            reading.later,
        )
        for reading in figure.readings
    )
    what = figure.what[:1].upper() + figure.what[1:]
    return FigureView(figure.id, what, counts, disputes_about(scribe, figure.id))


def disputes_about(scribe: Scribe, target: str) -> tuple[Link, ...]:
    """The disputes that concern an item or a figure."""
    return scribe.links(d.id for d in scribe.summary.disputes_about.get(target, ()))


def _capital(words: Markup) -> Markup:
    """With a capital at the beginning, behind a mark if there is one."""
    return Markup(_FIRST_LETTER.sub(lambda found: found[1] + found[2].upper(), words))  # noqa: S704
