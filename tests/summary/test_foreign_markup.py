"""Markup from elsewhere: a text in, what is printed as it is typed out, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.summary.foreign_markup import foreign_markup

FOREIGN = [
    ("<b>so</b>", [("HTML", "<b>")]),
    ("a `code` here", [("code", "`code")]),
    ("one &nbsp;two &amp; three", [("an HTML entity", "&nbsp;"), ("an HTML entity", "&amp;")]),
    ("![a lamp](lamp.png)", [("a picture", "a lamp")]),
    ("not ~~this~~", [("a text struck through", "~~")]),
    ("see <https://example.org>", [("an address in angle brackets", "https://example.org")]),
]
IN_SECTIONS = [
    ("Oil | Price\n--- | ---\n1787 | 3", [("a table", "Oil | Price")]),
    ("<div>\nwords\n</div>", [("HTML", "<div>")]),
    ("~~~\nwords\n~~~", [("a block of code", "~~~")]),
    ("words\n\n* * *\n\nwords", [("a line across the page", "* * *")]),
    ("The night\n=========\n\nwords", [("a heading with a line under it", "The night")]),
]
OWN = [
    r"\<b> \`code\` \&amp; \![x]",
    "3 < 4 > 2, <3, A & B, a | b, ~ten, R&D;",
    "*so* **so** [words]{lang=pl} [a link](#wreck) [@oakes1901, pp. 3–4]",
]
OWN_IN_SECTIONS = ["# The night\n\n- one\n- two\n\n1. first\n\n> words\n\n    set in"]


def found(text: str, *, blocks: bool) -> list[tuple[str, str]]:
    return [
        (problem.message.removesuffix(" is printed as it is typed"), problem.at)
        for problem in foreign_markup(text, blocks=blocks)
    ]


@pytest.mark.parametrize("blocks", [False, True])
@pytest.mark.parametrize(("text", "what"), FOREIGN)
def test_markup_from_elsewhere_is_named(
    text: str, what: list[tuple[str, str]], blocks: bool
) -> None:
    assert found(text, blocks=blocks) == what


@pytest.mark.parametrize(("text", "what"), IN_SECTIONS)
def test_blocks_from_elsewhere_are_named(text: str, what: list[tuple[str, str]]) -> None:
    assert found(text, blocks=True) == what


@pytest.mark.parametrize(
    ("text", "blocks"), [(text, b) for text in OWN for b in (False, True)]
    + [(text, True) for text in OWN_IN_SECTIONS],
)  # fmt: skip
def test_what_is_known_or_escaped_is_not(text: str, blocks: bool) -> None:
    assert found(text, blocks=blocks) == []


@given(st.text(alphabet="ab `<>&|~=-_*!#[]()\\\n\r\x85;/.", max_size=60))
def test_the_place_stands_in_the_text(text: str) -> None:
    assert all(at in text for _, at in found(text, blocks=True))
