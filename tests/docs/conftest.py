"""The desk of somebody who reads the docs and types what stands there."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from studypack.cli import app


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder under git, with nothing in it; commands are run in it, one process each."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "A Reader")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "reader@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    git("init", "-q", "-b", "main")
    return tmp_path


@pytest.fixture
def river(desk: Path) -> Path:
    """The summary and the course of the tutorial, as they begin, committed as v1.0."""
    for words in ("new summary river", "new course class-9 --summary river", "build --only deck"):
        result = CliRunner().invoke(app, words.split())
        assert result.exit_code == 0, result.output
    (desk / ".gitignore").write_text("out/\n")
    commit("The first edition")
    git("tag", "v1.0")
    return desk


def commit(message: str) -> None:
    git("add", "-A")
    git("commit", "-q", "-m", message)
