"""Tags: hierarchical, from the content alone, so that they are the same in every course's deck.

A changed tag replaces all tags of a student's note, their own too; so neither course nor term nor
week is ever a tag.
"""

from __future__ import annotations

from collections.abc import Iterable

from studypack.summary.items import Item
from studypack.summary.summary import Summary
from studypack.summary.topics import root_tag, topic_tag

RETIRED = "retired"


def tags_of(summary: Summary, kind: str, items: Iterable[Item], *, retired: bool) -> list[str]:
    """The tags of a note of this kind that rests on these items; its importance is the least."""
    top = root_tag(summary.header)
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
