"""What to build, in which order; reads the summaries, keeps the ledger, writes files whole."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from studypack.bookkeeping import keep
from studypack.catalogue import Target, dressed
from studypack.checks import check
from studypack.diagnostics import Diagnostic, Mark, has_errors
from studypack.flashcards.ledger import Ledger
from studypack.flashcards.notes import notes_of
from studypack.flashcards.review import diagnosed
from studypack.outputs import OUTPUTS
from studypack.product import NOTHING, CannotRenderError, Product, Wishes
from studypack.reading import Reading, read_summary
from studypack.select import select
from studypack.writing import write_whole


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

    written: list[Written] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def build(
    chosen: Iterable[Target],
    outputs: Iterable[str],
    out: Path,
    reporter: Reporter,
    *,
    now: int,
    locked: bool = False,
    wishes: Wishes = NOTHING,
) -> Outcome:
    """Builds the outputs of courses into ``out/<course>/``.

    A summary with errors builds nothing; an output that fails leaves the others, and its own last
    good file, untouched. ``now`` (seconds since 1970) stamps what changed since the ledger.
    """
    outcome = Outcome()
    summaries: dict[Path, tuple[Reading, Ledger] | None] = {}
    for target in chosen:
        if target.folder not in summaries:
            summaries[target.folder] = _prepared(target.folder, now, locked, outcome)
        prepared = summaries[target.folder]
        if prepared is None:
            continue
        reading, ledger = prepared
        assert reading.summary is not None
        course, found = dressed(target, reading)
        outcome.diagnostics += found
        if has_errors(found):
            continue
        pack = select(reading.summary, course.course)
        changed = _date(ledger.latest(i.id for i in pack.summary.items()))
        pack = replace(pack, changed=changed, assets=course.assets)
        for output in outputs:
            reporter.starts(target.course.id, output)
            started = time.perf_counter()
            try:
                products = OUTPUTS[output](pack, ledger, wishes)
            except CannotRenderError as error:
                outcome.diagnostics += error.diagnostics
                continue
            for product in products:
                path = out / target.course.id / product.name
                try:
                    write_whole(path, product.data)
                except OSError as error:
                    outcome.diagnostics.append(
                        Diagnostic("SP402", Mark(str(path)), f"cannot be written: {error.strerror}")
                    )
                    continue
                written = Written(target.course.id, path, product, time.perf_counter() - started)
                outcome.written.append(written)
                reporter.ends(written)
    return outcome


def _prepared(
    folder: Path, now: int, locked: bool, outcome: Outcome
) -> tuple[Reading, Ledger] | None:
    """A summary free of errors, and its ledger brought up to date on disk."""
    reading = read_summary(folder)
    found = check(reading)
    outcome.diagnostics += found
    if reading.summary is None or has_errors(found):
        return None
    ledger, said = keep(folder, reading.summary, now, locked=locked)
    outcome.diagnostics += said
    if ledger is None:
        return None
    cards = notes_of(reading.summary, ledger.given)
    outcome.diagnostics += diagnosed(cards, reading.positions.at)
    return reading, ledger


def _date(stamp: int | None) -> dt.date | None:
    return dt.datetime.fromtimestamp(stamp, dt.UTC).date() if stamp else None
