"""What kind of event a card tells of, as a small shape; never a glyph of a font."""

from __future__ import annotations

from studypack.poster.shapes import Drawing, Point, number, star


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
    drawing: Drawing, pattern: str, x: float, top: float, bottom: float, colour: str, unit: float
) -> None:
    """The rule along a card's left edge in its lane's pattern; ``unit`` is the scale of A1."""
    if bottom - top < 1.2 * unit:
        return
    ends = [(x, top), (x, bottom)]
    match pattern:
        case "dashed":
            drawing.line(ends, colour, 0.95 * unit, dash=_dash(unit, 2.2, 1.1))
        case "double":
            for side in (-0.45, 0.45):
                drawing.line(
                    [(x + side * unit, top), (x + side * unit, bottom)], colour, 0.34 * unit
                )
        case "dotted":
            dotted = [(x, top + 0.5 * unit), (x, bottom - 0.4 * unit)]
            drawing.line(dotted, colour, 0.95 * unit, dash=_dash(unit, 0, 1.55), round_=True)
        case "dash-dotted":
            drawing.line(ends, colour, 0.95 * unit, dash=_dash(unit, 2.6, 0.9, 0.9, 0.9))
        case "thin":
            drawing.line(ends, colour, 0.4 * unit)
        case _:
            drawing.line(ends, colour, 0.95 * unit)


def _dash(unit: float, *lengths: float) -> str:
    return " ".join(number(length * unit) for length in lengths)
