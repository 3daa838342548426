"""Takes packs away again: only what a manifest lists, and only if it is as it was made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from pathlib import Path

from studypack.build.manifest import FileEntry, manifest_name, read_manifest

_MANIFESTS = f"*{manifest_name('')}"


@dataclass(frozen=True)
class Cleared:
    """A file or folder, and why it was left; empty where it was removed."""

    path: Path
    why: str = ""


def folders_of_packs(out: Path) -> list[Path]:
    """The folders in ``out`` that packs were put into; a link is none."""
    found = {path.parent for path in out.glob(f"*/{_MANIFESTS}")}
    return sorted(folder for folder in found if not folder.is_symlink())


@dataclass(frozen=True)
class Stale:
    """A pack whose course or summary is gone, and whether it has its folder for itself."""

    folder: Path
    name: str
    alone: bool


def stale(out: Path, packs: Iterable[tuple[str, str]]) -> Iterator[Stale]:
    """The packs in ``out`` that are none of these, each named by its course and its summary."""
    living = {(course, manifest_name(f"{summary}-{course}")) for course, summary in packs}
    for folder in folders_of_packs(out):
        paths = sorted(folder.glob(_MANIFESTS))
        for path in paths:
            if (folder.name, path.name) in living:
                continue
            manifest = read_manifest(path)
            if manifest and manifest.course == folder.name:  # or it is a copy that somebody keeps
                name = path.name.removesuffix(manifest_name(""))
                yield Stale(folder, name, alone=len(paths) == 1)


def clear(folder: Path, *, pretend: bool = False) -> Iterator[Cleared]:
    """Removes the packs in a folder, and the folder if nothing else was in it.

    With ``pretend`` nothing is removed; the same is told. A manifest stays while a file that it
    lists does. ``index.html`` may be as the last pack of several made it.
    """
    gone: set[Path] = set()
    told: set[Path] = set()
    listed = dict(_listed(folder))
    made = {(file.name, file.sha256) for files in listed.values() for file in files}
    for path, files in listed.items():
        own = [folder / name for name in sorted({file.name for file in files})]
        for file in own:
            found = None if file in gone | told else _cleared(file, made, pretend=pretend)
            if found:
                yield found
                (told if found.why else gone).add(found.path)
        if not told.isdisjoint(own):
            told.add(path)
            yield Cleared(path, "it lists a file that was left")
        else:
            gone.add(path)
            yield _removed(path, pretend=pretend)
    rest = sorted(set(folder.iterdir()) - gone)
    for path in rest:
        if path not in told:
            yield Cleared(path, "no manifest lists it")
    if gone and not rest:
        yield _removed(folder, pretend=pretend)


def _listed(folder: Path) -> Iterator[tuple[Path, list[FileEntry]]]:
    """The manifests of a folder, and the files that each lists; a link is none."""
    for path in sorted(folder.glob(_MANIFESTS)):
        manifest = None if path.is_symlink() else read_manifest(path)
        if manifest:
            yield path, [file for output in manifest.outputs.values() for file in output.files]


def _cleared(path: Path, made: Set[tuple[str, str]], *, pretend: bool) -> Cleared | None:
    """What becomes of a listed file, if that is what was made; None where there is none."""
    if path.is_symlink():
        return Cleared(path, "it is a link")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        return Cleared(path, f"it cannot be read: {error.strerror}")
    if (path.name, hashlib.sha256(data).hexdigest()) not in made:
        return Cleared(path, "it was changed after it was made")
    return _removed(path, pretend=pretend)


def _removed(path: Path, *, pretend: bool) -> Cleared:
    if not pretend:
        try:
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
        except OSError as error:
            return Cleared(path, f"it cannot be removed: {error.strerror}")
    return Cleared(path)
