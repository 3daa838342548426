"""Killed, doubled, and stopped by the disk: what lies in ``out/`` is whole all the same."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from studypack.writing import PART, sweep, write_whole
from tests.build.test_build import NOW, built
from tests.conftest import PACKS
from tests.stress.kills import decks_in, files, loop, spoiled, started

pytestmark = pytest.mark.xdist_group("kills")


def test_builds_that_are_killed_leave_whole_files_and_the_next_one_completes(
    tmp_path: Path,
) -> None:
    counts = loop(tmp_path, 5, seed=7)
    assert counts["files as in a fresh folder"] >= 8
    assert counts["killed alone"] + counts["killed with its workers"] > 0


def test_two_builds_at_once_give_what_one_gives(tmp_path: Path) -> None:
    decks, out = decks_in(tmp_path), tmp_path / "out"
    both = [started(decks, out, NOW + n, "-j", "1") for n in range(2)]
    for process in both:
        _, said = process.communicate(timeout=300)
        assert process.returncode == 0, said.decode()
    assert spoiled(decks, out) == []
    shutil.copytree(decks, tmp_path / "fresh/decks")
    process = started(tmp_path / "fresh/decks", tmp_path / "fresh/out", NOW + 9)
    process.communicate(timeout=300)
    assert process.returncode == 0
    assert files(tmp_path / "fresh/out") == files(out)


def test_what_a_killed_writer_left_is_swept_away_and_what_is_being_written_is_not(
    tmp_path: Path,
) -> None:
    script = (
        "import sys; from pathlib import Path; from studypack import writing;"
        "handle, name = writing._temporary(Path(sys.argv[1]) / 'deck.apkg');"
        "print(name, flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as writer:  # fmt: skip
        assert writer.stdout
        part = Path(writer.stdout.readline().strip())
        assert part.name.startswith(".deck.apkg.")
        assert part.suffix == PART
        (tmp_path / ".notes.part.txt").write_text("somebody's own")
        sweep(tmp_path)
        assert part.exists()
        writer.kill()
    sweep(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == [".notes.part.txt"]


def test_the_next_build_sweeps(tmp_path: Path) -> None:
    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    left = [tmp_path / "out/full/.x.pdf.ab.part", tmp_path / "decks/lantern/.ledger.json.ab.part"]
    for path in left:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a part")
    built(tmp_path / "decks", tmp_path / "out", only=("deck",))
    assert [path.exists() for path in left] == [False, False]


FULL_DISK = """
import resource, sys
from pathlib import Path
from studypack.catalogue import targets
from studypack.build import build
from tests.build.test_build import Listener, NOW
decks, out = map(Path, sys.argv[1:])
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
for one in build(targets(decks, ())[0], ("deck",), out, Listener(), now=NOW).diagnostics:
    print(one.code, one.where.file, one.message)
"""


@pytest.fixture
def good(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder that anybody can enter: a summary and its deck, which has to be made anew."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        folder.chmod(0o755)
        shutil.copytree(PACKS / "lantern", folder / "decks/lantern")
        built(folder / "decks", folder / "out", only=("deck",))
        for path in (folder / "out").rglob("*-manifest.json"):
            path.unlink()
        yield folder
        for path in (folder / "out", *(folder / "out").iterdir()):
            path.chmod(0o755)


def test_a_full_disk_is_a_message_and_leaves_the_last_good_file(good: Path) -> None:
    """The deck is larger than what the process may write; so is what a full disk takes."""
    deck = good / "out/full/lantern-full-deck.apkg"
    before = deck.read_bytes()
    run = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(good / "decks"), str(good / "out")],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.stdout.splitlines() == [f"SP402 {deck} cannot be written: File too large"], (
        run.stderr
    )
    assert deck.read_bytes() == before
    assert [p.name for p in deck.parent.iterdir()] == [deck.name]


@contextlib.contextmanager
def as_nobody() -> Iterator[None]:
    """root may write everywhere, so it is somebody else meanwhile."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_folder_one_may_not_write_to_is_a_message_and_leaves_the_last_good_file(
    good: Path,
) -> None:
    deck = good / "out/full/lantern-full-deck.apkg"
    before = deck.read_bytes()
    deck.parent.chmod(0o555)
    with as_nobody():
        outcome = built(good / "decks", good / "out", only=("deck",), locked=True)
    assert [(d.code, d.where.file, d.message) for d in outcome.diagnostics] == [
        ("SP402", str(deck), "cannot be written: Permission denied")
    ]
    assert outcome.written == []
    assert deck.read_bytes() == before


def test_a_place_that_is_a_file_is_a_message(good: Path) -> None:
    shutil.rmtree(good / "out/full")
    (good / "out/full").write_text("no folder")
    outcome = built(good / "decks", good / "out", only=("deck",), locked=True)
    assert [d.code for d in outcome.diagnostics] == ["SP402"]
    assert (good / "out/full").read_text() == "no folder"
    (good / "out/full").unlink()


def test_a_file_is_written_whole_with_the_rights_that_the_user_gives(tmp_path: Path) -> None:
    for umask, rights in ((0o022, 0o644), (0o077, 0o600)):
        before = os.umask(umask)
        try:
            write_whole(tmp_path / "a/b.txt", b"one")
            write_whole(tmp_path / "a/b.txt", b"two")
            assert os.umask(umask) == umask
        finally:
            os.umask(before)
        assert (tmp_path / "a/b.txt").read_bytes() == b"two"
        assert (tmp_path / "a/b.txt").stat().st_mode & 0o777 == rights
    assert len(list((tmp_path / "a").iterdir())) == 1
