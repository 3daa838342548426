"""Quotations against the text of their source, where that lies on the machine.

A source text is plain text in which ``[p. 12]`` stands where page 12 begins.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping

from studypack.checks.names import folded
from studypack.checks.rule import Finding
from studypack.summary import citations
from studypack.summary.items import Quotation
from studypack.summary.summary import Summary

CODE = "SP243"
_PAGE = re.compile(r"^\[p\.\s*(\d+|[ivxlc]+)\]\s*$", re.M)
_WORD = re.compile(r"[^\W_]+")

Pages = Mapping[int, str]


def pages_of(source_text: str) -> Pages:
    """Page number -> its text. Raises ValueError where no page is marked."""
    pieces = _PAGE.split(source_text)
    if len(pieces) == 1:
        raise ValueError("no page marks; a line like [p. 12] stands where page 12 begins")
    numbers = map(citations.page_number, pieces[1::2])
    return dict(zip(numbers, pieces[2::2], strict=True))


def quotations_stand_on_their_page(
    summary: Summary, texts: Mapping[str, Pages]
) -> Iterator[Finding]:
    """Each quotation that cites a given source is found on a cited page, word for word.

    Accents, quotation marks, spaces and note numbers may differ; a near miss is shown beside it.
    """
    for quotation in summary.quotations:
        if quotation.retired:
            continue
        for citation in citations.parse_field(quotation.cite):
            if citation.key in texts and citation.locator.pages:
                yield from _compared(quotation, citation.locator.pages, texts[citation.key])
                break


def _compared(
    quotation: Quotation, ranges: tuple[tuple[int, int], ...], pages: Pages
) -> Iterator[Finding]:
    numbers = [n for low, high in ranges for n in range(low, high + 1)]
    wanted = _words(quotation.quote)
    there = _words(" ".join(pages.get(n, "") for n in numbers))
    if _contains(there, wanted):
        return
    place = ", ".join(map(citations.page_name, numbers))
    elsewhere = [n for n, body in pages.items() if _contains(_words(body), wanted)]
    if elsewhere:
        hint = f"It stands on page {citations.page_name(elsewhere[0])}."
    else:
        near = _nearest(there, wanted)
        hint = f"The page has: {near}" if near else "Nothing like it stands there."
    message = f"the quotation is not on page {place}: {' '.join(wanted)}"
    yield Finding(quotation.id, ("quote",), message, hint)


def _words(text: str) -> list[str]:
    """Words to compare: without accents, case, apostrophes and note numbers."""
    bare = re.sub(r"[’'⁰¹²³⁴-⁹]", "", text)
    return [folded(word).casefold() for word in _WORD.findall(bare)]


def _contains(words: list[str], wanted: list[str]) -> bool:
    return f" {' '.join(wanted)} " in f" {' '.join(words)} "


def _nearest(words: list[str], wanted: list[str]) -> str:
    """The run of words most like the wanted ones, if it is more alike than not."""
    length = len(wanted)
    windows = [words[i : i + length] for i in range(max(len(words) - length + 1, 0))]
    if not windows:
        return ""
    scored = [(difflib.SequenceMatcher(None, w, wanted).ratio(), i) for i, w in enumerate(windows)]
    ratio, index = max(scored)
    return " ".join(windows[index]) if ratio > 0.5 else ""
