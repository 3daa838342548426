"""One student through four editions, with everything that students do in between."""

from __future__ import annotations

from pathlib import Path

import pytest
from anki.collection import ImportAnkiPackageRequest
from anki.import_export_pb2 import ImportAnkiPackageUpdateCondition

from studypack.flashcards.notes import notes_of
from studypack.ledger import Ledger
from studypack.summary.items import Event
from studypack.summary.summary import Summary
from tests.flashcards.engine import Student, student, words
from tests.flashcards.flood import ITEMS, NOW, deck, flood, kept, pair, with_item

ALWAYS = ImportAnkiPackageUpdateCondition.IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_ALWAYS
MORE = tuple(
    Event(
        id=f"day-{day}",
        date=f"1783-04-{day:02d}",
        theatre="upper",
        title=f"Day {day} of mud",
        importance=2,
        cite="[@oakes, p. 30]",
    )
    for day in range(1, 21)
)
PROGRESS = "select id, nid, ord, did, due, type, queue, ivl, factor, reps, lapses, flags from cards"


def first_edition() -> Summary:
    return flood(events=(*ITEMS["events"], *MORE), pairs=[pair()])


def second_edition() -> Summary:
    """Facts corrected, words changed, a tag changed, an item retired, one added."""
    changed = with_item(first_edition(), "day-3", date="1783-05-03")
    changed = with_item(changed, "brandt", who="Miller and juror")
    changed = with_item(changed, "comet", topics=["law"])
    changed = with_item(changed, "day-20", retired="the mud had dried")
    fields = {name: getattr(changed, name) for name in type(changed).model_fields}
    thaw = Event(id="thaw", date="1783-02-20", theatre="upper", title="Ice breaks",
                 cite="[@oakes, p. 1]")  # fmt: skip
    return Summary(**{**fields, "events": (*changed.events, thaw)})


def guid(summary: Summary, name: str) -> str:
    return next(note.guid for note in notes_of(summary) if note.name == name)


def progress(anki: Student) -> dict[int, tuple[object, ...]]:
    return {row[0]: tuple(row) for row in anki.col.db.execute(PROGRESS)}


def moved(before: Ledger, after: Ledger) -> set[str]:
    return {name for name, e in after.notes.items() if before.notes.get(name) != e}


def test_forty_cards_studied_and_every_correction_arrives(anki: Student) -> None:
    col, one = anki.col, kept(first_edition())
    assert anki.imports(deck(first_edition(), one)) == {"new": 38}
    study(anki, 40)
    mine = {name: guid(first_edition(), name) for name in
            ("date/verdict", "date/market", "date/day-3", "person/brandt")}  # fmt: skip
    cards = {name: anki.cards_of(found) for name, found in mine.items()}
    col.set_user_flag_for_cards(3, [card.id for card in cards["date/day-3"]])
    col.sched.suspend_cards([card.id for card in cards["person/brandt"]])
    col.set_deck([card.id for card in cards["date/day-3"]], col.decks.id("My own"))
    for name, word in (("date/verdict", "own"), ("date/market", "own")):
        note = cards[name][0].note()
        note.add_tag(word)
        note["Detail"] += " (mine)"
        col.update_note(note)
    studied = sum(1 for row in progress(anki).values() if row[9])
    assert studied > 20
    before, notes = progress(anki), {row[0]: row for row in anki.all_notes()}

    later = max(row[2] for row in notes.values()) + 60
    two = kept(second_edition(), one, later)
    counts = anki.imports(deck(second_edition(), two))
    changed = moved(one, two)
    new = set(two.notes) - set(one.notes)
    assert counts == {
        "new": len(new), "updated": len(changed - new), "duplicate": len(two.notes) - len(changed)
    }  # fmt: skip
    assert new == {"date/thaw"}
    after = progress(anki)
    assert {card for card in before if after.get(card) != before[card]} == set()
    assert set(after) - set(before) == {
        card.id for card in anki.cards_of(guid(second_edition(), "date/thaw"))
    }
    assert "3 May 1783" in words(anki.cards_of(mine["date/day-3"])[0].answer())
    for name in ("date/verdict", "date/market"):
        stored = anki.cards_of(mine[name])[0].note()
        assert "own" in stored.tags
        assert stored["Detail"].endswith(" (mine)")
    assert len(anki.notetypes()) == 6
    assert col.media.check().missing == []
    assert anki.imports(deck(second_edition(), two)) == {"duplicate": len(two.notes)}
    assert progress(anki) == after


