"""What can stand on the handout: entries of terms, dates and people, the weightiest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from markupsafe import Markup

from studypack.briefing import debate, events, reference
from studypack.briefing.debate import ComparisonView
from studypack.briefing.scribe import Scribe
from studypack.summary import citations
from studypack.summary.alphabet import alphabetical
from studypack.summary.items import Event, Item, Person, Term

PAGES = 3
"""How many pages, or ranges of pages, a citation names."""

ROLES = 3
"""How many offices a person is given."""


class Kind(StrEnum):
    """The lists of a handout, in the order in which they are printed."""

    DATES = "dates"
    TERMS = "terms"
    PEOPLE = "people"


@dataclass(frozen=True)
class Entry:
    """One numbered entry, prepared for print."""

    id: str
    kind: Kind
    place: int
    """Where it stands in its list: by date, or in the order of the alphabet."""
    name: Markup
    aside: Markup
    """The date of an event; the abbreviation and the sound of a name."""
    says: Markup
    more: Markup
    """The offices of a person."""
    cite: Markup
    disputed: str
    """The title of the weightiest dispute about it."""
    decision: bool = False
    later: bool = False


ItemT = TypeVar("ItemT", bound=Item)


def ranked(items: Iterable[ItemT], mentioned: Counter[str]) -> list[ItemT]:
    """Items by importance, then by how many others name them, then by id."""
    current = (item for item in items if not item.retired)
    return sorted(current, key=lambda item: (item.importance, -mentioned[item.id], item.id))


def entries(scribe: Scribe) -> dict[Kind, list[Entry]]:
    """All entries of each kind, the weightiest first.

    What a course leaves out still tells how much hangs on what it selects.
    """
    summary = scribe.summary
    named = scribe.whole.mentions
    by_name = sorted(summary.terms, key=lambda term: alphabetical(term.name))
    by_sort = sorted(summary.people, key=lambda person: alphabetical(person.sort))
    places = {
        item.id: place
        for ordered in (summary.chronology, by_name, by_sort)
        for place, item in enumerate(ordered)
    }
    told = {view.id: view for kind in reference.terms(scribe) for view in kind.terms}
    known = {view.id: view for country in reference.people(scribe) for view in country.people}
    return {
        Kind.DATES: [
            _date(scribe, event, places[event.id], named)
            for event in ranked(summary.chronology, named)
        ],
        Kind.TERMS: [
            _term(scribe, told[term.id], term, places[term.id], named)
            for term in ranked(summary.terms, named)
        ],
        Kind.PEOPLE: [
            _person(scribe, known[person.id], person, places[person.id], named)
            for person in ranked(summary.people, named)
        ],
    }


def comparison(scribe: Scribe) -> ComparisonView | None:
    """The weightiest table of the summary; None if there is none."""
    tables = ranked(scribe.summary.comparisons, scribe.whole.mentions)
    views = {view.id: view for view in debate.comparisons(scribe)}
    return views[tables[0].id] if tables else None


def _date(scribe: Scribe, event: Event, place: int, named: Counter[str]) -> Entry:
    facts = events.event_facts(scribe, event)
    return Entry(
        id=event.id,
        kind=Kind.DATES,
        place=place,
        name=Markup.escape(facts.title),
        aside=Markup.escape(event.when[:1].upper() + event.when[1:] or scribe.date(event.date)),
        says=facts.detail or facts.summary,
        more=Markup(),
        cite=_cite(scribe, event.cite),
        disputed=_disputed(scribe, named, event.id, *(figure.id for figure in event.figures)),
        decision=facts.kind == "decision",
        later=facts.later,
    )


def _term(
    scribe: Scribe, view: reference.TermView, term: Term, place: int, named: Counter[str]
) -> Entry:
    return Entry(
        id=term.id,
        kind=Kind.TERMS,
        place=place,
        name=view.name,
        aside=_aside(view.abbreviation, view.say),
        says=view.meaning,
        more=Markup(),
        cite=_cite(scribe, term.cite),
        disputed=_disputed(scribe, named, term.id),
        later=view.later,
    )


def _person(
    scribe: Scribe, view: reference.PersonView, person: Person, place: int, named: Counter[str]
) -> Entry:
    mark = Markup(' <span class="mark">[{}]</span>').format(scribe.own(scribe.words.later_mark))
    roles = Markup("; ").join(
        Markup("{}{}{}{}").format(r.title, ", " if r.when else "", r.when, mark if r.later else "")
        for r in view.roles[:ROLES]
    )
    more = "; …" if len(view.roles) > ROLES else "." if roles else ""
    return Entry(
        id=person.id,
        kind=Kind.PEOPLE,
        place=place,
        name=view.name,
        aside=_aside(view.say, view.life),
        says=view.who,
        more=roles + more,
        cite=_cite(scribe, person.cite),
        disputed=_disputed(scribe, named, person.id),
        later=view.later,
    )


def _aside(*parts: str) -> Markup:
    return Markup(", ").join(part for part in parts if part)


def _cite(scribe: Scribe, field: str) -> Markup:
    """The first source with its first pages; three dots where there are more."""
    cited = citations.parse_field(field)
    if not cited:
        return Markup()
    locator = cited[0].locator
    kept = replace(cited[0], locator=replace(locator, pages=locator.pages[:PAGES]))
    more = " …" if len(cited) > 1 or len(locator.pages) > PAGES else ""
    return scribe.label([kept]) + more


def _disputed(scribe: Scribe, named: Counter[str], *targets: str) -> str:
    about = scribe.summary.disputes_about
    found = ranked({d.id: d for t in targets for d in about.get(t, ())}.values(), named)
    return found[0].title if found else ""
