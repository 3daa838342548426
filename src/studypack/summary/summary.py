"""The whole summary, and the ways to find things in it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from studypack.summary import text
from studypack.summary.base import Model, RefMark
from studypack.summary.header import Header, Theatre
from studypack.summary.items import (
    ITEM_KINDS,
    Argument,
    Comparison,
    Decision,
    Dispute,
    Event,
    Figure,
    Item,
    Pair,
    Person,
    Question,
    Quotation,
    Section,
    Term,
)
from studypack.summary.order import in_order
from studypack.summary.sources import Source
from studypack.summary.topics import with_those_above
from studypack.summary.walk import marked, texts

HEADER, SOURCES = "/header", "/sources"
"""The names of both where items have ids, of which none has a slash.

They stand in ledgers, and never change.
"""


class Summary(Model):
    """Everything that one folder of ``decks/`` says. Immutable; a selection is another Summary."""

    id: str
    """The name of its folder."""
    header: Header
    sources: tuple[Source, ...] = ()
    events: tuple[Event, ...] = ()
    decisions: tuple[Decision, ...] = ()
    people: tuple[Person, ...] = ()
    terms: tuple[Term, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    arguments: tuple[Argument, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    questions: tuple[Question, ...] = ()
    pairs: tuple[Pair, ...] = ()
    sections: tuple[Section, ...] = ()

    def items(self) -> Iterator[Item]:
        """All items, retired ones too, kind by kind in the order of the files."""
        for kind in ITEM_KINDS:
            yield from getattr(self, kind)

    def owners(self) -> Iterator[tuple[str, Model]]:
        """The header and all items, each under the name by which its place is known."""
        yield HEADER, self.header
        for item in self.items():
            yield item.id, item

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        """Every item under its id."""
        return {item.id: item for item in self.items()}

    @cached_property
    def people_by_id(self) -> Mapping[str, Person]:
        """Every person under their id."""
        return {person.id: person for person in self.people}

    @cached_property
    def sources_by_key(self) -> Mapping[str, Source]:
        """Every source under its key."""
        return {source.id: source for source in self.sources}

    @cached_property
    def theatres_by_id(self) -> Mapping[str, Theatre]:
        """Every theatre under its id."""
        return {theatre.id: theatre for theatre in self.header.theatres}

    @cached_property
    def figures(self) -> Mapping[str, tuple[Figure, Event]]:
        """Every figure under its id, with the event or decision that it stands in."""
        return {figure.id: (figure, event) for event in self.chronology for figure in event.figures}

    @cached_property
    def chronology(self) -> tuple[Event, ...]:
        """Events and decisions that are not retired, in chronological order."""
        return tuple(in_order(e for e in (*self.events, *self.decisions) if not e.retired))

    def only(self, items: Mapping[str, tuple[Item, ...]]) -> "Summary":
        """The same summary with these items alone, kind by kind, in the order that they have here.

        What links order here stays so, though a link between them be left out.
        """
        fields = {name: getattr(self, name) for name in Summary.model_fields}
        chosen = Summary.model_construct(**{**fields, **items})
        taken = chosen.by_id
        order = tuple(taken[event.id] for event in self.chronology if event.id in taken)
        chosen.__dict__["chronology"] = order  # as the property itself would keep it
        return chosen

    @cached_property
    def disputes_about(self) -> Mapping[str, tuple[Dispute, ...]]:
        """Item or figure id -> the disputes that concern it."""
        found: dict[str, list[Dispute]] = {}
        for dispute in self.disputes:
            if not dispute.retired:
                for item_id in dispute.concerns:
                    found.setdefault(item_id, []).append(dispute)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def mentions(self) -> Counter[str]:
        """Item id -> how many other items name it, in a field or a link.

        Where an event happened does not count: most places are only where things were.
        """
        found: Counter[str] = Counter()
        for item in self.items():
            if item.retired:
                continue
            named = {ref for path, ref, _ in marked(item, RefMark) if path[0] != "place"}
            for _, words, blocks in texts(item):
                named.update(text.linked(words, blocks=blocks))
            found.update(named - {item.id})
        return found

    @cached_property
    def topics_of(self) -> Mapping[str, frozenset[str]]:
        """Item id -> its topics, and those that they lie within."""
        within = {topic.id: with_those_above(self.header, topic.id) for topic in self.header.topics}
        return {
            item.id: frozenset(t for topic in item.topics for t in within.get(topic, (topic,)))
            for item in self.items()
        }

    def crises_of(self, item: Item) -> frozenset[str]:
        """The crises an item belongs to: its own, else those of its theatre, else all."""
        if item.crises:
            return frozenset(item.crises)
        theatre = getattr(item, "theatre", None)
        found = {c.id for c in self.header.crises if theatre in c.theatres}
        return frozenset(found or {c.id for c in self.header.crises})
