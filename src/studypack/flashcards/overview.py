"""What notes need to know of the whole summary: neighbours, first appearances, who is unique.

A note's fields depend on the whole summary and on what students were ever given, never on a
course's selection: otherwise two courses would overwrite each other's cards.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from studypack.flashcards.field_text import (
    LATER_SPAN,
    citations_of,
    escaped,
    listed,
    marked_up,
    source_line,
    words_of,
)
from studypack.flashcards.media import Media
from studypack.flashcards.note import Ask, Note, guid_of
from studypack.flashcards.notetypes import Notetype
from studypack.flashcards.tags import tags_of
from studypack.flashcards.timeline import Axis
from studypack.flashcards.words import fixed
from studypack.summary import text
from studypack.summary.base import RefMark, TextMark
from studypack.summary.date_words import in_words
from studypack.summary.dates import Date, Precision
from studypack.summary.items import Dispute, Event, Item, Person, Quotation, Term
from studypack.summary.lanes import numbers
from studypack.summary.order import chronological, in_order
from studypack.summary.summary import Summary
from studypack.summary.walk import marked

PARTLY_LATER = "°"
"""Stands in the field ``Later`` where only marked words are from outside the sources."""

Given = Mapping[str, frozenset[int]]
"""Name of a note -> ordinals of the cards that students were ever given of it."""
Place = tuple[int, int, str]
"""Where a note stands in the queue: the number of its event, importance, id."""


class Overview:
    """A whole summary seen by those who write its notes."""

    def __init__(self, summary: Summary, given: Given) -> None:
        self.summary = summary
        self.language = summary.header.language
        self.words = fixed(self.language)
        self.given = given
        self._axis = Axis(summary.header)
        self._timelines: dict[Date, Media] = {}

    def was_given(self, name: str, ordinal: int) -> bool:
        """Whether students have this card: it must then never become blank."""
        return ordinal in self.given.get(name, ())

    def effects_given(self, cause: Event) -> set[str]:
        """The events that, as students were told, the cause led to."""
        return self._effects_given.get(cause.id, set())

    def name_of(self, item_id: str) -> str:
        """An item's title or name as a field holds it."""
        item = self.summary.by_id[item_id]
        if isinstance(item, Event):
            return escaped(item.title)
        if isinstance(item, Person):
            return escaped(item.name, item.lang)
        if isinstance(item, Term):
            return escaped(item.name, None if item.native else item.lang)
        return escaped(item_id)

    def theatre(self, theatre: str | None) -> str:
        """A theatre's title."""
        return escaped(self.summary.theatres_by_id[theatre].title) if theatre else ""

    def lane(self, theatre: str | None) -> str:
        """The number of a theatre's hue and line."""
        return str(self._lanes[theatre]) if theatre else ""

    def on_day(self, day: dt.date, besides: str) -> list[Event]:
        """The current events, but one, that begin or end on a day."""
        return [event for event in self._by_day.get(day, ()) if event.id != besides]

    def place(self, item: Item) -> Place:
        """Events stand in chronological order; people and terms where they first appear."""
        met = self._order.get(item.id, self._appearances.get(item.id, len(self._order)))
        return (met, item.importance, item.id) if met == len(self._order) else (met, 0, "")

    def quotations(self, item: Item) -> tuple[Quotation, ...]:
        """Quotations about an item, the most important first."""
        return self._quotations.get(item.id, ())

    def with_same_who(self, person: Person) -> list[Person]:
        """Other current people who are described in the same words."""
        alike = self._people_by_who.get(_plain(person.who), ())
        return [other for other in alike if other.id != person.id]

    def with_same_meaning(self, term: Term) -> list[Term]:
        """Other current terms that are explained in the same words."""
        alike = self._terms_by_meaning.get(_plain(term.meaning), ())
        return [other for other in alike if other.id != term.id]

    def neighbours(self, event: Event) -> tuple[Event | None, Event | None, bool]:
        """The turning points of its theatre that surely came before an event and after it.

        Those are its current events of importance 1; the last of the former, the first of the
        latter, and whether there is no other that may have come at the same time.
        """
        by_end, by_start = self._turning_points.get(event.theatre, ([], []))
        before = bisect_left(by_end, event.date.first, key=lambda e: e.date.last)
        until = bisect_right(by_start, event.date.last, key=lambda e: e.date.first)
        itself = event.importance == 1 and not event.retired
        return (
            by_end[before - 1] if before else None,
            by_start[until] if until < len(by_start) else None,
            until - before == itself,
        )

    def common(
        self,
        item: Item,
        *,
        shown: Iterable[str] = (),
        cites: Iterable[str] = (),
        disputed: Iterable[str] | None = None,
        quotation: Quotation | None = None,
        withdrawn: str = "",
        with_matters: bool = True,
        sort: str,
    ) -> dict[str, str]:
        """The fields that all notetypes share.

        ``shown`` are the Markdown texts of the note's own fields, whose citations belong to its
        source line, as do ``cites``; ``disputed`` are the ids whose disputes stand on the back
        (the item's, unless said otherwise).
        """
        matters = getattr(item, "matters", "") if with_matters else ""
        theatre = getattr(item, "theatre", None)
        shown = (*shown, matters)
        groups = citations_of(item.cite, *shown)
        for cite in cites:
            groups += citations_of(cite)
        disputes = [
            dispute
            for disputed_id in ([item.id] if disputed is None else disputed)
            for dispute in self.summary.disputes_about.get(disputed_id, ())
        ]
        for dispute in disputes:
            groups += citations_of(dispute.cite, dispute.brief or dispute.claim)
            for reading in dispute.readings:
                groups += citations_of(reading.cite, reading.says)
        if quotation:
            groups += citations_of(quotation.cite, quotation.occasion)
        return {
            "Theatre": self.theatre(theatre),
            "Lane": self.lane(theatre),
            "Why it matters": marked_up(matters),
            "Quotation": self._quoted(quotation) if quotation else "",
            "Dispute": listed(_at_issue(dispute) for dispute in disputes),
            "Later": escaped(self.words.editors) if item.later else "",
            "Source": source_line(groups, self.summary.sources_by_key, self.language),
            "Withdrawn": marked_up(item.retired) or withdrawn,
            "Language": escaped(self.language),
            "Sort": escaped(sort),
            "Id": escaped(item.id),
        }

    def note(
        self,
        name: str,
        notetype: Notetype,
        items: Sequence[Item],
        fields: Mapping[str, str],
        asks: Iterable[tuple[str, str, str]],
        picture: Media | None = None,
    ) -> Note:
        """A note; ``asks`` are template, question and answer (HTML) of its cards."""
        unknown = set(fields) - set(notetype.fields)
        assert not unknown, f"{notetype.key} has no fields {unknown}"
        filled = dict(fields)
        if picture:
            filled["Picture"] = picture.image
        if not filled["Later"] and any(LATER_SPAN in value for value in filled.values()):
            filled["Later"] = PARTLY_LATER
        retired = bool(filled["Withdrawn"])
        tags = tags_of(self.summary, name.split("/", maxsplit=1)[0], items, retired=retired)
        return Note(
            name=name,
            guid=guid_of(self.summary.header.deck.namespace, self.language, name),
            notetype=notetype.key,
            fields=tuple(filled.get(field, "") for field in notetype.fields),
            tags=tuple(tags),
            asks=tuple(Ask(template, words_of(q), words_of(a)) for template, q, a in asks),
            items=tuple(item.id for item in items),
            retired=retired,
            media=(picture,) if picture else (),
        )

    def timeline(self, event: Event) -> Media:
        """The picture of where an event lies in the summary's time."""
        if event.date not in self._timelines:
            date = in_words(event.date, self.language)
            alt = self.words.timeline.format(years=self._axis.years, date=date)
            self._timelines[event.date] = self._axis.picture(event.date, alt)
        return self._timelines[event.date]

    def _quoted(self, quotation: Quotation) -> str:
        who = self.name_of(quotation.speaker) if quotation.speaker else escaped(quotation.by)
        return f"<q>{escaped(quotation.quote)}</q> {who}. {marked_up(quotation.occasion)}"

    @cached_property
    def _effects_given(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for name in self.given:
            kind, _, ids = name.partition("/")
            if kind == "effect":
                cause, _, effect = ids.partition("/")
                found.setdefault(cause, set()).add(effect)
        return found

    @cached_property
    def _lanes(self) -> dict[str, int]:
        return numbers(self.summary.header)

    @cached_property
    def _by_day(self) -> dict[dt.date, list[Event]]:
        found: dict[dt.date, list[Event]] = {}
        for event in self.summary.chronology:
            ends = (event.date.start, event.date.end or event.date.start)
            for day in sorted({p.first for p in ends if p.precision is Precision.DAY}):
                found.setdefault(day, []).append(event)
        return found

    @cached_property
    def _turning_points(self) -> dict[str, tuple[list[Event], list[Event]]]:
        """Theatre -> its events of importance 1, by their ends and by their beginnings."""
        found: dict[str, list[Event]] = {}
        for event in self.summary.chronology:
            if event.importance == 1:
                found.setdefault(event.theatre, []).append(event)
        return {
            theatre: (sorted(events, key=lambda e: (e.date.last, chronological(e))), events)
            for theatre, events in found.items()
        }

    @cached_property
    def _people_by_who(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = {}
        for person in self.summary.people:
            if not person.retired:
                found.setdefault(_plain(person.who), []).append(person)
        return found

    @cached_property
    def _terms_by_meaning(self) -> dict[str, list[Term]]:
        found: dict[str, list[Term]] = {}
        for term in self.summary.terms:
            if not term.retired:
                found.setdefault(_plain(term.meaning), []).append(term)
        return found

    @cached_property
    def _order(self) -> dict[str, int]:
        """Event -> its number in chronological order, withdrawn ones counted too."""
        every = in_order((*self.summary.events, *self.summary.decisions))
        return {event.id: number for number, event in enumerate(every)}

    @cached_property
    def _appearances(self) -> dict[str, int]:
        """Item -> the number of the event that names it first."""
        found: dict[str, int] = {}
        for event in self.summary.chronology:
            texts = (value for _, value, _ in marked(event, TextMark) if "](#" in value)
            links = (target for value in texts for target in text.linked(value))
            refs = (value for _, value, _ in marked(event, RefMark))
            for met in (*refs, *links):
                found.setdefault(met, self._order[event.id])
        return found

    @cached_property
    def _quotations(self) -> dict[str, tuple[Quotation, ...]]:
        found: dict[str, list[Quotation]] = {}
        current = (q for q in self.summary.quotations if not q.retired)
        for quotation in sorted(current, key=lambda q: (q.importance, q.date.sort_key, q.id)):
            for item_id in quotation.about:
                found.setdefault(item_id, []).append(quotation)
        return {key: tuple(value) for key, value in found.items()}


def _at_issue(dispute: Dispute) -> str:
    return f"<em>{escaped(dispute.title)}</em> {marked_up(dispute.brief or dispute.claim)}"


def _plain(markdown: str) -> str:
    return words_of(marked_up(markdown)).casefold()
