"""What stands before what: events in, their order out."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from studypack.select import select
from studypack.summary.course import Course, Selection
from studypack.summary.items import Event
from studypack.summary.order import chronological, in_order, surely_before
from studypack.summary.summary import Summary

DAY = "1787-03-03"


def event(id_: str, *led_to: str, date: str = DAY, importance: int = 2, **fields: object) -> Event:
    links = [{"to": to, "because": "so"} for to in led_to]
    return Event.model_validate(
        {"id": id_, "date": date, "theatre": "birk", "title": id_, "led_to": links,
         "importance": importance, **fields}
    )  # fmt: skip


def order(*events: Event) -> list[str]:
    found = {tuple(e.id for e in in_order(turned)) for turned in permutations(events)}
    (one,) = found  # however a file lists them
    return list(one)


def test_days_then_hours_then_importance_then_ids() -> None:
    """Where no hour is told it is taken for midday."""
    assert order(
        event("e"), event("d", importance=1), event("c", time="09:00"), event("b", time="13:00"),
        event("a", date="1787-03-04"),
    ) == ["c", "d", "e", "b", "a"]  # fmt: skip


def test_what_lasts_stands_after_what_happened_on_its_first_day() -> None:
    assert order(
        event("a", date="1787-03-03/1787-03-09", importance=1), event("b"), event("c", time="23:00")
    ) == ["b", "c", "a"]


def test_a_night_stands_by_its_hour() -> None:
    night = event("b", date="1787-03-03/1787-03-04", part_of_day="night")
    assert order(night, event("a", date="1787-03-03/1787-03-09"), event("c")) == ["c", "b", "a"]


def test_on_one_day_causes_stand_before_their_effects() -> None:
    assert order(event("a"), event("b", "a"), event("c", "b")) == ["c", "b", "a"]


def test_an_effect_without_an_hour_waits_for_a_cause_that_has_one() -> None:
    vote = event("vote", "answer", part_of_day="evening")
    assert order(event("answer"), vote, event("rest")) == ["rest", "vote", "answer"]


def test_hours_that_are_known_count_for_more_than_a_link_against_them() -> None:
    assert order(event("noon", "dawn", time="12:00"), event("dawn", time="05:00")) == [
        "dawn", "noon",
    ]  # fmt: skip


def test_links_in_a_circle_lose_nothing() -> None:
    assert order(event("a", "b"), event("b", "a"), event("c", "a")) == ["c", "a", "b"]


def test_a_selection_keeps_the_order_though_a_link_between_is_left_out(lantern: Summary) -> None:
    events = (event("a"), event("b", "a", importance=3), event("c", "b"))
    whole = Summary(id="lantern", header=lantern.header, events=events)
    course = Course(id="x", summary="lantern", selection=Selection(importance=2))
    assert [e.id for e in select(whole, course).summary.chronology] == ["c", "a"]


linked = st.lists(
    st.builds(
        lambda links, day, hour: (links, day, hour),
        st.sets(st.integers(0, 9), max_size=3),
        st.sampled_from(["1787-03-03", "1787-03-04", "1787-03"]),
        st.sampled_from([{}, {"time": "08:00"}, {"time": "17:30"}, {"part_of_day": "evening"}]),
    ),
    max_size=10,
)


@given(linked)
def test_no_event_is_lost_and_what_surely_came_before_stands_before(
    rows: list[tuple[set[int], str, dict[str, str]]],
) -> None:
    events = [
        event(str(n), *map(str, sorted(links)), date=day, **hour)
        for n, (links, day, hour) in enumerate(rows)
    ]
    found = list(in_order(events))
    assert sorted(found, key=chronological) == sorted(events, key=chronological)
    for n, later in enumerate(found):
        assert not any(surely_before(later, earlier) for earlier in found[:n])
