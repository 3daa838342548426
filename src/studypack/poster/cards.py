"""What a card says: from the items of a pack to views that a template only lays out."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from studypack import citing
from studypack.poster.breaks import (
    JOIN,
    NO_BREAK,
    counted,
    held,
    no_orphan,
    spaces_inward,
)
from studypack.poster.figures import figure_words
from studypack.poster.masking import month_names
from studypack.poster.scale import Row, Scale
from studypack.poster.words import ENGLISH, Wording, words_for
from studypack.select import LeftOut, Pack
from studypack.summary import citations, text
from studypack.summary.date_words import Length, event_date, hour_of
from studypack.summary.dates import Precision
from studypack.summary.header import NEEDLE, Toll
from studypack.summary.items import Decision, Event, PartOfDay
from studypack.summary.lanes import LANES, Lane, numbers
from studypack.summary.sources import Source
from studypack.summary.summary import Summary


@dataclass(frozen=True)
class Dissenter:
    """Where somebody stood who disagreed."""

    name: str
    stance: float


@dataclass(frozen=True)
class Card:
    """One event as the poster shows it."""

    id: str
    lane: int
    """Place of its lane among the theatres, from 0."""
    row: int
    last_row: int
    order: int
    importance: int
    kind: str
    """Its symbol: event, decision, violence, movement, talks, statement."""
    hollow: bool
    """Whether its date is approximate or uncertain."""
    open_end: bool
    title: str
    page: str
    """Where it stands in the sources, as short as can be."""
    outline: str
    """For bookmarks, which screen readers read: lane and title."""
    when: str
    """Of its date what the row does not say."""
    detail: Markup
    figures: tuple[Markup, ...] = ()
    vote: str = ""
    dissent: str = ""
    stance: float | None = None
    dissenters: tuple[Dissenter, ...] = ()
    linked: bool = False
    """Whether a leader begins or ends at its title, whose line must then be free."""
    compact: bool = False
    """Whether its detail follows its title although it is of importance 2, for want of room."""
    words: Wording = ENGLISH
    """Of its labels."""
    lang: str = ""
    """Their language, if it is not that of the content."""
    own: frozenset[str] = frozenset()
    """Which of ``page``, ``when`` and ``vote`` are words of the poster's own."""
    source: str = ""
    """The key of the source that ``page`` names, if it names one."""

    @property
    def run_in(self) -> bool:
        """Whether what follows the title stands on its line: the detail, or the date alone."""
        small = self.importance == 3 or (self.compact and self.importance == 2)
        alone = small or not self.is_full
        return alone and not (self.linked or self.vote or self.dissent)

    @cached_property
    def is_full(self) -> bool:
        """Whether there is more than a title and the words of its date."""
        return bool(self.detail or self.figures or self.vote or self.dissent)

    @property
    def is_drawn(self) -> bool:
        """Whether the drawing needs it: a decision on the needle, the end of a causal link."""
        return self.linked or self.stance is not None

    def bare(self) -> Card:
        """The same without its detail, figures, vote and dissent."""
        return replace(self, detail=Markup(), figures=(), vote="", dissent="")

    def compacted(self) -> Card:
        """The same as a crowded sheet sets it."""
        return replace(self, compact=True)


@dataclass(frozen=True)
class Leader:
    """A causal link to be drawn, by the ids of its cards."""

    source: str
    target: str


@dataclass(frozen=True)
class Cards:
    """All cards that the bands and lanes of a poster can hold, in chronological order."""

    language: str
    """Of the content."""
    words: Wording
    """Of labels."""
    lang: str
    """Their language, if it is not that of the content."""
    lanes: tuple[str, ...]
    """Ids of the theatres that have a lane, in order."""
    looks: tuple[Lane, ...]
    """How each of them looks, on the poster as elsewhere."""
    needle: int | None
    """How many lanes stand left of the needle; None where there is none."""
    cards: tuple[Card, ...]
    leaders: tuple[Leader, ...]
    left_out: tuple[LeftOut, ...]
    main_source: str
    """The source whose page numbers stand without its name."""


