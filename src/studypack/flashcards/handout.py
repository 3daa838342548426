"""The cards for those without Anki: tables of text, and sheets to print, fold and cut."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from studypack import typesetting
from studypack.flashcards.note import Note
from studypack.flashcards.notes import notes_in, notes_of
from studypack.flashcards.notetypes import NOTETYPES
from studypack.flashcards.plain import PlainCard, plain_cards
from studypack.flashcards.words import about
from studypack.ledger import Ledger
from studypack.product import Product
from studypack.select import Pack
from studypack.summary.course import Paper
from studypack.summary.text import in_language


@dataclass(frozen=True)
class _Sheet:
    """How many cards stand on a sheet of paper, how high each is, in millimetres."""

    name: str
    rows: int
    row: float
    margin: float


_SHEETS = {
    Paper.A4: _Sheet("A4", 8, 35.0, 8.5),
    Paper.LETTER: _Sheet("letter", 7, 37.4, 8.8),
}
_SIZES = ((45, "large"), (110, ""), (210, "small"))
"""Up to how many characters words are set in which size."""


def render(pack: Pack, ledger: Ledger, deck: str) -> tuple[Product, ...]:
    """The notes of a pack as text for Anki (``deck`` is the name of its deck there), the cards as
    text for sites like Quizlet, and as sheets to print."""
    notes = [n for n in notes_in(pack, notes_of(pack.whole, ledger.given)) if not n.retired]
    cards = list(plain_cards(notes, pack.whole.header.language))
    amount = f"{len(cards)} cards"
    return (
        Product(f"{pack.name}-notes.tsv", anki_table(notes, pack, deck), f"{len(notes)} notes"),
        Product(f"{pack.name}-cards.tsv", two_columns(cards), amount),
        _printed(pack, cards),
    )


def anki_table(notes: Iterable[Note], pack: Pack, deck: str) -> bytes:
    """All fields, with the headers by which Anki finds each note again; pictures are named only."""
    language = pack.whole.header.language
    width = max(len(notetype.fields) for notetype in NOTETYPES.values())
    head = (
        "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n"
        "#tags column:4\n"
    )
    rows = [
        [
            note.guid,
            NOTETYPES[note.notetype].name(language),
            deck,
            " ".join(note.tags),
            *note.fields,
            *[""] * (width - len(note.fields)),
        ]
        for note in notes
    ]
    return (head + _table(rows)).encode("utf-8")


def two_columns(cards: Iterable[PlainCard]) -> bytes:
    """Question and answer, a tab between them, a card a line: what most sites read."""
    lines = [(" ".join(f"{card.question} – {card.ask}".split()), card.answer) for card in cards]
    return "".join(f"{question}\t{answer}\n" for question, answer in lines).encode("utf-8")


def _table(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter="\t", lineterminator="\n").writerows(rows)
    return text.getvalue()


def _printed(pack: Pack, cards: Sequence[PlainCard]) -> Product:
    header, sheet = pack.whole.header, _SHEETS[pack.course.paper]
    name = f"{pack.name}-cards.pdf"
    page = (
        typesetting.environment("cards")
        .get_template("sheet.html")
        .render(
            title=header.title,
            language=header.language,
            how=in_language(about(pack.labels).fold, pack.labels_apart),
            faces=Markup(typesetting.font_faces(pack.fonts)),  # noqa: S704 (our own)
            paper=sheet,
            cards=[_laid(card) for card in cards],
        )
    )
    document = typesetting.lay_out(page, name, pack.fonts)
    return Product(name, typesetting.to_pdf(document, name), f"{len(document.pages)} sheets")


def _laid(card: PlainCard) -> dict[str, str]:
    return {
        "ask": card.ask,
        "question": card.question,
        "answer": card.answer,
        "source": card.source if len(card.source) <= 140 else "",
        "front_size": _size(card.question),
        "back_size": _size(card.answer),
    }


def _size(words: str) -> str:
    return next((size for limit, size in _SIZES if len(words) <= limit), "tiny")
