"""Figures and casualties: what was counted, how many, and by whose account."""

from __future__ import annotations

from dataclasses import dataclass

from studypack.briefing.events import FigureView, figure_view
from studypack.briefing.scribe import Link, Scribe


@dataclass(frozen=True)
class CountedView:
    """The figures of one event."""

    event: Link
    when: str
    figures: tuple[FigureView, ...]


def figures(scribe: Scribe) -> tuple[CountedView, ...]:
    """All figures, event by event in chronological order."""
    return tuple(
        CountedView(
            scribe.link(event.id),
            scribe.when(event),
            tuple(figure_view(scribe, figure) for figure in event.figures),
        )
        for event in scribe.summary.chronology
        if event.figures
    )
