"""The book: what stands in it, in which order. A chapter without content is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from studypack import citing
from studypack.briefing import debate, decisions, exercises, narrative, numbers, reference
from studypack.briefing.chronology import chronology
from studypack.briefing.events import Lane, lane
from studypack.briefing.overview import overview
from studypack.briefing.pulse import Pulse, pulse
from studypack.briefing.scribe import Scribe
from studypack.briefing.words import ENGLISH, Words
from studypack.select import Pack
from studypack.summary import dates
from studypack.summary.course import Course, Edition, Ink, Paper
from studypack.summary.date_words import in_words
from studypack.summary.text import plain


@dataclass(frozen=True)
class Entry:
    """A line of the contents."""

    to: str
    title: str
    number: int | None = None
    below: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Chapter:
    """A part of the book: ``template`` lays out ``content``."""

    anchor: str
    title: str
    template: str
    content: Any
    intro: Markup | str = ""
    number: int | None = None
    below: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class SourceView:
    """A source: how it is called in short, and its entry in full."""

    label: Markup
    entry: Markup
    note: str


@dataclass(frozen=True)
class Book:
    """Everything that the templates lay out."""

    title: str
    subtitle: str
    description: Markup
    plain_description: str
    language: str
    paper: Paper
    ink: Ink
    holder: str
    """Whose edition it is, in words, if it is not the students'."""
    editors: str
    licence: str
    link: str
    course: tuple[str, ...]
    """Lines that name the course: its title, institution, instructor, term, audience."""
    edition: str
    """The date of the last change, in words; empty if it is not known."""
    changed: str
    """The same as ISO 8601."""
    lanes: tuple[Lane, ...]
    pulse: Pulse | None
    main_source: Markup
    """The label of the source whose pages stand without its name; empty if there is none."""
    words: Words
    chapters: tuple[Chapter, ...]
    names: Mapping[str, str]
    """Anchor -> what is found there: for readers that speak the target of a link."""

    @property
    def contents(self) -> tuple[Entry, ...]:
        """The table of contents."""
        return tuple(Entry(c.anchor, c.title, c.number, c.below) for c in self.chapters)

    def has(self, template: str) -> str:
        """The anchor of the first chapter with this template; empty if there is none."""
        return next((c.anchor for c in self.chapters if c.template == template), "")


def book_of(pack: Pack, *, words: Words = ENGLISH) -> Book:
    """The book of a pack, as its course wants it."""
    scribe = Scribe(pack, words)
    header, course = pack.summary.header, pack.course
    changed = pack.changed.isoformat() if pack.changed else ""
    said = (course.title, course.institution, course.instructor, course.term, course.audience)
    chapters = tuple(
        chapter
        for chapter in _chapters(scribe, course)
        if chapter.template not in course.without_parts
    )
    names = {anchor: str(scribe.link(anchor).words.striptags()) for anchor in scribe.anchors}
    names |= {chapter.anchor: chapter.title for chapter in chapters}
    present = {event.theatre for event in pack.summary.chronology}
    return Book(
        title=header.title,
        subtitle=header.subtitle,
        description=scribe.inline(header.description),
        plain_description=plain(header.description),
        language=header.language,
        paper=course.paper,
        ink=course.ink,
        holder=words.teachers_edition if course.edition is Edition.TEACHER else "",
        editors=header.editors,
        licence=header.licence,
        link=header.link,
        course=tuple(line for line in said if line),
        edition=in_words(dates.parse(changed), header.language) if changed else "",
        changed=changed,
        lanes=tuple(lane(scribe, t.id) for t in header.theatres if t.id in present),
        pulse=pulse(scribe),
        main_source=Markup(scribe.main_source),  # noqa: S704 (citing.py escapes)
        words=words,
        chapters=chapters,
        names=names,
    )


def _chapters(scribe: Scribe, course: Course) -> Iterator[Chapter]:
    words = scribe.words
    answers = course.edition is Edition.TEACHER
    yield Chapter("book_use", words.how_to_use, "how_to_use", None)
    found = overview(scribe, course.paper)
    if found:
        yield Chapter("book_overview", words.overview, "overview", found)
    for part in narrative.parts(scribe):
        below = tuple(Entry(section.id, section.title) for section in part.sections)
        yield Chapter(
            part.anchor, part.title, "narrative", part.sections, part.intro, part.number, below
        )
    laid_open = decisions.decisions(scribe)
    large = tuple(decision for decision in laid_open if decision.large)
    compact = tuple(decision for decision in laid_open if not decision.large)
    title = words.more_decisions if large else words.decisions
    if large:
        intro = words.decisions_intro
        yield Chapter("book_turning_points", words.decisions, "decisions", large, intro)
    if compact:
        intro = words.more_decisions_intro if large else words.decisions_intro
        yield Chapter("book_decisions", title, "decisions", compact, intro)
    apart = laid_open and "decisions" not in course.without_parts
    told = words.chronology_intro if apart else words.chronology_alone_intro
    rest = (
        ("comparisons", words.comparisons, "", debate.comparisons(scribe)),
        ("arguments", words.arguments, words.arguments_intro, debate.arguments(scribe)),
        ("disputes", words.disputes, words.disputes_intro, debate.disputes(scribe)),
        ("chronology", words.chronology, told, chronology(scribe)),
        ("figures", words.figures, words.figures_intro, numbers.figures(scribe)),
        ("people", words.people, words.people_intro, reference.people(scribe)),
        ("terms", words.terms, "", reference.terms(scribe)),
        ("quotations", words.quotations, words.quotations_intro, exercises.quotations(scribe)),
        ("questions", words.questions, "", exercises.questions(scribe, answers=answers)),
        ("sources", words.sources, "", _sources(scribe)),
    )
    for template, title, intro, content in rest:
        if content:
            yield Chapter(f"book_{template}", title, template, content, intro)
    yield Chapter("book_colophon", words.colophon, "colophon", None)


def _sources(scribe: Scribe) -> tuple[SourceView, ...]:
    views = [
        SourceView(
            Markup(citing.label(source)),  # noqa: S704 (citing.py escapes)
            Markup(citing.bibliography_entry(source, scribe.language)),  # noqa: S704
            source.note,
        )
        for source in scribe.summary.sources
    ]
    return tuple(sorted(views, key=lambda view: reference.alphabetical(view.entry.striptags())))
