"""The command line: arguments in, printed words and exit codes out. It computes nothing.

Results go to stdout, progress and diagnostics to stderr. Exit codes: 0 fine, 1 the content has
problems, 2 the command was not understood, 3 the machine lacks something, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
import textwrap
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.status import Status
from rich.table import Table

from studypack import __version__, catalogue, checks, diagnostics
from studypack.diagnostics import Diagnostic, has_errors
from studypack.product import Blank, MachineLacksError, Wishes
from studypack.reading import Setting
from studypack.reading.files import read_text

if TYPE_CHECKING:
    from studypack.build import Reporter, Written

app = typer.Typer(
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="""Makes printable study packs: a briefing, a chronology poster and an Anki deck,
from one structured, cited summary.

[bold]Try this first:[/]

  studypack build                    everything, into ./out
  studypack build --only deck        the Anki deck alone
  studypack check                    look for mistakes, print nothing""",
)


class Format(StrEnum):
    """How diagnostics are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class Report(StrEnum):
    """How differences are printed."""

    TEXT = "text"
    JSON = "json"


_WRITERS = {
    Format.TEXT: diagnostics.as_text,
    Format.JSON: diagnostics.as_json,
    Format.GITHUB: diagnostics.as_github,
}
Decks = Annotated[
    Path | None,
    typer.Option(
        "--decks", metavar="DIR", help="Folder of summaries (default: ./decks, else the packaged)."
    ),
]
FormatOption = Annotated[
    Format, typer.Option("--format", help="text for people, json for scripts, github for CI.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress; errors are still told.")]


Settings = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="FIELD=VALUE", help="A field of the profile: paper=Letter."),
]


def _version(wanted: bool) -> None:
    if wanted:
        print(f"studypack {__version__}")  # noqa: T201
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


@app.command()
def build(
    courses: Annotated[
        list[str] | None, typer.Argument(metavar="[COURSE]…", help="Courses (default: all).")
    ] = None,
    only: Annotated[
        str, typer.Option(metavar="NAMES", help="Of briefing,poster,deck,cards (the first three).")
    ] = "",
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where packs go.")] = Path("out"),
    locked: Annotated[
        bool, typer.Option("--locked", help="Fail rather than change the ledger (for CI).")
    ] = False,
    blank: Annotated[
        Blank | None,
        typer.Option("--blank", help="Also a poster with these left to be filled in, and its key."),
    ] = None,
    print_shop: Annotated[
        bool, typer.Option("--print-shop", help="Also a poster with bleed and crop marks.")
    ] = False,
    settings: Settings = None,
    decks: Decks = None,
    style: FormatOption = Format.TEXT,
    quiet: Quiet = False,
) -> None:
    """Make the packs of courses: PDF briefing, PDF poster, Anki deck.

    studypack build

    studypack build full --only poster,deck --out /tmp/packs
    """
    # WeasyPrint, genanki and their like come with these: not needed for --help and check
    from studypack import build as building  # noqa: PLC0415
    from studypack.outputs import OUTPUTS, USUAL  # noqa: PLC0415

    outputs = [name.strip() for name in only.split(",") if name.strip()] or list(USUAL)
    unknown = [name for name in outputs if name not in OUTPUTS]
    if unknown:
        raise typer.BadParameter(f'no output "{unknown[0]}"; --only knows {", ".join(OUTPUTS)}')
    try:
        targets, found = catalogue.targets(
            catalogue.decks_folder(decks), courses or (), _settings(settings)
        )
    except catalogue.NotThereError as error:
        raise typer.BadParameter(str(error)) from None
    now = _now()
    with _progress(quiet) as reporter:
        outcome = building.build(
            targets,
            outputs,
            out,
            reporter,
            now=now,
            locked=locked,
            wishes=Wishes(blank, print_shop),
        )
    found += outcome.diagnostics
    _tell(found, style)
    _list(outcome.written)
    raise typer.Exit(1 if has_errors(found) else 0)


