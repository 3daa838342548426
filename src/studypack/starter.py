"""What a newcomer starts from: a small sample summary, or a course profile, to write over."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable
from pathlib import Path

from studypack import places
from studypack.catalogue import COURSES
from studypack.ledger import FILE, Ledger, dump
from studypack.schema import COURSE, FOLDER, line, schemas
from studypack.summary.base import ID_FORM
from studypack.writing import write_whole

_SAMPLE = "my-subject"
"""The id of the subject in the sample files."""


class CannotStartError(Exception):
    """Nothing was written; the message says why and what to do."""


def new_summary(decks: Path, name: str) -> list[Path]:
    """Writes a sample summary of this name, with an empty ledger; returns its files.

    Raises CannotStartError where the name will not do, something of that name is there, or
    nothing can be written.
    """
    _fits(name, "summary")
    folder = decks / name
    if folder.exists():
        raise CannotStartError(f"{folder} is there already; choose another name, or remove it")
    sample = places.templates() / "new/summary"
    files = {folder / FILE: dump(Ledger())}
    for path in sorted(sample.iterdir()):
        first = f"{line(1)}\n" if path.suffix == ".yaml" else ""
        files[folder / path.name] = first + path.read_text("utf-8").replace(_SAMPLE, name)
    return _written(decks, files)


def new_course(decks: Path, name: str, summaries: Iterable[str], summary: str = "") -> list[Path]:
    """Writes a profile of this name for one of the summaries: the named or the only one.

    Raises CannotStartError as ``new_summary`` does, and where it is not clear for which summary.
    """
    _fits(name, "course")
    known = list(summaries)
    if not known:
        raise CannotStartError(f"no summary in {decks}; begin with one: studypack new summary ID")
    there = f"there are: {', '.join(known)}"
    if summary and summary not in known:
        raise CannotStartError(f'there is no summary "{summary}" in {decks}; {there}')
    if not summary and len(known) != 1:
        raise CannotStartError(f"say for which summary, with --summary ID; {there}")
    path = decks / COURSES / f"{name}.yaml"
    if path.exists():
        raise CannotStartError(f"{path} is there already; choose another name, or edit the file")
    text = (places.templates() / "new/course.yaml").read_text("utf-8")
    text = f"{line(1, COURSE)}\n{text}"
    return _written(decks, {path: text.replace(_SAMPLE, summary or known[0])})


def write_schemas(folder: Path) -> list[Path]:
    """Writes the schemas into a folder. Raises CannotStartError where it cannot."""
    return _all_written({folder / name: text for name, text in schemas().items()})


def _fits(name: str, kind: str) -> None:
    if not re.fullmatch(ID_FORM, name):
        raise CannotStartError(
            f'"{name}" cannot name a {kind}; use small letters, digits and hyphens, at most 60,'
            " like river-1848"
        )
    if name == COURSES and kind == "summary":
        raise CannotStartError(
            f'"{COURSES}" cannot name a summary, since the profiles of courses lie in that folder;'
            " choose another name"
        )


def _written(decks: Path, files: dict[Path, str]) -> list[Path]:
    """Writes files, and beside them the schemas that their first lines name."""
    named = {decks / FOLDER / name: text for name, text in schemas().items()}
    _all_written(files | {path: text for path, text in named.items() if not path.exists()})
    return list(files)


def _all_written(files: dict[Path, str]) -> list[Path]:
    new = [path for path in files if not path.exists()]
    for path, text in files.items():
        try:
            write_whole(path, text.encode("utf-8"))
        except OSError as error:
            for begun in new:
                with contextlib.suppress(OSError):  # others' files are in it, or it is no folder
                    begun.unlink(missing_ok=True)
                    begun.parent.rmdir()
            raise CannotStartError(f"{path} cannot be written: {error.strerror}") from None
    return list(files)
