"""Markdown of text fields: emphasis, links to items, spans, Pandoc citations; no HTML.

Inline text is one paragraph; block text (narrative sections) may also hold headings, lists and
quotations. A span is ``[words]{lang=pl}``, ``[words]{.later}`` (known from outside the sources)
or ``[15 March]{.when}`` (a date that the briefing sets in the margin).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup
from mdit_py_plugins.attrs import attrs_plugin

from studypack.summary import citations
from studypack.summary.citations import Citation
from studypack.summary.language import TAG

DEEPEST = 16
"""Levels of blocks; markdown-it drops what lies more than 20 deep without a word."""
KEPT = 10_000
"""So many texts are kept as they were parsed: many rules read each, several outputs print it."""
SPAN_CLASSES = frozenset({"later", "when"})


class Weaver(Protocol):
    """How an output writes what Markdown leaves open. All strings are HTML."""

    def cite(self, group: tuple[Citation, ...]) -> str:
        """What stands for one bracketed group of citations."""

    def link(self, target: str) -> tuple[str, str]:
        """What opens and closes a link to the item ``target``."""

    def span(self, classes: tuple[str, ...], lang: str | None) -> tuple[str, str]:
        """What opens and closes a span."""


class PlainSpans:
    """A weaver's usual way to write spans; outputs inherit it."""

    def span(self, classes: tuple[str, ...], lang: str | None) -> tuple[str, str]:
        """A ``span`` with its classes and language."""
        attributes = f' class="{html.escape(" ".join(classes))}"' if classes else ""
        attributes += f' lang="{html.escape(lang)}"' if lang else ""
        return f"<span{attributes}>", "</span>"


def lang_attribute(language: str) -> Markup:
    """The attribute ``lang`` with the space before it, for words in a language of their own.

    Nothing where there is none: what surrounds them tells their language.
    """
    return Markup(' lang="{}"').format(language) if language else Markup()


def in_language(words: str, language: str | None) -> Markup:
    """Words marked with their language, if they have one of their own."""
    if not (language and words):
        return Markup.escape(words)
    return Markup("<span{}>{}</span>").format(lang_attribute(language), words)


@dataclass(frozen=True)
class Problem:
    """Something in a text that cannot be read: what, and the words it stands in."""

    message: str
    at: str


def inline_html(text: str, weaver: Weaver) -> str:
    """The HTML of an inline text."""
    return "".join(_weave(_inline(text), weaver))


def block_html(text: str, weaver: Weaver, heading_level: int = 3) -> str:
    """The HTML of a block text; its highest heading becomes ``h<heading_level>``."""
    tokens = _blocks(text)
    levels = [int(t.tag[1]) for t in tokens if t.type == "heading_open"]
    shift = heading_level - min(levels, default=heading_level)
    out: list[str] = []
    for token in tokens:
        if token.type == "inline":
            out += _weave(token.children or (), weaver)
        elif token.hidden:
            continue
        elif token.type in {"heading_open", "heading_close"}:
            tag = f"h{min(int(token.tag[1]) + shift, 6)}"
            out.append(f"<{tag}>" if token.nesting == 1 else f"</{tag}>\n")
        elif token.nesting == 1:
            out.append(f"<{token.tag}>")
        elif token.nesting == -1:
            out.append(f"</{token.tag}>\n")
    return "".join(out)


def plain(text: str, *, blocks: bool = False) -> str:
    """The words alone: no markup, no citations."""
    words: list[str] = []
    for token in _tokens(text, blocks):
        if token.type == "text":
            words.append(token.content)
        elif token.type == "hardbreak":
            words.append(" ")
        elif token.type in {"paragraph_close", "heading_close", "list_item_close"} and blocks:
            words.append("\n")
    joined = "".join(words)
    for mark in ".,;:)":  # a citation before a full stop leaves its space behind
        joined = joined.replace(f" {mark}", mark)
    return " ".join(joined.split()) if not blocks else joined.strip()


def cited(text: str, *, blocks: bool = False) -> list[tuple[Citation, ...]]:
    """Every bracketed group of citations, in order."""
    return [t.meta["group"] for t in _tokens(text, blocks) if t.type == "citation"]


def linked(text: str, *, blocks: bool = False) -> list[str]:
    """The targets of all links, in order: ``#petofi`` gives ``petofi``."""
    return [target for target, _ in links(text, blocks=blocks)]


