"""A spoiled template fails its output, and is named with the item that it was laying out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from studypack import places
from studypack.build.unit import Unit, make
from studypack.diagnostics import Diagnostic
from studypack.ledger import Ledger
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


def test_a_property_that_there_is_not_is_told_with_its_line(
    lantern: Summary, templates: Path
) -> None:
    path = templates / "handout/handout.css"
    path.write_text(path.read_text("utf-8") + "\np { no-such-property: 1 }\n", "utf-8")
    found = fault(lantern, "handout")
    assert found.code == "SP401"
    line = len(path.read_text("utf-8").splitlines())
    assert (found.where.file, found.where.line, found.where.column) == (str(path), line, 5)
    assert "no-such-property" in found.message


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ('<a href="#nowhere">there</a>', "#nowhere"),
        ('<img src="asset:away.png" alt="Away">', "asset:away.png"),
    ],
)
def test_a_link_or_a_picture_that_leads_nowhere_is_told_with_its_item(
    lantern: Summary, templates: Path, wrong: str, words: str
) -> None:
    path = templates / "briefing/people.html"
    text = path.read_text("utf-8")
    assert "{{ person.who }}" in text
    path.write_text(text.replace("{{ person.who }}", f"{{{{ person.who }}}} {wrong}"), "utf-8")
    unit = Unit("k", lantern.id, full_course(lantern.id), "briefing", None, {}, NOTHING)
    said = make({lantern.id: (lantern, Ledger())}, unit).diagnostics
    assert {found.code for found in said} == {"SP401"}
    assert any(words in found.message for found in said)
    (item,) = {
        found.message.rpartition("(at ")[2].rstrip(")") for found in said if "(at" in found.message
    }
    assert item in {person.id for person in lantern.people}
