"""Abbreviations are marked, ranges and dates kept together, and nothing else is changed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.briefing.typography import JOINER, abbreviations, days, ranges


def marked(html: str) -> str:
    return abbreviations(f"<head>NATO</head><body>{html}</body>").partition("<body>")[2][:-7]


@pytest.mark.parametrize(
    ("html", "caps"),
    [
        ("in NATO and the KGB", ["NATO", "KGB"]),
        ("the ÁVH, the ŁKS", ["ÁVH", "ŁKS"]),
        ("a US note, T54 tanks, McDONALD", []),
        ('<a href="#NATO" title="KGB">a pact</a>', []),
        ("<svg><title>NATO to scale</title></svg>", []),
        ("&NBSP; &amp; &AMP; <BR>", []),
    ],
)
def test_words_of_three_capitals_are_marked_in_the_text_alone(html: str, caps: list[str]) -> None:
    assert re.findall(r'<span class="caps">(.*?)</span>', marked(html)) == caps


def test_the_head_of_the_page_stays_as_it_is() -> None:
    assert abbreviations("<head><title>NATO</title></head><body>x").startswith(
        "<head><title>NATO</title></head>"
    )


@given(st.text(alphabet="NATOkgb &<>/\"'=éÁ", max_size=60))
def test_without_the_marks_the_page_is_the_same(text: str) -> None:
    page = f"<body>{text}"
    assert re.sub(r'<span class="caps">(.*?)</span>', r"\1", abbreviations(page)) == page


@pytest.mark.parametrize(
    ("html", "joined"),
    [
        ("pp. 169–171, 180–82", "pp. 169–|171, 180–|82"),
        ("24–November, 1953–", "24–|November, 1953–"),
        ("Soviet–Polish, June – July", "Soviet–Polish, June – July"),
        ('<p data-title="1953–55">1953–55</p>', '<p data-title="1953–55">1953–|55</p>'),
        ("<h3 id=x>1953–<em>5</em>5–6</h3>7–8", "<h3 id=x>1953–<em>5</em>5–6</h3>7–|8"),
        ("<svg><title>2–3\nmen</title></svg>", "<svg><title>2–3\nmen</title></svg>"),
    ],
)
def test_a_range_has_a_joiner_behind_its_dash_in_the_text_alone(html: str, joined: str) -> None:
    page = ranges(f"<head><title>1–2</title></head><body>{html}")
    assert page == f"<head><title>1–2</title></head><body>{joined.replace('|', JOINER)}"


@given(st.text(alphabet="019–a <>/\"'=h3", max_size=60))
def test_without_the_joiners_the_page_is_the_same(text: str) -> None:
    page = f"<body>{text}"
    assert ranges(page).replace(JOINER, "") == page


@pytest.mark.parametrize(
    ("html", "tied"),
    [
        ("on 31 October and 1\nNovember 1956", "on 31|October and 1|November 1956"),
        ("October 21, October 1956, 13–16 June", "October|21, October 1956, 13–16|June"),
        ("1956. október 23-án, 21 października", "1956. október|23-án, 21|października"),
        ("4 Mayor, 1.5 May, May 4,000, 1956 May", "4 Mayor, 1.5 May, May 4,000, 1956 May"),
        ('<h3>4 May</h3><p title="4 May">4 May</p>', '<h3>4 May</h3><p title="4 May">4|May</p>'),
        ("<thead><th>4 May</th><td>4 May</td>", "<thead><th>4 May</th><td>4|May</td>"),
    ],
)
def test_a_day_and_its_month_stay_together_in_the_text_alone(html: str, tied: str) -> None:
    page = days(f"<head><title>4 May</title></head><body>{html}")
    assert page == f"<head><title>4 May</title></head><body>{tied.replace('|', f' {JOINER}')}"
