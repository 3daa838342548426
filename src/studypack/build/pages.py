"""The web page of each pack, made from what lies in its folder, and its zip file for uploading."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from studypack import outputs
from studypack.build.libraries import equipment_for
from studypack.build.manifest import FileEntry, Manifest, key_of, manifest_name
from studypack.build.order import Order
from studypack.build.planning import Plan
from studypack.build.shelf import Shelf
from studypack.build.unit import Unit
from studypack.diagnostics import Diagnostic
from studypack.digest import digest
from studypack.page.files import INDEX, Lying, Neighbour, own_name
from studypack.page.reads import reads
from studypack.product import NOTHING, Product
from studypack.reading.files import read_text
from studypack.select import Pack
from studypack.templates import template_fault
from studypack.writing import write_whole
from studypack.zipping import zipped

CHANGES = "CHANGES.md"
"""``studypack diff -o`` writes it; who wants it on the page puts it into the pack's folder."""
PAGE, ZIP = "page", "zip"


@dataclass(frozen=True)
class Placed:
    """What became of a page or a zip file: why it was made (empty: it was not), and its files."""

    order: Order
    why: str
    files: tuple[FileEntry, ...]
    faults: tuple[Diagnostic, ...]
    seconds: float


def finish(shelf: Shelf, plans: Sequence[Plan], *, zipped: bool) -> Iterator[Placed]:
    """Makes the pages that would differ from those that lie there, and with ``zipped`` the zips.

    A zip that was once made is kept up to date, or it would tell what its folder no longer does.
    """
    named = {one.pack.name for one in plans}
    for one in plans:
        files = tuple(_files(shelf, one.pack))
        if not files:
            continue  # nothing could be made, there is nothing to show
        beside = tuple(_beside(shelf, one.pack))
        _make_room(shelf.folder(one.pack.course.id), (b for b in beside if b[0] not in named))
        others = tuple(_neighbours(beside, one.pack.course.id, plans))
        made = _page(shelf, one, files, others)
        yield made
        manifest = shelf.manifest(one.pack.course.id, one.pack.name)
        if not made.faults and (zipped or (manifest and ZIP in manifest.outputs)):
            yield _zip(shelf, one, (*files, *made.files), alone=not others)


def _page(
    shelf: Shelf, one: Plan, files: Iterable[FileEntry], others: Sequence[Neighbour]
) -> Placed:
    folder = shelf.folder(one.pack.course.id)
    lying = tuple(Lying(f.name, f.sha256, f.bytes, f.is_picture) for f in files)
    changes = _changes(folder)
    inputs = {
        **equipment_for("page"),
        **reads(one.pack, one.notes, lying, changes, others),
    }

    def make() -> tuple[Product, ...]:
        from studypack.page.render import render  # noqa: PLC0415  (many builds need none)

        return render(one.pack, one.notes, lying, changes, others)

    return _placed(shelf, one, PAGE, inputs, make)


def _zip(shelf: Shelf, one: Plan, files: Iterable[FileEntry], *, alone: bool) -> Placed:
    """All that a course site needs. The manifest is for the next build and stays at home."""
    folder = shelf.folder(one.pack.course.id)
    own = INDEX if alone else own_name(one.pack.name)
    known = {file.name: file.sha256 for file in files}
    inside = {name: name for name in known if name not in {own, INDEX}} | {INDEX: own}
    changes = _changes(folder)
    inputs = {f"file {name}": known[there][:20] for name, there in inside.items()}

    def make() -> tuple[Product, ...]:
        found = {name: (folder / there).read_bytes() for name, there in inside.items()}
        if changes:
            found[CHANGES] = changes.encode("utf-8")
        return (
            Product(f"{one.pack.name}.zip", zipped(sorted(found.items())), f"{len(found)} files"),
        )

    return _placed(shelf, one, ZIP, {**inputs, CHANGES: digest(changes)}, make)


def _placed(
    shelf: Shelf,
    one: Plan,
    output: str,
    inputs: Mapping[str, str],
    make: Callable[[], tuple[Product, ...]],
) -> Placed:
    """What ``make`` yields, in its place, unless the same lies there."""
    pack, started = one.pack, time.perf_counter()
    inputs = {"the output": output, **inputs}
    unit = Unit(key_of(inputs), one.folder, pack.course, output, pack.changed, {}, NOTHING)
    order = Order(unit, inputs)
    why = shelf.lacks(order)
    faults: tuple[Diagnostic, ...] = ()
    if why:
        try:
            faults = tuple(shelf.put(order, make()))
        except Exception as error:
            fault = template_fault(error)
            if fault is None:
                raise
            faults = (fault,)
    files = () if faults else shelf.files(order)
    return Placed(order, why, files, faults, time.perf_counter() - started)


def _files(shelf: Shelf, pack: Pack) -> Iterator[FileEntry]:
    """The files of a pack that lie in its folder, in the order of its outputs; not its page."""
    folder = shelf.folder(pack.course.id)
    manifest = shelf.manifest(pack.course.id, pack.name)
    found = manifest.outputs if manifest else {}
    for name in sorted(found, key=outputs.rank):
        if name not in {PAGE, ZIP}:
            yield from (file for file in found[name].files if (folder / file.name).is_file())


def _beside(shelf: Shelf, pack: Pack) -> Iterator[tuple[str, Manifest]]:
    """The other packs in the folder of a pack: courses of several summaries can have one name."""
    ending = manifest_name("")
    for path in sorted(shelf.folder(pack.course.id).glob(f"*{ending}")):
        name = path.name.removesuffix(ending)
        manifest = shelf.manifest(pack.course.id, name)
        if name != pack.name and manifest is not None:
            yield name, manifest


def _neighbours(
    beside: Iterable[tuple[str, Manifest]], course: str, plans: Iterable[Plan]
) -> Iterator[Neighbour]:
    """Those of them that have a page, or get one now."""
    headers = {s.pack.name: s.pack.summary.header for s in plans if s.pack.course.id == course}
    for name, manifest in beside:
        if name in headers:
            yield Neighbour(name, headers[name].title, headers[name].language)
        elif PAGE in manifest.outputs:
            inputs = manifest.outputs[PAGE].inputs
            yield Neighbour(name, inputs.get("title") or name, inputs.get("language", ""))


def _make_room(folder: Path, beside: Iterable[tuple[str, Manifest]]) -> None:
    """A pack that had its folder for itself gives up index.html; its page gets its own name."""
    for name, manifest in beside:
        page = manifest.outputs.get(PAGE)
        index, own = folder / INDEX, folder / own_name(name)
        alone = page and own.name not in {file.name for file in page.files}
        if alone and index.is_file() and not own.exists():
            write_whole(own, index.read_bytes())


def _changes(folder: Path) -> str:
    """The text of CHANGES.md; empty where there is none that can be read."""
    file = read_text(folder / CHANGES) if (folder / CHANGES).is_file() else None
    return "" if file is None or isinstance(file, Diagnostic) else file.text
