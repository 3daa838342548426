"""Many courses of one summary: what warm processes, stamps and shared outputs save."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.bench.row import COMPILED, Row

ROOT = Path(__file__).parents[2]
EACH = int(os.environ.get("EACH", "10"))
"""So many courses of each of the committed profiles."""
ROUNDS = 5
"""Pairs of runs, of which the middle one counts."""
PRINTED = {".pdf", ".apkg"}
ENVIRONMENT = {**COMPILED, "SOURCE_DATE_EPOCH": "1795500000"}


def _seconds(*command: str) -> tuple[float, str]:
    started = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=ENVIRONMENT)
    return time.perf_counter() - started, done.stderr


def _studypack(*arguments: str | Path) -> tuple[float, str]:
    return _seconds(sys.executable, "-m", "studypack", *map(str, arguments))


def rows() -> Iterator[Row]:
    """Forty courses against as many cold packs; nothing to do; one corrected fact."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        decks, one_by_one = folder / "decks", folder / "one"
        shutil.copytree(ROOT / "decks", decks)
        profiles = sorted((decks / "courses").glob("*.yaml"))
        _studypack("build", "--only", "deck", "--decks", decks, "--out", folder / "warm", "-q")
        cold = sum(
            _studypack("build", p.stem, "--decks", decks, "--out", one_by_one, "-q", "-j1")[0]
            for p in profiles
        )
        many = _many(decks, profiles)
        together, _ = _studypack("build", "--decks", decks, "--out", folder / "out", "-q", "-j2")
        yield Row(f"{many} courses on 2 cores / {many} cold packs", together / (cold * EACH), 0.35,
                  f"{together:.0f} s / {cold * EACH:.0f} s")  # fmt: skip
        pairs = [
            (
                _studypack("build", "--decks", decks, "--out", folder / "out", "-q")[0],
                _studypack("check", "--decks", decks)[0],
            )
            for _ in range(ROUNDS)
        ]
        nothing, check = sorted(pairs, key=lambda pair: pair[0] / pair[1])[ROUNDS // 2]
        yield Row(f"{many} courses with nothing to do / check", nothing / check, 2,
                  f"{nothing:.2f} s / {check:.2f} s")  # fmt: skip
        needless, said = _corrected(decks, folder / "out")
        yield Row("one corrected term: files made again that are as they were", needless, 0, said)


def _many(decks: Path, profiles: list[Path]) -> int:
    """Courses with a title and a term of their own, each without one item."""
    story = (decks / "1956/terms.yaml").read_text("utf-8")
    terms = re.findall(r"^  - id: (\S+)", story, re.M)
    for path in profiles:
        text = path.read_text("utf-8")
        for n in range(EACH):
            mine = re.sub(r"^term:.*", f"term: Term {n}", text, flags=re.M)
            mine = re.sub(r"^title:.*", f"title: Course {n} of {path.stem}", mine, flags=re.M)
            if "selection:" not in mine:
                mine += "\nselection:\n  importance: 3\n"
            if "exclude:" in mine:
                mine = re.sub(r"exclude: \[", f"exclude: [{terms[n]}, ", mine)
            else:
                mine = mine.replace("selection:\n", f"selection:\n  exclude: [{terms[n]}]\n")
            path.with_stem(f"{path.stem}-{n}").write_text(mine, "utf-8")
        path.unlink()
    return EACH * len(profiles)


def _corrected(decks: Path, out: Path) -> tuple[int, str]:
    """All made again after one term was corrected: how many files for nothing, and what was made.

    That nothing else would be other than it is, the tests of the build ask.
    """
    path = decks / "1956/terms.yaml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(\n    meaning: >-\n +)", r"\1In short, ", text, count=1), "utf-8")
    before = {file: file.read_bytes() for file in out.rglob("*") if file.suffix in PRINTED}
    seconds, said = _studypack("build", "--decks", decks, "--out", out, "-q", "-j2", "--explain")
    made = re.findall(r"^ *(\S+)/(\w+): made", said, re.M)
    needless = [
        file for file, data in before.items() if _made(file, made) and file.read_bytes() == data
    ]
    kinds = Counter(kind for _, kind in made)
    told = ", ".join(f"{count} of {kind}" for kind, count in sorted(kinds.items()))
    return len(needless), f"{seconds:.0f} s; made {told or 'nothing'}"


def _made(file: Path, made: Iterable[tuple[str, str]]) -> bool:
    """Whether a file is of one of these outputs (course, kind)."""
    return any(
        file.parent.name == course and file.stem.endswith(f"{course}-{kind}")
        for course, kind in made
    )
