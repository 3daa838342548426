"""How a course dresses its pages: type, ground, accent, logo and fonts, ready for a template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from studypack import fonts, typesetting
from studypack.select import Pack
from studypack.summary import colour
from studypack.summary.course import Ink, Type
from studypack.summary.lanes import LANES, Lane

WORD_SPACE = 0.14
"""Of the wide-set type, in em, beside the space itself; see ``dyslexia.css``."""


@dataclass(frozen=True)
class Logo:
    """A picture, and what is said in its stead."""

    url: str
    alt: str


@dataclass(frozen=True)
class Look:
    """The dress of a course."""

    type: Type
    ground: str
    """The colour under the page; ``none`` for that of the paper."""
    accent: str
    """The course's own colour; empty if it has none, or no colour to print it in."""
    logo: Logo | None
    fonts: Mapping[str, bytes]
    """Fonts beside the bundled ones, by the names of their files."""
    assets: Mapping[str, bytes]
    """All that the page may show: these fonts, and the logo."""

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The hues and lines of theatres."""
        return LANES

    @property
    def faces(self) -> Markup:
        """The rules of all fonts, as CSS."""
        return Markup(typesetting.font_faces(self.fonts))  # noqa: S704 (our own, and plain names)

    @property
    def stack(self) -> Markup:
        """What follows the bundled families where a font is named, as CSS."""
        return Markup(typesetting.font_stack(self.fonts))  # noqa: S704 (plain names)


def look_of(pack: Pack) -> Look:
    """The dress of a pack's course."""
    course = pack.course
    ground = colour.ground(course)
    own = dict(pack.fonts)
    if course.type is Type.DYSLEXIA:
        own |= {f"spaced/{weight}": fonts.spaced(weight, WORD_SPACE) for weight in ("400", "700")}
    logo = Logo(typesetting.asset_url(course.logo), course.institution)
    return Look(
        type=course.type,
        ground="none" if ground == colour.WHITE else ground,
        accent=course.accent if course.ink is Ink.COLOUR else "",
        logo=logo if course.logo in pack.assets else None,
        fonts=own,
        assets={**pack.assets, **own},
    )
