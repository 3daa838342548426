"""The engine is general: nothing of the real subject stands in code or templates."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT, summary_of

FILES = [
    path
    for folder in ("src", "templates")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.is_file() and path.suffix in {".py", ".html", ".css", ".svg", ".j2"}
]
COMMON = {"world", "decision", "plenum", "thaw", "neutrality"}
"""Words that are ids of the subject and plain English too."""


def _subject_words() -> list[str]:
    summary = summary_of(ROOT / "decks/1956")
    words = {person.sort.split(",")[0] for person in summary.people}
    words |= {theatre.title for theatre in summary.header.theatres}
    words |= {term.name for term in summary.terms if " " not in term.name}
    return sorted(w for w in words if w.casefold() not in COMMON and len(w) > 2)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_name_and_no_year_of_the_subject_in_the_engine(path: Path) -> None:
    text = path.read_text("utf-8")
    assert [w for w in _subject_words() if re.search(rf"\b{re.escape(w)}\b", text)] == []
    assert "1956" not in text
