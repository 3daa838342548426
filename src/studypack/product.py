"""What an output yields, and how it says that it cannot."""

from __future__ import annotations

from dataclasses import dataclass

from studypack.diagnostics import Diagnostic


@dataclass(frozen=True)
class Product:
    """One finished file: its name, its bytes, and its size in a reader's words ('44 pages')."""

    name: str
    data: bytes
    amount: str


class CannotRenderError(Exception):
    """An output cannot be made from this content; ``diagnostics`` say why."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        self.diagnostics = diagnostics
        super().__init__("\n".join(str(d) for d in diagnostics))


class MachineLacksError(Exception):
    """The machine lacks something that the program needs; the message says what to do."""
