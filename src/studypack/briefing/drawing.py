"""What the drawings of the book share: points, paths, and the room that a course's type takes."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from studypack.summary.course import Type

MEASURE = 320
"""Width of the text in points (113 mm)."""
MARGIN = 96
"""Width of the margin column in points (34 mm)."""


@dataclass(frozen=True)
class Room:
    """What words beside a drawing take: points of a line, of one of small type, and of a letter."""

    line: int
    small: int
    letter: float

    def lines(self, words: str, width: float) -> int:
        """How many lines words fill in a column so wide, at most."""
        return -(-len(words) // max(int(width / self.letter), 1))


ROOMS = MappingProxyType(
    {
        Type.NORMAL: Room(14, 11, 4.4),
        Type.LARGE: Room(25, 22, 9.5),
        Type.DYSLEXIA: Room(21, 18, 7.5),
    }
)


def number(value: float) -> str:
    """A coordinate as short as SVG can write it, to a hundredth of a point."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def diamond(x: float, y: float, radius: float) -> str:
    """A diamond as the data of a path."""
    r = number(radius)
    return f"M{number(x - radius)} {number(y)}l{r}-{r} {r} {r}-{r} {r}z"


def bar(x: float, y: float, width: float, height: float) -> str:
    """A rectangle as the data of a path."""
    wide, high = number(width), number(height)
    return f"M{number(x)} {number(y)}h{wide}v{high}h-{wide}z"
