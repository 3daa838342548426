"""Characters that the fonts lack, found before anything is set, with the item that holds them."""

from __future__ import annotations

import unicodedata

from studypack.diagnostics import Diagnostic, Mark
from studypack.fonts import missing_glyphs
from studypack.select import Pack
from studypack.summary.base import Model
from studypack.summary.walk import strings

_HINT = "Write it in letters that the bundled fonts have: Latin, Greek, Cyrillic, IPA."


def unprintable(pack: Pack) -> list[Diagnostic]:
    """One finding for each character and item; retired items are not printed and not looked at."""
    summary = pack.summary
    owners: list[tuple[str, Model]] = [
        *((item.id, item) for item in summary.items() if not item.retired),
        (summary.id, summary.header),
        (pack.course.id, pack.course),
    ]
    texts = [(owner, "\n".join(value for _, value in strings(model))) for owner, model in owners]
    texts += [
        (source.id, "\n".join(str(value) for value in source.model_dump().values()))
        for source in summary.sources
    ]
    return [
        Diagnostic("SP404", Mark(owner), f"no font has the character {_named(character)}", _HINT)
        for owner, text in texts
        for character in missing_glyphs(text)
    ]


def _named(character: str) -> str:
    name = unicodedata.name(character, "")
    return f"'{character}' (U+{ord(character):04X}{f', {name}' if name else ''})"