@app.command()
def check(
    folders: Annotated[
        list[Path] | None, typer.Argument(metavar="[FOLDER]…", help="Summaries (default: all).")
    ] = None,
    source_text: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY=FILE", help="Compare quotations with a source's text, [p. N] marks in it."
        ),
    ] = None,
    report: Annotated[
        bool, typer.Option("--report", help="Print what the summary holds, in numbers.")
    ] = False,
    decks: Decks = None,
    style: FormatOption = Format.TEXT,
    quiet: Quiet = False,
) -> None:
    """Look for mistakes in summaries and courses; make nothing.

    studypack check

    studypack check decks/ID --format github
    """
    sources = dict(_source_text(given) for given in source_text or ())
    courses: list[catalogue.Target] = []
    found: list[Diagnostic] = []
    try:
        if folders:
            for folder in folders:
                catalogue.needs_folder(folder)
        else:
            root = catalogue.decks_folder(decks)
            courses, found = catalogue.targets(root, ())
            folders = catalogue.summary_folders(root)
    except catalogue.NotThereError as error:
        raise typer.BadParameter(str(error)) from None
    readings, more = catalogue.examined(folders, courses, sources)
    found += more
    for reading in readings:
        if report and reading.summary:
            print(checks.report(reading.summary))  # noqa: T201
    _tell(found, style)
    if not (quiet or report or found) and style is Format.TEXT:
        print(f"{', '.join(str(f) for f in folders)}: no problems")  # noqa: T201
    raise typer.Exit(1 if has_errors(found) else 0)


@app.command()
def ledger(
    folders: Annotated[
        list[Path] | None, typer.Argument(metavar="[FOLDER]…", help="Summaries (default: all).")
    ] = None,
    restamp: Annotated[
        bool,
        typer.Option(
            "--restamp", help="Make a lost or spoiled ledger anew; its notes are re-sent."
        ),
    ] = False,
    decks: Decks = None,
    style: FormatOption = Format.TEXT,
) -> None:
    """Repair the ledger of a summary after a merge or a loss.

    studypack ledger

    studypack ledger decks/ID --restamp
    """
    from studypack import bookkeeping  # noqa: PLC0415

    try:
        for folder in folders or ():
            catalogue.needs_folder(folder)
        chosen = folders or catalogue.summary_folders(catalogue.decks_folder(decks))
    except catalogue.NotThereError as error:
        raise typer.BadParameter(str(error)) from None
    found: list[Diagnostic] = []
    for folder in chosen:
        (reading,), faults = catalogue.examined([folder], [], {})
        if reading.summary is None or has_errors(faults):
            found += faults
            continue
        said, told = bookkeeping.mend(folder, reading.summary, _now(), restamp=restamp)
        found += told
        if said:
            print(f"{folder / bookkeeping.FILE}: {said}")  # noqa: T201
    _tell(found, style)
    raise typer.Exit(1 if has_errors(found) else 0)


