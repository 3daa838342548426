"""Options that several commands share, and what they mean."""

from __future__ import annotations

import os
import re
import time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from studypack.reading import Setting


class Format(StrEnum):
    """How diagnostics are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class Report(StrEnum):
    """How results are printed."""

    TEXT = "text"
    JSON = "json"


Decks = Annotated[
    Path | None,
    typer.Option(
        "--decks", metavar="DIR", help="Folder of summaries (default: ./decks, else the packaged)."
    ),
]
FormatOption = Annotated[
    Format, typer.Option("--format", help="text for people, json for scripts, github for CI.")
]
ReportOption = Annotated[
    Report, typer.Option("--format", help="text for people, json for scripts.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress; errors are still told.")]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Where packs go.")]
Only = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAMES",
        help="Of briefing,handout,poster,deck (these, if nothing is said),booklet,cards.",
    ),
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, help="Processes (default: one for each core).")
]
Settings = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="FIELD=VALUE", help="A field of the profile: paper=Letter."),
]


def settings_of(given: list[str] | None) -> list[Setting]:
    """The fields that ``--set`` names. Raises typer.BadParameter for what is none."""
    from studypack.reading import Setting  # noqa: PLC0415

    try:
        return [Setting.parse(one) for one in given or ()]
    except ValueError as error:
        raise typer.BadParameter(f"--set: {error}") from None


def now() -> int:
    """Seconds since 1970, by the clock or by SOURCE_DATE_EPOCH."""
    from studypack.ledger import LAST_SECOND  # noqa: PLC0415

    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not given:
        return int(time.time())
    # a ledger with a later stamp could not be read again
    if not re.fullmatch("[0-9]{1,12}", given) or int(given) > LAST_SECOND:
        raise typer.BadParameter(f"SOURCE_DATE_EPOCH is seconds since 1970, not {given!r}")
    return int(given)
