"""Shapes as SVG, in millimetres; all of a poster's shapes are one drawing with one alt text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from math import cos, pi, sin

Point = tuple[float, float]


class Drawing:
    """Collects shapes, painted in the order in which they are added."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def rect(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """A filled rectangle."""
        self._parts.append(
            f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}"'
            f' height="{number(height)}" fill="{fill}"/>'
        )

    def frame(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        stroke: str,
        line: float,
        *,
        round_: float = 0.0,
        dash: str = "",
    ) -> None:
        """A white rectangle with an outline of width ``line`` centred on its edge."""
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self._parts.append(
            f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}"'
            f' height="{number(height)}" rx="{number(round_)}" fill="#FFFFFF"'
            f' stroke="{stroke}" stroke-width="{number(line)}"{dashes}/>'
        )

    def line(
        self,
        points: Sequence[Point],
        stroke: str,
        width: float,
        *,
        dash: str = "",
        round_: bool = False,
    ) -> None:
        """An open line through points; ``dash`` in millimetres, as SVG writes it."""
        attributes = f' stroke-dasharray="{dash}"' if dash else ""
        if round_:
            attributes += ' stroke-linecap="round" stroke-linejoin="round"'
        path = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
        self._parts.append(
            f'<path d="{path}" fill="none" stroke="{stroke}"'
            f' stroke-width="{number(width)}"{attributes}/>'
        )

    def polygon(
        self, points: Iterable[Point], fill: str, *, stroke: str = "", line: float = 0.0
    ) -> None:
        """A closed, filled shape."""
        path = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"
        self.path(path, fill, stroke=stroke, line=line)

    def path(
        self, d: str, fill: str, *, stroke: str = "", line: float = 0.0, dash: str = ""
    ) -> None:
        """A path in SVG's own words."""
        attributes = f' stroke="{stroke}" stroke-width="{number(line)}"' if stroke else ""
        if dash:
            attributes += f' stroke-dasharray="{dash}"'
        self._parts.append(f'<path d="{d}" fill="{fill}"{attributes}/>')

    def circle(
        self,
        centre: Point,
        radius: float,
        fill: str,
        *,
        stroke: str = "",
        line: float = 0.0,
        dash: str = "",
    ) -> None:
        """A disc, or a ring where ``fill`` is none."""
        attributes = f' stroke="{stroke}" stroke-width="{number(line)}"' if stroke else ""
        if dash:
            attributes += f' stroke-dasharray="{dash}"'
        self._parts.append(
            f'<circle cx="{number(centre[0])}" cy="{number(centre[1])}" r="{number(radius)}"'
            f' fill="{fill}"{attributes}/>'
        )

    def diamond(
        self, centre: Point, radius: float, fill: str, *, stroke: str = "", line: float = 0.0
    ) -> None:
        """A square on its corner."""
        x, y = centre
        corners = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
        self.polygon(corners, fill, stroke=stroke, line=line)

    def hatch(
        self, x: float, y: float, width: float, height: float, stroke: str, line: float, step: float
    ) -> None:
        """Lines rising at 45 degrees across a rectangle, ``step`` apart along its base."""
        parts = []
        start = step
        while start < width + height:
            x1, y1 = (x + start, y) if start <= width else (x + width, y + start - width)
            x2, y2 = (x, y + start) if start <= height else (x + start - height, y + height)
            parts.append(f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}")
            start += step
        self.path("".join(parts), "none", stroke=stroke, line=line)

    def svg(self, width: float, height: float, alt: str) -> str:
        """The drawing; ``alt`` is what a screen reader says instead."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}mm"'
            f' height="{number(height)}mm" viewBox="0 0 {number(width)} {number(height)}">'
            f"<title>{escape(alt)}</title>{''.join(self._parts)}</svg>"
        )


def star(centre: Point, outer: float, inner: float, rays: int) -> list[Point]:
    """The corners of a star, the first ray pointing up."""
    corners = []
    for corner in range(2 * rays):
        radius = inner if corner % 2 else outer
        angle = pi * corner / rays - pi / 2
        corners.append((centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)))
    return corners


def number(value: float) -> str:
    """A length to a hundredth of a millimetre."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
