"""Text fields as HTML: citations as short labels, links inside the book, later knowledge.

The narrative, whose citations are footnotes, has a weaver of its own in ``narrative``.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

from studypack import citing
from studypack.briefing.words import Words
from studypack.select import Pack
from studypack.summary import citations, text
from studypack.summary.citations import Citation, Locator
from studypack.summary.date_words import Length, event_date, in_words
from studypack.summary.dates import Date
from studypack.summary.figure_words import amount_in_words, unit_of
from studypack.summary.items import (
    Argument,
    Comparison,
    Decision,
    Dispute,
    Event,
    Figure,
    Item,
    Person,
    Question,
    Quotation,
    Reading,
    Section,
    Term,
)
from studypack.summary.summary import Summary

NO_BREAK = "\N{NO-BREAK SPACE}"
_SIGN = re.compile(r"\b(pp?\.|nn?\.|notes?|s\.|przyp\.) (?=\d|[ivxlc]+\b)|(\d\.) (?=[oj]\.)")


PLACES: Mapping[type[Item], tuple[str, ...]] = MappingProxyType(
    {
        Person: ("people",),
        Term: ("terms",),
        Decision: ("decisions", "chronology"),
        Event: ("chronology",),
        Dispute: ("disputes",),
        Argument: ("arguments",),
        Comparison: ("comparisons",),
        Section: ("narrative",),
        Quotation: ("quotations",),
        Question: ("questions",),
    }
)
"""Kinds of item that have a place in the book -> the parts of it that can hold their entry."""


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere; without ``to`` they are just words."""

    words: Markup
    to: str = ""
    when: str = ""
    """The date of an event, for lists of events."""


class BookWeaver(text.PlainSpans):
    """Links and spans as all parts of the book write them."""

    def __init__(self, scribe: Scribe) -> None:
        self._scribe = scribe

    def link(self, target: str) -> tuple[str, str]:
        """A link inside the book, or plain words where its target is not in it."""
        if target not in self._scribe.anchors:
            return "", ""
        return f'<a href="#{html.escape(target)}">', "</a>"

    def span(self, classes: tuple[str, ...], lang: str | None) -> tuple[str, str]:
        """Later knowledge ends with the editors' mark."""
        opens, closes = super().span(classes, lang)
        if "later" not in classes:
            return opens, closes
        mark = self._scribe.own(self._scribe.words.later_mark)
        return opens, f'{closes}<span class="mark">{NO_BREAK}[{mark}]</span>'


class LabelWeaver(BookWeaver):
    """Citations as short labels in round brackets."""

    def cite(self, group: tuple[Citation, ...]) -> str:
        """``(Doe 1998, p. 172)``, or as the style of the course has it."""
        lang = text.lang_attribute(self._scribe.apart)
        return f'<span class="cite"{lang}>({self._scribe.label(group)})</span>'


