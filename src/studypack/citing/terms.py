"""The words around a citation in the languages of labels, as CSL's locales have them.

Where a style's English term is only translated by a grammatical mistake (Polish "przez" wants
another case), the abbreviation stands that the locale has too. Hungarian puts numbers first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from studypack.summary.language import primary


@dataclass(frozen=True)
class Terms:
    """One language. A pair is for one and for several; ``{}`` is where the rest goes."""

    quotes: tuple[str, str] = ("‘", "’")
    inner_quotes: tuple[str, str] = ("“", "”")
    stops_inside: bool = False
    """Whether a stop or comma goes before the closing quotation mark."""
    joint: str = "and"
    serial_comma: bool = True
    """Whether a comma stands before the last of several names."""
    and_others: str = "et al."
    and_others_apa: str = "et al."
    inside: str = "in"
    page: tuple[str, str] = ("p. {}", "pp. {}")
    short_note: tuple[str, str] = ("n. {}", "nn. {}")
    note: tuple[str, str] = ("note {}", "notes {}")
    volume: str = "vol. {}"
    issue: str = "no. {}"
    editor: tuple[str, str] = ("ed.", "eds")
    editor_in_full: tuple[str, str] = ("editor", "editors")
    edited: str = "ed. {}"
    edited_in_full: str = "edited by {}"
    translator: str = "trans."
    translated: str = "trans. {}"
    translated_in_full: str = "translated by {}"
    no_date: str = "n.d."
    accessed: str = "accessed {}"
    retrieved: str = "retrieved {}, from {}"
    months: tuple[str, ...] = ()
    """Abbreviated names as MLA wants them; else in full."""


_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec."
_BRITISH = Terms(months=tuple(_MONTHS.split()))
_AMERICAN = Terms(
    quotes=("“", "”"),
    inner_quotes=("‘", "’"),
    stops_inside=True,
    editor=("ed.", "eds."),
    months=tuple(_MONTHS.split()),
)
_POLISH = Terms(
    quotes=("„", "”"),
    inner_quotes=("«", "»"),
    joint="i",
    serial_comma=False,
    and_others_apa="i in.",
    inside="w",
    page=("s. {}", "s. {}"),
    short_note=("przyp. {}", "przyp. {}"),
    note=("przyp. {}", "przyp. {}"),
    volume="t. {}",
    issue="nr {}",
    editor=("red.", "red."),
    editor_in_full=("redaktor", "redaktorzy"),
    edited="red. {}",
    edited_in_full="red. {}",
    translator="tłum.",
    translated="tłum. {}",
    translated_in_full="tłum. {}",
    no_date="b.d.",
    accessed="dostęp {}",
    retrieved="pobrano {}, z {}",
)
_HUNGARIAN = Terms(
    quotes=("„", "”"),
    inner_quotes=("»", "«"),
    joint="és",
    serial_comma=False,
    and_others="és mtsai.",
    and_others_apa="és mtsai.",
    page=("{}. o.", "{}. o."),
    short_note=("{}. j.", "{}. j."),
    note=("{}. j.", "{}. j."),
    volume="{}. köt.",
    issue="{}. sz.",
    editor=("szerk.", "szerk."),
    editor_in_full=("szerkesztő", "szerkesztő"),
    edited="szerk. {}",
    edited_in_full="szerkesztette {}",
    translator="ford.",
    translated="ford. {}",
    translated_in_full="fordította {}",
    no_date="é. n.",
    accessed="elérés {}",
    retrieved="elérés {}, forrás {}",
)
_LANGUAGES: Mapping[str, Terms] = MappingProxyType(
    {"en": _BRITISH, "en-US": _AMERICAN, "pl": _POLISH, "hu": _HUNGARIAN}
)


def terms_of(language: str) -> Terms:
    """The terms of a language; British ones where it has none of its own."""
    return _LANGUAGES.get(language) or _LANGUAGES.get(primary(language), _BRITISH)
