"""A spoiled template fails its output, and is named with the item that it was laying out."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import Any, NoReturn

import jinja2
import pytest

from studypack import places, typesetting
from studypack.briefing.look import Look
from studypack.build.order import Order, order_for
from studypack.build.unit import Unit, make
from studypack.diagnostics import Diagnostic
from studypack.flashcards import faces
from studypack.flashcards.ledger import updated
from studypack.flashcards.notes import notes_of
from studypack.ledger import Ledger
from studypack.outputs import OUTPUTS
from studypack.product import NOTHING
from studypack.select import full_course, select
from studypack.summary.base import ID_FORM
from studypack.summary.course import Selection
from studypack.summary.summary import Summary
from tests.build.test_build import NOW
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


HANDOUT = "handout/handout.html"


@pytest.mark.parametrize(
    ("wrong", "line", "words"),
    [
        ("{{ sheet.title + 1 }}", 1, "TypeError: can only concatenate str"),
        ("{{ 1/0 }}", 1, "ZeroDivisionError: division by zero"),
        ('{{ "{} {}".format() }}', 1, "IndexError: "),
        ("{% for x in range(300000) %}{% endfor %}", 1, "OverflowError: Range too big"),
        ("{% set one, two = 1 %}", 1, "TypeError: cannot unpack"),
        ("{% extends 1 %}", 1, "AttributeError: 'int' object has no attribute"),
        ("{% macro a() %}\n{{ a() }}\n{% endmacro %}\n{{ a() }}", 2, "without an end"),
        ("{% macro a() %}\n{{ sheet.look.faces }}\n{{ a() }}\n{% endmacro %}\n{{ a() }}", 3,
         "without an end"),
        ("<p>\n{% include 'handout.html' %}", 2, "without an end"),
    ],
)  # fmt: skip
def test_whatever_a_line_of_it_comes_to_is_told_with_the_line(
    lantern: Summary, templates: Path, wrong: str, line: int, words: str
) -> None:
    path = templates / HANDOUT
    text = path.read_text("utf-8")
    before, _, after = text.partition("<!DOCTYPE html>\n")
    path.write_text(f"{before}{wrong}\n<!DOCTYPE html>\n{after}", "utf-8")
    found = fault(lantern, "handout")
    at = before.count("\n") + line
    assert (found.code, found.where.file, found.where.line) == ("SP407", str(path), at)
    assert words in found.message
    assert len(found.message) < 200


def test_a_slip_that_python_finds_is_told_with_the_file(lantern: Summary, templates: Path) -> None:
    path = templates / HANDOUT
    path.write_text("{{ dict(a=1, a=2) }}", "utf-8")
    found = fault(lantern, "handout")
    assert (found.code, str(found.where)) == ("SP407", str(path))
    assert "keyword argument repeated: a" in found.message


@pytest.mark.parametrize("file", [HANDOUT, "handout/handout.css"])
def test_what_is_no_text_is_told_with_its_own_line(
    lantern: Summary, templates: Path, file: str
) -> None:
    path = templates / file
    path.write_bytes(b"<p>\n<p>Caf\xe9\n")
    found = fault(lantern, "handout")
    assert (found.code, found.where.file, found.where.line) == ("SP407", str(path), 2)
    assert "the byte 0xe9 is not UTF-8" in found.message


@pytest.mark.parametrize(
    ("file", "where"),
    [(HANDOUT, HANDOUT), ("handout/handout.css", f"{HANDOUT}:24")],
    ids=["itself", "included"],
)
def test_a_folder_where_a_template_should_be_is_told_where_it_is_wanted(
    lantern: Summary, templates: Path, file: str, where: str
) -> None:
    (templates / file).unlink()
    (templates / file).mkdir()
    found = fault(lantern, "handout")
    assert (found.code, str(found.where)) == ("SP407", str(templates / where))
    assert Path(file).name in found.message


def _fails(_fonts: object) -> NoReturn:
    raise ZeroDivisionError


def _circles(fonts: object) -> object:
    assert Look.faces.fget
    return Look.faces.fget(SimpleNamespace(fonts=fonts))


@pytest.mark.parametrize(
    ("spoiled", "bug"), [(_fails, ZeroDivisionError), (_circles, RecursionError)]
)
def test_a_bug_of_ours_that_a_template_meets_keeps_its_traceback(
    lantern: Summary, monkeypatch: pytest.MonkeyPatch, spoiled: object, bug: type[Exception]
) -> None:
    monkeypatch.setattr(typesetting, "font_faces", spoiled)
    with pytest.raises(bug) as caught:
        fault(lantern, "handout")
    files = [Path(str(entry.path)).name for entry in caught.traceback]
    assert "handout.html" in files
    assert "look.py" in files[files.index("handout.html") :]


def test_memory_that_ran_out_is_left_to_who_limits_it(lantern: Summary, templates: Path) -> None:
    """Long content can use it up in a template as well."""
    (templates / HANDOUT).write_text('{{ "x" * 10**17 }}', "utf-8")
    with pytest.raises(MemoryError):
        fault(lantern, "handout")


def test_a_template_in_a_circle_is_at_fault_wherever_the_circle_ends(
    lantern: Summary, templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deep(fonts: object, levels: int = 60) -> str:
        return deep(fonts, levels - 1) if levels else ""

    monkeypatch.setattr(typesetting, "font_faces", deep)
    path = templates / HANDOUT
    path.write_text(
        "{% macro a() %}\n{{ sheet.look.faces }}{{ a() }}\n{% endmacro %}\n{{ a() }}", "utf-8"
    )
    found = fault(lantern, "handout")
    assert (found.code, str(found.where)) == ("SP407", f"{path}:2")


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


def order_of(
    summary: Summary, output: str, assets: Mapping[str, bytes] = MappingProxyType({}), **wishes: Any
) -> tuple[Order, Ledger]:
    """The order for an output of everything, and the ledger that it is made with."""
    course = full_course(summary.id).model_copy(update=wishes)
    pack, notes = replace(select(summary, course), assets=assets), notes_of(summary)
    ledger = updated(Ledger(), summary, NOW, notes)
    return order_for(summary.id, pack, output, NOTHING, ledger, notes), ledger


@pytest.mark.parametrize("output", OUTPUTS)
def test_what_an_output_is_laid_out_by_is_among_its_inputs(
    lantern: Summary, output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    used: set[str] = set()
    load = jinja2.FileSystemLoader.get_source

    def told(self: jinja2.FileSystemLoader, *given: Any) -> Any:
        used.update(f"templates/{Path(folder).name}" for folder in self.searchpath)
        return load(self, *given)

    monkeypatch.setattr(jinja2.FileSystemLoader, "get_source", told)
    monkeypatch.setattr(faces, "_environment", faces._environment.__wrapped__)  # none is kept
    order, ledger = order_of(lantern, output)
    used.clear()  # the ledger looks at the faces of cards too
    made = make({lantern.id: (lantern, ledger)}, order.unit)
    assert made.diagnostics == ()
    assert used == {name for name in order.inputs if name.startswith("templates/")}


@pytest.mark.parametrize("output", OUTPUTS)
def test_no_item_can_be_called_as_another_input_is(lantern: Summary, output: str) -> None:
    """Or what it hides could change unseen, and a booklet be taken for the briefing."""
    order, _ = order_of(lantern, output)
    others = order.inputs.keys() - lantern.by_id.keys()
    assert [name for name in others if re.fullmatch(ID_FORM, name)] == []


def test_a_logo_is_an_input_of_what_shows_it(lantern: Summary) -> None:
    orders = {
        output: order_of(lantern, output, {"a.png": b"\x89PNG"}, logo="a.png")[0]
        for output in OUTPUTS
    }
    shown = {output for output, order in orders.items() if "file a.png" in order.inputs}
    assert shown == {"briefing", "handout", "booklet", "poster"}


def test_what_cannot_be_made_at_all_names_the_course(lantern: Summary) -> None:
    ids = tuple(event.id for event in lantern.chronology)
    empty = full_course(lantern.id).model_copy(update={"selection": Selection(exclude=ids)})
    unit = Unit("k", lantern.id, empty, "poster", None, {}, NOTHING)
    (found,) = make({lantern.id: (lantern, Ledger())}, unit).diagnostics
    assert (found.code, str(found.where)) == ("SP413", "full/poster")
