"""Stops and commas between pieces of HTML, and ranges of pages."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable

from studypack.citing.terms import Terms
from studypack.summary.citations import Locator, page_name

Range = tuple[int, int]
_TAGS = re.compile(r"(?:</?[a-z]+>)+$")


def capital(words: str) -> str:
    """The same words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def with_mark(words: str, mark: str, terms: Terms) -> str:
    """Words and a mark after them, which is left out where their own last mark does for it.

    In American English the mark goes before the closing quotation mark.
    """
    close = terms.quotes[1]
    quoted = words.endswith(close)
    inner = _TAGS.sub("", words[: -len(close)] if quoted else words)
    if quoted and inner.endswith(terms.inner_quotes[1]):
        inner = inner[:-1]
    if inner.endswith((".", "?", "!") if mark == "." else mark):
        return words
    if quoted and terms.stops_inside:
        return f"{words[: -len(close)]}{mark}{close}"
    return words + mark


def clauses(parts: Iterable[str], terms: Terms) -> str:
    """Those that say something, with commas between them."""
    return _joined(parts, ",", terms)


def sentences(parts: Iterable[str], terms: Terms) -> str:
    """Those that say something, with stops between them but none at the end."""
    return _joined(parts, ".", terms)


def _joined(parts: Iterable[str], mark: str, terms: Terms) -> str:
    *before, last = [part for part in parts if part] or [""]
    return "".join(f"{with_mark(part, mark, terms)} " for part in before) + last


def ranges(pairs: Iterable[Range], shorter: Callable[[int, int], str]) -> str:
    """``3, 172–74``; Roman numbers in full, ``xii–xv``."""

    def one(first: int, last: int) -> str:
        if first == last:
            return page_name(first)
        return f"{page_name(first)}–{page_name(last) if first < 0 else shorter(first, last)}"

    return ", ".join(one(*pair) for pair in pairs)


def in_full(_first: int, last: int) -> str:
    """172–174: APA 7, and labels."""
    return str(last)


def last_two(first: int, last: int) -> str:
    """172–74, 100–04: the MLA Handbook, 9th ed., 2.139."""
    kept = _shared(first, last)
    return str(last)[min(kept, max(len(str(last)) - 2, 0)) :]


def chicago_digits(first: int, last: int) -> str:
    """172–74, 101–8, 100–104: the Chicago Manual, 17th ed., 9.61."""
    if first % 100 == 0:
        return str(last)
    kept = _shared(first, last)
    if first % 100 > 9:
        kept = min(kept, max(len(str(last)) - 2, 0))
    return str(last)[kept:]


def _shared(first: int, last: int) -> int:
    """How many leading digits two numbers of one length have in common; below 100 none counts."""
    a, b = str(first), str(last)
    if len(a) != len(b) or len(a) < 3:
        return 0
    return next((i for i, pair in enumerate(zip(a, b, strict=True)) if pair[0] != pair[1]), 0)


def page_field(page: str, shorter: Callable[[int, int], str]) -> str:
    """The pages of a record, ``163-214``, as HTML with its ranges as a style writes them."""

    def one(found: re.Match[str]) -> str:
        return ranges([(int(found[1]), int(found[2]))], shorter)

    return re.sub(r"(\d+)\s*[-–—]+\s*(\d+)", one, html.escape(page))


def short_place(place: Locator, shorter: Callable[[int, int], str]) -> str:
    """``172–74``, or ``210n187`` for a note (the Chicago Manual, 17th ed., 14.157)."""
    pages = ranges(place.pages, shorter)
    if not place.notes:
        return pages
    several = len(place.notes) > 1 or place.notes[0][0] != place.notes[0][1]
    if place.pages and place.pages[-1][1] < 0:
        pages += " "  # ``xii n3``: letters would run into the n
    return f"{pages}{'nn' if several else 'n'}{ranges(place.notes, shorter)}"
