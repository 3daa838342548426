"""A ledger that a merge or an accident has spoiled, made whole again.

A student gets a note only if its stamp is newer than theirs. So of two branches each entry keeps
its larger stamp, and what cannot be read is stamped anew, later than all that can: a correction
may then be sent twice, and none is ever lost.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from studypack.ledger import SECTIONS, Entry, Ledger, entry_of, later, parse

_SECTION = re.compile(rf'"({"|".join(SECTIONS)})": *\{{')
_LINE = re.compile(r'("(?:[^"\\]|\\.)*"): *(\[.*\]),?')


@dataclass(frozen=True)
class Joined:
    """The ledger of two branches, and the entries in which they differed."""

    ledger: Ledger
    differing: tuple[str, ...]


def in_conflict(text: str) -> bool:
    """Whether a merge left its marks."""
    return any(line.startswith("<<<<<<< ") for line in text.splitlines())


def join(text: str) -> Joined:
    """The ledger of a file with conflict marks (with or without the common ancestor).

    Raises LedgerError where one of the sides is not a ledger.
    """
    ours, theirs = (parse(side).sections for side in _sides(text))
    joined, differing = {}, []
    for section in SECTIONS:
        one, other = ours[section], theirs[section]
        joined[section] = {
            **one,
            **other,
            **{name: later(one[name], other[name]) for name in one.keys() & other.keys()},
        }
        names = sorted(joined[section])
        differing += [f"{section} {n}" for n in names if one.get(n) != other.get(n)]
    return Joined(Ledger(**joined), tuple(differing))


def salvage(text: str) -> Ledger:
    """Every entry that can still be read, line by line; an entry that stands twice is joined."""
    found: dict[str, dict[str, Entry]] = {section: {} for section in SECTIONS}
    entries: dict[str, Entry] | None = None
    for raw in text.splitlines():
        line = raw.strip()
        section = _SECTION.match(line)
        if section:
            entries = found[section[1]]
            continue
        match = _LINE.fullmatch(line)
        if match is None or entries is None:
            continue
        try:
            name, value = json.loads(match[1]), json.loads(match[2])
        except ValueError:
            continue
        entry = entry_of(value)
        if entry:
            entries[name] = later(entry, entries.get(name, entry))
    return Ledger(**found)


def latest(ledger: Ledger) -> int:
    """The latest stamp of all; 0 where there is none."""
    every = (entry for entries in ledger.sections.values() for entry in entries.values())
    return max((entry.stamp for entry in every), default=0)


def _sides(text: str) -> tuple[str, str]:
    """The file as each of the branches has it."""
    ours: list[str] = []
    theirs: list[str] = []
    into: tuple[list[str], ...] = (ours, theirs)
    for line in text.splitlines():
        if line.startswith("<<<<<<<"):
            into = (ours,)
        elif line.startswith("|||||||"):
            into = ()
        elif line.startswith("======="):
            into = (theirs,)
        elif line.startswith(">>>>>>>"):
            into = (ours, theirs)
        else:
            for side in into:
                side.append(line)
    return "\n".join(ours), "\n".join(theirs)
