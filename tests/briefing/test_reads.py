"""What makes a book be made again, beside a change in what its items say."""

from __future__ import annotations

from typing import Any

import pytest

from studypack.briefing.reads import reads
from studypack.inputs import Inputs
from studypack.select import full_course, select
from studypack.summary.course import Selection
from studypack.summary.summary import Summary
from tests.briefing.conftest import altered


def inputs(summary: Summary, **course: Any) -> Inputs:
    """Those of a ledger in which every item has the same hash."""
    hashes = dict.fromkeys(("/header", "/sources", *(i.id for i in summary.items())), "same")
    return reads(select(summary, full_course(summary.id).model_copy(update=course)), hashes)


@pytest.mark.parametrize(
    "key", ["sections", "disputes", "arguments", "comparisons", "questions", "people"]
)
def test_the_order_of_what_stands_as_in_the_files(lantern: Summary, key: str) -> None:
    """A section whose file gets another number moves, and not a word of it changes."""
    first = getattr(lantern, key)[0]
    pair = (first, first.model_copy(update={"id": "another"}))
    one, two = altered(lantern, **{key: pair}), altered(lantern, **{key: pair[::-1]})
    assert inputs(one) != inputs(two)


def test_not_the_order_of_events_which_time_gives(lantern: Summary) -> None:
    assert inputs(lantern) == inputs(altered(lantern, events=lantern.events[::-1]))


def test_one_who_is_retired_for_what_still_names_them_prints_the_name(lantern: Summary) -> None:
    gone = tuple(p.model_copy(update={"retired": "nobody knew him"}) for p in lantern.people)
    assert inputs(altered(lantern, people=gone)).keys() >= {person.id for person in gone}


def test_whether_a_stranger_is_retired_and_leaves_the_name_to_others(lantern: Summary) -> None:
    ember, *others = lantern.people
    gone = altered(lantern, people=(ember.model_copy(update={"retired": "twice"}), *others))
    without = {"selection": Selection(exclude=(ember.id,))}
    assert inputs(lantern, **without) != inputs(gone, **without)
