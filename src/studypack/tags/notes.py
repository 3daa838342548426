"""Notes at the foot of the page: found from their calls and back, read after their paragraph."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any

from studypack.tags.tree import Node, Tree

_CALL = "footnote-call"
_MARKER = "footnote-marker"
_APART, _CALL_APART, _NUMBER_APART = "doc-endnote", "doc-noteref", "doc-backlink"
"""Roles of DPUB-ARIA, for notes that do not stand at the foot of a page."""
_ROLES = {_CALL_APART: "Reference", _NUMBER_APART: "Lbl"}
_WITHIN_TEXT = frozenset({"Span", "Link", "Reference"})
_TEXT = frozenset({"P", *(f"H{level}" for level in range(1, 7))})

_JOINER = "\N{WORD JOINER}"
_DESCRIPTION = 120
"""Letters of a note that are told of the link to it, at most."""


def link(document: Any) -> dict[str, str]:
    """Links each call of a laid-out document to its note, and the number of the note to the call.

    CSS cannot: WeasyPrint 70 links elements only, and both are pseudo-elements.

    Returns the anchors, each with a description of what is found there.
    """
    calls: dict[Any, tuple[Any, Any]] = {}
    markers: dict[Any, tuple[Any, Any]] = {}
    for sheet in document.pages:
        for box in sheet._page_box.descendants(placeholders=True):
            _, _, pseudo = (box.element_tag or "").partition("::")
            if pseudo in {_CALL, _MARKER}:
                places = calls if pseudo == _CALL else markers
                places.setdefault(box.element, (sheet, box))
    described = {}
    for number, element in enumerate((e for e in calls if e in markers), start=1):
        pieces = (getattr(piece, "text", "") for piece in calls[element][1].descendants())
        note, call = f"footnote_{number}", f"footnote_call_{number}"
        _join(*calls[element], here=call, there=note)
        _join(*markers[element], here=note, there=call)
        described[note] = _shortened(element)
        described[call] = f"↑ {''.join(pieces).strip(_JOINER)}"
    for root in {sheet._page_box.children[0].element: None for sheet in document.pages}:
        for note in root.iterfind(f".//*[@role='{_APART}']"):
            described[note.get("id")] = _shortened(note)
        for call in root.iterfind(f".//*[@role='{_CALL_APART}']/a"):
            described[call.get("id")] = f"↑ {call.text}"
    return described


def _shortened(note: Any) -> str:
    words = " ".join("".join(note.itertext()).split())
    return textwrap.shorten(words, _DESCRIPTION, placeholder="…")


def _join(sheet: Any, box: Any, *, here: str, there: str) -> None:
    x, y, width, height = box.hit_area()
    place = (x, y, x + width, y + height)
    if here not in sheet.anchors:
        sheet.anchors[here] = place
        sheet.links.append(("internal", there, place, box))


def describe(pdf: Any, described: Mapping[str, str]) -> None:
    """Has the links say what they lead to, not the name of its anchor."""
    for annotation in pdf.objects:
        if isinstance(annotation, dict) and annotation.get("Subtype") == "/Link":
            target = annotation["Contents"]
            target.string = described.get(target.string, target.string)


def name(tree: Tree) -> None:
    """Says which elements are notes, which their numbers, which the calls of them."""
    import pydyf  # noqa: PLC0415

    nodes = [(node, node.origin) for node in tree.document.walk() if node.origin]
    noted = {element for _, (element, tag) in nodes if tag.endswith(_MARKER)}
    for node, (element, tag) in nodes:
        if tag.endswith((_CALL, _MARKER)):
            if node.annotations:
                node.kids = [tree.new("Link", node.kids)]
            node.kind = "Reference" if tag.endswith(_CALL) else "Lbl"
        elif "::" not in tag and (element in noted or element.get("role") == _APART):
            node.kind = "Note"
            node.element["ID"] = pydyf.String(f"note-{node.element.number}")
        elif "::" not in tag:
            node.kind = _ROLES.get(element.get("role"), node.kind)


def place(tree: Tree) -> None:
    """Moves each note behind the paragraph that calls it, or to the end of a cell or list item."""
    parents = {kid: node for node in tree.document.walk() for kid in node.nodes}
    notes: dict[Any, Node] = {}
    calls: dict[Any, Node] = {}
    for node in tree.document.walk():
        if node.origin and node.kind == "Note":
            notes[node.origin.element] = node
        elif node.origin and node.kind == "Reference":
            calls[node.origin.element] = node
    last: dict[Node, Node] = {}
    for element, call in calls.items():
        note = notes.get(element)
        if note is None:
            continue
        block = parents[call]
        while block.kind in _WITHIN_TEXT:
            block = parents[block]
        parents[note].kids.remove(note)
        if block.kind in _TEXT:
            siblings = parents[block].kids
            siblings.insert(siblings.index(last.get(block, block)) + 1, note)
            last[block] = note
            parents[note] = parents[block]
        else:
            block.kids.append(note)
            parents[note] = block
