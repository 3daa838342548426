"""From summaries and courses to what is wanted: read, checked, the ledger kept, selected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from studypack.bookkeeping import keep
from studypack.build.order import Order, order_for
from studypack.catalogue import Target, dressed, legible
from studypack.checks import check, unprintable
from studypack.diagnostics import Diagnostic, has_errors
from studypack.flashcards.note import Note
from studypack.flashcards.review import diagnosed
from studypack.ledger import Ledger, day_of
from studypack.product import CannotRenderError, Wishes
from studypack.reading import Reading, read_summary
from studypack.select import Pack, select
from studypack.summary.summary import Summary


@dataclass(frozen=True)
class Prepared:
    """A summary free of errors, its ledger up to date on disk, its notes."""

    reading: Reading
    summary: Summary
    ledger: Ledger
    notes: Sequence[Note]
    plain: bool
    """Whether the bundled fonts have every character of it."""


@dataclass(frozen=True)
class Plan:
    """The pack of a course, with what is kept of its whole summary."""

    folder: str
    """Of the summary."""
    pack: Pack
    ledger: Ledger
    notes: Sequence[Note]

    def orders(self, outputs: Iterable[str], wishes: Wishes) -> Iterator[Order]:
        """What is wanted of it, with all that it would be made from."""
        for output in outputs:
            yield order_for(self.folder, self.pack, output, wishes, self.ledger, self.notes)


def prepare(folder: Path, now: int, *, locked: bool) -> tuple[Prepared | None, list[Diagnostic]]:
    """Reads a summary and keeps its ledger; None where anything is wrong with either."""
    reading = read_summary(folder)
    found = check(reading)
    if reading.summary is None or has_errors(found):
        return None, found
    try:
        kept, said = keep(folder, reading.summary, now, locked=locked)
    except CannotRenderError as error:  # how a card looks is a part of what is stamped
        kept, said = None, list(error.diagnostics)
    found += said
    if kept is None:
        return None, found
    found += diagnosed(kept.notes, reading.positions.at)
    plain = not unprintable(reading, {"": ()})
    return Prepared(reading, reading.summary, kept.ledger, kept.notes, plain), found


def plan_for(target: Target, found: Prepared) -> tuple[Plan | None, list[Diagnostic]]:
    """What a course selects; None where it cannot be printed."""
    course, said = dressed(target, found.reading)
    if not found.plain:
        said += legible(found.reading, [course])
    if has_errors(said):
        return None, said
    pack = select(found.summary, course.course)
    stamp = found.ledger.latest(item.id for item in pack.summary.items())
    pack = replace(pack, changed=day_of(stamp) if stamp else None, assets=course.assets)
    return Plan(str(target.folder), pack, found.ledger, found.notes), said
