"""Dates in words: the one way in which all outputs show a date, in each language and length."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from babel import Locale
from babel.dates import format_date, get_month_names

from studypack.summary.dates import Date, Point, Precision
from studypack.summary.items import Event, PartOfDay


class Length(StrEnum):
    """How much room there is."""

    LONG = "long"
    """15 March 1848"""
    SHORT = "short"
    """15 Mar 1848"""
    LONG_NO_YEAR = "long without year"
    """15 March"""
    SHORT_NO_YEAR = "short without year"
    """15 Mar"""


@dataclass(frozen=True)
class _Words:
    """What CLDR does not know: a language's words around dates."""

    circa: str
    uncertain: str
    open_end: str
    seasons: tuple[str, str, str, str]
    season: str
    decade: str
    parts_of_day: tuple[str, str, str, str, str, str, str]
    night: str


_WORDS = {
    "en": _Words(
        circa="c. {}",
        uncertain="{} (date uncertain)",
        open_end="from {}",
        seasons=("spring", "summer", "autumn", "winter"),
        season="{season} {year}",
        decade="{}s",
        parts_of_day=(
            "before dawn",
            "early morning",
            "morning",
            "midday",
            "afternoon",
            "evening",
            "night",
        ),
        night="night of {}",
    ),
    "pl": _Words(
        circa="ok. {}",
        uncertain="{} (data niepewna)",
        open_end="od {}",
        seasons=("wiosna", "lato", "jesień", "zima"),
        season="{season} {year}",
        decade="lata {}.",
        parts_of_day=(
            "przed świtem",
            "wczesnym rankiem",
            "rano",
            "w południe",
            "po południu",
            "wieczorem",
            "w nocy",
        ),
        night="noc {}",
    ),
    "hu": _Words(
        circa="{} körül",
        uncertain="{} (bizonytalan)",
        open_end="{} óta",
        seasons=("tavasza", "nyara", "ősze", "tele"),
        season="{year} {season}",
        decade="{}-es évek",
        parts_of_day=(
            "hajnal előtt",
            "kora reggel",
            "délelőtt",
            "délben",
            "délután",
            "este",
            "éjjel",
        ),
        night="{} éjszakája",
    ),
}
LANGUAGES = frozenset(_WORDS)
"""Languages for which words like 'circa' and 'evening' are known; others fall back to English."""


def in_words(date: Date, language: str = "en-GB", length: Length = Length.LONG) -> str:
    """A date as a reader of the language expects it: ``23–26 June 1848``, ``c. March 1848``."""
    words = _words(language)
    locale = _locale(language)
    # an interval is one phrase when both ends are known equally well, otherwise two
    precision = date.start.precision
    one_phrase = {Precision.DAY, Precision.MONTH}
    if date.end and precision in one_phrase and date.end.precision is precision:
        text = _interval(date.start.first, date.end.first, precision, locale, length)
    elif date.end:
        first, last = (_point(p, locale, words, length) for p in (date.start, date.end))
        both_years = date.start.precision == date.end.precision == Precision.YEAR
        text = f"{first}–{last}" if both_years else f"{first} – {last}"
    else:
        text = _point(date.start, locale, words, length)
    if date.approximate:
        text = words.circa.format(text)
    if date.uncertain:
        text = words.uncertain.format(text)
    if date.open_end:
        text = words.open_end.format(text)
    return text


def event_date(event: Event, language: str = "en-GB", length: Length = Length.LONG) -> str:
    """The date of an event with what is known of the hour: ``15 March 1848, evening``."""
    text = in_words(event.date, language, length)
    words = _words(language)
    if event.when:
        return event.when
    if event.part_of_day is PartOfDay.NIGHT and event.date.is_interval:
        return words.night.format(text)
    hour = hour_of(event, language)
    return f"{text}, {hour}" if hour else text


def hour_of(event: Event, language: str = "en-GB") -> str:
    """The clock time or part of the day, if known: ``before dawn``."""
    if event.time:
        return event.time
    if event.part_of_day is None:
        return ""
    return _words(language).parts_of_day[list(PartOfDay).index(event.part_of_day)]


def day_of_month(day: dt.date, language: str, *, short: bool = True) -> tuple[str, str]:
    """Weekday and month of a day, for rows of a chronology: ``('Tue', 'Oct')``."""
    locale = _locale(language)
    width = "abbreviated" if short else "wide"
    weekday = locale.days["stand-alone"][width][day.weekday()]
    return str(weekday), month_name(day.month, language, short=short)


def month_name(month: int, language: str, *, short: bool = False) -> str:
    """The name of a month standing alone."""
    width = "abbreviated" if short else "wide"
    names = get_month_names(width, context="stand-alone", locale=_locale(language))  # type: ignore[arg-type]
    return str(names[month])


def _point(point: Point, locale: Locale, words: _Words, length: Length) -> str:
    match point.precision:
        case Precision.TEN_DAYS:
            return _interval(point.first, point.last, Precision.DAY, locale, length)
        case Precision.SEASON:
            assert point.month is not None
            season = words.seasons[point.month - 21]
            return words.season.format(season=season, year=point.year)
        case Precision.DECADE:
            return words.decade.format(point.year // 10 * 10)
        case _:
            pattern = _pattern(locale, _skeleton(point.precision, length))
            return format_date(point.first, _wide(pattern, length), locale=locale)


def _pattern(locale: Locale, skeleton: str) -> str:
    if skeleton == "MMM":
        return "LLL"
    return str(locale.datetime_skeletons[skeleton].pattern)


def _interval(
    first: dt.date, last: dt.date, precision: Precision, locale: Locale, length: Length
) -> str:
    """Two dates as one phrase. CLDR has patterns for short month names only; widened here."""
    patterns = locale.interval_formats[_skeleton(precision, length)]
    if first.year != last.year and "y" in patterns:
        parts = patterns["y"]
    elif first.month != last.month:
        parts = patterns["M"]
    else:
        parts = patterns["d"]
    return "".join(
        format_date(day, _wide(part, length), locale=locale)
        for day, part in zip((first, last), parts, strict=True)
    )


def _wide(pattern: str, length: Length) -> str:
    if length in {Length.SHORT, Length.SHORT_NO_YEAR}:
        return pattern
    return re.sub(r"(?<![ML])([ML])\1\1(?![ML])", r"\1\1\1\1", pattern)


def _skeleton(precision: Precision, length: Length) -> str:
    if precision is Precision.YEAR:
        return "y"
    year = "" if length in {Length.LONG_NO_YEAR, Length.SHORT_NO_YEAR} else "y"
    if precision is Precision.DAY:
        return year + "MMMd"
    return year + "MMM" if year else "MMM"


def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


def _words(language: str) -> _Words:
    return _WORDS.get(language.split("-", maxsplit=1)[0], _WORDS["en"])
