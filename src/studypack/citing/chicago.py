"""Chicago's notes and bibliography: the Chicago Manual of Style, 17th ed., chapter 14."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from studypack.citing.names import family, forward, inverted, listed
from studypack.citing.punctuation import (
    capital,
    chicago_digits,
    clauses,
    page_field,
    sentences,
    short_place,
    with_mark,
)
from studypack.citing.record import Kind, Record
from studypack.citing.style import DASH, Cited, Style
from studypack.citing.titles import without_article
from studypack.summary.citations import Citation, Locator
from studypack.summary.sources import Name, Source

SOME = 3
"""So many authors are named in a note; of more only the first."""
MANY = 10
"""So many are named in the bibliography; of more the first seven."""


class Chicago(Style):
    """Notes: a source in full the first time, in short after that."""

    in_text = False
    repeats_names = False

    def __init__(self, sources: Iterable[Source], language: str) -> None:
        super().__init__(sources, language)
        self._seen: set[str] = set()

    def reference(self, group: Iterable[Citation]) -> str:
        """``Jane Doe, ‘A Title’, <em>Journal</em> 33, no. 2 (April 1998): 172.``"""
        parts = [cited.after_prefix(self._note(cited)) for cited in self.gathered(group)]
        return with_mark("; ".join(parts), ".", self.terms)

    def short(self, record: Record) -> str:
        """``Doe 1998``; tables have no room for more."""
        source, year = record.source, record.issued.year
        who = self.surname(source.author[0]) if source.author else ""
        called = who or record.container or record.title()
        return f"{called} {year}{self.letters.get(source.id, '')}".strip()

    def heading(self, record: Record) -> tuple[str, ...]:
        """Magazines and sites stand under their names where no one signs (14.191)."""
        if _unsigned(record):
            return (without_article(record.source.container_title),)
        return super().heading(record)

    def entry(self, record: Record, *, known: bool = False) -> str:
        """Family name first, stops between the parts."""
        source, terms, kind = record.source, self.terms, record.kind
        title = record.italic() if kind is Kind.BOOK else record.quoted()
        heads = [self._head(record, known=known), title]
        if _unsigned(record):
            heads = [_named(record), title]
        date = record.issued.in_words(self.language) or terms.no_date
        year = record.issued.year or terms.no_date
        match kind:
            case Kind.JOURNAL:
                pages = page_field(source.page, chicago_digits)
                body = [_numbered(record, self) + (f": {pages}" if pages else "")]
            case Kind.PERIODICAL:
                body = [clauses(("" if _unsigned(record) else _named(record), date), terms)]
            case Kind.CHAPTER:
                pages = page_field(source.page, chicago_digits)
                within = f"{capital(terms.inside)} <em>{record.container}</em>"
                helpers = self._helpers(record, in_full=True)
                body = [
                    clauses((within, *helpers, pages), terms),
                    clauses((record.imprint, year), terms),
                ]
            case Kind.BOOK:
                helpers = [capital(helper) for helper in self._helpers(record, in_full=True)]
                volume = capital(terms.volume.format(record.volume)) if record.volume else ""
                body = [*helpers, volume, clauses((record.imprint, year), terms)]
            case Kind.THESIS:
                body = [clauses((record.genre, record.publisher, year), terms)]
            case Kind.WEB:
                site = "" if _unsigned(record) else _named(record)
                body = [
                    clauses((site, record.issued.in_words(self.language)), terms),
                    capital(self._accessed(record)),
                ]
            case Kind.PAPER:
                body = [clauses((record.imprint, date), terms), record.shelf, record.archive]
        return with_mark(sentences((*heads, *body, record.link), terms), ".", terms)

    def _note(self, cited: Cited) -> str:
        record = cited.record
        key = record.source.id
        if key not in self._seen:
            self._seen.add(key)
            return self._first(record, cited.places)
        kind = record.kind
        title = record.italic(short=True) if kind is Kind.BOOK else record.quoted(short=True)
        names = _named(record) if _unsigned(record) else self._some(record.people, family)
        volume = record.volume if kind is Kind.BOOK else ""
        where = _places(cited.places, volume)
        if volume and not where:
            where = self.terms.volume.format(volume)
        return clauses((names, title, where), self.terms)

    def _first(self, record: Record, places: Sequence[Locator]) -> str:
        source, terms, kind = record.source, self.terms, record.kind
        volume = record.volume if kind is Kind.BOOK else ""
        where = _places(places, volume)
        title = record.italic() if kind is Kind.BOOK else record.quoted()
        names = self._some(record.people, forward)
        if record.headed_by_editors:
            names = clauses((names, terms.editor[len(source.editor) > 1]), terms)
        date = record.issued.in_words(self.language) or terms.no_date
        year = record.issued.year or terms.no_date
        match kind:
            case Kind.JOURNAL:
                body = [_numbered(record, self) + (f": {where}" if where else "")]
            case Kind.PERIODICAL:
                body = [_named(record), date, where]
            case Kind.CHAPTER:
                within = f"{terms.inside} <em>{record.container}</em>"
                helpers = clauses((within, *self._helpers(record)), terms)
                body = [f"{helpers} ({clauses((record.imprint, year), terms)})", where]
            case Kind.BOOK:
                title = clauses((title, *self._helpers(record)), terms)
                title += f" ({clauses((record.imprint, year), terms)})"
                body = [where or (terms.volume.format(volume) if volume else "")]
            case Kind.THESIS:
                title += f" ({clauses((record.genre, record.publisher, year), terms)})"
                body = [where]
            case Kind.WEB:
                dated = record.issued.in_words(self.language)
                body = [_named(record), dated, where, self._accessed(record)]
            case Kind.PAPER:
                if record.shelf and where:
                    where = terms.page[len(places) > 1].format(where)
                body = [record.imprint, date, record.shelf, where, record.archive]
        return clauses((names, title, *body, record.link), terms)

    def _head(self, record: Record, *, known: bool) -> str:
        people = record.people
        names = [inverted(name) if i == 0 else forward(name) for i, name in enumerate(people)]
        if len(names) > MANY:
            who = f"{', '.join(names[:7])}, {self.terms.and_others}"
        else:
            who = listed(names, self.terms, comma_before_and=True)
        if known:
            who = DASH
        if record.headed_by_editors:
            return clauses((who, self.terms.editor[len(people) > 1]), self.terms)
        return who

    def _some(self, people: Sequence[Name], write: Callable[[Name], str]) -> str:
        if len(people) > SOME:
            return f"{write(people[0])} {self.terms.and_others}"
        return listed([write(name) for name in people], self.terms)

    def _helpers(self, record: Record, *, in_full: bool = False) -> list[str]:
        """Editors and translators."""
        terms = self.terms
        edited = terms.edited_in_full if in_full else terms.edited
        translated = terms.translated_in_full if in_full else terms.translated
        return [
            form.format(listed([forward(name) for name in people], terms))
            for form, people in ((edited, record.editors), (translated, record.source.translator))
            if people
        ]

    def _accessed(self, record: Record) -> str:
        """Only where the source has no date of its own (14.12)."""
        if record.issued.year or not record.accessed.year:
            return ""
        return self.terms.accessed.format(record.accessed.in_words(self.language))


def _unsigned(record: Record) -> bool:
    within = record.kind in {Kind.PERIODICAL, Kind.WEB}
    return within and not record.people and bool(record.container)


def _named(record: Record) -> str:
    """A magazine in italics, a site without."""
    if not record.container or record.kind is Kind.WEB:
        return record.container
    return f"<em>{record.container}</em>"


def _numbered(record: Record, style: Style) -> str:
    """A journal with volume, number and date."""
    name = f"<em>{record.container}</em>"
    if record.volume:
        name += f" {record.volume}"
    issue = style.terms.issue.format(record.issue) if record.issue else ""
    date = record.issued.month_and_year(style.language) or style.terms.no_date
    return f"{clauses((name, issue), style.terms)} ({date})"


def _places(places: Sequence[Locator], volume: str) -> str:
    """``172, 210n187``; in a volume ``2:172``."""
    found = ", ".join(short_place(place, chicago_digits) for place in places)
    return f"{volume}:{found}" if volume and found else found
