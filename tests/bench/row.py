"""A line of the table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """What was measured, the figure, the most that it may be, and what it was made of."""

    what: str
    found: float
    aim: float
    told: str = ""

    def __str__(self) -> str:
        met = "yes" if self.found <= self.aim else "no"
        return f"| {self.what} | {self.found:.2f} | {self.aim:g} | {met} | {self.told} |"