def links(text: str, *, blocks: bool = False) -> list[tuple[str, str]]:
    """All links, in order: each one's target and its words."""
    found: list[tuple[str, str]] = []
    words: list[str] | None = None
    for token in _tokens(text, blocks):
        if token.type == "link_open":
            found.append((str(token.attrs["href"]).removeprefix("#"), ""))
            words = []
        elif token.type == "text" and words is not None:
            words.append(token.content)
        elif token.type == "link_close" and words is not None:
            found[-1] = (found[-1][0], "".join(words))
            words = None
    return found


def problems(text: str, *, blocks: bool = False) -> list[Problem]:
    """What an author must mend before the text can be printed."""
    found = []
    if blocks and any(token.level > DEEPEST for token in _blocks(text)):
        message = f"lists and quotations more than {DEEPEST // 2} deep, one inside the other"
        found.append(Problem(message, ""))
    tokens = list(_tokens(text, blocks))
    for index, token in enumerate(tokens):
        if token.type == "citation" and "problem" in token.meta:
            found.append(Problem(token.meta["problem"], token.content))
        elif token.type == "link_open" and not str(token.attrs["href"]).startswith("#"):
            href = str(token.attrs["href"])
            at = href if href in text else tokens[index + 1].content  # Markdown may rewrite it
            found.append(
                Problem(f"a link must lead to an item, like [words](#id), not to '{href}'", at)
            )
        elif token.type == "span_open":
            found += _span_problems(token)
    return found


def _span_problems(token: Token) -> Iterator[Problem]:
    for key, value in token.attrs.items():
        if key == "class":
            for name in str(value).split():
                if name not in SPAN_CLASSES:
                    known = ", ".join(f".{c}" for c in sorted(SPAN_CLASSES))
                    yield Problem(f"unknown class '.{name}' on a span; known are {known}", name)
        elif key != "lang":
            yield Problem(f"unknown attribute '{key}' on a span; known is lang", str(key))
        elif not re.fullmatch(TAG, str(value)):
            yield Problem(f"lang='{value}' is no language; write lang=pl or lang=en-GB", str(value))


def _citation(state: StateInline, silent: bool) -> bool:
    """markdown-it rule: a bracketed group with an @ in it is a citation."""
    source, start = state.src, state.pos
    if source[start] != "[":
        return False
    end = source.find("]", start)
    if end < 0 or end >= state.posMax or "@" not in source[start:end]:
        return False
    inner = source[start + 1 : end]
    if "[" in inner:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = source[start : end + 1]
        try:
            token.meta = {"group": citations.parse_group(inner)}
        except ValueError as error:
            token.meta = {"group": (), "problem": str(error)}
    state.pos = end + 1
    return True


def _parser(*rules: str) -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["emphasis", "link", "escape", *rules])
    parser.use(attrs_plugin, spans=True, after=())
    parser.inline.ruler.before("link", "citation", _citation)
    return parser


_INLINE = _parser()
_BLOCK = _parser("heading", "list", "blockquote")


@lru_cache(KEPT)
def _inline(text: str) -> Sequence[Token]:
    parsed = _INLINE.parseInline(text)
    return parsed[0].children or () if parsed else ()


@lru_cache(KEPT)
def _blocks(text: str) -> Sequence[Token]:
    return _BLOCK.parse(text)


def _tokens(text: str, blocks: bool) -> Iterator[Token]:
    if not blocks:
        yield from _inline(text)
        return
    for token in _blocks(text):
        if token.type == "inline":
            yield from token.children or ()
        else:
            yield token


def _weave(tokens: Sequence[Token], weaver: Weaver) -> Iterator[str]:
    closing: list[str] = []
    for token in tokens:
        if token.type == "text":
            yield html.escape(token.content, quote=False)
        elif token.type == "hardbreak":  # a backslash at the end of a line
            yield "\n"
        elif token.type == "citation":
            yield weaver.cite(token.meta["group"])
        elif token.type == "link_open":
            opens, closes = weaver.link(str(token.attrs["href"]).removeprefix("#"))
            closing.append(closes)
            yield opens
        elif token.type == "span_open":
            classes = tuple(str(token.attrs.get("class", "")).split())
            lang = token.attrs.get("lang")
            opens, closes = weaver.span(classes, str(lang) if lang else None)
            closing.append(closes)
            yield opens
        elif token.type in {"link_close", "span_close"}:
            yield closing.pop()
        elif token.type in {"em_open", "strong_open"}:
            yield f"<{token.tag}>"
        elif token.type in {"em_close", "strong_close"}:
            yield f"</{token.tag}>"
