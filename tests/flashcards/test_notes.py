"""What each kind of item yields, and what a student is asked."""

from __future__ import annotations

import pytest

from studypack.flashcards.notes import notes_in, notes_of
from studypack.summary.items import Event
from tests.flashcards.flood import (
    BRANDT,
    BRIDGE,
    COMET,
    COUNCIL,
    ILSE,
    MARKET,
    OPENED,
    RAIN,
    VERDICT,
    flood,
    notes,
    pack_of,
    pair,
    with_item,
)


def asked(name: str, summary=None, given=None) -> dict[str, tuple[str, str]]:  # type: ignore[no-untyped-def]
    note = notes(summary or flood(), given)[name]
    return {ask.template: (ask.question, ask.answer) for ask in note.asks}


def test_the_summary_yields_its_notes_in_the_order_of_learning() -> None:
    """People and terms stand where they first appear, what never appears stands last.

    What came of something, and what it stood between, is asked once both have been met.
    """
    assert [(n.due, n.name) for n in notes_of(flood())] == list(
        enumerate(
            [
                "term/ferry-guild",
                "date/rain",
                "figure/fig-height",
                "term/upper-council",
                "person/brandt",
                "date/dam-opened",
                "decision/dam-opened",
                "effect/rain/dam-opened",
                "date/market",
                "date/bridge-falls",
                "effect/rain/bridge-falls",
                "date/suit",
                "decision/suit",
                "date/comet",
                "date/verdict",
                "sequence/dam-opened",
                "person/ilse",
            ],
            1,
        )
    )


class TestDates:
    def test_an_event_asks_for_its_date(self) -> None:
        assert asked("date/rain")["Date"] == ("The river rises", "2 March 1783")

    @pytest.mark.parametrize(
        ("event", "date"),
        [
            ("comet", "c. August 1783"),
            ("bridge-falls", "night of 4–5 March 1783"),
            ("suit", "June 1783"),
            ("dam-opened", "3 March 1783, 04:30"),
        ],
    )
    def test_the_answer_is_as_precise_as_the_source(self, event: str, date: str) -> None:
        assert asked(f"date/{event}")["Date"][1] == date

    def test_a_date_asks_for_its_event_where_it_is_exact_and_nothing_else_has_it(self) -> None:
        assert asked("date/rain")["Event"] == ("2 March 1783", "The river rises")
        with_reverse = {
            n.name for n in notes_of(flood()) if "Event" in [a.template for a in n.asks]
        }
        assert with_reverse == {"date/rain", "date/dam-opened", "date/verdict"}

    def test_the_first_and_the_last_day_of_an_interval_are_taken_too(self) -> None:
        """The bridge falls in the night of the 4th to the 5th."""
        assert "Event" not in asked("date/market")
        fifth = Event(id="fifth", date="1783-03-05", theatre="upper", title="Silence")
        assert "Event" not in asked("date/fifth", flood(events=[BRIDGE, fifth]))
        assert "Event" in asked("date/fifth", flood(events=[RAIN, BRIDGE_LATER, fifth]))

    def test_uniqueness_is_that_of_the_whole_summary_whatever_a_course_selects(self) -> None:
        pack = pack_of(flood(), importance=3, exclude=("bridge-falls",))
        assert "bridge-falls" not in pack.summary.by_id
        (market,) = (n for n in notes_in(pack, notes_of(pack.whole)) if n.name == "date/market")
        assert [a.template for a in market.asks] == ["Date"]

    def test_words_for_a_date_that_edtf_cannot_say_are_not_asked_backwards(self) -> None:
        told = with_item(flood(), "rain", when="one of the first days of March")
        assert asked("date/rain", told) == {
            "Date": ("The river rises", "one of the first days of March")
        }

    def test_a_card_that_students_have_stays_and_says_what_it_does_not_mean(self) -> None:
        second = Event(id="second", date="1783-03-02", theatre="upper", title="A second thing")
        summary = flood(events=[RAIN, BRIDGE, MARKET, second])
        given = {"date/rain": frozenset({0, 1})}
        assert "Event" not in asked("date/rain", summary)
        assert asked("date/rain", summary, given)["Event"] == (
            "2 March 1783 A second thing",
            "The river rises",
        )


