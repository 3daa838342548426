"""How much a sheet holds, and that what was searched for once is not searched for again."""

from dataclasses import replace
from math import atan, degrees

import pytest

from studypack.poster.cards import cards
from studypack.poster.fit import Fit, Frame, fit
from studypack.poster.head import name_widths
from studypack.poster.render import draw
from studypack.poster.scale import scale
from studypack.poster.sheet import A1, A2, A3, MM_PER_PT, TIGHT
from studypack.poster.sizes import em, narrowest
from studypack.summary.course import Course
from studypack.summary.items import Event
from tests.poster.subject import LANES, crowded, decision, event, header, pack

X_HEIGHT = 0.486
"""Of Source Sans, in em."""


def fitted(*items, sheet=A1, lanes=LANES[:5]) -> Fit:
    given = pack(*items, header=header(lanes, needle=len(lanes) > 2))
    head = given.summary.header
    rows = scale(head.poster.bands)
    found = cards(given, rows)
    return fit(found, rows, sheet, name_widths(head, found, sheet), (Frame(50, 7),))


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


def test_a_crowded_sheet_has_less_between_its_lines(crowd):
    assert crowd.geometry.sheet.leading == TIGHT < A1.leading
    (size, *_) = [crowd.extent(card) for card in crowd.thinned.cards if card.importance == 1]
    lines = (size.height - size.title) / TIGHT
    assert lines == pytest.approx(round(lines), abs=0.02)


def test_titles_of_importance_1_are_legible_from_a_metre_on_a_crowded_a1(crowd):
    high = crowd.geometry.sheet.titles[0] * crowd.body * MM_PER_PT * X_HEIGHT
    assert degrees(atan(high / 1000)) * 60 >= 7.9, "minutes of arc"


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


def quiet_town(count: int = 80) -> tuple[Event, ...]:
    """Much happens everywhere but in the town, which is silent between its first and last day."""
    others = [e for e in crowded(count) if e.theatre != "town"]
    ends = [event(f"town{day}", date=f"1783-03-{day:02}", importance=1) for day in (1, 20)]
    return (*others, *ends)


def test_a_lane_that_is_silent_for_long_is_made_narrower(monkeypatch):
    narrow = fitted(*quiet_town(), sheet=A3)
    monkeypatch.setattr("studypack.poster.fit._EFFORT", 0)
    fit.cache_clear()
    wide = fitted(*quiet_town(), sheet=A3)
    assert town(narrow) < town(wide)
    assert len(narrow.thinned.cards) >= len(wide.thinned.cards), "nothing is lost by that"
    fit.cache_clear()


def town(found: Fit) -> float:
    return found.geometry.columns[0].width


def test_a_lane_of_few_words_is_narrow_but_breaks_none_of_them():
    long = event("seals", title="Burgomasters seal the storehouse doors", theatre="castle")
    others = [e for e in crowded(60) if e.theatre != "castle"]
    found = fitted(long, *others, sheet=A2)
    lane = found.geometry.columns[found.geometry.column_of(1)]
    (card,) = [c for c in found.thinned.cards if c.id == "seals"]
    assert lane.width < 0.6 * max(c.width for c in found.geometry.columns if c.lane is not None)
    assert lane.width >= narrowest(card, found.geometry.sheet) * em(found.body)
    assert found.extent(card).end * em(found.body) <= lane.width


def test_of_two_frames_the_one_is_taken_that_leaves_more_room():
    given = pack(decision(date="1783-03-19", stance=0.5), header=header(LANES[:4], needle=True))
    rows = scale(given.summary.header.poster.bands)
    found = cards(given, rows)
    names = name_widths(given.summary.header, found, A1)
    late = fit(found, rows, A1, names, (Frame(50, 60), Frame(60, 7)))
    assert late.frame == Frame(50, 60), "there is room above a late decision"
    early = replace(found, cards=tuple(replace(c, row=0, last_row=0) for c in found.cards))
    assert fit(early, rows, A1, names, (Frame(50, 60), Frame(60, 7))).frame == Frame(60, 7)


def test_lanes_that_do_not_hold_the_chief_events_are_passed_over_for_those_that_do():
    def wave(n: int) -> Event:
        title = f"Wave {n} over the wall of the town"
        lane, day = LANES[n * 7 % 5], 1 + n % 20
        return event(f"e{n}", date=f"1783-03-{day:02}", theatre=lane, importance=1, title=title)

    brimful = fitted(*map(wave, range(46)), sheet=A3)
    assert brimful.thinned.gone == ()
    assert len(brimful.thinned.shortened) > 20
