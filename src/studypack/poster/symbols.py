"""What kind of event a card tells of, as a small shape; never a glyph of a font."""

from __future__ import annotations

from studypack.poster.shapes import Drawing, Point, number, star
from studypack.summary.lanes import Lane, Line


def draw_symbol(
    drawing: Drawing, kind: str, centre: Point, radius: float, colour: str, *, hollow: bool = False
) -> None:
    """The symbol of a kind of event; ``hollow`` where its date is approximate or uncertain."""
    x, y = centre
    line = radius * 0.3
    fill = "#FFFFFF" if hollow else colour
    inset = radius - line / 2
    match kind:
        case "decision":
            drawing.diamond(centre, radius * 1.12 - line / 2, fill, stroke=colour, line=line)
        case "violence":
            corners = star(centre, inset * 1.15, inset * 0.55, 8)
            drawing.polygon(corners, fill, stroke=colour, line=line / 2)
        case "movement":
            w, h, t = radius * 0.95, radius * 0.95, radius * 0.85
            drawing.polygon(
                [
                    (x - w, y - h),
                    (x - w + t, y - h),
                    (x + w, y),
                    (x - w + t, y + h),
                    (x - w, y + h),
                    (x + w - t, y),
                ],
                fill,
                stroke=colour if hollow else "",
                line=line * 0.8,
            )
        case "talks":
            for side in (-1, 1):
                ring = (x + side * radius * 0.48, y)
                drawing.circle(
                    ring,
                    radius * 0.52,
                    "none",
                    stroke=colour,
                    line=line * (0.45 if hollow else 1.1),
                )
        case "statement":
            left, right, top, bottom = x - inset, x + inset, y - inset * 0.85, y + inset * 0.45
            tail = (
                f"M{number(left)} {number(top)}H{number(right)}V{number(bottom)}"
                f"H{number(x)}L{number(x - inset * 0.55)} {number(y + inset * 1.05)}"
                f"V{number(bottom)}H{number(left)}Z"
            )
            drawing.path(tail, fill, stroke=colour, line=line)
        case _:
            drawing.circle(centre, inset, fill, stroke=colour, line=line)


def draw_rule(
    drawing: Drawing, lane: Lane, x: float, top: float, bottom: float, colour: str, unit: float
) -> None:
    """The rule along a card's left edge, as its lane has it; ``unit`` is the scale of A1."""
    if bottom - top < 1.2 * unit:
        return
    ends, width = [(x, top), (x, bottom)], 0.95 * unit * lane.width
    match lane.line:
        case Line.DASHED:
            _dashed(drawing, ends, colour, unit, width)
        case Line.DOUBLE:
            for side in (-0.45, 0.45):
                drawing.line(
                    [(x + side * unit, top), (x + side * unit, bottom)], colour, 0.34 * unit
                )
        case Line.DOTTED:
            dotted = [(x, top + 0.5 * unit), (x, bottom - 0.4 * unit)]
            apart = 0.6 * unit + width
            drawing.line(dotted, colour, width, dash=f"0 {number(apart)}", round_=True)
        case Line.SOLID:
            drawing.line(ends, colour, width)


def _dashed(drawing: Drawing, ends: list[Point], colour: str, unit: float, width: float) -> None:
    """A dashed line down; it ends with a dash, and with none of which less than half is left."""
    (x, top), (_, bottom) = ends
    length, gap = 2.2 * unit, 1.1 * unit
    begins = end = top
    while begins == top or begins + length / 2 <= bottom:
        end = min(begins + length, bottom)
        begins += length + gap
    drawing.line([(x, top), (x, end)], colour, width, dash=f"{number(length)} {number(gap)}")
