"""Figures in words: the one way in which all outputs write a number, a range and whose it is."""

from __future__ import annotations

from babel.numbers import format_decimal

from studypack.summary.course import labels_for
from studypack.summary.items import Figure, Reading
from studypack.summary.language import primary

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


def amount_in_words(reading: Reading, language: str = "en-GB") -> str:
    """The number alone, with its qualifier: ``about 300,000–500,000``."""
    if reading.value is None:
        return reading.words
    number = number_in_words(reading.value, language)
    if reading.to is not None:
        number += "–" + number_in_words(reading.to, language)
    known = _QUALIFIERS.get(primary(language), {})
    qualifier = known.get(reading.qualifier, reading.qualifier)
    return f"{qualifier} {number}".lstrip()


def number_in_words(number: float, language: str) -> str:
    """``2,502``, but ``2502`` in the languages that leave four digits together."""
    base = primary(language)
    together = base in {"pl", "hu"} and abs(number) < 10_000
    locale = labels_for(language).replace("-", "_")
    return format_decimal(number, locale=locale, group_separator=not together)


def unit_of(reading: Reading, figure: Figure) -> str:
    """What follows the number, with the space before it: `` people``, ``%``, or nothing."""
    if reading.value is None or not figure.unit:
        return ""
    return "%" if figure.unit == "%" else f" {figure.unit}"


def reading_in_words(reading: Reading, figure: Figure, language: str = "en-GB") -> str:
    """A number as a reader meets it: ``about 300,000–500,000 people``, ``over 50%``."""
    return amount_in_words(reading, language) + unit_of(reading, figure)
