"""What happened, when and where, and its figures."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from studypack.summary.base import (
    AnyRef,
    Cite,
    EdtfDate,
    EventRef,
    Id,
    Model,
    PersonRef,
    TermRef,
    Text,
    TheatreRef,
)
from studypack.summary.items.item import Item


class PartOfDay(StrEnum):
    """When on its day something happened, if no clock time is known; in the order of a day."""

    BEFORE_DAWN = "before dawn"
    EARLY_MORNING = "early morning"
    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class EventKind(StrEnum):
    """What an event is; it has a symbol of its own on the poster."""

    EVENT = "event"
    VIOLENCE = "violence"
    MOVEMENT = "movement"
    TALKS = "talks"
    STATEMENT = "statement"


class Reading(Model):
    """What one historian, paper or document says of a figure."""

    value: int | float | None = None
    """The number itself."""
    to: int | float | None = None
    """Upper end, where the figure is a range."""
    qualifier: Literal["", "about", "over", "at least", "up to", "nearly", "fewer than"] = ""
    """How exact the number is."""
    words: str = ""
    """Instead of a number, where the source gives none: several hundred thousand."""
    whose: str = ""
    """Whose figure it is, as short as on a poster: Doe, Party daily."""
    cite: Cite = ""
    """Where that can be looked up."""
    later: bool = False
    """Known from outside the sources."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if (self.value is None) == (not self.words):
            raise ValueError("a figure needs either a `value` or `words`")
        if self.to is not None and (self.value is None or self.to <= self.value):
            raise ValueError("`to` must be greater than `value`")
        return self


class Figure(Model):
    """A number that matters; with two readings it is disputed and both are shown."""

    id: Id
    """Never changes; texts lead to the figure by it."""
    what: str = Field(max_length=60)
    """What is counted: dead on both sides."""
    unit: str = ""
    """people, tanks, km, %; empty where ``what`` says it."""
    readings: tuple[Reading, ...] = Field(min_length=1)
    """What each source says; two or more make it disputed."""
    concerns: AnyRef | None = None
    """The item it belongs to, where that is not the item it stands in."""
    retired: str = ""
    """Why it was withdrawn: it stays for the students who have its card, and is printed nowhere."""


class LinkAsk(StrEnum):
    """What the card of a link asks: what it led to, how one led to the other, or nothing."""

    EFFECT = "effect"
    HOW = "how"
    NOTHING = "nothing"


class Link(Model):
    """What an event led to, and why the source says so."""

    to: EventRef
    """The id of the event or decision that followed from this one."""
    because: Text
    """Why, in a few words, as the source says."""
    ask: LinkAsk = LinkAsk.EFFECT
    """What its card asks; the answer to ``how`` is ``because``, and ``nothing`` makes no card."""
    poster: bool = False
    """Drawn on the poster; keep it to a dozen."""


class Event(Item):
    """Something that happened at a time, in a theatre."""

    kind_name: ClassVar[str] = "event"

    date: EdtfDate
    """When it happened, in EDTF: a day, a month, a year, or from/to."""
    time: Annotated[str, Field(pattern=r"^([01]?[0-9]|2[0-3]):[0-5][0-9]$")] | None = None
    """Hour and minute, where known."""
    part_of_day: PartOfDay | None = None
    """When on its day, if no hour is known."""
    when: str = Field(default="", max_length=60)
    """Words for the date where EDTF cannot say it: the night of 23–24 June."""
    theatre: TheatreRef
    """The lane of the chronology in which it stands."""
    kind: EventKind = EventKind.EVENT
    """What it is; the poster has a symbol for each kind."""
    title: str = Field(max_length=45)
    """For chronology, poster and cards; a headline, not a sentence."""
    poster_title: str = Field(default="", max_length=45)
    """Another title for the poster, where the usual one is too long."""
    detail: Text = Field(default="", max_length=220)
    """One line under the title on the poster; at most 125 characters as printed."""
    summary: Text = ""
    """What happened, in two to four sentences, for briefing and the back of cards."""
    matters: Text = ""
    """Why it matters, one sentence."""
    people: tuple[PersonRef, ...] = ()
    """Ids of the people who took part."""
    place: TermRef | None = None
    """The id of the term that describes the place."""
    figures: tuple[Figure, ...] = ()
    """Numbers that matter in it."""
    led_to: tuple[Link, ...] = ()
    """What it led to, and why the source says so."""
