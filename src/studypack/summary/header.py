"""What a summary says of itself: title, crises, theatres, topics, and how to draw it."""

from typing import Annotated, Literal, Self

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
    """Never changes; items and courses name it."""
    title: str
    """As printed."""
    theatres: tuple[TheatreRef, ...]
    """An event in one of these theatres belongs to this crisis unless it says otherwise."""
    date: EdtfDate
    """From its first to its last event."""


class Theatre(Model):
    """A lane of the chronology."""

    id: Id
    """Never changes; items and courses name it."""
    title: str
    """As printed over the lane."""
    subtitle: str = ""
    """A second line under it."""
    dates: EdtfDate | None = None
    """When things happen in it, if not in the whole span of the summary."""


class Topic(Model):
    """A theme by which courses select and students search; may lie inside another."""

    id: Id
    """Never changes; items and courses name it."""
    title: str
    """As printed."""
    within: Id | None = None
    """The id of a wider topic that includes it."""


class Part(Model):
    """A part of the narrative."""

    id: Id
    """Never changes; sections name it."""
    title: str
    """As printed."""
    intro: Text = ""
    """A paragraph at its head."""


class Band(Model):
    """A stretch of the poster with one row for each unit."""

    start: EdtfDate = Field(alias="from")
    """Its first day."""
    end: EdtfDate = Field(alias="to")
    """Its last day."""
    unit: Literal["day", "month", "year"]
    """What one row stands for."""
    title: str
    """As printed beside it."""


class Needle(Model):
    """The two poles between which decisions are drawn."""

    title: str
    """The heading of the lane."""
    left: str = Field(max_length=14)
    """The pole at stance -1."""
    right: str = Field(max_length=14)
    """The pole at stance 1."""
    note: Text
    """Says that the stance is the editors' coding."""


class TollRow(Model):
    """A line of the poster's toll table: a label and a figure for each column."""

    label: str
    """What the line is about."""
    figures: tuple[FigureRef, ...]
    """The id of a figure for each column."""


class Toll(Model):
    """The table in the foot of the poster."""

    title: str
    """The heading."""
    columns: tuple[str, ...]
    """The headings of the columns."""
    rows: tuple[TollRow, ...]
    """The lines."""
    note: Text = ""
    """What stands under the table."""

    @model_validator(mode="after")
    def _cells_fit(self) -> Self:
        for row in self.rows:
            if len(row.figures) != len(self.columns):
                raise ValueError(f"row {row.label!r} needs {len(self.columns)} figures")
        return self


class Poster(Model):
    """How the chronology poster is drawn."""

    year: str = Field(default="", max_length=12)
    """The large number at its head."""
    headline: Annotated[str, Field(max_length=30)]
    """The largest line, at most 30 characters."""
    deck: Annotated[str, Field(max_length=130)]
    """The sentence under the headline, at most 130 characters."""
    bands: tuple[Band, ...] = Field(min_length=1)
    """Stretches of time, from top to bottom."""
    lanes: tuple[str, ...] = Field(min_length=1)
    """Theatres in order, and ``needle`` where the needle goes."""
    needle: Needle | None = None
    """The lane with decisions between two poles, if there is one."""
    toll: Toll | None = None
    """A table of figures in the foot, if there is one."""
    source: Text = ""
    """Whose work the poster rests on, in a line."""


class DeckHeader(Model):
    """The Anki deck's name and the root of its guids; neither ever changes."""

    name: str
    """As Anki shows it. Never change it: a new name is a second deck."""
    namespace: str
    """What tells its notes from those of every other deck. Never change it: students would lose
    all progress.
    """


class Header(Model):
    """The ``summary:`` block."""

    title: str
    """Of the whole subject."""
    subtitle: str = ""
    """A second line under it."""
    language: Language = "en-GB"
    """The language in which the content is written."""
    description: Text
    """What it is about, in a few sentences."""
    editors: str = ""
    """Who wrote it."""
    licence: str = ""
    """What others may do with it."""
    link: Annotated[str, Field(pattern=r"^(https?://[!-~]+)?$", max_length=200)] = ""
    """Web address for the poster's QR code."""
    dates: EdtfDate
    """The span that the summary covers."""
    crises: tuple[Crisis, ...] = Field(min_length=1)
    """The subjects within it, one or more."""
    theatres: tuple[Theatre, ...] = Field(min_length=1)
    """The lanes of the chronology: places or sides."""
    countries: tuple[str, ...] = ()
    """Headings of the who's who, in order."""
    topics: tuple[Topic, ...] = ()
    """Themes by which courses select and students search."""
    parts: tuple[Part, ...] = ()
    """Parts of the narrative, in order."""
    poster: Poster
    """How the chronology poster is drawn."""
    deck: DeckHeader
    """Name and root of the Anki deck."""
    courses: Dress = Field(default_factory=Dress)
    """What all courses of this summary wish, unless their profile says otherwise."""
