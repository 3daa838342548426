"""Dates in words: the one way in which all outputs show a date, in each language and length."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
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
    until: str
    seasons: tuple[str, str, str, str]
    seasons_bound: tuple[str, str, str, str]
    """The same behind the words above: Polish ones ask for the genitive."""
    season: str
    decade: str
    """With its first and its last year."""
    decade_bound: str
    parts_of_day: tuple[str, str, str, str, str, str, str]
    night: str
    """With both days as one phrase, and each of them."""
    at_hour: str
    close_dash: bool
    """Whether days of one month, and single words, are joined without spaces, unlike in CLDR."""


_ENGLISH = _Words(
    circa="c. {}",
    uncertain="{} (date uncertain)",
    open_end="from {}",
    until="to {}",
    seasons=("spring", "summer", "autumn", "winter"),
    seasons_bound=("spring", "summer", "autumn", "winter"),
    season="{season} {year}",
    decade="{first}s",
    decade_bound="{first}s",
    parts_of_day=(
        "before dawn",
        "early morning",
        "morning",
        "midday",
        "afternoon",
        "evening",
        "night",
    ),
    night="night of {both}",
    at_hour="{date}, {hour}",
    close_dash=False,
)
_FALL = ("spring", "summer", "fall", "winter")
_WORDS = {
    "en": _ENGLISH,
    "en-US": replace(_ENGLISH, seasons=_FALL, seasons_bound=_FALL, close_dash=True),
    "pl": _Words(
        circa="ok. {}",
        uncertain="{} (data niepewna)",
        open_end="od {}",
        until="do {}",
        seasons=("wiosna", "lato", "jesień", "zima"),
        seasons_bound=("wiosny", "lata", "jesieni", "zimy"),
        season="{season} {year}",
        decade="lata {first}–{last}",
        decade_bound="lat {first}–{last}",
        parts_of_day=(
            "przed świtem",
            "wczesnym rankiem",
            "rano",
            "w południe",
            "po południu",
            "wieczorem",
            "w nocy",
        ),
        night="noc z {first} na {last}",
        at_hour="{date}, {hour}",
        close_dash=True,
    ),
    "hu": _Words(
        circa="{} körül",
        uncertain="{} (bizonytalan időpont)",
        open_end="{} óta",
        until="{}ig",
        seasons=("tavasza", "nyara", "ősze", "tele"),
        seasons_bound=("tavasza", "nyara", "ősze", "tele"),
        season="{year} {season}",
        decade="{first}-{ending} évek",
        decade_bound="{first}-{ending} évek",
        parts_of_day=(
            "virradat előtt",
            "kora reggel",
            "délelőtt",
            "délben",
            "délután",
            "este",
            "éjjel",
        ),
        night="{both} éjszakája",
        at_hour="{date} {hour}",
        close_dash=False,
    ),
}


def in_words(date: Date, language: str = "en-GB", length: Length = Length.LONG) -> str:
    """A date as a reader of the language expects it: ``23–26 June 1848``, ``c. March 1848``."""
    return _with_doubts(date, _words(language).open_end if date.open_end else "", language, length)


def until(date: Date, language: str = "en-GB", length: Length = Length.LONG) -> str:
    """The end of a time whose beginning is not told: ``to May 1848``."""
    return _with_doubts(date, _words(language).until, language, length)


def event_date(event: Event, language: str = "en-GB", length: Length = Length.LONG) -> str:
    """The date of an event with what is known of the hour: ``15 March 1848, evening``."""
    if event.when:
        return event.when
    words = _words(language)
    text = in_words(event.date, language, length)
    if event.part_of_day is PartOfDay.NIGHT and event.date.is_interval:
        return words.night.format(both=text, **_nights(event.date, language, length))
    hour = hour_of(event, language)
    return words.at_hour.format(date=text, hour=hour) if hour else text


def _nights(date: Date, language: str, length: Length) -> dict[str, str]:
    """The days between which a night lies, the month and the year said once."""
    assert date.end is not None
    days = (date.start.first, date.end.first)
    first, last = _ends(*days, date.start.precision, language, length, bound=True)
    return {"first": first, "last": last}


def _with_doubts(date: Date, edge: str, language: str, length: Length) -> str:
    """A date with the words about it; ``edge`` says that it begins or ends something."""
    words = _words(language)
    text = _phrase(date, language, length, bound=date.approximate or bool(edge))
    if date.approximate:
        text = words.circa.format(text)
    if edge:
        text = edge.format(text if " " in edge else _before_suffix(text))
    return words.uncertain.format(text) if date.uncertain else text


def _before_suffix(text: str) -> str:
    """Hungarian words as they stand before one: ``május 7-``, ``tavaszá``, ``május``."""
    bare = re.sub(r"(?<=\d)\.$", "", text)
    if not bare[-1].isalpha():
        return f"{bare}-"
    return bare[:-1] + {"a": "á", "e": "é"}.get(bare[-1], bare[-1])


def _phrase(date: Date, language: str, length: Length, *, bound: bool) -> str:
    """The date alone; ``bound`` is how it stands behind a preposition."""
    # an interval is one phrase when both ends are known equally well, otherwise two
    precision = date.start.precision
    one_phrase = {Precision.DAY, Precision.MONTH}
    if date.end and precision in one_phrase and date.end.precision is precision:
        days = (date.start.first, date.end.first)
        return _interval(*days, precision, language, length, bound=bound)
    if date.end:
        first, last = (_point(p, language, length, bound=bound) for p in (date.start, date.end))
        both_years = date.start.precision == date.end.precision == Precision.YEAR
        return f"{first}–{last}" if both_years else f"{first} – {last}"
    return _point(date.start, language, length, bound=bound)


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


def _point(point: Point, language: str, length: Length, *, bound: bool) -> str:
    words, locale = _words(language), _locale(language)
    match point.precision:
        case Precision.TEN_DAYS:
            days = (point.first, point.last)
            return _interval(*days, Precision.DAY, language, length, bound=bound)
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
            return format_date(point.first, _wide(pattern, length, bound=bound), locale=locale)


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
    if not _words(language).close_dash:
        return "".join(_parts(first, last, precision, language, length, bound=bound))
    one, other = _ends(first, last, precision, language, length, bound=bound)
    days_of_one_month = precision is Precision.DAY and (first.year, first.month) == (
        last.year,
        last.month,
    )
    return f"{one}–{other}" if days_of_one_month or " " not in one else f"{one} – {other}"


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
    locale = _locale(language)
    patterns = locale.interval_formats[_skeleton(precision, length)]
    if first.year != last.year and "y" in patterns:
        parts = patterns["y"]
    elif first.month != last.month:
        parts = patterns["M"]
    else:
        parts = patterns["d"]
    one, other = (
        format_date(day, _wide(part, length, bound=bound), locale=locale)
        for day, part in zip((first, last), parts, strict=True)
    )
    return one, other


def _wide(pattern: str, length: Length, *, bound: bool) -> str:
    """A pattern with months in full where there is room; ``bound`` ones are no nominatives."""
    if bound:
        pattern = pattern.replace("L", "M")
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
    base = language.split("-", maxsplit=1)[0]
    return _WORDS.get(language) or _WORDS.get(base, _ENGLISH)
