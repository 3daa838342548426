"""Words at their place: absolute boxes in millimetres and points."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from studypack.fonts import SANS, TEXT
from studypack.poster.cards import Card
from studypack.poster.sheet import MM_PER_PT

BASELINE = {SANS: 0.812, TEXT: 0.866}
"""Of a line as high as its type: baseline below its top in em, from ascent and descent."""
CAPITALS = {SANS: 0.66, TEXT: 0.615}
"""Height of capitals and figures in em."""


@dataclass(frozen=True)
class Words:
    """One box of words; lengths in mm, type in points."""

    words: Markup
    left: float
    top: float
    size: float
    classes: str = "at"
    tag: str = "p"
    width: float | None = None
    outline: str = ""
    lang: str = ""
    """The language of words that have one of their own."""

    @property
    def place(self) -> str:
        """Its style attribute."""
        width = f";width:{self.width:.3f}mm" if self.width is not None else ""
        return f"left:{self.left:.3f}mm;top:{self.top:.3f}mm;font-size:{self.size:.3f}pt{width}"


@dataclass(frozen=True)
class PlacedCard:
    """A card at its place."""

    card: Card
    left: float
    top: float
    width: float

    @property
    def place(self) -> str:
        """Its style attribute."""
        return f"left:{self.left:.4f}mm;top:{self.top:.4f}mm;width:{self.width:.4f}mm"


Element = Words | PlacedCard


def on_baseline(
    words: str,
    left: float,
    baseline: float,
    size: float,
    classes: str = "",
    *,
    tag: str = "p",
    family: str = SANS,
    outline: str = "",
    lang: str = "",
) -> Words:
    """One line of words that stands on a baseline."""
    top = baseline - BASELINE[family] * size * MM_PER_PT
    return Words(escape(words), left, top, size, f"at {classes}".strip(), tag, None, outline, lang)
