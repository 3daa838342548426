"""The program itself: its help, its version; commands are added to it by their modules.

Those do without ``from __future__ import annotations``: Typer evaluates the annotations of every
command, whichever is called, and would have to compile them from text before.
"""

from typing import Annotated

import typer

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


def _version(wanted: bool) -> None:
    if wanted:
        from studypack import __version__  # noqa: PLC0415

        print(f"studypack {__version__}")  # noqa: T201
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass
