"""The real Anki engine, as a student uses it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anki.collection import Card, Collection, ImportAnkiPackageRequest

COUNTED = ("new", "updated", "duplicate", "conflicting", "first_field_match", "missing_notetype",
           "missing_deck", "empty_first_field")  # fmt: skip


@dataclass
class Student:
    """A student's collection."""

    col: Collection
    folder: Path

    def imports(self, deck: bytes) -> dict[str, int]:
        """Imports a deck with Anki's default options; counts of what the engine did, if not 0."""
        path = self.folder / "deck.apkg"
        path.write_bytes(deck)
        options = self.col._backend.get_import_anki_package_presets()
        request = ImportAnkiPackageRequest(package_path=str(path), options=options)
        log = self.col.import_anki_package(request).log
        return {name: count for name in COUNTED if (count := len(getattr(log, name)))}

    def cards(self, search: str = "") -> list[Card]:
        return [self.col.get_card(card) for card in sorted(self.col.find_cards(search))]

    def card(self, guid: str, ordinal: int) -> Card:
        (card,) = [c for c in self.cards_of(guid) if c.ord == ordinal]
        return card

    def cards_of(self, guid: str) -> list[Card]:
        note_id = self.col.db.scalar("select id from notes where guid = ?", guid)
        return self.col.get_note(note_id).cards()

    def all_notes(self) -> list[tuple[Any, ...]]:
        query = "select guid, mid, mod, tags, flds from notes order by guid"
        return [tuple(row) for row in self.col.db.execute(query)]

    def all_cards(self) -> list[tuple[Any, ...]]:
        query = "select id, nid, ord, due, type, queue, ivl, reps from cards order by id"
        return [tuple(row) for row in self.col.db.execute(query)]

    def media(self) -> list[str]:
        """The files beside the cards."""
        return sorted(path.name for path in Path(self.col.media.dir()).iterdir())

    def notetypes(self) -> list[str]:
        """Names of those that studypack made."""
        return sorted(n.name for n in self.col.models.all_names_and_ids() if "studypack" in n.name)


@contextmanager
def student(folder: Path) -> Iterator[Student]:
    """A fresh collection in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    col = Collection(str(folder / "collection.anki2"))
    try:
        yield Student(col, folder)
    finally:
        col.close()


def words(html: str) -> str:
    """What a reader sees of rendered HTML."""
    from html import unescape

    without = re.sub(r"<style>.*?</style>|<[^>]*>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(without).split())
