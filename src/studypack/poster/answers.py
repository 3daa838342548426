"""The key to an edition with gaps: the answers by number, on office paper."""

from __future__ import annotations

from markupsafe import Markup

from studypack import typesetting
from studypack.poster.alt import towards
from studypack.poster.blanks import Blanks
from studypack.poster.breaks import NO_BREAK, spaces_inward, unheld
from studypack.poster.dates_column import row_date
from studypack.poster.layout import Layout
from studypack.product import Blank, Product
from studypack.select import Pack
from studypack.summary.poster_size import PAPERS
from studypack.summary.text import in_language, lang_attribute


def answer_key(layout: Layout, gaps: Blanks, pack: Pack, kind: Blank) -> Product:
    """The answers by number, on office paper."""
    header = pack.summary.header
    rows, bands = layout.scale.rows, layout.scale.bands
    words, lang = layout.cards.words, layout.cards.lang

    def date(row: int) -> Markup:
        full = row_date(rows[row], bands[rows[row].band], words.language).full
        return in_language(full.replace(" ", NO_BREAK), lang)

    answers = [(n, date(row), Markup(), Markup()) for row, n in gaps.rows.items()]
    for id_, number in gaps.cards.items():
        card = layout.shown[id_]
        more = Markup()
        if kind is Blank.DECISIONS:
            needle = header.poster.needle
            stance = towards(card, needle, words) if needle and layout.is_node(card) else ""
            vote = in_language(card.vote.rstrip("."), lang if "vote" in card.own else "")
            said = (card.detail.striptags().rstrip("."), vote, in_language(stance, lang))
            more = spaces_inward(
                Markup("{}· ").format(NO_BREAK).join(part for part in said if part)
            )
        title = Markup.escape(unheld(card.title))
        answers.append((number, title, more, date(card.row)))
    width, height = PAPERS[pack.course.paper]
    name = f"{pack.name}-poster-blank-{kind.value}-key.pdf"
    page = (
        typesetting.environment("poster")
        .get_template("key.html")
        .render(
            faces=typesetting.font_faces(pack.fonts),
            header=header,
            heading=words.keys[kind],
            lang=lang_attribute(lang),
            width=width,
            height=height,
            answers=answers,
        )
    )
    document = typesetting.lay_out(page, name, pack.fonts)
    count = len(document.pages)
    pages = "1 page" if count == 1 else f"{count} pages"
    return Product(name, typesetting.to_pdf(document, name), f"{pages}, {len(answers)} answers")
