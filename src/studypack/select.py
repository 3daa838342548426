"""What of a summary goes into the pack of a course, and why the rest was left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from studypack.summary.course import FULL, Course, Labels, Selection, labels_for
from studypack.summary.items import ITEM_KINDS, Comparison, Event, Item, Section
from studypack.summary.language import primary
from studypack.summary.summary import Summary


def full_course(summary_id: str) -> Course:
    """The course that takes everything, for summaries without a profile."""
    return Course(id=FULL, summary=summary_id)


@dataclass(frozen=True)
class LeftOut:
    """An item that the selection dropped, and why."""

    id: str
    why: str


@dataclass(frozen=True)
class Pack:
    """A summary as selected for one course. ``changed`` is the latest stamp of what is in it."""

    summary: Summary
    course: Course
    left_out: tuple[LeftOut, ...] = ()
    changed: dt.date | None = None
    assets: Mapping[str, bytes] = field(default_factory=dict)
    """The pictures and fonts that the course names, under their names."""
    selected_from: Summary | None = None
    """The summary before selection; None where nothing was selected."""

    @property
    def whole(self) -> Summary:
        """The summary before selection: what a card says may depend on it, never on the course."""
        return self.selected_from or self.summary

    @property
    def labels(self) -> Labels:
        """The language of labels and dates."""
        return self.course.language or labels_for(self.summary.header.language)

    @property
    def labels_apart(self) -> str:
        """The language of labels where the content is in another, else nothing: see ``lang``."""
        labels, content = self.labels, self.summary.header.language
        return "" if primary(labels) == primary(content) else labels

    @property
    def fonts(self) -> Mapping[str, bytes]:
        """The fonts among the assets, in the course's order."""
        return {name: self.assets[name] for name in self.course.fonts if name in self.assets}

    @property
    def name(self) -> str:
        """What its files are called: ``ID-full``."""
        return f"{self.summary.id}-{self.course.id}"


def select(summary: Summary, course: Course) -> Pack:
    """The pack of a course. Retired items stay in it: the deck needs them, pages leave them out."""
    left_out: list[LeftOut] = []

    def taken(items: Iterable[Item]) -> Iterator[Item]:
        for item in items:
            why = _why_not(summary, course.selection, item)
            if why:
                left_out.append(LeftOut(item.id, why))
            else:
                yield _printable(item)

    kept = {kind: tuple(taken(getattr(summary, kind))) for kind in ITEM_KINDS}
    selected = summary.only(kept)
    return Pack(selected, course, tuple(left_out), selected_from=summary)


def _why_not(summary: Summary, chosen: Selection, item: Item) -> str:
    topics = summary.topics_of[item.id]
    if item.id in chosen.exclude:
        return "excluded by id"
    if item.id in chosen.include:
        return ""
    unwanted = topics.intersection(chosen.exclude)
    if unwanted:
        return f"excluded topic {min(unwanted)}"
    if not topics.isdisjoint(chosen.include):
        return ""
    if item.importance > chosen.importance and not isinstance(item, Section):
        return f"importance {item.importance}"
    flags = set(item.flags).intersection(chosen.without)
    if flags:
        return f"content flag {min(flags)}"
    if chosen.topics and topics and topics.isdisjoint(chosen.topics):
        return "topics"
    if chosen.theatres and isinstance(item, Event) and item.theatre not in chosen.theatres:
        return f"theatre {item.theatre}"
    if chosen.crises and not isinstance(item, Comparison):
        return "" if summary.crises_of(item) & set(chosen.crises) else "crisis"
    return ""


def _printable(item: Item) -> Item:
    """An event without the figures that were withdrawn; the deck finds them in the whole."""
    if isinstance(item, Event) and any(figure.retired for figure in item.figures):
        current = tuple(figure for figure in item.figures if not figure.retired)
        return item.model_copy(update={"figures": current})
    return item
