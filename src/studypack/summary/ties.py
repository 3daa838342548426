"""Polish words that must not end a line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from studypack.summary.plural import Plural

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Words = TypeVar("Words", bound="DataclassInstance")

_LONELY = re.compile(r"(?<!\w)([aiouwz]) ", re.IGNORECASE)


def tied(words: Words) -> Words:
    """A table of Polish words in which each word of one letter stays with the next one.

    Polish typesetters leave none of "a i o u w z" at the end of a line.
    """
    return replace(words, **{f.name: _tied(getattr(words, f.name)) for f in fields(words)})


def _tied(value: object) -> object:
    match value:
        case str():
            return _LONELY.sub("\\1\N{NO-BREAK SPACE}", value)
        case tuple():
            return tuple(_tied(part) for part in value)
        case Mapping():
            return MappingProxyType({key: _tied(part) for key, part in value.items()})
        case Plural():
            return tied(value)
    return value
