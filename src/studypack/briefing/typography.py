"""What a compositor does to a page of HTML that no style sheet can: marks abbreviations, and keeps
the two ends of a range, and day and month, on one line."""

from __future__ import annotations

import re
from functools import cache

from babel.dates import get_month_names

from studypack.summary.course import Labels

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


def days(page: str) -> str:
    """The page with a joiner behind the space between a day and its month.

    In the languages of labels, and in the text alone, as in ``ranges``; not in the heads of rows,
    whose column may be narrower than the two, so that the month would be broken. A no-break space
    would not do: its glyph is often that of the space, and then all are copied as one.
    """
    head, body, rest = page.partition("<body")
    return head + _day().sub(_tied, body + rest)


@cache
def _day() -> re.Pattern[str]:
    months = "|".join(
        sorted(
            {
                name
                for language in Labels
                for context in ("format", "stand-alone")
                for name in get_month_names("wide", context, language.replace("-", "_")).values()
            }
        )
    )
    return re.compile(
        r"<(title|h[1-6]|th)\b.*?</\1>|<[^>]*>"
        rf"|(?<![\d.,])(\d{{1,2}})\s(?=(?:{months})\b)|\b({months})\s(?=\d{{1,2}}(?![\d.,]\d|\d))",
        re.DOTALL,
    )


def _tied(found: re.Match[str]) -> str:
    tied = found[2] or found[3]
    return f"{tied} {JOINER}" if tied else found[0]


def _marked(found: re.Match[str]) -> str:
    word = found[0]
    return f'<span class="caps">{word}</span>' if word.isalpha() and word.isupper() else word


def _joined(found: re.Match[str]) -> str:
    return f"–{JOINER}" if found[0] == "–" else found[0]
