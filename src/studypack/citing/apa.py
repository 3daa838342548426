"""The style of the American Psychological Association: Publication Manual, 7th ed."""

from __future__ import annotations

from collections.abc import Sequence

from studypack.citing.names import with_initials
from studypack.citing.punctuation import capital, clauses, in_full, page_field, sentences, with_mark
from studypack.citing.record import Kind, Record
from studypack.citing.style import Cited, Style, counted
from studypack.citing.titles import without_article
from studypack.summary.alphabet import alphabetical
from studypack.summary.citations import Locator
from studypack.summary.sources import Name

SOME = 2
"""So many people are named in the text; of more only the first."""
MANY = 20
"""So many are named in the list; of more the first nineteen and the last."""


class Apa(Style):
    """Author, year and page in brackets: ``(Oakes, 1998, p. 172)``."""

    def short(self, record: Record) -> str:
        """``Oakes, 1998``; letters tell works of one year apart."""
        return clauses((self._called(record), self._year(record)), self.terms)

    def with_place(self, short: str, places: Sequence[Locator]) -> str:
        """``Oakes, 1998, pp. 172–174``; a note as ``p. 210, note 187``."""
        pages = tuple(pair for place in places if not place.notes for pair in place.pages)
        found = [counted(self.terms.page, pages)] if pages else []
        for place in places:
            if place.notes:
                found += [counted(self.terms.page, place.pages)] if place.pages else []
                found.append(counted(self.terms.note, place.notes))
        return clauses((short, *found), self.terms)

    def ordered(self, group: list[Cited]) -> list[Cited]:
        """In the order of the list (8.12), unless words before a source bind it to its place."""
        if any(cited.prefix for cited in group):
            return group
        return sorted(group, key=lambda cited: self.sort_key(cited.record))

    def sort_key(self, record: Record) -> tuple[list[tuple[str, str]], str, tuple[str, str]]:
        """People, then years, then titles."""
        heading = [alphabetical(name) for name in self.heading(record)]
        return heading, record.issued.year, alphabetical(without_article(record.source.title))

    def entry(self, record: Record, *, known: bool = False) -> str:
        """Author (date). Title. Where it stands. The address has no stop after it."""
        del known  # names are said again in every entry
        terms = self.terms
        title = self._title_with_notes(record)
        date = f"({self._date(record)})"
        people = self._people(record)
        heads = (people, date, title) if people else (title, date)
        body = sentences((*heads, *self._body(record)), terms)
        address = self._address(record)
        return (
            f"{with_mark(body, '.', terms)} {address}" if address else with_mark(body, ".", terms)
        )

    def _body(self, record: Record) -> tuple[str, ...]:
        source, terms = record.source, self.terms
        pages = page_field(source.page, in_full)
        match record.kind:
            case Kind.JOURNAL | Kind.PERIODICAL:
                issue = f"({record.issue})" if record.issue else ""
                number = (f"<em>{record.volume}</em>" if record.volume else "") + issue
                name = f"<em>{record.container}</em>" if record.container else ""
                return (clauses((name, number, pages), terms),)
            case Kind.CHAPTER:
                editors = self._joined(
                    [with_initials(name, first=False) for name in record.editors]
                )
                if editors:
                    editors += f" ({capital(terms.editor[len(record.editors) > 1])}),"
                form = terms.page[not source.page.strip().isdigit()]
                where = f"({form.format(pages)})" if pages else ""
                within = (capital(terms.inside), editors, f"<em>{record.container}</em>", where)
                return (" ".join(filter(None, within)), self._publisher(record))
            case Kind.THESIS if record.link:
                return ()
            case Kind.WEB:
                return (record.container,)
            case Kind.PAPER if record.archive:
                shelf = f" ({record.shelf})" if record.shelf else ""
                kept = f"{record.archive_name}{shelf}"
                return (clauses((kept, record.archive_place), terms),)
        return (self._publisher(record),)

    def _title_with_notes(self, record: Record) -> str:
        kind, terms, source = record.kind, self.terms, record.source
        alone = kind in {Kind.BOOK, Kind.THESIS, Kind.WEB, Kind.PAPER}
        title = f"<em>{record.title()}</em>" if alone else record.title()
        notes = []
        if kind is not Kind.CHAPTER:
            notes += self._helpers(record.editors, terms.editor[len(record.editors) > 1])
        notes += self._helpers(source.translator, terms.translator)
        if kind is Kind.BOOK and record.volume:
            notes.append(capital(terms.volume.format(record.volume)))
        if notes:
            title += f" ({'; '.join(notes)})"
        if kind is Kind.THESIS:
            said = clauses((record.genre, record.publisher if record.link else ""), terms)
            title += f" [{said}]" if said else ""
        return title

    def _helpers(self, people: Sequence[Name], role: str) -> list[str]:
        names = self._joined([with_initials(name, first=False) for name in people])
        return [f"{names}, {capital(role)}"] if names else []

    def _people(self, record: Record) -> str:
        names = [with_initials(name, first=True) for name in record.people]
        if len(names) > MANY:
            who = f"{', '.join(names[:19])}, … {names[-1]}"
        else:
            who = self._joined(names, comma=True)
        if record.headed_by_editors:
            who += f" ({capital(self.terms.editor[len(names) > 1])})"
        return who

    def _joined(self, names: Sequence[str], *, comma: bool = False) -> str:
        if len(names) < 2:
            return "".join(names)
        mark = "," if comma or len(names) > 2 else ""
        return f"{', '.join(names[:-1])}{mark} &amp; {names[-1]}"

    def _called(self, record: Record) -> str:
        """People in the text, or else the title as the list prints it: in italics or quoted."""
        names = [self.surname(name) for name in record.people]
        if len(names) > SOME:
            return f"{names[0]} {self.terms.and_others_apa}"
        if names:
            return self._joined(names)
        alone = record.kind in {Kind.BOOK, Kind.THESIS, Kind.WEB, Kind.PAPER}
        return record.italic(short=True) if alone else record.quoted(short=True)

    def _year(self, record: Record) -> str:
        letter = self.letters.get(record.source.id, "")
        if record.issued.year:
            return record.issued.year + letter
        return self.terms.no_date + (f"-{letter}" if letter else "")

    def _date(self, record: Record) -> str:
        daily = record.kind in {Kind.PERIODICAL, Kind.WEB} or record.source.type == "document"
        if not daily or not record.issued.month:
            return self._year(record)
        letter = self.letters.get(record.source.id, "")
        return record.issued.year_first(self.language, letter)

    def _publisher(self, record: Record) -> str:
        """Left out where it is the author (9.29)."""
        said = [name.literal for name in record.people]
        return "" if said == [record.source.publisher] else record.publisher

    def _address(self, record: Record) -> str:
        """With the date of a page that has none, since it may change (9.16)."""
        if record.issued.year or not record.accessed.year or not record.link:
            return record.link
        day = record.accessed.in_words(self.language)
        return capital(self.terms.retrieved.format(day, record.link))
