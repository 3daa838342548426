"""What a summary says of itself: title, crises, theatres, topics, and how to draw it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from studypack.summary.base import (
    EdtfDate,
    FigureRef,
    Id,
    Language,
    Model,
    Text,
    TheatreRef,
)
from studypack.summary.course import Dress

NEEDLE = "needle"
"""The lane in which the poster draws decisions between the two poles."""


class Crisis(Model):
    """One of the subjects within the summary."""

    id: Id
    title: str
    theatres: tuple[TheatreRef, ...]
    """An event in one of these theatres belongs to this crisis unless it says otherwise."""
    date: EdtfDate
    """From its first to its last event."""


class Theatre(Model):
    """A lane of the chronology."""

    id: Id
    title: str
    subtitle: str = ""
    dates: EdtfDate | None = None
    """When things happen in it, if not in the whole span of the summary."""


class Topic(Model):
    """A theme by which courses select and students search; may lie inside another."""

    id: Id
    title: str
    within: Id | None = None


class Part(Model):
    """A part of the narrative."""

    id: Id
    title: str
    intro: Text = ""


class Band(Model):
    """A stretch of the poster with one row for each unit."""

    start: EdtfDate = Field(alias="from")
    end: EdtfDate = Field(alias="to")
    unit: Literal["day", "month", "year"]
    title: str


class Needle(Model):
    """The two poles between which decisions are drawn."""

    title: str
    left: str = Field(max_length=14)
    right: str = Field(max_length=14)
    note: Text
    """Says that the stance is the editors' coding."""


class TollRow(Model):
    """A line of the poster's toll table: a label and a figure for each column."""

    label: str
    figures: tuple[FigureRef, ...]


class Toll(Model):
    """The table in the foot of the poster."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[TollRow, ...]
    note: Text = ""

    @model_validator(mode="after")
    def _cells_fit(self) -> Toll:
        for row in self.rows:
            if len(row.figures) != len(self.columns):
                raise ValueError(f"row {row.label!r} needs {len(self.columns)} figures")
        return self


class Poster(Model):
    """How the chronology poster is drawn."""

    year: str = Field(default="", max_length=12)
    headline: Annotated[str, Field(max_length=30)]
    deck: Annotated[str, Field(max_length=130)]
    bands: tuple[Band, ...] = Field(min_length=1)
    lanes: tuple[str, ...] = Field(min_length=1)
    """Theatres in order, and ``needle`` where the needle goes."""
    needle: Needle | None = None
    toll: Toll | None = None
    source: Text = ""


class DeckHeader(Model):
    """The Anki deck's name and the root of its guids; neither ever changes."""

    name: str
    namespace: str


class Header(Model):
    """The ``summary:`` block."""

    title: str
    subtitle: str = ""
    language: Language = "en-GB"
    description: Text
    editors: str = ""
    licence: str = ""
    link: str = ""
    """Web address for the poster's QR code."""
    dates: EdtfDate
    """The span that the summary covers."""
    crises: tuple[Crisis, ...] = Field(min_length=1)
    theatres: tuple[Theatre, ...] = Field(min_length=1)
    countries: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    parts: tuple[Part, ...] = ()
    poster: Poster
    deck: DeckHeader
    courses: Dress = Field(default_factory=Dress)
    """What all courses of this summary wish, unless their profile says otherwise."""
