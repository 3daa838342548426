"""A spoiled template is a message and costs its own output only.

One of the cards is a message too, though it is the ledger that finds it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from studypack import places
from studypack.build import add_pages, build
from studypack.catalogue import targets
from studypack.cli import app
from studypack.flashcards import faces
from tests.build.test_build import NOW, Listener
from tests.conftest import PACKS, ROOT


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of templates, to be spoiled; beside it are summaries in decks/."""
    templates = shutil.copytree(ROOT / "templates", tmp_path / "templates")
    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    monkeypatch.setattr(places, "templates", lambda: templates)
    monkeypatch.setattr(faces, "_environment", faces._environment.__wrapped__)  # none is kept
    monkeypatch.chdir(tmp_path)
    return templates


@pytest.fixture
def spoiled(templates: Path) -> Path:
    """A template with an unknown name in its last line."""
    path = templates / "flashcards/term/meaning.front.html"
    path.write_text(f"{path.read_text('utf-8')}\n[[ words.sense ]]\n", "utf-8")
    return path


@pytest.mark.parametrize("wrong", [b"{{ 1/0 }}", b"\xff", b"{% include 'page.html' %}"])
def test_a_spoiled_handout_or_page_leaves_all_others_built(
    templates: Path, tmp_path: Path, wrong: bytes
) -> None:
    spoiled = templates / "handout/handout.html", templates / "page/page.html"
    for path in spoiled:
        path.write_bytes(b"<p>\n" + wrong.replace(b"page.html", path.name.encode()))
    found, _ = targets(tmp_path / "decks", ())
    outcome = build(found, ("handout", "deck"), tmp_path / "out", Listener(), now=NOW)
    add_pages(outcome, tmp_path / "out", Listener())
    told = [str(d.where) for d in outcome.diagnostics if d.code == "SP407"]
    assert told == [f"{path}:2" for path in spoiled]
    assert [written.path.suffix for written in outcome.written] == [".apkg"]


@pytest.mark.parametrize("wrong", [b"[[ 1/0 ]]", b"[[ lanes + 1 ]]", b"\xff"])
def test_whatever_is_wrong_with_a_card_is_told_with_its_line(
    templates: Path, tmp_path: Path, wrong: bytes
) -> None:
    path = templates / "flashcards/cards.css"
    path.write_bytes(b"\n\n" + wrong)
    found, _ = targets(tmp_path / "decks", ())
    outcome = build(found, ("deck",), tmp_path / "out", Listener(), now=NOW)
    (told,) = outcome.diagnostics
    assert (told.code, told.where.file, told.where.line) == ("SP407", str(path), 3)
    assert outcome.written == []


def test_an_unknown_name_on_a_card_builds_nothing_and_stamps_nothing(
    spoiled: Path, tmp_path: Path
) -> None:
    found, _ = targets(tmp_path / "decks", ())
    outcome = build(found, ("deck",), tmp_path / "out", Listener(), now=NOW)
    (told,) = outcome.diagnostics
    line = len(spoiled.read_text("utf-8").splitlines())
    assert (told.code, told.where.file, told.where.line) == ("SP407", str(spoiled), line)
    assert "sense" in told.message
    assert outcome.written == []
    assert not (tmp_path / "decks/lantern/ledger.json").exists()


def test_what_is_known_without_cards_is_shown_all_the_same(spoiled: Path) -> None:
    shown = CliRunner().invoke(app, ["show", "wreck"])
    assert (shown.exit_code, shown.stderr.count("error[")) == (1, 1)
    assert f"{spoiled}:" in shown.stderr
    assert "SP407" in shown.stderr
    assert "The brig Swift is wrecked" in shown.stdout


def test_a_ledger_is_not_made_anew_from_it(spoiled: Path, tmp_path: Path) -> None:
    mended = CliRunner().invoke(app, ["ledger", "--restamp"])
    assert (mended.exit_code, mended.stdout) == (1, "")
    assert "SP407" in mended.stderr
    assert not (tmp_path / "decks/lantern/ledger.json").exists()
