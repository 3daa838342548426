"""From the contents of a page to its bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markdown_it import MarkdownIt
from markupsafe import Markup

from studypack import typesetting
from studypack.flashcards.note import Note
from studypack.page.contents import contents_of
from studypack.page.files import INDEX, Lying, Neighbour, own_name
from studypack.product import Product
from studypack.select import Pack
from studypack.summary.text import plain

_HEADINGS_DOWN = 1
"""The headings of CHANGES.md stand below that of its section."""


def render(
    pack: Pack,
    notes: Iterable[Note],
    files: Sequence[Lying],
    changes: str,
    others: Sequence[Neighbour],
) -> tuple[Product, ...]:
    """The page of a pack, ``index.html``.

    Where ``others`` share its folder it is ``NAME.html``, and ``index.html`` lists them all.
    ``notes`` are those of the whole summary, ``changes`` is the text of CHANGES.md.
    """
    header = pack.summary.header
    found = contents_of(pack, notes, plain(header.description), files, bool(changes))
    page = _laid_out("page.html", page=found, changes=_as_html(changes))
    if not others:
        return (Product(INDEX, page, header.title),)
    every = sorted(
        (*others, Neighbour(pack.name, header.title, header.language)), key=lambda one: one.name
    )
    rows = [(own_name(one.name), one.title, one.language) for one in every]
    listed = _laid_out("list.html", course=pack.course.id, packs=rows)
    return (
        Product(own_name(pack.name), page, header.title),
        Product(INDEX, listed, ", ".join(one.title for one in every)),
    )


def _laid_out(template: str, **said: object) -> bytes:
    return typesetting.environment("page").get_template(template).render(**said).encode("utf-8")


def _as_html(markdown: str) -> Markup:
    """A list of changes. It is text, lists and headings: nothing in it is loaded or leads away."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("strikethrough")
    tokens = parser.disable(["image", "link", "autolink", "html_block"]).parse(markdown)
    if tokens and tokens[0].tag == "h1":
        del tokens[:3]  # the page has a heading of its own
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(int(token.tag[1]) + _HEADINGS_DOWN, 6)}"
    return Markup(parser.renderer.render(tokens, parser.options, {}))  # noqa: S704 (escapes)
