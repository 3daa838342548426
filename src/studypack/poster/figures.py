"""Disputed figures as a card shows them: rivals side by side, each with its owner."""

from __future__ import annotations

from markupsafe import Markup

from studypack.poster.words import Wording
from studypack.summary.figure_words import amount_in_words, unit_of
from studypack.summary.items import Figure
from studypack.summary.text import in_language


def figure_words(figure: Figure, words: Wording, lang: str) -> Markup:
    """A figure as it stands in a card, numbers bold: ``Dead: 53 (Wick) or 57 (Reeve)``.

    ``lang`` marks words of the poster's own.
    """
    says_unit = figure.unit == "people" or figure.unit in figure.what
    parts = []
    for reading in figure.readings:
        owner = f" ({reading.whose})" if reading.whose else ""
        unit = "" if says_unit else unit_of(reading, figure)
        number = amount_in_words(reading, words.language)
        told = in_language(number, lang if reading.value is not None else "")
        parts.append(Markup("<b>{}{}</b>{}").format(told, unit, owner))
    most, last = Markup(", ").join(parts[:-1]), parts[-1]
    readings = in_language(words.rival, lang).join(part for part in (most, last) if part)
    return Markup("{}: {}").format(figure.what[:1].upper() + figure.what[1:], readings)
