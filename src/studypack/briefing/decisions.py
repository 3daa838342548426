"""Decisions laid open: the question, the ways open, what was chosen, who disagreed, what came."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from studypack.briefing.events import EventFacts, event_facts
from studypack.briefing.exercises import speaker_of
from studypack.briefing.scribe import Link, Scribe
from studypack.summary.items import Decision, Dissent, How

FEW = 2
"""So many quotations stand with a decision; the others are found among the quotations."""


@dataclass(frozen=True)
class OptionView:
    """One way that lay open, and whether it was taken."""

    text: Markup
    taken: bool


@dataclass(frozen=True)
class DissentView:
    """Who disagreed, with what view, and for which other option."""

    who: Link
    view: Markup
    towards: Markup
    overcome: bool
    quote: str
    cite: Markup


@dataclass(frozen=True)
class SaidView:
    """Words spoken about a decision."""

    quotation: Link
    speaker: Link
    when: str


@dataclass(frozen=True)
class DecisionView:
    """A decision as the book lays it open."""

    facts: EventFacts
    large: bool
    """Whether it gets the generous layout: importance 1."""
    body: Link
    question: Markup
    options: tuple[OptionView, ...]
    decided: Markup
    how: Markup
    dissent: tuple[DissentView, ...]
    reasons: tuple[Markup, ...]
    consequence: Markup
    said: tuple[SaidView, ...]


def decisions(scribe: Scribe) -> tuple[DecisionView, ...]:
    """Every decision that is not retired, in chronological order."""
    return tuple(
        _decision(scribe, event)
        for event in scribe.summary.chronology
        if isinstance(event, Decision)
    )


def _decision(scribe: Scribe, decision: Decision) -> DecisionView:
    options = {option.key: scribe.inline(option.text) for option in decision.options}
    return DecisionView(
        facts=event_facts(scribe, decision),
        large=decision.importance == 1,
        body=scribe.link(decision.body),
        question=scribe.inline(decision.question),
        options=tuple(OptionView(text, key == decision.chosen) for key, text in options.items()),
        decided=scribe.inline(decision.decided),
        how=_how(scribe, decision),
        dissent=tuple(_dissent(scribe, d, options) for d in decision.dissent),
        reasons=scribe.all(decision.reasons),
        consequence=scribe.inline(decision.consequence),
        said=_said(scribe, decision),
    )


def _said(scribe: Scribe, decision: Decision) -> tuple[SaidView, ...]:
    about = [
        quotation
        for quotation in scribe.summary.quotations
        if decision.id in quotation.about and not quotation.retired
    ]
    about.sort(key=lambda quotation: (quotation.importance, *quotation.date.sort_key, quotation.id))
    chosen = sorted(about[:FEW], key=lambda quotation: (*quotation.date.sort_key, quotation.id))
    return tuple(
        SaidView(
            scribe.link(quotation.id),
            speaker_of(scribe, quotation),
            scribe.date(quotation.date),
        )
        for quotation in chosen
    )


def _how(scribe: Scribe, decision: Decision) -> Markup:
    """How it was reached; empty where that is not recorded and nothing else is known."""
    if decision.how is How.NOT_RECORDED:
        return Markup.escape(decision.vote)
    words = scribe.own(scribe.words.how_decided[decision.how])
    return words + (f" ({decision.vote})" if decision.vote else "")


def _dissent(scribe: Scribe, dissent: Dissent, options: dict[str, Markup]) -> DissentView:
    quotation = scribe.current(dissent.quotation or "")
    return DissentView(
        who=scribe.link(dissent.person),
        view=scribe.inline(dissent.view),
        towards=options.get(dissent.towards, Markup()),
        overcome=dissent.overcome,
        quote=getattr(quotation, "quote", ""),
        cite=scribe.cite(dissent.cite),
    )