class TestPairs:
    def test_a_pair_asks_which_came_first(self) -> None:
        summary = flood(pairs=[pair()])
        assert asked("order/dam-or-bridge", summary) == {
            "Answer": ("The bridge falls or The dam is opened", "The dam is opened")
        }
        note = notes(summary)["order/dam-or-bridge"]
        assert note.field("Ask") == "Which came first?"
        assert note.field("Detail") == (
            "<ul><li>The dam is opened: 3 March 1783, 04:30</li>"
            "<li>The bridge falls: night of 4–5 March 1783</li>"
            "<li>The bridge fell because the dam was open.</li></ul>"
        )
        assert note.field("Source") == "Ward 1950, p.\u00a06; Oakes 1901, pp.\u00a013, 15"

    def test_which_is_named_first_tells_nothing(self) -> None:
        turned = flood(pairs=[pair(one="dam-opened", other="bridge-falls")])
        assert asked("order/dam-or-bridge", turned) == asked(
            "order/dam-or-bridge", flood(pairs=[pair()])
        )

    def test_it_follows_both_and_needs_both_in_the_course(self) -> None:
        summary = flood(pairs=[pair()])
        due = {name: note.due for name, note in notes(summary).items()}
        assert due["order/dam-or-bridge"] > max(due["date/bridge-falls"], due["date/dam-opened"])
        pack = pack_of(summary, exclude=("bridge-falls",))
        assert "order/dam-or-bridge" not in {n.name for n in notes_in(pack, notes_of(pack.whole))}

    def test_it_goes_with_an_event_that_was_withdrawn(self) -> None:
        gone = with_item(flood(pairs=[pair()]), "bridge-falls", retired="it stood")
        assert notes(gone)["order/dam-or-bridge"].retired


BRIDGE_LATER = Event(
    id="bridge-falls", date="1783-04-01", theatre="lower", title="The bridge falls"
)


class TestDecisions:
    def test_the_situation_and_the_question_ask_what_was_decided(self) -> None:
        assert asked("decision/dam-opened")["Decided"] == (
            "Council of the upper town, 3 March 1783, 04:30 Open the dam, or trust that it holds?",
            "Both gates of the dam are opened.",
        )

    def test_who_decided_and_how(self) -> None:
        assert asked("decision/dam-opened")["Body"][1] == "Council of the upper town, by majority"
        unanimous = with_item(flood(), "dam-opened", how="majority", vote="eight to one")
        assert asked("decision/dam-opened", unanimous)["Body"][1] == (
            "Council of the upper town, eight to one"
        )

    def test_where_the_sources_do_not_say_how_only_who_is_asked(self) -> None:
        note = notes(flood())["decision/suit"]
        assert asked("decision/suit")["Body"][1] == "Jörg Brandt"
        assert note.field("How") == ""

    def test_who_dissented_is_asked_where_somebody_did(self) -> None:
        assert asked("decision/dam-opened")["Dissent"][1] == "Jörg Brandt"
        assert "Dissent" not in asked("decision/suit")
        assert "warned first" in notes(flood())["decision/dam-opened"].field("Dissent")

    def test_who_gave_in_before_the_end_is_told_apart_from_who_did_not(self) -> None:
        (against,) = next(d for d in flood().decisions if d.id == "dam-opened").dissent
        moved = against.model_copy(update={"overcome": True})
        gave_in = with_item(flood(), "dam-opened", dissent=(moved,))
        assert asked("decision/dam-opened", gave_in)["Dissent"][1] == (
            "Jörg Brandt (came round in the end)"
        )
        once_more = with_item(flood(), "dam-opened", dissent=(moved, against))
        assert asked("decision/dam-opened", once_more)["Dissent"][1] == "Jörg Brandt"

    def test_a_dissent_that_was_taken_back_leaves_no_blank_card(self) -> None:
        given = {"decision/suit": frozenset({0, 1, 2})}
        assert asked("decision/suit", given=given)["Dissent"][1] == "Nobody, as far as is recorded"

    def test_the_chosen_option_is_marked(self) -> None:
        assert notes(flood())["decision/dam-opened"].field("Options") == (
            "<ul><li><strong>open it at once</strong></li><li>wait for morning</li></ul>"
        )


