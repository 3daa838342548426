"""What ``diff`` compares where not everything is named."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.conftest import run
from tests.conftest import PACKS


def test_the_new_edition_is_the_only_summary(lantern_decks: Path) -> None:
    result = run("diff", "decks/lantern")
    assert (result.exit_code, result.stdout) == (0, "Nothing has changed.\n")


def test_of_several_summaries_one_is_to_be_named(lantern_decks: Path) -> None:
    shutil.copytree(PACKS / "six", lantern_decks / "six")
    result = run("diff", "decks/lantern")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "studypack: say of which summary in decks, with --in DIR\n"
    assert run("diff", "decks/lantern", "--in", "decks/lantern").exit_code == 0
    assert run("diff", "decks/lantern", "decks/six").exit_code == 0


def test_a_summary_can_be_named_by_its_id(lantern_decks: Path) -> None:
    shutil.copytree(PACKS / "six", lantern_decks / "six")
    assert run("diff", "decks/lantern", "--in", "lantern").stdout == "Nothing has changed.\n"
    told = run("diff", "--since", "v1.0", "--in", "lantren")
    assert (told.exit_code, 'did you mean "lantern"?' in told.stderr) == (2, True)
