"""Which summaries and courses there are."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from studypack import places
from studypack.checks import Pages, check, check_course, unprintable, usable
from studypack.checks.namespaces import root, shared
from studypack.diagnostics import Diagnostic, Mark, has_errors
from studypack.guess import did_you_mean
from studypack.ledger import FILE
from studypack.reading import (
    CourseReading,
    Reading,
    Setting,
    read_assets,
    read_course,
    read_summary,
    unwritten_course,
)
from studypack.reading.files import TextFile, read_text
from studypack.reading.tree import Path as TreePath
from studypack.summary.base import ID_FORM
from studypack.summary.course import FULL, Course, layered
from studypack.summary.summary import HEADER

COURSES = "courses"
"""The folder of profiles beside the summaries; no summary can have this id."""


@dataclass(frozen=True)
class Target:
    """A course to be built, and the folder of its summary."""

    course: Course
    folder: Path
    profile: CourseReading
    file: Path | None = None
    """Where the profile is written; None where there is none."""
    assets: Mapping[str, bytes] = field(default_factory=dict)
    """The files that the profile names, under their names."""

    @property
    def fonts(self) -> dict[str, bytes]:
        """The fonts among the assets, in the course's order."""
        return {name: self.assets[name] for name in self.course.fonts if name in self.assets}


class NotThereError(Exception):
    """Something was asked for that does not exist or will not do; the message says what would."""


def needs_folder(folder: Path) -> None:
    """Raises NotThereError where there is no such folder."""
    if not folder.is_dir():
        if folder.is_file():
            raise NotThereError(f"{folder} is a file; name the folder it lies in")
        raise NotThereError(f"there is no folder {folder}")


def keep_apart(decks: Path, out: Path) -> None:
    """Raises NotThereError where packs would go among the summaries, and soon count as one."""
    # realpath, unlike Path.resolve, has no exception of its own for a link that leads to itself
    if Path(os.path.realpath(out)).is_relative_to(os.path.realpath(decks)):
        raise NotThereError(
            f"packs cannot go to {out}: in {decks} each folder is a summary; name a folder outside"
            " of it, with --out"
        )


def decks_folder(given: Path | None) -> Path:
    """The folder of summaries: the one given, else ./decks, else the packaged one."""
    if given is not None:
        needs_folder(given)
        return given
    local = Path("decks")
    return local if local.is_dir() else places.packaged_decks()


def summary_folders(decks: Path) -> list[Path]:
    """Every summary in a folder of decks. Raises NotThereError where that is gone."""
    try:
        inside = sorted(decks.iterdir())
    except FileNotFoundError:
        raise NotThereError(f"there is no folder {decks}") from None
    return [
        p for p in inside if p.is_dir() and p.name != COURSES and not p.name.startswith((".", "_"))
    ]


def summary_folder(given: Path, decks: Path | None) -> Path:
    """The folder of a summary, named by its path or by its id among the decks.

    Raises NotThereError where there is none.
    """
    if given.name == COURSES and given.is_dir():
        raise NotThereError(
            f"{given} holds the profiles of courses; `studypack check` looks at them all, each"
            " with its summary"
        )
    root = decks_folder(decks)
    if Path(os.path.realpath(root)).is_relative_to(os.path.realpath(given)):
        named = ", ".join(map(str, summary_folders(root))) or "there is none yet"
        raise NotThereError(
            f"{given} is no summary, but where they lie; leave it out, or name one: {named}"
        )
    if given.is_dir() or len(given.parts) != 1:
        needs_folder(given)
        return given
    folders = {folder.name: folder for folder in summary_folders(root)}
    if given.name not in folders:
        if (root / COURSES / f"{given.name}.yaml").is_file():
            raise NotThereError(f"{given} is a course; name the folder of its summary")
        raise NotThereError(f"there is no folder {given}{did_you_mean(given.name, folders)}")
    return folders[given.name]


