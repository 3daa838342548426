"""Markdown and HTML that authors know from elsewhere: here it is printed as it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

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
_SUSPECT = re.compile(r"[`<&|]|!\[|~~|^ {0,3}(?:[-_*=] *){3,}$|^-+$|^=+$", re.M)
"""Without one of these there is no such thing, and to look for it is slow."""


def foreign_markup(text: str, *, blocks: bool = False) -> Iterator[Problem]:
    """What in an inline or block text belongs to another kind of Markdown, in order."""
    if not _SUSPECT.search(text):
        return
    lines = _LINE_END.split(text)
    for token in _parser().parse(text) if blocks else _parser().parseInline(text):
        for one in (token, *(token.children or ())):
            if _is_foreign(one):
                at = _written(one, lines)
                message = f"{_NAMES[one.type]} is printed as it is typed"
                yield Problem(message, at if at in text else "")


def _written(token: Token, lines: Sequence[str]) -> str:
    """How a token was typed, or begins."""
    if token.map:
        return lines[token.map[0]].strip()
    if token.type == "text_special":
        return token.markup
    return str(token.attrs.get("href", token.markup + token.content))


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
