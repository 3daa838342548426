"""What to build, in which order; reads the summaries, keeps the ledger, writes files whole."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from studypack.catalogue import Target
from studypack.checks import check
from studypack.diagnostics import Diagnostic, Mark, has_errors
from studypack.flashcards import ledger as ledgers
from studypack.outputs import OUTPUTS
from studypack.product import CannotRenderError, Product
from studypack.reading import read_summary
from studypack.select import Pack, select
from studypack.summary.summary import Summary


class Reporter(Protocol):
    """Is told how a build goes on."""

    def starts(self, course: str, output: str) -> None:
        """An output begins to be made."""

    def ends(self, written: Written) -> None:
        """A file stands in its place."""


@dataclass(frozen=True)
class Written:
    """A file that was made: its course, where it lies, what it holds, how long it took."""

    course: str
    path: Path
    product: Product
    seconds: float


@dataclass
class Outcome:
    """What a build came to."""

    written: list[Written]
    diagnostics: list[Diagnostic]
    packs: list[Pack]

    @property
    def failed(self) -> bool:
        """Whether anything that was asked for is missing."""
        return has_errors(self.diagnostics)


def build(
    chosen: Iterable[Target],
    outputs: Iterable[str],
    out: Path,
    reporter: Reporter,
    *,
    now: int,
    locked: bool = False,
) -> Outcome:
    """Builds the outputs of courses into ``out/<course>/``.

    A summary with errors builds nothing; an output that fails leaves the others, and its own last
    good file, untouched. ``now`` (seconds since 1970) stamps what changed since the ledger.
    """
    outcome = Outcome([], [], [])
    summaries: dict[Path, tuple[Summary, ledgers.Ledger] | None] = {}
    for target in chosen:
        if target.folder not in summaries:
            summaries[target.folder] = _prepared(target.folder, now, locked, outcome)
        prepared = summaries[target.folder]
        if prepared is None:
            continue
        summary, ledger = prepared
        pack = select(summary, target.course)
        pack = replace(pack, changed=_date(ledger.latest(i.id for i in pack.summary.items())))
        outcome.packs.append(pack)
        for output in outputs:
            reporter.starts(target.course.id, output)
            started = time.perf_counter()
            try:
                products = OUTPUTS[output](pack, ledger)
            except CannotRenderError as error:
                outcome.diagnostics += error.diagnostics
                continue
            for product in products:
                path = out / target.course.id / product.name
                write_whole(path, product.data)
                written = Written(target.course.id, path, product, time.perf_counter() - started)
                outcome.written.append(written)
                reporter.ends(written)
    return outcome


def _prepared(
    folder: Path, now: int, locked: bool, outcome: Outcome
) -> tuple[Summary, ledgers.Ledger] | None:
    """A summary free of errors, and its ledger brought up to date on disk."""
    reading = read_summary(folder)
    found = check(reading)
    outcome.diagnostics += found
    if reading.summary is None or has_errors(found):
        return None
    path = folder / "ledger.json"
    try:
        before = ledgers.parse(path.read_text("utf-8")) if path.exists() else ledgers.Ledger()
    except ledgers.LedgerError as error:
        outcome.diagnostics.append(Diagnostic("SP302", Mark(str(path)), str(error), error.hint))
        return None
    after = ledgers.updated(before, reading.summary, now)
    if after != before:
        if locked or not _writable(folder, path):
            pass
        else:
            write_whole(path, ledgers.dump(after).encode("utf-8"))
    return reading.summary, after


def _date(stamp: int | None) -> dt.date | None:
    return dt.datetime.fromtimestamp(stamp, dt.UTC).date() if stamp else None


def _writable(folder: Path, path: Path) -> bool:
    return os.access(path if path.exists() else folder, os.W_OK)


def write_whole(path: Path, data: bytes) -> None:
    """Puts a file in its place at once: written beside it, then renamed.

    Whoever reads the place sees the old file or the new one, never a part.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
