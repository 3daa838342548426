"""Disputed figures as a card shows them: rivals side by side, each with its owner."""

from __future__ import annotations

from markupsafe import Markup

from studypack.summary.figure_words import amount_in_words, unit_of
from studypack.summary.items import Figure


def figure_words(figure: Figure, language: str) -> Markup:
    """A figure as it stands in a card, numbers bold: ``Dead: 53 (Wick) or 57 (Reeve)``."""
    says_unit = figure.unit == "people" or figure.unit in figure.what
    parts = []
    for reading in figure.readings:
        owner = f" ({reading.whose})" if reading.whose else ""
        unit = "" if says_unit else unit_of(reading, figure)
        number = amount_in_words(reading, language) + unit
        parts.append(Markup("<b>{}</b>{}").format(number, owner))
    readings = Markup(" or ").join(p for p in (Markup(", ").join(parts[:-1]), parts[-1]) if p)
    return Markup("{}: {}").format(figure.what[:1].upper() + figure.what[1:], readings)
