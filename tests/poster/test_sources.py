"""The foot names the sources as the course cites."""

from __future__ import annotations

from dataclasses import replace

import pytest

from studypack.poster.render import draw
from studypack.summary.course import CitationStyle
from tests.poster.printed import printed
from tests.poster.subject import event, header, pack

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
