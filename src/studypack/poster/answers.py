"""The key to an edition with gaps: the answers by number, on office paper."""

from __future__ import annotations

from studypack import typesetting
from studypack.poster.alt import towards
from studypack.poster.blanks import Blanks
from studypack.poster.cards import NO_BREAK
from studypack.poster.dates_column import row_date
from studypack.poster.layout import Layout
from studypack.product import Blank, Product
from studypack.select import Pack
from studypack.summary.poster_size import PAPERS


def answer_key(layout: Layout, gaps: Blanks, pack: Pack, kind: Blank) -> Product:
    """The answers by number, on office paper."""
    header = pack.summary.header
    rows, bands = layout.scale.rows, layout.scale.bands
    language = layout.cards.language

    def date(row: int) -> str:
        return row_date(rows[row], bands[rows[row].band], language).full

    answers = [(n, date(row), "", "") for row, n in gaps.rows.items()]
    for id_, number in gaps.cards.items():
        card = layout.shown[id_]
        more = ""
        if kind is Blank.DECISIONS:
            needle = header.poster.needle
            stance = towards(card, needle) if needle and layout.is_node(card) else ""
            said = (card.detail.striptags(), card.vote, stance)
            more = " · ".join(part.rstrip(".") for part in said if part)
        answers.append((number, card.title.replace(NO_BREAK, " "), more, date(card.row)))
    width, height = PAPERS[pack.course.paper]
    name = f"{pack.name}-poster-blank-{kind.value}-key.pdf"
    page = (
        typesetting.environment("poster")
        .get_template("key.html")
        .render(
            faces=typesetting.font_faces(),
            header=header,
            kind=kind.value,
            width=width,
            height=height,
            answers=answers,
        )
    )
    document = typesetting.lay_out(page, name)
    count = len(document.pages)
    pages = "1 page" if count == 1 else f"{count} pages"
    return Product(name, typesetting.to_pdf(document, name), f"{pages}, {len(answers)} answers")
