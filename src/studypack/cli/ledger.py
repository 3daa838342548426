"""``studypack ledger``."""

from pathlib import Path
from typing import Annotated

import typer

from studypack.cli.app import app
from studypack.cli.options import Decks, Format, FormatOption, now
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
    from studypack.ledger import FILE  # noqa: PLC0415

    try:
        chosen = [catalogue.summary_folder(folder, decks) for folder in folders or ()]
        chosen = chosen or catalogue.summary_folders(catalogue.decks_folder(decks))
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
            print(f"{folder / FILE}: {said}")  # noqa: T201
    tell(found, style)
    raise typer.Exit(1 if has_errors(found) else 0)
