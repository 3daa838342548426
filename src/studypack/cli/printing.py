"""What is printed: results on stdout, progress and diagnostics on stderr."""

from __future__ import annotations

import json
import shlex
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from studypack import diagnostics
from studypack.cli.options import Format
from studypack.diagnostics import Diagnostic

if TYPE_CHECKING:
    from rich.console import Console
    from rich.status import Status

    from studypack.build import Decision, Reporter, Written
    from studypack.build.clearing import Stale
    from studypack.build.unit import Unit
    from studypack.select import LeftOut

_WRITERS = {
    Format.TEXT: diagnostics.as_text,
    Format.JSON: diagnostics.as_json,
    Format.GITHUB: diagnostics.as_github,
}


def tell(found: list[Diagnostic], style: Format) -> None:
    """Prints diagnostics, each once, in the order of files; as JSON also where there are none."""
    if found or style is Format.JSON:
        print(_WRITERS[style](diagnostics.in_order(found)), file=sys.stderr)  # noqa: T201


@contextmanager
def progress(quiet: bool) -> Iterator[Reporter]:
    """A moving line on a terminal, a plain line for each file elsewhere, nothing if quiet."""
    if quiet:
        yield _Silent()
        return
    from rich.console import Console  # noqa: PLC0415

    console = Console(stderr=True, highlight=False)
    with console.status("…") as status:
        yield _Reporter(console, status)


class _Silent:
    def plans(self, count: int) -> None: ...

    def starts(self, unit: Unit) -> None: ...

    def ends(self, written: Written) -> None: ...


class _Reporter:
    def __init__(self, console: Console, status: Status) -> None:
        self._console, self._status = console, status
        self._begun: set[str] = set()
        self._count = 0

    def plans(self, count: int) -> None:
        self._count = count

    def starts(self, unit: Unit) -> None:
        self._begun.add(unit.key)  # one whose process died is begun once more
        self._status.update(f"{len(self._begun)} of {self._count}: {unit} …")

    def ends(self, written: Written) -> None:
        name, seconds = written.file.name, written.seconds
        self._console.print(f"  made {written.course}/{name} in {seconds:.1f} s")
        for note in written.file.notes:
            told = textwrap.shorten(note, 64, placeholder=" …")
            self._console.print(f"    left out: {told}", soft_wrap=True)


def left_out(dropped: Mapping[str, Sequence[LeftOut]]) -> None:
    """A line for each course that does not take everything: how much it drops, and why."""
    for course, items in dropped.items():
        if items:
            reasons = Counter(item.why for item in items)
            told = ", ".join(f"{why} ({count})" for why, count in reasons.most_common())
            what = f"{len(items)} item{'s' if len(items) > 1 else ''}"
            print(f"  {course} leaves out {what}: {told}", file=sys.stderr)  # noqa: T201


def tell_stale(packs: Iterable[Stale], folder: Path, decks: Path | None, out: Path) -> None:
    """A line for each pack that no course of ``folder`` makes: how to remove it.

    The commands name the options ``decks`` and ``out`` where they were given.
    """
    to = f" --out {shlex.quote(str(out))}" if out != Path("out") else ""
    again = (f" --decks {shlex.quote(str(decks))}" if decks else "") + to
    for one in packs:
        clean = f"studypack clean {shlex.quote(one.folder.name)}{to}"
        if not one.alone:
            clean += f", then build again what else lies there{again and f', with{again}'}"
        told = f"no course of {folder} makes it; to remove it: {clean}"
        print(f"  {one.folder} ({one.name}): {told}", file=sys.stderr)  # noqa: T201


def explain(decisions: Iterable[Decision]) -> None:
    """A line for each output: whether it was made, and why."""
    for one in decisions:
        told = f"made: {one.why}" if one.why else "left as it was: nothing in it changed"
        if one.failed:
            told = f"could not be made, as told above: {one.why}"
        print(f"{one.course}/{one.output}: {told}", file=sys.stderr)  # noqa: T201


def list_files(files: Iterable[Written], style: Format) -> None:
    """A table on a terminal; elsewhere a line for each file, its columns apart by tabs; or JSON."""
    if style is Format.JSON:
        described = [
            {
                "path": str(one.path),
                "course": one.course,
                "holds": one.file.holds,
                "bytes": one.file.bytes,
                "sha256": one.file.sha256,
                "made": one.made,
            }
            for one in files
        ]
        print(json.dumps(described, ensure_ascii=False, indent=2))  # noqa: T201
        return
    rows = [(str(f.path), f.file.holds, size(f.file.bytes)) for f in files]
    if not (sys.stdout and sys.stdout.isatty()):  # it may be closed, and then it is None
        for row in rows:
            print("\t".join(row))  # noqa: T201
    elif rows:
        _table(rows)


def _table(rows: Iterable[tuple[str, str, str]]) -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table("file", "holds", box=None, pad_edge=False)
    table.add_column("size", justify="right")
    for row in rows:
        table.add_row(*row)
    Console().print(table)


def size(count: int) -> str:
    """A number of bytes as people say it."""
    return f"{count / 1e6:.1f} MB" if count >= 1_000_000 else f"{max(count // 1000, 1)} kB"


def refuse(why: str) -> NoReturn:
    """Ends the command: what was asked for cannot be done, in a sentence. Exit code 2."""
    print(f"studypack: {why}", file=sys.stderr)  # noqa: T201
    raise typer.Exit(2)
