"""A check is quick: it loads only what it looks with."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from studypack import catalogue
from studypack.flashcards import notes
from studypack.flashcards.note import Note
from studypack.reading import Reading, read_summary
from tests.cli.conftest import run

PACKS = Path(__file__).parents[1] / "packs"
NAMESPACE = "namespace: tests/lantern"


def copied(decks: Path, name: str, old: str = "", new: str = "") -> None:
    """Another summary, as ``cp -r`` makes it; then one text in its header is replaced."""
    shutil.copytree(decks / "lantern", decks / name)
    header = decks / name / "summary.yaml"
    text = header.read_text("utf-8")
    assert old in text
    header.write_text(text.replace(old, f"namespace: {new}" if old == NAMESPACE else new), "utf-8")


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
    assert "If nobody has a deck yet, delete ledger.json" in told.stderr
    mended = run("ledger", "--restamp")
    assert (mended.exit_code, mended.stdout, mended.stderr) == (1, "", told.stderr)
    assert 'did you mean "date/pamflet"?' in told.stderr
    assert told.stderr == run("build", "--locked", "-q", "-j1", "--only", "deck").stderr

    story.write_text(text.replace("date: 1787-03-01", "date: 1787-02-30"), "utf-8")
    assert "SP303" not in run("check").stderr, "an item with a mistake has not vanished"

    story.write_text(text, "utf-8")
    ledger.write_text(stamped.replace('"notes"', '<<<<<<< HEAD\n"notes"'), "utf-8")
    told = run("check", "decks/lantern", "--format", "github")
    assert (told.exit_code, "SP302" in told.stderr) == (1, True)
    assert "Run `studypack ledger`" in told.stderr


def test_who_replaces_the_sample_reads_once_what_to_do(lantern_decks: Path) -> None:
    assert run("build", "-q", "-j1", "--only", "deck").exit_code == 0
    story = lantern_decks / "lantern/story.yaml"
    text = story.read_text("utf-8")
    for name in ("pamphlet", "oil-price"):
        text = text.replace(name, f"new-{name}")
    story.write_text(text, "utf-8")
    told = run("check").stderr
    assert told.count("SP303") > 2
    assert told.count("An id never changes") == 1
    assert "students have" not in told
    (lantern_decks / "lantern/ledger.json").unlink()
    assert run("check").exit_code == 0, "the hint leads out"


@pytest.mark.parametrize(
    ("profile", "code"),
    [
        ("summary: lantern\npaper: Lettre\n", "SP103"),
        ("summary: 'lantern'\ntitle: One: two\n", "SP003"),
        ("summary: lantern\nwithout_parts: [glossary]\n", "SP313"),
    ],
)
def test_of_a_summary_that_is_named_the_profiles_are_looked_at(
    lantern_decks: Path, monkeypatch: pytest.MonkeyPatch, profile: str, code: str
) -> None:
    (lantern_decks / "courses").mkdir()
    (lantern_decks / "courses/a.yaml").write_text(profile, "utf-8")
    told = run("check", "decks/lantern")
    assert (told.exit_code, code in told.stderr) == (1, True)
    assert told.stderr == run("check").stderr == run("check", "lantern").stderr
    monkeypatch.chdir(lantern_decks / "lantern")
    assert code in run("check", ".").stderr


def test_profiles_of_another_summary_are_left_alone(lantern_decks: Path) -> None:
    copied(lantern_decks, "lantern-2", NAMESPACE, "tests/lantern-2")
    (lantern_decks / "courses").mkdir()
    (lantern_decks / "courses/a.yaml").write_text("summary: lantern-2\npaper: Lettre\n", "utf-8")
    assert run("check", "lantern").stdout == "decks/lantern: no problems\n"
    assert run("check", "lantern-2").exit_code == 1


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "Put the file itself into decks/courses"),
        (lambda path: path.write_bytes(bytes(11_000_000)), "Save it smaller."),
        (lambda path: path.write_text("GIF89a"), "Save it again, as PNG or JPEG."),
    ],
)
def test_a_logo_that_will_not_do_is_told_with_what_to_do(
    lantern_decks: Path, make: Callable[[Path], object], said: str
) -> None:
    (lantern_decks / "courses").mkdir()
    profile = lantern_decks / "courses/a.yaml"
    profile.write_text("summary: lantern\ninstitution: Birk\nlogo: a.png\n", "utf-8")
    make(profile.with_name("a.png"))
    told = run("check").stderr
    assert ("SP314" in told, said in told) == (True, True), told


TWIN = 'error[SP309] the summary "lamp" has the namespace "tests/lantern" too: '


@pytest.mark.parametrize("named", [(), ("lamp",), ("decks/lantern",), ("lantern", "lamp")])
def test_two_summaries_of_one_namespace_are_told_at_the_later_one(
    lantern_decks: Path, named: tuple[str, ...]
) -> None:
    copied(lantern_decks, "lamp")
    told = run("check", *named)
    assert (told.exit_code, told.stderr.count("SP309")) == (1, 1)
    assert f"decks/lantern/summary.yaml:28:48: {TWIN}" in told.stderr
    assert "Give the newer summary a namespace of its own, before students have" in told.stderr
    header = lantern_decks / "lamp/summary.yaml"
    header.write_text(header.read_text("utf-8").replace(NAMESPACE, "namespace: lamp"), "utf-8")
    assert run("check", *named).exit_code == 0, "the hint leads out"


def test_a_twin_is_found_from_within_its_folder(
    lantern_decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied(lantern_decks, "lamp")
    monkeypatch.chdir(lantern_decks / "lamp")
    assert TWIN in run("check", ".").stderr
    assert "SP309" not in run("check", ".", "../lamp", "../../decks/lamp").stderr.replace(TWIN, "")


@pytest.mark.parametrize(
    ("old", "new", "twin"),
    [
        ("language: en-GB", "language: en-US", True),
        ("language: en-GB", "language: pl", False),
        (NAMESPACE, "tests/Lantern", False),
        (NAMESPACE, "tests/lantern-2", False),
    ],
)
def test_what_tells_notes_apart_is_what_their_guids_are_made_of(
    lantern_decks: Path, old: str, new: str, twin: bool
) -> None:
    copied(lantern_decks, "lamp", old, new)
    guids = [{note.guid for note in notes_of(lantern_decks / name)} for name in ("lamp", "lantern")]
    assert bool(guids[0] & guids[1]) == twin
    assert ("SP309" in run("check").stderr) == twin
    assert ("SP309" in run("check", "lamp").stderr) == twin


def notes_of(folder: Path) -> Iterable[Note]:
    summary = read_summary(folder).summary
    assert summary is not None
    return notes.notes_of(summary)


def test_a_summary_that_cannot_be_read_is_no_twin(lantern_decks: Path) -> None:
    copied(lantern_decks, "lamp", "  dates: 1780/1790\n")
    told = run("check")
    assert ("SP102" in told.stderr, "SP309" in told.stderr) == (True, False)
    assert run("check", "lantern").exit_code == 0


def test_one_folder_under_two_names_is_no_twin(lantern_decks: Path) -> None:
    (lantern_decks / "lamp").symlink_to("lantern")
    assert run("check").exit_code == 0
    assert run("check", "lamp", "decks/lantern", "decks/lantern/").exit_code == 0


def test_a_copy_in_another_folder_is_no_twin(lantern_decks: Path, tmp_path: Path) -> None:
    shutil.copytree(lantern_decks, tmp_path / "backup")
    assert run("check", "decks/lantern", "backup/lantern").exit_code == 0


def test_a_summary_that_is_named_costs_no_look_into_those_beside_it(
    lantern_decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(PACKS / "six", lantern_decks / "six")
    read: list[str] = []

    def reading(folder: Path) -> Reading:
        read.append(folder.name)
        return read_summary(folder)

    monkeypatch.setattr(catalogue, "read_summary", reading)
    assert run("check", "lantern").exit_code == 0
    assert read == ["lantern"]


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
