"""Dates: what EDTF says is understood, ordered and shown; what it does not say is refused."""

import datetime as dt
import re

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.summary.date_words import Length, event_date, in_words, until
from studypack.summary.dates import parse
from studypack.summary.items import Event

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


@pytest.mark.parametrize(
    "text",
    ["04/17/1843", "1843-04-17–1843-04-19", "1843-04-17 to 1843-04-19", "1840-1850", "../1843"],
)
def test_the_whole_of_what_is_no_date_is_quoted_beside_the_forms_of_dates(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(repr(text))} is not a date") as told:
        parse(text)
    forms = re.findall(r"\d{4}[-~/\d]*", str(told.value).partition(" write ")[2])
    assert forms == ["1848-03-15", "1848-03", "1848", "1848-03~", "1848-03/1848-05"]
    assert [str(parse(form)) for form in forms] == forms


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
        ("1956-10-0X", "en-GB", Length.LONG, "early October 1956"),
        ("1956-10-1X", "en-GB", Length.LONG, "mid-October 1956"),
        ("1956-10-1X", "en-GB", Length.SHORT_NO_YEAR, "mid-Oct"),
        ("1956-10-2X", "en-US", Length.LONG, "late October 1956"),
        ("1956-10-3X", "en-US", Length.SHORT, "late Oct 1956"),
        ("1956-10-1X~", "en-GB", Length.LONG, "c. mid-October 1956"),
        ("1956-10-1X/..", "en-GB", Length.LONG, "from mid-October 1956"),
        ("1956-10-26/1956-11-1X", "en-GB", Length.LONG_NO_YEAR, "26 October – mid-November"),
        ("1956-10-0X/1956-11-2X", "en-US", Length.SHORT_NO_YEAR, "early Oct – late Nov"),
        ("1956-11-0X", "pl", Length.LONG, "początek listopada 1956"),
        ("1956-11-1X", "pl", Length.LONG, "połowa listopada 1956"),
        ("1956-05-2X", "pl", Length.SHORT, "koniec maja 1956"),
        ("1956-11-2X", "pl", Length.SHORT_NO_YEAR, "koniec lis"),
        ("1956-11-0X~", "pl", Length.LONG, "ok. początku listopada 1956"),
        ("1956-11-1X/..", "pl", Length.LONG, "od połowy listopada 1956"),
        ("1956-10-26/1956-11-1X", "pl", Length.LONG_NO_YEAR, "26 października – połowa listopada"),
        ("1956-11-0X", "hu", Length.LONG, "1956. november eleje"),
        ("1956-11-1X", "hu", Length.SHORT, "1956. nov. közepe"),
        ("1956-11-2X", "hu", Length.LONG_NO_YEAR, "november vége"),
        ("1956-11-1X~", "hu", Length.LONG, "1956. november közepe körül"),
        ("1956-11-1X/..", "hu", Length.LONG, "1956. november közepe óta"),
        ("1956-10-26/1956-11-1X", "hu", Length.LONG_NO_YEAR, "október 26. – november közepe"),
        ("1953-21", "en-GB", Length.LONG, "spring 1953"),
        ("1953-21", "hu", Length.LONG, "1953 tavasza"),
        ("195X", "en-GB", Length.LONG, "1950s"),
        ("1956-10-23/..", "en-GB", Length.LONG, "from 23 October 1956"),
        ("1955/1956", "en-GB", Length.LONG, "1955–1956"),
        ("1956-10-23", "de", Length.LONG, "23 October 1956"),
        ("1956-10~", "xx", Length.SHORT, "c. Oct 1956"),
        ("1956-10-23", "en-AU", Length.LONG, "23 October 1956"),
        ("1956-10-23", "pl-PL", Length.LONG, "23 października 1956"),
        ("1956-06-28/1956-06-29", "en-US", Length.LONG, "June 28–29, 1956"),
        ("1956-06-28/1956-07-01", "en-US", Length.LONG, "June 28–July 1, 1956"),
        ("1956-10-31/1957-01-02", "en-US", Length.SHORT, "Oct 31, 1956–Jan 2, 1957"),
        ("1956-10/1956-11-04", "en-US", Length.LONG, "October – November 4, 1956"),
        ("1956-10-24/1956-11-0X", "en-GB", Length.LONG, "24 October – early November 1956"),
        ("1956-10-24/1957-01", "en-GB", Length.LONG, "24 October 1956 – January 1957"),
        ("1956-10-24/1956-12", "pl", Length.LONG, "24 października – grudzień 1956"),
        ("1956-10-24/1956-12", "hu", Length.SHORT, "1956. okt. 24. – dec."),
        ("1953-23", "en-US", Length.LONG, "fall 1953"),
        ("1953-23", "en-GB", Length.LONG, "autumn 1953"),
        ("1956-10-23/1956-11-04", "pl", Length.LONG, "23 października – 4 listopada 1956"),
        ("1956-10/1956-11", "pl", Length.LONG, "październik–listopad 1956"),
        ("1956-10", "pl", Length.SHORT, "paź 1956"),
        ("1956-05-06", "pl", Length.SHORT, "6 maja 1956"),
        ("1956-05", "pl", Length.SHORT, "maj 1956"),
        ("1956-05/1956-06", "pl", Length.SHORT, "maj–cze 1956"),
        ("1956-10~", "pl", Length.LONG, "ok. października 1956"),
        ("1956-10/..", "pl", Length.LONG, "od października 1956"),
        ("1953-21/..", "pl", Length.LONG, "od wiosny 1953"),
        ("1956-10?", "pl", Length.LONG, "październik 1956 (data niepewna)"),
        ("195X", "pl", Length.LONG, "lata 1950–1959"),
        ("1956-10-23/1956-10-24", "hu", Length.LONG, "1956. október 23–24."),
        ("1956-10-23/1956-11-04", "hu", Length.LONG, "1956. október 23.\u2009–\u2009november 4."),
        ("1956-10", "hu", Length.SHORT, "1956. okt."),
        ("1956", "hu", Length.LONG, "1956"),
        ("1955/1956", "hu", Length.LONG, "1955–1956"),
        ("1956~", "hu", Length.LONG, "1956 körül"),
        ("1956-10~/..", "hu", Length.LONG, "kb. 1956. október óta"),
        ("1956-10-23/..", "hu", Length.LONG, "1956. október 23. óta"),
        ("195X", "hu", Length.LONG, "1950-es évek"),
        ("182X", "hu", Length.LONG, "1820-as évek"),
        ("190X", "hu", Length.LONG, "1900-as évek"),
        ("200X", "hu", Length.LONG, "2000-es évek"),
    ],
)
def test_dates_in_words(text: str, language: str, length: Length, words: str) -> None:
    assert in_words(parse(text), language, length) == words


