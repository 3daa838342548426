"""``studypack diff``."""

from pathlib import Path
from typing import Annotated

import typer

from studypack.cli.app import app
from studypack.cli.options import Decks, Report, ReportOption
from studypack.cli.printing import refuse


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
        root = catalogue.decks_folder(decks)
        folder = catalogue.summary_folder(folder, decks) if folder else catalogue.only_summary(root)
        if folder is None and not new:
            refuse(f"say of which summary in {root}, with --in DIR")
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
