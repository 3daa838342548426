"""Names of people and institutions."""

from __future__ import annotations

import html
from collections.abc import Sequence

from studypack.citing.terms import Terms
from studypack.summary.sources import Name


def forward(name: Name) -> str:
    """Ada Oakes"""
    return html.escape(name.literal or " ".join(filter(None, (name.given, name.family))))


def inverted(name: Name) -> str:
    """Oakes, Ada"""
    return html.escape(name.literal or ", ".join(filter(None, (name.family, name.given))))


def family(name: Name) -> str:
    """Oakes"""
    return html.escape(name.literal or name.family or name.given)


def initials(name: Name) -> str:
    """D. M., J.-P."""
    parts = [
        "-".join(f"{half[0]}." for half in part.split("-") if half) for part in name.given.split()
    ]
    return html.escape(" ".join(parts))


def with_initials(name: Name, *, first: bool) -> str:
    """A. Oakes, or Oakes, A. where the family name comes first."""
    if name.literal or not name.family or not name.given:
        return forward(name)
    last = html.escape(name.family)
    return f"{last}, {initials(name)}" if first else f"{initials(name)} {last}"


def listed(names: Sequence[str], terms: Terms, *, comma_before_and: bool = False) -> str:
    """A, B, and C; of two only where the first is inverted a comma stands before the "and"."""
    if len(names) < 2:
        return "".join(names)
    comma = terms.serial_comma and (len(names) > 2 or comma_before_and)
    return f"{', '.join(names[:-1])}{',' if comma else ''} {terms.joint} {names[-1]}"
