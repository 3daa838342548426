"""What readers work with: quotations, pairs of events, questions, sections of the story."""

from enum import StrEnum
from typing import ClassVar, Self

from pydantic import Field, model_validator

from studypack.summary.base import (
    AnyRef,
    Blocks,
    EdtfDate,
    EventRef,
    PartRef,
    PersonRef,
    QuotationRef,
    Text,
)
from studypack.summary.items.item import Item


class Quotation(Item):
    """A short literal quotation of a historical actor: at most 25 words."""

    kind_name: ClassVar[str] = "quotation"

    speaker: PersonRef | None = None
    """The id of the person who said it."""
    by: str = ""
    """Instead of a speaker: a body or document (The crowd on the square)."""
    date: EdtfDate
    """When it was said."""
    quote: str
    """The words, without quotation marks."""
    occasion: Text
    """Where and to whom it was said, and how we know (according to the minutes)."""
    about: tuple[AnyRef, ...] = ()
    """Ids of the items that it is about."""

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if (self.speaker is None) == (not self.by):
            raise ValueError("a quotation needs either a `speaker` or `by`")
        return self


class Pair(Item):
    """Two events whose order is easily swapped: the deck asks which came first."""

    kind_name: ClassVar[str] = "pair"

    one: EventRef
    """The id of an event or decision."""
    other: EventRef
    """The id of the one that it is easily swapped with."""
    hint: Text = ""
    """How to keep them apart, in a sentence."""

    @model_validator(mode="after")
    def _two(self) -> Self:
        if self.one == self.other:
            raise ValueError("a pair needs two different events")
        return self


class QuestionKind(StrEnum):
    """What sort of work a question asks for."""

    DISCUSSION = "discussion"
    ESSAY = "essay"
    SOURCE = "source exercise"


class Question(Item):
    """Something to discuss or write about, and what a good answer contains."""

    kind_name: ClassVar[str] = "question"

    kind: QuestionKind
    """What sort of work it asks for."""
    prompt: Text
    """The question itself."""
    answer: tuple[Text, ...] = Field(min_length=1)
    """What a good answer contains, point by point, with pages; teacher's edition only."""
    about: tuple[AnyRef, ...] = ()
    """Ids of the items that it is about."""
    quotations: tuple[QuotationRef, ...] = ()
    """Ids of quotations to work with."""


class Section(Item):
    """A stretch of the briefing's narrative (a Markdown file)."""

    kind_name: ClassVar[str] = "section"

    title: str = Field(max_length=80)
    """The heading."""
    part: PartRef
    """The id of the part in which it stands."""
    text: Blocks
    """The Markdown under the front matter."""
