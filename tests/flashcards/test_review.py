"""Cards that cannot be recalled or that contradict each other are told."""

from __future__ import annotations

from studypack.flashcards.notes import notes_of
from studypack.flashcards.review import contradictions, median_answer, too_long
from tests.flashcards.flood import flood, with_item


def test_an_answer_over_forty_words_is_told() -> None:
    long = with_item(flood(), "ferry-guild", meaning=" ".join(["word"] * 41))
    (found,) = too_long(notes_of(long))
    assert (found.note, found.template, found.words) == ("term/ferry-guild", "Meaning", 41)
    assert too_long(notes_of(with_item(flood(), "ferry-guild", meaning="word " * 40))) == []


def test_the_median_answer_is_counted_over_cards() -> None:
    assert median_answer(notes_of(flood(people=[], decisions=[], terms=[], events=[]))) == 0
    assert 2 <= median_answer(notes_of(flood())) <= 10


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
