"""The outputs of a pack. A new one is a module with a ``render`` and one entry here.

What makes an output is loaded when the first one is made: a build with nothing to do needs none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from studypack.briefing import reads as briefing
from studypack.flashcards import reads as flashcards
from studypack.flashcards.note import Note
from studypack.inputs import Inputs
from studypack.ledger import Ledger
from studypack.pictures import ONE_LARGE, PAGES_OF_BOOK, PAGES_OF_SHEET, with_pictures
from studypack.poster import reads as poster
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

    load: Callable[[], Render]
    reads: Reads
    templates: str


def _briefing() -> Render:
    from studypack.briefing.render import render

    return lambda pack, ledger, wishes: with_pictures(render(pack), PAGES_OF_BOOK)


def _handout() -> Render:
    from studypack.briefing.handout import render

    return lambda pack, ledger, wishes: with_pictures(render(pack), PAGES_OF_SHEET)


def _booklet() -> Render:
    from studypack.briefing.booklet import render

    return lambda pack, ledger, wishes: render(pack)


def _poster() -> Render:
    from studypack.poster.render import render

    return lambda pack, ledger, wishes: with_pictures(render(pack, wishes), ONE_LARGE)


def _deck() -> Render:
    from studypack.flashcards.render import render

    return lambda pack, ledger, wishes: render(pack, ledger)


def _cards() -> Render:
    from studypack.flashcards.render import render_cards

    return lambda pack, ledger, wishes: render_cards(pack, ledger)


OUTPUTS: Mapping[str, Output] = MappingProxyType(
    {
        "briefing": Output(
            _briefing,
            lambda pack, ledger, wishes, notes: briefing.reads(pack, ledger.hashes),
            "briefing",
        ),
        "handout": Output(
            _handout,
            lambda pack, ledger, wishes, notes: briefing.handout_reads(pack, ledger.hashes),
            "handout",
        ),
        "booklet": Output(
            _booklet,
            lambda pack, ledger, wishes, notes: briefing.reads(pack, ledger.hashes),
            "briefing",
        ),
        "poster": Output(
            _poster,
            lambda pack, ledger, wishes, notes: poster.reads(pack, ledger.hashes, wishes),
            "poster",
        ),
        "deck": Output(
            _deck,
            lambda pack, ledger, wishes, notes: flashcards.reads(pack, ledger, notes),
            "flashcards",
        ),
        "cards": Output(
            _cards,
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
