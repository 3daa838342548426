"""Figures in words: rivals side by side, each with its owner."""

from __future__ import annotations

from babel.numbers import format_decimal

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


def rivals(figure: Figure, language: str) -> str:
    """All readings with their owners: ``53 (Kramer) or 57 (Jastrząb)``."""
    parts = [
        f"{reading_words(r, language)} ({r.whose})" if r.whose else reading_words(r, language)
        for r in figure.readings
    ]
    return " or ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))


def figure_words(figure: Figure, language: str) -> str:
    """A figure as it stands in a card: ``Dead at Poznań: 53 (Kramer) or 57 (Jastrząb)``."""
    what = figure.what[:1].upper() + figure.what[1:]
    if len(figure.readings) > 1:
        words = rivals(figure, language)
    else:
        words = reading_words(figure.readings[0], language)
    unit = f"{NO_BREAK}{figure.unit}" if figure.unit in _SAID_WITH_THE_NUMBER else ""
    return f"{what}: {words}{unit}"


_SAID_WITH_THE_NUMBER = frozenset({"%", "km", "hours", "days"})
