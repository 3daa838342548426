"""What stands on the sheets that WeasyPrint has laid out, read and mended before they are a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Set
from copy import copy
from typing import Any, NamedTuple

from studypack.diagnostics import Diagnostic, Mark


class Lost(NamedTuple):
    """A text without a place on its sheets."""

    text: str
    within: str
    """The anchor that it stands at or after, which in most cases is an item's; may be empty."""

    def without_room(self, name: str, hint: str) -> Diagnostic:
        """What is to be said of it; ``name`` is that of the file."""
        words = self.text.replace("\N{ZERO WIDTH NON-JOINER}", "")
        start = words if len(words) <= 60 else f"{words[:60]}…"
        after = f", after {self.within}" if self.within else ""
        return Diagnostic("SP403", Mark(name), f"no room for the words ‘{start}’{after}", hint)


def lost_text(document: Any) -> list[Lost]:
    """Texts of the HTML page that do not stand on its sheets just once and whole.

    WeasyPrint 70 can drop a footnote without a word, and draw a part of a broken float twice, so
    every element's own text is compared with what its boxes hold. Only a table's head is repeated.
    """
    drawn: dict[Any, list[str]] = {}
    for sheet in document.pages:
        for box in sheet._page_box.descendants(placeholders=True):
            generated = "::" in (box.element_tag or "::")
            if getattr(box, "text", None) and not generated and _on(box, sheet):
                drawn.setdefault(box.element, []).append(box.text)
    lost, within = [], ""
    body = document.pages[0]._page_box.children[0].element.find("body")
    repeated = {cell for head in body.iter("thead") for cell in head.iter()}
    for element in body.iter():
        if not isinstance(element.tag, str) or element.tag.startswith("{"):
            continue  # a comment, or a drawing
        within = element.get("id", within)
        parts = [element.text, *(child.tail for child in element)]
        text = " ".join(" ".join(filter(None, parts)).split())
        wanted, got = _letters(text), _letters("".join(drawn.get(element, ())))
        times = len(got) // len(wanted) if wanted and element in repeated else 1
        if got != wanted * max(times, 1):
            lost.append(Lost(text, within))
    return lost


def _on(box: Any, sheet: Any) -> bool:
    """Whether a box lies on its sheet; a note that is longer than a sheet runs off it."""
    across = box.position_x >= -1 and box.position_x + box.width <= sheet.width + 1
    down = box.position_y >= -1 and box.position_y + box.height <= sheet.height + 1
    return bool(across and down)


def fill_in_pages(document: Any) -> None:
    """Writes page numbers over their placeholders, the texts of elements with ``data-page="id"``.

    target-counter() would lay out every sheet with a reference three times over. A placeholder as
    wide as the widest number keeps its place whatever number is written into it; where the text is
    set to the right, figure spaces fill it up. What has been filled in no longer compares with the
    HTML, so ``lost_text`` comes first.
    """
    numbers = page_numbers(document)
    for sheet in document.pages:
        for box in sheet._page_box.descendants(placeholders=True):
            if getattr(box, "text", None) and box.element is not None:
                target = box.element.get("data-page")
                if target:
                    right = box.style["text_align_all"] == "right"
                    width = len(box.text) if right else 0
                    text = str(numbers[target]).rjust(width, "\N{FIGURE SPACE}")
                    box.text = box.pango_layout.text = text


def page_numbers(document: Any) -> dict[str, int]:
    """Anchor -> the number of the page on which it stands."""
    numbers: dict[str, int] = {}
    for number, sheet in enumerate(document.pages, start=1):
        for anchor in sheet.anchors:
            numbers.setdefault(anchor, number)
    return numbers


class Piece(NamedTuple):
    """A piece of text as it stands on a page."""

    page: int
    text: str
    link: str = ""
    """The anchor that it leads to."""


def pieces(document: Any, without: Set[str]) -> Iterator[Piece]:
    """The text of a document in pieces: first what runs through its pages, then their notes.

    A word that was divided at the end of a line is whole again; blocks end in a line break.
    Elements with one of the classes ``without``, running heads, generated text and page numbers,
    which may not be there yet, stay out.
    """
    from weasyprint.formatting_structure import boxes  # noqa: PLC0415

    def read(box: Any, page: int, link: str) -> Iterator[Piece]:
        tag = box.element_tag or ""
        if box.element is not None:
            unread = not without.isdisjoint(box.element.get("class", "").split())
            if unread or "::" in tag or box.element.get("data-page"):
                return
            if tag == "a":
                link = box.element.get("href", "").removeprefix("#")
        if isinstance(box, boxes.TextBox):
            yield Piece(page, box.text, link)
        for child in box.children:
            yield from read(child, page, link)
        if isinstance(box, boxes.LineBox):
            yield Piece(page, " ")
        elif not isinstance(box, boxes.InlineBox | boxes.TextBox):
            yield Piece(page, "\n")

    parts = [
        (number, part, isinstance(part, boxes.FootnoteAreaBox))
        for number, sheet in enumerate(document.pages, start=1)
        for part in sheet._page_box.children
        if not isinstance(part, boxes.MarginBox)
    ]
    parts.sort(key=lambda part: part[2])
    divided = False
    for number, part, _ in parts:
        for piece in read(part, number, ""):
            if divided and piece.text.isspace():
                continue
            divided = piece.text.endswith("\N{HYPHEN}")
            yield piece._replace(text=piece.text[:-1]) if divided else piece


def name_pages(document: Any, called: str) -> dict[str, str]:
    """Gives every page an anchor of its own, ``page_1`` and so on.

    Returns the anchors, each with the page's number in the words ``called``.
    """
    names = {}
    for number, sheet in enumerate(document.pages, start=1):
        sheet.anchors[f"page_{number}"] = (0, 0, 0, 0)
        names[f"page_{number}"] = called.format(number)
    return names


def joined(*documents: Any) -> Any:
    """A document with the pages of all; its title, date and language are those of the first.

    What is added to its pages, anchors and links, is not added to theirs.
    """
    whole = documents[0].copy([_copied(sheet) for each in documents for sheet in each.pages])
    whole.html = tuple(page for each in documents for page in each.html)
    whole.parts = documents  # what a document has of fonts goes when it is forgotten
    return whole


def _copied(sheet: Any) -> Any:
    twin = copy(sheet)
    twin.anchors, twin.links = dict(sheet.anchors), list(sheet.links)
    return twin


def _letters(text: str) -> str:
    """A text without what breaking it into lines takes away and adds: spaces, hyphens, and the
    invisible one that WeasyPrint puts behind a space that is set wider.
    """
    return "".join(text.translate(_HYPHENS).split())


_HYPHENS = dict.fromkeys(
    map(
        ord,
        "-\N{SOFT HYPHEN}\N{HYPHEN}\N{NON-BREAKING HYPHEN}"
        "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH SPACE}",
    )
)
