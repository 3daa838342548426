"""Who’s who and the glossary."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from studypack.briefing.events import disputes_about
from studypack.briefing.scribe import Link, Scribe
from studypack.summary import dates
from studypack.summary.alphabet import alphabetical
from studypack.summary.date_words import in_words, until
from studypack.summary.items import Person, Role, Term, TermKind
from studypack.summary.text import in_language, plain


@dataclass(frozen=True)
class RoleView:
    """An office and when it was held."""

    title: Markup
    organisation: Link | None
    when: str
    later: bool


@dataclass(frozen=True)
class PersonView:
    """An entry of the who's who."""

    id: str
    name: Markup
    native: Markup
    """In its own order or script, where that differs."""
    say: str
    ipa: str
    life: str
    who: Markup
    matters: Markup
    roles: tuple[RoleView, ...]
    disputes: tuple[Link, ...]
    cite: Markup
    later: bool


@dataclass(frozen=True)
class CountryView:
    """People under the name of a country."""

    title: str
    people: tuple[PersonView, ...]


@dataclass(frozen=True)
class TermView:
    """An entry of the glossary."""

    id: str
    name: Markup
    abbreviation: str
    native: Markup
    say: str
    ipa: str
    meaning: Markup
    matters: Markup
    disputes: tuple[Link, ...]
    cite: Markup
    later: bool


@dataclass(frozen=True)
class TermKindView:
    """Terms of one kind."""

    title: str
    terms: tuple[TermView, ...]


def people(scribe: Scribe) -> tuple[CountryView, ...]:
    """People by country, in the header's order; a country it does not list comes after those."""
    listed = list(scribe.summary.header.countries)
    current = [person for person in scribe.summary.people if not person.retired]

    def place(person: Person) -> tuple[int, str]:
        known = person.country in listed
        return (listed.index(person.country) if known else len(listed), person.country)

    current.sort(key=lambda person: (*place(person), *alphabetical(person.sort)))
    return tuple(
        CountryView(country, tuple(_person(scribe, person) for person in found))
        for (_, country), found in groupby(current, place)
    )


def terms(scribe: Scribe) -> tuple[TermKindView, ...]:
    """Terms by kind, in the order of the alphabet."""
    current = [term for term in scribe.summary.terms if not term.retired]
    current.sort(key=lambda term: alphabetical(term.name))
    by_kind = ((kind, [t for t in current if t.kind is kind]) for kind in TermKind)
    return tuple(
        TermKindView(
            scribe.own(scribe.words.term_kinds[kind]), tuple(_term(scribe, t) for t in found)
        )
        for kind, found in by_kind
        if found
    )


def _person(scribe: Scribe, person: Person) -> PersonView:
    return PersonView(
        id=person.id,
        name=in_language(person.name, person.lang),
        native=in_language(person.native, person.lang),
        say=person.say,
        ipa=person.ipa,
        life=scribe.own(_life(scribe, person)),
        who=scribe.inline(_sentence(person.who)),
        matters=scribe.inline(person.matters),
        roles=tuple(_role(scribe, role) for role in person.roles),
        disputes=disputes_about(scribe, person.id),
        cite=scribe.cite(person.cite, *(role.cite for role in person.roles)),
        later=person.later,
    )


def _sentence(words: str) -> str:
    """With a full stop at its end, if there is none."""
    return words if plain(words).endswith((".", "!", "?", "’")) else f"{words}."


def _role(scribe: Scribe, role: Role) -> RoleView:
    named = role.organisation in scribe.anchors if role.organisation else False
    return RoleView(
        title=scribe.inline(role.title),
        organisation=scribe.link(role.organisation) if role.organisation and named else None,
        when=scribe.own(_span(scribe, role.start, role.end)),
        later=role.later,
    )


def _span(scribe: Scribe, start: dates.Date | None, end: dates.Date | None) -> str:
    """From when to when: ``March 1780 – May 1787``, ``from 1790``, ``to 1779``."""
    first, last = (in_words(d, scribe.language) if d else "" for d in (start, end))
    if start and end and not (start.is_interval or end.is_interval):
        if first == last:
            return first
        return in_words(dates.parse(f"{start}/{end}"), scribe.language)
    if first and last:
        return f"{first} – {last}"
    if start:
        return first if start.is_interval else in_words(dates.parse(f"{start}/.."), scribe.language)
    return until(end, scribe.language) if end else ""


def _life(scribe: Scribe, person: Person) -> str:
    born, died = (in_words(d, scribe.language) if d else "" for d in (person.born, person.died))
    if born and died:
        return f"{born} – {died}"
    if born:
        return scribe.words.born.format(born)
    return scribe.words.died.format(died) if died else ""


def _term(scribe: Scribe, term: Term) -> TermView:
    return TermView(
        id=term.id,
        name=scribe.name(term),
        abbreviation=term.abbreviation,
        native=in_language(term.native, term.lang),
        say=term.say,
        ipa=term.ipa,
        meaning=scribe.inline(term.meaning),
        matters=scribe.inline(term.matters),
        disputes=disputes_about(scribe, term.id),
        cite=scribe.cite(term.cite),
        later=term.later,
    )