def only_summary(decks: Path) -> Path | None:
    """The summary of a folder of decks that holds just one."""
    folders = summary_folders(decks)
    return folders[0] if len(folders) == 1 else None


Found = tuple[str, Target | None, list[Diagnostic]]
"""The id of a course; the course, where it can be built; the findings about it."""


def targets(
    decks: Path, names: Iterable[str], settings: Sequence[Setting] = ()
) -> tuple[list[Target], list[Diagnostic]]:
    """The courses of these names, all if none is named, with the settings above their profiles."""
    return chosen(every_course(decks, settings), names)


def every_course(decks: Path, settings: Sequence[Setting] = ()) -> list[Found]:
    """All courses, also those with mistakes. Raises NotThereError where there is no summary.

    A summary without a profile has one course, ``full``, that takes everything.
    """
    folders = {folder.name: folder for folder in summary_folders(decks)}
    if not folders:
        raise NotThereError(
            f"no summary in {decks}; `studypack new summary ID` writes one to start from"
        )
    every = [*_profiled(decks, folders, settings)]
    profiled = {target.folder for _, target, _ in every if target}
    return [*every, *_unprofiled(set(folders.values()) - profiled, settings)]


def chosen(every: Sequence[Found], names: Iterable[str]) -> tuple[list[Target], list[Diagnostic]]:
    """Of all courses those of these names, all if none is named, and the findings about them."""
    wanted = set(names)
    known = {name for name, _, _ in every}
    for name in sorted(wanted - known):
        plain = Path(name).stem  # of a file that somebody named, or of a summary's folder
        own = [course for course, target, _ in every if target and target.folder.name == plain]
        meant = f'; did you mean "{plain}"?' if plain in known else did_you_mean(name, known)
        if own and not meant:
            meant = f'; "{plain}" is a summary; its courses: {", ".join(own)}.'
        raise NotThereError(
            f'there is no course "{name}"{meant or "."} There are: {", ".join(sorted(known))}.'
        )
    rows = [row for row in every if row[0] in (wanted or known)]
    told = dict.fromkeys(one for _, _, found in rows for one in found)
    return [target for _, target, _ in rows if target], list(told)


def packs(decks: Path, every: Iterable[Found]) -> set[tuple[str, str]]:
    """Course and summary of each pack that there can be.

    A profile with mistakes may be meant for any summary.
    """
    summaries = [folder.name for folder in summary_folders(decks)]
    return {
        (name, summary)
        for name, target, _ in every
        for summary in ([target.course.summary] if target else summaries)
    }


def _profiled(
    decks: Path, folders: Mapping[str, Path], settings: Sequence[Setting]
) -> Iterator[Found]:
    """The courses with a profile."""
    folder = decks / COURSES
    inside = folder.iterdir() if folder.is_dir() else ()  # glob passes over what it may not read
    for path in sorted(path for path in inside if path.suffix == ".yaml"):
        profile = read_course(path, settings)
        course, found = profile.course, profile.diagnostics
        if course is None:
            yield path.stem, None, found
        elif course.summary not in folders:
            message = f'unknown summary "{course.summary}"{did_you_mean(course.summary, folders)}'
            hint = f"There are: {', '.join(folders)}."
            yield path.stem, None, [
                *found, Diagnostic("SP301", profile.at(("summary",)), message, hint)
            ]  # fmt: skip
        else:
            yield path.stem, Target(course, folders[course.summary], profile, path), found


def _unprofiled(folders: Iterable[Path], settings: Sequence[Setting]) -> Iterator[Found]:
    """The courses of summaries without a profile."""
    for folder in sorted(folders):
        if not re.fullmatch(ID_FORM, folder.name):
            hint = "Rename the folder: small letters, digits and hyphens, at most 60."
            where = Mark(str(folder))
            wrong = Diagnostic("SP103", where, "its name cannot be the id of a summary", hint)
            yield FULL, None, [wrong]
            continue
        profile = unwritten_course({"id": FULL, "summary": folder.name}, settings)
        target = Target(profile.course, folder, profile) if profile.course else None
        yield FULL, target, profile.diagnostics


