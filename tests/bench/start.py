"""How quickly the program answers, beside the libraries that it must load."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.row import COMPILED, Row

PACKS = Path(__file__).parents[1] / "packs"
_BARE_TYPER = """
import typer
app = typer.Typer()
@app.command()
def one(name: str = "x") -> None: "One."
@app.command()
def two(name: str = "x") -> None: "Two."
app(["--help"])
"""
_IMPORTS = "import typer, yaml, pydantic, markdown_it"


def _seconds(*arguments: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=COMPILED)
    return time.perf_counter() - started


def rows() -> Iterator[Row]:
    """Medians of nine, in turn, after a first run that does not count."""
    for what, ours, bare in (
        ("--help / bare Typer", ("-m", "studypack", "--help"), ("-c", _BARE_TYPER)),
        ("check of a small summary / its imports",
         ("-m", "studypack", "check", str(PACKS / "lantern")), ("-c", _IMPORTS)),
    ):  # fmt: skip
        _seconds(*ours)
        pairs = [(_seconds(*ours), _seconds(*bare)) for _ in range(9)]
        mine, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
        yield Row(what, statistics.median(a / b for a, b in pairs), 2,
                  f"{mine:.2f} s / {theirs:.2f} s")  # fmt: skip
