"""What ``clean`` removes, and what it leaves."""

from __future__ import annotations

import json
import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import run
from tests.conftest import PACKS

PACK = "out/full/lantern-full"


@pytest.fixture
def built(lantern_decks: Path) -> Path:
    assert run("build", "-q", "-j1", "--only", "deck,cards").exit_code == 0
    return lantern_decks.parent


def files(home: Path) -> set[str]:
    return {str(p.relative_to(home)) for p in (home / "out").rglob("*") if p.is_file()}


def test_a_pack_goes_with_its_manifest_and_its_folder(built: Path) -> None:
    made = files(built)
    result = run("clean")
    assert result.exit_code == 0
    assert {f"removed {name}" for name in made} | {"removed out/full"} == set(
        result.stdout.splitlines()
    )
    assert list((built / "out").iterdir()) == []


def test_a_file_that_somebody_changed_or_added_is_left_and_told(built: Path) -> None:
    changed = built / f"{PACK}-deck.apkg"
    changed.write_bytes(b"mine now")
    (built / "out/full/notes.txt").write_text("mine")
    result = run("clean", "full")
    assert files(built) == {f"{PACK}-deck.apkg", f"{PACK}-manifest.json", "out/full/notes.txt"}
    assert f"left {PACK}-deck.apkg: it was changed after it was made" in result.stderr
    assert "left out/full/notes.txt: no manifest lists it" in result.stderr
    assert changed.read_bytes() == b"mine now"


def test_a_dry_run_tells_the_same_and_removes_nothing(built: Path) -> None:
    before = files(built)
    told = run("clean", "--dry-run").stdout
    assert files(built) == before
    assert told.replace("would remove", "removed") == run("clean").stdout


def test_two_packs_in_a_folder_go_with_the_list_of_both_whichever_wrote_it_last(
    built: Path,
) -> None:
    shutil.copytree(PACKS / "six", built / "decks/six")
    build = ("build", "-q", "-j1", "--only", "deck")
    run(*build)
    shutil.rmtree(built / "decks/lantern")
    summary = built / "decks/six/summary.yaml"
    summary.write_text(summary.read_text("utf-8").replace("The Six Lights", "Six Lights"), "utf-8")
    run(*build)
    would = run("clean", "full", "--dry-run").stdout.splitlines()
    assert would.count("would remove out/full/index.html") == 1
    result = run("clean", "full")
    assert result.stdout.splitlines() == [line.replace("would remove", "removed") for line in would]
    assert result.stderr == ""
    assert list((built / "out").iterdir()) == []


def test_a_manifest_cannot_lead_out_of_its_folder(built: Path) -> None:
    other = built / "precious.txt"
    other.write_bytes(b"mine")
    manifest = built / f"{PACK}-manifest.json"
    data = json.loads(manifest.read_text("utf-8"))
    entry = data["outputs"]["deck"]["files"][0]
    import hashlib

    entry |= {"name": "../../precious.txt", "sha256": hashlib.sha256(b"mine").hexdigest()}
    manifest.write_text(json.dumps(data), "utf-8")
    before = files(built)
    run("clean")
    assert other.read_bytes() == b"mine"
    assert files(built) == before, "such a manifest is none, so that nothing is listed"


def test_a_link_is_left(built: Path) -> None:
    deck = built / f"{PACK}-deck.apkg"
    elsewhere = built / "deck.apkg"
    deck.rename(elsewhere)
    deck.symlink_to(elsewhere)
    run("clean")
    assert elsewhere.is_file()
    assert deck.is_symlink()


def test_it_says_that_all_packs_go_and_how_to_name_one(built: Path) -> None:
    assert "all packs in out: full; one alone: studypack clean full" in run("clean").stderr
    assert run("clean", "--format", "json").stderr == ""


def test_a_build_names_a_pack_whose_course_is_gone(built: Path) -> None:
    """Here that of ``full``, which stood in until there was a course."""
    profile = built / "decks/courses/a.yaml"
    profile.parent.mkdir()
    profile.write_text("summary: lantern\n", "utf-8")
    build = ("build", "-j1", "--only", "deck")
    told = run(*build)
    assert told.exit_code == 0
    assert "out/full (lantern-full): no course of decks makes it; " in told.stderr
    assert "to remove it: studypack clean full\n" in told.stderr
    assert "makes it" not in run(*build, "-q").stderr
    profile.write_text("summary: lantern\nnonsense: 1\n", "utf-8")
    assert "out/a " not in run(*build).stderr, "a mistake in a profile does not make it vanish"
    profile.write_text("summary: lantern\n", "utf-8")
    run("clean", "full")
    assert "makes it" not in run(*build).stderr


def test_a_pack_whose_summary_is_gone_is_named_though_another_lies_beside_it(built: Path) -> None:
    shutil.move(built / "decks/lantern", built / "decks/beacon")
    told = run("build", "-j1", "--only", "deck").stderr
    assert "out/full (lantern-full): no course of decks makes it" in told
    assert "studypack clean full, then build again what else lies there\n" in told
    assert "(beacon-full)" not in told


def test_how_to_remove_it_names_the_folders_that_were_given(built: Path) -> None:
    """Followed, it removes the pack that it is about, and not one of the same name in ./out."""
    (built / "decks").rename(built / "old decks")
    shutil.copytree(PACKS / "six", built / "new/six")
    (built / "out").rename(built / "my packs")
    shutil.copytree(built / "my packs", built / "out")
    build = ("build", "-j1", "--only", "deck", "--decks", "new", "--out", "my packs")
    told = run(*build).stderr
    assert "my packs/full (lantern-full): no course of new makes it; to remove it: " in told
    clean = "studypack clean full --out 'my packs'"
    assert (
        f"{clean}, then build again what else lies there, with --decks new --out 'my packs'\n"
        in told
    )
    assert run(*shlex.split(clean)[1:]).exit_code == 0
    assert not (built / "my packs/full/lantern-full-deck.apkg").exists()
    assert (built / f"{PACK}-deck.apkg").exists()
    assert "makes it" not in run(*build).stderr
    told = run("build", "-j1", "--only", "deck", "--decks", "old decks", "--out", "my packs").stderr
    assert "no course of old decks makes it" in told
    assert "with --decks 'old decks' --out 'my packs'\n" in told


def test_only_what_a_manifest_proves_to_be_a_pack_is_named(built: Path) -> None:
    (built / "out/mine").mkdir()
    (built / "out/mine/lantern-mine-manifest.json").write_text("{}", "utf-8")
    shutil.copytree(built / "out/full", built / "out/kept")
    assert "makes it" not in run("build", "-j1", "--only", "deck").stderr


def test_for_scripts(built: Path) -> None:
    rows = json.loads(run("clean", "--format", "json").stdout)
    assert {"path": f"{PACK}-deck.apkg", "removed": True, "why": ""} in rows


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["ful"], 'no pack "ful" in out; did you mean "full"?'), (["--out", "no"], "no folder no")],
)
def test_what_is_not_there(built: Path, arguments: list[str], said: str) -> None:
    result = run("clean", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_folder_that_no_pack_was_put_into_is_left_alone(built: Path) -> None:
    """``--out`` may be any folder; not even an empty one in it is touched."""
    (built / "out/mine").mkdir()
    (built / "out/notes").mkdir()
    (built / "out/notes/a.txt").write_text("mine")
    told = run("clean")
    assert (told.exit_code, "mine" in told.output) == (0, False)
    assert sorted(p.name for p in (built / "out").iterdir()) == ["mine", "notes"]
    assert 'there is no pack "mine"' in run("clean", "mine").stderr
