"""What ``build`` tells a script."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from tests.cli.conftest import run


def test_files_on_stdout_and_problems_on_stderr_are_both_json(lantern_decks: Path) -> None:
    first = run("build", "-q", "-j1", "--only", "deck", "--format", "json")
    rows = {row["path"]: row for row in json.loads(first.stdout)}
    deck = rows["out/full/lantern-full-deck.apkg"]
    data = Path("out/full/lantern-full-deck.apkg").read_bytes()
    assert (deck["course"], deck["made"], deck["bytes"]) == ("full", True, len(data))
    assert deck["sha256"] == hashlib.sha256(data).hexdigest()
    assert [row["code"] for row in json.loads(first.stderr)] == ["SP305"]
    again = run("build", "-q", "-j1", "--only", "deck", "--format", "json")
    assert [r["made"] for r in json.loads(again.stdout) if r["path"] == deck["path"]] == [False]
    assert json.loads(again.stderr) == []
