"""Abbreviations are marked for small capitals, and nothing else is changed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.briefing.typography import abbreviations


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
