"""A course profile, ``decks/courses/<id>.yaml``."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from studypack.diagnostics import Diagnostic, Mark
from studypack.reading.files import read_text
from studypack.reading.shape import shaped
from studypack.reading.tree import Path as TreePath
from studypack.reading.tree import Tree, read_yaml
from studypack.summary.course import Course


@dataclass(frozen=True)
class CourseReading:
    """What came of reading a profile: the course unless it has errors, places, findings."""

    course: Course | None
    diagnostics: list[Diagnostic]
    file: str
    tree: Tree = field(default_factory=Tree)

    def at(self, path: TreePath) -> Mark:
        """Where a field of the profile stands."""
        return self.tree.mark(path) or Mark(self.file)


def read_course(path: Path) -> CourseReading:
    """The profile in a file; its id is the name of the file."""
    name = str(path)
    file = read_text(path)
    if isinstance(file, Diagnostic):
        return CourseReading(None, [file], name)
    tree, found = read_yaml(file.text, file.name)
    if found:
        return CourseReading(None, found, name, tree)
    if not isinstance(tree.value, dict):
        where = Mark(name, 1, 1)
        return CourseReading(None, [Diagnostic("SP103", where, "a profile holds fields")], name)
    course, found = shaped(Course, tree, (), {"id": path.stem, **tree.value}, file.name)
    return CourseReading(course, found, name, tree)
