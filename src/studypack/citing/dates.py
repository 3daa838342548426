"""When a source came out or was looked up, as CSL dates say it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from babel.dates import get_month_names

from studypack.summary.date_words import month_name
from studypack.summary.sources import CslDate

_DAY_FIRST = "{day} {month} {year}"
_PATTERNS = {"en-US": "{month} {day}, {year}", "hu": "{year}. {month} {day}."}


@dataclass(frozen=True)
class Day:
    """A year, with a month and a day where the record has them (0 where not)."""

    year: str = ""
    month: int = 0
    day: int = 0

    def in_words(self, language: str, months: tuple[str, ...] = ()) -> str:
        """26 January 1957, January 1957, 1957; ``months`` abbreviates names."""
        if not self.month:
            return self.year
        if not self.day:
            name = months[self.month - 1] if months else month_name(self.month, language)
            return f"{self.year}. {name}" if language == "hu" else f"{name} {self.year}"
        pattern = _DAY_FIRST if months else _PATTERNS.get(language, _DAY_FIRST)
        name = months[self.month - 1] if months else _within_a_date(self.month, language)
        return pattern.format(day=self.day, month=name, year=self.year)

    def month_and_year(self, language: str, months: tuple[str, ...] = ()) -> str:
        """April 1998: what journals are dated by."""
        return Day(self.year, self.month).in_words(language, months)

    def year_first(self, language: str, letter: str = "") -> str:
        """1957a, January 26: APA's order in English; other languages keep their own."""
        if not language.startswith("en"):
            return replace(self, year=self.year + letter).in_words(language)
        day = f" {self.day}" if self.day else ""
        return f"{self.year}{letter}, {month_name(self.month, language)}{day}"


def day_of(date: CslDate) -> Day:
    """The first of a record's dates."""
    if not date.date_parts:
        return Day()
    year, *rest = date.date_parts[0]
    month, day = ([int(part) for part in rest] + [0, 0])[:2]
    return Day(str(year), month, day)


def _within_a_date(month: int, language: str) -> str:
    return str(get_month_names("wide", "format", locale=language.replace("-", "_"))[month])
