"""Builds that are killed in the middle, again and again, into one folder.

``python -m tests.stress.kills 200`` changes a word, starts a build and kills it, so many times.
After each kill every file that has its final name must be whole, the ledger must know every
stamp that a deck carries, and at the end one build must give what a fresh folder would hold.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path
from random import Random

import pikepdf

from studypack.build.manifest import read_manifest
from studypack.flashcards.note import guid_of
from studypack.ledger import Ledger, parse
from studypack.writing import PART
from tests.conftest import PACKS

NOW = 1_790_000_000
OUTPUTS = "deck,handout"


def started(decks: Path, out: Path, now: int, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "studypack", "build", "--decks", str(decks), "--out", str(out)]
    return subprocess.Popen(
        [*command, "--only", OUTPUTS, "--quiet", *options],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(now)},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def decks_in(folder: Path) -> Path:
    for name in ("lantern", "six"):
        shutil.copytree(PACKS / name, folder / "decks" / name)
    return folder / "decks"


def _finished(process: subprocess.Popen[bytes]) -> None:
    _, said = process.communicate()
    assert process.returncode == 0, said.decode()


def killed(decks: Path, out: Path, random: Random, number: int, longest: float) -> str:
    """Changes a word, starts a build and kills it; says how far it came."""
    for name in ("lantern", "six"):
        story = decks / name / "story.yaml"
        text = story.read_text("utf-8")
        pages = text.replace(f"of {number} pages", f"of {number + 1} pages")
        assert pages != text
        story.write_text(pages, "utf-8")
    process = started(decks, out, NOW + number, "-j", str(random.choice((1, 2))))
    try:
        process.wait(random.uniform(0.3, longest))
    except subprocess.TimeoutExpired:
        pass
    else:
        _finished(process)
        return "ended by itself"
    kill = random.choice((os.killpg, os.kill))
    with contextlib.suppress(ProcessLookupError):
        kill(process.pid, signal.SIGKILL)
    process.communicate()
    return "killed with its workers" if kill is os.killpg else "killed alone"


def spoiled(decks: Path, out: Path) -> list[str]:
    """What is wrong in a folder of packs and with the ledgers beside the summaries."""
    found = []
    ledgers: dict[str, Ledger] = {}
    for path in decks.glob("*/ledger.json"):
        ledgers[path.parent.name] = parse(path.read_text("utf-8"))
    for path in (p for p in out.rglob("*") if p.is_file() and not p.name.startswith(".")):
        data = path.read_bytes()
        if path.suffix == ".pdf":
            try:
                with pikepdf.open(io.BytesIO(data)) as pdf:
                    if not len(pdf.pages):
                        found.append(f"{path} has no pages")
            except pikepdf.PdfError as error:
                found.append(f"{path}: {error}")
        elif path.suffix == ".apkg":
            ledger = ledgers.get(path.name.split("-")[0], Ledger())
            found += _behind(path, data, ledger)
        elif path.suffix == ".json":
            manifest = read_manifest(path)
            if manifest is None:
                found.append(f"{path} is no manifest")
        elif path.suffix == ".png":
            if not data.endswith(b"IEND\xaeB`\x82"):
                found.append(f"{path} is cut off")
        elif path.suffix == ".html":
            if not data.rstrip().endswith(b"</html>"):
                found.append(f"{path} is cut off")
        elif path.suffix not in {".md", ".tsv"}:
            found.append(f"nobody knows what {path} is")
    return found


def _behind(path: Path, data: bytes, ledger: Ledger) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if bad := archive.testzip():
                return [f"{path}: {bad} is broken"]
            collection = archive.read("collection.anki2")
    except zipfile.BadZipFile as error:
        return [f"{path}: {error}"]
    connection = sqlite3.connect(":memory:")
    connection.deserialize(collection)
    stamps = dict(connection.execute("select guid, mod from notes"))
    connection.close()
    namespace = f"tests/{path.name.split('-')[0]}"
    known = {guid_of(namespace, "en", name): entry.stamp for name, entry in ledger.notes.items()}
    return [
        f"{path}: the ledger does not know the stamp {stamp}"
        for note, stamp in stamps.items()
        if known.get(note, 0) < stamp
    ]


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def loop(folder: Path, count: int, seed: int = 0) -> Counter[str]:
    """Kills so many builds in a folder; raises AssertionError where anything is wrong.

    One that is left alone tells how long a build takes here, and so until when to kill.
    """
    random, decks, out = Random(seed), decks_in(folder), folder / "out"
    counts: Counter[str] = Counter()
    for name in ("lantern", "six"):
        story = decks / name / "story.yaml"
        text = story.read_text("utf-8")
        story.write_text(text.replace("unsigned pamphlet", "unsigned pamphlet of 0 pages"), "utf-8")
    begun = time.perf_counter()
    _finished(started(decks, out, NOW))
    longest = time.perf_counter() - begun
    for number in range(count):
        counts[killed(decks, out, random, number, longest)] += 1
        wrong = spoiled(decks, out)
        assert not wrong, f"after build {number}: {wrong}"
        counts["left unfinished"] += sum(1 for _ in folder.rglob(f".*{PART}"))
        if sys.stdout.isatty() or number % 20 == 19:
            print(number + 1, dict(counts), flush=True)
    shutil.copytree(decks, folder / "fresh/decks")
    for place in (folder, folder / "fresh"):
        _finished(started(place / "decks", place / "out", NOW + count))
    assert files(out) == files(folder / "fresh/out")
    assert files(decks) == files(folder / "fresh/decks")
    counts["files as in a fresh folder"] = len(files(out))
    return counts


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("builds", nargs="?", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kills-") as temporary:
        counts = loop(Path(temporary), options.builds)
    print(", ".join(f"{name}: {count}" for name, count in counts.items()))


if __name__ == "__main__":
    main()
