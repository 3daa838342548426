"""Events that somebody chose: the question, the ways that lay open, the choice."""

from enum import StrEnum
from typing import ClassVar, Self

from pydantic import Field, model_validator

from studypack.summary.base import BodyRef, Cite, Id, Model, PersonRef, QuotationRef, Text
from studypack.summary.items.events import Event


class How(StrEnum):
    """How a decision was reached."""

    UNANIMOUS = "unanimous"
    MAJORITY = "majority"
    ALONE = "alone"
    NOT_RECORDED = "not recorded"


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
    def _options_known(self) -> Self:
        keys = dict.fromkeys(option.key for option in self.options)
        known = f"the options are {', '.join(keys)}"
        if len(keys) < len(self.options):
            raise ValueError("each of the `options` needs a key of its own")
        if self.chosen not in keys:
            raise ValueError(f"`chosen` names no option: {self.chosen!r}; {known}")
        for dissent in self.dissent:
            if dissent.towards and dissent.towards not in keys:
                raise ValueError(f"`towards` names no option: {dissent.towards!r}; {known}")
        return self
