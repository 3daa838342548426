"""Where no line of a card may end."""

from __future__ import annotations

import re

from markupsafe import Markup

NO_BREAK = "\N{NO-BREAK SPACE}"
JOIN = "\N{WORD JOINER}"


def held(date: str) -> str:
    """A date of which no line ends between its days, or between them and their month."""
    joined = re.sub(r"(?<=\d)–(?=\d)", f"{JOIN}–{JOIN}", date)
    joined = re.sub(r"(?<!\d)(\d{1,2}|\w{1,3}\.) (?=\w)", rf"\1{NO_BREAK}", joined)
    return re.sub(r"\b([A-Z]\w+) (?=\d{1,2}\b)", rf"\1{NO_BREAK}", joined)


def counted(words: str) -> str:
    """A small number stays with what it counts, and a day with its month."""
    return re.sub(r"(?<![\w.,–-])(\d{1,2}) (?=[^\W\d_])", rf"\1{NO_BREAK}", words)


def no_orphan(words: str) -> str:
    """No last word of up to seven letters on a line of its own.

    Nor with half a word before it: what is tied to it does not end a line at a hyphen.
    """
    found = re.search(r"(?:([^\s<>]+)|>) ([^\s<>]{1,7})$", words)
    if not found:
        return words
    before = (found[1] or ">").replace("-", f"-{JOIN}")
    return f"{words[: found.start()]}{before}{NO_BREAK}{found[2]}"


def unheld(words: str) -> str:
    """The same words where no line ends: in alt text and in a key."""
    return words.replace(NO_BREAK, " ").replace(JOIN, "")


def spaces_inward(words: str) -> Markup:
    """A space before an element becomes its first letter.

    Where it does not, and the element ends a line by a hair, WeasyPrint 70 goes back and breaks the
    words before it after the first.
    """
    return Markup(re.sub(r" ((?:<(?!/)[^>]+>)+)", r"\1 ", str(words)))  # noqa: S704
