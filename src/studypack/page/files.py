"""The files of a folder of packs, as a page sees them: its own name, and what lies beside it."""

from __future__ import annotations

from dataclasses import dataclass

INDEX = "index.html"


def own_name(pack_name: str) -> str:
    """The page of a pack that shares its folder."""
    return f"{pack_name}.html"


@dataclass(frozen=True)
class Lying:
    """A file of the pack that lies in its folder."""

    name: str
    sha256: str
    bytes: int
    is_picture: bool = False


@dataclass(frozen=True)
class Neighbour:
    """A pack that shares the folder of another."""

    name: str
    title: str
    language: str
