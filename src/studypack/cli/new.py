"""``studypack new``: files to start from."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from studypack.cli.app import app
from studypack.cli.printing import refuse

new = typer.Typer(no_args_is_help=True, help="Begin a summary or a course with a small sample.")
app.add_typer(new, name="new")

_Decks = Annotated[
    Path, typer.Option("--decks", metavar="DIR", help="Folder of summaries; made if need be.")
]


@new.command()
def summary(
    name: Annotated[str, typer.Argument(metavar="ID", help="Its folder: small letters, digits, -")],
    decks: _Decks = Path("decks"),
) -> None:
    """Write a small sample summary, each field explained, that builds at once.

    studypack new summary my-subject
    """
    from studypack import catalogue, starter  # noqa: PLC0415
    from studypack.summary.course import FULL  # noqa: PLC0415

    try:
        files = starter.new_summary(decks, name)
    except starter.CannotStartError as error:
        refuse(str(error))
    others = len(catalogue.summary_folders(decks)) > 1
    build = f"studypack build {FULL}" if others else "studypack build"
    _tell(files, f"Begin with {decks / name / 'summary.yaml'}. To look at it: {build}")


@new.command()
def course(
    name: Annotated[str, typer.Argument(metavar="ID", help="Its file: small letters, digits, -")],
    summary: Annotated[
        str, typer.Option("--summary", metavar="ID", help="Its summary (default: the only one).")
    ] = "",
    decks: _Decks = Path("decks"),
) -> None:
    """Write a course profile, each field explained, that takes everything of its summary.

    studypack new course my-class --summary my-subject
    """
    from studypack import catalogue, starter  # noqa: PLC0415

    try:
        catalogue.needs_folder(decks)
        known = [folder.name for folder in catalogue.summary_folders(decks)]
        files = starter.new_course(decks, name, known, summary)
    except (catalogue.NotThereError, starter.CannotStartError) as error:
        refuse(str(error))
    _tell(files, f"Edit it, then: studypack build {name}")


def _tell(files: list[Path], then: str) -> None:
    for path in files:
        print(path)  # noqa: T201
    print(then, file=sys.stderr)  # noqa: T201