class Scribe:
    """Writes the text fields of one pack."""

    def __init__(self, pack: Pack, words: Words) -> None:
        summary = pack.summary
        self.summary = summary
        self.whole = pack.whole
        self.words = words
        self.language = words.language
        """Of labels and dates."""
        self.apart = pack.labels_apart
        """The same if the content is in another, else empty."""
        self.type = pack.course.type
        without = frozenset(pack.course.without_parts)
        figures = [figure.id for figure, _ in summary.figures.values()]
        printed = (i.id for i in summary.items() if not i.retired and _places(i) - without)
        self.anchors = frozenset((*printed, *(figures if "figures" not in without else ())))
        self.citations = pack.course.citations
        self.style = citing.style_of(self.citations, summary.sources, self.language)
        self._main = _main_source(summary)
        main = summary.sources_by_key.get(self._main)
        self.main_source = self.style.label(main) if main else ""
        self._weaver = LabelWeaver(self)

    def own(self, words: str) -> Markup:
        """Words in the language of labels, marked where the content has another."""
        return text.in_language(words, self.apart)

    def date(self, date: Date, length: Length = Length.LONG) -> Markup:
        """A date in the language of labels."""
        return self.own(in_words(date, self.language, length))

    def when(self, event: Event, length: Length = Length.LONG) -> Markup:
        """The date of an event; the words of its author stay as they are."""
        if event.when:
            return Markup.escape(event.when)
        return self.own(event_date(event, self.language, length))

    def amount(self, reading: Reading, figure: Figure) -> Markup:
        """A number with its unit, which is the author's word."""
        if reading.value is None:
            return Markup.escape(reading.words)
        return self.own(amount_in_words(reading, self.language)) + unit_of(reading, figure)

    def inline(self, markdown: str) -> Markup:
        """An inline text with links and short citations."""
        return Markup(text.inline_html(markdown, self._weaver))  # noqa: S704 (text.py escapes)

    def all(self, texts: Iterable[str]) -> tuple[Markup, ...]:
        """Several inline texts."""
        return tuple(self.inline(markdown) for markdown in texts)

    def cite(self, *fields: str) -> Markup:
        """The citations of several ``cite`` fields under one another's labels, each once."""
        found = [c for field in fields for c in citations.parse_field(field)]
        return self.label(found)

    def label(self, group: Iterable[Citation]) -> Markup:
        """Citations as short labels, the main source by its pages alone.

        A page and its number are never parted.
        """
        labels = self.style.labelled(_gathered(group), self._main)
        return Markup(unparted(labels))  # noqa: S704 (citing.py escapes)

    def link(self, target: str) -> Link:
        """A link to an item or figure under its name; the name alone if it is not in the book."""
        to = target if target in self.anchors else ""
        if target in self.summary.figures:
            figure, _ = self.summary.figures[target]
            return Link(Markup.escape(_capital(figure)), to)
        item = self.whole.by_id.get(target)
        if item is None:
            return Link(Markup.escape(target.replace("-", " ")), "")
        when = self.when(item) if isinstance(item, Event) else ""
        return Link(self.name(item), to, when)

    def links(self, targets: Iterable[str]) -> tuple[Link, ...]:
        """Links to those of the targets that stand in the book."""
        return tuple(self.link(target) for target in targets if target in self.anchors)

    def current(self, target: str) -> Item | None:
        """The item of this id, if the pack has it and it was not withdrawn."""
        item = self.summary.by_id.get(target)
        return None if item is None or item.retired else item

    def name(self, item: Item) -> Markup:
        """What an item is called in running text."""
        match item:
            case Person():
                return text.in_language(item.name, item.lang)
            case Term():
                return text.in_language(item.name, None if item.native else item.lang)
            case Event() | Dispute() | Argument() | Comparison() | Section():
                return Markup.escape(item.title)
            case Quotation():
                return Markup.escape(item.quote)
            case Question():
                return self.inline(item.prompt)
        return Markup.escape(item.id.replace("-", " "))


def _places(item: Item) -> frozenset[str]:
    """The parts of the book that can hold the entry of an item."""
    return frozenset(next((PLACES[kind] for kind in PLACES if isinstance(item, kind)), ()))


def _main_source(summary: Summary) -> str:
    """The key of the source that at least three in four citations name; else nothing."""
    cited = Counter(c.key for item in summary.items() for c in citations.parse_field(item.cite))
    key, count = cited.most_common(1)[0] if cited else ("", 0)
    if key not in summary.sources_by_key or 4 * count < 3 * cited.total():
        return ""
    return key


def unparted(labels: str) -> str:
    """References whose pages and their numbers stay on one line."""
    return _SIGN.sub(rf"\1\2{NO_BREAK}", labels)


def _gathered(group: Iterable[Citation]) -> list[Citation]:
    """Each source once, with all its pages in order, then the notes in it.

    Ranges that overlap become one; what only touches stays apart, as the author wrote it.
    """
    pages: dict[tuple[str, str], list[tuple[int, int]]] = {}
    notes: dict[tuple[str, str], list[Citation]] = {}
    for citation in group:
        place = (citation.prefix, citation.key)
        pages.setdefault(place, [])
        kept = notes.setdefault(place, [])
        if citation.locator.notes and citation not in kept:
            kept.append(citation)
        elif not citation.locator.notes:
            pages[place] += citation.locator.pages
    found = []
    for place, ranges in pages.items():
        if ranges or not notes[place]:
            found.append(Citation(place[1], Locator(_union(ranges)), place[0]))
        found += notes[place]
    return found


def _union(ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return tuple(joined)


def _capital(figure: Figure) -> str:
    return figure.what[:1].upper() + figure.what[1:]
