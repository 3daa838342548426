"""An edition of the cards, wherever it lies: a deck, a ledger, a summary's folder, a revision.

Git is asked by its command line; nothing in the working tree is touched.
"""

from __future__ import annotations

import io
import sqlite3
import subprocess
import tarfile
import tempfile
import zipfile
import zlib
from contextlib import closing
from pathlib import Path

from pydantic import BaseModel, TypeAdapter

from studypack.checks import check
from studypack.diagnostics import Diagnostic, has_errors
from studypack.flashcards.compare import Edition, Seen, seen, seen_in_deck
from studypack.flashcards.notes import notes_of
from studypack.flashcards.notetypes import NOTETYPES
from studypack.ledger import FILE, Ledger, LedgerError, parse
from studypack.reading import read_summary
from studypack.reading.files import read_text


class NoEditionError(Exception):
    """What was named is no edition; the message says what it is."""


def edition(named: str, folder: Path | None) -> Edition:
    """The notes of a deck (.apkg), a ledger (.json), a folder, or a git revision of ``folder``."""
    path = Path(named)
    if path.suffix == ".apkg":
        return _of_deck(path)
    if path.suffix == ".json":
        return _of_ledger(path)
    if path.is_dir():
        return _of_folder(path, named)
    if path.is_file():
        raise NoEditionError(f"{named} is no deck (.apkg), no ledger (.json) and no folder")
    if folder is None:
        raise NoEditionError(
            f"{named} is no deck, no ledger and no folder; for a git revision, name the summary's"
            " folder with --in"
        )
    return _of_revision(named, folder)


class _Named(BaseModel):
    """A field of a notetype, as a deck tells it."""

    name: str


class _Notetype(BaseModel):
    """A notetype, as a deck tells it."""

    flds: tuple[_Named, ...]


_NOTETYPES = TypeAdapter(dict[int, _Notetype])
_NOTES = TypeAdapter(list[tuple[int, str, str]])
"""The notetype of each note, its fields and its tags."""


def _of_deck(path: Path) -> Edition:
    try:
        with zipfile.ZipFile(path) as archive:
            data = archive.read("collection.anki2")
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(data)
            ((models,),) = connection.execute("select models from col").fetchall()
            rows = connection.execute("select mid, flds, tags from notes, (select nid, min(due) as"
                                      " due from cards group by nid) on nid = id order by due, id"
                                      ).fetchall()  # fmt: skip
        notetypes, notes = _NOTETYPES.validate_json(models), _NOTES.validate_python(rows)
    except OSError as error:
        raise NoEditionError(f"{path} cannot be read: {error.strerror}") from None
    except _OF_A_SPOILED_DECK:
        raise NoEditionError(f"{path} is no deck that studypack made, or a torn one") from None
    by_fields = {notetype.fields: key for key, notetype in NOTETYPES.items()}
    found = []
    for mid, written, tags in notes:
        names = tuple(field.name for field in notetypes[mid].flds) if mid in notetypes else ()
        fields = tuple(written.split("\x1f"))
        if names not in by_fields or len(fields) != len(names):
            raise NoEditionError(f"{path} holds notetypes that are not studypack's")
        found.append(seen_in_deck(by_fields[names], fields, tuple(tags.split())))
    return {note.name: note for note in found}


_OF_A_SPOILED_DECK = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,  # compressed or locked in a way that zipfile does not know
    KeyError,  # no such file in it
    MemoryError,  # an empty collection
    sqlite3.DatabaseError,
    ValueError,
)


def _of_ledger(path: Path) -> Edition:
    return {n: Seen(n, entry.hash) for n, entry in _ledger(path).notes.items()}


def _of_folder(folder: Path, named: str) -> Edition:
    reading = read_summary(folder)
    found = check(reading)
    if reading.summary is None or has_errors(found):
        first = next(d for d in found if has_errors([d]))
        raise NoEditionError(f"{named} has errors, first: {first.message} ({first.code})")
    path = folder / FILE
    given = _ledger(path).given if path.exists() else {}
    return {note.name: seen(note) for note in notes_of(reading.summary, given)}


def _ledger(path: Path) -> Ledger:
    file = read_text(path)
    if isinstance(file, Diagnostic):
        raise NoEditionError(f"{path} {file.message}")
    try:
        return parse(file.text)
    except LedgerError as error:
        raise NoEditionError(f"{path}: {error}") from None


def _of_revision(revision: str, folder: Path) -> Edition:
    """The folder as it was at a revision, laid out in a temporary place."""
    if revision.startswith("-"):
        raise NoEditionError(f"{revision} is no revision")
    # relative to the folder, so that no path has to be quoted
    command = ["git", "-C", str(folder), "archive", "--format=tar", revision, "."]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    except OSError:
        raise NoEditionError(f"{revision}: git is needed to look at revisions") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ").splitlines()
        if said and "untracked" in said[0]:
            raise NoEditionError(
                f"{folder} is not in {revision}; commit it first, or name a later revision"
            )
        if said and "not a git repository" in said[0]:
            raise NoEditionError(
                f"there is no deck, ledger or folder {revision}, and no git revision: {folder} is"
                " in no git repository"
            )
        raise NoEditionError(f"git does not know {revision} of {folder}: {said[0] if said else ''}")
    with tempfile.TemporaryDirectory(prefix="studypack-") as temporary:
        place = Path(temporary) / folder.resolve().name
        place.mkdir()
        _lay_out(done.stdout, place)
        return _of_folder(place, f"{folder} at {revision}")


def _lay_out(archive: bytes, place: Path) -> None:
    """The plain files of a tar archive; links and whatever points outside are left behind.

    Written out, since tarfile's own filter came with Python 3.11.4 and Debian 12 has 3.11.2.
    """
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            target = (place / member.name).resolve()
            content = tar.extractfile(member) if member.isfile() else None
            if content and target.is_relative_to(place.resolve()):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content.read())
