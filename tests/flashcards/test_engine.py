"""The deck in the hands of the real Anki engine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from studypack.flashcards import faces, package
from studypack.flashcards.note import Note
from studypack.flashcards.notes import notes_of
from studypack.flashcards.notetypes import NOTETYPES, RESERVE
from studypack.summary.items import Event
from studypack.summary.summary import Summary
from studypack.summary.topics import search_for
from tests.conftest import ROOT, summary_of
from tests.flashcards.engine import Student, student, words
from tests.flashcards.flood import BRIDGE, COMET, MARKET, NOW, RAIN, deck, flood, kept, with_item

LATER = NOW + 1000
HOSTILE = (
    "<b>bold</b> & <1783> &amp; &lt; <script>x</script>",
    "{{c1::x}} {{Event}} {{c1::a::b}} }} {{",
    "a::b :: c:d",
    "\"quoted\" 'single' ‘curly’",
    "Ko\u0308ln e\u0301 \u00c5",
    "שלום עולם \u202eabc",
    "before\x1fafter",
    "😀🏳️‍🌈",
    "[sound:a.mp3] [anki:tts lang=en_US]x[/anki:tts] [latex]x[/latex] [$]y[/$] \\\\(z\\\\)",
    "%s {0} $x$ `code` \\ /",
)


def assert_whole(anki: Student, notes: tuple[Note, ...], *, among_others: bool = False) -> None:
    """Every note is there with just its cards, and each card asks and answers what it should."""
    if not among_others:
        assert anki.col.note_count() == len(notes)
        assert anki.col.card_count() == sum(len(note.asks) for note in notes)
    assert list(anki.col.get_empty_cards().notes) == []
    for note in notes:
        cards = anki.cards_of(note.guid)
        assert tuple(sorted(card.ord for card in cards)) == note.ordinals
        stored = cards[0].note()
        assert tuple(stored.fields) == note.fields
        assert set(stored.tags) == set(note.tags)
        for card, ask in zip(sorted(cards, key=lambda c: c.ord), note.asks, strict=True):
            question, answer = words(card.question()), words(card.answer())
            told = re.sub(r"\W+", "", answer)
            assert re.sub(r"\W+", "", question) not in {"", told}
            for part in ask.answer.split("; "):
                assert re.sub(r"\W+", "", part) in told
        # had Anki made the cards itself, it would have made the same ones
        anki.col.update_note(stored)
    assert {note.guid: len(anki.cards_of(note.guid)) for note in notes} == {
        note.guid: len(note.asks) for note in notes
    }


@pytest.mark.parametrize("theatres", [3, 6])
@pytest.mark.parametrize("language", ["en-GB", "pl", "hu", "nl"])
def test_every_note_has_its_cards_and_none_is_blank(
    anki: Student, theatres: int, language: str
) -> None:
    summary = flood(theatres=theatres, language=language)
    assert anki.imports(deck(summary)) == {"new": 17}
    assert_whole(anki, notes_of(summary))


@pytest.mark.parametrize("pack", ["decks/1956", "tests/packs/lantern", "tests/packs/six"])
def test_real_summaries_too(anki: Student, pack: str) -> None:
    summary = summary_of(ROOT / pack)
    anki.imports(deck(summary))
    assert_whole(anki, notes_of(summary))


def test_ids_of_notetypes_fields_and_templates_arrive(anki: Student) -> None:
    anki.imports(deck(flood()))
    for notetype in NOTETYPES.values():
        stored = anki.col.models.get(notetype.id("en"))  # type: ignore[arg-type]
        assert stored is not None
        assert stored["name"] == notetype.name("en")
        assert [(f["name"], f["id"]) for f in stored["flds"]] == [
            (name, notetype.field_id(name, "en")) for name in notetype.fields
        ]
        assert [(t["name"], t["id"]) for t in stored["tmpls"]] == [
            (name, notetype.template_id(name, "en")) for name in notetype.templates
        ]
        assert stored["mod"] == NOW


@pytest.mark.parametrize(
    "notetype", [n for n in NOTETYPES.values() if not n.cloze], ids=lambda n: n.key
)
def test_the_reserved_template_makes_no_card_until_its_field_is_filled(
    anki: Student, notetype: object
) -> None:
    anki.imports(deck(flood()))
    model = anki.col.models.get(notetype.id("en"))  # type: ignore[attr-defined]
    note = anki.col.get_note(anki.col.models.nids(model["id"])[0])
    before = {card.ord for card in note.cards()}
    anki.col.update_note(note)
    assert {card.ord for card in note.cards()} == before
    note[f"{RESERVE} 1"] = "in use"
    anki.col.update_note(note)
    reserve = notetype.templates.index(RESERVE)  # type: ignore[attr-defined]
    assert {card.ord for card in note.cards()} == before | {reserve}


class TestImportingAgain:
    def test_twice_changes_nothing(self, anki: Student) -> None:
        anki.imports(deck(flood()))
        before = (
            anki.all_notes(),
            anki.all_cards(),
            anki.notetypes(),
            anki.col.decks.all_names_and_ids(),
        )
        assert anki.imports(deck(flood())) == {"duplicate": 17}
        after = (
            anki.all_notes(),
            anki.all_cards(),
            anki.notetypes(),
            anki.col.decks.all_names_and_ids(),
        )
        assert after == before

    def test_a_correction_arrives_and_costs_no_progress(self, anki: Student) -> None:
        first = kept(flood())
        anki.imports(deck(flood(), first))
        study(anki, 12)
        before = anki.all_cards()
        corrected = with_item(flood(), "rain", date="1783-03-01", title="The water rises")
        second = kept(corrected, first, LATER)
        counts = anki.imports(deck(corrected, second))
        risen = [n for n in notes_of(corrected, first.given) if second.notes[n.name].stamp == LATER]
        assert counts == {"updated": len(risen), "duplicate": 17 - len(risen)}
        assert 1 < len(risen) < 17
        assert_whole(anki, notes_of(corrected, second.given))
        assert anki.all_cards() == before
        assert any(row[-1] for row in before), "something was studied"
        assert len(anki.notetypes()) == 6

    def test_a_new_item_joins_and_disturbs_nobody(self, anki: Student) -> None:
        first = kept(flood())
        anki.imports(deck(flood(), first))
        before = set(anki.all_cards())
        more = flood(events=[RAIN, BRIDGE, MARKET, COMET, VERDICT_AND_MORE[0], VERDICT_AND_MORE[1]])
        anki.imports(deck(more, kept(more, first, LATER)))
        assert before < set(anki.all_cards())
        assert_whole(anki, notes_of(more, first.given))

    def test_a_card_that_lost_its_day_is_not_blank(self, anki: Student) -> None:
        first = kept(flood())
        anki.imports(deck(flood(), first))
        more = flood(
            events=[RAIN, BRIDGE, MARKET, COMET, VERDICT_AND_MORE[0],
                    Event(id="same-day", date="1784-05-11", theatre="upper", title="A wedding")]
        )  # fmt: skip
        second = kept(more, first, LATER)
        anki.imports(deck(more, second))
        assert_whole(anki, notes_of(more, second.given))
        (verdict,) = (n for n in notes_of(more, second.given) if n.name == "date/verdict")
        assert "other than: A wedding" in words(anki.card(verdict.guid, 1).question())

    def test_the_students_own_tags_survive_on_untouched_notes(self, anki: Student) -> None:
        first = kept(flood())
        anki.imports(deck(flood(), first))
        comet, verdict = (guid_of(flood(), name) for name in ("date/comet", "date/verdict"))
        for guid in (comet, verdict):
            note = anki.cards_of(guid)[0].note()
            note.add_tag("mine")
            anki.col.update_note(note)
        corrected = with_item(flood(), "comet", date="1783-09~")
        ahead = anki.col.db.scalar("select max(mod) from notes") + 1
        anki.imports(deck(corrected, kept(corrected, first, ahead)))
        assert "mine" in anki.cards_of(verdict)[0].note().tags
        assert "c. September 1783" in words(anki.cards_of(comet)[0].answer())

    def test_a_restyled_deck_touches_no_note_and_arrives(
        self, anki: Student, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = kept(flood())
        anki.imports(deck(flood(), first))
        before = anki.all_notes()
        monkeypatch.setattr(faces, "style", lambda: ".card { color: green }")
        monkeypatch.setattr(package, "style", faces.style)
        assert anki.imports(deck(flood(), kept(flood(), first, LATER))) == {"duplicate": 17}
        assert anki.all_notes() == before
        assert len(anki.notetypes()) == 6
        assert ".card { color: green }" in anki.cards()[0].question()

    def test_two_courses_in_both_orders_are_the_whole(self, tmp_path: Path) -> None:
        river, towns = deck(flood(), importance=1), deck(flood(), theatres=("upper", "lower"))
        seen = []
        for order in ((river, towns), (towns, river)):
            with student(tmp_path / str(len(seen))) as anki:
                for data in order:
                    anki.imports(data)
                assert len(anki.notetypes()) == 6
                seen.append(anki.all_notes())
        assert seen[0] == seen[1]


class TestRetired:
    def test_a_retired_item_stays_with_those_who_have_it(self, anki: Student) -> None:
        first = kept(flood())
        anki.imports(deck(flood(), first))
        before = anki.all_cards()
        gone = with_item(flood(), "comet", retired="It was a lantern")
        anki.imports(deck(gone, kept(gone, first, LATER)))
        assert anki.all_cards() == before
        (card,) = anki.cards("tag:tests::flood::retired")
        assert "Withdrawn It was a lantern" in words(card.question())

    def test_new_students_meet_it_last(self, anki: Student) -> None:
        anki.imports(deck(with_item(flood(), "rain", retired="It was a lantern")))
        retired = {c.due for c in anki.cards("tag:tests::flood::retired")}
        assert min(retired) > max(c.due for c in anki.cards("-tag:tests::flood::retired"))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_survives_everywhere(anki: Student, text: str) -> None:
    summary = hostile(text)
    assert anki.imports(deck(summary)) == {"new": 17}
    assert_whole(anki, notes_of(summary))
    note = next(n for n in notes_of(summary) if n.name == "term/upper-council")
    (front, _back) = sorted(anki.cards_of(note.guid), key=lambda c: c.ord)
    assert note.asks[0].question in words(front.question())
    assert "script" not in re.findall(r"<(\w+)", front.answer())
    assert anki.col.media.check().missing == []


def test_ten_thousand_characters_survive(anki: Student) -> None:
    long = with_item(flood(), "rain", summary="water " * 1700, matters="x" * 10_000)
    anki.imports(deck(long))
    assert_whole(anki, notes_of(long))


def test_the_search_for_topics_finds_those_within(anki: Student) -> None:
    summary = flood()
    anki.imports(deck(summary))
    for topics in (["water"], ["dam"], ["law"], ["dam", "law"]):
        wanted = set(topics) | ({"dam"} if "water" in topics else set())
        found = {c.note().guid for c in anki.cards(search_for(summary.header, topics))}
        tagged = {n.guid for n in notes_of(summary) if {t.split("::")[-1] for t in n.tags} & wanted}
        assert found == tagged
        assert found


def test_new_cards_keep_their_place_in_the_queue(anki: Student) -> None:
    anki.imports(deck(flood()))
    due = {n.guid: n.due for n in notes_of(flood())}
    assert all(card.due == due[card.note().guid] for card in anki.cards())


def study(anki: Student, count: int) -> None:
    """Answers cards as they come, some of them wrong."""
    anki.col.decks.select(anki.col.decks.id_for_name("The flood"))
    for number in range(count):
        card = anki.col.sched.getCard()
        assert card is not None, "there is nothing to study"
        anki.col.sched.answerCard(card, 1 if number % 4 == 0 else 4)


def guid_of(summary: Summary, name: str) -> str:
    return next(n.guid for n in notes_of(summary) if n.name == name)


def hostile(text: str) -> Summary:
    """The summary with the text wherever an author can write."""
    short = text[:40]
    summary = flood(title=text, description=text)
    for item_id, update in {
        "rain": {"title": short, "detail": text, "summary": text, "matters": text},
        "dam-opened": {"title": f"2{short}", "question": text, "decided": text, "vote": short},
        "brandt": {"name": text[:70], "sort": text[:70], "native": text, "say": text, "ipa": text,
                   "who": text, "matters": text},
        "upper-council": {"name": text[:70], "abbreviation": text, "meaning": f"{text} again"},
        "which-day": {"brief": text},
        "quote-gauge": {"quote": text, "occasion": text},
    }.items():  # fmt: skip
        summary = with_item(summary, item_id, **update)
    figures = [f.model_dump() for f in RAIN.figures]
    figures[0]["what"] = short
    figures[0]["readings"] = [{"words": text, "whose": text}]
    return with_item(summary, "rain", figures=figures)


VERDICT_AND_MORE = (
    Event(id="verdict", date="1784-05-11", theatre="river", title="The verdict", importance=1,
          topics=["law"], cite="[@ward, p. 90]"),
    Event(id="thaw", date="1783-02-20", theatre="upper", title="Ice breaks", cite="[@oakes, p. 1]"),
)  # fmt: skip
