"""Cards in plain words, for programs other than Anki and for paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from studypack.flashcards.field_text import words_of
from studypack.flashcards.note import Ask, Note
from studypack.flashcards.words import Labels, labels


@dataclass(frozen=True)
class PlainCard:
    """One card without any markup: what is asked, of what, the answer, and where it stands."""

    ask: str
    question: str
    answer: str
    source: str


def plain_cards(notes: Iterable[Note], language: str) -> Iterator[PlainCard]:
    """The cards of all current notes, in the order of learning."""
    words = labels(language)
    for note in notes:
        if not note.retired:
            for ask in note.asks:
                yield PlainCard(
                    _asked(note, ask, words),
                    _question(note, ask, words),
                    _answer(note, ask),
                    words_of(note.field("Source")),
                )


def _asked(note: Note, ask: Ask, words: Labels) -> str:
    """The words above the question, as the template of the card has them."""
    if note.notetype in {"cloze", "question"}:
        return words_of(note.field("Ask")) or words.fill_gap
    if ask.template == "Body":
        return words.who_decided if note.field("How") else words.by_whom
    return {
        "Date": words.when,
        "Event": words.what_happened,
        "Who": words.who_was,
        "Name": words.who_is_meant,
        "Decided": words.what_decided,
        "Dissent": words.who_dissented,
        "Meaning": words.what_is,
        "Term": words.what_called,
    }[ask.template]


def _question(note: Note, ask: Ask, words: Labels) -> str:
    unasked = note.notetype in {"cloze", "decision"}  # these have no such field
    besides = "" if unasked else words_of(note.field("Besides"))
    if besides and ask.question.endswith(f" {besides}"):
        return f"{ask.question.removesuffix(besides)}({words.besides} {besides})"
    return ask.question.strip()


def _answer(note: Note, ask: Ask) -> str:
    spoken = words_of(note.field("Pronunciation")) if note.notetype in {"person", "term"} else ""
    return f"{ask.answer} ({spoken})" if spoken and ask.template in {"Name", "Term"} else ask.answer
