"""What is wrong with cards as cards: too long to be recalled, or contradicting each other."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass

from studypack.flashcards.note import Note

LONGEST = 40
"""Words that an answer may have; what a student cannot say in one breath is not recalled."""


@dataclass(frozen=True)
class LongAnswer:
    """A card whose answer is too long."""

    note: str
    template: str
    words: int
    answer: str


@dataclass(frozen=True)
class Contradiction:
    """One question that several cards answer differently."""

    question: str
    notes: tuple[str, ...]
    answers: tuple[str, ...]


def too_long(notes: Iterable[Note], limit: int = LONGEST) -> list[LongAnswer]:
    """Every card whose answer has more words than the limit."""
    return [
        LongAnswer(note.name, ask.template, count, ask.answer)
        for note in notes
        for ask in note.asks
        if not note.retired and (count := len(ask.answer.split())) > limit
    ]


def median_answer(notes: Iterable[Note]) -> float:
    """The median number of words in the answers; 0 where there are none."""
    counts = [len(a.answer.split()) for note in notes if not note.retired for a in note.asks]
    return statistics.median(counts) if counts else 0


def contradictions(notes: Iterable[Note]) -> list[Contradiction]:
    """Questions that are asked twice, by the same kind of card, with different answers."""
    asked: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for note in notes:
        for ask in note.asks:
            if not note.retired:
                key = (note.name.split("/")[0], ask.template, ask.question.casefold())
                asked.setdefault(key, []).append((note.name, ask.answer))
    return [
        Contradiction(question, tuple(name for name, _ in found), tuple(a for _, a in found))
        for (_, _, question), found in asked.items()
        if len({answer.casefold() for _, answer in found}) > 1
    ]
