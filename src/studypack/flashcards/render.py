"""From a pack and its ledger to the Anki deck, and to cards on paper."""

from __future__ import annotations

from studypack.diagnostics import Diagnostic, Mark, first_of
from studypack.flashcards import handout
from studypack.flashcards.description import describe
from studypack.flashcards.ledger import stale
from studypack.flashcards.media import faults
from studypack.flashcards.note import Note
from studypack.flashcards.notes import notes_in, notes_of
from studypack.flashcards.notetypes import NOTETYPES
from studypack.flashcards.package import Deck, apkg
from studypack.ledger import Ledger, day_of
from studypack.product import CannotRenderError, Product
from studypack.select import Pack
from studypack.summary.language import primary


def deck_name(name: str, language: str) -> str:
    """A deck's name in Anki: that of the header; other languages than English add theirs."""
    return name if primary(language) == "en" else f"{name} ({primary(language)})"


def render(pack: Pack, ledger: Ledger) -> tuple[Product, ...]:
    """The deck of a pack, stamped from a ledger that is up to date with the whole summary.

    Raises CannotRenderError (SP501) where the ledger is not: a corrected note with its old stamp
    would never reach a student. And SP503 where there are no cards.
    """
    header = pack.whole.header
    notes = _notes(pack, ledger, "deck")
    behind = stale(ledger, notes, header.language)
    if behind:
        raise CannotRenderError(
            Diagnostic(
                "SP501",
                Mark("ledger.json"),
                f"the ledger is not up to date with {first_of(behind)}",
                "Build once where the ledger can be written, and commit it.",
            )
        )
    wrong = faults(notes)
    if wrong:
        hint = "Mend the file, or report this if studypack drew it."
        raise CannotRenderError(
            *(Diagnostic("SP502", Mark("deck"), words, hint) for words in wrong)
        )
    stamps = {note.name: ledger.notes[note.name].stamp for note in notes}
    language = primary(header.language)
    notetype_stamps = {key: ledger.notetypes[f"{key}/{language}"].stamp for key in NOTETYPES}
    latest = max([*stamps.values(), *notetype_stamps.values()])
    changed = pack.changed or day_of(latest)
    deck = Deck(
        name=deck_name(header.deck.name, header.language),
        namespace=header.deck.namespace,
        language=header.language,
        description=describe(header, notes, changed, pack.course.weeks),
    )
    data = apkg(deck, notes, stamps, notetype_stamps)
    current = [note for note in notes if not note.retired]
    cards = sum(len(note.asks) for note in current)
    return (Product(f"{pack.name}-deck.apkg", data, f"{len(current)} notes, {cards} cards"),)


def render_cards(pack: Pack, ledger: Ledger) -> tuple[Product, ...]:
    """The same notes as text files and as sheets to print. Raises CannotRenderError (SP503)."""
    _notes(pack, ledger, "cards")
    header = pack.whole.header
    return handout.render(pack, ledger, deck_name(header.deck.name, header.language))


def _notes(pack: Pack, ledger: Ledger, output: str) -> tuple[Note, ...]:
    notes = notes_in(pack, notes_of(pack.whole, ledger.given))
    if not notes:
        message = "nothing that the course selects has a card"
        hint = "Let the course select more, or build it without: --only briefing,handout,poster."
        raise CannotRenderError(Diagnostic("SP503", Mark(output), message, hint))
    return notes
