"""A check is quick: it loads only what it looks with."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import run

PACKS = Path(__file__).parents[1] / "packs"


def test_a_ledger_that_a_build_would_refuse_is_told(lantern_decks: Path) -> None:
    folder = lantern_decks / "lantern"
    assert run("build", "-q", "-j1", "--only", "deck").exit_code == 0
    assert run("check").exit_code == 0
    story, ledger = folder / "story.yaml", folder / "ledger.json"
    text, stamped = story.read_text("utf-8"), ledger.read_text("utf-8")

    story.write_text(text.replace("Nine sailors drown.", "Ten sailors drown."), "utf-8")
    assert run("check").exit_code == 0, "one that is behind is what a build mends"

    story.write_text(text.replace("id: pamphlet", "id: pamflet"), "utf-8")
    told = run("check")
    assert (told.exit_code, told.stderr.count("SP303")) == (1, 1)
    assert "'date/pamphlet'" in told.stderr
    assert 'did you mean "date/pamflet"?' in told.stderr
    assert told.stderr == run("build", "--locked", "-q", "-j1", "--only", "deck").stderr

    story.write_text(text.replace("date: 1787-03-01", "date: 1787-02-30"), "utf-8")
    assert "SP303" not in run("check").stderr, "an item with a mistake has not vanished"

    story.write_text(text, "utf-8")
    ledger.write_text(stamped.replace('"notes"', '<<<<<<< HEAD\n"notes"'), "utf-8")
    told = run("check", "decks/lantern", "--format", "github")
    assert (told.exit_code, "SP302" in told.stderr) == (1, True)
    assert "Run `studypack ledger`" in told.stderr


def test_a_summary_can_be_named_by_its_id(lantern_decks: Path) -> None:
    assert run("check", "lantern").stdout == "decks/lantern: no problems\n"
    told = run("check", "lanter")
    assert (told.exit_code, "no folder lanter; did you mean" in told.stderr) == (2, True)


def test_profiles_are_no_summary(lantern_decks: Path) -> None:
    (lantern_decks / "courses").mkdir()
    told = run("check", "decks/courses")
    assert (told.exit_code, told.stderr.count("\n")) == (2, 1)
    assert "holds the profiles of courses; `studypack check` looks at them all" in told.stderr


def test_a_check_of_latin_script_opens_no_font_and_loads_nothing_that_draws() -> None:
    code = (
        "import sys; from studypack.cli import main\n"
        f"sys.argv = ['studypack', 'check', {str(PACKS / 'lantern')!r}]\n"
        "try:\n"
        "    main()\n"
        "except SystemExit as end:\n"
        "    print(end.code, [m for m in ('rich', 'fontTools', 'jinja2', 'babel', 'PIL',"
        " 'studypack.flashcards') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 []"
