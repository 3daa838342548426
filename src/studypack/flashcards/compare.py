"""Two editions of a deck, note by note and word by word: new, corrected, withdrawn."""

from __future__ import annotations

import difflib
import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from studypack.flashcards.field_text import words_of
from studypack.flashcards.note import Note, hash_of
from studypack.flashcards.notetypes import NOTETYPES, TECHNICAL
from studypack.flashcards.tags import RETIRED

Run = tuple[Literal["", "-", "+"], str]
"""Words that stayed, went or came."""
_UNSAID = TECHNICAL | {"Picture", "Withdrawn"}
"""Fields whose changes a learner need not be told: they follow from others.

A picture follows from the date, which is told in its words only where nothing else is.
"""


@dataclass(frozen=True)
class Seen:
    """A note as an edition has it; of a ledger nothing is known but its hash."""

    name: str
    hash: str
    fields: Mapping[str, str] | None = None
    """HTML by the name of the field."""
    tags: tuple[str, ...] = ()

    @property
    def retired(self) -> bool:
        """Whether it was withdrawn."""
        return any(tag.endswith(f"::{RETIRED}") for tag in self.tags)

    @property
    def title(self) -> str:
        """What it is about, in the words of its first field."""
        return words_of(next(iter(self.fields.values()))) if self.fields else self.name

    @property
    def why(self) -> str:
        """Why it was withdrawn."""
        return words_of(self.fields.get("Withdrawn", "")) if self.fields else ""


Edition = Mapping[str, Seen]
"""Notes by name, in the order of learning."""


@dataclass(frozen=True)
class Changed:
    """A note that reads otherwise than before."""

    old: Seen
    new: Seen
    fields: tuple[tuple[str, tuple[Run, ...]], ...]
    """Name of the field -> its words, old and new."""

    @property
    def tags_came(self) -> tuple[str, ...]:
        """Tags that only the new edition has."""
        return tuple(tag for tag in self.new.tags if tag not in self.old.tags)

    @property
    def tags_went(self) -> tuple[str, ...]:
        """Tags that only the old edition had."""
        return tuple(tag for tag in self.old.tags if tag not in self.new.tags)


@dataclass(frozen=True)
class Differences:
    """What a new edition brings to those who have the old one."""

    new: tuple[Seen, ...] = ()
    corrected: tuple[Changed, ...] = ()
    withdrawn: tuple[Seen, ...] = ()
    absent: tuple[Seen, ...] = ()
    """Notes of the old edition that the new one does not have; students keep them."""

    def __bool__(self) -> bool:
        return bool(self.new or self.corrected or self.withdrawn or self.absent)


def seen(note: Note) -> Seen:
    """A note as it is compared."""
    fields = dict(zip(NOTETYPES[note.notetype].fields, note.fields, strict=True))
    return Seen(note.name, note.hash, fields, note.tags)


def seen_in_deck(notetype: str, fields: tuple[str, ...], tags: tuple[str, ...]) -> Seen:
    """A note read out of a deck: its name follows from its tag of the kind and its field Id."""
    named = dict(zip(NOTETYPES[notetype].fields, fields, strict=True))
    kinds = [tag.rsplit("::", 1)[1] for tag in tags if "::kind::" in tag]
    name = f"{kinds[0] if kinds else notetype}/{words_of(named['Id'])}"
    return Seen(name, hash_of(notetype, fields, tags), named, tags)


def compare(old: Edition, new: Edition) -> Differences:
    """What changed from one edition to another."""
    came = tuple(note for name, note in new.items() if name not in old and not note.retired)
    both = [(old[name], note) for name, note in new.items() if name in old]
    differing = [(before, after) for before, after in both if before.hash != after.hash]
    return Differences(
        new=came,
        corrected=tuple(
            _changed(before, after)
            for before, after in differing
            if before.retired or not after.retired
        ),
        withdrawn=tuple(
            after for before, after in differing if after.retired and not before.retired
        ),
        absent=tuple(note for name, note in old.items() if name not in new and not note.retired),
    )


def runs(old: str, new: str) -> tuple[Run, ...]:
    """The words of two texts, those that stayed, went and came in their order."""
    return tuple(_runs(old.split(), new.split()))


def _runs(old: list[str], new: list[str]) -> Iterator[Run]:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            yield "", " ".join(old[a:b])
            continue
        if a < b:
            yield "-", " ".join(old[a:b])
        if c < d:
            yield "+", " ".join(new[c:d])


def _changed(old: Seen, new: Seen) -> Changed:
    told: dict[tuple[Run, ...], str] = {}
    if old.fields is not None and new.fields is not None:
        for name, after in new.fields.items():
            before = old.fields.get(name, "")
            if name not in _UNSAID and before != after:
                words = runs(words_of(before), words_of(after))
                if any(mark for mark, _ in words):
                    told.setdefault(words, name)
        if not told and old.fields.get("Picture") != new.fields.get("Picture"):
            alts = (_alt(note.fields.get("Picture", "")) for note in (old, new) if note.fields)
            told[runs(*alts)] = "Timeline"
    return Changed(old, new, tuple((name, words) for words, name in told.items()))


def _alt(picture: str) -> str:
    """What a picture shows, in words."""
    found = _ALT.search(picture)
    return html.unescape(found[1]) if found else ""


_ALT = re.compile(r'\balt="([^"]*)"')
