"""Which summaries and courses there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from studypack import places
from studypack.checks import Pages, check, check_course
from studypack.diagnostics import Diagnostic
from studypack.guess import did_you_mean
from studypack.reading import CourseReading, Reading, read_course, read_summary
from studypack.select import full_course
from studypack.summary.course import Course
from studypack.summary.summary import Summary

COURSES = "courses"
"""The folder of profiles beside the summaries; no summary can have this id."""


@dataclass(frozen=True)
class Target:
    """A course to be built, and the folder of its summary; ``profile`` where one is written."""

    course: Course
    folder: Path
    profile: CourseReading | None = None


class NotThereError(Exception):
    """Something was asked for that does not exist; the message says what there is."""


def needs_folder(folder: Path) -> None:
    """Raises NotThereError where there is no such folder."""
    if not folder.is_dir():
        if folder.is_file():
            raise NotThereError(f"{folder} is a file; name the folder it lies in")
        raise NotThereError(f"there is no folder {folder}")


def decks_folder(given: Path | None) -> Path:
    """The folder of summaries: the one given, else ./decks, else the packaged one."""
    if given is not None:
        needs_folder(given)
        return given
    local = Path("decks")
    return local if local.is_dir() else places.packaged_decks()


def summary_folders(decks: Path) -> list[Path]:
    """Every summary in a folder of decks."""
    return sorted(
        p
        for p in decks.iterdir()
        if p.is_dir() and p.name != COURSES and not p.name.startswith((".", "_"))
    )


def only_summary(decks: Path) -> Path | None:
    """The summary of a folder of decks that holds just one."""
    folders = summary_folders(decks)
    return folders[0] if len(folders) == 1 else None


def targets(decks: Path, names: Iterable[str]) -> tuple[list[Target], list[Diagnostic]]:
    """The courses of these names, all if none is named.

    A summary without a profile has one course, ``full``, that takes everything.
    """
    folders = {folder.name: folder for folder in summary_folders(decks)}
    if not folders:
        raise NotThereError(f"no summary in {decks}; a summary is a folder with YAML files in it")
    found: list[Diagnostic] = []
    every: list[Target] = []
    broken: set[str] = set()
    for path in sorted((decks / COURSES).glob("*.yaml")):
        profile = read_course(path)
        course = profile.course
        found += profile.diagnostics
        if course is None:
            broken.add(path.stem)
        elif course.summary not in folders:
            message = f'unknown summary "{course.summary}"{did_you_mean(course.summary, folders)}'
            found.append(
                Diagnostic(
                    "SP301", profile.at(("summary",)), message, f"There are: {', '.join(folders)}."
                )
            )
            broken.add(path.stem)
        else:
            every.append(Target(course, folders[course.summary], profile))
    profiled = {target.folder.name for target in every}
    every += [
        Target(full_course(name), folder)
        for name, folder in folders.items()
        if name not in profiled
    ]
    wanted = list(names)
    if not wanted:
        return every, found
    known = {target.course.id for target in every} | broken
    for name in wanted:
        if name not in known:
            raise NotThereError(
                f'there is no course "{name}"{did_you_mean(name, known)}'
                f" Courses: {', '.join(sorted(known))}."
            )
    return [t for t in every if t.course.id in wanted], [
        d for d in found if Path(d.where.file).stem in wanted
    ]


def examined(
    folders: Iterable[Path], courses: Iterable[Target], sources: Mapping[str, Pages]
) -> tuple[list[Reading], list[Diagnostic]]:
    """What these summaries and the profiles of these courses say, and all findings about them."""
    readings, found = [], []
    for folder in folders:
        reading = read_summary(folder)
        readings.append(reading)
        found += check(reading, sources)
        if reading.summary:
            for target in courses:
                if target.folder == folder:
                    found += of_course(target, reading.summary)
    return readings, found


def of_course(target: Target, summary: Summary) -> list[Diagnostic]:
    """The findings about a course's profile, where one is written."""
    if target.profile is None:
        return []
    return list(check_course(target.course, summary, target.profile.at))
