"""A course: a profile that selects and dresses a summary."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from studypack.summary.base import Id, Importance, Model


class Selection(Model):
    """Which items a course takes. What an empty list leaves open is not restricted."""

    crises: tuple[str, ...] = ()
    theatres: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    """Items without a topic are always in."""
    importance: Importance = 3
    """Items of this importance and more important ones."""
    include: tuple[str, ...] = ()
    """Ids that are in whatever the rest says."""
    exclude: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    """Content flags to leave out, such as ``violence``."""


class Paper(StrEnum):
    """Office paper."""

    A4 = "A4"
    LETTER = "Letter"


class Ink(StrEnum):
    """What the printer has."""

    COLOUR = "colour"
    MONO = "black-and-white"


class Edition(StrEnum):
    """Who holds it in hand: only the teacher's has answers."""

    STUDENT = "student"
    TEACHER = "teacher"


PARTS = (
    "how_to_use",
    "overview",
    "narrative",
    "decisions",
    "comparisons",
    "arguments",
    "disputes",
    "chronology",
    "figures",
    "people",
    "terms",
    "quotations",
    "questions",
    "sources",
    "colophon",
)
"""The parts of a briefing, in the order of the book."""


class PosterDress(Model):
    """How a course prints the poster."""

    size: str = "A1"
    """A3 to A0, tabloid, ANSI C to E, or the sheets of office paper it is made of, like 3x3A4."""


class Course(Model):
    """A profile that selects and dresses a summary."""

    id: Id
    summary: Id
    title: str = ""
    institution: str = ""
    instructor: str = ""
    term: str = ""
    audience: str = ""
    selection: Selection = Field(default_factory=Selection)
    paper: Paper = Paper.A4
    ink: Ink = Ink.COLOUR
    edition: Edition = Edition.STUDENT
    without_parts: tuple[str, ...] = ()
    """Those of ``PARTS`` that the briefing of this course does not print."""
    poster: PosterDress = Field(default_factory=PosterDress)