@app.command()
def diff(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="A deck, a ledger, a folder or a git revision.")
    ] = "",
    new: Annotated[
        str, typer.Argument(metavar="NEW", help="The same (default: the summary's folder).")
    ] = "",
    since: Annotated[
        str, typer.Option(metavar="REV|FILE", help="Instead of OLD and NEW: from this until now.")
    ] = "",
    folder: Annotated[
        Path | None,
        typer.Option("--in", metavar="DIR", help="The summary (default: the only one)."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write Markdown there.")
    ] = None,
    decks: Decks = None,
    style: Annotated[
        Report, typer.Option("--format", help="text for people, json for scripts.")
    ] = Report.TEXT,
) -> None:
    """Tell what a new edition of the cards brings: new, corrected, withdrawn.

    studypack diff old/deck.apkg out/full/deck.apkg

    studypack diff --since v1.0 -o CHANGES.md
    """
    from studypack import revisions  # noqa: PLC0415
    from studypack.flashcards import changelog, compare  # noqa: PLC0415
    from studypack.writing import write_whole  # noqa: PLC0415

    if bool(since) == bool(old):
        raise typer.BadParameter("name OLD and NEW, or --since")
    try:
        folder = folder or catalogue.only_summary(catalogue.decks_folder(decks))
        editions = [revisions.edition(n or str(folder), folder) for n in (old or since, new)]
    except (catalogue.NotThereError, revisions.NoEditionError) as error:
        raise typer.BadParameter(str(error)) from None
    found = compare.compare(*editions)
    if output is None:
        writer = changelog.as_json if style is Report.JSON else changelog.as_text
        print(writer(found))  # noqa: T201
        return
    text = changelog.as_json(found) if style is Report.JSON else changelog.as_markdown(found)
    try:
        write_whole(output, text.encode("utf-8"))
    except OSError as error:
        raise typer.BadParameter(f"{output} cannot be written: {error.strerror}") from None


def _settings(given: list[str] | None) -> list[Setting]:
    try:
        return [Setting.parse(one) for one in given or ()]
    except ValueError as error:
        raise typer.BadParameter(f"--set: {error}") from None


def _now() -> int:
    """Seconds since 1970, by the clock or by SOURCE_DATE_EPOCH."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given and not given.isdecimal():
        raise typer.BadParameter(f"SOURCE_DATE_EPOCH is a number of seconds, not {given!r}")
    return int(given or time.time())


def _source_text(given: str) -> tuple[str, checks.Pages]:
    key, _, name = given.partition("=")
    file = read_text(Path(name)) if key and name else None
    if file is None:
        raise typer.BadParameter(f"--source-text wants KEY=FILE, not {given}")
    if isinstance(file, Diagnostic):
        raise typer.BadParameter(f"--source-text: {file.where} {file.message}")
    try:
        return key, checks.pages_of(file.text)
    except ValueError as error:
        raise typer.BadParameter(f"--source-text: {file.name} has {error}") from None


def main() -> None:
    """Runs the command line; what the machine lacks becomes a sentence and exit code 3."""
    try:
        app(standalone_mode=True)
    except MachineLacksError as error:
        print(error, file=sys.stderr)  # noqa: T201
        sys.exit(3)


def _tell(found: list[Diagnostic], style: Format) -> None:
    if found or style is Format.JSON:
        print(_WRITERS[style](found), file=sys.stderr)  # noqa: T201


@contextmanager
def _progress(quiet: bool) -> Iterator[Reporter]:
    """A moving line on a terminal, a plain line for each file elsewhere, nothing if quiet."""
    console = Console(stderr=True, highlight=False, quiet=quiet)
    with console.status("…") as status:
        yield _Reporter(console, status)


class _Reporter:
    def __init__(self, console: Console, status: Status) -> None:
        self._console, self._status = console, status

    def starts(self, course: str, output: str) -> None:
        self._status.update(f"{course}: {output} …")

    def ends(self, written: Written) -> None:
        name, seconds = written.product.name, written.seconds
        self._console.print(f"  made {written.course}/{name} in {seconds:.1f} s")
        for note in written.product.notes:
            told = textwrap.shorten(note, 64, placeholder=" …")
            self._console.print(f"    left out: {told}", soft_wrap=True)


def _list(files: Iterable[Written]) -> None:
    """A table on a terminal; elsewhere a line for each file, its columns apart by tabs."""
    rows = [(str(f.path), f.product.amount, _size(len(f.product.data))) for f in files]
    console = Console()
    if not console.is_terminal:
        for row in rows:
            print("\t".join(row))  # noqa: T201
    elif rows:
        table = Table("file", "holds", box=None, pad_edge=False)
        table.add_column("size", justify="right")
        for row in rows:
            table.add_row(*row)
        console.print(table)


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1_000_000 else f"{max(count // 1000, 1)} kB"
