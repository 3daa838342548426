"""What is argued about: comparisons, arguments, and what is not known."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from studypack.briefing.scribe import Link, Scribe
from studypack.summary.items import Argument, Comparison, Dispute

WIDEST = 6
"""Columns that a page has room for."""
LETTERS, MARGIN = 120, 3
"""Letters on a line of a table, all columns together, and those that the edges of each take."""
TALLEST = 30
"""Lines of a row: half a page. A row is not broken."""


@dataclass(frozen=True)
class RowView:
    """A line of a comparison: its label, and a cell for each column."""

    label: str
    cells: tuple[Markup, ...]


@dataclass(frozen=True)
class ComparisonView:
    """A table of crises or theatres side by side."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[RowView, ...]
    cite: Markup
    later: bool

    @property
    def stacked(self) -> bool:
        """Whether it is too wide or too tall for a table, and its cells stand under each other."""
        room = TALLEST * (LETTERS // len(self.columns) - MARGIN)
        cells = (cell for row in self.rows for cell in row.cells)
        return len(self.columns) > WIDEST or any(len(cell.striptags()) > room for cell in cells)


@dataclass(frozen=True)
class ArgumentView:
    """A thesis, the view it replaces, the evidence, and what is open."""

    id: str
    title: str
    holder: str
    older: Markup
    thesis: Markup
    evidence: tuple[Markup, ...]
    open: Markup
    about: tuple[Link, ...]
    cite: Markup
    later: bool


@dataclass(frozen=True)
class ReadingView:
    """What one side says, and who holds it."""

    who: str
    says: Markup
    cite: Markup
    later: bool


@dataclass(frozen=True)
class DisputeView:
    """A disputed matter with all its readings."""

    id: str
    title: str
    claim: Markup
    readings: tuple[ReadingView, ...]
    stand: Markup
    concerns: tuple[Link, ...]
    cite: Markup
    later: bool


def comparisons(scribe: Scribe) -> tuple[ComparisonView, ...]:
    """The tables, in the order of the files."""
    return tuple(_comparison(scribe, c) for c in scribe.summary.comparisons if not c.retired)


def arguments(scribe: Scribe) -> tuple[ArgumentView, ...]:
    """The arguments, in the order of the files."""
    return tuple(_argument(scribe, a) for a in scribe.summary.arguments if not a.retired)


def disputes(scribe: Scribe) -> tuple[DisputeView, ...]:
    """The disputes, in the order of the files."""
    return tuple(_dispute(scribe, d) for d in scribe.summary.disputes if not d.retired)


def _comparison(scribe: Scribe, comparison: Comparison) -> ComparisonView:
    header = scribe.summary.header
    titles = {theatre.id: theatre.title for theatre in header.theatres}
    titles |= {crisis.id: crisis.title for crisis in header.crises}
    return ComparisonView(
        id=comparison.id,
        title=comparison.title,
        columns=tuple(titles.get(column, column) for column in comparison.columns),
        rows=tuple(
            RowView(row.label, scribe.all(row.cells[column] for column in comparison.columns))
            for row in comparison.rows
        ),
        cite=scribe.cite(comparison.cite),
        later=comparison.later,
    )


def _argument(scribe: Scribe, argument: Argument) -> ArgumentView:
    return ArgumentView(
        id=argument.id,
        title=argument.title,
        holder=argument.holder,
        older=scribe.inline(argument.older),
        thesis=scribe.inline(argument.thesis),
        evidence=scribe.all(argument.evidence),
        open=scribe.inline(argument.open),
        about=scribe.links(argument.about),
        cite=scribe.cite(argument.cite),
        later=argument.later,
    )


def _dispute(scribe: Scribe, dispute: Dispute) -> DisputeView:
    return DisputeView(
        id=dispute.id,
        title=dispute.title,
        claim=scribe.inline(dispute.claim),
        readings=tuple(
            ReadingView(view.who, scribe.inline(view.says), scribe.cite(view.cite), view.later)
            for view in dispute.readings
        ),
        stand=scribe.inline(dispute.stand),
        concerns=scribe.links(dispute.concerns),
        cite=scribe.cite(dispute.cite),
        later=dispute.later,
    )
