"""``studypack watch``."""

import gc
import os
import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from studypack.cli.app import app
from studypack.cli.build import named_outputs
from studypack.cli.options import Decks, Format, Jobs, Only, Out, Quiet, Settings, now, settings_of
from studypack.cli.printing import progress, refuse, tell
from studypack.diagnostics import has_errors


@app.command()
def watch(
    courses: Annotated[
        list[str] | None, typer.Argument(metavar="[COURSE]…", help="Courses (default: all).")
    ] = None,
    only: Only = None,
    out: Out = Path("out"),
    settings: Settings = None,
    jobs: Jobs = None,
    decks: Decks = None,
    quiet: Quiet = False,
) -> None:
    """Build, then build again what a saved file changes; Ctrl-C ends it.

    studypack watch

    studypack watch full --only poster
    """
    from studypack import build as building  # noqa: PLC0415
    from studypack import catalogue  # noqa: PLC0415
    from studypack.build.watching import changes  # noqa: PLC0415
    from studypack.build.workers import kept_warm  # noqa: PLC0415

    gc.enable()  # it lives long
    outputs, chosen = named_outputs(only), settings_of(settings)
    try:
        folder = catalogue.decks_folder(decks)
        catalogue.keep_apart(folder, out)
    except catalogue.NotThereError as error:
        refuse(str(error))
    waiting = f"waiting for changes in {folder} (Ctrl-C ends)"
    with kept_warm(jobs or os.cpu_count() or 1) as engine:
        for paths in changes(folder, out, _tell):
            if paths:
                # what is gone and has no ending was an editor's, for a moment
                named = [path for path in paths if path.suffix or path.exists()] or paths
                _say(f"changed: {', '.join(path.name for path in named)}", quiet)
            started = time.perf_counter()
            try:
                targets, found = catalogue.targets(folder, courses or (), chosen)
            except catalogue.NotThereError as error:
                if not paths:
                    refuse(str(error))
                _tell(str(error))  # it may come back
                _say(waiting, quiet)
                continue
            with progress(quiet) as reporter:
                outcome = building.build(targets, outputs, out, reporter, now=now(), engine=engine)
                building.add_pages(outcome, out, reporter)
            found += outcome.diagnostics
            tell(found, Format.TEXT)
            seconds = time.perf_counter() - started
            done = "there are errors" if has_errors(found) else f"done in {seconds:.1f} s"
            _say(f"{done}; {waiting}", quiet)


def _say(words: str, quiet: bool) -> None:
    if not quiet:
        _tell(words)


def _tell(words: str) -> None:
    print(words, file=sys.stderr)  # noqa: T201