class TestPeopleAndTerms:
    def test_a_name_asks_who_and_a_role_asks_the_name(self) -> None:
        assert asked("person/brandt") == {
            "Who": ("Jörg Brandt", "Miller of the lower town who sued the upper"),
            "Name": ("Lower: Miller of the lower town who sued the upper", "Jörg Brandt"),
        }

    def test_a_person_brings_spelling_sound_life_and_dated_roles(self) -> None:
        note = notes(flood())["person/brandt"]
        assert note.field("Name") == '<span lang="de">Jörg Brandt</span>'
        assert note.field("Native name") == '<span lang="de">Brandt Jörg</span>'
        assert note.field("Pronunciation") == "YURK BRAHNT"
        assert note.field("Life") == "1731 – January 1790"
        assert note.field("Roles") == (
            "<ul><li>Miller, 1760–1784</li>"
            '<li><span class="later">Juror, from 1784</span></li></ul>'
        )

    @pytest.mark.parametrize(
        ("native", "lang"), [("Иван", "ru"), ("Ivan", "ru-Latn"), ("Jörg", "ru-Latn")]
    )
    def test_a_name_in_its_own_letters_is_marked_as_such(self, native: str, lang: str) -> None:
        person = with_item(flood(), "brandt", native=native, lang="ru-Latn")
        assert (
            notes(person)["person/brandt"].field("Native name").startswith(f'<span lang="{lang}"')
        )

    def test_two_people_described_alike_are_told_apart(self) -> None:
        alike = with_item(flood(), "ilse", who=BRANDT.who, theatre="lower")
        assert asked("person/ilse", alike)["Name"][0].endswith("the upper Jörg Brandt")
        assert asked("person/brandt", alike)["Name"][0].endswith("the upper Ilse Korn")

    def test_a_term_is_asked_both_ways_where_its_meaning_is_its_own(self) -> None:
        assert set(asked("term/upper-council")) == {"Meaning", "Term"}
        alike = with_item(flood(), "ferry-guild", meaning=COUNCIL.meaning.upper())
        assert set(asked("term/upper-council", alike)) == {"Meaning"}
        given = {"term/upper-council": frozenset({1})}
        assert asked("term/upper-council", alike, given)["Term"] == (
            "Nine householders who held the keys of the dam Fährgilde",
            "Council of the upper town",
        )


class TestFiguresAndOrder:
    def test_all_readings_of_a_figure_are_hidden_on_one_card_each_with_whose_it_is(self) -> None:
        note = notes(flood())["figure/fig-height"]
        assert note.field("Text") == (
            "height of the river: {{c1::about 14}} feet (the miller); "
            '<span class="later">{{c1::1,200–1,300}} feet (a legend)</span>'
        )
        assert asked("figure/fig-height")["Cloze"][1] == "about 14; 1,200–1,300"

    def test_a_turning_point_is_asked_between_its_neighbours_in_the_same_theatre(self) -> None:
        assert asked("sequence/dam-opened")["Cloze"] == (
            "3 March 1783, 04:30: The river rises → […] → The verdict",
            "The dam is opened",
        )

    def test_where_the_order_is_not_certain_nothing_is_asked(self) -> None:
        vague = with_item(flood(), "rain", date="1783-03")
        assert "sequence/dam-opened" not in notes(vague)

    def test_an_order_card_that_students_have_keeps_to_what_is_certain(self) -> None:
        at = "3 March 1783, 04:30: "
        given = {"sequence/dam-opened": frozenset({0})}
        vague = with_item(flood(), "rain", date="1783-03")
        assert asked("sequence/dam-opened", vague, given)["Cloze"][0] == at + "[…] → The verdict"
        alone = flood(events=[COMET], decisions=[OPENED])
        assert asked("sequence/dam-opened", alone, given)["Cloze"][0] == at + "[…]"


