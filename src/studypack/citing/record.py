"""A source as the styles see it: what kind it is, its titles, people, dates and address."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from studypack.citing.dates import Day, day_of
from studypack.citing.terms import Terms
from studypack.citing.titles import headline, quoted
from studypack.summary.sources import Name, Source


class Kind(Enum):
    """Kinds of source that a style treats alike."""

    JOURNAL = auto()
    PERIODICAL = auto()
    """A magazine or newspaper."""
    CHAPTER = auto()
    BOOK = auto()
    """Also a report."""
    THESIS = auto()
    WEB = auto()
    PAPER = auto()
    """A document or manuscript that was not published as a book."""


_KINDS = {
    "article-journal": Kind.JOURNAL,
    "article-magazine": Kind.PERIODICAL,
    "article-newspaper": Kind.PERIODICAL,
    "chapter": Kind.CHAPTER,
    "paper-conference": Kind.CHAPTER,
    "entry-encyclopedia": Kind.CHAPTER,
    "entry-dictionary": Kind.CHAPTER,
    "thesis": Kind.THESIS,
    "webpage": Kind.WEB,
    "post": Kind.WEB,
    "post-weblog": Kind.WEB,
    "document": Kind.PAPER,
    "manuscript": Kind.PAPER,
    "speech": Kind.PAPER,
    "interview": Kind.PAPER,
    "personal_communication": Kind.PAPER,
}


@dataclass(frozen=True)
class Record:
    """One source in one language of labels. All strings are HTML."""

    source: Source
    language: str
    terms: Terms

    @property
    def kind(self) -> Kind:
        """What its CSL type, or else its fields, say that it is."""
        within = Kind.CHAPTER if self.source.publisher else Kind.PERIODICAL
        return _KINDS.get(self.source.type, within if self.source.container_title else Kind.BOOK)

    @property
    def people(self) -> Sequence[Name]:
        """Who stands at the head: the authors, or the editors of a book without them."""
        return self.source.author or (self.source.editor if self.headed_by_editors else ())

    @property
    def headed_by_editors(self) -> bool:
        """Whether the editors stand where else the authors do."""
        return not self.source.author and self.kind is Kind.BOOK and bool(self.source.editor)

    @property
    def editors(self) -> Sequence[Name]:
        """The editors, where they do not stand at the head."""
        return () if self.headed_by_editors else self.source.editor

    def title(self, *, short: bool = False) -> str:
        """As it stands in the record."""
        return html.escape((short and self.source.title_short) or self.source.title)

    def quoted(self, *, short: bool = False) -> str:
        """The title as a headline in quotation marks."""
        title = (short and self.source.title_short) or self.source.title
        return html.escape(quoted(headline(title, self._written_in), self.terms))

    def italic(self, *, short: bool = False) -> str:
        """The title as a headline in italics."""
        title = (short and self.source.title_short) or self.source.title
        return f"<em>{html.escape(headline(title, self._written_in))}</em>"

    @property
    def container(self) -> str:
        """The journal, book or site that it stands in, as a headline."""
        return html.escape(headline(self.source.container_title, self._written_in))

    @property
    def volume(self) -> str:
        """The number of the volume."""
        return html.escape(self.source.volume)

    @property
    def issue(self) -> str:
        """The number within the volume."""
        return html.escape(self.source.issue)

    @property
    def publisher(self) -> str:
        """Who published it."""
        return html.escape(self.source.publisher)

    @property
    def imprint(self) -> str:
        """``Alder: Nowhere Press``"""
        found = (self.source.publisher_place, self.source.publisher)
        return ": ".join(html.escape(part) for part in found if part)

    @property
    def genre(self) -> str:
        """What sort of thesis or document it is."""
        return html.escape(self.source.genre)

    @property
    def shelf(self) -> str:
        """The place in an archive."""
        return html.escape(self.source.archive_location)

    @property
    def archive_name(self) -> str:
        """Where a document is kept."""
        return html.escape(self.source.archive)

    @property
    def archive_place(self) -> str:
        """Where the archive is."""
        return html.escape(self.source.archive_place)

    @property
    def archive(self) -> str:
        """The archive and its place."""
        return ", ".join(part for part in (self.archive_name, self.archive_place) if part)

    @property
    def issued(self) -> Day:
        """When it came out."""
        return day_of(self.source.issued)

    @property
    def accessed(self) -> Day:
        """When it was looked up."""
        return day_of(self.source.accessed)

    @property
    def link(self) -> str:
        """Its DOI as an address, or its URL."""
        doi = self.source.doi.removeprefix("https://doi.org/")
        return html.escape(f"https://doi.org/{doi}" if doi else self.source.url)

    @property
    def _written_in(self) -> str:
        return self.source.language or self.language
