"""From a pack to the briefing's PDF."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from studypack import sheets, typesetting
from studypack.briefing.book import Book, Chapter, book_of
from studypack.briefing.index import UNREAD, Part, index
from studypack.briefing.tagging import mender
from studypack.briefing.typography import abbreviations, days, ranges
from studypack.product import CannotRenderError, Product
from studypack.select import Pack

_JOINT = "\N{ZERO WIDTH NON-JOINER}"
_SHORTER = "Shorten it, or divide the paragraph that it stands in."
_SPACE_BEFORE_TAG = re.compile(r"(?<=[^\s>])\s+(?=<(?:a|em|span|strong)[ >])")
"""Where a text ends in a space that does not fit on its line although the text does, Pango 1.50
breaks the line after its first word. Something invisible after the space keeps it from that."""


def render(pack: Pack, *, folded: bool = False) -> tuple[Product, ...]:
    """The briefing of a pack: one PDF/UA-1 file, with ``folded`` on the pages of a booklet.

    Raises CannotRenderError for a character that no font has (the checks name its place before)
    and for text that WeasyPrint loses; MachineLacksError where its libraries are missing.
    """
    book = replace(book_of(pack), folded=folded)
    name = f"{pack.name}-briefing.pdf"
    document = _laid_out(book, book.before_index, 1, name)
    said = dict(book.names)
    if book.has("index"):
        pieces = sheets.pieces(document, UNREAD)
        numbers = sheets.page_numbers(document)
        parts = [
            Part(c.title, numbers[c.anchor], c.own)
            for c in book.before_index
            if c.template not in UNREAD
        ]
        letters = index(pack, pieces, numbers, parts)
        said |= sheets.name_pages(document, book.words.plain.page)
        rest = _laid_out(book, book.indexed(letters), len(document.pages) + 1, name)
        document = sheets.joined(document, rest)
    sheets.fill_in_pages(document)
    data = typesetting.to_pdf(document, name, mender(said))
    return (Product(name, data, f"{len(document.pages)} pages"),)


def _laid_out(book: Book, chapters: tuple[Chapter, ...], first_page: int, name: str) -> Any:
    page = page_of(book, chapters, first_page)
    document = typesetting.lay_out(page, name, book.look.assets)
    if not sheets.lost_text(document):
        return document
    # with its paragraph kept on one page, a footnote that was dropped finds its place
    page = page_of(book, chapters, first_page, careful=True)
    document = typesetting.lay_out(page, name, book.look.assets)
    lost = sheets.lost_text(document)
    if lost:
        raise CannotRenderError(*(text.without_room(name, _SHORTER) for text in lost))
    return document


def page_of(
    book: Book,
    chapters: tuple[Chapter, ...] | None = None,
    first_page: int = 1,
    *,
    careful: bool = False,
) -> str:
    """Chapters of a book as one HTML page, behind title and contents if they are the first.

    Without ``chapters``, all of them. ``careful`` breaks no paragraph of the narrative.
    """
    template = typesetting.environment("briefing").get_template("book.html")
    page = template.render(
        book=book,
        chapters=book.chapters if chapters is None else chapters,
        first_page=first_page,
        careful=careful,
    )
    return kept_together(abbreviations(page))


def kept_together(page: str) -> str:
    """An HTML page of which Pango breaks no line after its first word, and none within a range or
    between a day and its month."""
    return ranges(_SPACE_BEFORE_TAG.sub(lambda found: found[0] + _JOINT, days(page)))
