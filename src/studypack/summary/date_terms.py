"""The words around dates, language by language. A new language is one entry more."""

from __future__ import annotations

from dataclasses import dataclass, replace

from studypack.summary.language import primary


@dataclass(frozen=True)
class DateTerms:
    """What CLDR does not know: a language's words around dates."""

    circa: str
    circa_within: str
    """The same where words follow that belong to the date: Hungarian puts it first then."""
    uncertain: str
    open_end: str
    until: str
    seasons: tuple[str, str, str, str]
    seasons_bound: tuple[str, str, str, str]
    """The same behind the words above: Polish ones ask for the genitive."""
    season: str
    thirds: tuple[str, str, str]
    """Beginning, middle and end of a month, which has its place in them."""
    thirds_bound: tuple[str, str, str]
    decade: str
    """With its first and its last year."""
    decade_bound: str
    parts_of_day: tuple[str, str, str, str, str, str, str]
    night: str
    """With both days as one phrase, and each of them."""
    night_about: str
    """The same of days that are only about right."""
    at_hour: str
    clock: str
    """With the ``time`` as the summary has it, its ``hour`` and ``minute``, and its ``hour12`` with
    the ``half`` of the day."""
    dash: str = ""
    """Between two days or months that have spaces in them; others, and days of one month, are
    joined without spaces. If empty, all is as in CLDR."""
    year_first: bool = False
    whole_months: frozenset[int] = frozenset()
    """Months that are never abbreviated: "maj" is no short "maja", but another case of it."""


_ENGLISH = DateTerms(
    circa="c. {}",
    circa_within="c. {}",
    uncertain="{} (date uncertain)",
    open_end="from {}",
    until="to {}",
    seasons=("spring", "summer", "autumn", "winter"),
    seasons_bound=("spring", "summer", "autumn", "winter"),
    season="{season} {year}",
    thirds=("early {}", "mid-{}", "late {}"),
    thirds_bound=("early {}", "mid-{}", "late {}"),
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
    night_about="night of c. {both}",
    at_hour="{date}, {hour}",
    clock="{time}",
)
_FALL = ("spring", "summer", "fall", "winter")
_WORDS = {
    "en": _ENGLISH,
    "en-US": replace(
        _ENGLISH,
        seasons=_FALL,
        seasons_bound=_FALL,
        clock="{hour12}:{minute:02}\N{NO-BREAK SPACE}{half}",
        dash="–",
    ),
    "pl": DateTerms(
        circa="ok. {}",
        circa_within="ok. {}",
        uncertain="{} (data niepewna)",
        open_end="od {}",
        until="do {}",
        seasons=("wiosna", "lato", "jesień", "zima"),
        seasons_bound=("wiosny", "lata", "jesieni", "zimy"),
        season="{season} {year}",
        thirds=("początek {}", "połowa {}", "koniec {}"),
        thirds_bound=("początku {}", "połowy {}", "końca {}"),
        decade="lata {first}–{last}",
        decade_bound="lat {first}–{last}",
        parts_of_day=(
            "przed świtem",
            "wczesnym rankiem",
            "rano",
            "w\N{NO-BREAK SPACE}południe",
            "po południu",
            "wieczorem",
            "w\N{NO-BREAK SPACE}nocy",
        ),
        night="noc z\N{NO-BREAK SPACE}{first} na {last}",
        night_about="ok. nocy z\N{NO-BREAK SPACE}{first} na {last}",
        at_hour="{date}, {hour}",
        clock="godz.\N{NO-BREAK SPACE}{hour}.{minute:02}",
        dash=" – ",
        whole_months=frozenset({5}),
    ),
    "hu": DateTerms(
        circa="{} körül",
        circa_within="kb. {}",
        uncertain="{} (bizonytalan időpont)",
        open_end="{} óta",
        until="{}ig",
        seasons=("tavasza", "nyara", "ősze", "tele"),
        seasons_bound=("tavasza", "nyara", "ősze", "tele"),
        season="{year} {season}",
        thirds=("{} eleje", "{} közepe", "{} vége"),
        thirds_bound=("{} eleje", "{} közepe", "{} vége"),
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
        night_about="kb. {both} éjszakája",
        at_hour="{date} {hour}",
        clock="{hour}:{minute:02}",
        year_first=True,
    ),
}


def terms_for(language: str) -> DateTerms:
    """The words of a language; British ones where it has none of its own."""
    return _WORDS.get(language) or _WORDS.get(primary(language), _ENGLISH)
