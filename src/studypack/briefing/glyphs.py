"""Characters that the fonts lack, found before anything is set, with the item that holds them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from studypack import typesetting
from studypack.diagnostics import Diagnostic, Mark
from studypack.select import Pack


def missing_glyphs(pack: Pack) -> list[Diagnostic]:
    """One finding for each character and item; retired items are not printed and not looked at."""
    summary = pack.summary
    owners: list[tuple[str, Any]] = [
        *((item.id, item) for item in summary.items() if not item.retired),
        *((source.id, source) for source in summary.sources),
        (summary.id, summary.header),
        (pack.course.id, pack.course),
    ]
    return [
        Diagnostic(
            "SP402",
            Mark(owner),
            f"no font has the character {character} (U+{ord(character):04X},"
            f" {unicodedata.name(character, 'without a name')}) in ‘{words.strip()}’",
            "Write it in letters that the bundled fonts have: Latin, Greek, Cyrillic, IPA.",
        )
        for owner, content in owners
        for character, words in _missing(content).items()
    ]


def _missing(content: Any) -> dict[str, str]:
    return typesetting.missing_glyphs("\n".join(_strings(content)))


def _strings(value: Any) -> Iterator[str]:
    """Every string of a record, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _strings(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
