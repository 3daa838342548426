"""From a pack to the briefing's PDF."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Any

from studypack import sheets, typesetting
from studypack.briefing.book import Book, book_of
from studypack.briefing.index import UNREAD, Part, index
from studypack.briefing.matter import careful, from_page, page_of, runs
from studypack.briefing.standing_type import Copy, StandingType
from studypack.briefing.tagging import mender
from studypack.product import CannotRenderError, Product
from studypack.select import Pack

_SHORTER = "Shorten it, or divide the paragraph that it stands in."
_standing = StandingType()
"""In this process; it shows in time alone."""


def render(pack: Pack, *, folded: bool = False) -> tuple[Product, ...]:
    """The briefing of a pack: one PDF/UA-1 file, with ``folded`` on the pages of a booklet.

    Raises CannotRenderError for a character that no font has (the checks name its place before)
    and for text that WeasyPrint loses; MachineLacksError where its libraries are missing.
    """
    name = f"{pack.name}-briefing.pdf"
    document, said = _document(pack, replace(book_of(pack), folded=folded), name)
    data = typesetting.to_pdf(document, name, mender(said))
    return (Product(name, data, f"{len(document.pages)} pages"),)


def _document(pack: Pack, book: Book, name: str) -> tuple[Any, dict[str, str]]:
    """The book laid out; its anchors, each with what is found there."""
    assets = frozenset(book.look.assets.items())
    document = _set(book, assets, name)
    said = dict(book.names)
    if book.has("index"):
        said |= sheets.name_pages(document, book.words.plain.page)
        copy = Copy(_index(pack, book, document), len(document.pages) + 1, assets)
        document = sheets.joined(document, _laid_out(copy, name))
    sheets.fill_in_pages(document)
    return document, said


def _set(book: Book, assets: Set[tuple[str, bytes]], name: str) -> Any:
    """The book up to its index, run by run: what one needs in memory is free for the next."""
    pages = [
        page_of(book, run, opening=not number)
        for number, run in enumerate(runs(book, book.before_index))
    ]
    _standing.distribute(pages, assets)
    documents: list[Any] = []
    first_page = 1
    for page in pages:
        document = _standing.document(Copy(page, first_page, assets), partial(_laid_out, name=name))
        documents.append(document)
        first_page += len(document.pages)
    return sheets.joined(*documents)


def _index(pack: Pack, book: Book, document: Any) -> str:
    """The HTML page behind the pages that it indexes, see ``Book.indexed``."""
    numbers = sheets.page_numbers(document)
    parts = [
        Part(c.title, numbers[c.anchor], c.own)
        for c in book.before_index
        if c.template not in UNREAD
    ]
    letters = index(pack, sheets.pieces(document, UNREAD), numbers, parts)
    last = chain.from_iterable(runs(book, book.indexed(letters)))
    return page_of(book, tuple(last), opening=False)


def _laid_out(copy: Copy, name: str) -> Any:
    page, assets = from_page(copy.html, copy.first_page), dict(copy.assets)
    document = typesetting.lay_out(page, name, assets)
    if not sheets.lost_text(document):
        return document
    # with its paragraph kept on one page, a footnote that was dropped finds its place
    document = typesetting.lay_out(careful(page), name, assets)
    lost = sheets.lost_text(document)
    if lost:
        raise CannotRenderError(*(text.without_room(name, _SHORTER) for text in lost))
    return document
