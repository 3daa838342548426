"""Citations as Pandoc writes them: ``[@doe1998, p. 210 n. 187; @roe1901]``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_FRONT = 400
_NUMERALS = (
    *((100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def page_name(page: int) -> str:
    """``12``, or ``xii`` for a page of the front matter, whose number is below zero."""
    if page >= 0:
        return str(page)
    left, name = page + _FRONT, ""
    for value, letters in _NUMERALS:
        name += letters * (left // value)
        left %= value
    return name


_ROMAN = {page_name(page): page for page in range(1 - _FRONT, 0)}


def page_number(name: str) -> int:
    """The number of a page by its name. Roman pages come before Arabic ones: below zero.

    Raises ValueError.
    """
    if name.isdecimal():
        return int(name)
    if name not in _ROMAN:
        raise ValueError(f"'{name}' is no number of a page")
    return _ROMAN[name]


@dataclass(frozen=True)
class Locator:
    """The place in a source: ranges of pages (a single page is a range of one) and notes.

    Pages of the front matter, with Roman numbers, are below zero: see ``page_name``.
    """

    pages: tuple[tuple[int, int], ...] = ()
    notes: tuple[tuple[int, int], ...] = ()

    def __str__(self) -> str:
        parts = []
        if self.pages:
            many = len(self.pages) > 1 or self.pages[0][0] != self.pages[0][1]
            parts.append(("pp. " if many else "p. ") + _ranges(self.pages))
        if self.notes:
            many = len(self.notes) > 1 or self.notes[0][0] != self.notes[0][1]
            parts.append(("nn. " if many else "n. ") + _ranges(self.notes))
        return " ".join(parts)


@dataclass(frozen=True)
class Citation:
    """One reference to a source; ``prefix`` is what stands before the @, like 'see'."""

    key: str
    locator: Locator = Locator()
    prefix: str = ""


_PART = re.compile(
    r"(?P<prefix>[^@]*)@(?P<key>[A-Za-z0-9_][\w:.#$%&+?<>~/-]*?)(?:,\s*(?P<loc>.*))?"
)


def _ranges_of(number: str) -> str:
    return rf"{number}(?:[-–]{number})?(?:,\s*{number}(?:[-–]{number})?)*"


_LOCATOR = re.compile(
    rf"(?:pp?\.\s*(?P<pages>{_ranges_of('(?:[0-9]+|[ivxlc]+)')}))?"
    rf"\s*,?\s*(?:nn?\.\s*(?P<notes>{_ranges_of('[0-9]+')}))?"
)


def parse_group(inner: str) -> tuple[Citation, ...]:
    """The citations between one pair of brackets (without them).

    Raises ValueError, in words for an author.
    """
    return tuple(_one(" ".join(part.split())) for part in inner.split(";"))


CURLY = "“”„‟‘’‚«»"


@lru_cache(10_000)  # asked for when a field is read, by several rules, and wherever it is printed
def parse_field(text: str) -> tuple[Citation, ...]:
    """The citations of a ``cite`` field: one or more bracketed groups."""
    text = text.strip()
    if not text:
        return ()
    groups = re.findall(r"\[([^\[\]]*)\]", text)
    rest = re.sub(r"\[[^\[\]]*\]", "", text).strip()
    if text[0] in CURLY:
        raise ValueError(
            f'{text} begins with a curly quotation mark; write straight ones: "[@key, p. 12]"'
        )
    if not groups or rest:
        raise ValueError(
            f"'{text}' is not a citation; write it in square brackets, like \"[@key, p. 12]\""
        )
    return tuple(citation for group in groups for citation in parse_group(group))


def _one(part: str) -> Citation:
    match = _PART.fullmatch(part)
    if match is None:
        raise ValueError(f"'{part}' is not a citation; write @key, p. 12 (or p. 12 n. 3)")
    located = (match["loc"] or "").strip()
    locator = _LOCATOR.fullmatch(located)
    if locator is None:
        raise ValueError(
            f"'{located}' is not a place in a source; write p. 12, pp. 12–14 or p. 12 n. 3"
        )
    return Citation(
        match["key"],
        Locator(_pairs(locator["pages"]), _pairs(locator["notes"])),
        match["prefix"].strip(),
    )


def _pairs(text: str | None) -> tuple[tuple[int, int], ...]:
    if not text:
        return ()
    pairs = []
    for piece in re.split(r",\s*", text):
        low, _, high = re.sub("[-–]", "-", piece).partition("-")
        if low.isdecimal() and high.isdecimal():
            # '168–9' means 168–169: the second number borrows the missing leading digits
            high = low[: max(len(low) - len(high), 0)] + high
        first, last = page_number(low), page_number(high or low)
        if last < first:
            raise ValueError(f"'{piece}' runs backwards")
        pairs.append((first, last))
    return tuple(pairs)


def _ranges(pairs: tuple[tuple[int, int], ...]) -> str:
    return ", ".join(page_name(a) if a == b else f"{page_name(a)}–{page_name(b)}" for a, b in pairs)
