"""The outputs of a pack. A new one is a module with a ``render`` and one entry here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from studypack import briefing, flashcards, poster
from studypack.flashcards.note import Note
from studypack.inputs import Inputs
from studypack.ledger import Ledger
from studypack.pictures import ONE_LARGE, PAGES_OF_BOOK, PAGES_OF_SHEET, with_pictures
from studypack.product import Product, Wishes
from studypack.select import Pack

Render = Callable[[Pack, Ledger, Wishes], tuple[Product, ...]]
Reads = Callable[[Pack, Ledger, Wishes, Sequence[Note]], Inputs]


@dataclass(frozen=True)
class Output:
    """What makes the files of an output, from what, and with which folder of templates.

    Renderers are pure: they return bytes and touch no disk. ``reads`` gets the notes of the whole
    summary.
    """

    render: Render
    reads: Reads
    templates: str


OUTPUTS: Mapping[str, Output] = MappingProxyType(
    {
        "briefing": Output(
            lambda pack, ledger, wishes: with_pictures(briefing.render(pack), PAGES_OF_BOOK),
            lambda pack, ledger, wishes, notes: briefing.reads(pack, ledger.hashes),
            "briefing",
        ),
        "handout": Output(
            lambda pack, ledger, wishes: with_pictures(
                briefing.render_handout(pack), PAGES_OF_SHEET
            ),
            lambda pack, ledger, wishes, notes: briefing.handout_reads(pack, ledger.hashes),
            "briefing",
        ),
        "booklet": Output(
            lambda pack, ledger, wishes: briefing.render_booklet(pack),
            lambda pack, ledger, wishes, notes: briefing.reads(pack, ledger.hashes),
            "briefing",
        ),
        "poster": Output(
            lambda pack, ledger, wishes: with_pictures(poster.render(pack, wishes), ONE_LARGE),
            lambda pack, ledger, wishes, notes: poster.reads(pack, ledger.hashes, wishes),
            "poster",
        ),
        "deck": Output(
            lambda pack, ledger, wishes: flashcards.render(pack, ledger),
            lambda pack, ledger, wishes, notes: flashcards.reads(pack, ledger, notes),
            "flashcards",
        ),
        "cards": Output(
            lambda pack, ledger, wishes: flashcards.render_cards(pack, ledger),
            lambda pack, ledger, wishes, notes: flashcards.reads_cards(pack, ledger, notes),
            "cards",
        ),
    }
)
"""In this order they are made: what takes longest comes first."""
USUAL = ("briefing", "handout", "poster", "deck")
"""What is made where nobody asks for anything else."""


def rank(output: str) -> int:
    """The place of an output in that order; one that this version no longer has comes last."""
    known = list(OUTPUTS)
    return known.index(output) if output in known else len(known)
