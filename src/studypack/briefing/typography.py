"""What a compositor does to a page of HTML that no style sheet can: marks abbreviations, and keeps
the two ends of a range on one line."""

from __future__ import annotations

import re

LEAST = 3
"""Letters: shorter ones (EU, US) are as well set in capitals."""

JOINER = "\N{WORD JOINER}"

_WORD = re.compile(rf"<title>.*?</title>|<[^>]*>|&\w+;|\b[^\W\d_a-z]{{{LEAST},}}\b")
_RANGE = re.compile(r"<(title|h[1-6])\b.*?</\1>|<[^>]*>|(?<=\d)–(?=\w)", re.DOTALL)


def abbreviations(page: str) -> str:
    """The page with the abbreviations of its body as spans of class ``caps``.

    The style sheet sets them in small capitals. The alternative text of a drawing stays as it is.
    """
    head, body, rest = page.partition("<body")
    return head + _WORD.sub(_marked, body + rest)


def ranges(page: str) -> str:
    """The page with a joiner behind each dash that a digit precedes and a word follows.

    Headings stay as they are, for their words are also those of the bookmarks; so does the
    alternative text of a drawing.
    """
    head, body, rest = page.partition("<body")
    return head + _RANGE.sub(_joined, body + rest)


def _marked(found: re.Match[str]) -> str:
    word = found[0]
    return f'<span class="caps">{word}</span>' if word.isalpha() and word.isupper() else word


def _joined(found: re.Match[str]) -> str:
    return f"–{JOINER}" if found[0] == "–" else found[0]
