"""The index of names and terms: who and what is spoken of, on which pages."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from studypack.briefing.index_names import Names, names_of
from studypack.select import Pack
from studypack.sheets import Piece
from studypack.summary.alphabet import alphabetical
from studypack.summary.items import Person, Term
from studypack.summary.text import in_language

UNREAD = frozenset(
    {"title-page", "contents", "how_to_use", "weeks", "overview", "sources", "cite", "reference"}
)
"""Classes of what speaks of the book itself and of its sources, not of its subject."""

RANGE = 3
"""So many pages in a row, and more, are a range."""

MANY = 16
"""Pages and ranges; what has more of them is divided by the parts of the book."""

DIGITS = "0–9"

_ARTICLE = re.compile(r"(The|An|A) (?=\S)(.+)")


@dataclass(frozen=True)
class Span:
    """Pages in a row, or one; ``own``: where the item has its own entry."""

    first: int
    last: int
    own: bool = False


@dataclass(frozen=True)
class Part:
    """A part of the book, and its first page."""

    title: str
    first: int
    own: bool = False
    """Whether the title is the book's own, in the language of labels."""


@dataclass(frozen=True)
class PartView:
    """The pages of an entry in one part of the book."""

    part: Part
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class EntryView:
    """A line of the index: pages, or the name to look under instead.

    What is spoken of all over the book has only its own page here, and below the other ones.
    """

    name: Markup
    abbreviation: str = ""
    spans: tuple[Span, ...] = ()
    see: Markup | str = ""
    below: tuple[PartView, ...] = ()


@dataclass(frozen=True)
class LetterView:
    """The entries under one letter."""

    letter: str
    entries: tuple[EntryView, ...]


def index(
    pack: Pack, pieces: Iterable[Piece], numbers: Mapping[str, int], parts: Sequence[Part] = ()
) -> tuple[LetterView, ...]:
    """The index of a pack as printed: its text, and the pages on which its items are explained.

    ``pieces`` is the text of the pages, ``numbers`` the page of each anchor, ``parts`` are those
    of the book in their order.
    """
    names = Names(pack)
    spoken = names.spoken_of(pieces)
    found: list[tuple[str, EntryView]] = []
    listed: tuple[Person | Term, ...] = (*pack.summary.people, *pack.summary.terms)
    for item in listed:
        own = numbers.get(item.id)
        pages = spoken.get(item.id, set()) | ({own} if own else set())
        if pages and not item.retired:
            heading, name = _heading(item)
            short = item.abbreviation if isinstance(item, Term) else ""
            found.append((heading, _entry(name, short, pages, own, parts)))
            for other in _other_names(item, names):
                found.append((other, EntryView(Markup.escape(other), see=name)))
    found.sort(key=lambda entry: _order(entry[0]))
    return tuple(
        LetterView(letter, tuple(entry for _, entry in entries))
        for letter, entries in groupby(found, lambda entry: _letter(entry[0]))
    )


def spans(pages: Set[int], own: int | None = None) -> tuple[Span, ...]:
    """Page numbers in order, each once; the own page stands alone."""
    rest = sorted(pages - {own})
    runs = [
        [page for _, page in run]
        for _, run in groupby(enumerate(rest), lambda place: place[1] - place[0])
    ]
    found = [Span(own, own, own=True)] if own in pages and own is not None else []
    for run in runs:
        if len(run) >= RANGE:
            found.append(Span(run[0], run[-1]))
        else:
            found += (Span(page, page) for page in run)
    return tuple(sorted(found, key=lambda span: span.first))


def _entry(
    name: Markup, short: str, pages: Set[int], own: int | None, parts: Sequence[Part]
) -> EntryView:
    found = spans(pages, own)
    below = by_part(pages - {own}, parts) if len(found) > MANY else ()
    if len(below) < 2:
        return EntryView(name, short, found)
    return EntryView(name, short, tuple(span for span in found if span.own), below=below)


def by_part(pages: Set[int], parts: Sequence[Part]) -> tuple[PartView, ...]:
    """Pages under the parts that they lie in: that which begins last on or before a page."""
    starts = [part.first for part in parts]
    return tuple(
        PartView(parts[at - 1], spans(set(within)))
        for at, within in groupby(sorted(pages), lambda page: bisect_right(starts, page))
        if at
    )


def _heading(item: Person | Term) -> tuple[str, Markup]:
    """How an item is called in the index: in plain letters for sorting, and as printed."""
    if isinstance(item, Person):
        return item.sort, in_language(item.sort, item.lang)
    name = _ARTICLE.sub(r"\2, \1", item.name)
    return name, in_language(name, None if item.native else item.lang)


def _other_names(item: Person | Term, names: Names) -> Iterator[str]:
    """Names that a reader may look under instead: in our letters, and under another word."""
    if isinstance(item, Person):
        others: tuple[str, ...] = (item.native,)
    else:
        linked = (_ARTICLE.sub(r"\2", name) for name in names.linked.get(item.id, ()))
        others = (item.abbreviation, *names_of(item)[1:], *linked)
    taken = {_first_word(_heading(item)[0])}
    for other in others:
        if other and _first_word(other) not in taken and _in_our_letters(other):
            taken.add(_first_word(other))
            yield other


def _first_word(name: str) -> str:
    return re.split(r"[\s,’-]", alphabetical(name)[0], maxsplit=1)[0]


def _in_our_letters(name: str) -> bool:
    return all("LATIN" in unicodedata.name(letter) for letter in name if letter.isalpha())


def _order(name: str) -> tuple[str, str]:
    """People before things of the same name: what follows a comma counts less than a word."""
    return alphabetical(name.lstrip("‘“(").replace(",", "\t"))


def _letter(name: str) -> str:
    first = _order(name)[0][:1].upper()
    return DIGITS if first.isdigit() else first
