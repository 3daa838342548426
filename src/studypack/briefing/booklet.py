"""The briefing as a booklet of half the paper, to be printed on both sides and folded."""

from __future__ import annotations

from types import MappingProxyType

from markupsafe import Markup

from studypack import typesetting
from studypack.briefing.imposing import stacks, two_on_a_sheet
from studypack.briefing.render import render as render_book
from studypack.briefing.words import Words, words_for
from studypack.product import Product
from studypack.select import Pack
from studypack.summary.course import Paper, Type

HALF = MappingProxyType({Paper.A4: "148.5mm 210mm", Paper.LETTER: "5.5in 8.5in"})
"""The page of a booklet that is folded from this paper, as CSS."""
TWICE = MappingProxyType({Paper.A4: "A3", Paper.LETTER: "Tabloid"})
"""The paper that folds to this one: type that was asked to be larger is not made smaller."""


def render(pack: Pack) -> tuple[Product, ...]:
    """The booklet of a pack: two pages of the briefing on each side of a sheet, without tags.

    Raises what the briefing raises.
    """
    course = pack.course
    words = words_for(pack.labels)
    folded = course.type is Type.NORMAL
    (book,) = render_book(pack, folded=folded)
    pages = int(book.amount.split()[0])
    sheets = stacks(pages)
    size = HALF[course.paper] if folded else course.paper
    paper = course.paper if folded else TWICE[course.paper]
    name = f"{pack.name}-booklet.pdf"
    marks = _marks(name, size, _lines(words, paper, sheets))
    title = f"{pack.summary.header.title} – {words.booklet}"
    data = two_on_a_sheet(book.data, marks, sheets, title)
    heap = f" in stacks of {' + '.join(map(str, sheets))}" if len(sheets) > 1 else ""
    amount = f"{pages} pages on {sum(sheets)} sheets of {paper}{heap}"
    return (Product(name, data, amount, ("tags, links and bookmarks: a copy for the printer",)),)


def _lines(words: Words, paper: str, sheets: tuple[int, ...]) -> list[str]:
    """What stands at the foot of the first page of each stack."""
    if len(sheets) == 1:
        return [f"{words.booklet_print.format(paper)} {words.booklet_fold}"]
    stacked = words.booklet_stacks.format(" + ".join(map(str, sheets)))
    first = f"{words.booklet_print.format(paper)} {stacked}"
    return [first, *(f"{number} / {len(sheets)}" for number in range(2, len(sheets) + 1))]


def _marks(name: str, size: str, lines: list[str]) -> bytes:
    page = (
        typesetting.environment("briefing")
        .get_template("booklet.html")
        .render(size=size, lines=lines, font_faces=Markup(typesetting.font_faces()))  # noqa: S704
    )
    return typesetting.to_pdf(typesetting.lay_out(page, name), name)
