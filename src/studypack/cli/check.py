"""``studypack check``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from studypack.cli.app import app
from studypack.cli.options import Decks, Format, FormatOption, Quiet
from studypack.cli.printing import refuse, tell
from studypack.diagnostics import Diagnostic, has_errors

if TYPE_CHECKING:
    from studypack.catalogue import Target
    from studypack.checks import Pages


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
    from studypack import catalogue, checks  # noqa: PLC0415
    from studypack.reading import unread_beside  # noqa: PLC0415

    sources = dict(_source_text(given) for given in source_text or ())
    courses: list[Target] = []
    found: list[Diagnostic] = []
    try:
        if folders:
            folders = [catalogue.summary_folder(folder, decks) for folder in folders]
            for folder in folders:
                own, told = catalogue.courses_of(folder)
                courses += own
                found += told
        else:
            root = catalogue.decks_folder(decks)
            courses, found = catalogue.targets(root, ())
            folders = catalogue.summary_folders(root)
            found += unread_beside(root, catalogue.COURSES)
    except catalogue.NotThereError as error:
        refuse(str(error))
    readings, more = catalogue.examined(folders, courses, sources, ledgers=True)
    found += more
    found += catalogue.twins(folders, readings)
    for reading in readings:
        if report and reading.summary:
            print(checks.report(reading.summary))  # noqa: T201
    tell(found, style)
    if not (quiet or report or found) and style is Format.TEXT:
        print(f"{', '.join(str(f) for f in folders)}: no problems")  # noqa: T201
    raise typer.Exit(1 if has_errors(found) else 0)


def _source_text(given: str) -> "tuple[str, Pages]":
    from studypack import checks  # noqa: PLC0415
    from studypack.reading.files import read_text  # noqa: PLC0415

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
