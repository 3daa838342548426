"""The list of files: a table for people, lines with tabs for programs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from studypack.build import Written
from studypack.build.manifest import FileEntry
from studypack.cli.options import Format
from studypack.cli.printing import list_files

DECK = Written("full", Path("out/full/deck.apkg"), FileEntry("deck.apkg", "", 1200, "9 notes"), 0.1)


def test_a_program_gets_a_line_for_each_file(capsys: pytest.CaptureFixture[str]) -> None:
    list_files([DECK], Format.TEXT)
    assert capsys.readouterr().out == "out/full/deck.apkg\t9 notes\t1 kB\n"


def test_a_terminal_gets_a_table(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    list_files([DECK], Format.TEXT)
    head, row = (" ".join(line.split()) for line in capsys.readouterr().out.splitlines())
    assert (head, row) == ("file holds size", "out/full/deck.apkg 9 notes 1 kB")


def test_nobody_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a program closed its standard output before it started studypack."""
    monkeypatch.setattr(sys, "stdout", None)
    list_files([DECK], Format.TEXT)
