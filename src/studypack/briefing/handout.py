"""The handout: the most important terms, dates and people on one sheet with two sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from studypack import sheets, typesetting
from studypack.briefing.debate import ComparisonView
from studypack.briefing.handout_fit import Fitted, Room, fitted
from studypack.briefing.handout_items import Entry, Kind, comparison, entries
from studypack.briefing.look import Look, look_of
from studypack.briefing.matter import kept_together
from studypack.briefing.scribe import Scribe
from studypack.briefing.tagging import mender
from studypack.briefing.words import OwnWords, words_for
from studypack.diagnostics import Diagnostic, Mark
from studypack.product import CannotRenderError, Product
from studypack.select import Pack
from studypack.summary import dates
from studypack.summary.course import PARTS, Ink, Paper, Type
from studypack.summary.date_words import in_words
from studypack.summary.items import Item
from studypack.summary.text import lang_attribute, plain

POINTS_PER_PIXEL = 0.75
LONGEST = {Kind.DATES: 30, Kind.TERMS: 60, Kind.PEOPLE: 30}
"""How many of each kind are measured: more than a sheet holds. Of large type half as many."""
ONE = {Kind.DATES: "date", Kind.TERMS: "term", Kind.PEOPLE: "person"}
TRIES = 3
"""How often the sheet is set again where it came out longer than reckoned."""
SLACK = 12.0
"""Points by which a page is then reckoned shorter."""
_SHORTER = "Shorten it, or let the course select less."


@dataclass(frozen=True)
class NumberedList:
    """One list of the sheet. Numbers run through all lists, so that each names one entry."""

    kind: Kind
    title: Markup
    start: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Sheet:
    """Everything that the template lays out."""

    title: str
    subtitle: str
    plain_description: str
    language: str
    paper: Paper
    ink: Ink
    look: Look
    course: tuple[Markup, ...]
    """The line that names the course and, at its end, the date of the last change."""
    changed: str
    """That date as ISO 8601; empty if it is not known."""
    editors: str
    words: OwnWords
    lists: tuple[NumberedList, ...]
    table: ComparisonView | None
    apart: bool
    """Whether people and the table have the second half of the pages to themselves."""
    signs: tuple[Markup, ...]

    @property
    def lang(self) -> Markup:
        """The attribute of what is in the language of labels, where content is in another."""
        return lang_attribute(self.words.lang)

    @property
    def has_people(self) -> bool:
        """Whether people stand on it."""
        return any(found.kind is Kind.PEOPLE for found in self.lists)


def render(pack: Pack) -> tuple[Product, ...]:
    """The handout of a pack: PDF/UA-1, two pages, with large type or for dyslexia four.

    Raises CannotRenderError (SP404) where there is nothing to put on it, or too little room for
    even one entry.
    """
    name = f"{pack.name}-handout.pdf"
    words = words_for(pack.labels).for_type(pack.course.type)
    # nothing on the sheet is a link: what it would lead to stands in the briefing
    bare = replace(pack, course=pack.course.model_copy(update={"without_parts": PARTS}))
    scribe = Scribe(bare, words)
    large = pack.course.type is Type.LARGE
    found = {k: listed[: LONGEST[k] // (1 + large)] for k, listed in entries(scribe).items()}
    table = comparison(scribe)
    everything = tuple(entry for kind in Kind for entry in found[kind])
    if not everything:
        raise CannotRenderError(_impossible(name, "the pack has no terms, dates or people"))
    pages = 2 if pack.course.type is Type.NORMAL else 4
    draft = _sheet(pack, scribe, Fitted(everything, table is not None), table)
    heights, room = _measured(_laid_out(draft, name), draft, pages // 2)
    rows = [heights[f"row_{n}"] for n in range(len(table.rows) + 1)] if table else []
    for attempt in range(TRIES):
        tight = replace(room, page=room.page - attempt * SLACK)
        fit = fitted(found, heights, rows, tight)
        if not fit.entries:
            break
        sheet = _sheet(pack, scribe, fit, table)
        document = _laid_out(sheet, name)
        if len(document.pages) <= pages:
            lost = sheets.lost_text(document)
            if lost:
                raise CannotRenderError(*(text.without_room(name, _SHORTER) for text in lost))
            data = typesetting.to_pdf(document, name, mender({}))
            amount = f"{len(document.pages)} pages, " + ", ".join(_counts(fit))
            return (Product(name, data, amount, _notes(pack, fit, table)),)
    raise CannotRenderError(_impossible(name, f"{pages} pages have too little room for it"))


def _sheet(pack: Pack, scribe: Scribe, fit: Fitted, table: ComparisonView | None) -> Sheet:
    header, course = pack.summary.header, pack.course
    words = OwnWords(scribe.words, pack.labels_apart)
    titles = {
        Kind.DATES: words.handout_dates,
        Kind.TERMS: words.terms,
        Kind.PEOPLE: words.people,
    }
    lists: list[NumberedList] = []
    for kind in Kind:
        start = 1 + sum(len(before.entries) for before in lists)
        if fit.of(kind):
            lists.append(NumberedList(kind, titles[kind], start, fit.of(kind)))
    said = (course.title, course.institution, course.instructor, course.term, course.audience)
    changed = pack.changed.isoformat() if pack.changed else ""
    day = in_words(dates.parse(changed), scribe.language) if changed else ""
    edition = words.edition.format(day) if day else Markup()
    return Sheet(
        title=header.title,
        subtitle=header.subtitle,
        plain_description=plain(header.description),
        language=header.language,
        paper=course.paper,
        ink=course.ink,
        look=look_of(pack),
        course=tuple(Markup.escape(part) for part in (*said, edition) if part),
        changed=changed,
        editors=header.editors,
        words=words,
        lists=tuple(lists),
        table=table if fit.table else None,
        apart=fit.apart,
        signs=_signs(scribe, words, fit),
    )


def _signs(scribe: Scribe, words: OwnWords, fit: Fitted) -> tuple[Markup, ...]:
    """What the signs on the sheet mean."""
    signs = []
    if any(entry.decision for entry in fit.entries):
        signs.append(Markup("◆ ") + words.handout_decision)
    signs.append(Markup("[{}] {}").format(words.later_mark, words.handout_later))
    if scribe.main_source:
        # in full, for a sheet has no list of sources
        entries = {scribe.style.label(source): text for source, text in scribe.style.bibliography()}
        entry = Markup(entries[scribe.main_source].rstrip("."))  # noqa: S704 (citing.py escapes)
        signs.append(words.pages_of.format(entry))
    return tuple(signs)


def _laid_out(sheet: Sheet, name: str) -> Any:
    template = typesetting.environment("handout").get_template("handout.html")
    page = kept_together(template.render(sheet=sheet))
    return typesetting.lay_out(page, name, sheet.look.assets)


def _measured(document: Any, sheet: Sheet, pages: int) -> tuple[dict[str, float], Room]:
    """The heights of entries and rows under their ids, and the room that is left for them.

    What has no id is known by its tag in angle brackets, as no item is.
    """
    heights: dict[str, float] = {}
    for page in document.pages:
        for box in page._page_box.descendants():
            tag = f"<{box.element_tag}>"
            name = box.element.get("id", tag) if box.element is not None else tag
            measured = box.element_tag in {"li", "tr", "header", "h2", "footer"}
            if measured and name not in heights:
                # an element's own box comes before those of its lines
                heights[name] = box.margin_height() * POINTS_PER_PIXEL
    return heights, Room(
        page=document.pages[0]._page_box.height * POINTS_PER_PIXEL,
        pages=pages,
        columns=2 if sheet.look.type is Type.NORMAL else 1,
        head=heights["<header>"],
        heading=heights["<h2>"],
        foot=heights["<footer>"],
    )


def _counts(fit: Fitted) -> Iterator[str]:
    for kind in (Kind.TERMS, Kind.DATES, Kind.PEOPLE):
        if fit.of(kind):
            count = len(fit.of(kind))
            yield f"{count} {kind}" if count > 1 else f"1 {ONE[kind]}"


def _notes(pack: Pack, fit: Fitted, table: ComparisonView | None) -> tuple[str, ...]:
    """What had no room."""
    summary = pack.summary
    listed: Mapping[Kind, Sequence[Item]] = {
        Kind.TERMS: summary.terms,
        Kind.DATES: summary.chronology,
        Kind.PEOPLE: summary.people,
    }
    left = {
        kind: sum(not item.retired for item in items) - len(fit.of(kind))
        for kind, items in listed.items()
    }
    said = [f"{count} less important {kind}" for kind, count in left.items() if count]
    return (*said, "the comparison") if table and not fit.table else tuple(said)


def _impossible(name: str, why: str) -> Diagnostic:
    return Diagnostic(
        "SP404",
        Mark(name),
        f"there is no handout: {why}",
        "Build the course without it: --only briefing,poster,deck.",
    )
