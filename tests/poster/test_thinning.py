"""What goes first where a chart is too high, and what never goes."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markupsafe import Markup

from studypack.poster.cards import Card
from studypack.poster.placement import Box, Placement, RowSpec, Spacing, place
from studypack.poster.thinning import TooMuchError, thinned

SMALL = Card(
    id="",
    lane=0,
    row=2,
    last_row=2,
    order=0,
    importance=2,
    kind="event",
    hollow=False,
    open_end=False,
    title="A title",
    page="1",
    outline="Town: A title",
    when="",
    detail=Markup("A detail."),
)


def card(order: int, importance: int, **fields) -> Card:
    """A card in the last row, where it counts whole."""
    return replace(SMALL, id=f"e{order}", order=order, importance=importance, **fields)


def placed(cards) -> Placement:
    """Titles are 5 mm high, details 10 mm more; of three rows the last closes its band."""
    boxes = [Box(c.id, c.lane, c.row, c.order, 15 if c.is_full else 5, 5) for c in cards]
    rows = [RowSpec(5), RowSpec(5), RowSpec(5, closes=True)]
    return place(boxes, rows, Spacing(0, 0))


def test_what_fits_stays_whole():
    cards = [card(0, 1), card(1, 3)]
    kept = thinned(cards, 40, placed)
    assert kept.cards == tuple(cards)
    assert (kept.gone, kept.shortened) == ((), ())


def test_details_of_the_least_important_go_first_then_their_titles():
    cards = [card(0, 1), card(1, 2), card(2, 3)]
    shorter = thinned(cards, 45, placed)
    assert [c.id for c in shorter.shortened] == ["e2"]
    without = thinned(cards, 40, placed)
    assert [c.id for c in without.gone] == ["e2"]
    chief = thinned(cards, 30, placed)
    assert [(c.id, c.is_full) for c in chief.cards] == [("e0", True), ("e1", False)]


def test_decisions_on_the_needle_and_ends_of_links_go_after_all_others():
    cards = [card(0, 1), card(1, 3, stance=0.5), card(2, 2), card(3, 3, linked=True)]
    shorter = thinned(cards, 46, placed)
    assert [(c.id, c.is_full) for c in shorter.cards if c.is_full] == [("e0", True)]
    assert not shorter.gone
    kept = thinned(cards, 36, placed)
    assert [c.id for c in kept.gone] == ["e2"]


def test_no_title_of_importance_2_goes_where_one_of_importance_3_on_its_path_can():
    cards = [card(0, 1), card(1, 3), card(2, 2), card(3, 3)]
    kept = thinned(cards, 34, placed)
    assert [(c.id, c.is_full) for c in kept.cards] == [("e0", True), ("e2", False)]
    assert [c.id for c in kept.gone] == ["e1", "e3"]


def test_no_detail_goes_for_the_title_of_a_less_important_event():
    cards = [card(0, 2), card(1, 2), card(2, 3, lane=0)]
    kept = thinned(cards, 40, placed)
    assert [(c.id, c.is_full) for c in kept.cards] == [("e0", True), ("e1", True)]


def test_a_title_comes_back_where_a_detail_of_less_worth_makes_room():
    cards = [
        card(0, 3, lane=1, row=1),
        card(1, 2, lane=0, row=1),
        card(2, 2, lane=0, row=0),
        card(3, 1, lane=0, row=0),
    ]
    kept = thinned(cards, 20, placed)
    assert [(c.id, c.is_full) for c in kept.cards] == [("e0", False), ("e2", False), ("e3", True)]


def test_a_card_that_costs_no_height_stays_whatever_its_importance():
    cards = [card(0, 1), card(1, 2), card(2, 3, lane=1)]
    kept = thinned(cards, 30, placed)
    assert [(c.id, c.is_full) for c in kept.cards] == [("e0", True), ("e1", False), ("e2", True)]


def test_chief_events_lose_their_details_last_and_their_places_never():
    cards = [card(0, 1), card(1, 1), card(2, 2)]
    kept = thinned(cards, 30, placed)
    assert [(c.id, c.is_full) for c in kept.cards] == [("e0", True), ("e1", False)]
    with pytest.raises(TooMuchError, match="e0, e1"):
        thinned(cards, 19, placed)


def test_a_short_title_of_less_importance_does_not_take_the_place_of_a_longer_one():
    def rows(cards) -> Placement:
        """Titles of importance 2 are two lines high."""
        heights = [(10 if c.importance == 2 else 6) + 10 * c.is_full for c in cards]
        boxes = [
            Box(c.id, c.lane, c.row, c.order, high, high)
            for c, high in zip(cards, heights, strict=True)
        ]
        return place(boxes, [RowSpec(5), RowSpec(5), RowSpec(5, closes=True)], Spacing(0, 0))

    cards = [card(0, 3), card(1, 2), card(2, 3)]
    assert [c.id for c in thinned(cards, 20, rows).cards] == ["e1"]
    assert [(c.id, c.is_full) for c in thinned(cards, 30, rows).cards] == [("e1", True)]


chosen = st.builds(
    lambda importance, lane, row, stance: {
        "importance": importance,
        "lane": lane,
        "row": row,
        "stance": stance,
    },
    st.integers(1, 3),
    st.integers(0, 3),
    st.integers(0, 2),
    st.sampled_from([None, None, 0.5]),
)


@given(st.lists(chosen, max_size=40), st.floats(100, 300))
def test_the_account_is_complete_and_the_chart_fits(rows, height):
    cards = [card(n, **fields) for n, fields in enumerate(rows)]
    least = placed([c.bare() for c in cards if c.importance == 1]).height
    if least > height:
        with pytest.raises(TooMuchError):
            thinned(cards, height, placed)
        return
    kept = thinned(cards, height, placed)
    assert placed(kept.cards).height <= height
    assert {c.id for c in kept.cards} | {c.id for c in kept.gone} == {c.id for c in cards}
    assert not {c.id for c in kept.cards} & {c.id for c in kept.gone}
    assert {c.id for c in kept.shortened} == {
        c.id for c in kept.cards if c != next(g for g in cards if g.id == c.id)
    }
    assert all(c.importance > 1 for c in kept.gone)


@given(st.lists(chosen, max_size=30), st.floats(100, 200))
def test_nothing_left_out_would_still_fit(rows, height):
    cards = [card(n, **fields) for n, fields in enumerate(rows)]
    assume(placed([c.bare() for c in cards if c.importance == 1]).height <= height)
    kept = thinned(cards, height, placed)
    for lost in kept.gone:
        assert placed([*kept.cards, lost.bare()]).height > height
