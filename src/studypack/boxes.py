"""WeasyPrint's boxes made lighter once they are laid out: a book of 190 pages has 65,000 of them.

WeasyPrint 70 gives each box thirty-five attributes of its own, most of which say that there is
nothing: no margin, no border, no rounded corner. With their sets, lists and numbers that was half
of what a laid-out book needs in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache
from math import inf
from typing import Any, cast

_EDGES = ("top", "right", "bottom", "left")
_CORNERS = ("top_left", "top_right", "bottom_right", "bottom_left")

NOTHING: dict[str, Any] = {
    "background": None,
    "children": (),
    "clearance": None,
    "first_letter_style": None,
    "first_line_style": None,
    "leading_collapsible_space": False,
    "max_height": inf,
    "max_width": inf,
    "min_height": 0,
    "min_width": 0,
    "text_indent": 0,
    "trailing_collapsible_space": False,
    **{f"border_{edge}_width": 0 for edge in _EDGES},
    **{f"border_{corner}_radius": (0, 0) for corner in _CORNERS},
    **{f"margin_{edge}": 0 for edge in _EDGES},
    **{f"padding_{edge}": 0 for edge in _EDGES},
}
"""What most boxes have as these attributes: it is said once, by their class."""

_OF_LAYOUT = frozenset({"remove_decoration_sides", "resume_at", "string_set"})
"""What only WeasyPrint's layout asks for."""
_OF_LAYOUT_OF_TEXT = _OF_LAYOUT | {"margin_bottom", "margin_top"}
"""In a text these are its leading, which its line has as height by now."""


def lighten(document: Any) -> None:
    """Has the boxes of a laid-out document hold no more than what is peculiar to each.

    They are painted as before; they cannot be laid out again.
    """
    numbers: dict[float, float] = {}
    for sheet in document.pages:
        for box in sheet._page_box.descendants(placeholders=True):
            _let_go_of_styles(box)
            box.__class__ = _light(box.__class__)
            box.__dict__ = dict(_peculiar(box, numbers))


class _Light:
    """A box that is laid out."""

    unread: Set[str]

    remove_decoration_sides = property(lambda _: frozenset(), lambda _box, _sides: None)
    """To paint a box, WeasyPrint may copy it, and then forgets what layout had put here."""


@cache
def _light(box_class: Any) -> type:
    """The same class of boxes, which says itself what it can; for a box met again, its own."""
    if issubclass(box_class, _Light):
        return cast("type", box_class)
    from weasyprint.formatting_structure.boxes import TextBox  # noqa: PLC0415

    unread = _OF_LAYOUT_OF_TEXT if issubclass(box_class, TextBox) else _OF_LAYOUT
    said = {
        name: value
        for name, value in NOTHING.items()
        if name not in unread and not hasattr(box_class, name)
    }
    return type(box_class.__name__, (_Light, box_class), {**said, "unread": unread})


def _peculiar(box: Any, numbers: dict[float, float]) -> Iterator[tuple[str, Any]]:
    """What the class of a box does not say and somebody reads; equal ``numbers`` once for all."""
    for name, value in vars(box).items():
        if name in box.unread or (name in NOTHING and _same(value, getattr(box.__class__, name))):
            continue
        number = type(value) is float and value  # 0.0 and -0.0 are equal
        yield name, numbers.setdefault(value, value) if number else value


def _same(value: Any, said: Any) -> bool:
    if said == ():
        return len(value) == 0  # no children, in a list or not
    return type(value) is type(said) and bool(value == said)


def _let_go_of_styles(box: Any) -> None:
    """Frees the styles of all elements, of which those in use are held by their boxes.

    WeasyPrint 70 keeps them, and those of pseudo-elements that there are not, as long as there is a
    drawing on a page, which holds the whole context of its layout and needs only the fonts of it.
    """
    context = getattr(getattr(box, "replacement", None), "_context", None)
    if context is not None:
        context.style_for = None