def test_a_note_that_the_student_edited_after_the_correction_keeps_the_students_version(
    anki: Student,
) -> None:
    """Unless it is imported with "Update notes: Always", which costs own tags and edits."""
    one = kept(first_edition())
    anki.imports(deck(first_edition(), one))
    study(anki, 10)
    corrected = with_item(first_edition(), "comet", date="1783-09~")
    note = anki.cards_of(guid(corrected, "date/comet"))[0].note()
    note.add_tag("own")
    note["Detail"] = "mine"
    anki.col.update_note(note)
    two = kept(corrected, one, anki.col.db.scalar("select max(mod) from notes") - 5)
    assert moved(one, two) == {"date/comet"}
    assert anki.imports(deck(corrected, two)) == {"duplicate": len(two.notes)}
    assert anki.cards_of(note.guid)[0].note()["Detail"] == "mine"
    before = progress(anki)
    path = anki.folder / "deck.apkg"
    options = anki.col._backend.get_import_anki_package_presets()
    options.update_notes = ALWAYS
    anki.col.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options))
    stored = anki.cards_of(note.guid)[0].note()
    assert (stored["Detail"], "own" in stored.tags) == ("", False)
    assert stored["Date"] == "c. September 1783"
    assert progress(anki) == before


def test_a_note_that_the_student_deleted_comes_back_new(anki: Student) -> None:
    anki.imports(deck(first_edition()))
    study(anki, 10)
    gone = anki.cards_of(guid(first_edition(), "date/rain"))[0].note()
    anki.col.remove_notes([gone.id])
    assert anki.imports(deck(first_edition())) == {"new": 1, "duplicate": 37}


@pytest.mark.parametrize("turned", [False, True])
def test_two_courses_of_two_editions_in_both_orders(tmp_path: Path, turned: bool) -> None:
    """Whichever course comes first, each note ends as the newest edition that holds it says."""
    one = kept(first_edition())
    two = kept(second_edition(), one, NOW + 60)
    decks = [
        deck(first_edition(), one, importance=2, theatres=("upper",)),
        deck(second_edition(), two, importance=1),
    ]
    with student(tmp_path / "one") as anki:
        for data in reversed(decks) if turned else decks:
            anki.imports(data)
        study(anki, 5)
        before = progress(anki)
        assert anki.imports(deck(second_edition(), two))["duplicate"] > 0
        assert {row[4] for row in anki.all_notes()} == {
            "\x1f".join(note.fields) for note in notes_of(second_edition(), one.given)
        }
        after = progress(anki)
        assert {card for card in before if after.get(card) != before[card]} == set()


def test_pictures_arrive_with_their_cards_and_new_ones_beside_the_old(anki: Student) -> None:
    one = kept(first_edition())
    anki.imports(deck(first_edition(), one))
    files = set(anki.media())
    assert files == {m.name for note in notes_of(first_edition()) for m in note.media}
    (before,) = re_image(anki, guid(first_edition(), "date/day-3"))
    anki.imports(deck(second_edition(), kept(second_edition(), one, NOW + 60)))
    (after,) = re_image(anki, guid(first_edition(), "date/day-3"))
    assert before != after
    assert {before, after} <= set(anki.media())
    assert files < set(anki.media())
    assert anki.col.media.check().missing == []


def re_image(anki: Student, found: str) -> list[str]:
    import re

    return re.findall(r'<img src="([^"]*)"', anki.cards_of(found)[0].answer())


def study(anki: Student, count: int) -> None:
    """Answers cards as they come: again, hard, good, easy."""
    anki.col.decks.select(anki.col.decks.id_for_name("The flood"))
    config = anki.col.decks.config_dict_for_deck_id(anki.col.decks.selected())
    config["new"]["perDay"] = 100
    anki.col.decks.update_config(config)
    for number in range(count):
        card = anki.col.sched.getCard()
        assert card is not None, "there is nothing to study"
        anki.col.sched.answerCard(card, (4, 3, 4, 1, 2)[number % 5])
