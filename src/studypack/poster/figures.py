"""Figures in words: rivals side by side, each with its owner."""

from __future__ import annotations

from babel.numbers import format_decimal
from markupsafe import Markup

from studypack.summary.items import Figure, Reading

NO_BREAK = "\N{NO-BREAK SPACE}"


def reading_words(reading: Reading, language: str) -> str:
    """``about 31,500``, ``3–6``, ``many hundreds``."""
    if reading.value is None:
        return reading.words
    locale = language.replace("-", "_")
    text = format_decimal(reading.value, locale=locale)
    if reading.to is not None:
        text += f"–{format_decimal(reading.to, locale=locale)}"
    return f"{reading.qualifier}{NO_BREAK}{text}" if reading.qualifier else text


def figure_words(figure: Figure, language: str) -> Markup:
    """A figure as it stands in a card, numbers bold: ``Dead: 53 (Kramer) or 57 (Jastrząb)``."""
    unit = f"{NO_BREAK}{figure.unit}" if figure.unit in _SAID_WITH_THE_NUMBER else ""
    parts = []
    for reading in figure.readings:
        owner = f" ({reading.whose})" if reading.whose else ""
        number = f"{reading_words(reading, language)}{unit}"
        parts.append(Markup("<b>{}</b>{}").format(number, owner))
    readings = Markup(" or ").join(p for p in (Markup(", ").join(parts[:-1]), parts[-1]) if p)
    return Markup("{}: {}").format(figure.what[:1].upper() + figure.what[1:], readings)


_SAID_WITH_THE_NUMBER = frozenset({"%", "km", "hours", "days"})
