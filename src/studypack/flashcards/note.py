"""A note: what is handed to Anki, and who it is."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

from studypack.flashcards.media import Media
from studypack.flashcards.notetypes import NOTETYPES
from studypack.summary.language import primary


@dataclass(frozen=True)
class Ask:
    """One card in plain words: the template that asks, the question, the answer."""

    template: str
    question: str
    answer: str


@dataclass(frozen=True)
class Note:
    """One note. All of it comes from the whole summary, nothing from a course.

    ``name`` says which note of which item it is (``date/some-event``,
    ``effect/some-event/another``) and never changes; ``items`` are those it rests on.
    """

    name: str
    guid: str
    notetype: str
    fields: tuple[str, ...]
    """HTML, in the order of the notetype's fields."""
    tags: tuple[str, ...]
    asks: tuple[Ask, ...]
    items: tuple[str, ...]
    retired: bool = False
    """It stays for the students who have it; new ones meet it last."""
    due: int = 0
    """Its place in the queue of new cards, from 1."""
    media: tuple[Media, ...] = ()
    """The files that its fields show."""

    @property
    def ordinals(self) -> tuple[int, ...]:
        """Which templates of its notetype make a card."""
        templates = NOTETYPES[self.notetype].templates
        return tuple(templates.index(ask.template) for ask in self.asks)

    @cached_property
    def hash(self) -> str:
        """A hash of all that a student would see change: fields, tags, and media by their names."""
        return hash_of(self.notetype, self.fields, self.tags)

    def field(self, name: str) -> str:
        """The HTML of one field."""
        return self.fields[NOTETYPES[self.notetype].fields.index(name)]


def hash_of(notetype: str, fields: tuple[str, ...], tags: tuple[str, ...]) -> str:
    """The hash of a note with these fields and tags."""
    seen = json.dumps([notetype, fields, tags], ensure_ascii=False)
    return hashlib.sha256(seen.encode("utf-8")).hexdigest()[:20]


def guid_of(namespace: str, language: str, name: str) -> str:
    """A note's guid: 80 bits of a hash of its names, never of its content."""
    known = "\x1f".join((namespace, primary(language), name))
    return hashlib.sha256(known.encode("utf-8")).hexdigest()[:20]
