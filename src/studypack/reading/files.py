"""Text files from disk, with a diagnostic for each that cannot be read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from studypack.diagnostics import Diagnostic, Mark

EMPTY = "SP008"
MAX_BYTES = 5_000_000
"""Far above what anyone writes by hand; a larger file is a mistake or an attack."""
_MERGE = re.compile("<{7} |>{7} ")


@dataclass(frozen=True)
class TextFile:
    """A file's text, under the name that diagnostics print."""

    name: str
    path: Path
    text: str


def text_files(
    folder: Path, suffixes: Iterable[str], *, within: Path | None = None
) -> tuple[list[TextFile], list[Diagnostic]]:
    """All files of a folder and its subfolders with one of the suffixes, in order of their paths.

    Symbolic links that lead out of the folder are refused.
    """
    root = within or folder
    wanted = set(suffixes)
    files, found = [], []
    try:
        paths = sorted(p for p in folder.rglob("*") if p.suffix in wanted)
    except OSError as error:
        hint = "Check that you may read the folder."
        where = Mark(str(folder))
        return [], [Diagnostic("SP001", where, f"cannot be read: {error.strerror}", hint)]
    for path in paths:
        if any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        file = read_content(path, within=root)
        if isinstance(file, Diagnostic):
            found.append(file)
        else:
            files.append(file)
    return files, found


def read_content(path: Path, *, within: Path) -> TextFile | Diagnostic:
    """The same for a file that people write: one that a merge has left in two versions is wrong."""
    file = read_text(path, within=within)
    if isinstance(file, Diagnostic):
        return file
    marks = [n for n, line in enumerate(file.text.splitlines(), 1) if _MERGE.match(line)]
    if not marks:
        return file
    hint = "Keep one of the two versions, and remove the lines with <<<<<<<, ======= and >>>>>>>."
    return Diagnostic("SP014", Mark(file.name, marks[0], 1), "a merge left its marks", hint)


def read_text(path: Path, *, within: Path | None = None) -> TextFile | Diagnostic:
    """One file, or what is wrong with it; a link may not lead out of the folder ``within``.

    Lines end in a line feed, however the file ends them.
    """
    where = Mark(str(path))
    # realpath, unlike Path.resolve, has no exception of its own for a link that leads to itself
    if within and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(within)):
        return Diagnostic(
            "SP001",
            where,
            "a link that leads out of the folder",
            "Put the file itself into the folder.",
        )
    try:
        if path.is_dir():
            return Diagnostic(
                "SP001",
                where,
                "is a folder, where a file is needed",
                f"Rename the folder, so that its name does not end in {path.suffix}.",
            )
        if path.exists() and not path.is_file():
            return Diagnostic("SP001", where, "is no ordinary file", "Remove it from the folder.")
        if path.stat().st_size > MAX_BYTES:
            size = path.stat().st_size // 1_000_000
            return Diagnostic(
                "SP002",
                where,
                f"{size} MB is too large; at most {MAX_BYTES // 1_000_000} MB",
                "Split the file; a summary may have as many files as you like.",
            )
        data = path.read_bytes()
    except OSError as error:
        return Diagnostic(
            "SP001",
            where,
            f"cannot be read: {error.strerror}",
            "Check that the file exists and that you may read it.",
        )
    if b"\0" in data:
        return Diagnostic(
            "SP002",
            where,
            "is not a text file",
            "Remove it from the folder, or save it as plain text in UTF-8.",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        return Diagnostic(
            "SP002",
            Mark(str(path), line, column),
            "is not UTF-8 text",
            "Save the file again with the encoding UTF-8.",
        )
    if not text.strip():
        return Diagnostic(EMPTY, where, "is empty", "Write something into it, or delete it.")
    return TextFile(str(path), path, re.sub(r"\r\n?", "\n", text))
