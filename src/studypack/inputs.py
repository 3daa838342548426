"""What an output is made from, as digests by name: where none changed, the bytes are the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping

from studypack.digest import digest
from studypack.select import Pack
from studypack.summary.items import Item

Inputs = dict[str, str]
SHORT = 60
"""A wish of a course of up to so many letters stands for itself, so that a reader sees it."""


def of_course(pack: Pack, fields: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The wishes of a course in these fields, and the files that it names."""
    wishes = pack.course.model_dump(mode="json", include=set(fields), exclude_defaults=True)
    for name, value in wishes.items():
        text = json.dumps(value, ensure_ascii=False)
        yield f"course {name}", text if len(text) <= SHORT else digest(value)
    for name, data in pack.assets.items():
        yield f"file {name}", hashlib.sha256(data).hexdigest()[:20]


def of_hashes(items: Iterable[Item], hashes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each of the items as a whole, by the hashes of the ledger."""
    for item in items:
        if not item.retired:
            yield item.id, hashes[item.id]
