"""The weeks of a course: what is read, discussed and learnt in each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from studypack.briefing.scribe import Link, Scribe
from studypack.summary.course import Week
from studypack.summary.date_words import in_words
from studypack.summary.items import Decision, Item
from studypack.summary.topics import search_for


@dataclass(frozen=True)
class WeekView:
    """A week: its date, what it is called, its topics, links to what belongs to it."""

    date: str
    title: str
    topics: tuple[str, ...]
    read: tuple[Link, ...]
    decisions: tuple[Link, ...]
    dates: tuple[Link, ...]
    people: tuple[Link, ...]
    search: str
    """Finds its cards in Anki."""


def weeks(scribe: Scribe, given: Iterable[Week]) -> tuple[WeekView, ...]:
    """The weeks in the order of the profile. Of dates and people only the most important ones."""
    return tuple(_week(scribe, week) for week in given)


def _week(scribe: Scribe, week: Week) -> WeekView:
    summary = scribe.summary
    header = summary.header
    titles = {topic.id: topic.title for topic in header.topics}

    def links(items: Iterable[Item]) -> tuple[Link, ...]:
        return scribe.links(
            item.id for item in items if not summary.topics_of[item.id].isdisjoint(week.topics)
        )

    events = [event for event in summary.chronology if event.importance == 1]
    return WeekView(
        in_words(week.date, scribe.words.language),
        week.title,
        tuple(titles[topic] for topic in week.topics if topic != week.title),
        links(summary.sections),
        links(event for event in summary.chronology if isinstance(event, Decision)),
        links(event for event in events if not isinstance(event, Decision)),
        links(person for person in summary.people if person.importance == 1),
        search_for(header, week.topics),
    )
