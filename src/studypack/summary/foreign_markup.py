"""Markdown and HTML that authors know from elsewhere: here it is printed as it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs.parse import ParseError, parse

from studypack.summary.text import Problem

_NAMES = {
    "code_inline": "code",
    "fence": "a block of code",
    "heading_open": "a heading with a line under it",
    "hr": "a line across the page",
    "html_block": "HTML",
    "html_inline": "HTML",
    "image": "a picture",
    "link_open": "an address in angle brackets",
    "s_open": "a text struck through",
    "table_open": "a table",
    "text_special": "an HTML entity",
}
_LINE_END = re.compile(r"\r\n?|\n")
_SUSPECT = re.compile(r"[`<&|]|!\[|~~|^[ >]*(?:[-_*=] *){3,}$|^[ >]*-+$|^[ >]*=+$", re.M)
"""Without one of these there is no such thing, and to look for it is slow."""
_BULLETS = re.compile(r"[ >]*([-*])[ \t]+\1[ \t]+\1[-* \t]*$", re.M)
"""Here as in all Markdown ``* *`` is a list in a list, but ``* * *`` no line across the page."""
_ENOUGH = 200
_PANDOC = re.compile(
    r"\[[^\[\]@]*@[^\[\]]*\]"  # a citation as it should be
    r"|(?P<citation>(?<![\w\\])@\w[\w:.-]*\w)"
    r"|(?P<footnote>(?<!\\)(?:\[\^[^\s\[\]]+\]|\^\[))"
    r"|(?P<link>(?<!\\)\](?: +\(#|\(#[^()\s]* +[^()\s\"']))"
    r"|(?P<span>(?<!\\)\](?=\{))"
    r"|(?P<address>^ {0,3}\[[^\[\]^@]+\]:[ \t]*\S+[ \t]*$)",
    re.M,
)
_PANDOC_NAMES = {
    "citation": "a citation that is not in square brackets",
    "footnote": "a footnote",
    "link": "a link with a space in it",
    "span": "a mark in curly brackets with a slip in it",
    "address": "an address that stands apart from its link",
}


def foreign_markup(text: str, *, blocks: bool = False) -> Iterator[Problem]:
    """What in an inline or block text belongs to another kind of Markdown.

    Each is told with so much of the text from there on that its place is sure.
    """
    if _SUSPECT.search(text):
        yield from _of_commonmark(text, blocks)
    for match in _PANDOC.finditer(text):
        if match.lastgroup and not (match["span"] and _is_span(text[match.end() :])):
            yield _problem(_PANDOC_NAMES[match.lastgroup], text, match.start())


def _is_span(rest: str) -> bool:
    try:
        parse(rest)
    except ParseError:
        return False
    return True


def _of_commonmark(text: str, blocks: bool) -> Iterator[Problem]:
    line_starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    position = 0
    for token in _parser().parse(text) if blocks else _parser().parseInline(text):
        if token.map:
            position = max(position, line_starts[token.map[0]])
        for one in (token, *(token.children or ())):
            if _is_foreign(one):
                position = max(position, text.find(_written(one), position))
                yield _problem(_NAMES[one.type], text, position)
                position += len(_written(one))


def _problem(what: str, text: str, position: int) -> Problem:
    printed = "as empty bullets" if _BULLETS.match(text, position) else "as it is typed"
    return Problem(f"{what} is printed {printed}", text[position : position + _ENOUGH])


def _written(token: Token) -> str:
    """How a token begins as it was typed; nothing for one that begins with its line."""
    match token.type:
        case "image":
            return f"![{token.content}"
        case "link_open":
            return "<"
        case "html_inline":
            return token.content
        case "code_inline":
            return token.markup + token.content
        case "s_open" | "text_special":
            return token.markup
    return ""


def _is_foreign(token: Token) -> bool:
    if token.type == "heading_open":
        return token.markup in {"=", "-"}
    if token.type == "text_special":
        return token.info == "entity"
    if token.type == "link_open":
        return token.markup == "autolink"
    return token.type in _NAMES and not token.content.startswith("</")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return parser.disable(["code", "text_join"])
