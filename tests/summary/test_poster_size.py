"""Which sizes a poster can have, by name."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.summary.course import Orientation, Paper
from studypack.summary.poster_size import (
    Grid,
    UnknownSizeError,
    WrongWayError,
    poster_size,
    turned,
)


@pytest.mark.parametrize(
    ("name", "shown", "width", "height"),
    [
        ("A1", "A1", 594, 841),
        ("a3", "A3", 297, 420),
        ("Tabloid", "tabloid", 279.4, 431.8),
        ("ansi-d", "ANSI D", 558.8, 863.6),
        ("ANSI C", "ANSI C", 431.8, 558.8),
        ("3x3A4", "3x3A4", 578, 839),
        ("2 x 2 a4", "2x2A4", 388, 562),
        ("3×3letter", "3x3Letter", 595.7, 786.2),
    ],
)
def test_sheets_and_joined_office_paper(name, shown, width, height):
    size = poster_size(name)
    assert size.name == shown
    assert (size.width, size.height) == (pytest.approx(width), pytest.approx(height))


def test_joined_paper_remembers_its_sheets():
    assert poster_size("3x3letter").grid == Grid(3, 3, Paper.LETTER)
    assert poster_size("A1").grid is None


@pytest.mark.parametrize("name", ["B1", "", "3x3A3", "A1 landscape", "x3A4"])
def test_an_unknown_size_says_which_there_are(name):
    with pytest.raises(UnknownSizeError, match=r"A3, A2, A1, A0, tabloid.*3x3A4"):
        poster_size(name)


@pytest.mark.parametrize("name", ["4x2A4", "1x1A4", "0x0A4", "9x9A4", "1x3letter"])
def test_joined_sheets_make_a_poster_that_stands_upright(name):
    with pytest.raises(UnknownSizeError, match=r"no smaller than A3, no larger than A0, and"):
        poster_size(name)


@given(st.text(max_size=12))
def test_any_words_give_a_size_or_are_refused_in_words(name):
    with suppress(UnknownSizeError):
        size = poster_size(name)
        assert 0 < size.width < size.height


def test_a_sheet_can_lie_but_joined_paper_has_the_shape_that_it_is_joined_to():
    lying = turned(poster_size("ANSI D"), Orientation.LANDSCAPE)
    assert (lying.name, lying.width, lying.height) == ("ANSI D landscape", 863.6, 558.8)
    joined = poster_size("3x3A4")
    assert turned(joined, Orientation.PORTRAIT) == joined
    with pytest.raises(WrongWayError, match="3x3A4 stands upright"):
        turned(joined, Orientation.LANDSCAPE)
