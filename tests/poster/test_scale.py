"""The uneven scale: every unit of a band has a row, and a date finds the rows that it touches."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.poster.scale import scale
from studypack.summary.dates import parse
from studypack.summary.header import Band


def band(first: str, last: str, unit: str, title: str = "") -> Band:
    return Band.model_validate({"from": first, "to": last, "unit": unit, "title": title or unit})


FLOOD = (
    band("1783-01", "1783-03-09", "month", "Before"),
    band("1783-03-10", "1783-03-14", "day", "The flood"),
    band("1783-04", "1783-12", "month", "After"),
    band("1784", "1786", "year", "Later"),
)


def test_every_unit_of_a_band_has_a_row_also_where_nothing_happened():
    rows = scale(FLOOD).rows
    assert [row.unit for row in rows] == ["month"] * 3 + ["day"] * 5 + ["month"] * 9 + ["year"] * 3
    assert [row.index for row in rows] == list(range(20))


def test_a_band_may_cut_a_month():
    cut = scale(FLOOD).rows[2]
    assert (cut.first, cut.last) == (dt.date(1783, 3, 1), dt.date(1783, 3, 9))
    assert not cut.whole
    assert scale(FLOOD).rows[1].whole


@pytest.mark.parametrize(
    ("edtf", "rows"),
    [
        ("1783-02-11", (1, 1)),
        ("1783-03-10", (3, 3)),
        ("1783-03-11/1783-03-13", (4, 6)),
        ("1783-03", (2, 7)),
        ("1783-03-1X", (3, 7)),
        ("1785", (18, 18)),
        ("1782-11/1783-01-05", (0, 0)),
        ("1783-03-14/1783-03-20", (7, 7)),
    ],
)
def test_a_date_stands_in_the_rows_it_touches(edtf, rows):
    assert scale(FLOOD).rows_of(parse(edtf)) == rows


@pytest.mark.parametrize("edtf", ["1782", "1783-03-20", "1783-03-15/1783-03-31", "1787-01-01"])
def test_what_lies_before_between_or_after_the_bands_has_no_row(edtf):
    assert scale(FLOOD).rows_of(parse(edtf)) is None


def test_the_finest_bands_are_the_crisis_unless_all_are_equally_fine():
    assert [band.finest for band in scale(FLOOD).bands] == [False, True, False, False]
    assert [band.finest for band in scale(FLOOD[:1]).bands] == [False]


@given(
    first=st.dates(dt.date(1, 1, 1), dt.date(9998, 1, 1)),
    days=st.integers(0, 700),
    unit=st.sampled_from(["day", "month", "year"]),
)
def test_rows_cover_their_band_without_gap_or_overlap(first, days, unit):
    last = first + dt.timedelta(days=days)
    rows = scale([band(first.isoformat(), last.isoformat(), unit)]).rows
    assert (rows[0].first, rows[-1].last) == (first, last)
    for one, following in pairwise(rows):
        assert following.first == one.last + dt.timedelta(days=1)
    for row in (rows[0], rows[-1]):
        touched = scale([band(first.isoformat(), last.isoformat(), unit)]).rows_of(
            parse(row.first.isoformat())
        )
        assert touched == (row.index, row.index)
