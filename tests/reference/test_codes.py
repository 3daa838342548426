"""The table of codes is complete, and its examples yield what they say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NoReturn

import jinja2
import pytest

from studypack import outputs
from studypack.build.unit import Unit, make
from studypack.flashcards import render as deck
from studypack.flashcards.ledger import updated
from studypack.ledger import Ledger
from studypack.outputs import Output
from studypack.poster import render as poster
from studypack.product import NOTHING, CannotRenderError
from studypack.select import full_course, select
from studypack.sheets import Lost
from studypack.summary.summary import Summary
from tests.conftest import ROOT
from tests.reference.codes import CODES
from tests.reference.examples import Code, told

SHOWN = [code for code in CODES if not code.elsewhere]


def emitted() -> set[str]:
    """Every code that stands in the source."""
    files = (ROOT / "src").rglob("*.py")
    return {code for path in files for code in re.findall(r'"(SP\d{3})"', path.read_text("utf-8"))}


def test_every_code_is_in_the_table_and_no_other() -> None:
    assert {code.code for code in CODES} == emitted()
    assert [code.code for code in CODES] == sorted({code.code for code in CODES})


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.code)
def test_an_example_yields_its_code_and_no_other(code: Code, tmp_path: Path) -> None:
    assert told(code, tmp_path) == [(code.code, code.severity)]


@pytest.mark.parametrize(
    "code", [code for code in CODES if code.elsewhere], ids=lambda code: code.code
)
def test_what_no_file_brings_about_is_brought_about_by_another_test(code: Code) -> None:
    path, _, name = code.elsewhere.partition("::")
    text = (ROOT / path).read_text("utf-8")
    body = text[text.index(f"def {name}(") :].split("\ndef ")[0]
    assert code.code in body


def test_words_without_room(lantern: Summary, monkeypatch: pytest.MonkeyPatch) -> None:
    lost = [Lost("the last words", "march")]
    monkeypatch.setattr("studypack.sheets.lost_text", lambda _document: lost)
    with pytest.raises(CannotRenderError) as caught:
        poster.render(select(lantern, full_course("lantern")), NOTHING)
    assert {found.code for found in caught.value.diagnostics} == {"SP403"}


def test_a_broken_template(lantern: Summary) -> None:
    def render(*_asked: object) -> NoReturn:
        raise jinja2.UndefinedError("'lane' is undefined")

    unit = Unit("k", "lantern", full_course("lantern"), "poster", None, {}, NOTHING)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(outputs, "OUTPUTS", {"poster": Output(lambda: render, render, "poster")})
        made = make({"lantern": (lantern, Ledger())}, unit)
    assert [found.code for found in made.diagnostics] == ["SP407"]


def test_a_spoiled_picture(lantern: Summary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deck, "faults", lambda _notes: ["the file a.png names no licence"])
    ledger = updated(Ledger(), lantern, now=1)
    with pytest.raises(CannotRenderError) as caught:
        deck.render(select(lantern, full_course("lantern")), ledger)
    assert [found.code for found in caught.value.diagnostics] == ["SP502"]