def cards(pack: Pack, scale: Scale) -> Cards:
    """The cards of a pack. A theatre of which the pack tells nothing gets no lane."""
    summary = pack.summary
    header = summary.header
    left_out: list[LeftOut] = []
    placed: list[tuple[Event, tuple[int, int]]] = []
    listed = [lane for lane in header.poster.lanes if lane != NEEDLE]
    for event in summary.chronology:
        rows = scale.rows_of(event.date)
        if event.theatre not in listed:
            left_out.append(LeftOut(event.id, f"the poster has no lane for {event.theatre}"))
        elif rows is None:
            left_out.append(LeftOut(event.id, "outside the bands of the poster"))
        else:
            placed.append((event, rows))
    placed = _in_row_order(placed, header.poster.toll)
    peopled = {event.theatre for event, _ in placed}
    lanes = tuple(lane for lane in listed if lane in peopled)
    shown = {event.id for event, _ in placed}
    leaders = tuple(
        Leader(event.id, link.to)
        for event, _ in placed
        for link in event.led_to
        if link.poster and link.to in shown
    )
    main = _main_source(event for event, _ in placed)
    words, lang = words_for(pack.labels), pack.labels_apart
    linked = {id_ for link in leaders for id_ in _ends(link)}
    writer = _Writer(pack.whole, scale, main, linked, words, lang)
    made = tuple(
        writer.card(event, rows, lanes.index(event.theatre), order)
        for order, (event, rows) in enumerate(placed)
    )
    needle = None
    drawn = header.poster.needle and NEEDLE in header.poster.lanes
    if drawn and any(card.stance is not None for card in made):
        before = header.poster.lanes[: header.poster.lanes.index(NEEDLE)]
        needle = sum(lane in lanes for lane in before)
    else:
        made = tuple(replace(card, stance=None, dissenters=()) for card in made)
    places = numbers(header)
    looks = tuple(LANES[places[lane] - 1] for lane in lanes)
    without = tuple(left_out)
    return Cards(header.language, words, lang, lanes, looks, needle, made, leaders, without, main)


def _in_row_order(
    placed: Iterable[tuple[Event, tuple[int, int]]], toll: Toll | None
) -> list[tuple[Event, tuple[int, int]]]:
    """In every row first what happened there, then what only begins there.

    A toll is known at the end: an event with a figure of the toll stands in the last row of its
    span, after everything else.
    """
    counted = {id_ for row in toll.rows for id_ in row.figures} if toll else set()
    keyed = []
    for event, (first, last) in placed:
        lasts = last > first and not _one_night(event)
        sums_up = any(figure.id in counted for figure in event.figures)
        if lasts and sums_up and not event.date.open_end:
            keyed.append(((last, 2), event, (last, last)))
        else:
            keyed.append(((first, int(lasts)), event, (first, last)))
    return [(event, rows) for _, event, rows in sorted(keyed, key=lambda entry: entry[0])]


class _Writer:
    def __init__(
        self,
        summary: Summary,
        scale: Scale,
        main: str,
        linked: set[str],
        words: Wording,
        lang: str,
    ) -> None:
        self._summary = summary
        self._content = summary.header.language
        self._words = words
        self._lang = lang
        self._rows = scale.rows
        self._main = main
        self._linked = linked

    def card(self, event: Event, rows: tuple[int, int], lane: int, order: int) -> Card:
        decision = event if isinstance(event, Decision) else None
        title = event.poster_title or event.title
        theatre = self._summary.theatres_by_id[event.theatre].title
        when = _when(event, self._rows[rows[0]], self._words.language, self._content)
        detail = bare_html(event.detail, self._words.editors, self._lang)
        told = {"page": event.later, "when": not event.when.startswith(when)}
        told["vote"] = decision is not None and not decision.vote
        return Card(
            id=event.id,
            lane=lane,
            row=rows[0],
            last_row=rows[0] if _one_night(event) else rows[1],
            order=order,
            importance=event.importance,
            kind="decision" if decision else event.kind.value,
            hollow=event.date.approximate or event.date.uncertain,
            open_end=event.date.open_end,
            title=no_orphan(title),
            page=self._page(event),
            source=named_source(event, self._main),
            outline=f"{theatre}: {title}",
            when=held(when),
            detail=spaces_inward(no_orphan(counted(detail))),
            figures=tuple(self._figures(event)),
            vote=_vote(decision, self._words) if decision else "",
            dissent=self._dissent(decision) if decision else "",
            stance=decision.stance if decision else None,
            dissenters=self._dissenters(decision) if decision else (),
            linked=event.id in self._linked,
            words=self._words,
            lang=self._lang,
            own=frozenset(part for part, own in told.items() if own),
        )

    def _page(self, event: Event) -> str:
        if event.later:
            return self._words.editors
        return page_label(event, self._main, self._summary.sources_by_key)

    def _figures(self, event: Event) -> Iterable[Markup]:
        """The disputed ones: a poster's detail may give a number, but never without its rivals."""
        for figure in event.figures:
            if len(figure.readings) > 1:
                yield spaces_inward(figure_words(figure, self._words, self._lang))

    def _dissent(self, decision: Decision) -> str:
        """Who disagreed, unless the words of the vote name them all already."""
        stood = [self._surname(d.person) for d in decision.dissent if not d.overcome]
        moved = [self._surname(d.person) for d in decision.dissent if d.overcome]
        if all(name in decision.vote for name in (*stood, *moved)):
            return ""
        turned = self._words.came_round.format(", ".join(moved)) if moved else ""
        return "; ".join(filter(None, (", ".join(stood), turned)))

    def _dissenters(self, decision: Decision) -> tuple[Dissenter, ...]:
        return tuple(
            Dissenter(self._surname(d.person), d.stance)
            for d in decision.dissent
            if d.stance is not None
        )

    def _surname(self, person_id: str) -> str:
        person = self._summary.people_by_id.get(person_id)
        return person.sort.split(",")[0] if person else person_id.replace("-", " ").title()


