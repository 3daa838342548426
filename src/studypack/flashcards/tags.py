"""Tags: hierarchical, from the content alone, so that they are the same in every course's deck.

A changed tag replaces all tags of a student's note, their own too; so neither course nor term nor
week is ever a tag.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from studypack.summary.header import Header
from studypack.summary.items import Item
from studypack.summary.summary import Summary

RETIRED = "retired"


def root(header: Header) -> str:
    """The tag above all of a deck's: ``studypack::flood`` for the namespace ``studypack/flood``.

    Spaces end a tag, and other signs mean something to Anki's search: they become hyphens.
    """
    parts = unicodedata.normalize("NFC", header.deck.namespace).split("/")
    return "::".join(re.sub(r"[\W_]+", "-", part).strip("-") or "-" for part in parts)


def topic_tag(header: Header, topic: str) -> str:
    """The tag of a topic under those it lies within: ``studypack::flood::topic::war::sieges``."""
    within = {t.id: t.within for t in header.topics}
    path = [topic]
    while (above := within.get(path[0])) is not None and above not in path:
        path.insert(0, above)
    return "::".join((root(header), "topic", *path))


def search_for(header: Header, topics: Iterable[str]) -> str:
    """What to type into Anki's search to see the cards of these topics (and of those within)."""
    return " or ".join(f'"tag:{topic_tag(header, topic)}"' for topic in topics)


def tags_of(summary: Summary, kind: str, items: Iterable[Item], *, retired: bool) -> list[str]:
    """The tags of a note of this kind that rests on these items; its importance is the least."""
    top = root(summary.header)
    items = tuple(items)
    tags = {f"{top}::kind::{kind}", f"{top}::importance::{max(i.importance for i in items)}"}
    for item in items:
        tags |= {topic_tag(summary.header, topic) for topic in item.topics}
        tags |= {f"{top}::crisis::{crisis}" for crisis in summary.crises_of(item)}
        theatre = getattr(item, "theatre", None)
        if theatre:
            tags.add(f"{top}::theatre::{theatre}")
    if retired:
        tags.add(f"{top}::{RETIRED}")
    return sorted(tags)
