"""The sittings: who is named in which decision of the body that decided most often."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from studypack.briefing.scribe import Link, Scribe
from studypack.summary.date_words import Length
from studypack.summary.items import Decision, Person, Term

LEAST, MOST = 3, 16
"""Sittings: fewer are no pattern, more do not fit beside one another."""


@dataclass(frozen=True)
class SittingView:
    """A column: a decision, named by its date."""

    link: Link
    when: str


@dataclass(frozen=True)
class AttendanceView:
    """A row: a person, and for each sitting ``named``, ``against`` or nothing."""

    person: Link
    cells: tuple[str, ...]


@dataclass(frozen=True)
class SittingsView:
    """The table."""

    body: Link
    members: bool
    """Whether the rows are the people whose offices make them members of the body."""
    sittings: tuple[SittingView, ...]
    people: tuple[AttendanceView, ...]


def sittings(scribe: Scribe) -> SittingsView | None:
    """The table of the body with most decisions; None if it met too seldom, or nobody twice.

    Where offices say who belongs to the body only its members have a row. A decision does not
    record who was in the room: an empty cell says that nobody tells.
    """
    decided = [
        d for d in scribe.summary.chronology if isinstance(d, Decision) and d.id in scribe.anchors
    ]
    bodies = Counter(d.body for d in decided if isinstance(scribe.summary.by_id.get(d.body), Term))
    if not bodies:
        return None
    body, count = min(bodies.items(), key=lambda found: (-found[1], found[0]))
    if count < LEAST:
        return None
    met = [d for d in decided if d.body == body]
    chosen = sorted(met, key=lambda d: d.importance)[:MOST]
    columns = [d for d in met if d in chosen]
    people = [p for p in scribe.summary.people if not p.retired and p.id in scribe.anchors]
    members = [p for p in people if any(role.organisation == body for role in p.roles)]
    rows = [(p, tuple(_cell(d, p) for d in columns)) for p in members or people]
    rows = [(p, cells) for p, cells in rows if sum(map(bool, cells)) >= 2]
    if not rows:
        return None
    rows.sort(key=lambda row: (-sum(map(bool, row[1])), row[0].sort))
    return SittingsView(
        body=scribe.link(body),
        members=bool(members),
        sittings=tuple(
            SittingView(
                Link(Markup.escape(d.title), d.id),
                scribe.date(d.date, Length.SHORT_NO_YEAR),
            )
            for d in columns
        ),
        people=tuple(AttendanceView(scribe.link(p.id), cells) for p, cells in rows),
    )


def _cell(decision: Decision, person: Person) -> str:
    if any(dissent.person == person.id for dissent in decision.dissent):
        return "against"
    return "named" if person.id in decision.people else ""
