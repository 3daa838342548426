"""Cards that cannot be recalled, contradict each other or give themselves away are told."""

from __future__ import annotations

from studypack.diagnostics import Mark, Severity
from studypack.flashcards.notes import notes_of
from studypack.flashcards.review import (
    contradictions,
    diagnosed,
    given_away,
    too_long,
)
from tests.flashcards.flood import flood, pair, with_item


def test_an_answer_over_forty_words_is_told() -> None:
    long = with_item(flood(), "ferry-guild", meaning=" ".join(["word"] * 41))
    (found,) = too_long(notes_of(long))
    assert (found.note, found.template, found.words) == ("term/ferry-guild", "Meaning", 41)
    assert too_long(notes_of(with_item(flood(), "ferry-guild", meaning="word " * 40))) == []


def test_one_question_with_two_answers_is_told() -> None:
    assert contradictions(notes_of(flood())) == []
    (found,) = contradictions(notes_of(with_item(flood(), "comet", title="The River rises")))
    assert found.notes == ("date/rain", "date/comet")
    assert found.answers == ("2 March 1783", "c. August 1783")


def test_one_question_with_one_answer_is_no_contradiction() -> None:
    twice = with_item(flood(), "comet", title="The river rises", date="1783-03-02")
    assert contradictions(notes_of(twice)) == []


def test_what_is_retired_is_not_held_against_anybody() -> None:
    twice = with_item(flood(), "comet", title="The river rises", retired="it was the moon")
    assert contradictions(notes_of(twice)) == []


def test_a_question_that_holds_its_answer_is_told() -> None:
    assert given_away(notes_of(flood())) == []
    told = with_item(flood(), "rain", title="The river rises on 2 March, 1783")
    (found,) = given_away(notes_of(told))
    assert (found.note, found.template, found.answer) == ("date/rain", "Date", "2 March 1783")
    near = with_item(flood(), "rain", title="The river rises on 2 March")
    assert given_away(notes_of(near)) == []


def test_who_decided_must_not_stand_in_what_was_decided() -> None:
    told = with_item(flood(), "suit", decided="Jörg Brandt sues for 900 crowns.")
    assert [c.template for c in given_away(notes_of(told))] == ["Body"]


def test_a_choice_between_two_names_both() -> None:
    assert given_away(notes_of(flood(pairs=[pair()]))) == []


def test_all_of_it_is_warned_at_the_place_of_the_item() -> None:
    summary = with_item(flood(), "ferry-guild", meaning=" ".join(["word"] * 41))
    summary = with_item(summary, "comet", title="The River rises")
    summary = with_item(summary, "suit", decided="Jörg Brandt sues for 900 crowns.")
    link = {"to": "bridge-falls", "because": "the carts were heavy"}
    summary = with_item(summary, "market", led_to=[link])
    found = diagnosed(notes_of(summary), lambda item: Mark(f"{item}.yaml", 3, 1))
    assert [(d.code, str(d.where), d.severity) for d in found] == [
        ("SP511", "ferry-guild.yaml:3:1", Severity.WARNING),
        ("SP512", "comet.yaml:3:1", Severity.WARNING),
        ("SP513", "suit.yaml:3:1", Severity.WARNING),
        ("SP514", "rain.yaml:3:1", Severity.WARNING),
    ]
    assert "date/rain and date/comet" in found[1].message
    assert "‘2 March 1783’ and ‘c. August 1783’" in found[1].message
    assert "effect/market/bridge-falls and effect/rain/bridge-falls" in found[3].message
