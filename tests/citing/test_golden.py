"""Every reference and entry as citeproc-js writes it, but for the differences named here."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from studypack.citing import style_of
from studypack.summary.citations import parse_group
from studypack.summary.course import CitationStyle, Labels
from studypack.summary.sources import Source

GOLDEN: dict[str, Any] = json.loads((Path(__file__).parent / "golden.json").read_text("utf-8"))
CASES = [(style.value, language.value) for style in CitationStyle for language in Labels]

MONTHS = {
    "stycznia": "styczeń",
    "lutego": "luty",
    "marca": "marzec",
    "kwietnia": "kwiecień",
    "maja": "maj",
    "czerwca": "czerwiec",
    "lipca": "lipiec",
    "sierpnia": "sierpień",
    "września": "wrzesień",
    "października": "październik",
    "listopada": "listopad",
    "grudnia": "grudzień",
}
UNLISTED = {
    ("Order", "en-GB"): "‘Order to the Lamp-Lighter’. 5 March 1787.",
    ("Order", "en-US"): "“Order to the Lamp-Lighter.” March 5, 1787.",
    ("Order", "pl"): "„Order to the lamp-lighter”. 5 marca 1787.",
    ("Order", "hu"): "„Order to the lamp-lighter”. 1787. március 5.",
    ("A Memorandum", "en-GB"): "Mőss, Ødger. ‘A Memorandum’. n.d.",
    ("A Memorandum", "en-US"): "Mőss, Ødger. “A Memorandum.” n.d.",
    ("A Memorandum", "pl"): "Mőss, Ødger. „A Memorandum”. b.d.",
    ("A Memorandum", "hu"): "Mőss, Ødger. „A Memorandum”. é. n.",
}


def day_first(found: re.Match[str]) -> str:
    _, year, month, day = found.groups()
    return f"({day} {month} {year})" if day else f"({month} {year})"


def hungarian_date(found: re.Match[str]) -> str:
    _, year, month, day = found.groups()
    return f"({year}. {month} {day}.)" if day else f"({year}. {month})"


def small(found: re.Match[str]) -> str:
    return f"{found[2]}. {found[1].lower()}."


@dataclass(frozen=True)
class Difference:
    """What is written otherwise than citeproc-js has it, and why."""

    why: str
    styles: str
    languages: str
    pattern: str
    instead: str | Callable[[re.Match[str]], str] = field(compare=False)

    def apply(self, words: str, style: str, language: str) -> str:
        if style not in self.styles.split() or language not in self.languages.split():
            return words
        return re.sub(self.pattern, self.instead, words)


DIFFERENCES = [
    Difference(
        "MLA Handbook 9, 5.51: the volume of a set is part of the entry",
        "mla",
        "en-GB en-US",
        r"(History of Birk</em>\. )",
        r"\1Vol. 2, ",
    ),
    Difference("the same in Polish", "mla", "pl", r"(History of Birk</em>\. )", r"\1T. 2, "),
    Difference(
        "the same in Hungarian", "mla", "hu", r"(History of Birk</em>\. )", r"\g<1>2. köt., "
    ),
    Difference(
        "MLA Handbook 9, 5.126: the dash stands for editors too",
        "mla",
        "en-GB en-US pl hu",
        r"^Maple, Jan, (?=\w+\. <em>Papers)",
        "———, ",
    ),
    Difference(
        "APA 7, 9.29: a publisher that is the author is not named again",
        "apa",
        "en-GB en-US pl hu",
        r"</em>\. (Society of Keepers|Board of Lights)\.",
        "</em>.",
    ),
    Difference(
        "APA 7, 9.16: 'retrieved' goes with a date; without one it says nothing",
        "apa",
        "en-GB en-US pl hu",
        r"(Retrieved|Pobrano|Elérés) (?=https)",
        "",
    ),
    Difference(
        "with pages, a second year without its author would read as a page",
        "apa",
        "en-GB en-US pl hu",
        r"\b(Oakes|Maple), (\d{4}b?, [^;()]*?), (?=\d{4}, \D)",
        r"\1, \2; \1, ",
    ),
    Difference(
        "the year first is English order; Polish keeps its own",
        "apa",
        "pl",
        r"(\()(\d{4}), (\w+)(?: (\d+))?\)",
        day_first,
    ),
    Difference(
        "the year first is English order; Hungarian dates begin so, with points",
        "apa",
        "hu",
        r"(\()(\d{4}), (\w+)(?: (\d+))?\)(?!,)",
        hungarian_date,
    ),
    Difference(
        "a Polish month without a day stands in the nominative",
        "chicago mla apa",
        "pl",
        rf"(?<!\d )\b({'|'.join(MONTHS)})(?= \d)",
        lambda found: MONTHS[found[1]],
    ),
    Difference(
        "no comma before 'i' and 'és' in Polish and Hungarian",
        "chicago mla",
        "pl hu",
        r", (i|és) (?=[A-Z])",
        r" \1 ",
    ),
    Difference(
        "'przez' wants another case of the name; the locale's abbreviation wants none",
        "chicago mla",
        "pl",
        r"\b([Zz])redagowane przez",
        lambda found: "Red." if found[1] == "Z" else "red.",
    ),
    Difference(
        "the same for translators",
        "chicago mla",
        "pl",
        r"\b([Pp])rzetłumaczone przez",
        lambda found: "Tłum." if found[1] == "P" else "tłum.",
    ),
    Difference(
        "inner quotation marks are angular in Polish",
        "chicago mla",
        "pl",
        r"(?<= )“([^“”]*)”",
        r"«\1»",
    ),
    Difference(
        "and in Hungarian, where they point inward",
        "chicago mla",
        "hu",
        r"(?<= )“([^“”]*)”",
        r"»\1«",
    ),
    Difference(
        "Hungarian puts the number before 'sz.' and 'köt.'",
        "chicago mla apa",
        "hu",
        r"\b(sz|[Kk]öt)\. (\d+)\.?",
        small,
    ),
    Difference(
        "and before 'o.'",
        "chicago mla apa",
        "hu",
        r"\b(o)\. (\d+(?:–\d+)?(?:, \d+(?:–\d+)?(?=[,);.]))*)\.?",
        small,
    ),
]


def plain(words: str) -> str:
    """Entities as characters, and one way to write italics."""
    return html.unescape(words.replace("<i>", "<em>").replace("</i>", "</em>")).strip()


def expected(words: str, style: str, language: str) -> str:
    words = plain(words)
    for difference in DIFFERENCES:
        words = difference.apply(words, style, language)
    return words


def unlisted(title: str, style: str, language: str) -> str:
    """Chicago does not list papers without an archive; who reads no notes could not find them."""
    found = [
        words
        for (start, of), words in UNLISTED.items()
        if title.startswith(start) and of == language
    ]
    assert style == "chicago"
    return found[0]


@pytest.mark.parametrize(("style", "language"), CASES)
def test_a_source_alone(style: str, language: str) -> None:
    wrong = []
    for record in GOLDEN["sources"]:
        source = Source.model_validate(record)
        made = style_of(CitationStyle(style), [source], language)
        found = [
            made.reference(parse_group(f"@{source.id}, p. 172")),
            made.reference(parse_group(f"@{source.id}, pp. 172-174")),
            made.reference(parse_group(f"@{source.id}")),
            made.bibliography()[0][1],
        ]
        golden = GOLDEN["strings"][style][language][source.id]
        for ours, theirs in zip(found, golden, strict=True):
            wanted = expected(theirs, style, language) or unlisted(source.title, style, language)
            if html.unescape(ours) != wanted:
                wrong.append((source.id, html.unescape(ours), wanted))
    assert wrong == []


def written(group: list[list[str]]) -> str:
    """A group as an author writes it."""
    parts = []
    for key, pages, prefix in ([*cited, ""][:3] for cited in group):
        sign = "pp." if re.search(r"\D", pages) else "p."
        parts.append(f"{prefix} @{key}" + (f", {sign} {pages}" if pages else ""))
    return "; ".join(parts)


@pytest.mark.parametrize("number", range(len(GOLDEN["books"])))
@pytest.mark.parametrize(("style", "language"), CASES)
def test_sources_that_must_be_told_apart(style: str, language: str, number: int) -> None:
    book = GOLDEN["books"][number]
    golden = book["strings"][style][language]
    sources = [Source.model_validate(record) for record in book["sources"]]
    made = style_of(CitationStyle(style), sources, language)
    found = [html.unescape(made.reference(parse_group(written(g)))) for g in book["groups"]]
    assert found == [expected(words, style, language) for words in golden["references"]]
    entries = [html.unescape(entry) for _, entry in made.bibliography()]
    assert entries == [expected(words, style, language) for words in golden["bibliography"]]


def test_every_difference_is_one() -> None:
    strings = [
        (plain(words), style, language)
        for style, language in CASES
        for words in [
            *(w for four in GOLDEN["strings"][style][language].values() for w in four),
            *(
                w
                for book in GOLDEN["books"]
                for some in book["strings"][style][language].values()
                for w in some
            ),
        ]
    ]
    idle = [d.why for d in DIFFERENCES if all(d.apply(*case) == case[0] for case in strings)]
    assert idle == []
