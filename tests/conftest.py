"""What tests share: small made-up summaries to copy, spoil and read."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from studypack.checks import check
from studypack.diagnostics import Diagnostic
from studypack.reading import read_summary
from studypack.summary.summary import Summary

PACKS = Path(__file__).parent / "packs"
ROOT = Path(__file__).parents[1]

settings.register_profile(
    "studypack",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("studypack")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-skips", action="store_true", help="A skipped test fails the run.")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if session.config.getoption("--no-skips") and skipped and exitstatus == 0:
        session.exitstatus = 1


Spoil = Callable[..., Path]


@pytest.fixture
def spoiled(tmp_path: Path) -> Spoil:
    """A copy of the summary ``lantern`` with one text in one of its files replaced."""

    def make(file: str, old: str = "", new: str = "", *, pack: str = "lantern") -> Path:
        folder = tmp_path / "decks" / pack
        if not folder.exists():
            shutil.copytree(PACKS / pack, folder)
        path = folder / file
        text = path.read_text("utf-8") if path.exists() else ""
        if old:
            assert text.count(old) >= 1, f"{old!r} does not stand in {file}"
            text = text.replace(old, new, 1)
        else:
            text = new
        path.write_text(text, "utf-8")
        return folder

    return make


def findings(folder: Path) -> list[Diagnostic]:
    """Everything that ``check`` says of a summary."""
    return check(read_summary(folder))


def line_of(folder: Path, diagnostic: Diagnostic) -> str:
    """The line at which a diagnostic points."""
    lines = Path(diagnostic.where.file).read_text("utf-8").split("\n")
    return lines[diagnostic.where.line - 1]


def summary_of(folder: Path) -> Summary:
    """A summary that has no errors."""
    reading = read_summary(folder)
    assert reading.diagnostics == []
    assert reading.summary is not None
    return reading.summary


@pytest.fixture(scope="session")
def lantern() -> Summary:
    return summary_of(PACKS / "lantern")


@pytest.fixture(scope="session")
def six() -> Summary:
    return summary_of(PACKS / "six")
