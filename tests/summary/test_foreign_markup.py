"""Markup from elsewhere: a text in, what is printed as it is typed out, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.summary.foreign_markup import foreign_markup
from studypack.summary.text import block_html
from tests.summary.test_text import Brackets

UNBRACKETED = "a citation that is not in square brackets"
UNDERLINED = "a heading with a line under it"
SPACED = "a link with a space in it"
APART = "an address that stands apart from its link"
FOREIGN = [
    ("<b>so</b>", [("HTML", "<b>")]),
    ("a `code` here", [("code", "`code")]),
    ("one &nbsp;two &amp; three", [("an HTML entity", "&nbsp;"), ("an HTML entity", "&amp;")]),
    ("a lamp: ![a lamp](lamp.png)", [("a picture", "![a lamp]")]),
    ("not ~~this~~", [("a text struck through", "~~")]),
    ("see <https://example.org>", [("an address in angle brackets", "<https")]),
    ("ask <keeper@example.org>", [("an address in angle brackets", "<keeper")]),
    ("`two` and `two` more", [("code", "`two` and"), ("code", "`two` more")]),
    ("[@oakes1901, p. 3] as @oakes1901 has it", [(UNBRACKETED, "@oakes1901 has")]),
    ("so it was [@oakes1901, p. 3", [(UNBRACKETED, "@oakes1901, p. 3")]),
    ("to [Birk] (#birk) and [Alder](#the alder)", [(SPACED, "] (#birk"), (SPACED, "](#the a")]),
    ("the [żal]{lang=pl!} of it", [("a mark in curly brackets with a slip in it", "]{lang=pl!}")]),
    ("dark[^1] and cold^[so they say]", [("a footnote", "[^1]"), ("a footnote", "^[so")]),
]
IN_SECTIONS = [
    ("Oil | Price\n--- | ---\n1787 | 3", [("a table", "Oil | Price")]),
    ("<div>\nwords\n</div>", [("HTML", "<div>")]),
    ("~~~\nwords\n~~~", [("a block of code", "~~~")]),
    ("words\n\n* * *\n\nwords", [("a line across the page", "* * *")]),
    ("The night fell.\n\nThe night\n=========", [(UNDERLINED, "The night\n=")]),
    ("> words\n>\n> ---\n> words", [("a line across the page", "> ---")]),
    ("see [this][it]\n\n[it]: https://example.org", [(APART, "[it]: https")]),
]
OWN = [
    r"\<b> \`code\` \&amp; \![x] \@oakes \[^1]",
    "3 < 4 > 2, <3, A & B, a | b, ~ten, R&D; 3 @ 4, me@example.org",
    "*so* **so** [words]{lang=pl} [a link](#wreck) [@oakes1901, pp. 3–4]",
]
OWN_IN_SECTIONS = ["# The night\n\n- one\n- two\n\n1. first\n\n> words\n\n    set in"]


def found(text: str, *, blocks: bool) -> list[tuple[str, str]]:
    return [
        (problem.message.partition(" is printed ")[0], problem.at)
        for problem in foreign_markup(text, blocks=blocks)
    ]


def assert_found(text: str, what: list[tuple[str, str]], *, blocks: bool) -> None:
    named = found(text, blocks=blocks)
    assert [name for name, _ in named] == [name for name, _ in what]
    assert all(at.startswith(begin) for (_, at), (_, begin) in zip(named, what, strict=True))


@pytest.mark.parametrize("blocks", [False, True])
@pytest.mark.parametrize(("text", "what"), FOREIGN)
def test_markup_from_elsewhere_is_named(
    text: str, what: list[tuple[str, str]], blocks: bool
) -> None:
    assert_found(text, what, blocks=blocks)


@pytest.mark.parametrize(("text", "what"), IN_SECTIONS)
def test_blocks_from_elsewhere_are_named(text: str, what: list[tuple[str, str]]) -> None:
    assert_found(text, what, blocks=True)


@pytest.mark.parametrize(
    ("text", "blocks"), [(text, b) for text in OWN for b in (False, True)]
    + [(text, True) for text in OWN_IN_SECTIONS],
)  # fmt: skip
def test_what_is_known_or_escaped_is_not(text: str, blocks: bool) -> None:
    assert found(text, blocks=blocks) == []


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("* * *", "as empty bullets"),
        ("- - - -", "as empty bullets"),
        ("> * * *", "as empty bullets"),
        ("***", "as it is typed"),
        ("_ _ _", "as it is typed"),
        ("---", "as it is typed"),
    ],
)
def test_what_becomes_of_a_line_across_the_page(line: str, printed: str) -> None:
    (told,) = foreign_markup(f"words\n\n{line}\n\nwords", blocks=True)
    assert told.message == f"a line across the page is printed {printed}"
    assert ("<li>" in block_html(line, Brackets())) == (printed == "as empty bullets")


@given(st.text(alphabet="ab `<>&|~=-_*!#[]()\\\n\r\x85;/.", max_size=60))
def test_the_place_stands_in_the_text(text: str) -> None:
    assert all(at in text for _, at in found(text, blocks=True))
