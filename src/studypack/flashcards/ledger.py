"""Stamps: the ledger brought up to date with what the cards of a summary say and look like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from studypack.digest import digest
from studypack.flashcards import faces
from studypack.flashcards.note import Note
from studypack.flashcards.notes import notes_of
from studypack.ledger import Entries, Entry, Ledger
from studypack.summary.summary import HEADER, SOURCES, Summary


def updated(
    ledger: Ledger, summary: Summary, now: int, notes: Iterable[Note] | None = None
) -> Ledger:
    """The ledger brought up to date with a whole summary and with the card templates.

    What is unchanged keeps its stamp; what changed gets ``now``, or its old stamp + 1 where
    ``now`` is not later. Equal to the old ledger where nothing changed. ``notes`` are those of
    the summary for the cards that the ledger knows as given, where they are at hand.
    """
    language = summary.header.language
    notes = notes_of(summary, ledger.given) if notes is None else notes
    return Ledger(
        notetypes=_stamped(ledger.notetypes, faces.hashes(language).items(), now),
        notes=_notes_stamped(ledger.notes, notes, now),
        items=_stamped(ledger.items, _item_hashes(summary), now),
    )


def stale(ledger: Ledger, notes: Iterable[Note], language: str) -> list[str]:
    """Names of notes and notetypes whose entry is missing or not that of their content."""
    known = [(note.name, note.hash, ledger.notes) for note in notes]
    known += [(name, hashed, ledger.notetypes) for name, hashed in faces.hashes(language).items()]
    return [name for name, hashed, entries in known if not _matches(entries.get(name), hashed)]


def _stamped(old: Entries, hashes: Iterable[tuple[str, str]], now: int) -> Entries:
    entries = dict(old)
    for name, found in hashes:
        entries[name] = _next(old.get(name), found, now)
    return entries


def _notes_stamped(old: Entries, notes: Iterable[Note], now: int) -> Entries:
    entries = dict(old)
    for note in notes:
        before = old.get(note.name)
        cards = frozenset(note.ordinals) | (before.cards if before else frozenset())
        entries[note.name] = replace(_next(before, note.hash, now), cards=cards)
    return entries


def _next(old: Entry | None, hashed: str, now: int) -> Entry:
    if old is None:
        return Entry(hashed, now)
    if old.hash == hashed:
        return old
    return Entry(hashed, max(now, old.stamp + 1))


def _matches(entry: Entry | None, hashed: str) -> bool:
    return entry is not None and entry.hash == hashed


def _item_hashes(summary: Summary) -> Iterator[tuple[str, str]]:
    for item in summary.items():
        yield item.id, digest(_content(item))
    yield HEADER, digest(_content(summary.header))
    yield SOURCES, digest([_content(source) for source in summary.sources])


def _content(model: BaseModel) -> Any:
    """What an author wrote. Defaults are left out: a new optional field must change no hash."""
    return model.model_dump(mode="json", exclude_defaults=True)
