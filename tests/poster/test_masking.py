"""What a blank hides: days of months everywhere, months and years that are rows of their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from studypack.poster.advance import Face, width
from studypack.poster.masking import GAP, Mask
from studypack.poster.scale import scale
from studypack.summary.date_words import Length, in_words
from studypack.summary.dates import parse
from studypack.summary.header import Band

ROWS = scale(
    Band.model_validate({"from": a, "to": b, "unit": unit, "title": unit})
    for a, b, unit in (
        ("1783-01", "1783-02", "month"),
        ("1783-03-01", "1783-03-20", "day"),
        ("1784", "1785", "year"),
    )
).rows
MASK = Mask(ROWS, {"en-GB"})


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("the rally of 24 March: many", "the rally of ___: many"),
        ("on 2\N{NO-BREAK SPACE}Mar, early", "on ___, early"),
        ("from 28–29 June 1783 on", "from ___ 1783 on"),
        ("on 28 and 29 June", "on ___"),
        ("from 2 to 4 March", "from ___"),
        ("March 4th was dry", "___ was dry"),
        ("all but over by the 11th.", "all but over by the ___."),
        ("after January’s rain", "after ___’s rain"),
        ("repaired in 1784", "repaired in ___"),
        ("in March 1783", "in March 1783"),
        ("8 marches, 24 boats, 1786", "8 marches, 24 boats, 1786"),
        ("the 8th Plenum in May", "the 8th Plenum in May"),
    ],
)
def test_what_is_hidden(words, left):
    assert MASK.over(words) == left
    assert MASK.over_markup(Markup("<i>{}</i>").format(words)) == Markup(f"<i>{left}</i>")


@pytest.mark.parametrize(
    ("language", "words"),
    [("pl", "do 23 października"), ("hu", "október 23-án"), ("en-US", "on October 23,")],
)
def test_the_months_of_every_language_on_the_sheet(language, words):
    assert "23" not in Mask(ROWS, {"en-GB", language}).over(words)


@given(st.dates(), st.sampled_from(["en-GB", "en-US", "pl", "hu"]), st.sampled_from(Length))
def test_no_day_survives_however_it_is_written(day, language, length):
    said = in_words(parse(day.isoformat()), language, length)
    hidden = Mask(ROWS, {language}).over(f"It began on {said} at noon.")
    left = hidden.replace(str(day.year), "")
    assert not [letter for letter in left if letter.isdigit()], hidden


def test_a_gap_is_no_wider_than_the_shortest_date():
    face = Face("Source Sans 3")
    assert width(GAP, face) < min(width("1 May", face), width("the 1st", face), width("1784", face))


def test_hours_are_told_from_months():
    assert MASK.has_month("late June")
    assert not MASK.has_month("before dawn")


@pytest.mark.parametrize("language", ["xx", "grc"])
def test_a_language_without_known_months_has_those_of_the_labels(language: str) -> None:
    assert (
        Mask(ROWS, {language}).over("It began on 23 October at noon.") == "It began on ___ at noon."
    )
