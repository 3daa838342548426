"""From a pack to the briefing's PDF."""

from __future__ import annotations

from markupsafe import Markup

from studypack import typesetting
from studypack.briefing.book import Book, book_of
from studypack.product import Product
from studypack.select import Pack


def render(pack: Pack) -> tuple[Product, ...]:
    """The briefing of a pack: one PDF/UA-1 file.

    Raises CannotRenderError for a character that no font has and for a page that WeasyPrint
    cannot set whole; MachineLacksError where its libraries are missing.
    """
    book = book_of(pack)
    name = f"{pack.name}-briefing.pdf"
    document = typesetting.lay_out(page_of(book), name)
    data = typesetting.to_pdf(document, name)
    return (Product(name, data, f"{len(document.pages)} pages"),)


def page_of(book: Book, *, careful: bool = False) -> str:
    """The book as one HTML page."""
    template = typesetting.environment("briefing").get_template("book.html")
    faces = Markup(typesetting.font_faces())  # noqa: S704 (our own)
    return template.render(book=book, font_faces=faces, careful=careful)
