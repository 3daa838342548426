"""Rules about time: what cannot have happened in the order that is told."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from studypack.checks.rule import Finding, rule
from studypack.diagnostics import Severity
from studypack.summary.dates import Date
from studypack.summary.header import Band
from studypack.summary.items import Decision, Event, Person, Role
from studypack.summary.order import surely_before
from studypack.summary.summary import HEADER, Summary

_LINK = "Correct one of the dates, or remove the link."


@rule("SP231")
def causes_come_first(summary: Summary) -> Iterator[Finding]:
    """An effect does not begin before its cause, and nothing leads to itself."""
    for event in summary.chronology:
        for index, link in enumerate(event.led_to):
            if link.to == event.id:
                message = f"'{event.id}' cannot have led to itself"
                yield Finding(event.id, ("led_to", index, "to"), message, _LINK)
                continue
            effect = summary.by_id.get(link.to)
            if not isinstance(effect, Event) or not surely_before(effect, event):
                continue
            message = (
                f"'{event.id}' ({event.date}) cannot have led to '{effect.id}' ({effect.date})"
            )
            yield Finding(event.id, ("led_to", index, "to"), message, _LINK)


@rule("SP232")
def people_act_in_their_lifetime(summary: Summary) -> Iterator[Finding]:
    """Nobody acts, and nobody holds an office, before birth or after death."""
    for event in summary.chronology:
        for index, person_id in enumerate(event.people):
            person = summary.people_by_id.get(person_id)
            if person is None:
                continue
            day = f"{'on' if event.date.is_exact_day else 'in'} {event.date}"
            if person.died and person.died.last < event.date.first:
                message = f"{person.name} acts {day}, but died in {person.died}"
                yield Finding(event.id, ("people", index), message, _LIFE)
            if person.born and person.born.first > event.date.last:
                message = f"{person.name} acts {day}, but was born in {person.born}"
                yield Finding(event.id, ("people", index), message, _LIFE)
    for person in summary.people:
        for index, role in enumerate(person.roles):
            edges = (("begins", role.start), ("ends", role.end))
            told = [(verb, date, _beyond(person, date)) for verb, date in edges if date]
            for verb, date, beyond in [one for one in told if one[-1]][:1]:
                message = f"the role {verb} in {date}, {beyond}"
                yield Finding(person.id, ("roles", index), message, _LIFE)


def _beyond(person: Person, date: Date) -> str:
    """On which side of a life a date surely lies, if it lies outside."""
    if person.died and date.first > person.died.last:
        return f"after the death in {person.died}"
    if person.born and date.last < person.born.first:
        return f"before the birth in {person.born}"
    return ""


_LIFE = "Correct one of the dates, or name the right person."


@rule("SP233")
def events_lie_in_the_span(summary: Summary) -> Iterator[Finding]:
    """Events lie within the dates that the header gives for the summary."""
    span = summary.header.dates
    for event in summary.chronology:
        if event.date.last < span.first or event.date.first > span.last:
            message = f"{event.date} lies outside the summary's dates ({span})"
            yield Finding(event.id, ("date",), message, "Correct it, or widen `dates`.")


@rule("SP234", Severity.WARNING)
def poster_links_are_few(summary: Summary) -> Iterator[Finding]:
    """At most a dozen links are drawn on the poster."""
    drawn = [(e.id, i) for e in summary.chronology for i, k in enumerate(e.led_to) if k.poster]
    for owner, index in drawn[12:]:
        message = f"link {len(drawn)} of the poster; more than 12 cannot be followed by eye"
        hint = "Keep `poster: true` where the story cannot be followed without it."
        yield Finding(owner, ("led_to", index), message, hint)


@rule("SP235")
def events_lie_in_the_time_of_their_theatre(summary: Summary) -> Iterator[Finding]:
    """Where a theatre has dates, its events lie within them."""
    for event in summary.chronology:
        theatre = summary.theatres_by_id.get(event.theatre)
        dates = theatre.dates if theatre else None
        if dates and (event.date.last < dates.first or event.date.first > dates.last):
            message = f"{event.date} lies outside the time of '{event.theatre}' ({dates})"
            hint = "Correct it, choose another theatre, or widen the theatre's `dates`."
            yield Finding(event.id, ("date",), message, hint)


@rule("SP236", Severity.WARNING)
def deciders_are_in_office(summary: Summary) -> Iterator[Finding]:
    """Who takes part in a decision of a body to which they belong, belongs to it then."""
    for decision in summary.decisions:
        for index, person_id in enumerate(decision.people):
            person = summary.people_by_id.get(person_id)
            roles = [r for r in person.roles if r.organisation == decision.body] if person else []
            if person and roles and not any(_in_office(role, decision) for role in roles):
                message = f"{person.name} holds no office in '{decision.body}' in {decision.date}"
                hint = "Correct the dates of the role, or add the role that was held then."
                yield Finding(decision.id, ("people", index), message, hint)


@rule("SP237")
def pairs_have_an_order(summary: Summary) -> Iterator[Finding]:
    """Of two events in a pair, one surely came first."""
    for pair in summary.pairs:
        one, other = summary.by_id.get(pair.one), summary.by_id.get(pair.other)
        if pair.retired or not (isinstance(one, Event) and isinstance(other, Event)):
            continue
        if one.retired or other.retired:
            continue
        if not (surely_before(one, other) or surely_before(other, one)):
            message = f"nobody can tell whether '{one.id}' or '{other.id}' came first"
            hint = "Give both a narrower date or an hour, or retire the pair."
            yield Finding(pair.id, (), message, hint)


@rule("SP238")
def bands_have_few_rows(summary: Summary) -> Iterator[Finding]:
    """The bands of the poster have no more rows than the largest sheet."""
    rows = 0
    for index, band in enumerate(summary.header.poster.bands):
        before, rows = rows, rows + _rows(band)
        if before <= MOST_ROWS < rows:
            message = f"the poster has {rows} rows to the end of '{band.title}'; {MOST_ROWS} fit"
            hint = "Let a row of it stand for a month or a year (`unit`), or make it shorter."
            yield Finding(HEADER, ("poster", "bands", index), message, hint)


MOST_ROWS = 200
"""Empty ones of the least height fill the chart of every sheet."""


def _rows(band: Band) -> int:
    first, last = band.start.first, band.end.last
    if band.unit == "day":
        return max((last - first).days + 1, 0)
    years = last.year - first.year
    return max(years + 1 if band.unit == "year" else 12 * years + last.month - first.month + 1, 0)


@rule("SP411")
def bands_follow_each_other(summary: Summary) -> Iterator[Finding]:
    """A band of the poster ends after it begins, and the next begins after that."""
    bands = summary.header.poster.bands
    for index, band in enumerate(bands):
        if band.end.last < band.start.first:
            message = f"the band '{band.title}' ends before it begins"
            yield Finding(HEADER, ("poster", "bands", index), message, _BANDS)
    for index, (earlier, later) in enumerate(pairwise(bands), 1):
        if later.start.first <= earlier.end.last:
            message = (
                f"the band '{later.title}' begins on {later.start.first}, before the band"
                f" '{earlier.title}' has ended on {earlier.end.last}"
            )
            yield Finding(HEADER, ("poster", "bands", index), message, _BANDS)


_BANDS = "Correct `from` and `to` of the bands."


def _in_office(role: Role, decision: Decision) -> bool:
    begun = role.start is None or role.start.first <= decision.date.last
    ended = role.end is not None and role.end.last < decision.date.first
    return begun and not ended
