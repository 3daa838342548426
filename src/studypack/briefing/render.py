"""From a pack to the briefing's PDF."""

from __future__ import annotations

import re

from markupsafe import Markup

from studypack import typesetting
from studypack.briefing.book import Book, book_of
from studypack.briefing.tagging import mender
from studypack.diagnostics import Diagnostic, Mark
from studypack.product import CannotRenderError, Product
from studypack.select import Pack

_JOINT = "\N{ZERO WIDTH NON-JOINER}"
_SPACE_BEFORE_TAG = re.compile(r"(?<=[^\s>])\s+(?=<(?:a|em|span|strong)[ >])")
"""Where a text ends in a space that does not fit on its line although the text does, Pango 1.50
breaks the line after its first word. Something invisible after the space keeps it from that."""


def render(pack: Pack) -> tuple[Product, ...]:
    """The briefing of a pack: one PDF/UA-1 file.

    Raises CannotRenderError for a character that no font has (the checks name its place before)
    and for text that WeasyPrint loses; MachineLacksError where its libraries are missing.
    """
    book = book_of(pack)
    name = f"{pack.name}-briefing.pdf"
    document = typesetting.lay_out(page_of(book), name)
    if typesetting.lost_text(document):
        # with its paragraph kept on one page, a footnote that was dropped finds its place
        document = typesetting.lay_out(page_of(book, careful=True), name)
        lost = typesetting.lost_text(document)
        if lost:
            raise CannotRenderError(*(_lost(name, text) for text in lost))
    typesetting.fill_in_pages(document)
    data = typesetting.to_pdf(document, name, mender(book.names))
    return (Product(name, data, f"{len(document.pages)} pages"),)


def page_of(book: Book, *, careful: bool = False) -> str:
    """The book as one HTML page; ``careful`` breaks no paragraph of the narrative."""
    template = typesetting.environment("briefing").get_template("book.html")
    faces = Markup(typesetting.font_faces())  # noqa: S704 (our own)
    page = template.render(book=book, font_faces=faces, careful=careful)
    return _SPACE_BEFORE_TAG.sub(lambda found: found[0] + _JOINT, page)


def _lost(name: str, text: str) -> Diagnostic:
    words = text.replace(_JOINT, "")
    start = words if len(words) <= 60 else f"{words[:60]}…"
    return Diagnostic(
        "SP403",
        Mark(name),
        f"no room for the words ‘{start}’",
        "Shorten it, or divide the paragraph that it stands in.",
    )
