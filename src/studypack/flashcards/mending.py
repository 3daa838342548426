"""A ledger that a merge or an accident has spoiled, made whole again.

A student gets a note only if its stamp is newer than theirs. So of two branches each entry keeps
its larger stamp, and what cannot be read is stamped anew, later than all that can: a correction
may then be sent twice, and none is ever lost.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from studypack.flashcards.ledger import SECTIONS, Entry, Ledger, is_entry, parse

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
    ours, theirs = (parse(side) for side in _sides(text))
    joined, differing = {}, []
    for section in SECTIONS:
        one, other = getattr(ours, section), getattr(theirs, section)
        entries = {name: _later(one.get(name), other.get(name)) for name in sorted({*one, *other})}
        differing += [f"{section} {n}" for n in entries if one.get(n) != other.get(n)]
        joined[section] = entries
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
        if is_entry(value):
            cards = frozenset(value[2] if len(value) == 3 else ())
            entries[name] = _later(entries.get(name), Entry(value[0], value[1], cards))
    return Ledger(**found)


def latest(ledger: Ledger) -> int:
    """The latest stamp of all; 0 where there is none."""
    sections: list[Mapping[str, Entry]] = [getattr(ledger, section) for section in SECTIONS]
    return max((entry.stamp for entries in sections for entry in entries.values()), default=0)


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


def _later(one: Entry | None, other: Entry | None) -> Entry:
    """The entry with the larger stamp, with the cards of both.

    Where two branches stamped different content in the same second, neither hash can be
    trusted; without one, the next build stamps the note anew.
    """
    if one is None or other is None:
        found = one or other
        assert found is not None
        return found
    newer = max(one, other, key=lambda entry: entry.stamp)
    unsure = one.stamp == other.stamp and one.hash != other.hash
    return Entry("" if unsure else newer.hash, newer.stamp, one.cards | other.cards)