class TestWhatStandsBelowTheAnswer:
    def test_citations_leave_the_text_for_the_source_line(self) -> None:
        note = notes(flood())["date/rain"]
        assert (
            note.field("Summary") == 'The ferry stops and the <span lang="de">Wasser</span> rises.'
        )
        assert note.field("Source") == (
            "Oakes 1901, pp.\u00a012–13; Ward 1950, p.\u00a05, p.\u00a04 n.\u00a02"
        )

    def test_a_link_becomes_plain_words(self) -> None:
        assert notes(flood())["date/rain"].field("Detail") == (
            "After ten days of rain the ferry stops."
        )

    def test_a_dispute_and_a_quotation_stand_with_their_item(self) -> None:
        note = notes(flood())["date/rain"]
        assert note.field("Dispute") == (
            "<em>Which day?</em> Ward says the 1st; Oakes, from the gauge, the 2nd."
        )
        assert note.field("Quotation") == (
            "<q>The gauge is under water &amp; so am I</q> "
            '<span lang="de">Jörg Brandt</span>. To the clerk, as he told it later'
        )
        assert notes(flood())["date/verdict"].field("Dispute") == ""

    def test_knowledge_from_outside_the_sources_is_told(self) -> None:
        assert notes(flood())["date/market"].field("Later") == "Editors’ note"
        assert notes(flood())["person/brandt"].field("Later") == "°"
        assert notes(flood())["date/verdict"].field("Later") == ""

    def test_theatres_are_told_by_name_and_by_the_number_of_their_shape(self) -> None:
        upper, lower = (notes(flood())[n] for n in ("person/ilse", "person/brandt"))
        assert (upper.field("Theatre"), upper.field("Lane")) == ("Upper", "1")
        assert (lower.field("Theatre"), lower.field("Lane")) == ("Lower", "2")
        ninth = with_item(flood(theatres=9), "ilse", theatre="inn")
        assert notes(ninth)["person/ilse"].field("Lane") == "1"


class TestTags:
    def test_tags_come_from_the_content(self) -> None:
        assert notes(flood())["date/rain"].tags == (
            "tests::flood::crisis::flood",
            "tests::flood::importance::1",
            "tests::flood::kind::date",
            "tests::flood::theatre::river",
            "tests::flood::topic::water::dam",
        )

    def test_a_note_on_two_items_has_the_tags_of_both_and_the_lesser_importance(self) -> None:
        less = with_item(flood(), "bridge-falls", importance=3)
        tags = notes(less)["effect/rain/bridge-falls"].tags
        assert "tests::flood::importance::3" in tags
        assert {"tests::flood::theatre::river", "tests::flood::theatre::lower"} <= set(tags)

    def test_no_tag_has_a_space_whatever_the_namespace(self) -> None:
        odd = flood(deck={"name": "x", "namespace": "my school/flood of *1783*_::"})
        assert all(
            tag.startswith("my-school::flood-of-1783::") for tag in notes(odd)["date/rain"].tags
        )


