"""What the poster says by itself: its legend, its labels, its alt texts, how to glue it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from studypack.product import Blank
from studypack.summary.items import How


@dataclass(frozen=True, kw_only=True, eq=False)
class Wording:
    """The words of one language. None has a default: a language that lacks one is an error.

    Braces hold the place of a name, a number or a date; the phrase round it must be right whatever
    stands there, in whatever case or gender.
    """

    language: str
    """As in ``lang``."""

    editors: str
    """The page label of what is known from outside the sources."""
    vote: str
    dissent: str
    came_round: str
    """With the names of those who disagreed at first."""
    how: Mapping[How, str]
    rival: str
    """Between two figures."""
    rows: Mapping[str, str]
    """Of bands, by their unit."""
    gap: str
    """With its number."""

    how_to_read: str
    source: str
    kinds: Mapping[str, str]
    vague: str
    needle: str
    """With the poles ``left`` and ``right``."""
    branch: str
    turn: str
    arrow: str
    bar: str
    stretched: str
    stretched_part: str
    """With ``days``, their ``total`` and their ``share`` of the chart in per cent."""
    pages: str
    """With the label of a source."""
    editors_added: str
    """With ``editors``."""
    all_shown: str
    """With ``shown`` events and their ``total``."""
    some_shown: str
    """The same, where not all are shown."""

    alt_time: str
    """With the ``first`` and the ``last`` time and the ``lanes``."""
    alt_needle: str
    """With its ``title``, its poles ``left`` and ``right``, and the ``places`` of decisions."""
    in_the_middle: str
    towards: str
    far_towards: str
    """With a pole."""
    alt_arrows: str
    alt_arrow: str
    """With ``cause`` and ``effect``."""

    keys: Mapping[Blank, str]

    on_sheets: str
    """With a paper."""
    sheets: str
    """With ``size``, ``count``, ``paper``, ``columns`` and ``rows``."""
    sheets_scale: str
    """Follows it: with a percentage."""
    print_verb: str
    print_it: str
    cut_verb: str
    cut_it: str
    glue_verb: str
    glue_it: str
    """With the width of the strip in mm."""
    for_readers: str
    place: str
    """With ``column`` of ``columns`` and ``row`` of ``rows``."""
    glue_right: str
    glue_below: str
    """With the name of a sheet, and with the number of a row."""
