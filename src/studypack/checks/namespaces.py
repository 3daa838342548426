"""A rule about summaries that lie beside each other: the notes of each are its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from studypack.diagnostics import Diagnostic
from studypack.reading import Reading
from studypack.summary.header import Header
from studypack.summary.language import primary
from studypack.summary.summary import HEADER


def root(header: Header) -> tuple[str, str]:
    """What the guids of a deck's notes have in common: all that they are made of but a name."""
    return header.deck.namespace, primary(header.language)


def shared(
    summaries: Iterable[tuple[Path, Reading]],
) -> Iterator[tuple[tuple[Path, Path], Diagnostic]]:
    """Each two summaries in one folder whose notes would have the same guids, and the fault.

    It lies in the later one by their names. One folder under two names is no other summary.
    """
    first: dict[tuple[Path, str, str], Path] = {}
    for folder, reading in sorted(summaries, key=lambda row: _place(row[0])):
        if reading.summary is None:
            continue
        header = reading.summary.header
        other = first.setdefault((_place(folder).parent, *root(header)), folder)
        if other.resolve() == folder.resolve():
            continue
        message = (
            f'the summary "{_place(other).name}" has the namespace "{header.deck.namespace}" too:'
            " the deck that students import later overwrites their notes of the other"
        )
        hint = "Give the newer summary a namespace of its own, before students have its deck."
        where = reading.positions.at(HEADER, ("deck", "namespace"))
        yield (other, folder), Diagnostic("SP309", where, message, hint)


def _place(folder: Path) -> Path:
    """Where a folder lies; a link lies where it is named."""
    if folder.name in {"", ".."}:
        return folder.resolve()
    return folder.parent.resolve() / folder.name
