"""Contrast after WCAG, and a colour that can be read in place of one that cannot."""

from __future__ import annotations

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.summary.colour import READABLE, TINT, WHITE, contrast, readable

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#FFFFFF", 4.0),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@given(COLOURS, st.sampled_from([WHITE, TINT]))
def test_a_readable_colour_is_no_lighter_and_of_the_same_hue(colour: str, ground: str) -> None:
    found = readable(colour, ground)
    assert contrast(found, ground) >= READABLE
    before, after = (
        colorsys.rgb_to_hls(*(int(c[at : at + 2], 16) / 255 for at in (1, 3, 5)))
        for c in (colour, found)
    )
    assert after[1] <= before[1] + 0.01
    if before[2] > 0.2 and after[1] > 0.1 and 0.1 < before[1] < 0.9:
        apart = abs(before[0] - after[0])
        assert min(apart, 1 - apart) < 0.05


def test_what_can_be_read_is_left_as_it_is() -> None:
    assert readable("#7a1f3d", WHITE) == "#7a1f3d"
