"""The notetypes: their names, fields, templates and ids, all frozen since the first edition.

Anki tells a notetype by its id and compares the names of its fields and templates. One that is
added, removed or renamed makes a second notetype and strands every student's notes, so what a
later edition may need stands here already, empty: fields ``Reserve 1`` to ``Reserve 5``,
``Picture``, and one template ``Reserve``, whose front is empty and makes no card. A later edition
may fill them and may change how any template looks; it must not rename anything.

English decks use the bare names; those of other languages carry the language and have ids of
their own, because the templates hold words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from studypack.summary.language import primary

RESERVE = "Reserve"
"""The template that waits; it shows the field ``Reserve 1`` and so, as yet, nothing."""

_RESERVED_FIELDS = tuple(f"{RESERVE} {number}" for number in range(1, 6))
_COMMON = (
    "Theatre",
    "Lane",
    "Why it matters",
    "Quotation",
    "Dispute",
    "Later",
    "Source",
    "Picture",
    "Withdrawn",
    "Language",
    "Sort",
    "Id",
    *_RESERVED_FIELDS,
)
TECHNICAL = frozenset({"Lane", "Language", "Sort", "Id", *_RESERVED_FIELDS})
"""Fields that nobody needs to see when editing a note; Anki shows them folded."""


@dataclass(frozen=True)
class Notetype:
    """One notetype. ``key`` names it in the code, the ledger and the template folder."""

    key: str
    title: str
    own_fields: tuple[str, ...]
    asking: tuple[str, ...]
    """Names of the templates that make cards; a card's ordinal is its place here."""
    cloze: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields, in Anki's order."""
        return (*self.own_fields, *_COMMON)

    @property
    def templates(self) -> tuple[str, ...]:
        """All templates, in Anki's order. A cloze notetype can have but one."""
        return self.asking if self.cloze else (*self.asking, RESERVE)

    @property
    def sort_field(self) -> int:
        """The field by which Anki's browser sorts: dates first, so that it is chronological."""
        return self.fields.index("Sort")

    def name(self, language: str) -> str:
        """As Anki lists it: ``Person (studypack)``, ``Person (studypack, pl)``."""
        mark = "" if primary(language) == "en" else f", {primary(language)}"
        return f"{self.title} (studypack{mark})"

    def id(self, language: str) -> int:
        """Anki's id of the notetype, between 2^30 and 2^31 as other generators choose them."""
        return (1 << 30) + _hash("notetype", self.key, primary(language)) % (1 << 30)

    def field_id(self, field: str, language: str) -> int:
        """Anki's id of a field."""
        return _hash("field", self.key, field, primary(language))

    def template_id(self, template: str, language: str) -> int:
        """Anki's id of a template."""
        return _hash("template", self.key, template, primary(language))


def _hash(*parts: str) -> int:
    """A number below 2^48 (exact in JSON and JavaScript) that depends on nothing but its words."""
    digest = hashlib.sha256("\x1f".join(("studypack", *parts)).encode("utf-8")).digest()
    return int.from_bytes(digest[:6])


EVENT_DATE = Notetype(
    key="event-date",
    title="Event date",
    own_fields=("Event", "Date", "Date asked", "Besides", "Detail", "Summary"),
    asking=("Date", "Event"),
)
PERSON = Notetype(
    key="person",
    title="Person",
    own_fields=(
        "Name",
        "Who",
        "Native name",
        "Pronunciation",
        "IPA",
        "Life",
        "Roles",
        "Country",
        "Besides",
    ),
    asking=("Who", "Name"),
)
DECISION = Notetype(
    key="decision",
    title="Decision",
    own_fields=(
        "Decision",
        "Question",
        "Decided",
        "Date",
        "Body",
        "How",
        "Dissenters",
        "Dissent",
        "Options",
        "Reasons",
        "Consequence",
        "Summary",
    ),
    asking=("Decided", "Body", "Dissent"),
)
TERM = Notetype(
    key="term",
    title="Term",
    own_fields=(
        "Term",
        "Meaning",
        "Meaning asked",
        "Besides",
        "Abbreviation",
        "Native name",
        "Pronunciation",
        "IPA",
        "Kind",
    ),
    asking=("Meaning", "Term"),
)
CLOZE = Notetype(
    key="cloze",
    title="Cloze",
    own_fields=("Text", "Ask", "Title", "Date", "Detail"),
    asking=("Cloze",),
    cloze=True,
)
QUESTION = Notetype(
    key="question",
    title="Question",
    own_fields=("Question", "Ask", "Cue", "Besides", "Answer", "Detail", "Date"),
    asking=("Answer",),
)
NOTETYPES: Mapping[str, Notetype] = MappingProxyType(
    {n.key: n for n in (EVENT_DATE, PERSON, DECISION, TERM, CLOZE, QUESTION)}
)
"""Every notetype under its key."""
