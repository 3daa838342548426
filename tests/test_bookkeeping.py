"""What is told of a ledger that is mended, and who waits for whom."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from studypack import bookkeeping
from studypack.bookkeeping import keep, mend
from studypack.flashcards import ledger
from studypack.flashcards.note import Note
from studypack.flashcards.notes import notes_of
from studypack.ledger import FILE, parse
from studypack.summary.summary import Summary
from studypack.writing import one_at_a_time
from tests.conftest import PACKS

NOW = 1_790_000_000


@pytest.fixture
def folder(lantern: Summary, tmp_path: Path) -> Path:
    """A summary with a ledger."""
    folder = tmp_path / "lantern"
    shutil.copytree(PACKS / "lantern", folder)
    keep(folder, lantern, NOW, locked=False)
    return folder


def in_conflict(folder: Path) -> None:
    """Two branches have stamped what one item says."""
    path = folder / FILE
    lines = path.read_text("utf-8").splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith('"wreck"'))
    ours, theirs = lines[place], lines[place].replace(str(NOW), str(NOW + 5))
    marked = ["<<<<<<< ours", ours, "=======", theirs, ">>>>>>> theirs"]
    path.write_text("\n".join([*lines[:place], *marked, *lines[place + 1 :]]), "utf-8")


def test_a_whole_ledger_is_left_alone(lantern: Summary, folder: Path) -> None:
    before = (folder / FILE).read_bytes()
    said, found = mend(folder, lantern, NOW + 99, restamp=False)
    assert said == "11 notes, last changed 2026-09-21; nothing to repair"
    assert (found, (folder / FILE).read_bytes()) == ([], before)


def test_the_notes_are_made_once_where_nothing_changed(
    lantern: Summary, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []

    def counted(*arguments: Any) -> tuple[Note, ...]:
        made.append(arguments)
        return notes_of(*arguments)

    for module in (bookkeeping, ledger):
        monkeypatch.setattr(module, "notes_of", counted)
    kept, found = keep(folder, lantern, NOW + 99, locked=True)
    assert (len(made), found) == (1, [])
    assert kept is not None
    assert kept.notes == notes_of(lantern, kept.ledger.given)


def test_both_sides_are_joined(lantern: Summary, folder: Path) -> None:
    in_conflict(folder)
    said, found = mend(folder, lantern, NOW + 99, restamp=False)
    assert (said, found) == ("both sides joined; the later stamp was taken of 1 entries", [])
    assert parse((folder / FILE).read_text("utf-8")).items["wreck"].stamp == NOW + 5


@pytest.mark.parametrize("spoil", [in_conflict, lambda folder: (folder / FILE).unlink()])
def test_nothing_is_said_to_be_done_that_could_not_be_written(
    lantern: Summary,
    folder: Path,
    spoil: Callable[[Path], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spoil(folder)

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(bookkeeping, "write_whole", full)
    said, found = mend(folder, lantern, NOW + 99, restamp=True)
    assert (said, [d.code for d in found]) == ("", ["SP402"])


def test_mending_waits_for_the_build_that_writes_the_ledger(lantern: Summary, folder: Path) -> None:
    in_conflict(folder)
    mending = threading.Thread(target=mend, args=(folder, lantern, NOW), kwargs={"restamp": False})
    with one_at_a_time(folder):
        mending.start()
        mending.join(0.2)
        assert mending.is_alive()
        assert "<<<<<<<" in (folder / FILE).read_text("utf-8")
    mending.join(30)
    assert "<<<<<<<" not in (folder / FILE).read_text("utf-8")
