"""Short quotations, and questions to work on."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from studypack.briefing.scribe import Link, Scribe
from studypack.summary.items import Question, QuestionKind, Quotation


@dataclass(frozen=True)
class QuotationView:
    """Words of somebody who was there, and how they have come down to us."""

    id: str
    speaker: Link
    when: str
    quote: str
    occasion: Markup
    about: tuple[Link, ...]
    cite: Markup
    later: bool


@dataclass(frozen=True)
class QuestionView:
    """Something to discuss or write about. ``answer`` is empty in a student's edition."""

    id: str
    number: int
    prompt: Markup
    quotations: tuple[Link, ...]
    about: tuple[Link, ...]
    answer: tuple[Markup, ...]
    later: bool


@dataclass(frozen=True)
class QuestionKindView:
    """Questions of one kind."""

    title: str
    questions: tuple[QuestionView, ...]


def quotations(scribe: Scribe) -> tuple[QuotationView, ...]:
    """The quotations, in the order in which they were said."""
    current = [q for q in scribe.summary.quotations if not q.retired]
    current.sort(key=lambda q: (*q.date.sort_key, q.id))
    return tuple(_quotation(scribe, quotation) for quotation in current)


def questions(scribe: Scribe, *, answers: bool) -> tuple[QuestionKindView, ...]:
    """The questions by kind, numbered through; with ``answers`` for a teacher's edition."""
    current = [q for q in scribe.summary.questions if not q.retired]
    ordered = [q for kind in QuestionKind for q in current if q.kind is kind]
    views = [
        (q.kind, _question(scribe, q, number, answers)) for number, q in enumerate(ordered, start=1)
    ]
    by_kind = ((kind, tuple(view for k, view in views if k is kind)) for kind in QuestionKind)
    return tuple(
        QuestionKindView(scribe.own(scribe.words.question_kinds[kind]), found)
        for kind, found in by_kind
        if found
    )


def _quotation(scribe: Scribe, quotation: Quotation) -> QuotationView:
    return QuotationView(
        id=quotation.id,
        speaker=speaker_of(scribe, quotation),
        when=scribe.date(quotation.date),
        quote=quotation.quote,
        occasion=scribe.inline(quotation.occasion),
        about=scribe.links(quotation.about),
        cite=scribe.cite(quotation.cite),
        later=quotation.later,
    )


def speaker_of(scribe: Scribe, quotation: Quotation) -> Link:
    """Who said it: a person, or a body or document without an entry of its own."""
    if quotation.speaker:
        return scribe.link(quotation.speaker)
    return Link(Markup.escape(quotation.by))


def _question(scribe: Scribe, question: Question, number: int, answers: bool) -> QuestionView:
    return QuestionView(
        id=question.id,
        number=number,
        prompt=scribe.inline(question.prompt),
        quotations=scribe.links(question.quotations),
        about=scribe.links(question.about),
        answer=scribe.all(question.answer) if answers else (),
        later=question.later,
    )
