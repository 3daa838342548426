"""Packs built once: an English one with weeks and changes, a Polish one for a teacher."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from studypack.build import add_pages, build
from studypack.catalogue import targets
from tests.build.test_build import NOW, Listener
from tests.conftest import PACKS

ENGLISH = """\
summary: lantern
title: "Coasts & lights <1787>"
institution: Harbour School
term: Spring 2027
accent: "#7a1f3d"
weeks:
  - {date: 2027-01-18/2027-01-22, title: The light, topics: [light]}
  - {date: 2027-01-25, topics: [oil, light]}
"""
POLISH = """\
summary: lantern
title: Historia
language: pl
edition: teacher
accent: "#767676"
"""
CHANGES = """\
# What has changed

- The date: ~~1 March~~ **2 March**
- <script>alert(1)</script> ![x](http://example.org/x.png) [y](http://example.org/)
"""


@pytest.fixture(scope="session")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder ``out`` of the courses ``english`` and ``polish``."""
    root = tmp_path_factory.mktemp("page")
    shutil.copytree(PACKS / "lantern", root / "decks/lantern")
    (root / "decks/courses").mkdir()
    (root / "decks/courses/english.yaml").write_text(ENGLISH, "utf-8")
    (root / "decks/courses/polish.yaml").write_text(POLISH, "utf-8")
    (root / "out/english").mkdir(parents=True)
    (root / "out/english/CHANGES.md").write_text(CHANGES, "utf-8")
    found, diagnostics = targets(root / "decks", ())
    assert diagnostics == []
    outcome = build(found, ("handout", "poster", "deck"), root / "out", Listener(), now=NOW)
    add_pages(outcome, root / "out", Listener(), zipped=True)
    assert [d for d in outcome.diagnostics if d.severity == "error"] == []
    return root / "out"
