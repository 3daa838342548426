"""The poster: a chronology in lanes, one row for every unit of time, printed on one sheet."""

from studypack.poster.reads import reads
from studypack.poster.render import Poster, draw, render
from studypack.poster.sheet import A0, A1, A2, A3, Sheet

__all__ = ["A0", "A1", "A2", "A3", "Poster", "Sheet", "draw", "reads", "render"]
