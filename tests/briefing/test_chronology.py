"""How the chronology is cut into months and years, and the overview into rows."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from studypack.briefing.book import book_of
from studypack.briefing.chronology import FEW, stretches
from studypack.briefing.matter import page_of
from studypack.briefing.overview import overview
from studypack.briefing.scribe import Scribe
from studypack.briefing.words import ENGLISH
from studypack.summary.course import Paper, Type
from studypack.summary.items import Event
from studypack.summary.order import chronological
from studypack.summary.summary import Summary
from tests.briefing.conftest import altered, pack_of


def event(number: int, date: str, importance: int = 1) -> Event:
    return Event(
        id=f"e{number}", date=date, theatre="alder", title=f"Event {number}", importance=importance
    )


def events(*dates: str) -> list[Event]:
    return sorted((event(n, date) for n, date in enumerate(dates)), key=chronological)


def headings(*dates: str) -> list[str]:
    return [
        s.first if s.first == s.last else f"{s.first}/{s.last}" for s in stretches(events(*dates))
    ]


def test_years_with_little_in_them_share_a_heading() -> None:
    assert headings("1780-03-01", "1781-05-01", "1783") == ["1780/1783"]


def test_a_full_year_is_told_by_months_and_quiet_months_share_a_heading() -> None:
    busy = [f"1787-03-{day:02d}" for day in range(1, 9)]
    found = headings("1786-01-01", *busy, "1787-05-01", "1787-06-01")
    assert found == ["1786", "1787-03", "1787-05/1787-06"]


def test_what_is_known_by_its_year_alone_stands_under_no_month() -> None:
    busy = [f"1787-03-{day:02d}" for day in range(1, 9)]
    assert headings("1787", *busy) == ["1787", "1787-03"]


DAYS = st.dates(dt.date(1700, 1, 1), dt.date(1760, 12, 31)).map(str)
MONTHS = st.tuples(st.integers(1700, 1705), st.integers(1, 12)).map(lambda m: f"{m[0]}-{m[1]:02d}")
YEARS = st.integers(1700, 1705).map(str)


@given(st.lists(st.one_of(DAYS, MONTHS, YEARS), max_size=60))
def test_every_event_stands_in_one_stretch_in_order(dates: list[str]) -> None:
    ordered = events(*dates)
    found = stretches(ordered)
    assert [e for stretch in found for e in stretch.events] == ordered
    for stretch in found:
        assert all(stretch.first[:4] <= str(e.date.first.year) <= stretch.last[:4]
                   for e in stretch.events)  # fmt: skip
        if stretch.first != stretch.last:
            assert len(stretch.events) <= FEW


def test_the_overview_gives_each_date_a_row_and_each_theatre_a_column(lantern: Summary) -> None:
    found = overview(Scribe(pack_of(lantern), ENGLISH), Paper.A4)
    assert found is not None
    assert found.columns == ("Alder", "Birk")
    assert [(m.when, [len(cell) for cell in m.cells]) for m in found.moments] == [
        ("1 Mar", [1, 0]),
        ("3 Mar", [0, 1]),
        ("5–6 Mar", [0, 1]),
    ]
    assert found.year == "1787"


def test_dates_of_the_overview_have_their_year_unless_all_share_the_one_in_its_head(
    lantern: Summary,
) -> None:
    dates = ("1786-12-30", "1787-03-01", "1787-03-05/1787-03-06")
    events = tuple(event(number, date) for number, date in enumerate(dates))
    mixed = altered(lantern, events=events, decisions=())
    found = overview(Scribe(pack_of(mixed), ENGLISH), Paper.A4)
    assert found is not None
    assert [moment.when for moment in found.moments] == [
        "30 Dec 1786",
        "1 Mar 1787",
        "5–6 Mar 1787",
    ]
    assert found.year == ""
    later = altered(lantern, events=events[1:], decisions=())
    for type_, head in ((Type.NORMAL, "<th>1787</th>"), (Type.LARGE, '<p class="where">1787</p>')):
        page = page_of(book_of(pack_of(later, type=type_)))
        assert head in page.partition('class="chapter overview')[2].partition("1 Mar")[0]


def test_the_overview_leaves_out_what_not_every_pack_has(lantern: Summary) -> None:
    minor = tuple(event(n, "1787-03-01", importance=2) for n in range(3))
    none = altered(lantern, events=minor, decisions=())
    assert overview(Scribe(pack_of(none), ENGLISH), Paper.A4) is None


def test_a_full_overview_is_set_in_smaller_type(lantern: Summary) -> None:
    many = tuple(event(n, f"1787-{1 + n % 12:02d}-{1 + n // 12:02d}") for n in range(40))
    full = overview(Scribe(pack_of(altered(lantern, events=many)), ENGLISH), Paper.A4)
    few = overview(Scribe(pack_of(lantern), ENGLISH), Paper.A4)
    assert full is not None
    assert few is not None
    assert (full.tight, few.tight) == (True, False)


def test_an_overview_counts_what_stands_between_two_events_of_a_day(lantern: Summary) -> None:
    """Lines of 11 points with 2 between them, and 5 under them, of which 560 have room."""
    tight = []
    for count in (42, 43):
        events = tuple(event(n, "1787-03-01") for n in range(count))
        alone = altered(lantern, events=events, decisions=())
        found = overview(Scribe(pack_of(alone), ENGLISH), Paper.A4)
        assert found is not None
        tight.append(found.tight)
    assert tight == [False, True]
