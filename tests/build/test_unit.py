"""A spoiled template fails its output, and is named with the item that it was laying out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from studypack import places
from studypack.build.unit import Unit, make
from studypack.diagnostics import Diagnostic
from studypack.flashcards.ledger import Ledger
from studypack.product import NOTHING
from studypack.select import full_course
from studypack.summary.summary import Summary
from tests.conftest import ROOT


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "templates"
    shutil.copytree(ROOT / "templates", folder)
    monkeypatch.setattr(places, "templates", lambda: folder)
    return folder


def fault(summary: Summary, output: str) -> Diagnostic:
    unit = Unit("k", summary.id, full_course(summary.id), output, None, {}, NOTHING)
    made = make({summary.id: (summary, Ledger())}, unit)
    assert made.products == ()
    (found,) = made.diagnostics
    return found


@pytest.mark.parametrize(
    ("output", "file", "right", "wrong"),
    [
        ("briefing", "briefing/terms.html", "{{ term.meaning }}", "{{ term.sense }}"),
        ("handout", "handout/handout.html", "{{ e.says }}", "{{ e.sense }}"),
    ],
)
def test_an_unknown_name(
    lantern: Summary, templates: Path, output: str, file: str, right: str, wrong: str
) -> None:
    path = templates / file
    text = path.read_text("utf-8")
    assert text.count(right) == 1
    path.write_text(text.replace(right, wrong), "utf-8")
    found = fault(lantern, output)
    assert found.code == "SP407"
    assert (found.where.file, found.where.line) == (
        str(path),
        text[: text.index(right)].count("\n") + 1,
    )
    item = found.message.rpartition("(at ")[2].rstrip(")")
    assert item in lantern.by_id
    assert "has no attribute 'sense'" in found.message


def test_a_slip_in_its_syntax_has_no_item(lantern: Summary, templates: Path) -> None:
    path = templates / "briefing/terms.html"
    path.write_text("<p>\n{% for %}\n", "utf-8")
    found = fault(lantern, "briefing")
    assert (found.code, found.where.file, found.where.line) == ("SP407", str(path), 2)
    assert "(at" not in found.message
