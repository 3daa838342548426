"""``studypack build``."""

import os
from pathlib import Path
from typing import Annotated

import typer

from studypack.cli.app import app
from studypack.cli.options import (
    Decks,
    Format,
    FormatOption,
    Jobs,
    Only,
    Out,
    Quiet,
    Settings,
    now,
    settings_of,
)
from studypack.cli.printing import (
    explain,
    left_out,
    list_files,
    progress,
    refuse,
    tell,
    tell_stale,
)
from studypack.diagnostics import has_errors
from studypack.product import Blank, Wishes


@app.command()
def build(
    courses: Annotated[
        list[str] | None, typer.Argument(metavar="[COURSE]…", help="Courses (default: all).")
    ] = None,
    only: Only = None,
    out: Out = Path("out"),
    settings: Settings = None,
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
    jobs: Jobs = None,
    scheduler: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Build on a Dask cluster: tcp://host:8786.")
    ] = "",
    zipped: Annotated[
        bool, typer.Option("--zip", help="Also one file of each pack, to upload to a course site.")
    ] = False,
    why: Annotated[
        bool, typer.Option("--explain", help="Say why each output was made, or was not.")
    ] = False,
    decks: Decks = None,
    style: FormatOption = Format.TEXT,
    quiet: Quiet = False,
) -> None:
    """Make the packs of courses: PDF briefing, handout and poster, Anki deck.

    studypack build

    studypack build full --only poster,deck --out /tmp/packs
    """
    # WeasyPrint, genanki and their like come with these: not needed for --help and check
    from studypack import build as building  # noqa: PLC0415
    from studypack import catalogue  # noqa: PLC0415
    from studypack.build.clearing import stale  # noqa: PLC0415
    from studypack.build.cluster import on_cluster  # noqa: PLC0415
    from studypack.build.workers import in_processes  # noqa: PLC0415

    outputs = named_outputs(only)
    try:
        folder = catalogue.decks_folder(decks)
        catalogue.keep_apart(folder, out)
        every = catalogue.every_course(folder, settings_of(settings))
        targets, found = catalogue.chosen(every, courses or ())
    except catalogue.NotThereError as error:
        refuse(str(error))
    engine = building.one_by_one if jobs == 1 else in_processes(jobs or os.cpu_count() or 1)
    if scheduler:
        engine = on_cluster(scheduler)
    with progress(quiet) as reporter:
        outcome = building.build(
            targets,
            outputs,
            out,
            reporter,
            now=now(),
            locked=locked,
            wishes=Wishes(blank, print_shop),
            engine=engine,
        )
        building.add_pages(outcome, out, reporter, zipped=zipped)
    found += outcome.diagnostics
    tell(found, style)
    if not quiet:
        left_out(outcome.left_out)
        tell_stale(stale(out, catalogue.packs(folder, every)), folder, decks, out)
    if why:
        explain(outcome.decisions)
    list_files(outcome.written, style)
    raise typer.Exit(1 if has_errors(found) else 0)


def named_outputs(only: list[str] | None) -> list[str]:
    """The outputs that ``--only`` names, said once or more often.

    Raises typer.BadParameter for one that there is not.
    """
    from studypack.outputs import OUTPUTS, USUAL  # noqa: PLC0415

    named = [name.strip() for name in ",".join(only or ()).split(",") if name.strip()]
    outputs = list(dict.fromkeys(named)) or list(USUAL)
    unknown = [name for name in outputs if name not in OUTPUTS]
    if unknown:
        raise typer.BadParameter(f'no output "{unknown[0]}"; --only knows {", ".join(OUTPUTS)}')
    return outputs
