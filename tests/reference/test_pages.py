"""The pages of docs/reference/ are those that the program would write now."""

from __future__ import annotations

import re

import pytest
import typer

from studypack.cli import app
from tests.conftest import ROOT
from tests.reference.codes import CODES
from tests.reference.pages import _commands, pages

PAGES = pages()


@pytest.mark.parametrize("name", PAGES)
def test_a_committed_page_is_up_to_date(name: str) -> None:
    """If not: ``make docs``."""
    assert (ROOT / "docs/reference" / name).read_text("utf-8") == PAGES[name]


def test_every_option_of_every_command_is_documented_and_helps() -> None:
    sections = re.split(r"^## ", PAGES["command-line.md"], flags=re.M)
    told = {section.partition("\n")[0]: section for section in sections}
    for name, command in _commands(typer.main.get_command(app), "studypack"):
        for parameter in command.params:
            assert parameter.help, (name, parameter.name)
            for option in parameter.opts if parameter.param_type_name == "option" else ():
                assert option in told[name], (name, option)


def test_every_command_gives_an_example_of_itself() -> None:
    for name, command in _commands(typer.main.get_command(app), "studypack"):
        assert f"\n{name}" in command.help, name


def test_every_code_has_a_heading() -> None:
    headings = re.findall(r"^### (SP\d{3}) ", PAGES["codes.md"], flags=re.M)
    assert headings == [code.code for code in CODES]


def test_every_field_of_a_table_has_a_meaning() -> None:
    rows = re.findall(r"^\| (.+?) \| (.*?) \| .*\|$", PAGES["fields.md"], flags=re.M)
    assert len(rows) > 150
    assert [field for field, meaning in rows if not meaning.strip()] == []
