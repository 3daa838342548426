"""The manifest of a pack: what its files were made from, and what they were when made.

It has no clock in it: the same packs have the same manifest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from studypack.digest import digest
from studypack.product import Product
from studypack.writing import write_whole

FORMAT = 1
_TOLD = ("course ", "library ")
"""Names of inputs whose values say something to a reader."""


@dataclass(frozen=True)
class FileEntry:
    """A file as it was written."""

    name: Annotated[str, Field(pattern=r"^[^/\\\x00]*[^/\\\x00.][^/\\\x00]*$")]
    """In the folder of the manifest itself: who edits a manifest cannot point out of it."""
    sha256: str
    bytes: int
    holds: str
    notes: tuple[str, ...] = ()

    @property
    def is_picture(self) -> bool:
        """Whether it is a part of the pack's web page and not a file to hand out."""
        return not self.holds

    @classmethod
    def of(cls, product: Product) -> FileEntry:
        """The entry of a finished file."""
        sha = hashlib.sha256(product.data).hexdigest()
        return cls(product.name, sha, len(product.data), product.amount, product.notes)


@dataclass(frozen=True)
class OutputEntry:
    """An output: the digests of all that it was made from, by name, and its files."""

    inputs: dict[str, str]
    files: tuple[FileEntry, ...]


@dataclass(frozen=True)
class Manifest:
    """What stands in a pack's ``manifest.json``."""

    format: int
    course: str
    summary: str
    changed: str = ""
    """The date that the pack prints: that of the latest change in what it contains."""
    versions: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, OutputEntry] = field(default_factory=dict)


_ADAPTER = TypeAdapter(Manifest)


def key_of(inputs: Mapping[str, str]) -> str:
    """The name under which equal outputs are known."""
    return digest(dict(inputs))


def manifest_name(pack_name: str) -> str:
    """The file of a pack's manifest; a folder can hold the packs of two summaries."""
    return f"{pack_name}-manifest.json"


def read_manifest(path: Path) -> Manifest | None:
    """A manifest; None where there is none, or none that can be used."""
    try:
        found = _ADAPTER.validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None  # it is made anew, and so is what it would have told about
    return found if found.format == FORMAT else None


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Writes a manifest. Raises OSError where it cannot."""
    data = json.dumps(_ADAPTER.dump_python(manifest), ensure_ascii=False, indent=1, sort_keys=True)
    write_whole(path, data.encode("utf-8") + b"\n")


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """What changed between two sets of inputs, in words."""
    if before == after:
        return
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        if name.startswith(_TOLD):
            yield f"{name} was {old or 'not set'}, is {new or 'not set'}"
        else:
            yield f"{name} {'is new' if old is None else 'is gone' if new is None else 'changed'}"
