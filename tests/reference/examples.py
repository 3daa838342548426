"""How the example of a code is told in the reference, and run by a test."""

from __future__ import annotations

import json
import os
import shlex
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from studypack.cli import app
from studypack.ledger import Ledger, dump
from tests.conftest import PACKS

HOME = "decks/lantern"
"""A file without a folder lies there."""
CHECK = "studypack check"
DECK = "studypack build --only deck"
POSTER = "studypack build --only poster"


@dataclass(frozen=True)
class Edit:
    """In a file, one text is replaced by another."""

    file: str
    old: str
    new: str


@dataclass(frozen=True)
class Write:
    """A file is written; None takes it away."""

    file: str
    data: str | bytes | None


@dataclass(frozen=True)
class Code:
    """A code: its title, its severity, what it means in a paragraph for a teacher, an example.

    The example changes the sample in ``tests/packs/lantern`` and then runs commands; the last of
    them tells this code and no other. Where no file can bring a code about, ``elsewhere`` names
    the test that does.
    """

    code: str
    title: str
    why: str
    steps: tuple[Edit | Write | str, ...] = ()
    severity: str = "error"
    elsewhere: str = ""

    @property
    def commands(self) -> list[str]:
        """The commands of the example; ``check`` if it names none."""
        return [s for s in self.steps if isinstance(s, str)] or [CHECK]


def told(code: Code, folder: Path) -> list[tuple[str, str]]:
    """Codes and severities that the last command of an example tells, each once."""
    home = folder / HOME
    shutil.copytree(PACKS / "lantern", home)
    (home / "ledger.json").write_text(dump(Ledger()), "utf-8")
    found: list[tuple[str, str]] = []
    steps = code.steps if any(isinstance(s, str) for s in code.steps) else (*code.steps, CHECK)
    with _in(folder):
        for step in steps:
            if isinstance(step, str):
                found = _run(step)
            else:
                _change(step)
    return list(dict.fromkeys(found))


def _run(command: str) -> list[tuple[str, str]]:
    words = shlex.split(command)
    environment = dict(w.split("=", 1) for w in words[: words.index("studypack")])
    arguments = words[words.index("studypack") + 1 :]
    quiet = ["-q", "-j1"] if arguments[0] == "build" else []
    result = CliRunner(env=environment).invoke(app, [*arguments, *quiet, "--format", "json"])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return [(row["code"], row["severity"]) for row in json.loads(result.stderr)]


def _change(step: Edit | Write) -> None:
    path = Path(step.file if "/" in step.file or step.file == "out" else f"{HOME}/{step.file}")
    if isinstance(step, Edit):
        text = path.read_text("utf-8")
        assert step.old in text, f"{step.old!r} does not stand in {path}"
        path.write_text(text.replace(step.old, step.new, 1), "utf-8")
    elif step.data is None:
        path.unlink()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(step.data if isinstance(step.data, bytes) else step.data.encode())


@contextmanager
def _in(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
