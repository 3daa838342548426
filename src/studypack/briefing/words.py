"""The briefing's own words: headings and labels, all in one place for each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from studypack.summary.items import How, QuestionKind, TermKind

_HOW = {
    How.UNANIMOUS: "Unanimously",
    How.MAJORITY: "By a majority",
    How.ALONE: "Alone",
    How.NOT_RECORDED: "How it was decided is not recorded",
}
_TERM_KINDS = {
    TermKind.ORGANISATION: "Organisations",
    TermKind.CODE_NAME: "Code names",
    TermKind.CONCEPT: "Ideas and documents",
    TermKind.PLACE: "Places",
    TermKind.PUBLICATION: "Papers",
    TermKind.EVENT: "Events",
}
_QUESTION_KINDS = {
    QuestionKind.DISCUSSION: "For discussion",
    QuestionKind.ESSAY: "For essays",
    QuestionKind.SOURCE: "Working with the sources",
}


@dataclass(frozen=True)
class Words:
    """Every word that the templates print and that does not come from the summary."""

    kind_of_book: str = "Briefing"
    edition: str = "Edition of {}"
    teachers_edition: str = "Teacher’s edition, with answers to the questions"
    contents: str = "Contents"
    how_to_use: str = "How to use this pack"
    overview: str = "The story on one page"
    decisions: str = "The decisions, laid open"
    more_decisions: str = "More decisions"
    comparisons: str = "Side by side"
    arguments: str = "The arguments"
    disputes: str = "What we do not know"
    chronology: str = "Chronology"
    figures: str = "Figures and casualties"
    people: str = "Who’s who"
    terms: str = "Names and terms"
    quotations: str = "In their own words"
    questions: str = "Questions"
    sources: str = "Sources"
    colophon: str = "About this edition"

    decisions_intro: str = (
        "Each decision is taken apart in the same order: the question, the ways that lay open, what"
        " was chosen and by whom, who disagreed, why, and what came of it. A filled square marks"
        " the way that was taken."
    )
    more_decisions_intro: str = (
        "The decisions that led to the turning points, or followed from them."
    )
    arguments_intro: str = (
        "What historians now argue, what they argue against, and on what evidence."
    )
    disputes_intro: str = (
        "Where the sources, the historians or the numbers disagree, this pack prints every reading"
        " and says whose it is."
    )
    chronology_intro: str = (
        "Everything in this pack in the order in which it happened. A diamond marks a decision that"
        " is laid open on the page given."
    )
    chronology_alone_intro: str = "Everything in this pack in the order in which it happened."
    figures_intro: str = (
        "No number stands here without its owner. Where two are given, both are in print."
    )
    people_intro: str = (
        "By country, in the order of the alphabet. Capitals in the pronunciation show the stress."
    )
    quotations_intro: str = (
        "Short extracts, in the order in which they were spoken or written. What stands above each"
        " says how the words have come down to us; few of them are shorthand records."
    )

    pulse: str = "{}: {} events, {}"
    pages_of: str = "Page numbers without a name: {}."
    page: str = "p."
    date: str = "Date"
    where: str = "Where"
    what_happened: str = "What happened"
    who_decided: str = "Who decided"
    before: str = "Before"
    options: str = "Open to them"
    option_taken: str = "taken"
    decided: str = "Decided"
    dissent: str = "Against"
    dissent_overcome: str = "came round in the end"
    dissent_towards: str = "for"
    reasons: str = "Reasons"
    consequence: str = "What came of it"
    led_to: str = "Led to"
    said: str = "In their words"
    matters: str = "Why it matters"
    disputed: str = "Disputed"
    numbers: str = "Figures"
    older_view: str = "Older view"
    thesis: str = "Thesis"
    evidence: str = "Evidence"
    open_question: str = "Still open"
    about: str = "Concerns"
    stand: str = "What this pack prints"
    what_is_counted: str = "What is counted"
    how_many: str = "How many, and by whose account"
    aspect: str = "Aspect"
    good_answer: str = "A good answer"
    later: str = "Editors’ note"
    later_mark: str = "ed."
    born: str = "born {}"
    died: str = "died {}"
    until: str = "to {}"
    text_set_in: str = "Set in Gentium Book Plus and Source Sans 3 (SIL Open Font License)."
    edited_by: str = "Edited by {}."
    licence: str = "Text under {}."
    last_changed: str = "Last change to its content: {}."

    how_decided: Mapping[How, str] = field(default_factory=lambda: MappingProxyType(_HOW))
    term_kinds: Mapping[TermKind, str] = field(
        default_factory=lambda: MappingProxyType(_TERM_KINDS)
    )
    question_kinds: Mapping[QuestionKind, str] = field(
        default_factory=lambda: MappingProxyType(_QUESTION_KINDS)
    )


ENGLISH = Words()
