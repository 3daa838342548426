"""The foot names the sources as the course cites."""

from __future__ import annotations

from dataclasses import replace

import pytest

from studypack.poster.render import draw
from studypack.select import full_course, select
from studypack.summary.course import CitationStyle
from studypack.summary.sources import Source
from tests.poster.printed import printed
from tests.poster.subject import LETTER, event, header, pack

EVENTS = [
    event(f"e{n}", date=f"1783-03-{n:02}", title=f"Word {n}", cite=f"[@wick1901, p. {n}]")
    for n in range(1, 5)
]
ENTRIES = {
    CitationStyle.CHICAGO: "Wick, Ada. The Flood at Aldermere. Nowhere Press, 1901.",
    CitationStyle.APA: "Wick, A. (1901). The Flood at Aldermere. Nowhere Press.",
}
LETTERS = {
    CitationStyle.CHICAGO: "Reeve, John. A Letter from the Dyke. 1783.",
    CitationStyle.APA: "Reeve, J. (1783). A letter from the dyke.",
}


@pytest.mark.parametrize("style", list(ENTRIES), ids=str)
def test_the_foot_names_the_sources_as_the_course_cites(style: CitationStyle) -> None:
    flood = pack(*EVENTS, header=header())
    flood = replace(flood, course=flood.course.model_copy(update={"citations": style}))
    text = " ".join(printed(draw(flood).product.data).text.split())
    assert f"{LETTERS[style]} {ENTRIES[style]}" in text
    assert "pages of Wick 1901." in text


RESTS = "Page numbers are those of *The Flood at Aldermere*."


def foot(*cites: str, sources: tuple[Source, ...] = ()) -> str:
    events = [*EVENTS, *(event(f"f{n}", cite=cite) for n, cite in enumerate(cites))]
    flood = pack(*events, header=header(source=RESTS))
    summary = flood.summary.model_copy(update={"sources": (*flood.summary.sources, *sources)})
    poster = draw(select(summary, full_course("aldermere")))
    return " ".join(printed(poster.product.data).text.split())


def test_of_a_source_in_short_on_a_card_the_foot_has_the_entry() -> None:
    entry = LETTERS[CitationStyle.CHICAGO]
    assert f"The Flood at Aldermere. {entry}" in foot("[@reeve1783]")
    assert entry not in foot()
    assert entry not in foot("[@wick1901, p. 9; @reeve1783]")


def test_an_entry_says_by_which_letter_the_cards_call_it() -> None:
    second = LETTER.model_copy(update={"id": "second", "title": "A second letter"})
    text = foot("[@second]", sources=(second,))
    assert "Reeve 1783b: Reeve, John. A Second Letter. 1783." in text
    assert "1783a" not in text
