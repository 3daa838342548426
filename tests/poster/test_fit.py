"""How much a sheet holds, and that what was searched for once is not searched for again."""

from dataclasses import replace

import pytest

from studypack.poster.cards import cards
from studypack.poster.fit import Fit, fit
from studypack.poster.head import name_widths
from studypack.poster.render import draw
from studypack.poster.scale import scale
from studypack.poster.sheet import A1, A2
from studypack.summary.course import Course
from tests.poster.subject import LANES, crowded, event, header, pack


def fitted(*items, sheet=A1, lanes=LANES[:5]) -> Fit:
    given = pack(*items, header=header(lanes, needle=len(lanes) > 2))
    head = given.summary.header
    rows = scale(head.poster.bands)
    found = cards(given, rows)
    return fit(found, rows, sheet, name_widths(head, found, sheet), 50, 7)


@pytest.fixture(scope="module")
def crowd() -> Fit:
    return fitted(*crowded(270))


def test_where_there_is_room_everything_is_shown_at_the_largest_type():
    roomy = fitted(event(), event("wall", theatre="castle"), lanes=LANES[:2])
    assert roomy.body == pytest.approx(A1.body_max, abs=0.1)
    assert roomy.geometry.sheet.titles == A1.titles
    assert not any(card.compact for card in roomy.thinned.cards)


def test_in_narrow_lanes_the_type_grows_less():
    wide = fitted(event(), event("wall", theatre="castle"), lanes=LANES[:2])
    narrow = fitted(*[event(f"e{n}", theatre=lane) for n, lane in enumerate(LANES)], lanes=LANES)
    assert A1.body_min < narrow.body < 0.8 * wide.body


def test_a_crowded_sheet_sets_titles_of_importance_2_on_one_line_with_their_details(crowd):
    assert crowd.geometry.sheet.titles == A1.crowded
    assert crowd.body == A1.body_min
    kept = crowd.thinned.cards
    assert {c.run_in for c in kept if c.importance == 2 and not c.vote} == {True}
    assert not any(c.run_in for c in kept if c.importance == 1)


def test_no_event_of_importance_1_or_2_goes_where_their_titles_have_room(crowd):
    assert {card.importance for card in crowd.thinned.gone} == {3}
    assert all(card.is_full for card in crowd.thinned.cards if card.importance == 1)


def test_every_card_that_stays_has_been_measured(crowd):
    for card in crowd.thinned.cards:
        extent = crowd.extent(card)
        assert extent.end > 0, "estimates know no end of a title"
        assert extent.height >= extent.title


def test_courses_that_differ_in_their_words_alone_share_one_search():
    given = pack(*crowded(24), header=header(LANES[:5]))
    course = Course(id="a", summary="aldermere", title="Floods, week 3", term="Spring")
    one = draw(replace(given, course=course), A2)
    searched = fit.cache_info().misses
    other = course.model_copy(update={"id": "b", "title": "The history of water in towns"})
    two = draw(replace(given, course=other), A2)
    assert fit.cache_info().misses == searched
    assert one.product.data != two.product.data
    smaller = pack(*crowded(23), header=header(LANES[:5]))
    draw(replace(smaller, course=course), A2)
    assert fit.cache_info().misses == searched + 1
