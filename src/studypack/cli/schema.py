"""``studypack schema``."""

from pathlib import Path
from typing import Annotated

import typer

from studypack.cli.app import app
from studypack.cli.printing import refuse


@app.command()
def schema(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the schemas go.")] = Path(
        "decks/_schema"
    ),
) -> None:
    """Write the JSON Schema of summaries, courses and sections, for editors and scripts.

    studypack schema

    studypack schema --out /tmp/schema
    """
    from studypack import starter  # noqa: PLC0415

    try:
        files = starter.write_schemas(out)
    except starter.CannotStartError as error:
        refuse(str(error))
    for path in files:
        print(path)  # noqa: T201
