"""Rules about citations: every statement has one, and it can be looked up."""

from __future__ import annotations

from collections.abc import Iterator

from studypack.checks.rule import Finding, rule
from studypack.summary import citations, text
from studypack.summary.base import CiteMark
from studypack.summary.citations import Citation
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
from studypack.summary.summary import Summary
from studypack.summary.walk import Path, marked, texts


def _all(summary: Summary) -> Iterator[tuple[str, Path, Citation]]:
    """Every citation of the summary, with its owner and path."""
    for owner, model in (("header", summary.header), *((i.id, i) for i in summary.items())):
        for path, value, _ in marked(model, CiteMark):
            for citation in citations.parse_field(value):
                yield owner, path, citation
        for path, value, blocks in texts(model):
            for group in text.cited(value, blocks=blocks):
                for citation in group:
                    yield owner, path, citation


@rule("SP211", whole=True)
def sources_are_known(summary: Summary) -> Iterator[Finding]:
    """A citation names a source of sources.json."""
    known = ", ".join(summary.sources_by_key) or "none yet"
    for owner, path, citation in _all(summary):
        if citation.key not in summary.sources_by_key:
            message = f'unknown source "@{citation.key}"'
            yield Finding(owner, path, message, f"sources.json has: {known}.", citation.key)


@rule("SP212")
def pages_lie_in_the_source(summary: Summary) -> Iterator[Finding]:
    """A cited page lies within the pages of its source."""
    for owner, path, citation in _all(summary):
        source = summary.sources_by_key.get(citation.key)
        if source is None or source.pages is None:
            continue
        first, last = source.pages
        for low, high in citation.locator.pages:
            if low < first or high > last:
                message = f"page {low if low < first else high} is outside {citation.key}"
                hint = f"Its record in sources.json says pages {first}–{last}."
                yield Finding(owner, path, message, hint, f"@{citation.key}, {citation.locator}")


@rule("SP213")
def statements_are_cited(summary: Summary) -> Iterator[Finding]:
    """Every statement can be looked up, or is marked as later knowledge."""
    hint = 'Add `cite: "[@key, p. 12]"`, or `later: true` for what is not in the sources.'
    for item in summary.items():
        if not item.later:
            for path, what, words in _uncited(item):
                yield Finding(item.id, path, f"{what} has no citation", hint, words)


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
    for paragraph in item.text.split("\n\n"):
        prose = paragraph.strip()
        if prose and not prose.startswith("#") and not text.cited(prose, blocks=True):
            words = prose.splitlines()[0][:40]
            yield ("text",), f"the paragraph '{words}…'", words


def _uncited_figures(item: Event) -> Uncited:
    for index, figure in enumerate(item.figures):
        for number, reading in enumerate(figure.readings):
            if not (reading.cite or reading.later):
                yield ("figures", index, "readings", number), f"the figure '{figure.what}'", ""
