"""A line of the table, and what all of them are measured with."""

from __future__ import annotations

import os
from dataclasses import dataclass

COMPILED = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
"""An environment in which our modules stay compiled, as pip compiles libraries."""


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
