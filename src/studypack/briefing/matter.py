"""The book as HTML, in runs: chapters that follow one another on the page, the first on a new one.

A run can be set without the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from studypack import typesetting
from studypack.briefing.book import Book, Chapter
from studypack.briefing.typography import abbreviations, days, ranges

OPENING = frozenset({"how_to_use", "overview", "narrative", "index"})
"""Templates of chapters that always begin a page."""
LONG = 18_000
"""Letters of a chapter, about six pages, that begins a page too, so that it can be copied alone and
set without the others. A shorter one saves paper."""

_TAG = re.compile(r"<[^>]*>")
_JOINT = "\N{ZERO WIDTH NON-JOINER}"
_SPACE_BEFORE_TAG = re.compile(r"(?<=[^\s>])\s+(?=<(?:a|em|span|strong)[ >])")
"""Where a text ends in a space that does not fit on its line although the text does, Pango 1.50
breaks the line after its first word. Something invisible after the space keeps it from that."""


@dataclass(frozen=True)
class Matter:
    """A chapter as HTML, without the element around it."""

    chapter: Chapter
    html: Markup
    follows: bool
    """Whether it stands on the page of what is before it, if there is room."""


Run = tuple[Matter, ...]


def runs(book: Book, chapters: tuple[Chapter, ...]) -> tuple[Run, ...]:
    """Chapters of a book, in runs; one without chapters if there are none."""
    found: list[list[Matter]] = []
    for matter in _matter(book, chapters):
        if found and (matter.follows or matter.chapter.template == "colophon"):
            found[-1].append(matter)
        else:
            found.append([matter])
    return tuple(map(tuple, found)) or ((),)


def _matter(book: Book, chapters: tuple[Chapter, ...]) -> Iterator[Matter]:
    template = typesetting.environment("briefing").get_template("chapter.html")
    before = ""
    for chapter in chapters:
        html = template.render(book=book, chapter=chapter)
        yield Matter(chapter, Markup(html), _follows(book, chapter, before, html))  # noqa: S704
        before = chapter.template


def _follows(book: Book, chapter: Chapter, before: str, html: str) -> bool:
    """Whether a chapter goes on where that with the template ``before`` ends.

    The colophon does in its own way, see ``chapters.css``; of the first chapters, which stand
    behind the contents, only the guide, in type too large for tables.
    """
    if not before:
        return chapter.template == "how_to_use" and book.stacked
    if chapter.template in OPENING or chapter.template == "colophon":
        return False
    if chapter.template == "decisions" and before != "decisions":
        return False
    return len(_TAG.sub("", html)) <= LONG


def page_of(book: Book, run: Run | None = None, *, opening: bool = True) -> str:
    """A run as an HTML page; ``opening``: behind the title and the contents of the book.

    Without ``run``, the whole book.
    """
    matter = chain.from_iterable(runs(book, book.chapters)) if run is None else run
    page = (
        typesetting.environment("briefing")
        .get_template("book.html")
        .render(book=book, matter=matter, opening=opening)
    )
    return kept_together(abbreviations(page))


def from_page(page: str, number: int) -> str:
    """An HTML page whose first sheet has this number: a left-hand page has an even one."""
    side = "right" if number % 2 else "left"
    rules = f"html {{ break-before: {side}; }} @page :first {{ counter-reset: page {number}; }}"
    style = f"<style>{rules}</style>"
    head, end, body = page.partition("</head>")  # a template of one's own may leave it out
    return f"{head}{style}\n{end}{body}" if end else f"{style}{page}"


def careful(page: str) -> str:
    """An HTML page of which no paragraph of the narrative is broken."""
    return page.replace("<body", '<body class="careful"', 1)


def kept_together(page: str) -> str:
    """An HTML page of which Pango breaks no line after its first word, and none within a range or
    between a day and its month."""
    return ranges(_SPACE_BEFORE_TAG.sub(lambda found: found[0] + _JOINT, days(page)))
