"""``studypack ledger`` and ``studypack diff``: what students have, and what they will get."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from studypack.cli.app import app
from studypack.cli.options import Decks, Format, FormatOption, Report, ReportOption, now
from studypack.cli.printing import refuse, tell
from studypack.diagnostics import Diagnostic, has_errors


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
    from studypack import bookkeeping, catalogue  # noqa: PLC0415

    try:
        for folder in folders or ():
            catalogue.needs_folder(folder)
        chosen = folders or catalogue.summary_folders(catalogue.decks_folder(decks))
    except catalogue.NotThereError as error:
        refuse(str(error))
    found: list[Diagnostic] = []
    for folder in chosen:
        (reading,), faults = catalogue.examined([folder], [], {})
        if reading.summary is None or has_errors(faults):
            found += faults
            continue
        said, told = bookkeeping.mend(folder, reading.summary, now(), restamp=restamp)
        found += told
        if said:
            print(f"{folder / bookkeeping.FILE}: {said}")  # noqa: T201
    tell(found, style)
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
    style: ReportOption = Report.TEXT,
) -> None:
    """Tell what a new edition of the cards brings: new, corrected, withdrawn.

    studypack diff old/deck.apkg out/full/deck.apkg

    studypack diff --since v1.0 -o CHANGES.md
    """
    from studypack import catalogue, revisions  # noqa: PLC0415
    from studypack.flashcards import changelog, compare  # noqa: PLC0415
    from studypack.writing import write_whole  # noqa: PLC0415

    if bool(since) == bool(old):
        raise typer.BadParameter("name OLD and NEW, or --since")
    try:
        folder = folder or catalogue.only_summary(catalogue.decks_folder(decks))
        editions = [revisions.edition(n or str(folder), folder) for n in (old or since, new)]
    except (catalogue.NotThereError, revisions.NoEditionError) as error:
        refuse(str(error))
    found = compare.compare(*editions)
    if output is None:
        writer = changelog.as_json if style is Report.JSON else changelog.as_text
        print(writer(found))  # noqa: T201
        return
    text = changelog.as_json(found) if style is Report.JSON else changelog.as_markdown(found)
    try:
        write_whole(output, text.encode("utf-8"))
    except OSError as error:
        refuse(f"{output} cannot be written: {error.strerror}")
