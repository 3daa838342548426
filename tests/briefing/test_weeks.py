"""The weeks of a course: what belongs to each, where it stands, and how its cards are found."""

from __future__ import annotations

import pytest

from studypack.summary.course import Labels, Week
from studypack.summary.summary import Summary
from studypack.summary.topics import search_for, with_those_above
from tests.briefing.conftest import Printed, printed

WEEKS = (
    Week(date="1787-09-03/1787-09-07", title="Dear oil", topics=("oil",)),
    Week(date="1787-09-10", topics=("light",)),
)


@pytest.fixture(scope="module")
def book(lantern: Summary) -> Printed:
    return printed(lantern, weeks=WEEKS, language=Labels.AMERICAN)


def test_a_week_lists_what_its_topics_hold_with_the_pages(book: Printed) -> None:
    (number,) = book.where("Dear oil")
    page = book.pages[number - 1]
    assert "September 3–7, 1787" in page
    first, second = page.split("September 10, 1787")
    assert "Oil doubles in price" in first
    assert "Birk puts out the light" not in first
    assert "Birk puts out the light" in second
    assert "Oil doubles in price" in second, "a topic holds those that lie within it"


def test_a_week_gives_a_search_for_its_cards(book: Printed, lantern: Summary) -> None:
    search = search_for(lantern.header, ("oil",))
    assert search == '"tag:tests::lantern::topic::light::oil"'
    assert search in " ".join(book.pages).replace("- ", "-").replace("\u00ad", "")


def test_a_topic_knows_those_that_it_lies_within(lantern: Summary) -> None:
    assert with_those_above(lantern.header, "oil") == ("light", "oil")
    assert with_those_above(lantern.header, "light") == ("light",)
