"""Why a poster cannot be made, and the way out."""

from __future__ import annotations

from studypack.diagnostics import Diagnostic, Mark
from studypack.poster.scale import Scale
from studypack.poster.sheet import Sheet

MOST_ROWS = 0.5
"""Share of the chart from which empty rows, and not the events, are what is too much."""


def too_much(ids: tuple[str, ...], sheet: Sheet) -> Diagnostic:
    """These events of importance 1 make the chart too high."""
    return Diagnostic(
        "SP412",
        Mark("poster"),
        f"the events of importance 1 do not fit on {sheet.name}; these make it too high:"
        f" {', '.join(ids)}",
        "Give some of them importance 2, shorten their texts, or choose a larger sheet.",
    )


def too_many_rows(scale: Scale, sheet: Sheet, share: float) -> Diagnostic:
    """The rows take this share of the chart before anything stands in them."""
    longest = max(scale.bands, key=lambda band: len(band.rows))
    # where their dates are as small as they may be, a larger sheet holds more of them
    larger = " Or choose a larger sheet." if sheet.numeral_empty <= sheet.numeral_min else ""
    return Diagnostic(
        "SP412",
        Mark("poster"),
        f"empty rows alone take {share:.0%} of the chart on {sheet.name}; {len(longest.rows)} of"
        f" {len(scale.rows)} are those of the band ‘{longest.title}’, one for every {longest.unit}",
        "Shorten that band in `poster.bands` of the summary, or make its quiet parts bands of their"
        f" own with a coarser `unit` (month, year).{larger}",
    )
