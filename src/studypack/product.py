"""What an output yields, what can be asked of it, and how it says that it cannot."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from studypack.diagnostics import Diagnostic


@dataclass(frozen=True)
class Product:
    """One finished file: its name, its bytes, and its size in a reader's words ('44 pages')."""

    name: str
    data: bytes
    amount: str
    notes: tuple[str, ...] = ()
    """What its reader should know, such as what had no room and why: a line for each reason."""


class Blank(StrEnum):
    """What an edition for class leaves to be filled in."""

    DATES = "dates"
    TITLES = "titles"
    DECISIONS = "decisions"


@dataclass(frozen=True)
class Wishes:
    """Files that are made only when they are asked for."""

    blank: Blank | None = None
    """A poster with gaps, and its key."""
    print_shop: bool = False
    """A poster with bleed and crop marks."""


NOTHING = Wishes()


class CannotRenderError(Exception):
    """An output cannot be made from this content; ``diagnostics`` say why."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        self.diagnostics = diagnostics
        super().__init__("\n".join(str(d) for d in diagnostics))


class MachineLacksError(Exception):
    """The machine lacks something that the program needs; the message says what to do."""
