"""A course: a profile that selects and dresses a summary."""

from __future__ import annotations

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
