"""What is wrong with cards as cards: too long, contradictory, said twice, telling their answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from studypack.diagnostics import Diagnostic, Mark, Severity
from studypack.flashcards.note import Note

LONGEST = 40
"""Words that an answer may have; what a student cannot say in one breath is not recalled."""
EFFECT = "effect/"
"""Notes of a cause and its effect, which rest on these two."""
CHOICE = "order/"
"""Notes that ask to choose name their answer in the question, as they must."""
_WORD = re.compile(r"[^\W_]+")


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


@dataclass(frozen=True)
class Repeated:
    """One effect that several cards ask for, each with the same place and time as the cue."""

    answer: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class GivenAway:
    """A card whose question holds its answer."""

    note: str
    template: str
    question: str
    answer: str


def diagnosed(notes: Iterable[Note], where: Callable[[str], Mark]) -> list[Diagnostic]:
    """All of it as warnings, each at the place (``where``) of the item that the note rests on."""
    by_name = {note.name: note for note in notes}
    found = [
        _warning(
            "SP511",
            where(by_name[card.note].items[0]),
            f"the card {_card(card.note, card.template)} has an answer of {card.words} words",
            f"Nobody recalls more than {LONGEST}; say it shorter, and the rest beside it.",
        )
        for card in too_long(by_name.values())
    ]
    found += [
        _warning(
            "SP512",
            where(by_name[twice.notes[-1]].items[0]),
            f"one question has several answers: {_quoted(twice.question)} asks"
            f" {' and '.join(twice.notes)}, which answer"
            f" {' and '.join(map(_quoted, twice.answers))}",
            "Reword one of them, so that each question has one answer.",
        )
        for twice in contradictions(by_name.values())
    ]
    found += [
        _warning(
            "SP513",
            where(by_name[card.note].items[0]),
            f"the card {_card(card.note, card.template)} gives its answer away:"
            f" {_quoted(card.answer)} stands in {_quoted(card.question)}",
            "Reword the question.",
        )
        for card in given_away(by_name.values())
    ]
    found += [
        _warning(
            "SP514",
            where(by_name[many.notes[-1]].items[0]),
            f"{len(many.notes)} cards with one cue have the answer {_quoted(many.answer)}:"
            f" {' and '.join(many.notes)}",
            "Ask for it once; in the other links write `ask: how` or `ask: nothing`.",
        )
        for many in repeated(by_name.values())
    ]
    return found


def too_long(notes: Iterable[Note], limit: int = LONGEST) -> list[LongAnswer]:
    """Every card whose answer has more words than the limit."""
    return [
        LongAnswer(note.name, ask.template, count, ask.answer)
        for note in notes
        for ask in note.asks
        if not note.retired and (count := len(ask.answer.split())) > limit
    ]


def given_away(notes: Iterable[Note]) -> list[GivenAway]:
    """Every card whose whole answer stands, word by word, in its question."""
    return [
        GivenAway(note.name, ask.template, ask.question, ask.answer)
        for note in notes
        for ask in note.asks
        if not (note.retired or note.name.startswith(CHOICE)) and holds(ask.question, ask.answer)
    ]


def holds(question: str, answer: str) -> bool:
    """Whether the words of an answer stand in a question, in their order and without others."""
    wanted = _spoken(answer)
    return bool(wanted.strip()) and wanted in _spoken(question)


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


def repeated(notes: Iterable[Note]) -> list[Repeated]:
    """Effects that are asked for more than once: a student learns the cue, not the causes."""
    asked: dict[str, list[Note]] = {}
    for note in notes:
        if note.name.startswith(EFFECT) and note.field("Cue") and not note.retired:
            asked.setdefault(note.items[-1], []).append(note)
    return [
        Repeated(found[0].asks[0].answer, tuple(note.name for note in found))
        for found in asked.values()
        if len(found) > 1
    ]


def _spoken(words: str) -> str:
    return " ".join(["", *_WORD.findall(words.casefold()), ""])


def _card(name: str, template: str) -> str:
    return f"'{name}' ({template})"


def _quoted(words: str) -> str:
    return f"‘{words if len(words) <= 80 else words[:79] + '…'}’"


def _warning(code: str, where: Mark, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, where, message, hint, Severity.WARNING)
