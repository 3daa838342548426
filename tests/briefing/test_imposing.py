"""A folded book: the order of its pages, proven by folding the sheets in the mind."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.briefing.imposing import MOST, Side, imposed, stacks

PAGES = st.integers(1, 700)


def folded(sides: Sequence[Side], sheets: Sequence[int]) -> list[int]:
    """The pages as a reader turns them, from sheets that lie as the printer left them.

    Folded in the middle, the right half of a front is a leaf's first page, and the left half of the
    back its second; on the way out of the fold come the right half of the back and the left half
    of the front.
    """
    read: list[int] = []
    at = 0
    for count in sheets:
        pairs = [(sides[at + 2 * n], sides[at + 2 * n + 1]) for n in range(count)]
        for front, back in pairs:
            read += [front.right, back.left]
        for front, back in reversed(pairs):
            read += [back.right, front.left]
        at += 2 * count
    assert at == len(sides)
    return read


@given(PAGES)
def test_folded_sheets_read_from_the_first_page_to_the_last(pages: int) -> None:
    sheets = stacks(pages)
    read = folded(imposed(sheets), sheets)
    assert read == list(range(1, 4 * sum(sheets) + 1))


@given(PAGES)
def test_only_the_last_sheet_has_blank_pages_and_no_stack_is_too_thick(pages: int) -> None:
    sheets = stacks(pages)
    assert 0 <= 4 * sum(sheets) - pages < 4
    assert max(sheets) <= MOST
    assert max(sheets) - min(sheets) <= 1
    assert list(sheets) == sorted(sheets, reverse=True)


@pytest.mark.parametrize(
    ("pages", "sheets"),
    [(1, (1,)), (4, (1,)), (5, (2,)), (40, (10,)), (41, (6, 5)), (100, (9, 8, 8))],
)
def test_a_thick_book_is_folded_in_stacks_of_one_size(pages: int, sheets: tuple[int, ...]) -> None:
    assert stacks(pages) == sheets


def test_a_book_of_two_sheets() -> None:
    assert imposed((2,)) == (Side(8, 1), Side(2, 7), Side(6, 3), Side(4, 5))
