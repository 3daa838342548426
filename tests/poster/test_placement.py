"""The placing rule: what must hold for any cards in any rows."""

import random
from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studypack.poster.placement import Box, Placement, RowSpec, Spacing, place, stretched

SLACK = 1e-6
SPACING = Spacing(pad=1.0, gap=1.5)

lengths = st.floats(0.5, 60, allow_nan=False)


@st.composite
def charts(draw) -> tuple[list[Box], list[RowSpec]]:
    count = draw(st.integers(1, 25))
    closing = draw(st.sets(st.integers(0, count - 1), max_size=3)) | {count - 1}
    rows = [
        RowSpec(draw(st.floats(2, 9)), 10.0 if r == 0 or r - 1 in closing else 0.0, r in closing)
        for r in range(count)
    ]
    boxes = []
    for number in range(draw(st.integers(0, 60))):
        height = draw(lengths)
        title = min(height, draw(st.floats(0.5, 15)))
        node = (title / 2, draw(st.floats(1, 4))) if draw(st.booleans()) else None
        lane, row = draw(st.integers(0, 5)), draw(st.integers(0, count - 1))
        boxes.append(Box(f"e{number}", lane, row, number, height, title, node))
    return boxes, rows


def by_lane(boxes: list[Box]) -> dict[int, list[Box]]:
    lanes: dict[int, list[Box]] = defaultdict(list)
    for box in sorted(boxes, key=lambda b: (b.row, b.order, b.id)):
        lanes[box.lane].append(box)
    return lanes


def test_the_longest_silence_of_a_lane_is_between_cards_or_at_an_end():
    rows = [RowSpec(10) for _ in range(9)] + [RowSpec(10, closes=True)]
    early, late = Box("early", 0, 1, 0, 25, 5), Box("late", 0, 8, 1, 5, 5)
    placed = place([early, late], rows, SPACING)
    assert placed.silence([early, late]) == placed.cards["late"] - placed.cards["early"] - 25
    assert placed.silence([early]) == placed.height - placed.cards["early"] - 25
    assert placed.silence([]) == placed.height


def check(boxes: list[Box], rows: list[RowSpec], placed: Placement) -> None:
    assert placed.cards.keys() == {box.id for box in boxes}, "every card once"
    assert all(a < b for a, b in pairwise(placed.rows)), "time runs down"
    for box in boxes:
        y = placed.cards[box.id]
        assert placed.rows[box.row] <= y + SLACK, "a card begins in its row"
        assert y + box.title <= placed.rows[box.row + 1] + SLACK, "its title ends there"
    for lane in by_lane(boxes).values():
        for upper, lower in pairwise(lane):
            bottom = placed.cards[upper.id] + upper.height
            assert bottom < placed.cards[lower.id] + SLACK, "in order, without overlap"
    for box in boxes:
        end = next(r for r in range(box.row, len(rows)) if rows[r].closes)
        assert placed.cards[box.id] + box.height <= placed.rows[end + 1] + SLACK, "within its band"
    nodes = sorted(
        (placed.cards[b.id] + b.node[0] - b.node[1], placed.cards[b.id] + b.node[0] + b.node[1])
        for b in boxes
        if b.node
    )
    assert all(a[1] <= b[0] + SLACK for a, b in pairwise(nodes)), "diamonds apart"


@settings(max_examples=400)
@given(charts())
def test_whatever_the_cards_the_rule_keeps_its_promises(chart):
    boxes, rows = chart
    check(boxes, rows, place(boxes, rows, SPACING, needle_top=12.0))


@given(charts(), st.randoms(use_true_random=False))
def test_the_order_in_which_cards_are_given_does_not_matter(chart, shuffler: random.Random):
    boxes, rows = chart
    shuffled = boxes.copy()
    shuffler.shuffle(shuffled)
    assert place(shuffled, rows, SPACING) == place(boxes, rows, SPACING)


@given(charts())
def test_no_card_could_stand_higher(chart):
    boxes, rows = chart
    without_nodes = [Box(b.id, b.lane, b.row, b.order, b.height, b.title) for b in boxes]
    placed = place(without_nodes, rows, SPACING)
    for lane in by_lane(without_nodes).values():
        bottom = float("-inf")
        for box in lane:
            least = max(placed.rows[box.row] + SPACING.pad, bottom + SPACING.gap)
            assert placed.cards[box.id] == pytest.approx(least)
            bottom = placed.cards[box.id] + box.height


@given(charts())
def test_leaving_out_a_card_lowers_the_chart_only_if_it_lies_on_the_longest_path(chart):
    boxes, rows = chart
    placed = place(boxes, rows, SPACING)
    path = {step.id for step in placed.path}
    off = [box for box in boxes if box.id not in path]
    on_path_alone = [box for box in boxes if box.id in path]
    assert place(on_path_alone, rows, SPACING).height == pytest.approx(placed.height)
    for box in off[:5]:
        rest = [other for other in boxes if other is not box]
        assert place(rest, rows, SPACING).height == pytest.approx(placed.height)


@given(charts(), st.floats(1.02, 4))
def test_stretching_fills_the_height_and_keeps_the_promises(chart, factor):
    boxes, rows = chart
    height = place(boxes, rows, SPACING).height * factor
    placed = stretched(boxes, rows, SPACING, height)
    assert height - 0.1 <= placed.height <= height + SLACK
    check(boxes, rows, placed)


def test_a_detail_hangs_into_the_next_rows_where_its_lane_is_free():
    rows = [RowSpec(4, 0), RowSpec(4, 0), RowSpec(4, 0, closes=True)]
    long, beside = Box("long", 0, 0, 0, 9, 3), Box("beside", 1, 1, 1, 3, 3)
    placed = place([long, beside], rows, Spacing(0.5, 1))
    assert placed.rows[1] == 4.0
    assert placed.cards["beside"] == 4.5


def test_a_card_waits_for_the_one_that_hangs_above_it_and_takes_its_row_along():
    rows = [RowSpec(4, 0), RowSpec(4, 0), RowSpec(4, 0, closes=True)]
    long, below = Box("long", 0, 0, 0, 9, 3), Box("below", 0, 1, 1, 3, 3)
    placed = place([long, below], rows, Spacing(0.5, 1))
    assert placed.cards["below"] == 10.5
    assert placed.rows == (0.0, 4.0, 14.0, 18.0)


def test_all_events_on_one_day_and_none_at_all():
    rows = [RowSpec(4, 8), RowSpec(4, 0, closes=True)]
    crowd = [Box(f"e{n:03}", n % 3, 0, n, 10, 4) for n in range(500)]
    placed = place(crowd, rows, SPACING)
    check(crowd, rows, placed)
    assert place([], rows, SPACING).rows == (8.0, 12.0, 16.0)
