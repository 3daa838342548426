"""A spoiled template of the cards is a message too, though it is the ledger that finds it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from studypack import places
from studypack.build import build
from studypack.catalogue import targets
from studypack.flashcards import faces
from tests.build.test_build import NOW, Listener
from tests.conftest import PACKS, ROOT


def test_an_unknown_name_on_a_card_builds_nothing_and_stamps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = shutil.copytree(ROOT / "templates", tmp_path / "templates")
    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    monkeypatch.setattr(places, "templates", lambda: templates)
    monkeypatch.setattr(faces, "_environment", faces._environment.__wrapped__)  # none is kept
    spoiled = templates / "flashcards/term/meaning.front.html"
    text = spoiled.read_text("utf-8")
    spoiled.write_text(f"{text}\n[[ words.sense ]]\n", "utf-8")
    found, _ = targets(tmp_path / "decks", ())
    outcome = build(found, ("deck",), tmp_path / "out", Listener(), now=NOW)
    (told,) = outcome.diagnostics
    line = len(spoiled.read_text("utf-8").splitlines())
    assert (told.code, told.where.file, told.where.line) == ("SP407", str(spoiled), line)
    assert "sense" in told.message
    assert outcome.written == []
    assert not (tmp_path / "decks/lantern/ledger.json").exists()
