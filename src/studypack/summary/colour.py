"""Colours as ``#rrggbb``: how well one is read on another, and a darker one of the same hue."""

from __future__ import annotations

import colorsys

from studypack.summary.course import Dress, Ink, Type

WHITE = "#ffffff"
TINT = "#fcf6e8"
"""Cream, on which readers with dyslexia read more easily than on white."""
READABLE = 4.5
"""The least contrast of text (WCAG 2.2, success criterion 1.4.3)."""


def ground(course: Dress) -> str:
    """What the pages of a course are printed on. Black ink alone cannot print a tint."""
    tinted = course.type is Type.DYSLEXIA and course.ink is Ink.COLOUR
    return TINT if tinted else WHITE


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, on: str) -> str:
    """The lightest colour of the same hue, no lighter than ``colour``, that can be read."""
    if contrast(colour, on) >= READABLE:
        return colour
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    for step in range(round(lightness * 255), -1, -1):
        made = colorsys.hls_to_rgb(hue, step / 255, saturation)
        found = "#" + "".join(f"{round(part * 255):02x}" for part in made)
        if contrast(found, on) >= READABLE:
            return found
    return "#000000"


def lighter(colour: str, on: str) -> str:
    """The same on a dark ground: the darkest one that can be read, no darker than ``colour``."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    for step in range(round(lightness * 255), 256):
        made = colorsys.hls_to_rgb(hue, step / 255, saturation)
        found = "#" + "".join(f"{round(part * 255):02x}" for part in made)
        if contrast(found, on) >= READABLE:
            return found
    return WHITE


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2): 0 for black, 1 for white."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
