"""Notes and their stamps as the bytes of an .apkg; the only module that knows genanki.

The same notes and stamps give the same bytes, on every machine: no clock, fixed dates in the zip,
members stored rather than compressed, a database without free pages, without indexes (Anki builds
its own) and with the counters and the SQLite version in its header fixed.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import genanki

from studypack.flashcards.faces import face, style
from studypack.flashcards.media import Media, gathered
from studypack.flashcards.note import Note
from studypack.flashcards.notetypes import NOTETYPES, RESERVE, TECHNICAL, Notetype
from studypack.summary.language import primary
from studypack.zipping import zipped

_ID_BASE = 1_388_534_400_000
"""Ids of notes and cards are read as the millisecond of their making; these lie in 2014–2022."""
_ID_SPAN = 1 << 38
_INDEXES = (
    "ix_notes_usn",
    "ix_cards_usn",
    "ix_revlog_usn",
    "ix_cards_nid",
    "ix_cards_sched",
    "ix_revlog_cid",
    "ix_notes_csum",
)
_COUNTER = (1).to_bytes(4)
_SQLITE_VERSION = (3_040_001).to_bytes(4)


@dataclass(frozen=True)
class Deck:
    """A deck: Anki finds it again by its name, which therefore never changes."""

    name: str
    namespace: str
    language: str
    description: str

    @property
    def id(self) -> int:
        """An id between 2^30 and 2^31 that depends on namespace and language alone."""
        return (1 << 30) + _number("deck", self.namespace, primary(self.language)) % (1 << 30)


def apkg(
    deck: Deck,
    notes: Sequence[Note],
    stamps: Mapping[str, int],
    notetype_stamps: Mapping[str, int],
) -> bytes:
    """An Anki package of these notes, stamped by name of the note and key of the notetype."""
    models = {
        key: _Model(notetype, deck.language, notetype_stamps[key])
        for key, notetype in NOTETYPES.items()
    }
    made = genanki.Deck(deck.id, deck.name, deck.description)
    ids = _Ids()
    for model in models.values():
        made.add_model(model)
    for note in notes:
        made.add_note(_Note(note, models[note.notetype], stamps[note.name], ids))
    return _packed(_database(made), list(gathered(notes).values()))


class _Model(genanki.Model):  # type: ignore[misc]
    """A notetype as genanki writes it, with Anki's ids of fields and templates and its stamp."""

    def __init__(self, notetype: Notetype, language: str, stamp: int) -> None:
        faces = [(name, face(notetype, name, language)) for name in notetype.templates]
        super().__init__(
            model_id=notetype.id(language),
            name=notetype.name(language),
            fields=[
                {
                    "name": name,
                    "id": notetype.field_id(name, language),
                    "collapsed": name in TECHNICAL,
                    "preventDeletion": True,
                }
                for name in notetype.fields
            ],
            templates=[
                {
                    "name": name,
                    "id": notetype.template_id(name, language),
                    "qfmt": looks.front,
                    "afmt": looks.back,
                }
                for name, looks in faces
            ],
            css=style(),
            model_type=self.CLOZE if notetype.cloze else self.FRONT_BACK,
            sort_field_index=notetype.sort_field,
        )
        self._stamp = stamp

    @property
    def _req(self) -> list[list[Any]]:
        """Which fields a template needs. Anki works this out itself when it imports."""
        return [
            [ordinal, "none" if template["name"] == RESERVE else "any", []]
            for ordinal, template in enumerate(self.templates)
        ]

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        """genanki's own, with the stamp of the ledger."""
        written: dict[str, Any] = super().to_json(self._stamp, deck_id)
        return written


class _Note(genanki.Note):  # type: ignore[misc]
    """A note that knows its stamp, its ids, and which cards it has."""

    def __init__(self, note: Note, model: _Model, stamp: int, ids: _Ids) -> None:
        super().__init__(
            model=model,
            fields=list(note.fields),
            tags=list(note.tags),
            guid=note.guid,
            due=note.due,
        )
        self._stamp = stamp
        self._ids = [ids.take(note.guid), *(ids.take(note.guid, str(o)) for o in note.ordinals)]
        self._cards = [genanki.Card(ordinal) for ordinal in note.ordinals]

    @property
    def cards(self) -> list[Any]:
        """The cards that the notes module foresaw; the tests hold them against Anki's own."""
        return self._cards

    def write_to_db(
        self, cursor: sqlite3.Cursor, timestamp: float, deck_id: int, id_gen: Iterator[int]
    ) -> None:
        """genanki's own, with the stamp of the ledger and ids that follow from the guid."""
        super().write_to_db(cursor, self._stamp, deck_id, iter(self._ids))


class _Ids:
    """Hands out ids of notes and cards: from the guid, or the next free one."""

    def __init__(self) -> None:
        self._taken: set[int] = set()

    def take(self, *names: str) -> int:
        found = _ID_BASE + _number("id", *names) % _ID_SPAN
        while found in self._taken:
            found += 1
        self._taken.add(found)
        return found


def _number(*names: str) -> int:
    digest = hashlib.sha256("\x1f".join(("studypack", *names)).encode("utf-8")).digest()
    return int.from_bytes(digest[:8])


def _database(deck: Any) -> bytes:
    """The collection, made in memory: nothing is left on the disk whatever happens."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("PRAGMA secure_delete = ON")
        genanki.Package(deck).write_to_db(connection.cursor(), 0, iter(()))
        for index in _INDEXES:
            connection.execute(f"DROP INDEX {index}")
        connection.commit()
        connection.execute("VACUUM")
        data = bytearray(connection.serialize())
    data[24:28] = data[92:96] = _COUNTER
    data[96:100] = _SQLITE_VERSION
    return bytes(data)


def _packed(collection: bytes, media: Sequence[Media]) -> bytes:
    """Files of media are numbered; the member ``media`` tells their names."""
    names = json.dumps({str(number): file.name for number, file in enumerate(media)})
    members = [
        ("collection.anki2", collection),
        ("media", names.encode("ascii")),
        *((str(number), file.data) for number, file in enumerate(media)),
    ]
    return zipped(members)
