"""What is not parted by the end of a page or of a line."""

from __future__ import annotations

from typing import Any

import pytest

from studypack import typesetting
from studypack.briefing.book import book_of
from studypack.briefing.matter import kept_together, page_of
from studypack.briefing.typography import JOINER
from studypack.summary.course import Edition, Type, Week
from studypack.summary.summary import Summary
from tests.briefing.conftest import altered, pack_of
from tests.briefing.test_layout import SENTENCE, Line, lines, many


def told_at_length(summary: Summary) -> Summary:
    """With a comparison and questions whose good answers are long."""
    long = many(summary)
    (table,), (question,) = long.comparisons, long.questions
    row = table.rows[0]
    return altered(
        long,
        comparisons=(table.model_copy(update={"rows": (row,) * 15}),),
        questions=tuple(
            question.model_copy(
                update={
                    "id": f"question-{n}",
                    "prompt": SENTENCE * 3,
                    "answer": (f"{SENTENCE * 2} [@oakes1901, p. 15]",) * 7,
                }
            )
            for n in range(7)
        ),
    )


def lines_of(summary: Summary, **course: Any) -> list[Line]:
    book = book_of(pack_of(summary, **course))
    return lines(typesetting.lay_out(page_of(book), "many.pdf"))


@pytest.fixture(scope="module")
def normal(lantern: Summary) -> list[Line]:
    return lines_of(told_at_length(lantern), edition=Edition.TEACHER)


@pytest.fixture(scope="module")
def large(lantern: Summary) -> list[Line]:
    return lines_of(told_at_length(lantern), type=Type.LARGE)


def pages_of(found: list[Line], *names: str) -> dict[Any, set[int]]:
    """Every element of this name or class, and the pages on which it stands."""
    pages: dict[Any, set[int]] = {}
    for line in found:
        element = line.inside(*names)
        if element is not None:
            pages.setdefault(element, set()).add(line.page)
    return pages


def narrow(words: str, width: str) -> tuple[list[str], float]:
    """The lines of a paragraph so wide, and how much of its width the widest of them takes."""
    style = f"font: 10pt 'Source Sans 3'; width: {width}; overflow-wrap: anywhere"
    page = f'<html lang="en"><title>t</title><body><p style="{style}">{words}</p></body></html>'
    document = typesetting.lay_out(kept_together(page), "narrow.pdf")
    (html,) = document.pages[0]._page_box.children
    (body,) = html.children
    (block,) = body.children
    found = [[b for b in line.descendants() if hasattr(b, "text")] for line in block.children]
    reach = max(b.position_x + b.width - block.content_box_x() for line in found for b in line)
    return ["".join(b.text for b in line) for line in found], reach / block.width


def test_no_line_ends_within_a_range() -> None:
    set_, reach = narrow("pp. 169–171, 180", "4em")
    assert set_ == ["pp.", f"169–{JOINER}171,", "180"]
    assert reach <= 1


def test_no_line_ends_between_a_day_and_its_month() -> None:
    set_, reach = narrow("it was on 31 October that", "6em")
    assert set_ == ["it was on", f"31 {JOINER}October", "that"]
    assert reach <= 1


def test_a_range_that_is_wider_than_its_column_is_divided_rather_than_run_over() -> None:
    set_, reach = narrow("pp. 169–171", "2em")
    assert len(set_) > 2
    assert reach <= 1


def test_a_good_answer_may_go_on_over_the_page_but_the_question_stays_whole(
    normal: list[Line],
) -> None:
    asked = [line for line in normal if line.inside("answered") is not None]
    rows, tasks = pages_of(asked, "answered"), pages_of(normal, "task")
    assert len(rows) == len(tasks) == 7
    assert all(len(pages) == 1 for pages in rows.values())
    assert any(len(pages) == 2 for pages in tasks.values())
    answers = pages_of([line for line in normal if line.inside("answered") is None], "task")
    for task, pages in tasks.items():
        assert min(answers[task]) == min(pages)  # some of the answer stands under its question


def test_a_comparison_that_fits_on_a_page_stands_on_one(normal: list[Line]) -> None:
    tables = pages_of([line for line in normal if line.inside("comparisons") is not None], "table")
    assert [len(pages) for pages in tables.values()] == [1]


def test_what_a_drawing_to_scale_means_stands_above_it(normal: list[Line]) -> None:
    (told,) = pages_of(normal, "lead").values()
    first = next(line for line in normal if line.inside("scale") is not None)
    assert told == {first.page}


def test_in_large_type_the_ways_of_a_decision_stay_together(large: list[Line]) -> None:
    ways = pages_of(large, "ways")
    assert len(ways) == 17
    assert all(len(pages) == 1 for pages in ways.values())
    for decision, pages in pages_of(large, "head", "deciders").items():
        assert len(pages) == 1, decision


def test_in_large_type_each_title_of_a_week_begins_a_line(lantern: Summary) -> None:
    week = Week(date="2031-01-06/2031-01-10", title="All of it", topics=("light",))
    found = lines_of(told_at_length(lantern), type=Type.LARGE, weeks=(week,))
    firsts = {}
    for line in found:
        if line.inside("week") is not None and line.inside("span") is not None:
            firsts.setdefault(line.within[0], line.left)
    decided = [x for element, x in firsts.items() if element.find("a") is not None]
    assert len(decided) >= 17
    assert len(set(decided)) == 1


def test_in_large_type_the_swing_stands_under_what_is_said_of_it(large: list[Line]) -> None:
    (pages,) = pages_of(large, "swing").values()
    assert len(pages) == 1


def test_in_large_type_the_guide_follows_the_contents_where_a_third_of_a_page_is_free(
    lantern: Summary,
) -> None:
    (section,) = lantern.sections
    sections = tuple(section.model_copy(update={"id": f"night-{n}"}) for n in range(20))
    found = lines_of(altered(lantern, sections=sections), type=Type.LARGE)
    (contents,), (guide,) = (pages_of(found, name).values() for name in ("contents", "how_to_use"))
    assert max(contents) == min(guide) > min(contents)


def test_a_short_list_of_sources_is_not_divided(normal: list[Line]) -> None:
    (pages,) = pages_of(normal, "sources").values()
    assert len(pages) == 1
