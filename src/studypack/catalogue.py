"""Which summaries and courses there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from studypack import places
from studypack.checks import Pages, check, check_course, unprintable
from studypack.diagnostics import Diagnostic, Mark
from studypack.guess import did_you_mean
from studypack.reading import (
    CourseReading,
    Reading,
    Setting,
    read_assets,
    read_course,
    read_summary,
    unwritten_course,
)
from studypack.reading.tree import Path as TreePath
from studypack.select import full_course
from studypack.summary.course import Course, layered

COURSES = "courses"
"""The folder of profiles beside the summaries; no summary can have this id."""


@dataclass(frozen=True)
class Target:
    """A course to be built, and the folder of its summary."""

    course: Course
    folder: Path
    profile: CourseReading
    assets: Mapping[str, bytes] = field(default_factory=dict)
    """The files that the profile names, under their names."""


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


def targets(
    decks: Path, names: Iterable[str], settings: Sequence[Setting] = ()
) -> tuple[list[Target], list[Diagnostic]]:
    """The courses of these names, all if none is named, with the settings above their profiles.

    A summary without a profile has one course, ``full``, that takes everything.
    """
    folders = {folder.name: folder for folder in summary_folders(decks)}
    if not folders:
        raise NotThereError(
            f"no summary in {decks}; `studypack new summary ID` writes one to start from"
        )
    found: list[Diagnostic] = []
    every: list[Target] = []
    broken: set[str] = set()
    for path in sorted((decks / COURSES).glob("*.yaml")):
        profile = read_course(path, settings)
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
    for name, folder in folders.items():
        if name not in profiled:
            row = full_course(name).model_dump(exclude_unset=True)
            profile = unwritten_course(row, settings)
            found += profile.diagnostics
            if profile.course:
                every.append(Target(profile.course, folder, profile))
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
            own = [target for target in courses if target.folder == folder]
            for target in own:
                found += dressed(target, reading)[1]
            every = own or _courses_of(folder)
            found += legible(reading, [dressed(target, reading)[0] for target in every])
    return readings, found


def _courses_of(folder: Path) -> list[Target]:
    """The courses of a summary that is looked at alone; it must be printable for each of them."""
    place = folder.resolve()
    if place not in summary_folders(place.parent):
        return []
    return [target for target in targets(place.parent, ())[0] if target.folder == place]


def legible(reading: Reading, courses: Iterable[Target]) -> list[Diagnostic]:
    """The characters in a summary that not all of these dressed courses have a font for."""
    fonts = {
        target.course.id: [target.assets[n] for n in target.course.fonts if n in target.assets]
        for target in courses
    }
    return unprintable(reading, fonts)


def dressed(target: Target, reading: Reading) -> tuple[Target, list[Diagnostic]]:
    """A course with what its summary wishes for all courses and the files that it names.

    Also the findings about it, each at the place, in the profile or the summary, that is wrong.
    """
    assert reading.summary is not None
    wishes = reading.summary.header.courses
    course = layered(target.course, wishes)

    def at(path: TreePath) -> Mark:
        written = any(known[:1] == path[:1] for known in target.profile.tree.values_at if known)
        return (
            target.profile.at(path)
            if written
            else reading.positions.at("header", ("courses", *path))
        )

    assets, found = read_assets(course, target.folder.parent / COURSES, at)
    fonts = [assets[name] for name in course.fonts if name in assets]
    found += check_course(course, reading.summary, fonts, at)
    return replace(target, course=course, assets=assets), found
