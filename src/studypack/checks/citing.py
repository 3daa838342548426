"""Rules about citations: every statement has one, and it can be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studypack.checks.rule import Finding, rule
from studypack.diagnostics import Severity
from studypack.guess import did_you_mean
from studypack.summary import citations, text
from studypack.summary.base import CiteMark
from studypack.summary.citations import Citation, Locator
from studypack.summary.items import (
    Argument,
    Comparison,
    Dispute,
    Event,
    Item,
    Person,
    Question,
    Quotation,
    Section,
    Term,
)
from studypack.summary.summary import SOURCES, Summary
from studypack.summary.walk import Path, marked, texts


def _all(summary: Summary) -> Iterator[tuple[str, Path, Citation, str]]:
    """Every citation of the summary, with its owner and path, and the text that it stands in."""
    for owner, model in summary.owners():
        for path, value, _ in marked(model, CiteMark):
            for citation in citations.parse_field(value):
                yield owner, path, citation, value
        for path, value, blocks in texts(model):
            for group in text.cited(value, blocks=blocks):
                for citation in group:
                    yield owner, path, citation, value


@rule("SP211", whole=True)
def sources_are_known(summary: Summary) -> Iterator[Finding]:
    """A citation names a source of sources.json."""
    known = ", ".join(summary.sources_by_key) or "none yet"
    for owner, path, citation, _ in _all(summary):
        if citation.key not in summary.sources_by_key:
            message = f'unknown source "@{citation.key}"'
            yield Finding(owner, path, message, f"sources.json has: {known}.", f"@{citation.key}")


@rule("SP212")
def pages_lie_in_the_source(summary: Summary) -> Iterator[Finding]:
    """A cited page lies within the pages of its source; Roman ones are not told there."""
    for owner, path, citation, _ in _all(summary):
        source = summary.sources_by_key.get(citation.key)
        if source is None or source.pages is None:
            continue
        first, last = source.pages
        for low, high in citation.locator.pages:
            if low >= 0 and (low < first or high > last):
                message = f"page {low if low < first else high} is outside {citation.key}"
                hint = f"Its record in sources.json says pages {first}–{last}."
                yield Finding(owner, path, message, hint, f"@{citation.key}, {citation.locator}")


@rule("SP215", Severity.WARNING)
def sources_have_a_type(summary: Summary) -> Iterator[Finding]:
    """The type of a source is one of CSL's, by which its entry is set."""
    for index, source in enumerate(summary.sources):
        if source.type not in TYPES:
            message = f'"{source.type}" is no type of CSL{did_you_mean(source.type, TYPES)}'
            hint = "Its entry is set as that of a book; write `book`, `chapter`, `webpage` …"
            yield Finding(SOURCES, (index, "type"), message, hint)


_TYPES = """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic
    hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet
    paper-conference patent performance periodical personal_communication post post-weblog
    regulation report review review-book software song speech standard thesis treaty webpage
"""
TYPES = frozenset(_TYPES.split())
"""Those of CSL 1.0.2."""


@rule("SP213")
def statements_are_cited(summary: Summary) -> Iterator[Finding]:
    """Every statement can be looked up, or is marked as later knowledge."""
    for item in summary.items():
        if not item.later:
            for path, what, words in _uncited(item):
                hint = _IN_A_SECTION if isinstance(item, Section) else _IN_A_FIELD
                yield Finding(item.id, path, f"{what} has no citation", hint, words)
    for quotation in summary.quotations:
        for citation in citations.parse_field(quotation.cite):
            if _lacks_its_page(summary, citation):
                message = f"a literal quotation needs its page in @{citation.key}"
                yield Finding(quotation.id, ("cite",), message, _paged(citation))


_IN_A_FIELD = 'Add `cite: "[@key, p. 12]"`, or `later: true` for what is not in the sources.'
_IN_A_SECTION = "End it with a citation, like [@key, p. 12]."


@rule("SP214", Severity.WARNING)
def citations_have_their_page(summary: Summary) -> Iterator[Finding]:
    """A citation of a book, a chapter, an article or a thesis says on which page."""
    quotations = {quotation.id for quotation in summary.quotations}
    for owner, path, citation, value in _all(summary):
        if _lacks_its_page(summary, citation) and not (owner in quotations and path == ("cite",)):
            message = f"the citation of {citation.key} names no page"
            bare = (f"@{citation.key}{end}" for end in "];")
            words = next((words for words in bare if words in value), "")
            yield Finding(owner, path, message, _paged(citation), words)


def _lacks_its_page(summary: Summary, citation: Citation) -> bool:
    source = summary.sources_by_key.get(citation.key)
    return source is not None and source.paged and citation.locator == Locator()


def _paged(citation: Citation) -> str:
    return f"Write [@{citation.key}, p. 12], so that everyone can look it up."


_BETWEEN = re.compile(r"\n[ \t]*(?=\n)")
_HEADINGS = re.compile(r"^ {0,3}#{1,6}([ \t].*)?$", re.M)

Uncited = Iterator[tuple[Path, str, str]]


def _uncited(item: Item) -> Uncited:
    """Path, name and first words of what lacks a citation.

    Where one is wanted depends on the kind: with the item, or with each of its views.
    """
    if isinstance(item, Dispute):
        for index, view in enumerate(item.readings):
            if not (view.cite or view.later or text.cited(view.says)):
                yield ("readings", index), f"the reading of {view.who}", ""
    elif isinstance(item, Comparison):
        yield from _uncited_cells(item)
    elif isinstance(item, Question):
        if not any(text.cited(point) for point in item.answer) and not item.cite:
            yield ("answer",), "the answer", ""
    elif isinstance(item, Section):
        yield from _uncited_paragraphs(item)
    elif isinstance(item, Argument):
        prose = (item.thesis, item.older, *item.evidence)
        if not item.cite and not any(text.cited(t) for t in prose):
            yield (), "the argument", ""
    elif isinstance(item, (Event, Person, Term, Quotation)) and not item.cite:
        yield (), f"this {item.kind_name}", ""
    if isinstance(item, Event):
        yield from _uncited_figures(item)


def _uncited_cells(item: Comparison) -> Uncited:
    for index, row in enumerate(item.rows):
        for column, cell in row.cells.items():
            if not (item.cite or text.cited(cell)):
                yield ("rows", index, "cells", column), f"the cell '{row.label}'", ""


def _uncited_paragraphs(item: Section) -> Uncited:
    for paragraph in _BETWEEN.split(item.text):
        prose = _HEADINGS.sub("", paragraph).strip()
        if prose and not text.cited(prose, blocks=True):
            words = prose.splitlines()[0][:40]
            yield ("text",), f"the paragraph '{words}…'", words


def _uncited_figures(item: Event) -> Uncited:
    for index, figure in enumerate(item.figures):
        for number, reading in enumerate(figure.readings):
            if not (reading.cite or reading.later):
                yield ("figures", index, "readings", number), f"the figure '{figure.what}'", ""
