"""What the three styles have in common: sources in short, and the order of their list."""

from __future__ import annotations

import html
from abc import ABC, abstractmethod
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from studypack.citing.names import family, initials, inverted
from studypack.citing.punctuation import clauses, in_full, ranges
from studypack.citing.record import Record
from studypack.citing.terms import Terms, terms_of
from studypack.citing.titles import without_article
from studypack.summary.alphabet import alphabetical
from studypack.summary.citations import Citation, Locator
from studypack.summary.sources import Name, Source

DASH = "———"
"""Stands in the list of sources for people who were named in the entry before."""


@dataclass(frozen=True)
class Cited:
    """One source with the places in it that are cited together."""

    record: Record
    prefix: str
    places: tuple[Locator, ...]

    def after_prefix(self, words: str) -> str:
        """``see Doe 1998``"""
        return f"{html.escape(self.prefix)} {words}" if self.prefix else words


class Style(ABC):
    """A style of citation for the sources of one book. All strings are HTML."""

    in_text = True
    """Whether a reference stands in the running text, in brackets, and not in a note."""
    repeats_names = True
    """Whether the list of sources names people again who were named in the entry before."""

    def __init__(self, sources: Iterable[Source], language: str) -> None:
        self.language = language
        self.terms = terms_of(language)
        self.records = {s.id: Record(s, language, self.terms) for s in sources}
        self.namesakes = _namesakes(self.records.values())
        self.letters: dict[str, str] = {}
        self.letters = self._letters()  # which asks what sources are called without

    def reference(self, group: Iterable[Citation]) -> str:
        """A bracket in the text; where it is a note, its text. Call it in the order of the book."""
        return f"({self.labelled(group)})"

    def label(self, source: Source) -> str:
        """A source in short, as references and tables call it."""
        return self.short(self.records[source.id])

    def labelled(self, group: Iterable[Citation], unnamed: str = "") -> str:
        """Sources in short with places, for tables.

        Of the source with the key ``unnamed`` the places stand alone, and as "p. 3" in every
        style: a bare number would not say what it counts.
        """
        found = (self._labelled(cited, unnamed) for cited in self.ordered(self.gathered(group)))
        return "; ".join(found)

    def bibliography(self) -> list[tuple[Source, str]]:
        """All sources and their entries, in the order of the style."""
        entries = []
        before: Sequence[Name] = ()
        for record in self.listed():
            known = bool(before) and list(record.people) == list(before)
            before = record.people
            entry = self.entry(record, known=known and not self.repeats_names)
            entries.append((record.source, entry))
        return entries

    def listed(self) -> list[Record]:
        """All sources in the order of the style."""
        return sorted(self.records.values(), key=self.sort_key)

    @abstractmethod
    def entry(self, record: Record, *, known: bool = False) -> str:
        """The entry of a source; ``known`` people are those of the entry before."""

    @abstractmethod
    def short(self, record: Record) -> str:
        """People, and what else the style needs to tell a source from others."""

    def with_place(self, short: str, places: Sequence[Locator]) -> str:
        """A source in short and places in it."""
        return clauses((short, spoken(places, self)), self.terms)

    def ordered(self, group: list[Cited]) -> list[Cited]:
        """Sources of one reference in the order of the style: here the author's."""
        return group

    def heading(self, record: Record) -> tuple[str, ...]:
        """What an entry is sorted by first: people, or else the title."""
        names = tuple(inverted(name) for name in record.people)
        return names or (without_article(record.source.title),)

    def sort_key(self, record: Record) -> tuple[list[tuple[str, str]], str, tuple[str, str]]:
        """People, then titles without their article."""
        heading = [alphabetical(name) for name in self.heading(record)]
        return heading, "", alphabetical(without_article(record.source.title))

    def surname(self, name: Name) -> str:
        """Oakes; A. Oakes where another Oakes is cited too."""
        if name.family in self.namesakes and name.given:
            return f"{initials(name)} {family(name)}"
        return family(name)

    def gathered(self, group: Iterable[Citation]) -> list[Cited]:
        """Sources with their places; citations of one source that follow each other are joined."""
        found: list[Cited] = []
        for citation in group:
            places = [place for place in (citation.locator,) if place.pages or place.notes]
            record = self.records[citation.key]
            if found and found[-1].record is record and citation.prefix in {"", found[-1].prefix}:
                last = found.pop()
                places = [*last.places, *(p for p in places if p not in last.places)]
                found.append(Cited(record, last.prefix, tuple(places)))
            else:
                found.append(Cited(record, citation.prefix, tuple(places)))
        return found

    def _labelled(self, cited: Cited, unnamed: str) -> str:
        if cited.record.source.id == unnamed and cited.places:
            return cited.after_prefix(spoken(cited.places, self))
        return cited.after_prefix(self.with_place(self.short(cited.record), cited.places))

    def _letters(self) -> dict[str, str]:
        """Letters for sources that would be called the same without, in the order of titles."""
        alike: dict[str, list[Record]] = defaultdict(list)
        for record in self.listed():
            alike[self.short(record)].append(record)
        return {
            record.source.id: letter(number)
            for records in alike.values()
            if len(records) > 1
            for number, record in enumerate(records)
        }


def letter(number: int) -> str:
    """a, b, … z, aa: what tells sources apart that are called the same."""
    before, last = divmod(number, 26)
    return (letter(before - 1) if before else "") + chr(ord("a") + last)


def spoken(places: Iterable[Locator], style: Style) -> str:
    """``p. 172, p. 210 n. 187`` in the language of labels, page numbers in full."""
    return ", ".join(with_signs(place, style.terms) for place in places)


def counted(forms: tuple[str, str], pairs: Sequence[tuple[int, int]]) -> str:
    """``p. 3`` or ``pp. 3–5, 8``: the form for one or for several."""
    several = len(pairs) > 1 or pairs[0][0] != pairs[0][1]
    return forms[several].format(ranges(pairs, in_full))


def with_signs(place: Locator, terms: Terms) -> str:
    """``p. 210 n. 187`` in a language; empty for a whole source."""
    found = (
        counted(terms.page, place.pages) if place.pages else "",
        counted(terms.short_note, place.notes) if place.notes else "",
    )
    return " ".join(filter(None, found))


def _namesakes(records: Iterable[Record]) -> frozenset[str]:
    """Family names that several people at the heads of entries have."""
    people = {record.people[0] for record in records if record.people}
    shared = Counter(name.family for name in people if name.family)
    return frozenset(name for name, count in shared.items() if count > 1)
