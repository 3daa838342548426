"""How lines fall on pages: nothing stranded, nothing single, all on the axis and the grid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest

from studypack import typesetting
from studypack.briefing.book import book_of
from studypack.briefing.matter import page_of
from studypack.summary import dates
from studypack.summary.course import Paper, Type
from studypack.summary.header import Needle
from studypack.summary.items import Figure, Reading
from studypack.summary.summary import Summary
from tests.briefing.conftest import altered, pack_of

POINT = 96 / 72
MILLIMETRE = 96 / 25.4
TOP = {Paper.A4: 68, Paper.LETTER: 64}
"""Points above the first line of a page."""
HEADINGS = {"h2", "h3", "h4", "h5"}
SENTENCE = "The council met by candle-light and would not pay for the oil of the tower. "


@dataclass(frozen=True)
class Line:
    """A line of type: its page, the elements that it stands in, innermost first, and its place."""

    page: int
    within: tuple[Any, ...]
    top: float
    bottom: float
    left: float
    right: float

    def inside(self, *names: str) -> Any:
        """The innermost of these elements or classes; None if it stands in none of them."""
        for element in self.within:
            if element.tag in names or set(element.get("class", "").split()) & set(names):
                return element
        return None


def many(summary: Summary) -> Summary:
    """A summary long enough that everything has to be broken somewhere."""
    (decision,), (section,) = summary.decisions, summary.sections
    wreck, person, dispute = summary.events[1], summary.people[0], summary.disputes[0]
    poster = summary.header.poster.model_copy(
        update={"needle": Needle(title="The purse", left="Dark", right="Light", note="Ours.")}
    )
    paragraphs = "\n\n".join(SENTENCE * (3 + n % 4) + "[@oakes1901, p. 15]" for n in range(9))
    return altered(
        summary,
        header=summary.header.model_copy(update={"poster": poster}),
        sections=tuple(
            section.model_copy(
                update={
                    "id": f"night-{n}",
                    "title": f"Night {n}",
                    "text": f"{paragraphs}\n\n### An hour of it\n\n{paragraphs}",
                }
            )
            for n in range(4)
        ),
        events=tuple(
            wreck.model_copy(
                update={
                    "id": f"wreck-{n}",
                    "date": dates.parse(f"1787-{n // 28 + 1:02d}-{n % 28 + 1:02d}"),
                    "summary": SENTENCE * (1 + n % 5),
                    "figures": tuple(
                        Figure(
                            id=f"lost-{n}-{k}",
                            what="Lost at sea",
                            unit="people",
                            readings=(Reading(value=9 + k, whose="Oakes"),),
                        )
                        for k in range(2 if n % 9 == 0 else 0)
                    ),
                }
            )
            for n in range(40)
        ),
        decisions=tuple(
            decision.model_copy(
                update={
                    "id": f"vote-{n}",
                    "importance": 1 + n % 2,
                    "stance": (-1) ** n / 2,
                    "reasons": (SENTENCE,) * (n % 5),
                }
            )
            for n in range(17)
        ),
        people=(
            *summary.people,
            *(person.model_copy(update={"id": f"keeper-{n}", "matters": SENTENCE * (n % 4)})
              for n in range(20)),
        ),
        disputes=tuple(
            dispute.model_copy(update={"id": f"dispute-{n}", "concerns": ("wreck-1",)})
            for n in range(9)
        ),
    )  # fmt: skip


@pytest.fixture(scope="module", params=[Paper.A4, Paper.LETTER])
def laid(lantern: Summary, request: pytest.FixtureRequest) -> tuple[Paper, Any]:
    book = book_of(pack_of(many(lantern), paper=request.param))
    return request.param, typesetting.lay_out(page_of(book), "many.pdf")


def lines(document: Any) -> list[Line]:
    """Every line of the text, notes and running heads aside, page by page from top to bottom."""
    found = []
    for number, sheet in enumerate(document.pages, start=1):
        body = sheet._page_box.children[0]
        found += sorted(_lines(body, number, ()), key=lambda line: line.top)
    return found


def _lines(box: Any, page: int, within: tuple[Any, ...]) -> Iterator[Line]:
    within = within if box.element in within else (box.element, *within)
    if type(box).__name__ == "LineBox":
        words = [b for b in box.descendants(placeholders=True) if getattr(b, "text", None)]
        if words:
            right = max(b.position_x + b.width for b in words)
            left = min(b.position_x for b in words)
            yield Line(page, within, box.position_y, box.position_y + box.height, left, right)
    for child in getattr(box, "children", ()):
        yield from _lines(child, page, within)


def by_page(found: list[Line]) -> dict[int, list[Line]]:
    pages: dict[int, list[Line]] = {}
    for line in found:
        pages.setdefault(line.page, []).append(line)
    return pages


def test_no_heading_ends_a_page(laid: tuple[Paper, Any]) -> None:
    pages = by_page(lines(laid[1]))
    assert len(pages) > 25
    for number, found in pages.items():
        last = max(found, key=lambda line: line.bottom)
        assert not last.inside(*HEADINGS, "group", "poles"), number
        assert found[0].inside("source") is None, number
        below = [x for x in found if x.inside("h2", "h3") is None and x.top > found[0].top]
        assert below, number


def test_no_table_head_ends_a_page(laid: tuple[Paper, Any]) -> None:
    for number, found in by_page(lines(laid[1])).items():
        last = max(found, key=lambda line: line.bottom)
        assert last.inside("thead") is None, number


def test_a_paragraph_of_the_story_leaves_no_single_line_behind(laid: tuple[Paper, Any]) -> None:
    counted: dict[Any, dict[int, int]] = {}
    for line in lines(laid[1]):
        if line.inside("story") is not None and line.inside("margin") is None:
            paragraph = counted.setdefault(line.inside("p", *HEADINGS), {})
            paragraph[line.page] = paragraph.get(line.page, 0) + 1
    broken = [pages for pages in counted.values() if len(pages) > 1]
    assert broken
    assert all(count >= 2 for pages in broken for count in pages.values())


def test_all_lines_lie_within_margin_and_measure_in_the_middle_of_the_sheet(
    laid: tuple[Paper, Any],
) -> None:
    width = {Paper.A4: 210, Paper.LETTER: 215.9}[laid[0]]
    for line in lines(laid[1])[10:]:
        assert line.left >= ((width - 151) / 2 - 0.3) * MILLIMETRE
        assert line.right <= ((width + 151) / 2 + 0.3) * MILLIMETRE


def test_the_story_keeps_its_grid_under_headings_of_one_line(laid: tuple[Paper, Any]) -> None:
    paper, document = laid
    body = [
        line
        for line in lines(document)
        if line.inside("story") is not None and line.inside("p") is not None
        and line.inside("margin") is None and line.inside(*HEADINGS) is None
    ]  # fmt: skip
    assert len(body) > 200
    off = {round((line.top / POINT - TOP[paper]) % 14, 1) % 14 for line in body}
    assert off == {0}


def test_a_question_stays_with_who_decided_and_the_ways_with_the_outcome(
    laid: tuple[Paper, Any],
) -> None:
    found: dict[Any, dict[str, set[int]]] = {}
    for line in lines(laid[1]):
        decision = line.inside("decision")
        for part in ("head", "deciders", "ways", "decided"):
            if decision is not None and line.inside(part) is not None:
                found.setdefault(decision, {}).setdefault(part, set()).add(line.page)
    assert len(found) == 17
    for pages in found.values():
        assert pages["head"] == pages["deciders"]
        assert pages["ways"] == pages["decided"]
        assert len(pages["head"]) == len(pages["ways"]) == 1


def test_decisions_fill_their_pages(laid: tuple[Paper, Any]) -> None:
    """Where another one follows, less than two fifths of a page stay empty."""
    paper, document = laid
    pages = by_page([line for line in lines(document) if line.inside("decision") is not None])
    height = {Paper.A4: 700, Paper.LETTER: 658}[paper]
    for one, other in pairwise(sorted(pages)):
        if other == one + 1 and pages[one][-1].inside("chapter") is pages[other][0].inside(
            "chapter"
        ):
            used = max(line.bottom for line in pages[one]) / POINT - TOP[paper]
            assert used > height * 0.6, one


def test_a_drawing_is_not_broken(laid: tuple[Paper, Any]) -> None:
    found: dict[Any, set[int]] = {}
    for line in lines(laid[1]):
        if line.inside("drawn") is not None:
            found.setdefault(line.inside("drawn"), set()).add(line.page)
    assert len(found) >= 3
    assert all(len(pages) == 1 for pages in found.values())


def test_a_part_behind_the_story_follows_on_a_page_of_which_a_third_is_free(
    laid: tuple[Paper, Any],
) -> None:
    paper, document = laid
    height = {Paper.A4: 700, Paper.LETTER: 658}[paper]
    started: dict[str, float] = {}
    for line in lines(document):
        chapter = line.inside("chapter")
        if line.inside("h2") is not None and chapter is not None:
            started.setdefault(chapter.get("class").split()[1], line.top / POINT - TOP[paper])
    for alone in ("narrative", "decisions"):
        assert started[alone] < 40, alone
    follow = ("comparisons", "arguments", "disputes", "chronology", "figures", "people", "terms")
    assert any(started[part] > 60 for part in follow)
    for part in follow:
        assert started[part] < height * 0.75, part


def test_a_running_head_is_one_line_and_names_one_thing(laid: tuple[Paper, Any]) -> None:
    for number, sheet in enumerate(laid[1].pages, start=1):
        heads = [
            box
            for box in sheet._page_box.children[1:]
            if "top" in str(getattr(box, "at_keyword", ""))
        ]
        words = [
            "".join(b.text for b in h.descendants() if getattr(b, "text", None)) for h in heads
        ]
        assert sum(len(text) > 3 for text in words) <= 1, number
        for head in heads:
            kinds = [type(box).__name__ for box in head.descendants()]
            assert kinds.count("LineBox") <= 1, number
        titles = {"The arguments", "What we do not know", "Figures and casualties"}
        assert all(text in titles for text in words if any(title in text for title in titles))


def test_in_one_column_an_aspect_and_a_quotation_stand_whole(lantern: Summary) -> None:
    """An aspect with what is said of both sides, a quotation with who says it."""
    (table,), (spoken, *_) = lantern.comparisons, lantern.quotations
    full = altered(
        lantern,
        comparisons=(table.model_copy(update={"rows": table.rows * 12}),),
        quotations=tuple(spoken.model_copy(update={"id": f"said-{n}"}) for n in range(30)),
    )
    book = book_of(pack_of(full, type=Type.LARGE))
    aspects: dict[Any, set[int]] = {}
    quotations: dict[Any, set[int]] = {}
    for line in lines(typesetting.lay_out(page_of(book), "full.pdf")):
        if line.inside("comparisons") is not None and line.inside("together") is not None:
            aspects.setdefault(line.inside("together"), set()).add(line.page)
        elif line.inside("occasion", "blockquote") is not None:
            quotations.setdefault(line.inside("quotation"), set()).add(line.page)
    for found in aspects, quotations:
        assert len(set.union(*found.values())) > 2
        assert all(len(pages) == 1 for pages in found.values())
