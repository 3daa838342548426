"""Chicago notes, bibliography and labels. Expected strings follow the Manual's own patterns."""

import pytest

from studypack import citing
from studypack.summary.citations import parse_field, parse_group
from studypack.summary.sources import Source

SOURCES = {
    s["id"]: Source.model_validate(s)
    for s in [
        {
            "id": "article",
            "type": "article-journal",
            "title": "A Short Title: And a Long Subtitle",
            "title-short": "Short Title",
            "author": [{"family": "Doe", "given": "Jane"}],
            "container-title": "Journal of Examples",
            "volume": 33,
            "issue": "2",
            "page": "163-214",
            "issued": {"date-parts": [[1998, 4]]},
        },
        {
            "id": "book",
            "type": "book",
            "title": "Lights & Towers",
            "author": [
                {"family": "Oakes", "given": "Ada"},
                {"family": "Elm", "given": "Bo"},
            ],
            "publisher": "Nowhere Press",
            "publisher-place": "Alder",
            "issued": {"date-parts": [[1901]]},
        },
        {
            "id": "magazine",
            "type": "article-magazine",
            "title": "23 October",
            "container-title": "Red Example",
            "issued": {"date-parts": [[2009, 10, 23]]},
        },
    ]
}


def test_a_source_is_given_in_full_first_and_short_after_that() -> None:
    notes = citing.Notes(SOURCES)
    assert notes.note(parse_group("@article, p. 172")) == (
        "Jane Doe, ‘A Short Title: And a Long Subtitle’, <em>Journal of Examples</em> 33, no. 2"
        " (April 1998): 172."
    )
    assert notes.note(parse_group("@article, pp. 173–174")) == "Doe, ‘Short Title’, 173–174."
    assert notes.note(parse_group("@article, p. 210 n. 187; @book, p. 3")) == (
        "Doe, ‘Short Title’, 210n187; "
        "Ada Oakes and Bo Elm, <em>Lights &amp; Towers</em> (Alder: Nowhere Press, 1901), 3."
    )
    assert notes.note(parse_group("see @magazine")) == (
        "see ‘23 October’, <em>Red Example</em>, 23 October 2009."
    )


@pytest.mark.parametrize(
    ("key", "entry"),
    [
        (
            "article",
            "Doe, Jane. ‘A Short Title: And a Long Subtitle’. <em>Journal of Examples</em> 33,"
            " no. 2 (April 1998): 163–214.",
        ),
        (
            "book",
            "Oakes, Ada, and Bo Elm. <em>Lights &amp; Towers</em>. Alder: Nowhere Press, 1901.",
        ),
        ("magazine", "‘23 October’. <em>Red Example</em>, 23 October 2009."),
    ],
)
def test_bibliography(key: str, entry: str) -> None:
    assert citing.bibliography_entry(SOURCES[key]) == entry


def test_labels_join_places_in_one_source() -> None:
    group = parse_field("[@article, p. 3; @article, p. 9 n. 2; @magazine]")
    assert citing.labelled(group, SOURCES) == "Doe 1998, p. 3, p. 9 n. 2; Red Example 2009"
