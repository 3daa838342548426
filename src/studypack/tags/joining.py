"""One element of the page, one element of the tree, however many lines and pages it covers.

WeasyPrint starts every element anew on each page: a table over three pages is three tables.
"""

from __future__ import annotations

from collections.abc import Iterator

from studypack.tags.tree import Mark, Node, Tree

_INLINE = frozenset({"Span", "Link", "Reference", "Lbl"})
"""What is broken into lines: its pieces are one only where nothing stands between them."""
_SAID_BY_PARENT = frozenset(
    {"P", "Span", "Link", "Lbl", "LBody", "TD", "TH", "Caption", "Note", "Reference"}
    | {f"H{level}" for level in range(1, 7)}
)
"""Elements that hold text themselves; in others it needs an element of its own."""


def join(tree: Tree) -> None:
    """Joins what was broken, and takes out elements that say nothing."""
    same_cell: dict[str, str] = {}
    _join(tree.document, same_cell)
    for node in tree.document.walk():
        if node.kind == "TD" and same_cell:
            for header in node.element["A"].get("Headers", ()):
                header.string = same_cell.get(header.string, header.string)
    _say(tree.document)


def _join(node: Node, same_cell: dict[str, str]) -> None:
    kids: list[Node | Mark | bytes] = []
    pieces: dict[object, Node] = {}
    for kid in _flat(node):
        if isinstance(kid, Node) and kid.origin:
            key = (kid.origin, kid.kind)
            first = pieces.get(key)
            if first and (first is kids[-1] or kid.kind not in _INLINE):
                _unite(first, kid, same_cell)
                continue
            pieces[key] = kid
        kids.append(kid)
    node.kids = kids
    for below in node.nodes:
        _join(below, same_cell)


def _flat(node: Node) -> Iterator[Node | Mark | bytes]:
    """The kids, without the elements of boxes that no element of the page stands for."""
    for kid in node.kids:
        if isinstance(kid, Node) and (
            kid.kind == "NonStruct"
            or (kid.origin and kid.origin == node.origin and kid.kind == node.kind)
        ):
            yield from _flat(Node(node.element, node.origin, kid.kids))
        else:
            yield kid


def _unite(first: Node, second: Node, same_cell: dict[str, str]) -> None:
    """Adds a piece to the first one; the head of a table, which is repeated, is read once."""
    if first.kind in {"THead", "TFoot"}:
        cells = {n.origin: n.element["ID"] for n in first.walk() if "ID" in n.element}
        for again in second.walk():
            if "ID" in again.element and again.origin in cells:
                same_cell[again.element["ID"].string] = cells[again.origin].string
        return
    if "ID" in second.element:
        same_cell[second.element["ID"].string] = first.element["ID"].string
    first.kids += second.kids


def _say(node: Node) -> None:
    """Gives the text of a line, which WeasyPrint puts into a span of its own, to its parent."""
    for kid in node.nodes:
        _say(kid)
    if node.kind in _SAID_BY_PARENT:
        node.kids = [
            part
            for kid in node.kids
            for part in (kid.kids if isinstance(kid, Node) and _says_nothing(kid) else [kid])
        ]


def _says_nothing(node: Node) -> bool:
    return node.kind == "Span" and not {"Lang", "Alt", "ActualText"} & node.element.keys()
