"""The kinds of item that a summary is made of."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from studypack.summary.base import (
    AnyRef,
    Blocks,
    BodyRef,
    Cite,
    CrisisRef,
    EdtfDate,
    EventRef,
    Id,
    Importance,
    Language,
    Model,
    PartRef,
    PersonRef,
    QuotationRef,
    TermRef,
    Text,
    TheatreRef,
    TopicRef,
)


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


class How(StrEnum):
    """How a decision was reached."""

    UNANIMOUS = "unanimous"
    MAJORITY = "majority"
    ALONE = "alone"
    NOT_RECORDED = "not recorded"


class Item(Model):
    """What all items have in common."""

    kind_name: ClassVar[str] = "item"

    id: Id
    """Never changes, whatever happens to the wording: students' progress hangs on it."""
    importance: Importance = 2
    """1 every pack has it, 2 a good pack has it, 3 for specialists."""
    topics: tuple[TopicRef, ...] = ()
    """Ids of topics from the header, by which courses select and students search."""
    crises: tuple[CrisisRef, ...] = ()
    """Which crises it belongs to; empty: those of its theatre, or all."""
    cite: Cite = ""
    """Where it can be looked up: one or more citations, like ``"[@doe1998, p. 12]"``."""
    later: bool = False
    """Known from outside the sources; printed as the editors' note."""
    flags: tuple[str, ...] = ()
    """Content flags such as ``violence``, by which a course can leave it out."""
    retired: str = ""
    """Why the item was withdrawn; it stays here so that no student's card is orphaned."""


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
    def _in_order(self) -> Role:
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
    """Pronunciation for readers of English, CAPITALS for stress: YAH-nosh KAH-dahr."""
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
    def _says_something(self) -> Reading:
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


class Link(Model):
    """What an event led to, and why the source says so."""

    to: EventRef
    """The id of the event or decision that followed from this one."""
    because: Text
    """Why, in a few words, as the source says."""
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


class Option(Model):
    """One way that lay open to those who decided."""

    key: Id
    """A short name, by which ``chosen`` and ``towards`` refer to it."""
    text: Text
    """The option in words."""


class Dissent(Model):
    """Who disagreed, with what view, and towards which option."""

    person: PersonRef
    """The id of the person who disagreed."""
    view: Text
    """What that person thought instead."""
    towards: str = ""
    """The key of an option."""
    stance: float | None = Field(default=None, ge=-1, le=1)
    """Where the dissenter stood between the poles of the needle."""
    overcome: bool = False
    """Whether the dissenter came round before the end."""
    quotation: QuotationRef | None = None
    """The id of a quotation in which it is said."""
    cite: Cite = ""
    """Where that can be looked up."""


class Decision(Event):
    """An event in which somebody chose."""

    kind_name: ClassVar[str] = "decision"

    body: BodyRef
    """Who decided: an organisation (a term) or a person."""
    question: Text
    """The question before them, as a question."""
    options: tuple[Option, ...] = Field(min_length=2)
    """What could have been done: two options or more."""
    chosen: str
    """The key of the option taken."""
    decided: Text = Field(max_length=300)
    """What was decided, in at most 25 words: the answer on a card."""
    how: How
    """How it was reached."""
    vote: str = Field(default="", max_length=40)
    """As short as on a poster: all but one."""
    dissent: tuple[Dissent, ...] = ()
    """Who disagreed, and how."""
    reasons: tuple[Text, ...] = ()
    """The reasons that were given."""
    consequence: Text = ""
    """What came of it, in a sentence or two."""
    stance: float | None = Field(default=None, ge=-1, le=1)
    """Where it stands between the summary's two poles; our coding, not a measurement."""

    @model_validator(mode="after")
    def _options_known(self) -> Decision:
        keys = {option.key for option in self.options}
        if self.chosen not in keys:
            raise ValueError(f"`chosen` names no option: {self.chosen!r}")
        for dissent in self.dissent:
            if dissent.towards and dissent.towards not in keys:
                raise ValueError(f"`towards` names no option: {dissent.towards!r}")
        return self


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
    def _cells_fit(self) -> Comparison:
        for row in self.rows:
            if set(row.cells) != set(self.columns):
                raise ValueError(f"row {row.label!r} needs one cell each for {self.columns}")
        return self


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
    def _somebody(self) -> Quotation:
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
    def _two(self) -> Pair:
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


ITEM_KINDS: dict[str, type[Item]] = {
    "events": Event,
    "decisions": Decision,
    "people": Person,
    "terms": Term,
    "disputes": Dispute,
    "arguments": Argument,
    "comparisons": Comparison,
    "quotations": Quotation,
    "questions": Question,
    "pairs": Pair,
    "sections": Section,
}
"""Top-level key of a YAML file -> the kind of item listed under it."""