def examined(
    folders: Iterable[Path],
    courses: Sequence[Target],
    sources: Mapping[str, Pages],
    *,
    ledgers: bool = False,
) -> tuple[list[Reading], list[Diagnostic]]:
    """What these summaries and the profiles of these courses say, and all findings about them.

    With ``ledgers`` also what makes the ledger of a summary unusable, if it has one.
    """
    readings, found = [], []
    for folder in folders:
        reading = read_summary(folder)
        readings.append(reading)
        told = check(reading, sources)
        found += told
        path = folder / FILE
        if ledgers and reading.summary and path.exists() and not has_errors(told):
            found += usable(path, reading.summary)[1]
        if reading.summary:
            place = folder.resolve()
            own = [target for target in courses if target.folder.resolve() == place]
            every = [dressed(target, reading) for target in own or courses_of(folder)[0]]
            if own:
                found += [one for _, told in every for one in told]
            found += legible(reading, [target for target, _ in every])
    return readings, found


def courses_of(folder: Path) -> tuple[list[Target], list[Diagnostic]]:
    """The courses of a summary that is looked at alone, and the findings about them.

    Also about profiles with mistakes in which a line names the summary.
    """
    decks = _decks_of(folder)
    place = decks / folder.resolve().name
    if place not in summary_folders(decks):
        return [], []
    own, told = [], []
    for name, target, found in every_course(decks):
        if target and target.folder == place:
            own.append(target)
            told += found
        elif not target and _names(decks / COURSES / f"{name}.yaml", place.name):
            told += found
    return own, told


def twins(folders: Sequence[Path], readings: Sequence[Reading]) -> list[Diagnostic]:
    """Where one of these summaries has the notes of another, of these or of those beside them.

    Those beside them are read only where their summary.yaml holds the namespace somewhere.
    """
    rows = list(zip(folders, readings, strict=True))
    roots: dict[Path, set[tuple[str, str]]] = {}
    for folder, reading in rows:
        if reading.summary:
            roots.setdefault(_decks_of(folder), set()).add(root(reading.summary.header))
    looked_at = {os.path.realpath(folder) for folder in folders}
    for decks, known in roots.items():
        for folder in summary_folders(decks):
            if os.path.realpath(folder) in looked_at:
                continue
            file = read_text(folder / "summary.yaml", within=folder)
            words = file.text if isinstance(file, TextFile) else ""
            if any(namespace in words for namespace, _ in known):
                reading = read_summary(folder)
                if reading.summary and root(reading.summary.header) in known:
                    rows.append((folder, reading))
    return [told for _, told in shared(rows)]


def _decks_of(folder: Path) -> Path:
    """The folder in which the folder of a summary lies."""
    return folder.parent if folder.name not in {"", ".."} else folder.resolve().parent


def _names(profile: Path, summary: str) -> bool:
    """Whether a profile that cannot be used is meant for this summary."""
    file = read_text(profile)
    line = rf"^summary:\s*[\"']?{re.escape(summary)}[\"']?\s*(#|$)"
    return isinstance(file, TextFile) and re.search(line, file.text, re.M) is not None


def legible(reading: Reading, courses: Iterable[Target]) -> list[Diagnostic]:
    """The characters in a summary that not all of these dressed courses have a font for."""
    fonts = {target.course.id: list(target.fonts.values()) for target in courses}
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
            target.profile.at(path) if written else reading.positions.at(HEADER, ("courses", *path))
        )

    assets, found = read_assets(course, target.folder.parent / COURSES, at)
    ready = replace(target, course=course, assets=assets)
    found += check_course(course, reading.summary, list(ready.fonts.values()), at)
    return ready, found
