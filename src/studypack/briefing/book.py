"""The book: what stands in it, in which order. A chapter without content is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

from markupsafe import Markup

from studypack.briefing import debate, decisions, exercises, narrative, numbers, reference
from studypack.briefing.chronology import chronology
from studypack.briefing.events import Lane, lane
from studypack.briefing.index import LetterView
from studypack.briefing.look import Look, look_of
from studypack.briefing.overview import overview
from studypack.briefing.pulse import Pulse, pulse
from studypack.briefing.scribe import Scribe
from studypack.briefing.sittings import sittings
from studypack.briefing.swing import swing
from studypack.briefing.to_scale import scales
from studypack.briefing.weeks import weeks
from studypack.briefing.words import OwnWords, words_for
from studypack.select import Pack
from studypack.summary import dates
from studypack.summary.course import CitationStyle, Course, Edition, Ink, Paper, Type, labels_for
from studypack.summary.date_words import in_words
from studypack.summary.text import lang_attribute, plain

LONG_TITLE = 120
"""Letters of title and subtitle."""


@dataclass(frozen=True)
class Entry:
    """A line of the contents."""

    to: str
    title: str
    number: int | None = None
    below: tuple[Entry, ...] = ()
    own: bool = False
    """Whether the title is the book's own, in the language of labels."""


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
    drawn: tuple[tuple[str, Any], ...] = ()
    """The figures at its opening: the template of each, and what it lays out."""

    @property
    def own(self) -> bool:
        """Whether its title and intro are the book's own, in the language of labels."""
        return self.template != "narrative"


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
    look: Look
    holder: str
    """Whose edition it is, in words, if it is not the students'."""
    editors: str
    licence: str
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
    cited_in_text: bool
    """Whether sources stand in brackets in the text, not in notes."""
    words: OwnWords
    quoted: Markup
    """Marks of quotation, with a place for the words between them."""
    chapters: tuple[Chapter, ...]
    names: Mapping[str, str]
    """Anchor -> what is found there: for readers that speak the target of a link."""
    folded: bool = False
    """Whether its pages are to be made smaller, for a booklet."""

    @property
    def stacked(self) -> bool:
        """Whether it has one column and no tables, which its type is too large or too wide for."""
        return self.look.type is not Type.NORMAL

    @property
    def long_title(self) -> bool:
        """Whether title and subtitle need smaller type to leave room for the rest of their page."""
        return len(self.title) + len(self.subtitle) > LONG_TITLE

    @property
    def lang(self) -> Markup:
        """The attribute of a block in the language of labels; empty where content shares it."""
        return lang_attribute(self.words.lang)

    @property
    def contents(self) -> tuple[Entry, ...]:
        """The table of contents."""
        return tuple(Entry(c.anchor, c.title, c.number, c.below, c.own) for c in self.chapters)

    @property
    def before_index(self) -> tuple[Chapter, ...]:
        """The chapters whose page numbers stand in the index; all, if there is none."""
        return tuple(takewhile(lambda chapter: chapter.template != "index", self.chapters))

    def indexed(self, content: tuple[LetterView, ...]) -> tuple[Chapter, ...]:
        """The index with its entries, and what comes after it."""
        index, *rest = self.chapters[len(self.before_index) :]
        return (replace(index, content=content), *rest)

    def has(self, template: str) -> str:
        """The anchor of the first chapter with this template; empty if there is none."""
        return next((c.anchor for c in self.chapters if c.template == template), "")


def book_of(pack: Pack) -> Book:
    """The book of a pack, as its course wants it."""
    words = words_for(pack.labels).for_type(pack.course.type)
    scribe, own = Scribe(pack, words), OwnWords(words, pack.labels_apart)
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
        look=look_of(pack),
        holder=own.teachers_edition if course.edition is Edition.TEACHER else "",
        editors=header.editors,
        licence=header.licence,
        course=tuple(line for line in said if line),
        edition=in_words(dates.parse(changed), words.language) if changed else "",
        changed=changed,
        lanes=tuple(lane(scribe, t.id) for t in header.theatres if t.id in present),
        pulse=pulse(scribe),
        main_source=Markup(scribe.main_source),  # noqa: S704 (citing.py escapes)
        cited_in_text=scribe.style.in_text,
        words=own,
        quoted=Markup.escape(words_for(labels_for(header.language)).quoted),
        chapters=chapters,
        names=names,
    )


def _chapters(scribe: Scribe, course: Course) -> Iterator[Chapter]:
    words = scribe.words
    answers = course.edition is Edition.TEACHER
    yield Chapter("book_use", words.how_to_use, "how_to_use", None)
    if course.weeks:
        term = weeks(scribe, course.weeks)
        yield Chapter("book_weeks", words.weeks, "weeks", term, words.weeks_intro)
    found = overview(scribe, course.paper)
    if found:
        yield Chapter("book_overview", words.overview, "overview", found)
    for part in narrative.parts(scribe):
        below = tuple(Entry(section.id, section.title) for section in part.sections)
        yield Chapter(
            part.anchor,
            part.title,
            "narrative",
            part.sections,
            part.intro,
            part.number,
            below,
            _drawn(("days", part.days)),
        )
    laid_open = decisions.decisions(scribe)
    large = tuple(decision for decision in laid_open if decision.large)
    compact = tuple(decision for decision in laid_open if not decision.large)
    title = words.more_decisions if large else words.decisions
    drawn = _drawn(("swing", swing(scribe, course.type)), ("sittings", sittings(scribe)))
    if large:
        intro = words.decisions_intro
        yield Chapter(
            "book_turning_points", words.decisions, "decisions", large, intro, drawn=drawn
        )
    if compact:
        intro = words.more_decisions_intro if large else words.decisions_intro
        yield Chapter(
            "book_decisions", title, "decisions", compact, intro, drawn=() if large else drawn
        )
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
        ("sources", _list_of_sources(scribe), "", _sources(scribe)),
    )
    to_scale = {"figures": _drawn(("to_scale", scales(scribe, course.type)))}
    for template, title, intro, content in rest:
        if content:
            drawn = to_scale.get(template, ())
            yield Chapter(f"book_{template}", title, template, content, intro, drawn=drawn)
    if any(item.id in scribe.anchors for item in (*scribe.summary.people, *scribe.summary.terms)):
        # its entries are known when the pages before it are set
        yield Chapter("book_index", words.index, "index", (), words.index_intro)
    yield Chapter("book_colophon", words.colophon, "colophon", None)


def _drawn(*figures: tuple[str, Any]) -> tuple[tuple[str, Any], ...]:
    """Those figures for which there are data."""
    return tuple((template, figure) for template, figure in figures if figure)


def _list_of_sources(scribe: Scribe) -> str:
    """What the style calls the list."""
    match scribe.citations:
        case CitationStyle.CHICAGO:
            return scribe.words.bibliography
        case CitationStyle.MLA:
            return scribe.words.works_cited
        case CitationStyle.APA:
            return scribe.words.references


def _sources(scribe: Scribe) -> tuple[SourceView, ...]:
    return tuple(
        SourceView(Markup(scribe.style.label(source)), Markup(entry), source.note)  # noqa: S704
        for source, entry in scribe.style.bibliography()
    )
