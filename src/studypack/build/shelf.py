"""The folder of packs, ``out/<course>/``: what lies there and why it will do, or will not."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from studypack.build.libraries import versions
from studypack.build.manifest import (
    FORMAT,
    FileEntry,
    Manifest,
    OutputEntry,
    differences,
    manifest_name,
    read_manifest,
    write_manifest,
)
from studypack.build.order import Order
from studypack.diagnostics import Diagnostic, Mark, first_of
from studypack.product import Product
from studypack.writing import one_at_a_time, sweep, write_whole


class Shelf:
    """Reads and writes the packs of a folder. A manifest is kept beside each."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self._manifests: dict[Path, Manifest | None] = {}

    def folder(self, course: str) -> Path:
        """Where the pack of a course lies."""
        return self.out / course

    def sweep(self, course: str) -> None:
        """Removes what builds that were killed have left of a course."""
        sweep(self.folder(course))

    def lacking(self, orders: Sequence[Order]) -> list[str]:
        """For each of them what ``lacks`` says; several threads read."""
        for order in orders:
            self._entry(order)  # each manifest is read once
        with ThreadPoolExecutor(os.cpu_count()) as readers:
            return list(readers.map(self.lacks, orders))

    def lacks(self, order: Order) -> str:
        """Why an output has to be made, in words; empty where what lies there is the same."""
        entry = self._entry(order)
        if entry is None:
            return "it was not made before"
        changed = list(differences(entry.inputs, order.inputs))
        if changed:
            return first_of(changed)
        return next(filter(None, (self._fault(order, file) for file in entry.files)), "")

    def files(self, order: Order) -> tuple[FileEntry, ...]:
        """The files of an output that lies there."""
        entry = self._entry(order)
        return entry.files if entry else ()

    def products(self, order: Order) -> list[Product]:
        """The same, with their bytes. Raises OSError where one cannot be read."""
        folder = self.folder(order.course)
        return [
            Product(f.name, (folder / f.name).read_bytes(), f.holds, f.notes)
            for f in self.files(order)
        ]

    def put(self, order: Order, products: Sequence[Product]) -> list[Diagnostic]:
        """Puts the files of an output in their place, and notes it in the manifest.

        Returns what went wrong.
        """
        path = folder = self.folder(order.course)
        try:
            for product in products:
                path = folder / product.name
                write_whole(path, product.data)
            path = folder
            files = tuple(map(FileEntry.of, products))
            self._tidy(order, {file.name for file in files})
            self._note(order, OutputEntry(dict(order.inputs), files))
        except OSError as error:
            hint = "Close what has it open, or choose another folder: --out DIR."
            message = f"cannot be written: {error.strerror}"
            return [Diagnostic("SP402", Mark(str(path)), message, hint)]
        return []

    def manifest(self, course: str, pack_name: str) -> Manifest | None:
        """What is known of a pack that lies in the folder of a course."""
        path = self.folder(course) / manifest_name(pack_name)
        if path not in self._manifests:
            self._manifests[path] = read_manifest(path)
        return self._manifests[path]

    def _manifest_of(self, order: Order) -> Path:
        return self.folder(order.course) / manifest_name(order.unit.pack_name)

    def _entry(self, order: Order) -> OutputEntry | None:
        manifest = self.manifest(order.course, order.unit.pack_name)
        return manifest.outputs.get(order.output) if manifest else None

    def _fault(self, order: Order, file: FileEntry) -> str:
        """What is wrong with a file that lies there; empty if it is as it was written."""
        path = self.folder(order.course) / file.name
        try:
            with path.open("rb") as lying:
                found = hashlib.file_digest(lying, "sha256").hexdigest()
        except OSError:
            return f"{file.name} is missing"
        return "" if found == file.sha256 else f"{file.name} is not as it was written"

    def _tidy(self, order: Order, names: set[str]) -> None:
        """Removes files of an earlier build that the output no longer has.

        Such as sheets of other paper, or an edition that was wished for then and not now, which
        would fall behind. What someone has changed since is left.
        """
        for file in self.files(order):
            if file.name not in names and not self._fault(order, file):
                (self.folder(order.course) / file.name).unlink()

    def _note(self, order: Order, entry: OutputEntry) -> None:
        unit, path = order.unit, self._manifest_of(order)
        with one_at_a_time(path.parent):
            old = read_manifest(path)  # another build may have noted outputs of its own
            manifest = Manifest(
                FORMAT,
                unit.course.id,
                unit.course.summary,
                str(unit.changed or ""),
                dict(versions()),
                {**(old.outputs if old else {}), order.output: entry},
            )
            self._manifests[path] = manifest
            write_manifest(path, manifest)
