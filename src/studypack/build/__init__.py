"""What has to be built is made and put in its place; what can be left is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from studypack.build.manifest import FileEntry
from studypack.build.order import Order
from studypack.build.pages import finish
from studypack.build.planning import Plan, Prepared, plan_for, prepare
from studypack.build.shelf import Shelf
from studypack.build.unit import Engine, Materials, Unit, one_by_one
from studypack.catalogue import Target
from studypack.checks.namespaces import shared
from studypack.diagnostics import Diagnostic
from studypack.outputs import rank
from studypack.product import NOTHING, Product, Wishes
from studypack.select import LeftOut

__all__ = ["Decision", "Outcome", "Reporter", "Written", "add_pages", "build", "one_by_one"]


class Reporter(Protocol):
    """Is told how a build goes on."""

    def plans(self, count: int) -> None:
        """So many outputs are to be made."""

    def starts(self, unit: Unit) -> None:
        """An output begins to be made."""

    def ends(self, written: Written) -> None:
        """A file stands in its place."""


@dataclass(frozen=True)
class Written:
    """A file that was made: its course, where it lies, what it holds, how long it took."""

    course: str
    path: Path
    file: FileEntry
    seconds: float
    made: bool = True
    """False where the file was there already, the same as it would be made now."""


@dataclass(frozen=True)
class Decision:
    """Why an output was to be made; empty where it was left as it was."""

    course: str
    output: str
    why: str
    failed: bool = False
    """Whether it was to be made and could not; a diagnostic says why."""


@dataclass
class Outcome:
    """What a build came to."""

    written: list[Written] = field(default_factory=list)
    """Every file of the outputs asked for, made now or before, in the order of courses and outputs,
    then the pages."""
    decisions: list[Decision] = field(default_factory=list)
    """What was made and what was left, and why."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    """The packs that it was about."""

    @property
    def left_out(self) -> dict[str, tuple[LeftOut, ...]]:
        """What the selection of each course drops, and why; those of one name told together."""
        found: dict[str, tuple[LeftOut, ...]] = {}
        for plan in self.plans:
            course = plan.pack.course.id
            found[course] = (*found.get(course, ()), *plan.pack.left_out)
        return found


def build(
    chosen: Iterable[Target],
    outputs: Iterable[str],
    out: Path,
    reporter: Reporter,
    *,
    now: int,
    locked: bool = False,
    wishes: Wishes = NOTHING,
    engine: Engine = one_by_one,
) -> Outcome:
    """Builds those outputs of courses that would differ from what lies in ``out/<course>/``.

    A summary with errors builds nothing; an output that fails leaves the others, and its own last
    good file, untouched. ``now`` (seconds since 1970) stamps what changed since the ledger.
    """
    outcome, shelf = Outcome(), Shelf(out)
    prepared: dict[str, Prepared | None] = {}
    targets = list(chosen)
    for target in targets:
        folder = str(target.folder)
        shelf.sweep(target.course.id)
        if folder not in prepared:
            prepared[folder], said = prepare(target.folder, now, locked=locked)
            outcome.diagnostics += said
    sound = [(Path(name), one.reading) for name, one in prepared.items() if one]
    for twins, told in shared(sound):
        prepared |= dict.fromkeys(map(str, twins))  # names do not tell which one students have
        outcome.diagnostics.append(told)
    for target in targets:
        found = prepared[str(target.folder)]
        if found is not None:
            plan, said = plan_for(target, found)
            outcome.diagnostics += said
            if plan is not None:
                outcome.plans.append(plan)
    materials = {name: (one.summary, one.ledger) for name, one in prepared.items() if one}
    outputs = list(outputs)
    orders = [order for plan in outcome.plans for order in plan.orders(outputs, wishes)]
    _fulfil(orders, materials, shelf, reporter, engine, outcome)
    return outcome


def _fulfil(
    orders: Sequence[Order],
    materials: Materials,
    shelf: Shelf,
    reporter: Reporter,
    engine: Engine,
    outcome: Outcome,
) -> None:
    """Makes what is not on the shelf, once for all orders that the same bytes fulfil."""
    lying: dict[tuple[str, str, str], list[Written]] = {}

    def place(order: Order, files: Sequence[Product], seconds: float) -> None:
        faults = shelf.put(order, files)
        outcome.diagnostics += faults
        if not faults:
            lying[order.place] = _lying(shelf, order, seconds)
            for written in lying[order.place]:
                reporter.ends(written)

    present: dict[str, Order] = {}
    wanted: dict[str, list[Order]] = {}
    reasons = shelf.lacking(orders)
    for order, why in zip(orders, reasons, strict=True):
        if why:
            wanted.setdefault(order.key, []).append(order)
        else:
            present[order.key] = order
            lying[order.place] = _lying(shelf, order, 0.0, made=False)
    for key in [key for key in wanted if key in present]:
        twin = present[key]
        for order in wanted.pop(key):
            place(order, _renamed(shelf.products(twin), twin.unit, order.unit), 0.0)
    units = sorted((same[0].unit for same in wanted.values()), key=lambda unit: rank(unit.output))
    reporter.plans(len(units))
    for unit, made in engine(materials, units, reporter.starts) if units else ():
        outcome.diagnostics += made.diagnostics
        for order in wanted[unit.key] if made.products else ():
            place(order, _renamed(made.products, unit, order.unit), made.seconds)
    outcome.written = [one for order in orders for one in lying.get(order.place, ())]
    outcome.decisions = [
        Decision(order.course, order.output, why, failed=order.place not in lying)
        for order, why in zip(orders, reasons, strict=True)
    ]


def add_pages(outcome: Outcome, out: Path, reporter: Reporter, *, zipped: bool = False) -> None:
    """Makes the web pages of the packs that were built, and with ``zipped`` a zip file of each.

    They tell what lies in ``out/<course>/`` now, whichever build has made it.
    """
    shelf = Shelf(out)
    for placed in finish(shelf, outcome.plans, zipped=zipped):
        order = placed.order
        failed = bool(placed.faults)
        outcome.decisions.append(Decision(order.course, order.output, placed.why, failed))
        outcome.diagnostics += placed.faults
        for file in placed.files:
            path = shelf.folder(order.course) / file.name
            made = bool(placed.why)
            outcome.written.append(Written(order.course, path, file, placed.seconds, made))
            if made:
                reporter.ends(outcome.written[-1])


def _lying(shelf: Shelf, order: Order, seconds: float, *, made: bool = True) -> list[Written]:
    """The files of an output that lies in its place, but for pictures."""
    home = shelf.folder(order.course)
    return [
        Written(order.course, home / file.name, file, seconds, made)
        for file in shelf.files(order)
        if not file.is_picture
    ]


def _renamed(files: Iterable[Product], made: Unit, wanted: Unit) -> list[Product]:
    """The files of a unit under the name of another's pack."""
    return [
        replace(file, name=wanted.pack_name + file.name.removeprefix(made.pack_name))
        for file in files
    ]
