"""Dates: what EDTF says is understood, ordered and shown; what it does not say is refused."""

import datetime as dt

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.summary.date_words import Length, in_words
from studypack.summary.dates import parse

DAYS = st.dates(dt.date(1, 1, 1), dt.date(9998, 12, 31))


@given(DAYS)
def test_a_day_means_itself(day: dt.date) -> None:
    date = parse(day.isoformat())
    assert date.first == date.last == day
    assert date.is_exact_day


@given(DAYS, DAYS)
def test_an_interval_spans_its_ends_or_is_refused(first: dt.date, last: dt.date) -> None:
    text = f"{first.isoformat()}/{last.isoformat()}"
    if last < first:
        with pytest.raises(ValueError, match="ends before it starts"):
            parse(text)
    else:
        date = parse(text)
        assert (date.first, date.last) == (first, last)


@given(
    DAYS,
    st.sampled_from(["{:%Y-%m-%d}", "{:%Y-%m}", "{:%Y}"]),
    st.sampled_from(["", "~", "?", "%"]),
)
def test_bounds_agree_with_the_edtf_package(day: dt.date, form: str, mark: str) -> None:
    text = form.format(day.replace(year=max(day.year, 1000))) + mark
    judge = edtf.parse_edtf(text)
    date = parse(text)
    assert edtf.struct_time_to_date(judge.lower_strict()) == date.first
    assert edtf.struct_time_to_date(judge.upper_strict()) == date.last


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1956-10-1X", "1956-10-10", "1956-10-19"),
        ("1956-10-0X", "1956-10-01", "1956-10-09"),
        ("1956-10-3X", "1956-10-30", "1956-10-31"),
        ("1956-10-XX", "1956-10-01", "1956-10-31"),
        ("1956-XX", "1956-01-01", "1956-12-31"),
        ("195X", "1950-01-01", "1959-12-31"),
        ("1953-21", "1953-03-01", "1953-05-31"),
        ("1955-24", "1955-12-01", "1956-02-29"),
        ("1956-10-23/..", "1956-10-23", "1956-10-23"),
        ("1955/1956-07-18", "1955-01-01", "1956-07-18"),
    ],
)
def test_coarse_dates_have_bounds(text: str, first: str, last: str) -> None:
    date = parse(text)
    assert (date.first.isoformat(), date.last.isoformat()) == (first, last)
    assert not date.is_exact_day


@pytest.mark.parametrize(
    "text",
    ["", " ", "1956-13", "1956-00", "1956-02-30", "1955-02-29", "1956-10-4X", "23 October 1956",
     "23.10.1956", "1956/1955", "/1956", "1956-10-23/", "56", "1956-10-23~~", "1956-21-03",
     "1956-XX-03", "0000", "195X-03", True, None, 3.5, []],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_words(text: object) -> None:
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        parse(text)


@given(st.lists(DAYS, min_size=2, max_size=5))
def test_order_is_by_first_day_then_by_narrowness(days: list[dt.date]) -> None:
    dates = sorted((parse(d.isoformat()) for d in days), key=lambda d: d.sort_key)
    assert [d.first for d in dates] == sorted(days)
    day, month, year = parse("1956-10-01"), parse("1956-10"), parse("1956-10/1957")
    assert sorted([year, month, day], key=lambda d: d.sort_key) == [day, month, year]


@pytest.mark.parametrize(
    ("text", "language", "length", "words"),
    [
        ("1956-10-23", "en-GB", Length.LONG, "23 October 1956"),
        ("1956-10-23", "en-US", Length.LONG, "October 23, 1956"),
        ("1956-10-23", "pl", Length.LONG, "23 października 1956"),
        ("1956-10-23", "hu", Length.LONG, "1956. október 23."),
        ("1956-06-28/1956-06-29", "en-GB", Length.LONG, "28–29 June 1956"),
        ("1956-06-28/1956-06-29", "en-GB", Length.SHORT_NO_YEAR, "28–29 Jun"),
        ("1956-06-28/1956-06-29", "pl", Length.LONG, "28–29 czerwca 1956"),
        ("1956-10", "en-GB", Length.LONG, "October 1956"),
        ("1956-10~", "en-GB", Length.LONG, "c. October 1956"),
        ("1956?", "en-GB", Length.LONG, "1956 (date uncertain)"),
        ("1956-10-1X", "en-GB", Length.LONG, "10–19 October 1956"),
        ("1956-10-1X", "en-GB", Length.SHORT_NO_YEAR, "10–19 Oct"),
        ("1953-21", "en-GB", Length.LONG, "spring 1953"),
        ("1953-21", "hu", Length.LONG, "1953 tavasza"),
        ("195X", "en-GB", Length.LONG, "1950s"),
        ("1956-10-23/..", "en-GB", Length.LONG, "from 23 October 1956"),
        ("1955/1956", "en-GB", Length.LONG, "1955–1956"),
        ("1956-10-23", "de", Length.LONG, "23. Oktober 1956"),
    ],
)
def test_dates_in_words(text: str, language: str, length: Length, words: str) -> None:
    assert in_words(parse(text), language, length) == words
