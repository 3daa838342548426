"""What a deck is made from: its notes with their stamps, and what stands on the deck itself."""

from __future__ import annotations

from collections.abc import Iterable

from studypack.flashcards.note import Note
from studypack.flashcards.notes import notes_in
from studypack.inputs import Inputs, of_course
from studypack.ledger import Ledger
from studypack.select import Pack
from studypack.summary.language import primary
from studypack.summary.summary import HEADER


def reads(pack: Pack, ledger: Ledger, notes: Iterable[Note]) -> Inputs:
    """The inputs of a deck; ``notes`` are those of the whole summary."""
    language = primary(pack.whole.header.language)
    kinds = {k: e for k, e in ledger.notetypes.items() if k.endswith(f"/{language}")}
    return {
        "the header": ledger.items[HEADER].hash,
        "the date": str(pack.changed or ""),
        **dict(of_course(pack, ("weeks",))),
        **{f"notetype {key}": f"{entry.hash} {entry.stamp}" for key, entry in kinds.items()},
        **{
            note.name: f"{note.hash} {ledger.notes[note.name].stamp} {note.due}"
            for note in notes_in(pack, notes)
        },
    }


def reads_cards(pack: Pack, ledger: Ledger, notes: Iterable[Note]) -> Inputs:
    """The inputs of the printed cards, which dress as the course wants."""
    return reads(pack, ledger, notes) | dict(of_course(pack, ("paper", "language", "fonts")))
