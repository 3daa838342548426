"""Topics: what lies within what, and their tags and searches in Anki."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from studypack.summary.header import Header


def root_tag(header: Header) -> str:
    """The tag above all of a deck's: ``studypack::flood`` for the namespace ``studypack/flood``.

    Spaces end a tag, and other signs mean something to Anki's search: they become hyphens.
    """
    parts = unicodedata.normalize("NFC", header.deck.namespace).split("/")
    return "::".join(re.sub(r"[\W_]+", "-", part).strip("-") or "-" for part in parts)


def with_those_above(header: Header, topic: str) -> tuple[str, ...]:
    """A topic and those that it lies within, the widest first."""
    within = {t.id: t.within for t in header.topics}
    path = [topic]
    while (above := within.get(path[0])) is not None and above not in path:
        path.insert(0, above)
    return tuple(path)


def topic_tag(header: Header, topic: str) -> str:
    """The tag of a topic under those it lies within: ``studypack::flood::topic::war::sieges``."""
    return "::".join((root_tag(header), "topic", *with_those_above(header, topic)))


def search_for(header: Header, topics: Iterable[str]) -> str:
    """What to type into Anki's search to see the cards of these topics (and of those within)."""
    return " or ".join(f'"tag:{topic_tag(header, topic)}"' for topic in topics)
