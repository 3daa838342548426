"""Dates in running text, hidden where students are to find them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache

from babel.dates import get_month_names
from babel.localedata import exists
from markupsafe import Markup

from studypack.poster.scale import Row
from studypack.summary.course import labels_for

GAP = "___"
"""Stands for a date, and is no wider than the shortest."""
_DAY = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_DAYS = rf"{_DAY}(?:\s?(?:–|-|,|to|and|or|do|i|lub|és|vagy)\s?{_DAY})*"


class Mask:
    """Hides every day of a month, and the months and years that are rows of their own."""

    def __init__(self, rows: Iterable[Row], languages: Collection[str]) -> None:
        given = tuple(rows)
        names = "|".join(month_names(*sorted(set(languages))))
        patterns = [
            rf"(?<!\w)(?:{_DAYS}\s)?(?:{names})\.?\s{_DAYS}(?:-\w+)?(?!\w)",
            rf"(?<![\w–]){_DAYS}\s(?:{names})(?!\w)",
            r"(?<=the\s)\d{1,2}(?:st|nd|rd|th)(?=[.,;:)]|$)",
        ]
        months = {row.first.month for row in given if row.unit == "month" and row.whole}
        own = [name for month in sorted(months) for name in _names(month, tuple(languages))]
        if own:
            patterns.append(rf"(?<!\w)(?:{'|'.join(_longest_first(own))})(?!\w)")
        years = sorted({str(row.first.year) for row in given if row.unit == "year"})
        if years:
            patterns.append(rf"(?<!\w)(?:{'|'.join(years)})(?!\w)")
        self._month = re.compile(rf"(?<!\w)(?:{names})(?!\w)")
        self._dates = re.compile("|".join(f"(?:{pattern})" for pattern in patterns))

    def has_month(self, words: str) -> bool:
        """Whether words name a month."""
        return bool(self._month.search(words))

    def over(self, words: str) -> str:
        """Plain words without their dates."""
        return self._dates.sub(GAP, words)

    def over_markup(self, words: Markup) -> Markup:
        """The same for markup, which says no date in its tags."""
        return Markup(self._dates.sub(GAP, str(words)))  # noqa: S704


@cache
def month_names(*languages: str) -> tuple[str, ...]:
    """All names of months for a pattern: long and short, in all their cases."""
    every = [name for month in range(1, 13) for name in _names(month, languages)]
    return tuple(_longest_first(every))


@cache
def _names(month: int, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The names of a month, long and short, in the cases that a date and a heading take."""
    found = {
        get_month_names(width, context, locale=locale)[month].rstrip(".")
        for locale in map(_locale, languages)
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
    }
    return tuple(re.escape(name) for name in sorted(found))


def _locale(language: str) -> str:
    """A language that CLDR does not know has the months of the labels."""
    name = language.replace("-", "_")
    return name if exists(name) else labels_for(language).replace("-", "_")


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted(set(names), key=lambda name: (-len(name), name))
