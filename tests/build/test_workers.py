"""Several processes: the bytes of one; a dead one costs its output, an interruption nothing."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from studypack.build import Outcome, build
from studypack.build.manifest import read_manifest
from studypack.build.unit import Engine, Made, Materials, Starts, Unit, make, one_by_one
from studypack.build.workers import in_processes, kept_warm
from studypack.catalogue import targets
from studypack.product import NOTHING, MachineLacksError
from studypack.select import full_course
from tests.build.test_build import NOW, Listener
from tests.conftest import PACKS

pytestmark = pytest.mark.xdist_group("workers")


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    for name in ("lantern", "six"):
        shutil.copytree(PACKS / name, tmp_path / "decks" / name)
    return tmp_path / "decks"


def built(decks: Path, out: Path, engine: Engine, only: tuple[str, ...]) -> Outcome:
    found, _ = targets(decks, ())
    return build(found, only, out, Listener(), now=NOW, engine=engine)


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def dies_over_the_deck_of_six(materials: Materials, unit: Unit) -> Made:
    if unit.output == "deck" and unit.course.summary == "six":
        os.abort()
    return make(materials, unit)


def has_no_pango(_materials: Materials, _unit: Unit) -> Made:
    raise MachineLacksError("no Pango here")


def uses_up_the_memory(_materials: Materials, _unit: Unit) -> Made:
    return Made((), (), float(len(bytearray(2**40))))


def test_two_processes_make_the_same_bytes_as_none(decks: Path, tmp_path: Path) -> None:
    only = ("briefing", "deck", "cards")
    built(decks, tmp_path / "one", one_by_one, only)
    built(decks, tmp_path / "two", in_processes(2), only)
    assert len(files(tmp_path / "one")) > 6
    assert files(tmp_path / "one") == files(tmp_path / "two")


def makes_nothing(_materials: Materials, _unit: Unit) -> Made:
    return Made((), (), 0.0)


def test_two_workers_keep_to_neighbours_and_what_takes_longest_comes_first() -> None:
    one = Unit("", "", full_course("six"), "", None, {}, NOTHING)
    units = [replace(one, key=f"{o}-{n}", output=o) for o in ("briefing", "deck") for n in range(6)]
    started: list[str] = []
    done = list(in_processes(2, makes_nothing)({}, units, lambda unit: started.append(unit.key)))
    assert sorted(unit.key for unit, _ in done) == sorted(unit.key for unit in units)
    assert set(started[:2]) == {"briefing-0", "briefing-5"}
    assert set(started[:6]) == {f"briefing-{n}" for n in range(6)}
    for output in ("briefing", "deck"):
        places = [int(key[-1]) for key in started if key.startswith(output)]
        # the two ends meet at the last one
        first = [n for n in places if n <= places[-1]]
        assert first == sorted(first)
        later = [n for n in places if n > places[-1]]
        assert later == sorted(later, reverse=True)


def finishes_in_reverse(
    materials: Materials, units: Sequence[Unit], starts: Starts
) -> Iterator[tuple[Unit, Made]]:
    return one_by_one(materials, units[::-1], starts)


def test_files_are_listed_by_course_and_output_whatever_was_done_first(
    decks: Path, tmp_path: Path
) -> None:
    only = ("deck", "cards")
    first = built(decks, tmp_path / "out", one_by_one, only).written
    names = [one.path.name for one in first]
    assert names == [
        one.path.name for one in built(decks, tmp_path / "out", one_by_one, only).written
    ]
    (tmp_path / "out/full/lantern-full-deck.apkg").unlink()
    again = built(decks, tmp_path / "out", finishes_in_reverse, only).written
    assert [one.path.name for one in again] == names
    assert [one.made for one in again].count(True) == 1
    backwards = built(decks, tmp_path / "other", finishes_in_reverse, only).written
    assert [one.path.name for one in backwards] == names


def test_a_worker_that_dies_costs_its_output_only_and_is_named(decks: Path, tmp_path: Path) -> None:
    engine = in_processes(2, dies_over_the_deck_of_six)
    outcome = built(decks, tmp_path / "out", engine, ("deck", "cards"))
    told = [(d.code, str(d.where)) for d in outcome.diagnostics if d.severity == "error"]
    assert told == [("SP405", "full/deck")]
    made = {w.file.name for w in outcome.written}
    assert "lantern-full-deck.apkg" in made
    assert "six-full-cards.pdf" in made
    assert "six-full-deck.apkg" not in made


def test_what_the_machine_lacks_is_raised_by_a_worker_too(decks: Path, tmp_path: Path) -> None:
    with pytest.raises(MachineLacksError, match="no Pango here"):
        built(decks, tmp_path / "out", in_processes(1, has_no_pango), ("deck",))


def test_content_that_uses_up_the_memory_is_a_message(decks: Path, tmp_path: Path) -> None:
    engine = in_processes(1, uses_up_the_memory)
    outcome = built(decks, tmp_path / "out", engine, ("deck",))
    told = {d.code: d.message for d in outcome.diagnostics if d.severity == "error"}
    assert told == {"SP406": "needed more than 4 GB of memory"}


def started(decks: Path, out: Path, jobs: str = "-j2", **environment: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "studypack", "build", "--decks", str(decks), "--out", str(out)]
    return subprocess.Popen(
        [*command, "--only", "briefing,deck", jobs],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(NOW), **environment},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def left_of(session: int) -> list[str]:
    """The processes of a session that still live."""
    rows = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            rows.append(stat.parent.name)
    return rows


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
def test_a_build_leaves_nothing_in_the_folder_for_temporary_files(
    decks: Path, tmp_path: Path, jobs: str
) -> None:
    with tempfile.TemporaryDirectory() as name:  # its path is short, as a socket wants it
        away = Path(name)
        process = started(decks, tmp_path / "out", jobs, TMPDIR=name)
        saw = False
        while process.poll() is None:
            saw = saw or any(away.iterdir())
            time.sleep(0.02)
        assert process.communicate()[1].count("made") >= 4
        assert saw
        assert list(away.iterdir()) == []


def test_a_folder_for_temporary_files_too_deep_for_a_socket_is_a_sentence(
    decks: Path, tmp_path: Path
) -> None:
    away = tmp_path / "deep" / ("n" * 100)
    away.mkdir(parents=True)
    process = started(decks, tmp_path / "out", TMPDIR=str(away))
    said = process.communicate()[1]
    assert process.returncode == 3
    assert f"Workers cannot meet in {away}: AF_UNIX path too long." in said
    assert "Set TMPDIR to a folder with a shorter path" in said
    assert "Traceback" not in said


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
@pytest.mark.parametrize(("kill", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_an_end_in_mid_build_leaves_whole_files_and_no_process(
    decks: Path, tmp_path: Path, kill: signal.Signals, code: int
) -> None:
    out = tmp_path / "out"
    process = started(decks, out)
    for _ in range(3000):
        if any(out.glob("full/*.pdf")):  # of two books, which come first
            break
        time.sleep(0.02)
    (os.killpg if kill is signal.SIGINT else os.kill)(process.pid, kill)
    _, said = process.communicate(timeout=60)
    assert process.returncode == code
    assert "Traceback" not in said
    for _ in range(100):
        if not left_of(process.pid):
            break
        time.sleep(0.1)
    assert left_of(process.pid) == []
    manifest = read_manifest(out / "full/lantern-full-manifest.json")
    assert manifest is None or set(manifest.outputs) <= {"briefing", "deck"}
    after = built(decks, out, one_by_one, ("briefing", "deck"))
    assert [d for d in after.diagnostics if d.severity == "error"] == []
    built(decks, tmp_path / "fresh", one_by_one, ("briefing", "deck"))
    assert {k: v for k, v in files(out).items() if not k.endswith(".part")} == files(
        tmp_path / "fresh"
    )


def test_workers_that_are_kept_stay_the_same_and_see_what_has_changed(
    decks: Path, tmp_path: Path
) -> None:
    story = decks / "lantern/story.yaml"
    with kept_warm(1) as engine:
        built(decks, tmp_path / "kept", engine, ("deck",))
        first = set(multiprocessing.active_children())
        story.write_text(story.read_text("utf-8").replace("Oil doubles", "Oil trebles"), "utf-8")
        two = built(decks, tmp_path / "kept", engine, ("deck",))
        assert set(multiprocessing.active_children()) == first
        assert first
    assert not set(multiprocessing.active_children()) & first
    assert [d for d in two.diagnostics if d.severity == "error"] == []
    built(decks, tmp_path / "fresh", one_by_one, ("deck",))
    assert files(tmp_path / "kept") == files(tmp_path / "fresh")


def test_a_kept_worker_that_dies_costs_no_output(decks: Path, tmp_path: Path) -> None:
    with kept_warm(2) as engine:
        built(decks, tmp_path / "kept", engine, ("deck",))
        for child in multiprocessing.active_children():
            child.kill()
            child.join()
        shutil.rmtree(tmp_path / "kept")
        outcome = built(decks, tmp_path / "kept", engine, ("deck",))
        assert [d for d in outcome.diagnostics if d.severity == "error"] == []
        assert len(outcome.written) == 2
        shutil.rmtree(tmp_path / "kept")
        assert len(built(decks, tmp_path / "kept", engine, ("deck",)).written) == 2
