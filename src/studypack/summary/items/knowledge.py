"""What is known, and what is in dispute: terms, disputes, arguments, comparisons."""

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from studypack.summary.base import AnyRef, Cite, Language, Model, Text, TheatreRef
from studypack.summary.items.item import Item


class TermKind(StrEnum):
    """What a term names."""

    ORGANISATION = "organisation"
    CODE_NAME = "code name"
    CONCEPT = "concept"
    PLACE = "place"
    PUBLICATION = "publication"
    EVENT = "event"


class Term(Item):
    """A word to know: an organisation, a code name, a concept, a place, a paper."""

    kind_name: ClassVar[str] = "term"

    name: str = Field(max_length=80)
    """As it stands in the text."""
    abbreviation: str = ""
    """Its short form."""
    native: str = ""
    """In its own language."""
    lang: Language | None = None
    """Language of ``native`` (or, where that is empty, of ``name``)."""
    say: str = ""
    """Pronunciation for readers of English, CAPITALS for stress."""
    ipa: str = ""
    """Pronunciation in the alphabet of phonetics."""
    kind: TermKind
    """What it names."""
    theatre: TheatreRef | None = None
    """The lane of the chronology to which it belongs, if to one."""
    meaning: Text = Field(max_length=320)
    """The definition, without the term in it, at most 40 words."""
    matters: Text = ""
    """Why it matters here, in a sentence or two."""


class View(Model):
    """One reading of a disputed matter, and who holds it."""

    who: str
    """Who reads it so: a historian, a paper, a side."""
    says: Text
    """What they say."""
    cite: Cite = ""
    """Where that can be looked up."""
    later: bool = False
    """Known from outside the sources."""


class Dispute(Item):
    """Something on which sources, historians or the numbers disagree."""

    kind_name: ClassVar[str] = "dispute"

    title: str = Field(max_length=70)
    """What is disputed, as a headline."""
    concerns: tuple[AnyRef, ...]
    """Ids of the items or figures that it is about."""
    claim: Text
    """What is at issue, as a question or a claim."""
    readings: tuple[View, ...] = Field(min_length=1)
    """The rival readings, and who holds each."""
    stand: Text = ""
    """What this pack prints, and why."""
    brief: Text = Field(default="", max_length=220)
    """One line for the back of a card and the margin."""


class Argument(Item):
    """A thesis about the subject, the view it replaces, and the evidence."""

    kind_name: ClassVar[str] = "argument"

    title: str = Field(max_length=90)
    """The thesis as a headline."""
    thesis: Text
    """The thesis in a few sentences."""
    holder: str = ""
    """Who argues it: Doe."""
    older: Text = ""
    """The older view."""
    evidence: tuple[Text, ...] = ()
    """What speaks for it, point by point."""
    open: Text = ""
    """What remains open."""
    about: tuple[AnyRef, ...] = ()
    """Ids of the items that it is about."""


class Row(Model):
    """One line of a comparison: a cell for each column."""

    label: str = Field(max_length=60)
    """What is compared in this line."""
    cells: dict[str, Text]
    """The id of each column, with the text in that cell."""


class Comparison(Item):
    """A table of crises (or theatres) side by side."""

    kind_name: ClassVar[str] = "comparison"

    title: str
    """The heading of the table."""
    columns: tuple[Annotated[str, Field()], ...] = Field(min_length=2)
    """Ids of crises or theatres."""
    rows: tuple[Row, ...] = Field(min_length=1)
    """The lines of the table."""

    @model_validator(mode="after")
    def _cells_fit(self) -> Self:
        for row in self.rows:
            if set(row.cells) != set(self.columns):
                raise ValueError(f"row {row.label!r} needs one cell each for {self.columns}")
        return self
