"""The kinds of item that a summary is made of."""

from __future__ import annotations

from studypack.summary.items.decisions import Decision, Dissent, How, Option
from studypack.summary.items.events import (
    Event,
    EventKind,
    Figure,
    Link,
    LinkAsk,
    PartOfDay,
    Reading,
)
from studypack.summary.items.item import Item
from studypack.summary.items.knowledge import (
    Argument,
    Comparison,
    Dispute,
    Row,
    Term,
    TermKind,
    View,
)
from studypack.summary.items.people import Person, Role
from studypack.summary.items.tasks import Pair, Question, QuestionKind, Quotation, Section

__all__ = [
    "ITEM_KINDS",
    "Argument",
    "Comparison",
    "Decision",
    "Dispute",
    "Dissent",
    "Event",
    "EventKind",
    "Figure",
    "How",
    "Item",
    "Link",
    "LinkAsk",
    "Option",
    "Pair",
    "PartOfDay",
    "Person",
    "Question",
    "QuestionKind",
    "Quotation",
    "Reading",
    "Role",
    "Row",
    "Section",
    "Term",
    "TermKind",
    "View",
]

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
