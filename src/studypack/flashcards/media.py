"""Files that cards show: what they are, and what a deck refuses."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

_SOURCE = re.compile(
    r"""<[a-z]+\s[^>]*?\b(?:src|href|data)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""", re.I
)
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*-[0-9a-f]{16}\.[a-z0-9]+")


@dataclass(frozen=True)
class Media:
    """A file beside the cards.

    Its name ends in a hash of its bytes: Anki never replaces a file, so another content needs
    another name. ``alt`` says what it shows, ``licence`` under which terms it may be copied.
    """

    name: str
    data: bytes
    alt: str
    licence: str

    @property
    def image(self) -> str:
        """The file as a field shows it."""
        return f'<img src="{self.name}" alt="{html.escape(self.alt)}">'


class Showing(Protocol):
    """Something with fields (HTML) and the media that they show: a note."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def fields(self) -> tuple[str, ...]:
        """HTML."""

    @property
    def media(self) -> tuple[Media, ...]:
        """The files that stand in the fields."""


def named(stem: str, suffix: str, data: bytes) -> str:
    """The name of a file with this content: ``timeline-0123456789abcdef.svg``."""
    return f"{stem}-{hashlib.sha256(data).hexdigest()[:16]}.{suffix}"


def gathered(notes: Iterable[Showing]) -> dict[str, Media]:
    """All media of notes under their names, each once, in the order of their names."""
    found = {media.name: media for note in notes for media in note.media}
    return dict(sorted(found.items()))


def faults(notes: Iterable[Showing]) -> list[str]:
    """What is wrong with the media of notes, one sentence each; nothing where all is well."""
    said: dict[str, None] = {}
    seen: dict[str, Media] = {}
    for note in notes:
        for media in note.media:
            other = seen.setdefault(media.name.casefold(), media)
            if other.data != media.data or other.name != media.name:
                said[f"two different files are called {media.name}"] = None
            stem, _, suffix = media.name.rpartition(".")
            if not _NAME.fullmatch(media.name) or media.name != named(
                stem.rpartition("-")[0], suffix, media.data
            ):
                said[f"the name {media.name} has no hash of its content"] = None
            if not media.licence:
                said[f"the file {media.name} names no licence"] = None
            if not media.alt:
                said[f"the file {media.name} has no description for those who cannot see it"] = None
        names = {media.name for media in note.media}
        for field in note.fields:
            if "=" not in field:
                continue
            for found in _SOURCE.findall(field):
                source = html.unescape(found.strip("\"'"))
                if source not in names:
                    said[f"the note {note.name} shows {source[:40]}, which is no file of it"] = None
    return list(said)