@pytest.mark.parametrize(
    ("text", "english", "polish", "hungarian"),
    [
        ("1956-05-07", "to 7 May 1956", "do 7 maja 1956", "1956. május 7-éig"),
        ("1956-05-01", "to 1 May 1956", "do 1 maja 1956", "1956. május 1-jéig"),
        ("1956-10-22", "to 22 October 1956", "do 22 października 1956", "1956. október 22-éig"),
        ("1956-10-23", "to 23 October 1956", "do 23 października 1956", "1956. október 23-áig"),
        ("1956-05", "to May 1956", "do maja 1956", "1956. májusig"),
        ("1956", "to 1956", "do 1956", "1956-ig"),
        ("1953-21", "to spring 1953", "do wiosny 1953", "1953 tavaszáig"),
        ("1956-05-0X", "to early May 1956", "do początku maja 1956", "1956. május elejéig"),
        ("1956-05-1X", "to mid-May 1956", "do połowy maja 1956", "1956. május közepéig"),
        ("1956-05-2X", "to late May 1956", "do końca maja 1956", "1956. május végéig"),
        ("195X", "to 1950s", "do lat 1950–1959", "1950-es évekig"),
        ("1956~", "to c. 1956", "do ok. 1956", "kb. 1956-ig"),
    ],
)
def test_the_end_of_a_time(text: str, english: str, polish: str, hungarian: str) -> None:
    found = [until(parse(text), language) for language in ("en-GB", "pl", "hu")]
    assert found == [english, polish, hungarian]


@pytest.mark.parametrize(
    ("date", "hour", "language", "words"),
    [
        ("1956-10-23", {"part_of_day": "evening"}, "en-GB", "23 October 1956, evening"),
        ("1956-10-23", {"part_of_day": "evening"}, "en-US", "October 23, 1956, evening"),
        ("1956-10-23", {"part_of_day": "evening"}, "pl", "23 października 1956, wieczorem"),
        ("1956-10-23", {"part_of_day": "evening"}, "hu", "1956. október 23. este"),
        ("1956-10-23", {"time": "21:30"}, "en-GB", "23 October 1956, 21:30"),
        ("1956-10-23", {"time": "21:30"}, "en-US", "October 23, 1956, 9:30\xa0p.m."),
        ("1956-10-23", {"time": "4:30"}, "en-GB", "23 October 1956, 4:30"),
        ("1956-10-23", {"time": "04:30"}, "hu", "1956. október 23. 4:30"),
        ("1956-10-23", {"time": "0:05"}, "en-US", "October 23, 1956, 12:05\xa0a.m."),
        ("1956-10-23", {"time": "12:00"}, "en-US", "October 23, 1956, 12:00\xa0p.m."),
        ("1956-10-23", {"time": "21:30"}, "pl", "23 października 1956, godz.\xa021.30"),
        ("1956-10-23", {"time": "21:30"}, "hu", "1956. október 23. 21:30"),
        ("1956-10-23/1956-10-24", {"part_of_day": "night"}, "en-GB",
         "night of 23–24 October 1956"),
        ("1956-10-23/1956-10-24", {"part_of_day": "night"}, "pl",
         "noc z\xa023 na 24 października 1956"),
        ("1956-10-31/1956-11-01", {"part_of_day": "night"}, "pl",
         "noc z\xa031 października na 1 listopada 1956"),
        ("1956-10-23/1956-10-24", {"part_of_day": "night"}, "hu",
         "1956. október 23–24. éjszakája"),
        ("1956-10-23~", {"part_of_day": "evening"}, "hu", "kb. 1956. október 23. este"),
        ("1956-10-23?", {"part_of_day": "evening"}, "pl",
         "23 października 1956, wieczorem (data niepewna)"),
        ("1956-10-23/1956-10-24%", {"part_of_day": "night"}, "en-GB",
         "night of c. 23–24 October 1956 (date uncertain)"),
        ("1956-10-23/1956-10-24~", {"part_of_day": "night"}, "pl",
         "ok. nocy z\xa023 na 24 października 1956"),
        ("1956-10-23/1956-10-24%", {"part_of_day": "night"}, "hu",
         "kb. 1956. október 23–24. éjszakája (bizonytalan időpont)"),
        ("1956-10-23/..", {"part_of_day": "night"}, "en-GB", "from 23 October 1956, night"),
        ("1956-10-23", {"when": "in the small hours"}, "pl", "in the small hours"),
    ],
)  # fmt: skip
def test_the_hour_of_an_event(date: str, hour: dict[str, str], language: str, words: str) -> None:
    event = Event.model_validate(
        {"id": "e", "date": date, "theatre": "t", "title": "E", "summary": "E.", **hour}
    )
    assert event_date(event, language) == words
