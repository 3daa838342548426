"""Figures in words: the one way in which all outputs write a number, a range and whose it is."""

from __future__ import annotations

from babel.numbers import format_decimal

from studypack.summary.items import Figure, Reading

_QUALIFIERS = {
    "pl": {
        "about": "około",
        "over": "ponad",
        "at least": "co najmniej",
        "up to": "do",
        "nearly": "prawie",
        "fewer than": "mniej niż",
    },
    "hu": {
        "about": "mintegy",
        "over": "több mint",
        "at least": "legalább",
        "up to": "legfeljebb",
        "nearly": "közel",
        "fewer than": "kevesebb mint",
    },
}


def reading_in_words(reading: Reading, figure: Figure, language: str = "en-GB") -> str:
    """The number alone, with its qualifier and unit: ``about 300,000–500,000 people``."""
    if reading.value is None:
        return reading.words
    locale = language.replace("-", "_")
    number = format_decimal(reading.value, locale=locale)
    if reading.to is not None:
        number += "–" + format_decimal(reading.to, locale=locale)
    if figure.unit == "%":
        number += "%"
    elif figure.unit:
        number += f" {figure.unit}"
    known = _QUALIFIERS.get(language.split("-", maxsplit=1)[0], {})
    qualifier = known.get(reading.qualifier, reading.qualifier)
    return f"{qualifier} {number}".lstrip()
