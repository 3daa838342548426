"""A course profile, ``decks/courses/<id>.yaml``."""

from __future__ import annotations

from pathlib import Path

from studypack.diagnostics import Diagnostic, Mark
from studypack.reading.files import read_text
from studypack.reading.shape import shaped
from studypack.reading.tree import read_yaml
from studypack.summary.course import Course


def read_course(path: Path) -> tuple[Course | None, list[Diagnostic]]:
    """The profile in a file; its id is the name of the file."""
    file = read_text(path)
    if isinstance(file, Diagnostic):
        return None, [file]
    tree, found = read_yaml(file.text, file.name)
    if found:
        return None, found
    if not isinstance(tree.value, dict):
        return None, [Diagnostic("SP103", Mark(file.name, 1, 1), "a profile holds fields")]
    return shaped(Course, tree, (), {"id": path.stem, **tree.value}, file.name)
