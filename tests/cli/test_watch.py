"""``watch`` and ``preview`` as they are used: started, left running, ended with Ctrl-C."""

from __future__ import annotations

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from typer.testing import CliRunner

from studypack.cli import app
from tests.conftest import PACKS, ROOT

pytestmark = pytest.mark.xdist_group("watch")
PATIENCE = 120
"""Seconds, on a machine that is busy with something else."""
GONE = "there is no folder decks; waiting until it is back (Ctrl-C ends)"


class Running:
    """A command that runs; its lines come as it prints them."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line)

    def until(self, words: str) -> str:
        """What it printed up to the line with these words."""
        said = ""
        while words not in said:
            try:
                said += self._lines.get(timeout=PATIENCE)
            except queue.Empty:
                raise AssertionError(f"{words!r} was not said, but {said!r}") from None
        return said

    def silent_for(self, seconds: float) -> bool:
        time.sleep(seconds)
        return self._lines.empty()

    def interrupt(self) -> int:
        os.killpg(self.process.pid, signal.SIGINT)  # a terminal tells all of its processes
        code = self.process.wait(timeout=PATIENCE)
        self._reader.join()
        return code


@contextmanager
def running(*arguments: str, cwd: Path, **environment: str) -> Iterator[Running]:
    process = subprocess.Popen(
        [sys.executable, "-m", "studypack", *arguments],
        cwd=cwd, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        start_new_session=True, env={**os.environ, "PYTHONUNBUFFERED": "1", **environment},
    )  # fmt: skip
    with process:
        try:
            yield Running(process)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    (tmp_path / "decks/courses").mkdir()
    (tmp_path / "decks/courses/a.yaml").write_text("summary: lantern\n", "utf-8")
    return tmp_path


def saved_as_editors_do(path: Path, text: str) -> None:
    """Written beside it, then renamed over it."""
    beside = path.with_name(f".{path.name}.tmp")
    beside.write_text(text, "utf-8")
    beside.replace(path)


def test_what_is_saved_is_built_errors_are_told_and_survived(home: Path) -> None:
    story, profile = home / "decks/lantern/story.yaml", home / "decks/courses/a.yaml"
    good = story.read_text("utf-8")
    page = home / "out/a/index.html"
    with running("watch", "--only", "deck", "-j1", cwd=home) as watch:
        said = watch.until("waiting for changes")
        assert "made a/lantern-a-deck.apkg" in said
        assert watch.silent_for(1.5), "the ledger that the build wrote is no change"

        saved_as_editors_do(story, good.replace("Oil doubles in price", "Oil is twice as dear"))
        said = watch.until("waiting for changes")
        assert said.startswith("changed: story.yaml\n")
        assert "made a/lantern-a-deck.apkg" in said
        assert "Oil is twice as dear" in page.read_text("utf-8")

        beside = story.with_name("sedaSXzNP")  # as the stream editor calls it
        beside.write_text(good.replace("kind: violence", "kind: riot"), "utf-8")
        beside.replace(story)
        said = watch.until("waiting for changes")
        assert "error[SP103] `kind`: 'riot' is not one of" in said
        assert "made" not in said
        assert "Oil is twice as dear" in page.read_text("utf-8")

        saved_as_editors_do(story, good + "\n  - [")
        said = watch.until("waiting for changes")
        assert "error[SP" in said
        assert "there are errors; waiting for changes" in said

        story.write_text(good, "utf-8")
        assert "made a/lantern-a-deck.apkg" in watch.until("waiting for changes")

        profile.write_text("summary: lantern\ntitle: Another title\n", "utf-8")
        said = watch.until("waiting for changes")
        assert said.startswith("changed: a.yaml\n")
        assert "Another title" in page.read_text("utf-8")

        (home / "decks/lantern").rename(home / "decks/.lantern")
        assert "no summary in" in watch.until("waiting for changes")
        (home / "decks/.lantern").rename(home / "decks/lantern")
        watch.until("waiting for changes")
        assert watch.interrupt() == 130


def test_a_folder_of_summaries_that_is_gone_for_a_while_is_waited_for(home: Path) -> None:
    decks, story = home / "decks", home / "decks/lantern/story.yaml"
    text = story.read_text("utf-8")
    with running("watch", "--only", "deck", "-j1", cwd=home) as watch:
        watch.until("waiting for changes")
        decks.rename(home / "away")
        assert watch.until("waiting") == f"{GONE}\n"
        assert watch.silent_for(1.5)
        (home / "away").rename(decks)
        said = watch.until("waiting for changes")
        assert said.startswith("changed: decks\ndone in")

        shutil.copytree(decks, home / "other")
        shutil.rmtree(decks)
        watch.until(GONE)
        (home / "other").rename(decks)
        watch.until("changed: decks\n")
        watch.until("waiting for changes")
        saved_as_editors_do(story, text.replace("Oil doubles in price", "Oil is twice as dear"))
        said = watch.until("made a/lantern-a-deck.apkg")
        assert said.startswith("changed: story.yaml\n"), "what took its place is watched too"
        assert watch.interrupt() == 130


def test_a_folder_that_is_another_at_once_is_watched_anew(home: Path) -> None:
    decks, story = home / "decks", home / "decks/lantern/story.yaml"
    text = story.read_text("utf-8")
    shutil.copytree(decks, home / "other")
    with running("watch", "--only", "deck", "-j1", cwd=home) as watch:
        watch.until("waiting for changes")
        decks.rename(home / "away")
        (home / "other").rename(decks)
        watch.until("changed: decks\n")
        watch.until("waiting for changes")
        saved_as_editors_do(story, text.replace("Oil doubles in price", "Oil is twice as dear"))
        said = watch.until("made a/lantern-a-deck.apkg")
        assert said.startswith("changed: story.yaml\n")
        assert watch.interrupt() == 130


def test_a_logo_and_a_template_are_watched_too(home: Path, tmp_path: Path) -> None:
    """The package is a copy, so that nobody else's template changes."""
    package = tmp_path / "package"
    shutil.copytree(ROOT / "src", package / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", package / "templates")
    shutil.copy(ROOT / "pyproject.toml", package)
    logo = home / "decks/courses/logo.png"
    shutil.copy(next((ROOT / "decks/courses").glob("*.png")), logo)
    (home / "decks/courses/a.yaml").write_text(
        "summary: lantern\ninstitution: School\nlogo: logo.png\n", "utf-8"
    )
    with running("watch", "--only", "deck", cwd=home, PYTHONPATH=str(package / "src")) as watch:
        watch.until("waiting for changes")
        template = package / "templates/page/page.html"
        saved_as_editors_do(template, template.read_text("utf-8").replace("<header>", "<header >"))
        said = watch.until("waiting for changes")
        assert said.startswith("changed: page.html\n")
        assert "made a/index.html" in said
        assert "<header >" in (home / "out/a/index.html").read_text("utf-8")
        saved_as_editors_do(template, template.read_text("utf-8") + "{{ nonsense }}")
        said = watch.until("waiting for changes")
        assert "error[SP407]" in said
        assert "'nonsense' is undefined" in said
        logo.write_bytes(b"no picture")
        said = watch.until("waiting for changes")
        assert said.startswith("changed: logo.png\n")
        assert "logo.png" in said.removeprefix("changed: logo.png\n")
        assert watch.interrupt() == 130


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux tells it there")
def test_waiting_costs_nothing(home: Path) -> None:
    with running("watch", "--only", "deck", "-j1", "-q", cwd=home) as watch:
        deck = home / "out/a/index.html"
        end = time.monotonic() + PATIENCE
        while not deck.exists() and time.monotonic() < end:
            time.sleep(0.1)
        time.sleep(1)
        before = _seconds_of(watch.process.pid)
        time.sleep(2)
        assert _seconds_of(watch.process.pid) - before < 0.2
        assert watch.interrupt() == 130


def _seconds_of(pid: int) -> float:
    """The time of the processor that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_preview_prints_an_address_serves_it_and_ends(home: Path) -> None:
    (home / "out/a").mkdir(parents=True)
    (home / "out/a/index.html").write_text("<html><head></head>The pack</html>", "utf-8")
    with running("preview", "a", cwd=home) as preview:
        address = preview.until("\n").strip()
        assert address.startswith("http://127.0.0.1:")
        assert address.endswith("/a/")
        with urlopen(address, timeout=PATIENCE) as answer:
            assert b"The pack" in answer.read()
        assert preview.interrupt() == 130


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["preview", "--out", "none"], "there are no packs in none; make some: studypack build"),
        (["preview", "course"], 'there is no pack "course" in out. There are: a.'),
        (["preview", "--port", "99999"], "less than or equal to 65535"),
        (["watch", "--decks", "nowhere"], "there is no folder nowhere"),
        (["watch", "nosuch"], "nosuch"),
        (["watch", "--only", "brochure"], 'no output "brochure"'),
        (["watch", "--set", "nonsense"], "--set"),
    ],
)
def test_what_is_not_there_is_told(
    home: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    (home / "out/a").mkdir(parents=True)
    (home / "out/a/index.html").write_text("", "utf-8")
    monkeypatch.chdir(home)
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


def test_a_port_that_is_taken_is_told(home: Path) -> None:
    (home / "out/a").mkdir(parents=True)
    (home / "out/a/index.html").write_text("", "utf-8")
    with running("preview", cwd=home) as first:
        port = first.until("\n").split(":")[2].split("/")[0]
        result = CliRunner().invoke(app, ["preview", "--out", str(home / "out"), "--port", port])
        assert result.exit_code == 2
        assert f"port {port} cannot be used" in result.stderr
        assert first.interrupt() == 130
