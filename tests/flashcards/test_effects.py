"""Cards of cause and effect: what each link asks, and what becomes of a card that students have."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from studypack.checks.ledger import lasting
from studypack.flashcards.note import Note
from studypack.flashcards.review import repeated
from studypack.flashcards.words import fixed
from studypack.summary.items import Event, Link
from studypack.summary.summary import Summary
from tests.flashcards.engine import Student, words
from tests.flashcards.flood import MARKET, NOW, RAIN, deck, flood, kept, notes, with_item

OPENED = "effect/rain/dam-opened"
FALLS = "effect/rain/bridge-falls"
GIVEN = {FALLS: frozenset({0})}


def asking(ask: str, to: str = "bridge-falls", **changes: Any) -> Summary:
    """The flood, where the link from the rain to another event asks so."""
    links = [link.model_dump() for link in RAIN.led_to]
    told = [link | {"ask": ask} | changes if link["to"] == to else link for link in links]
    return with_item(flood(), "rain", led_to=told)


def asked(note: Note) -> tuple[str, str]:
    (ask,) = note.asks
    return ask.question, ask.answer


class TestWhatItLedTo:
    def test_a_cause_asks_for_its_effect_with_where_and_when_as_the_cue(self) -> None:
        note = notes(flood())[OPENED]
        assert asked(note) == (
            "The river rises → River, 3 March 1783, 04:30",
            "The dam is opened",
        )
        assert note.field("Ask") == "What did this lead to?"
        assert note.field("Detail") == "the dam could hold no more"

    def test_two_effects_at_one_place_and_time_are_told_apart(self) -> None:
        twin = Event(id="twin", date="1783-03-04", theatre="upper", title="Twin", cite="[@oakes]")
        links = (Link(to="market", because="a"), Link(to="twin", because="b"))
        for told in (links, (links[0].model_copy(update={"ask": "nothing"}), links[1])):
            cause = RAIN.model_copy(update={"led_to": told})
            summary = flood(events=[cause, MARKET, twin], decisions=[])
            question, _ = asked(notes(summary)["effect/rain/twin"])
            assert question.endswith("4 March 1783 The last market"), "it is an answer all the same"


class TestHow:
    def test_both_events_are_named_and_the_connection_is_asked(self) -> None:
        note = notes(asking("how"))[FALLS]
        assert note.field("Ask") == "How did one lead to the other?"
        assert asked(note) == (
            "The river rises → The bridge falls",
            "it carried trees against the piers",
        )

    def test_the_answer_stands_with_both_dates_and_its_source(self) -> None:
        note = notes(asking("how", to="dam-opened"))[OPENED]
        assert note.field("Answer") == "the dam could hold no more"
        assert note.field("Detail") == (
            "<ul><li>The river rises: 2 March 1783</li>"
            "<li>The dam is opened: 3 March 1783, 04:30</li></ul>"
        )
        assert "Ward 1950, p.\u00a07" in note.field("Source")

    def test_the_arrow_stays_on_the_line_of_the_effect(self) -> None:
        assert "→\u00a0The bridge" in notes(asking("how"))[FALLS].field("Question")

    def test_it_is_the_same_note_in_the_same_place(self) -> None:
        before, after = notes(flood()), notes(asking("how"))
        assert list(before) == list(after)
        assert before[FALLS].guid == after[FALLS].guid
        assert before[FALLS].tags == after[FALLS].tags


class TestNothing:
    def test_a_link_that_goes_without_saying_makes_no_card(self) -> None:
        assert notes(flood()).keys() - notes(asking("nothing")).keys() == {FALLS}

    def test_who_has_its_card_is_told_that_the_link_still_holds(self) -> None:
        note = notes(asking("nothing"), GIVEN)[FALLS]
        assert note.retired
        assert (
            note.field("Withdrawn") == "This cause and effect still holds, but is no longer asked."
        )
        assert asked(note) == asked(notes(flood())[FALLS])

    def test_a_link_that_was_taken_back_is_withdrawn_not_forgotten(self) -> None:
        note = notes(flood(), {"effect/rain/verdict": frozenset({0})})["effect/rain/verdict"]
        assert note.retired
        assert note.field("Withdrawn") == "This cause and effect is no longer claimed."

    def test_an_event_that_was_withdrawn_says_so_itself(self) -> None:
        gone = with_item(asking("nothing"), "bridge-falls", retired="it stood")
        assert notes(gone, GIVEN)[FALLS].field("Withdrawn") == "it stood"

    def test_asked_again_it_is_as_it_was(self) -> None:
        assert notes(flood(), GIVEN)[FALLS] == notes(flood())[FALLS]

    def test_a_ledger_that_has_its_note_can_be_used(self) -> None:
        assert FALLS in set(lasting(asking("nothing"), GIVEN))


def test_a_student_keeps_the_progress_whatever_a_link_asks(anki: Student) -> None:
    ledger = kept(flood())
    anki.imports(deck(flood(), ledger))
    guid = notes(flood())[FALLS].guid
    anki.col.sched.set_due_date([anki.card(guid, 0).id], "9")
    before = anki.all_cards()
    for edition, (ask, said) in enumerate(
        (
            ("how", "How did one lead to the other?"),
            ("nothing", "still holds"),
            ("effect", "What did this lead to?"),
        ),
        1,
    ):
        summary = asking(ask)
        moved = {"updated": 1, "duplicate": len(ledger.notes) - 1}
        ledger = kept(summary, ledger, NOW + 100 * edition)
        assert anki.imports(deck(summary, ledger)) == moved
        assert said in words(anki.card(guid, 0).question())
        assert anki.all_cards() == before


@pytest.mark.parametrize("ask", ["", "why", True])
def test_a_link_asks_nothing_else(ask: object) -> None:
    with pytest.raises(ValidationError):
        Link.model_validate({"to": "market", "because": "a", "ask": ask})


@pytest.mark.parametrize("language", ["pl", "hu"])
def test_each_language_asks_in_its_words(language: str) -> None:
    note = notes(with_language(asking("how"), language))[FALLS]
    assert note.field("Ask") == fixed(language).how_led != fixed("en").how_led
    gone = notes(with_language(asking("nothing"), language), GIVEN)[FALLS]
    assert gone.field("Withdrawn") == fixed(language).link_unasked != fixed("en").link_unasked


class TestAskedOnce:
    def test_an_effect_that_two_causes_ask_for_is_told(self) -> None:
        (found,) = repeated(notes(two_causes()).values())
        assert found.answer == "The bridge falls"
        assert found.notes == ("effect/market/bridge-falls", FALLS)

    @pytest.mark.parametrize("ask", ["how", "nothing"])
    def test_one_may_ask_for_it_and_the_other_how(self, ask: str) -> None:
        assert repeated(notes(two_causes(ask)).values()) == []

    def test_what_is_withdrawn_is_not_held_against_anybody(self) -> None:
        given = {"effect/market/bridge-falls": frozenset({0})}
        found = notes(two_causes("nothing"), given)
        assert found["effect/market/bridge-falls"].retired
        assert repeated(found.values()) == []

    def test_effects_of_one_cause_are_each_asked(self) -> None:
        assert repeated(notes(flood()).values()) == []


def two_causes(ask: str = "effect") -> Summary:
    """The market lets the bridge fall too, and its link asks so."""
    link = {"to": "bridge-falls", "because": "the carts were heavy", "ask": ask}
    return with_item(flood(), "market", led_to=[link])


def with_language(summary: Summary, language: str) -> Summary:
    header = summary.header.model_copy(update={"language": language})
    return summary.model_copy(update={"header": header})
