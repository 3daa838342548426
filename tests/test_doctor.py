"""The doctor tries everything, and says what to do about each failure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from studypack import doctor
from studypack.product import MachineLacksError
from tests.cli.conftest import run


def of(name: str, out: Path) -> doctor.Finding:
    return next(finding for finding in doctor.examine(out) if finding.what == name)


def test_on_this_machine_all_is_well(tmp_path: Path) -> None:
    result = run("doctor", "--out", str(tmp_path / "out"), "--format", "json")
    rows = {row["what"]: row for row in json.loads(result.stdout)}
    assert result.exit_code == 0
    assert {name: row["state"] for name, row in rows.items()} == dict.fromkeys(rows, "ok")
    assert "weasyprint 70.0" in rows["packages"]["seen"]
    assert "fontconfig 2" in rows["libraries"]["seen"]
    assert "imported 10 notes" in rows["anki"]["seen"]
    assert not (tmp_path / "out").exists()


def test_without_its_libraries_it_names_the_command_that_installs_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_asked: object) -> None:
        raise MachineLacksError("WeasyPrint cannot load the system libraries")

    lacking = dict.fromkeys(("pango", "harfbuzz", "harfbuzz-subset", "fontconfig"), "")
    monkeypatch.setattr(doctor, "versions", lambda: lacking)
    monkeypatch.setattr(doctor.typesetting, "lay_out", none)
    monkeypatch.setattr(doctor.sys, "platform", "linux")
    result = run("doctor", "--out", str(tmp_path))
    assert result.exit_code == 3
    assert "LACKING  libraries: not found: pango, harfbuzz" in result.stdout
    assert "apt-get install libpango-1.0-0" in result.stdout
    assert "LACKING  page: WeasyPrint cannot load" in result.stdout


def test_a_missing_package_and_a_missing_font(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "PACKAGES", ("babel", "no-such-package"))
    monkeypatch.setattr("studypack.places.fonts", lambda: tmp_path)
    assert "not installed: no-such-package" in of("packages", tmp_path).seen
    assert "rendercv-fonts" in of("fonts", tmp_path).advice


def test_what_it_can_do_without_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor.shutil, "which", lambda _name: None)
    monkeypatch.setattr(doctor.importlib.util, "find_spec", lambda _name: None)
    result = run("doctor", "--out", str(tmp_path))
    assert result.exit_code == 0
    assert "missing  git: not found" in result.stdout
    assert "missing  anki" in result.stdout


def test_a_link_that_leads_to_itself_is_no_place_to_write(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    found = of("out", tmp_path / "loop")
    assert (found.ok, found.seen.endswith("Too many levels of symbolic links")) == (False, True)


def test_a_place_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file where the folder should be")
    found = of("out", tmp_path / "out")
    assert (found.ok, found.needed) == (False, True)
    assert "--out" in found.advice
