"""A course profile, ``decks/courses/<id>.yaml``, and what the command line sets above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from studypack.diagnostics import Diagnostic, Mark
from studypack.reading.files import read_content
from studypack.reading.shape import shaped
from studypack.reading.tree import Path as TreePath
from studypack.reading.tree import Tree, read_yaml
from studypack.summary.base import ID_FORM
from studypack.summary.course import Course

_FIELDS = "Begin it with `summary:` and the name of the summary's folder."


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


@dataclass(frozen=True)
class Setting:
    """``--set a.b=c``: a field of the profile and the value, in YAML, that it gets."""

    path: tuple[str, ...]
    text: str

    @classmethod
    def parse(cls, given: str) -> Setting:
        """Raises ValueError where there is no equals sign, or no field that can be set."""
        name, equals, text = given.partition("=")
        path = tuple(part.strip() for part in name.split("."))
        if not equals or not all(path):
            raise ValueError(f"{given!r} is not of the form field=value or field.field=value")
        if path[0] in {"id", "summary"}:
            raise ValueError(f"`{path[0]}` tells which course it is and stays as it is")
        return cls(path, text)

    @property
    def where(self) -> str:
        """How diagnostics name the place."""
        return f"--set {'.'.join(self.path)}"


def read_course(path: Path, settings: Iterable[Setting] = ()) -> CourseReading:
    """The profile in a file, with the settings above it; its id is the name of the file."""
    name = str(path)
    file = read_content(path, within=path.parent)
    if isinstance(file, Diagnostic):
        return CourseReading(None, [file], name)
    tree, found = read_yaml(file.text, file.name)
    if found:
        return CourseReading(None, found, name, tree)
    if not isinstance(tree.value, dict):
        where = Mark(name, 1, 1)
        return CourseReading(
            None, [Diagnostic("SP103", where, "a profile holds fields", _FIELDS)], name
        )
    given = tree.value.get("id", path.stem)
    course_id = "" if given is None else str(given)
    if course_id != path.stem:
        message = f'the id is "{course_id}", the file is called "{path.stem}"'
        where = tree.mark(("id",)) or Mark(name)
        hint = "The name of the file is the id; leave `id` out, or rename the file."
        return CourseReading(None, [Diagnostic("SP103", where, message, hint)], name, tree)
    if not re.fullmatch(ID_FORM, course_id):
        message = "the name of the file cannot be the id of a course"
        hint = "Rename it: small letters, digits and hyphens, at most 60."
        return CourseReading(None, [Diagnostic("SP103", Mark(name), message, hint)], name, tree)
    return _course(tree, {**tree.value, "id": path.stem}, name, settings)


def unwritten_course(row: Mapping[str, Any], settings: Iterable[Setting] = ()) -> CourseReading:
    """The course of a summary for which no profile is written, with the settings above it."""
    return _course(Tree(value=row), row, "--set", settings)


def _course(
    tree: Tree, row: Mapping[str, Any], name: str, settings: Iterable[Setting]
) -> CourseReading:
    found: list[Diagnostic] = []
    for setting in settings:
        row, wrong = _with(row, setting, tree)
        found += wrong
    if found:
        return CourseReading(None, found, name, tree)
    course, found = shaped(Course, tree, (), row, name)
    return CourseReading(course, found, name, tree)


def _value(setting: Setting) -> tuple[Tree, list[Diagnostic]]:
    """The value as YAML reads it; words with a colon or a number sign in them are just words."""
    text = setting.text.strip()
    if not text:
        return Tree(None, {(): Mark(setting.where)}), []
    if text[:1] not in tuple("[{\"'") and _SIGNS.search(text):
        return Tree(text, {(): Mark(setting.where)}), []
    return read_yaml(setting.text, setting.where)


_SIGNS = re.compile(r"(^|\s)#|:(\s|$)")
"""What begins a comment in YAML, or ends a key."""


def _with(
    row: Mapping[str, Any], setting: Setting, tree: Tree
) -> tuple[Mapping[str, Any], list[Diagnostic]]:
    """The fields with one of them set; the tree learns where it came from."""
    given, found = _value(setting)
    where = Mark(setting.where)
    result = inner = dict(row)
    for depth, step in enumerate(setting.path[:-1], 1):
        below = inner.get(step)
        if not isinstance(below, dict):
            tree.values_at[setting.path[:depth]] = where
            below = {}
        inner[step] = dict(below)
        inner = inner[step]
    inner[setting.path[-1]] = given.value
    for known in [known for known in tree.values_at if known[: len(setting.path)] == setting.path]:
        del tree.values_at[known]
    tree.values_at |= {(*setting.path, *path): where for path in given.values_at}
    tree.keys_at[setting.path] = where
    return result, found
