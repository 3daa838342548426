"""How theatres are told apart, alike in every output: by a hue, and by the line that is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studypack.summary.header import Header


class Line(StrEnum):
    """What a line is made of, in the words of CSS."""

    SOLID = "solid"
    DASHED = "dashed"
    DOUBLE = "double"
    DOTTED = "dotted"


@dataclass(frozen=True)
class Lane:
    """How a theatre looks."""

    hue: str
    """On white, cream and other paper."""
    hue_at_night: str
    """The same hue on a dark ground."""
    line: Line
    """For eyes and copies without colour."""
    width: float = 1.0
    """Of the line, in widths of the first one."""


LANES = (
    Lane("#1B3F9B", "#84B7F5", Line.SOLID),
    Lane("#B23A06", "#EC5513", Line.DASHED),
    Lane("#1E1B1B", "#F2EDE4", Line.DOUBLE, 1.5),
    Lane("#157A4E", "#68F39F", Line.DOTTED),
    Lane("#8C4683", "#CF59AC", Line.SOLID, 0.4),
    Lane("#472800", "#C18D5C", Line.DASHED, 0.4),
    Lane("#7D19E1", "#BD55F1", Line.SOLID, 2.0),
    Lane("#48484B", "#A6A196", Line.DOTTED, 0.4),
)
"""Far apart for colour-blind eyes too, and dark enough for small type; tests hold both."""


def numbers(header: Header) -> dict[str, int]:
    """Theatre -> the number of its lane, from 1; past the last they begin again.

    It depends on the summary alone, not on what a course selects or in what order a poster draws.
    """
    return {theatre.id: place % len(LANES) + 1 for place, theatre in enumerate(header.theatres)}