def bare_html(words: str, editors: str, lang: str) -> Markup:
    """A text field without links and citations, and without the spaces that these leave behind.

    ``editors`` stands after what is known from outside the sources, in the language ``lang``.
    """
    woven = text.inline_html(words, _Bare(editors_mark(editors, lang)))
    return Markup(re.sub(r"\s+([.,;:)])", r"\1", woven).strip())  # noqa: S704


def editors_mark(editors: str, lang: str) -> Markup:
    """The mark on what is known from outside the sources."""
    return Markup("<small{}>{}</small>").format(text.lang_attribute(lang), editors)


class _Bare(text.PlainSpans):
    """Details are read from half a metre: no links, no citations."""

    def __init__(self, mark: Markup) -> None:
        self._mark = mark

    def cite(self, group: tuple[citations.Citation, ...]) -> str:
        return ""

    def link(self, target: str) -> tuple[str, str]:
        return "", ""

    def span(self, classes: tuple[str, ...], lang: str | None) -> tuple[str, str]:
        opens, closes = super().span(classes, lang)
        return opens, (f" {self._mark}{closes}" if "later" in classes else closes)


def page_label(event: Event, main: str, sources: Mapping[str, Source]) -> str:
    """``12, 17–19`` in the main source, ``Oakes 1901`` in another; the first two places.

    A note on a page that is named is not named itself.
    """
    if not event.cite:
        return ""
    key = named_source(event, main) or main
    cited = [c.locator for c in citations.parse_field(event.cite) if c.key == key]
    plain = [pair for place in cited if not place.notes for pair in place.pages]
    places = [
        citing.locator(place)
        for place in cited
        if not (place.notes and _are_within(place.pages, plain))
    ]
    said = ", ".join(dict.fromkeys(filter(None, places)))
    if key != main:
        name = html.unescape(citing.label(sources[key], sources.values()))
        said = f"{name}, {said}" if said else name
    label = ", ".join(said.split(", ")[:2])
    return re.sub(r"([–, ])", rf"{JOIN}\1{JOIN}", label).replace(" ", NO_BREAK)


def named_source(event: Event, main: str) -> str:
    """The key of the source that ``page_label`` names: the first, if the main one is not cited."""
    keys = [citation.key for citation in citations.parse_field(event.cite)]
    return "" if event.later or not keys or main in keys else keys[0]


def _are_within(pages: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> bool:
    """Whether pages are named already: a note upon them is found there."""
    return bool(pages) and all(
        any(first <= page[0] and page[1] <= last for first, last in others) for page in pages
    )


def _ends(link: Leader) -> tuple[str, str]:
    return link.source, link.target


def _main_source(events: Iterable[Event]) -> str:
    counts = Counter(
        citation.key
        for event in events
        for citation in citations.parse_field(event.cite)
        if not event.later
    )
    return min(counts, key=lambda key: (-counts[key], key), default="")


def _one_night(event: Event) -> bool:
    """A night belongs to the day on which it begins."""
    return (
        event.date.is_interval
        and event.part_of_day is PartOfDay.NIGHT
        and (event.date.last - event.date.first).days == 1
    )


def _when(event: Event, row: Row, language: str, content: str) -> str:
    if row.unit == "day" and event.date.is_exact_day and event.date.first == row.first:
        return hour_of(event, language)
    says_it = {"month": Precision.MONTH, "year": Precision.YEAR, "day": Precision.DAY}[row.unit]
    point = event.date.start
    if (
        not event.date.is_interval
        and point.precision is says_it
        and not (point.approximate or point.uncertain or event.when)
        and row.whole
    ):
        return hour_of(event, language)
    years = {event.date.first.year, event.date.last.year, row.first.year}
    if len(years) > 1:
        return event_date(event, language, Length.SHORT)
    said = event_date(event, language, Length.SHORT_NO_YEAR)
    # words of the summary's own may end with the year, which the row tells
    months = "|".join(month_names(content))
    return re.sub(rf"(?<!\w)({months}) {row.first.year}$", r"\1", said)


def _vote(decision: Decision, words: Wording) -> str:
    return decision.vote or words.how.get(decision.how, "")
