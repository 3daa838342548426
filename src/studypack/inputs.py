"""What an output is made from, as digests by name: where none changed, the bytes are the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping

from studypack.digest import digest
from studypack.select import Pack
from studypack.summary.items import Item

Inputs = dict[str, str]
"""Items stand under their ids; all else under names that no id can be, with a space or a slash."""
SHORT = 60
"""A wish of a course of up to so many letters stands for itself, so that a reader sees it."""


def of_course(pack: Pack, fields: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The wishes of a course in these fields, and the files that it names in them."""
    wishes = pack.course.model_dump(mode="json", include=set(fields), exclude_defaults=True)
    for name, value in wishes.items():
        text = json.dumps(value, ensure_ascii=False)
        yield f"course {name}", text if len(text) <= SHORT else digest(value)
    for name in (*wishes.get("fonts", ()), wishes.get("logo", "")):
        if name in pack.assets:
            yield f"file {name}", hashlib.sha256(pack.assets[name]).hexdigest()[:20]


def of_hashes(items: Iterable[Item], hashes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each of the items as a whole, by the hashes of the ledger.

    One that is retired has no entry anywhere, but what still names it prints its name.
    """
    for item in items:
        yield item.id, hashes[item.id]
