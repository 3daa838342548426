"""Which words on a page speak of which person or term."""

from __future__ import annotations

import re
from typing import Any

import pytest

from studypack.briefing.index_names import Names
from studypack.briefing.reference import alphabetical
from studypack.sheets import Piece
from studypack.summary.items import Person, Section, Term, TermKind
from studypack.summary.summary import Summary
from tests.briefing.conftest import altered, pack_of


def slug(name: str) -> str:
    bare, _ = alphabetical(name)
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def person(sort: str, **fields: Any) -> Person:
    family, _, given = sort.partition(", ")
    name = f"{given} {family}".strip()
    return Person(
        **{"id": slug(name), "name": name, "sort": sort, **fields},
        theatre="birk",
        country="The coast",
        who="Somebody",
    )


def term(name: str, **fields: Any) -> Term:
    known = {"id": slug(name), "kind": TermKind.ORGANISATION}
    return Term(**{**known, **fields}, name=name, meaning="A thing.")


PEOPLE = (
    person("Oakes, Ada"),
    person("Ember, Tom"),
    person("Reed, Jack"),
    person("Reed, Anna"),
    person("Wei Lan"),
    person("Kis, Imre", lang="hu", native="Kis Imre"),
)
TERMS = (
    term("Harbour court", abbreviation="HC"),
    term("Reed Society"),
    term("The Lantern", kind=TermKind.PUBLICATION),
    term("Dark nights (Blackwater)", kind=TermKind.CONCEPT, native="Sötét éjek"),
)


@pytest.fixture(scope="module")
def names(lantern: Summary) -> Names:
    return Names(pack_of(altered(lantern, people=PEOPLE, terms=TERMS)))


def spoken_of(names: Names, text: str) -> set[str]:
    return set(names.spoken_of([Piece(1, text)]))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ada Oakes came.", {"ada-oakes"}),
        ("then Oakes’s book", {"ada-oakes"}),
        ("Oakestown, oakes and soakes", set()),
        ("Jack Reed and Ember", {"jack-reed", "tom-ember"}),
        ("Wei Lan, not Lan", {"wei-lan"}),
        ("Kis Imre or Imre\N{NO-BREAK SPACE}Kis", {"imre-kis"}),
        ("before the harbour court", {"harbour-court"}),
        ("before the HC", {"harbour-court"}),
        ("the Reed Society", {"reed-society"}),
        ("a Lantern was printed", {"the-lantern"}),
        ("Dark nights came", {"dark-nights-blackwater"}),
        ("Blackwater, or Sötét éjek", {"dark-nights-blackwater"}),
        ("Tom Em\N{SOFT HYPHEN}ber", {"tom-ember"}),
    ],
)
def test_a_name_means_its_bearer(names: Names, text: str, meant: set[str]) -> None:
    assert spoken_of(names, text) == meant


def test_a_family_name_of_two_means_neither(names: Names) -> None:
    assert spoken_of(names, "Reed came late.") == set()


def test_another_person_of_the_family_is_not_meant(names: Names) -> None:
    assert spoken_of(names, "Anna Oakes came.") == set()
    assert spoken_of(names, "Oakes Miller came.") == set()
    assert spoken_of(names, "Was Oakes Birk’s friend?") == {"ada-oakes"}
    assert spoken_of(names, "Oakes Then, as then") == {"ada-oakes"}


def test_what_authors_often_call_an_item_in_links_is_a_name_of_it(lantern: Summary) -> None:
    told = "[The Nine](#harbour-court) and [the Nine](#harbour-court) met [Jack](#jack-reed)."

    def named(text: str) -> Names:
        section = Section(id="section-night", title="A night", part="story", text=text)
        told = altered(lantern, people=PEOPLE, terms=TERMS, sections=(section,))
        return Names(pack_of(told))

    assert spoken_of(named(told), "The Nine met Jack") == set()
    often = named(told + " [The Nine](#harbour-court)’s end.")
    assert spoken_of(often, "The Nine met Jack") == {"harbour-court"}
    both = named(told + " [The Nine](#harbour-court) or [The Nine](#reed-society).")
    assert spoken_of(both, "The Nine met Jack") == set()


def test_a_link_speaks_of_its_target_whatever_its_words(names: Names) -> None:
    text = [Piece(3, "the "), Piece(3, "Oakes trial", "tom-ember"), Piece(3, " by Reed")]
    assert names.spoken_of(text) == {"tom-ember": {3}}


def test_pages_are_those_on_which_the_words_stand(names: Names) -> None:
    text = [
        Piece(1, "Oakes and\n"),
        Piece(2, "Em"),
        Piece(2, "ber, Oakes\n"),
        Piece(2, "Oakes\n"),
        Piece(1, "a note on the HC"),
    ]
    assert names.spoken_of(text) == {
        "ada-oakes": {1, 2},
        "tom-ember": {2},
        "harbour-court": {1},
    }
