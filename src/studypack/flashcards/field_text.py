"""What stands in a field: escaped HTML that says something and lays out nothing.

Fields hold text, ``em``, ``strong``, ``q``, lists, and spans that tell the language of words or
mark later knowledge. Whatever Anki would take for an instruction inside content (braces of
templates and clozes, sounds, LaTeX, MathJax, the character that parts fields) is disarmed.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from studypack.citing import labelled
from studypack.summary import citations, text
from studypack.summary.citations import Citation, Locator
from studypack.summary.sources import Source

LATER_SPAN = '<span class="later"'
"""How words known from outside the sources begin."""
_CITED = "\0"
"""Marks the place of a citation until it is removed; Markdown never yields this character."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\ud800-\udfff]")
_SPACES = re.compile(r"[ \t\r\n\u2009]+")
_MARKUP = re.compile(r"[*_\[\\]")
"""Without one of these a text means nothing to Markdown, and reading it as such is slow."""
_REMEMBERED = 50_000
"""How many texts are kept as they were written: one text stands in several notes."""
_TAG = re.compile(r"<[^>]*>")
_SIGN = re.compile(r"\b((?:pp?|nn?|s|przyp)\.) (?=\d|[ivxlc]+\b)|(\d\.) (?=[oj]\.)")
_ARMED = re.compile(r"[{}]|::|\[(?=sound:|anki:|latex\]|\$)|\\(?=[(\[])", re.IGNORECASE)
_DISARMED = {"{": "&#123;", "}": "&#125;", "::": "&#58;&#58;", "[": "&#91;", "\\": "\\<b></b>"}


class _FieldWeaver:
    """Citations go to the field ``Source``, links become plain words, languages stay."""

    def cite(self, group: tuple[Citation, ...]) -> str:
        return _CITED

    def link(self, target: str) -> tuple[str, str]:
        return "", ""

    def span(self, classes: tuple[str, ...], lang: str | None) -> tuple[str, str]:
        attributes = ' class="later"' if "later" in classes else ""
        attributes += f' lang="{html.escape(lang)}"' if lang else ""
        return (f"<span{attributes}>", "</span>") if attributes else ("", "")


_WEAVER = _FieldWeaver()


def later(fragment: str) -> str:
    """HTML marked as known from outside the sources."""
    return f"{LATER_SPAN}>{fragment}</span>"


@lru_cache(maxsize=_REMEMBERED)
def marked_up(markdown: str) -> str:
    """An inline Markdown text as a field holds it."""
    if not _MARKUP.search(markdown):
        return escaped(markdown)
    woven = text.inline_html(markdown, _WEAVER)
    return _settled(re.sub(rf"[ \u00a0]*{_CITED}", "", woven))


def escaped(words: str, lang: str | None = None) -> str:
    """A plain string as a field holds it, its language told where it has one of its own."""
    settled = _settled(html.escape(words, quote=False))
    return f'<span lang="{html.escape(lang)}">{settled}</span>' if lang and settled else settled


def listed(entries: Iterable[str]) -> str:
    """Entries (HTML) as a list; one alone stands without."""
    present = [entry for entry in entries if entry]
    if len(present) < 2:
        return "".join(present)
    return "<ul>" + "".join(f"<li>{entry}</li>" for entry in present) + "</ul>"


def gap(content: str) -> str:
    """A cloze deletion of disarmed HTML."""
    return "{{c1::" + content + "}}"


def words_of(field: str) -> str:
    """The words of a field as a reader sees them, gaps filled."""
    filled = field.replace("{{c1::", "").replace("}}", "")
    return " ".join(html.unescape(_TAG.sub("", filled.replace("<li>", " "))).split())


def gaps_of(field: str) -> str:
    """The words hidden in a cloze text, joined by semicolons."""
    return "; ".join(words_of(found) for found in re.findall(r"\{\{c1::(.*?)\}\}", field))


def with_gaps(field: str) -> str:
    """The words of a cloze text as it is asked."""
    return words_of(re.sub(r"\{\{c1::.*?\}\}", "[…]", field))


def source_line(
    groups: Iterable[Iterable[Citation]], sources: Mapping[str, Source], language: str = "en"
) -> str:
    """Where it all stands: ``Oakes 1901, pp. 12, 20–21, p. 44 n. 3; Ward 1950``.

    Sources stand in the order in which they are first cited; pages are joined, notes follow them.
    Both are called so in the language of the content.
    """
    cited: dict[tuple[str, str], set[Locator]] = {}
    for group in groups:
        for citation in group:
            cited.setdefault((citation.key, citation.prefix), set()).add(citation.locator)
    in_order = [
        Citation(key, locator, prefix)
        for (key, prefix), locators in cited.items()
        for locator in _joined(locators)
    ]
    # a page number must not begin a line
    return _SIGN.sub("\\1\\2\u00a0", _settled(labelled(in_order, sources, language)))


def _joined(locators: set[Locator]) -> list[Locator]:
    """All pages as one place; each note, and the source as a whole, remain by themselves."""
    pages: list[tuple[int, int]] = []
    for first, last in sorted(
        pair for place in locators if not place.notes for pair in place.pages
    ):
        if pages and first <= pages[-1][1] + 1:
            pages[-1] = (pages[-1][0], max(pages[-1][1], last))
        else:
            pages.append((first, last))
    notes = sorted((place for place in locators if place.notes), key=lambda p: (p.pages, p.notes))
    return [*([Locator(tuple(pages))] if pages or not notes else []), *notes]


def citations_of(cite: str, *texts: str) -> list[tuple[Citation, ...]]:
    """The citations of a ``cite`` field and of inline texts."""
    return [citations.parse_field(cite), *(group for t in texts for group in _cited(t))]


@lru_cache(maxsize=_REMEMBERED)
def _cited(markdown: str) -> tuple[tuple[Citation, ...], ...]:
    return tuple(text.cited(markdown)) if "@" in markdown else ()


@lru_cache(maxsize=_REMEMBERED)
def _settled(fragment: str) -> str:
    """Composed characters (as Anki stores them), single spaces, nothing that Anki obeys."""
    composed = unicodedata.normalize("NFC", _CONTROL.sub(" ", fragment))
    spaced = _SPACES.sub(" ", composed).strip(" ")
    return _ARMED.sub(lambda match: _DISARMED[match[0]], spaced)
