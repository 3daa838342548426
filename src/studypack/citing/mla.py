"""The style of the Modern Language Association: MLA Handbook, 9th ed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from studypack.citing.names import forward, inverted, listed
from studypack.citing.punctuation import (
    capital,
    clauses,
    last_two,
    page_field,
    sentences,
    short_place,
    with_mark,
)
from studypack.citing.record import Kind, Record
from studypack.citing.style import DASH, Style
from studypack.summary.citations import Locator
from studypack.summary.sources import Name, Source

SOME = 2
"""So many people are named; of more only the first."""


class Mla(Style):
    """Author and page in brackets: ``(Oakes 172)``."""

    repeats_names = False

    def __init__(self, sources: Iterable[Source], language: str) -> None:
        found = tuple(sources)
        self._works = Counter(tuple(s.author or s.editor) for s in found)
        super().__init__(found, language)

    def short(self, record: Record) -> str:
        """``Oakes``; with a title where several works by the same people are cited."""
        title = self._title(record, short=True)
        if not record.people:
            return title
        who = self._people([self.surname(name) for name in record.people])
        several = self._works[tuple(record.people)] > 1
        return clauses((who, title), self.terms) if several else who

    def with_place(self, short: str, places: Sequence[Locator]) -> str:
        """``Oakes 172, 210n187``"""
        where = ", ".join(short_place(place, last_two) for place in places)
        return f"{short} {where}".strip()

    def entry(self, record: Record, *, known: bool = False) -> str:
        """Author, title, container with its parts between commas."""
        source, terms, kind = record.source, self.terms, record.kind
        within = kind in {Kind.JOURNAL, Kind.PERIODICAL, Kind.CHAPTER, Kind.WEB}
        container = f"<em>{record.container}</em>" if within and record.container else ""
        helpers = self._helpers(record)
        pages = page_field(source.page, last_two) if within else ""
        form = terms.page[not source.page.strip().isdigit()]
        date = self._date(record)
        body: tuple[str, ...] = (
            container,
            *helpers,
            terms.volume.format(record.volume) if record.volume else "",
            terms.issue.format(record.issue) if record.issue else "",
        )
        coda = ""
        match kind:
            case Kind.JOURNAL | Kind.PERIODICAL:
                body = (*body, date)
            case Kind.THESIS:
                body = (date,)
                coda = clauses((record.publisher, record.genre), terms)
            case Kind.PAPER if record.archive:
                body = (date, record.archive, record.shelf)
            case _:
                publisher = record.publisher or ("" if within else record.imprint)
                body = (*body, publisher, date)
        body = (*body, form.format(pages) if pages else "", record.link)
        if record.accessed.year and not record.issued.year:
            looked_up = record.accessed.in_words(self.language, terms.months)
            coda = capital(terms.accessed.format(looked_up))
        text = clauses(body, terms)
        leading = not container and (helpers or record.volume)
        parts = (
            self._head(record, known=known),
            self._title(record),
            capital(text) if leading else text,
            coda,
        )
        return with_mark(sentences(parts, terms), ".", terms)

    def _title(self, record: Record, *, short: bool = False) -> str:
        """In italics where it is a whole of its own, else in quotation marks."""
        alone = {Kind.BOOK, Kind.THESIS} | ({Kind.WEB} if not record.container else set())
        return record.italic(short=short) if record.kind in alone else record.quoted(short=short)

    def _head(self, record: Record, *, known: bool) -> str:
        names = [inverted(n) if i == 0 else forward(n) for i, n in enumerate(record.people)]
        who = DASH if known else self._people(names, inverted_first=True)
        if record.headed_by_editors:
            return clauses((who, self.terms.editor_in_full[len(names) > 1]), self.terms)
        return who

    def _people(self, names: Sequence[str], *, inverted_first: bool = False) -> str:
        if len(names) > SOME:
            comma = "," if inverted_first else ""
            return f"{names[0]}{comma} {self.terms.and_others}"
        return listed(names, self.terms, comma_before_and=inverted_first)

    def _helpers(self, record: Record) -> list[str]:
        terms = self.terms
        found: tuple[tuple[str, Sequence[Name]], ...] = (
            (terms.edited_in_full, record.editors),
            (terms.translated_in_full, record.source.translator),
        )
        return [
            form.format(self._people([forward(name) for name in people]))
            for form, people in found
            if people
        ]

    def _date(self, record: Record) -> str:
        day = record.issued
        if record.kind is Kind.JOURNAL:
            return day.month_and_year(self.language, self.terms.months)
        if record.kind is Kind.CHAPTER or record.source.type == "book":
            return day.year
        if record.kind is Kind.THESIS:
            return day.year
        return day.in_words(self.language, self.terms.months)
