"""``studypack doctor``."""

import json
from pathlib import Path

import typer

from studypack.cli.app import app
from studypack.cli.options import Out, Report, ReportOption


@app.command()
def doctor(out: Out = Path("out"), style: ReportOption = Report.TEXT) -> None:
    """Look whether this machine has all that is needed, and say what to do where it has not.

    studypack doctor
    """
    from studypack.doctor import examine  # noqa: PLC0415

    found = []
    for finding in examine(out):
        found.append(finding)
        if style is Report.TEXT:
            print(f"{finding.state:<8} {finding.what}: {finding.seen}")  # noqa: T201
            if finding.advice and not finding.ok:
                print(f"         {finding.advice}")  # noqa: T201
    if style is Report.JSON:
        rows = [
            {
                "what": one.what,
                "state": one.state.lower(),
                "seen": one.seen,
                "advice": "" if one.ok else one.advice,
            }
            for one in found
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))  # noqa: T201
    raise typer.Exit(3 if any(one.needed and not one.ok for one in found) else 0)
