"""The ledger: when each note, notetype and item of a summary last changed.

Anki updates a note only if its stamp is newer, and never compares content. So stamps must rise
when, and only when, content changes; the ledger, committed beside the summary, remembers what
was last stamped. It is JSON with one line for each entry, sorted, so that git merges it:

    {
    "format": 1,
    "notetypes": {
    "term/en": ["<hash>", 1790000000],
    "~": "end"
    },
    "notes": {
    "date/some-event": ["<hash>", 1790000000, [0, 1]],
    …

A note's entry also names the cards (ordinals) that students were ever given, since a card that
they have must not become blank. Entries are never removed: what vanished may come back. The
line ``"~"`` ends each section, so that a new last entry touches no other line. An entry that
stands twice (after a merge) counts with its larger stamp. Stamps are whole seconds since 1970.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

FILE = "ledger.json"
"""Beside the summary, and committed with it."""
FORMAT = 1
DAY = 24 * 60 * 60
LAST_SECOND = 253_402_300_799
"""The end of the year 9999; no stamp is later."""
_END = "~"


def day_of(stamp: int) -> dt.date:
    """The day of a stamp, in UTC: the same on every machine."""
    return dt.datetime.fromtimestamp(stamp, dt.UTC).date()


class LedgerError(ValueError):
    """A ledger that cannot be read; ``hint`` says what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True)
class Entry:
    """What was last stamped: a hash of the content, the stamp, and the cards ever given."""

    hash: str
    stamp: int
    cards: frozenset[int] = frozenset()


Entries = Mapping[str, Entry]


@dataclass(frozen=True)
class Ledger:
    """Entries of notetypes (``term/en``), notes (``date/some-event``) and items (ids)."""

    notetypes: Entries = field(default_factory=dict)
    notes: Entries = field(default_factory=dict)
    items: Entries = field(default_factory=dict)

    @property
    def sections(self) -> dict[str, Entries]:
        """The parts of the file by their names, in its order."""
        return {"notetypes": self.notetypes, "notes": self.notes, "items": self.items}

    def latest(self, ids: Iterable[str]) -> int | None:
        """The latest stamp of these items; None where the ledger knows none of them."""
        return max((self.items[i].stamp for i in ids if i in self.items), default=None)

    @cached_property
    def hashes(self) -> dict[str, str]:
        """Id of an item (or HEADER, or SOURCES) -> the hash of its content."""
        return {name: entry.hash for name, entry in self.items.items()}

    @property
    def given(self) -> dict[str, frozenset[int]]:
        """The cards that students were ever given: name of the note -> ordinals."""
        return {name: entry.cards for name, entry in self.notes.items()}


SECTIONS = tuple(Ledger().sections)


@dataclass(frozen=True)
class Changes:
    """What a new ledger says that the old one did not, as names of entries."""

    new: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    """Entries stamped more than a day after now: some clock was wrong when they were."""

    def __bool__(self) -> bool:
        return bool(self.new or self.corrected)


def changes(before: Ledger, after: Ledger, now: int) -> Changes:
    """What is new and what was corrected in the notes, notetypes and items of ``after``."""
    new, corrected, ahead = [], [], []
    for section, entries in after.sections.items():
        old = before.sections[section]
        for name, entry in entries.items():
            told = f"{section} {name}"
            if name not in old:
                new.append(told)
            elif old[name] != entry:
                corrected.append(told)
            if entry.stamp > now + DAY:
                ahead.append(told)
    return Changes(tuple(new), tuple(corrected), tuple(ahead))


def dump(ledger: Ledger) -> str:
    """The text of a ledger: the same for the same entries, whatever their order was."""
    lines = ["{", f'"format": {FORMAT},']
    for section, entries in ledger.sections.items():
        lines.append(f'"{section}": {{')
        lines += [f"{_json(name)}: {line}," for name, line in _lines(entries)]
        lines += [f'"{_END}": "end"', "}," if section != SECTIONS[-1] else "}"]
    return "\n".join([*lines, "}", ""])


def parse(text: str) -> Ledger:
    """Reads a ledger. Raises LedgerError for anything that is not one."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
            raise LedgerError(
                f"line {number}: a merge left its marks in the ledger",
                "Run `studypack ledger`: it keeps both sides, each entry with its later stamp.",
            )
    try:
        data = json.loads(text, object_pairs_hook=_merged)
    except (ValueError, RecursionError) as error:
        raise LedgerError(f"the ledger is not JSON: {error}", _RESTORE) from None
    if not isinstance(data, dict):
        raise LedgerError("the ledger is not a JSON object", _RESTORE)
    found = data.get("format")
    if found != FORMAT or isinstance(found, bool):
        raise LedgerError(
            f"the ledger has format {json.dumps(found)}, this studypack reads format {FORMAT}",
            "It was written by another version of studypack; use that version or a newer one.",
        )
    unknown = sorted(set(data) - {"format", *SECTIONS})
    if unknown:
        raise LedgerError(f"the ledger has an unknown section {json.dumps(unknown[0])}", _RESTORE)
    return Ledger(**{section: _entries(section, data.get(section)) for section in SECTIONS})


_RESTORE = (
    "Restore the file from the repository. If it is lost, `studypack ledger --restamp` keeps what"
    " can be read and counts the rest as corrected: students lose their own tags and edits there."
)


def _lines(entries: Entries) -> Iterator[tuple[str, str]]:
    for name, entry in sorted(entries.items()):
        parts: list[Any] = [entry.hash, entry.stamp]
        if entry.cards:
            parts.append(sorted(entry.cards))
        yield name, _json(parts)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _merged(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object in which what stands twice is joined, as after a merge of two branches."""
    merged: dict[str, Any] = {}
    for name, written in pairs:
        value, other = entry_of(written) or written, merged.get(name)
        if isinstance(value, dict) and isinstance(other, dict):
            merged[name] = _merged([*other.items(), *value.items()])
        elif isinstance(value, Entry) and isinstance(other, Entry):
            merged[name] = later(value, other)
        else:
            merged[name] = value
    return merged


def later(one: Entry, other: Entry) -> Entry:
    """The entry with the larger stamp, with the cards of both.

    Where two branches stamped different content in the same second, neither hash can be
    trusted; without one, the next build stamps the note anew.
    """
    newer = max(one, other, key=lambda entry: entry.stamp)
    unsure = one.stamp == other.stamp and one.hash != other.hash
    return Entry("" if unsure else newer.hash, newer.stamp, one.cards | other.cards)


def entry_of(value: Any) -> Entry | None:
    """What JSON says as an entry: a hash, a stamp and perhaps a list of cards; else None."""
    match value:
        case [str(hashed), stamp]:
            cards: list[Any] = []
        case [str(hashed), stamp, list(cards)]:
            pass
        case _:
            return None
    whole = all(type(number) is int and 0 <= number <= LAST_SECOND for number in (stamp, *cards))
    return Entry(hashed, stamp, frozenset(cards)) if whole else None


def _entries(section: str, data: Any) -> Entries:
    if not isinstance(data, dict):
        raise LedgerError(f'the ledger has no section "{section}"', _RESTORE)
    entries: dict[str, Entry] = {}
    for name, value in data.items():
        if name == _END:
            continue
        if not isinstance(value, Entry):
            raise LedgerError(
                f'the entry {_json(name)} of "{section}" is not a hash, a stamp'
                f" and a list of cards: {_json(value)[:80]}",
                _RESTORE,
            )
        entries[name] = value
    return entries
