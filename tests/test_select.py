"""A course takes what its selection says, and says what it left out and why."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.select import full_course, select
from studypack.summary.course import Course, Selection
from studypack.summary.summary import Summary


def course(**selection: Any) -> Course:
    return Course(id="c", summary="lantern", selection=Selection(**selection))


SECOND = ("moss", "birk-council", "dispute-oil", "thesis-thrift", "towns", "quote-moss",
          "question-blame")  # fmt: skip


@pytest.mark.parametrize(
    ("selection", "left_out"),
    [
        ({}, {}),
        ({"importance": 2}, {"importance 3": ["pamphlet"]}),
        ({"importance": 1}, {"importance 3": ["pamphlet"], "importance 2": [*SECOND]}),
        (
            {"importance": 1, "include": ["moss", "pamphlet"]},
            {"importance 2": [name for name in SECOND if name != "moss"]},
        ),
        ({"exclude": ["wreck"]}, {"excluded by id": ["wreck"]}),
        ({"without": ["violence"]}, {"content flag violence": ["wreck"]}),
        ({"theatres": ["alder"]}, {"theatre birk": ["wreck", "pamphlet", "council-dark"]}),
        ({"topics": ["oil"]}, {"topics": ["wreck", "pamphlet", "council-dark"]}),
        ({"topics": ["oil"], "include": ["wreck"]}, {"topics": ["pamphlet", "council-dark"]}),
    ],
)
def test_what_is_left_out_and_why(
    lantern: Summary, selection: dict[str, Any], left_out: dict[str, list[str]]
) -> None:
    found: dict[str, list[str]] = {}
    for row in select(lantern, course(**selection)).left_out:
        found.setdefault(row.why, []).append(row.id)
    assert found == left_out


def test_a_topic_within_a_chosen_topic_is_taken(lantern: Summary) -> None:
    pack = select(lantern, course(topics=["light"]))
    assert "oil-price" in pack.summary.by_id


def test_items_without_a_topic_are_always_in(lantern: Summary) -> None:
    pack = select(lantern, course(topics=["oil"]))
    assert "moss" in pack.summary.by_id


@given(
    st.integers(1, 3),
    st.sets(st.sampled_from(["light", "oil"])),
    st.sets(st.sampled_from(["wreck", "moss", "pamphlet", "thesis-thrift"])),
)
def test_every_item_is_taken_or_listed(
    lantern: Summary, importance: int, topics: set[str], exclude: set[str]
) -> None:
    chosen = course(
        importance=importance, topics=tuple(sorted(topics)), exclude=tuple(sorted(exclude))
    )
    pack = select(lantern, chosen)
    taken = [item.id for item in pack.summary.items()]
    dropped = [row.id for row in pack.left_out]
    assert sorted(taken + dropped) == sorted(item.id for item in lantern.items())
    assert not set(taken) & exclude


def test_the_full_course_takes_everything(lantern: Summary) -> None:
    pack = select(lantern, full_course("lantern"))
    assert pack.name == "lantern-full"
    assert list(pack.summary.items()) == list(lantern.items())