class TestRetired:
    def test_a_retired_item_stays_as_a_note_that_says_why(self) -> None:
        gone = with_item(flood(), "ilse", retired="She was *never* clerk")
        note = notes(gone)["person/ilse"]
        assert note.retired
        assert note.field("Withdrawn") == "She was <em>never</em> clerk"
        assert "tests::flood::retired" in note.tags
        assert note.asks == notes(flood())["person/ilse"].asks

    def test_a_retired_event_frees_its_day_for_others(self) -> None:
        gone = with_item(flood(), "bridge-falls", retired="it stood")
        assert "Event" in asked("date/market", gone)
        assert notes(gone)["effect/rain/bridge-falls"].retired

    def test_a_figure_can_be_withdrawn_alone_and_is_printed_nowhere(self) -> None:
        figures = [figure.model_dump() | {"retired": "a legend"} for figure in RAIN.figures]
        gone = with_item(flood(), "rain", figures=figures)
        assert notes(gone)["figure/fig-height"].retired
        assert not notes(gone)["date/rain"].retired
        assert pack_of(gone).summary.by_id["rain"].figures == ()  # type: ignore[attr-defined]


class TestIdentity:
    def test_a_guid_depends_on_names_alone(self) -> None:
        before = notes(flood())
        after = notes(with_item(flood(), "rain", title="Another title", importance=3))
        assert {n.guid for n in before.values()} >= {n.guid for n in after.values()}
        assert before["date/rain"].guid == after["date/rain"].guid == "ea53e9598470fab19b73"
        assert before["date/rain"].hash != after["date/rain"].hash

    def test_another_language_or_namespace_is_another_note(self) -> None:
        guids = {
            notes(summary)["date/rain"].guid
            for summary in (
                flood(),
                flood(language="en-US"),
                flood(language="pl"),
                flood(deck={"name": "The flood", "namespace": "tests/other"}),
            )
        }
        assert len(guids) == 3

    def test_fields_are_those_of_the_first_edition(self) -> None:
        """If this fails without a change of content, every student's note counts as corrected."""
        hashes = {name: note.hash for name, note in notes(flood(pairs=[pair()])).items()}
        assert hashes == FIRST_EDITION

    def test_a_course_selects_notes_and_changes_none(self) -> None:
        whole = {n.name: n for n in notes_of(flood())}
        pack = pack_of(flood(), importance=1, theatres=("river",))
        chosen = notes_in(pack, notes_of(pack.whole))
        assert 0 < len(chosen) < len(whole)
        assert all(whole[n.name] == n for n in chosen)

    def test_a_link_needs_both_its_ends_in_the_course(self) -> None:
        pack = pack_of(flood(), exclude=("bridge-falls",))
        names = {n.name for n in notes_in(pack, notes_of(pack.whole))}
        assert "effect/rain/bridge-falls" not in names
        assert "effect/rain/dam-opened" in names

    def test_the_order_of_the_files_is_no_matter(self) -> None:
        turned = flood(events=[COMET, MARKET, BRIDGE, RAIN, VERDICT], people=[ILSE, BRANDT])
        assert notes_of(turned) == notes_of(flood())


FIRST_EDITION: dict[str, str] = {
    "date/bridge-falls": "f716c5a57ac6c2467797",
    "date/comet": "49a11217f8a8a3d422bb",
    "date/dam-opened": "d76afb501c4de427f06b",
    "date/market": "742acc0dedb1d1f5c0f0",
    "date/rain": "d9a3b629161447383451",
    "date/suit": "94b360e9495953a3ea58",
    "date/verdict": "18f99565454ac2ad478a",
    "decision/dam-opened": "890f9f49ba88a4784da7",
    "decision/suit": "9280dc7db9b394de0dbf",
    "effect/rain/bridge-falls": "9595cf91908645080351",
    "effect/rain/dam-opened": "27a65b105fc5b83607ac",
    "figure/fig-height": "b70a6a4b176971f24789",
    "order/dam-or-bridge": "e99ac6bb5b543040cf1a",
    "person/brandt": "73ec095d2841d8b7efa6",
    "person/ilse": "d57b680d5ec8d48b501a",
    "sequence/dam-opened": "0f1f609a459b23de2205",
    "term/ferry-guild": "a8eb45155c6d962b92bf",
    "term/upper-council": "b48531d84113b8a281ba",
}
