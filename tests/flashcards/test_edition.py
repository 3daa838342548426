"""A deck of the first edition is kept: a new studypack with unchanged content moves no stamp.

``edition/lantern`` is a summary that nobody edits, with the ledger of its first build; beside it
lie the notes as they were then. If a test here fails, every student of every deck would get notes
anew, and lose their own tags and edits on them, for nothing.
"""

from __future__ import annotations

import json
from pathlib import Path

from studypack.flashcards.ledger import stale, updated
from studypack.flashcards.notes import notes_of
from studypack.flashcards.notetypes import NOTETYPES
from studypack.ledger import FILE, SECTIONS, dump, parse
from tests.conftest import summary_of
from tests.flashcards.engine import Student
from tests.flashcards.flood import deck

FOLDER = Path(__file__).parent / "edition/lantern"
LEDGER = parse((FOLDER / FILE).read_text("utf-8"))
NOTES = json.loads(FOLDER.with_name("lantern-notes.json").read_text("utf-8"))
YEARS_LATER = max(entry.stamp for entry in LEDGER.notes.values()) + 100_000_000


def test_no_note_and_no_item_is_stamped_anew() -> None:
    now = updated(LEDGER, summary_of(FOLDER), YEARS_LATER)
    assert now.notes == LEDGER.notes
    assert now.items == LEDGER.items
    assert set(SECTIONS) == {"notes", "items", "notetypes"}


def test_fields_and_tags_are_those_of_the_first_edition() -> None:
    """Says what differs where the ledger only says that something does."""
    notes = notes_of(summary_of(FOLDER), LEDGER.given)
    assert {
        note.name: {
            "guid": note.guid,
            "tags": list(note.tags),
            "fields": dict(zip(NOTETYPES[note.notetype].fields, note.fields, strict=True)),
        }
        for note in notes
    } == NOTES


def test_a_ledger_is_written_as_it_was_read() -> None:
    assert dump(LEDGER) == (FOLDER / FILE).read_text("utf-8")


def test_cards_may_be_restyled_but_no_notetype_is_doubled(anki: Student) -> None:
    summary = summary_of(FOLDER)
    now = updated(LEDGER, summary, YEARS_LATER)
    assert stale(now, notes_of(summary, LEDGER.given), "en") == []
    anki.imports(deck(summary, now))
    assert anki.imports(deck(summary, now)) == {"duplicate": len(NOTES)}
    names = {NOTETYPES[key.partition("/")[0]].name("en") for key in LEDGER.notetypes}
    assert set(anki.notetypes()) <= names
