"""The colours of lanes are told apart by every eye, and their titles read on every ground."""

import colorsys
from itertools import combinations

import pytest

from studypack.poster.shapes import Drawing, number
from studypack.poster.style import HATCH, TINT
from studypack.poster.symbols import draw_rule
from studypack.summary.colour import TINT as CREAM
from studypack.summary.colour import WHITE
from studypack.summary.lanes import LANES, Lane, Line
from tests.poster.bars import CONTRAST, contrast

DAY, NIGHT = [lane.hue for lane in LANES], [lane.hue_at_night for lane in LANES]
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


def saturation(colour: str) -> float:
    return colorsys.rgb_to_hls(*(level / 255 for level in rgb(colour)))[2]


def turn(one: str, other: str) -> float:
    """Degrees between two hues."""
    here, there = (colorsys.rgb_to_hls(*(c / 255 for c in rgb(x)))[0] for x in (one, other))
    return 360 * min((here - there) % 1, (there - here) % 1)


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
@pytest.mark.parametrize("hues", [DAY, NIGHT], ids=["by day", "at night"])
def test_any_two_lanes_differ_for(eyes, hues):
    nearest = min((difference(a, b, eyes), a, b) for a, b in combinations(hues, 2))
    assert nearest[0] > APART, nearest


@pytest.mark.parametrize("ground", [WHITE, TINT, CREAM])
def test_titles_are_read_on_white_and_on_tints(ground):
    assert all(contrast(rgb(colour), rgb(ground)) >= CONTRAST for colour in DAY)


@pytest.mark.parametrize("lane", [lane for lane in LANES if saturation(lane.hue) > 0.1])
def test_a_lane_has_the_same_hue_at_night(lane):
    assert turn(lane.hue, lane.hue_at_night) < 15


@pytest.mark.parametrize(
    ("bottom", "end"),
    [(1.3, 1.3), (2.9, 2.2), (3.9, 2.2), (5.0, 5.0), (6.0, 5.5), (7.0, 5.5), (8.0, 8.0)],
)
def test_a_dashed_rule_ends_with_a_dash_and_not_with_a_sliver_of_one(bottom, end):
    drawing = Drawing()
    draw_rule(drawing, Lane("", "", Line.DASHED), 1, 0, bottom, "#111111", 1)
    assert f'd="M1 0L1 {number(end)}"' in drawing.svg(9, 9, "")


def test_every_lane_has_a_pattern_of_its_own_for_copies_without_colour():
    assert len({(lane.line, lane.width) for lane in LANES}) == len(LANES)
    assert contrast(rgb(HATCH), (255, 255, 255)) >= CONTRAST, "the hatch outlives a photocopy"
