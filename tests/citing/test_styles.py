"""What citeproc-js has no word for: notes within pages, labels of tables, the order of lists."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.citing import Style, style_of
from studypack.citing.punctuation import chicago_digits, last_two
from studypack.summary.citations import parse_group
from studypack.summary.course import CitationStyle
from studypack.summary.sources import Source


def source(key: str, title: str, *authors: str, year: int = 1998, **fields: Any) -> Source:
    names = [dict(zip(("family", "given"), a.split(", "), strict=False)) for a in authors]
    record = {"id": key, "type": "book", "title": title, "author": names, **fields}
    return Source.model_validate({**record, "issued": {"date-parts": [[year]]}})


LAMPS = source("lamps", "Lamps", "Oakes, Ada")
ROWAN = source("rowan", "The Anchor", "Rowan, Dilys")
STYLES = ("chicago", "mla", "apa")


def style(name: str, *sources: Source, language: str = "en-GB") -> Style:
    return style_of(CitationStyle(name), sources, language)


@pytest.mark.parametrize(
    ("name", "one", "two"),
    [
        (
            "chicago",
            "Ada Oakes, <em>Lamps</em> (1998), 210n187.",
            "Oakes, <em>Lamps</em>, 172–74, 210nn187–89.",
        ),
        ("mla", "(Oakes 210n187)", "(Oakes 172–74, 210nn187–89)"),
        (
            "apa",
            "(Oakes, 1998, p. 210, note 187)",
            "(Oakes, 1998, pp. 172–174, p. 210, notes 187–189)",
        ),
    ],
)
def test_a_note_in_a_source(name: str, one: str, two: str) -> None:
    made = style(name, LAMPS)
    assert made.reference(parse_group("@lamps, p. 210 n. 187")) == one
    group = parse_group("@lamps, pp. 172–174; @lamps, p. 210 nn. 187–189")
    assert made.reference(group) == two


@pytest.mark.parametrize(
    ("name", "reference", "label"),
    [
        ("chicago", "Ada Oakes, <em>Lamps</em> (1998), ix, xii–xv, 172–74.", "Oakes 1998"),
        ("mla", "(Oakes ix, xii–xv, 172–74)", "Oakes"),
        ("apa", "(Oakes, 1998, pp. ix, xii–xv, 172–174)", "Oakes, 1998"),
    ],
)
def test_pages_of_an_introduction_have_roman_numbers(name: str, reference: str, label: str) -> None:
    group = parse_group("@lamps, pp. ix, xii-xv, 172–4")
    assert style(name, LAMPS).reference(group) == reference
    unnamed = style(name, LAMPS).labelled(parse_group("@lamps, p. xii"), "lamps")
    assert unnamed == "p. xii"
    assert style(name, LAMPS).labelled(parse_group("@lamps, p. xii")).startswith(label)


@pytest.mark.parametrize(
    ("name", "language", "label"),
    [
        ("chicago", "en-GB", "Oakes 1998, p. 3, p. 210 n. 187; see Rowan 1998"),
        ("chicago", "pl", "Oakes 1998, s. 3, s. 210 przyp. 187; see Rowan 1998"),
        ("chicago", "hu", "Oakes 1998, 3. o., 210. o. 187. j.; see Rowan 1998"),
        ("mla", "en-GB", "Oakes 3, 210n187; see Rowan"),
        ("apa", "en-GB", "Oakes, 1998, p. 3, p. 210, note 187; see Rowan, 1998"),
        ("apa", "pl", "Oakes, 1998, s. 3, s. 210, przyp. 187; see Rowan, 1998"),
    ],
)
def test_a_label_in_a_table(name: str, language: str, label: str) -> None:
    made = style(name, LAMPS, ROWAN, language=language)
    group = parse_group("@lamps, p. 3; @lamps, p. 210 n. 187; see @rowan")
    assert made.labelled(group) == label


@pytest.mark.parametrize("name", STYLES)
def test_a_source_that_goes_without_saying_shows_its_pages_alone(name: str) -> None:
    made = style(name, LAMPS, ROWAN)
    assert made.labelled(parse_group("@lamps, pp. 3–5"), "lamps") == "pp. 3–5"
    assert made.labelled(parse_group("@lamps"), "lamps") == made.label(LAMPS)


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("chicago", ["Oakes 1998a", "Oakes 1998b", "Oakes 2001"]),
        ("mla", ["Oakes, <em>Lamps</em>", "Oakes, <em>Wicks</em>", "Oakes, <em>Oil</em>"]),
        ("apa", ["Oakes, 1998a", "Oakes, 1998b", "Oakes, 2001"]),
    ],
)
def test_works_by_one_author_have_labels_of_their_own(name: str, labels: list[str]) -> None:
    oil = source("oil", "The Oil of the Lamps", "Oakes, Ada", year=2001, **{"title-short": "Oil"})
    works = (LAMPS, source("wicks", "Wicks", "Oakes, Ada"), oil)
    made = style(name, *works)
    assert [made.label(work) for work in works] == labels


@pytest.mark.parametrize("name", STYLES)
def test_a_list_passes_over_articles_and_accents(name: str) -> None:
    works = [
        ROWAN,
        source("quay", "The Pier"),
        source("quill", "A Quill"),
        source("or", "Lamps", "Órmond, Al"),
        LAMPS,
    ]
    made = style(name, *works)
    assert [work.id for work, _ in made.bibliography()] == ["lamps", "or", "quay", "quill", "rowan"]


def test_apa_lists_by_year_and_the_others_by_title() -> None:
    works = (source("a", "Alpha", "Oakes, Ada", year=2001), source("z", "Zeta", "Oakes, Ada"))
    order = {name: [w.id for w, _ in style(name, *works).bibliography()] for name in STYLES}
    assert order == {"chicago": ["a", "z"], "mla": ["a", "z"], "apa": ["z", "a"]}


def test_only_chicago_cites_in_notes() -> None:
    assert {name: style(name, LAMPS).in_text for name in STYLES} == {
        "chicago": False,
        "mla": True,
        "apa": True,
    }


@pytest.mark.parametrize("name", STYLES)
def test_what_a_record_says_is_escaped(name: str) -> None:
    made = style(name, source("x", "<b>Bold</b>", "<i>Doe</i>, A", DOI='10.1/"<x>'))
    printed = made.reference(parse_group("@x, p. 3")) + made.bibliography()[0][1]
    assert not {"<b>", "<i>", "<x>"} & {part for part in ("<b>", "<i>", "<x>") if part in printed}


@given(st.integers(1, 3000), st.integers(0, 300))
def test_a_shortened_range_is_read_as_it_was_meant(first: int, more: int) -> None:
    """The missing digits are those of the first number."""
    for shorter in (chicago_digits, last_two):
        last = shorter(first, first + more)
        assert str(first + more).endswith(last)
        assert int(str(first)[: len(str(first)) - len(last)] + last) == first + more or len(
            str(first + more)
        ) == len(last)


@pytest.mark.parametrize("name", STYLES)
def test_what_a_record_says_of_its_pages_is_no_markup(name: str) -> None:
    essay = source("essay", "Oil", "Oakes, Ada", type="chapter", page="1 & 2 <b>",
                   **{"container-title": "Lamps", "publisher": "Alder"})  # fmt: skip
    ((_, entry),) = style(name, essay).bibliography()
    assert "1 &amp; 2 &lt;b&gt;" in entry


@pytest.mark.parametrize(
    ("issued", "printed"),
    [
        ({"raw": "1957-01-26"}, "January 26, 1957"),
        ({"literal": "1957-01"}, "January 1957"),
        ({"raw": "1901", "date-parts": [[1957]]}, "1957"),
    ],
)
def test_a_date_that_a_program_exports_as_typed_is_read(
    issued: dict[str, Any], printed: str
) -> None:
    paper = {"id": "p", "type": "article-newspaper", "title": "Lamps", "issued": issued}
    (entry,) = style("chicago", Source.model_validate(paper), language="en-US").bibliography()
    assert printed in entry[1]
