"""What the tests of commands share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from studypack.cli import app
from tests.conftest import PACKS


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def lantern_decks(home: Path) -> Path:
    """The same with the sample ``lantern`` in ./decks."""
    shutil.copytree(PACKS / "lantern", home / "decks/lantern")
    return home / "decks"
