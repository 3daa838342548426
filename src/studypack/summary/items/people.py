"""People and the offices that they held."""

from typing import ClassVar, Self

from pydantic import Field, model_validator

from studypack.summary.base import Cite, EdtfDate, Language, Model, TermRef, Text, TheatreRef
from studypack.summary.items.item import Item


class Role(Model):
    """An office that a person held, and when."""

    title: Text
    """What the office was called."""
    organisation: TermRef | None = None
    """The id of the term that describes the organisation."""
    start: EdtfDate | None = Field(default=None, alias="from")
    """When it began."""
    end: EdtfDate | None = Field(default=None, alias="to")
    """When it ended; left out where it went on."""
    cite: Cite = ""
    """Where that can be looked up."""
    later: bool = False
    """Known from outside the sources."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.end.last < self.start.first:
            raise ValueError("the role ends before it starts")
        return self


class Person(Item):
    """Somebody who acted."""

    kind_name: ClassVar[str] = "person"

    name: str = Field(max_length=80)
    """As in English prose: Sándor Petőfi."""
    native: str = ""
    """In the order and script of its own language, where that differs: Petőfi Sándor."""
    sort: str = Field(max_length=80)
    """For the index: Petőfi, Sándor."""
    lang: Language | None = None
    """Language of the name, for hyphenation and screen readers."""
    say: str = ""
    """Pronunciation for readers of English, CAPITALS for stress: YAH-nosh AH-rahn."""
    ipa: str = ""
    """Pronunciation in the alphabet of phonetics."""
    born: EdtfDate | None = None
    """Date of birth."""
    died: EdtfDate | None = None
    """Date of death."""
    theatre: TheatreRef
    """The lane of the chronology to which the person belongs."""
    country: str
    """Heading in the who's who, one of the summary's ``countries``."""
    who: Text = Field(max_length=140)
    """The short answer to 'Who was that?', without the name in it."""
    matters: Text = ""
    """Why this person matters here, two or three sentences."""
    roles: tuple[Role, ...] = ()
    """Offices held, and when."""
