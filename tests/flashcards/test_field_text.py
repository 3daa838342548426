"""What stands in a field: escaped content that Anki takes for nothing else."""

from __future__ import annotations

import html
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.flashcards.field_text import (
    escaped,
    gap,
    gaps_of,
    later,
    listed,
    marked_up,
    source_line,
    with_gaps,
    words_of,
)
from studypack.summary.citations import parse_field
from tests.flashcards.flood import SOURCES

BY_KEY = {source.id: source for source in SOURCES}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("*The dam* & <b>", "<em>The dam</em> &amp; &lt;b&gt;"),
        ("It fell [@oakes, p. 3].", "It fell."),
        ("It fell [@oakes, p. 3], then [@ward] rose", "It fell, then rose"),
        ("See [the dam](#dam).", "See the dam."),
        ("A [Wehr]{lang=de} broke", 'A <span lang="de">Wehr</span> broke'),
        ("[He drowned]{.later}", '<span class="later">He drowned</span>'),
        ("On [4 March]{.when} it fell", "On 4 March it fell"),
        ("two\nlines   of text", "two lines of text"),
        ("thin\u2009space", "thin space"),
    ],
)
def test_markdown_becomes_content(text: str, field: str) -> None:
    assert marked_up(text) == field


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("{{c1::x}}", "&#123;&#123;c1&#58;&#58;x&#125;&#125;"),
        ("[sound:x.mp3]", "&#91;sound:x.mp3]"),
        ("[SOUND:x.mp3]", "&#91;SOUND:x.mp3]"),
        ("[anki:tts]", "&#91;anki:tts]"),
        ("[$]x[/$]", "&#91;$]x[/$]"),
        ("\\(x\\)", "\\<b></b>(x\\)"),
        ("a\x1fb", "a b"),
        ("[1783]", "[1783]"),
        ("10:30", "10:30"),
    ],
)
def test_what_anki_would_obey_is_disarmed(text: str, field: str) -> None:
    assert escaped(text) == field


def test_characters_are_composed_as_anki_stores_them() -> None:
    assert escaped("Jo\u0308rg") == "Jörg"


@given(st.text())
def test_any_words_survive_as_words(text: str) -> None:
    field = escaped(text)
    assert "\x1f" not in field
    assert "{{" not in field
    seen = unicodedata.normalize("NFC", re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", " ", text))
    assert words_of(field) == " ".join(seen.split())


@given(st.lists(st.text(st.characters(exclude_categories=["C"]), min_size=1), min_size=1))
def test_gaps_hide_their_words_and_nothing_else(hidden: list[str]) -> None:
    field = "before " + " and ".join(gap(escaped(h)) for h in hidden) + " after"
    assert gaps_of(field) == "; ".join(words_of(escaped(h)) for h in hidden)
    assert with_gaps(field) == "before " + " and ".join(["[…]"] * len(hidden)) + " after"
    assert html.unescape(field).count("{{c1::") >= len(hidden)


def test_a_list_of_one_is_no_list() -> None:
    assert listed([]) == ""
    assert listed(["", "one"]) == "one"
    assert listed(["one", later("two")]) == (
        '<ul><li>one</li><li><span class="later">two</span></li></ul>'
    )


@pytest.mark.parametrize(
    ("cites", "line"),
    [
        ([], ""),
        (["[@oakes]"], "Oakes 1901"),
        (["[@oakes]", "[@oakes, p. 3]"], "Oakes 1901, p. 3"),
        (["[@oakes, pp. 3–5, 9]", "[@oakes, p. 4]", "[@oakes, p. 6]"], "Oakes 1901, pp. 3–6, 9"),
        (["[@oakes, p. 9 n. 2]", "[@oakes, p. 3]"], "Oakes 1901, p. 3, p. 9 n. 2"),
        (["[@ward, p. 1; @oakes, p. 2]", "[@ward, p. 3]"], "Ward 1950, pp. 1, 3; Oakes 1901, p. 2"),
        (["[see @ward, p. 1]"], "see Ward 1950, p. 1"),
    ],
)
def test_a_source_line_names_each_source_once(cites: list[str], line: str) -> None:
    shown = source_line([parse_field(cite) for cite in cites], BY_KEY)
    assert shown.replace("\u00a0", " ") == line


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en-US", "Oakes 1901, pp.~3–5, p.~44 n.~3"),
        ("pl", "Oakes 1901, s.~3–5, s.~44 przyp.~3"),
        ("hu", "Oakes 1901, 3–5.~o., 44.~o. 3.~j."),
        ("de", "Oakes 1901, pp.~3–5, p.~44 n.~3"),
    ],
)
def test_pages_are_called_so_in_the_language_of_the_content(language: str, line: str) -> None:
    cites = parse_field("[@oakes, pp. 3–5; @oakes, p. 44 n. 3]")
    assert source_line([cites], BY_KEY, language).replace("\u00a0", "~") == line
