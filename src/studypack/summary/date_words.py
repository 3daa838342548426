"""Dates in words: the one way in which all outputs show a date, in each language and length."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date, get_month_names

from studypack.summary.course import labels_for
from studypack.summary.date_terms import terms_for
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


_DAYS_IN_A = frozenset({2, 3, 6, 8, 13, 16, 18, 20, 23, 26, 28, 30})
"""Days whose Hungarian ordinal has the ending ``-a``; that of the others is ``-e``."""


def in_words(date: Date, language: str = "en-GB", length: Length = Length.LONG) -> str:
    """A date as a reader of the language expects it: ``23–26 June 1848``, ``c. March 1848``."""
    return _with_doubts(
        date, terms_for(language).open_end if date.open_end else "", language, length
    )


def until(date: Date, language: str = "en-GB", length: Length = Length.LONG) -> str:
    """The end of a time whose beginning is not told: ``to May 1848``."""
    return _with_doubts(date, terms_for(language).until, language, length)


def event_date(event: Event, language: str = "en-GB", length: Length = Length.LONG) -> str:
    """The date of an event with what is known of the hour: ``15 March 1848, evening``."""
    if event.when:
        return event.when
    date, words = event.date, terms_for(language)
    hour = hour_of(event, language)
    if not hour:
        return in_words(date, language, length)
    both = _phrase(date, language, length, bound=date.approximate or date.open_end)
    if event.part_of_day is PartOfDay.NIGHT and date.end:
        night = words.night_about if date.approximate else words.night
        text = night.format(both=both, **_nights(date, language, length))
    else:
        about = words.circa_within.format(both) if date.approximate else both
        edge = words.open_end if date.open_end else "{}"
        text = words.at_hour.format(date=edge.format(about), hour=hour)
    return words.uncertain.format(text) if date.uncertain else text


def _nights(date: Date, language: str, length: Length) -> dict[str, str]:
    """The days between which a night lies, the month and the year said once."""
    assert date.end is not None
    days = (date.start.first, date.end.first)
    first, last = _ends(*days, date.start.precision, language, length, bound=True)
    return {"first": first, "last": last}


def _with_doubts(date: Date, edge: str, language: str, length: Length) -> str:
    """A date with the words about it; ``edge`` says that it begins or ends something."""
    words = terms_for(language)
    text = _phrase(date, language, length, bound=date.approximate or bool(edge))
    if date.approximate:
        text = (words.circa_within if edge else words.circa).format(text)
    if edge:
        text = edge.format(text if " " in edge else _before_suffix(text))
    return words.uncertain.format(text) if date.uncertain else text


def _before_suffix(text: str) -> str:
    """Hungarian words as they stand before one: ``május 7-é``, ``tavaszá``, ``május``, ``1848-``.

    Days are ordinals with a possessive ending, whose vowel goes with theirs: ``1-je``, ``8-a``.
    """
    if day := re.search(r"(?<!\d)(\d\d?)\.$", text):
        ending = "jé" if day[1] == "1" else "á" if int(day[1]) in _DAYS_IN_A else "é"
        return f"{text[:-1]}-{ending}"
    if not text[-1].isalpha():
        return f"{text}-"
    return text[:-1] + {"a": "á", "e": "é"}.get(text[-1], text[-1])


def _phrase(date: Date, language: str, length: Length, *, bound: bool) -> str:
    """The date alone; ``bound`` is how it stands behind a preposition."""
    # an interval is one phrase when both ends are known equally well, otherwise two
    precision = date.start.precision
    one_phrase = {Precision.DAY, Precision.MONTH}
    if date.end and precision in one_phrase and date.end.precision is precision:
        days = (date.start.first, date.end.first)
        return _interval(*days, precision, language, length, bound=bound)
    if date.end:
        lengths = _lengths(date.start, date.end, language, length)
        ends = zip((date.start, date.end), lengths, strict=True)
        first, last = (_point(point, language, room, bound=bound) for point, room in ends)
        both_years = date.start.precision == date.end.precision == Precision.YEAR
        return f"{first}–{last}" if both_years else f"{first} – {last}"
    return _point(date.start, language, length, bound=bound)


_WITHOUT_YEAR = {Length.LONG: Length.LONG_NO_YEAR, Length.SHORT: Length.SHORT_NO_YEAR}
_IN_A_YEAR = {Precision.DAY, Precision.TEN_DAYS, Precision.MONTH}


def _lengths(start: Point, end: Point, language: str, length: Length) -> tuple[Length, Length]:
    """How the ends of an interval are written: a year that both have is said once."""
    shorter = _WITHOUT_YEAR.get(length, length)
    if start.year != end.year or not {start.precision, end.precision} <= _IN_A_YEAR:
        return length, length
    return (length, shorter) if terms_for(language).year_first else (shorter, length)


def hour_of(event: Event, language: str = "en-GB") -> str:
    """The clock time or part of the day, if known: ``before dawn``."""
    words = terms_for(language)
    if event.time:
        hour, minute = (int(part) for part in event.time.split(":"))
        half = "a.m." if hour < 12 else "p.m."
        return words.clock.format(
            time=event.time, hour=hour, minute=minute, hour12=hour % 12 or 12, half=half
        )
    if event.part_of_day is None:
        return ""
    return words.parts_of_day[list(PartOfDay).index(event.part_of_day)]


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


def _point(point: Point, language: str, length: Length, *, bound: bool) -> str:
    words, locale = terms_for(language), _locale(language)
    match point.precision:
        case Precision.TEN_DAYS:
            thirds = words.thirds_bound if bound else words.thirds
            pattern = _pattern(locale, _skeleton(Precision.MONTH, length))
            month = _formatted(point.first, pattern, language, length, bound=True)
            # the days from the 30th on are the end of a month as those from the 20th are
            return thirds[min(point.first.day // 10, 2)].format(month)
        case Precision.SEASON:
            assert point.month is not None
            season = (words.seasons_bound if bound else words.seasons)[point.month - 21]
            return words.season.format(season=season, year=point.year)
        case Precision.DECADE:
            first = point.year // 10 * 10
            decade = words.decade_bound if bound else words.decade
            return decade.format(first=first, last=first + 9, ending=_hungarian_ending(first))
        case Precision.YEAR:
            return str(point.year)
        case _:
            pattern = _pattern(locale, _skeleton(point.precision, length))
            return _formatted(point.first, pattern, language, length, bound=bound)


def _hungarian_ending(decade: int) -> str:
    """``1820-as``, ``1850-es``: the ending follows the vowels of the number."""
    if decade % 100 == 0:
        return "es" if decade % 1000 == 0 else "as"
    return "as" if decade // 10 % 10 in {2, 3, 6, 8} else "es"


def _pattern(locale: Locale, skeleton: str) -> str:
    if skeleton == "MMM":
        return "LLL"
    return str(locale.datetime_skeletons[skeleton].pattern)


def _interval(
    first: dt.date,
    last: dt.date,
    precision: Precision,
    language: str,
    length: Length,
    *,
    bound: bool,
) -> str:
    """Two dates as one phrase."""
    dash = terms_for(language).dash
    if not dash:
        return "".join(_parts(first, last, precision, language, length, bound=bound))
    one, other = _ends(first, last, precision, language, length, bound=bound)
    days_of_one_month = precision is Precision.DAY and (first.year, first.month) == (
        last.year,
        last.month,
    )
    return f"{one}–{other}" if days_of_one_month or " " not in one else f"{one}{dash}{other}"


def _ends(
    first: dt.date,
    last: dt.date,
    precision: Precision,
    language: str,
    length: Length,
    *,
    bound: bool,
) -> tuple[str, str]:
    """The ends of an interval; what both share stands in one of them."""
    one, other = _parts(first, last, precision, language, length, bound=bound)
    return one.rstrip(" –\N{THIN SPACE}"), other


def _parts(
    first: dt.date,
    last: dt.date,
    precision: Precision,
    language: str,
    length: Length,
    *,
    bound: bool,
) -> tuple[str, str]:
    """Beginning, with the dash, and end. CLDR has patterns for short months only; widened here."""
    patterns = _locale(language).interval_formats[_skeleton(precision, length)]
    if first.year != last.year and "y" in patterns:
        parts = patterns["y"]
    elif first.month != last.month:
        parts = patterns["M"]
    else:
        parts = patterns["d"]
    one, other = (
        _formatted(day, part, language, length, bound=bound)
        for day, part in zip((first, last), parts, strict=True)
    )
    return one, other


@lru_cache(10_000)  # one day stands on several cards, and on every page that shows it
def _formatted(day: dt.date, pattern: str, language: str, length: Length, *, bound: bool) -> str:
    """A day, the month in full where there is room; ``bound`` months are no nominatives."""
    if bound:
        pattern = pattern.replace("L", "M")
    in_full = length in {Length.LONG, Length.LONG_NO_YEAR}
    if in_full or day.month in terms_for(language).whole_months:
        pattern = re.sub(r"(?<![ML])([ML])\1\1(?![ML])", r"\1\1\1\1", pattern)
    return format_date(day, pattern, locale=_locale(language))


def _skeleton(precision: Precision, length: Length) -> str:
    if precision is Precision.YEAR:
        return "y"
    year = "" if length in {Length.LONG_NO_YEAR, Length.SHORT_NO_YEAR} else "y"
    if precision is Precision.DAY:
        return year + "MMMd"
    return year + "MMM" if year else "MMM"


@cache
def _locale(language: str) -> Locale:
    """Where the words around dates are British for want of others, so are the dates themselves."""
    return Locale.parse(labels_for(language), sep="-")
