"""What a compositor does to a page of HTML that no style sheet can: marks abbreviations."""

from __future__ import annotations

import re

LEAST = 3
"""Letters: shorter ones (EU, US) are as well set in capitals."""

_WORD = re.compile(rf"<title>.*?</title>|<[^>]*>|&\w+;|\b[^\W\d_a-z]{{{LEAST},}}\b")


def abbreviations(page: str) -> str:
    """The page with the abbreviations of its body as spans of class ``caps``.

    The style sheet sets them in small capitals. The alternative text of a drawing stays as it is.
    """
    head, body, rest = page.partition("<body")
    return head + _WORD.sub(_marked, body + rest)


def _marked(found: re.Match[str]) -> str:
    word = found[0]
    return f'<span class="caps">{word}</span>' if word.isalpha() and word.isupper() else word
