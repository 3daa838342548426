"""Files in a folder of decks that nothing reads, though they may have been meant to be read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from studypack.diagnostics import Diagnostic, Mark, Severity

READ = (".yaml", ".yml", ".md")
"""How the files of a summary end."""
_BESIDE = {"readme", "license", "licence", "changes"}
"""What may lie beside the files of a summary, whatever its ending."""
_SOURCES = "sources.json"
_DATA = {"ledger.json", _SOURCES}


def beside(path: Path) -> bool:
    """Whether a file is about the folder, and no part of its summary."""
    return path.stem.lower() in _BESIDE


def unread(folder: Path) -> Iterator[Diagnostic]:
    """A warning for each file in a summary's folder that is not read."""
    for place, folders, names in os.walk(folder):
        folders[:] = [n for n in folders if not n.startswith(".") and not n.endswith(READ)]
        data = _DATA if Path(place) == folder else set()
        for path in (Path(place, name) for name in names if not _passed_over(name)):
            if path.suffix in READ or path.name in data or beside(path):
                continue
            if path.suffix.lower() == ".json" and not path.stem.lower().startswith("ledger"):
                why = f"the sources are read from {_SOURCES} in the folder of the summary"
                yield _told(path, why, "" if Path(place) != folder else _SOURCES)
            else:
                yield _told(path, f"files of a summary end in {', '.join(READ)}")


def unread_beside(decks: Path, courses: str) -> Iterator[Diagnostic]:
    """A warning for each file directly in a folder of decks, or in that of its courses, that looks
    like a part of a summary or like a profile and is none.
    """
    for path in _files(decks):
        if _meant(path) and not beside(path):
            yield _told(path, "a summary is a folder here, and its files lie in it")
    for path in _files(decks / courses):
        if _meant(path) and path.suffix != ".yaml" and not beside(path):
            yield _told(path, "the name of a profile ends in .yaml")


def _files(folder: Path) -> list[Path]:
    try:
        paths = [path for path in folder.iterdir() if path.is_file()]
    except OSError:  # told where it is read, if it need be there at all
        return []
    return sorted(path for path in paths if not _passed_over(path.name))


def _meant(path: Path) -> bool:
    """Whether one of a name's endings is that of a file that is read."""
    return any(ending.lower() in READ for ending in path.suffixes)


def _passed_over(name: str) -> bool:
    """Whether a file is hidden, or an editor's copy of another."""
    return name.startswith((".", "~")) or name.endswith("~")


def _told(path: Path, why: str, better: str = "") -> Diagnostic:
    ending = next((e for e in reversed(path.suffixes) if e.lower() in READ), "")
    if not better:
        better = path.name.partition(ending)[0] + ending.lower() if ending else path.name
    rename = "" if path.with_name(better).exists() else f" Rename it to {better}."
    hint = f"It is left alone: {why}.{rename}"
    return Diagnostic("SP012", Mark(str(path)), "this file is not read", hint, Severity.WARNING)
