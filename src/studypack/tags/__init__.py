"""Mends the tags of a PDF before it is written, as far as a reader with a screen reader needs it.

WeasyPrint's tags satisfy a validator of PDF/UA-1. Beyond it:

- An element is one element on however many pages; the repeated head of a table is read once.
- A word in another language says so; a heading cell says whether it heads a row or a column.
- What a list item holds is its body, also where that is paragraphs.
- A note has a number and an identifier and stands behind its paragraph; its call links to it.
- Running heads, page numbers, and links without a target (dates repeated in the margin) become
  artifacts: nobody reads them aloud.
- An element inside a link (a word in italics) gets an annotation of its own, over that of the link
  and not allowed by PDF/UA: it goes.
- Boxes of figures, given in CSS pixels from the top, are turned into points from the bottom.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from studypack.tags import joining, notes
from studypack.tags.light import light
from studypack.tags.notes import link as link_notes
from studypack.tags.origins import Origin, noted
from studypack.tags.tree import Node, Tree

__all__ = ["light", "link_notes", "mend", "noted"]

POINTS_PER_PIXEL = 0.75
_BLOCKS = frozenset({"header", "footer", "nav", "aside", "figure"})


def mend(pdf: Any, origins: Mapping[int, Origin], described: Mapping[str, str]) -> None:
    """Works on the objects of a tagged PDF; without origins, what needs them stays undone.

    ``described``: anchor -> what the links to it are to say.
    """
    tree = Tree(pdf, origins)
    _languages(tree)
    notes.name(tree)
    _links(tree.document, tree)
    joining.join(tree)
    notes.place(tree)
    _bodies(tree)
    _scopes(tree.document, "Row")
    for node in tree.document.walk():
        if node.kind == "Figure":
            _turn(node.element, tree.object(node.element["Pg"]))
    tree.write()
    notes.describe(pdf, described)


def _languages(tree: Tree) -> None:
    import pydyf  # noqa: PLC0415

    for node in tree.document.walk():
        if node.origin and "::" not in node.origin.tag and node.origin.element.get("lang"):
            node.element["Lang"] = pydyf.String(node.origin.element.get("lang"))
            if node.kind == "NonStruct":
                node.kind = "Div" if node.origin.tag in _BLOCKS else "Span"


def _links(node: Node, tree: Tree, *, in_link: bool = False) -> None:
    """One annotation for a link; none, no link."""
    if in_link:
        node.kids = [kid for kid in node.kids if not isinstance(kid, bytes)]
        node.kind = "Span" if node.kind == "Link" else node.kind
    elif node.annotations:
        node.kind = "Link"
    node.kids = [
        kid
        for kid in node.kids
        if not isinstance(kid, Node) or kid.kind != "Link" or kid.annotations
    ]
    for kid in node.nodes:
        _links(kid, tree, in_link=in_link or node.kind == "Link")


def _bodies(tree: Tree) -> None:
    """Puts the blocks of a list item into its body: WeasyPrint 70 makes one for bare text alone."""
    for node in tree.document.walk():
        if node.kind == "LI" and any(kid.kind not in {"Lbl", "LBody"} for kid in node.nodes):
            said = [kid for kid in node.kids if not (isinstance(kid, Node) and kid.kind == "Lbl")]
            body = []
            for kid in said:
                body += kid.kids if isinstance(kid, Node) and kid.kind == "LBody" else [kid]
            signs = [kid for kid in node.kids if kid not in said]
            node.kids = [*signs, tree.new("LBody", body)]


def _scopes(node: Node, scope: str) -> None:
    if node.kind == "TH":
        node.element["A"]["Scope"] = f"/{scope}"
    for kid in node.nodes:
        _scopes(kid, "Column" if node.kind == "THead" else scope)


def _turn(figure: Any, page: Any) -> None:
    left, top, right, bottom = figure["A"]["BBox"]
    height = page["MediaBox"][3]
    figure["A"]["BBox"][:] = [
        left * POINTS_PER_PIXEL,
        height - bottom * POINTS_PER_PIXEL,
        right * POINTS_PER_PIXEL,
        height - top * POINTS_PER_PIXEL,
    ]
