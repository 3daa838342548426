"""Colours and proportions; the one place where the poster's own looks are named."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from studypack import typesetting
from studypack.poster.sheet import Sheet
from studypack.summary.lanes import Lane

INK = "#1B1A19"
GREY = "#6A6660"
TINT = "#F5F2EB"
"""Ground of the coarser bands."""
HAIRLINE = "#D6D1C7"
FORCE = "#DAD5CB"
RESTRAINT = "#F5F3EE"
HATCH = "#6E675B"
STRIP, FAN_FINEST = "#BDB6A9", "#DDD8CE"
"""The linear strip, and the fan from it to the finest band."""
MONO, MONO_GREY = "#111111", "#3D3B39"
"""Black-and-white printers dither grey: small type must be darker there."""

TITLE_LEADING = 1.06
CENTRE_OF_TITLE = 0.53
"""Middle of the capitals below the top of a title's line, in em of the title."""
PAD, GAP = 0.28, 0.42
"""White space above and below cards in their row, and between cards, in em of the body."""
LEADER_ROOM = 1.0
"""What the title of a linked card leaves free on its right for the arrow, in em of the title."""
SYMBOL = 0.36
"""Radius of a symbol, in em of its title."""


def ink_of(lane: Lane, *, mono: bool) -> str:
    """What a lane is printed in."""
    return MONO if mono else lane.hue


def stylesheet(
    sheet: Sheet, body: float, looks: Iterable[Lane] = (), *, mono: bool = False
) -> Markup:
    """The style of the page, with details at ``body`` points."""
    template = typesetting.environment("poster").get_template("poster.css")
    css = template.render(
        faces=Markup(typesetting.font_faces(dict(sheet.fonts))),  # noqa: S704
        stack=Markup(typesetting.font_stack(dict(sheet.fonts))),  # noqa: S704
        sheet=sheet,
        body=body,
        leading=sheet.leading,
        title_leading=TITLE_LEADING,
        room_for_leader=LEADER_ROOM,
        ink=INK,
        grey=MONO_GREY if mono else GREY,
        tint=TINT,
        colours=[ink_of(lane, mono=mono) for lane in looks],
    )
    return Markup(css)  # noqa: S704
