"""A fresh Anki collection for each test that asks for a student."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flashcards.engine import Student, student


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Student]:
    with student(tmp_path / "anki") as opened:
        yield opened
