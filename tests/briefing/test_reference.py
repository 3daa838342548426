"""Who's who and glossary: order, groups, and dates of offices."""

from __future__ import annotations

from studypack.briefing import reference
from studypack.briefing.scribe import Scribe
from studypack.briefing.words import ENGLISH
from studypack.summary.citations import parse_field
from studypack.summary.items import Person, Role, Term, TermKind
from studypack.summary.summary import Summary
from tests.briefing.conftest import altered, pack_of


def scribe(summary: Summary) -> Scribe:
    return Scribe(pack_of(summary), ENGLISH)


def person(name: str, country: str = "The coast", **fields: object) -> Person:
    return Person.model_validate(
        {
            "id": "p" + str(sum(map(ord, name))),
            "name": name,
            "sort": name,
            "theatre": "alder",
            "country": country,
            "who": "Somebody",
            **fields,
        }
    )


def test_letters_with_accents_stand_with_those_without() -> None:
    names = ["Zhukov", "Łódź", "Lublin", "Österman", "Ochab", "Ødger", "Abel"]
    ordered = sorted(names, key=reference.alphabetical)
    assert ordered == ["Abel", "Łódź", "Lublin", "Ochab", "Ødger", "Österman", "Zhukov"]


def test_people_stand_by_country_and_strangers_last(lantern: Summary) -> None:
    people = (person("Zoe"), person("Ann", "Elsewhere"), person("Bob"))
    found = reference.people(scribe(altered(lantern, people=people)))
    assert [(c.title, [str(p.name) for p in c.people]) for c in found] == [
        ("The coast", ["Bob", "Zoe"]),
        ("Elsewhere", ["Ann"]),
    ]


def test_an_office_says_from_when_to_when(lantern: Summary) -> None:
    roles = (
        {"title": "Keeper", "from": "1780", "to": "1787-05"},
        {"title": "Envoy", "from": "1787-03-03", "to": "1787-03-03"},
        {"title": "Mayor", "from": "1790"},
        {"title": "Clerk", "to": "1779"},
    )
    made = person("Zoe", roles=tuple(Role.model_validate(role) for role in roles))
    ((country),) = reference.people(scribe(altered(lantern, people=(made,))))
    assert [role.when for role in country.people[0].roles] == [
        "1780 – May 1787",
        "3 March 1787",
        "from 1790",
        "to 1779",
    ]


def test_terms_stand_by_kind(lantern: Summary) -> None:
    terms = tuple(
        Term(id=f"t-{n}", name=name, kind=kind, meaning="Something.")
        for n, (name, kind) in enumerate(
            [("Reef", TermKind.PLACE), ("Guild", TermKind.ORGANISATION), ("Bank", "organisation")]
        )
    )
    found = reference.terms(scribe(altered(lantern, terms=terms)))
    assert [(k.title, [str(t.name) for t in k.terms]) for k in found] == [
        ("Organisations", ["Bank", "Guild"]),
        ("Places", ["Reef"]),
    ]


def test_places_in_one_source_are_gathered_and_overlaps_joined(lantern: Summary) -> None:
    group = parse_field("[@oakes1901, pp. 20–22; @oakes1901, p. 5 n. 2] [@oakes1901, pp. 3, 21–25]")
    nbsp = "\N{NO-BREAK SPACE}"
    assert scribe(lantern).label(group) == f"pp.{nbsp}3, 20–25, p.{nbsp}5 n.{nbsp}2"
