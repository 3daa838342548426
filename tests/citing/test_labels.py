"""Labels of cards and poster: the same whatever style a course has."""

from __future__ import annotations

from studypack import citing
from studypack.citing.style import letter
from studypack.summary.citations import Locator, parse_field
from studypack.summary.sources import Source

ARTICLE = Source.model_validate(
    {
        "id": "article",
        "type": "article-journal",
        "title": "A Title",
        "author": [{"family": "Doe", "given": "Jane"}],
        "container-title": "Journal of Examples",
        "issued": {"date-parts": [[1998, 4]]},
    }
)
MAGAZINE = Source.model_validate(
    {
        "id": "magazine",
        "type": "article-magazine",
        "title": "23 October",
        "container-title": "Red & Black",
        "issued": {"date-parts": [[2009, 10, 23]]},
    }
)


def test_labels_join_places_in_one_source() -> None:
    group = parse_field("[@article, p. 3; @article, p. 9 n. 2; see @magazine]")
    sources = {"article": ARTICLE, "magazine": MAGAZINE}
    assert citing.labelled(group, sources) == "Doe 1998, p. 3, p. 9 n. 2; see Red &amp; Black 2009"


def test_two_sources_that_are_called_the_same_keep_their_pages_apart() -> None:
    other = ARTICLE.model_copy(update={"id": "other", "title": "The Other Title"})
    group = parse_field("[@other, p. 7; @article, p. 3; @magazine, p. 1]")
    sources = {"article": ARTICLE, "other": other, "magazine": MAGAZINE}
    assert citing.labelled(group, sources) == (
        "Doe 1998a, p. 7; Doe 1998b, p. 3; Red &amp; Black 2009, p. 1"
    )


def test_roman_pages_stand_as_they_are() -> None:
    group = parse_field("[@article, pp. ix–xii; @article, p. 3]")
    assert citing.labelled(group, {"article": ARTICLE}) == "Doe 1998, pp. ix–xii, p. 3"


def test_after_z_letters_are_doubled() -> None:
    assert [letter(number) for number in (0, 25, 26, 51, 52)] == ["a", "z", "aa", "az", "ba"]


def test_a_place_is_as_short_as_it_can_be() -> None:
    assert citing.locator(Locator(((3, 3), (172, 174)))) == "3, 172–174"
    assert citing.locator(Locator(((210, 210),), ((187, 187),))) == "210n187"
    assert citing.locator(Locator(((210, 210),), ((187, 189),))) == "210nn187–189"
