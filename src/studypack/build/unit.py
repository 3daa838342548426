"""The unit of building: one output of one course. Pure: the same unit yields the same bytes."""

from __future__ import annotations

import datetime as dt
import gc
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from studypack import outputs
from studypack.diagnostics import Diagnostic, Mark
from studypack.ledger import Ledger
from studypack.product import CannotRenderError, Product, Wishes
from studypack.select import Pack, select
from studypack.summary.course import Course
from studypack.summary.summary import Summary
from studypack.templates import template_fault

Materials = Mapping[str, tuple[Summary, Ledger]]
"""Folder of a summary -> the summary, free of errors, and its ledger, up to date."""


@dataclass(frozen=True)
class Unit:
    """What is to be made. It is small and can be sent to another process or machine."""

    key: str
    """Units with the same key yield the same bytes."""
    folder: str
    """Of the summary, as ``Materials`` names it."""
    course: Course
    output: str
    changed: dt.date | None
    assets: Mapping[str, bytes]
    wishes: Wishes

    def __str__(self) -> str:
        return f"{self.course.id}/{self.output}"

    @property
    def pack_name(self) -> str:
        """How the names of its files begin."""
        return f"{self.course.summary}-{self.course.id}"

    def pack(self, materials: Materials) -> Pack:
        """The pack that the output is made of."""
        summary, _ = materials[self.folder]
        return replace(select(summary, self.course), changed=self.changed, assets=self.assets)


@dataclass(frozen=True)
class Made:
    """What came of a unit: its files, or the diagnostics that say why there are none."""

    products: tuple[Product, ...]
    diagnostics: tuple[Diagnostic, ...]
    seconds: float


Make = Callable[[Materials, Unit], Made]
Starts = Callable[[Unit], None]
Engine = Callable[[Materials, Sequence[Unit], Starts], Iterator[tuple[Unit, Made]]]
"""Makes units, in whatever order and wherever; tells when it starts one, yields what is done."""


def make(materials: Materials, unit: Unit) -> Made:
    """Makes one unit. A bug, and what the machine lacks, are raised; all else is a diagnostic."""
    started = time.perf_counter()
    products: tuple[Product, ...] = ()
    said: tuple[Diagnostic, ...] = ()
    try:
        render = outputs.OUTPUTS[unit.output].load()
        products = render(unit.pack(materials), materials[unit.folder][1], unit.wishes)
    except CannotRenderError as error:
        said = tuple(_placed(found, unit) for found in error.diagnostics)
    except Exception as error:
        fault = template_fault(error)
        if fault is None:
            raise
        said = (fault,)
    return Made(products, said, time.perf_counter() - started)


def _placed(found: Diagnostic, unit: Unit) -> Diagnostic:
    """A diagnostic of an output as a whole, with the course whose output it is."""
    whole = found.where.file == unit.output
    return replace(found, where=Mark(str(unit))) if whole else found


def one_by_one(
    materials: Materials, units: Sequence[Unit], starts: Starts
) -> Iterator[tuple[Unit, Made]]:
    """The engine without any other process."""
    for unit in units:
        starts(unit)
        yield unit, make(materials, unit)
        gc.collect()  # a document is one web of cycles
