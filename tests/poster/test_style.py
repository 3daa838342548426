"""The colours of lanes are told apart by every eye, and their titles read on every ground."""

from itertools import combinations

import pytest

from studypack.poster.style import HATCH, TINT, lane_style
from tests.poster.bars import CONTRAST, contrast

LANES = [lane_style(lane).colour for lane in range(6)]
APART = 20.0
"""CIE 1976 colour difference: ten times what side by side is just seen."""

# Machado, Oliveira, Fernandes, "A physiologically-based model for simulation of color vision
# deficiency" (2009), severity 1.0, for linear RGB
SEEN_BY = {
    "most": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopes": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopes": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopes": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def seen(colour: str, eyes: str) -> tuple[float, float, float]:
    """CIE Lab of a colour as these eyes see it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
              for c in (level / 255 for level in rgb(colour))]  # fmt: skip
    r, g, b = (
        min(1.0, max(0.0, sum(k * c for k, c in zip(row, linear, strict=True))))
        for row in SEEN_BY[eyes]
    )
    x, y, z = (
        t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116
        for t in (
            (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047,
            0.2126729 * r + 0.7151522 * g + 0.0721750 * b,
            (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883,
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: str, other: str, eyes: str) -> float:
    apart = zip(seen(one, eyes), seen(other, eyes), strict=True)
    return sum((a - b) ** 2 for a, b in apart) ** 0.5


def test_the_measure_knows_what_is_mixed_up():
    assert difference("#FF0000", "#00A000", "most") > 100
    assert difference("#B06000", "#7A7800", "deuteranopes") < APART
    assert difference("#1B4E9B", "#0B6B62", "tritanopes") < APART


@pytest.mark.parametrize("eyes", SEEN_BY)
def test_any_two_of_six_lanes_differ_for(eyes):
    nearest = min((difference(a, b, eyes), a, b) for a, b in combinations(LANES, 2))
    assert nearest[0] > APART, nearest


@pytest.mark.parametrize("ground", ["#FFFFFF", TINT])
def test_titles_are_read_on_white_and_on_the_tint(ground):
    assert all(contrast(rgb(colour), rgb(ground)) >= CONTRAST for colour in LANES)


def test_every_lane_has_a_pattern_of_its_own_for_copies_without_colour():
    assert len({lane_style(lane, mono=True).pattern for lane in range(6)}) == 6
    assert contrast(rgb(HATCH), (255, 255, 255)) >= CONTRAST, "the hatch outlives a photocopy"
