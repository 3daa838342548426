"""``studypack clean``."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from studypack.cli.app import app
from studypack.cli.options import Out, Report, ReportOption
from studypack.cli.printing import refuse
from studypack.guess import did_you_mean


@app.command()
def clean(
    courses: Annotated[
        list[str] | None, typer.Argument(metavar="[COURSE]…", help="Courses (default: all).")
    ] = None,
    out: Out = Path("out"),
    pretend: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be removed.")
    ] = False,
    style: ReportOption = Report.TEXT,
) -> None:
    """Remove packs, all or the named ones: only files that studypack made and nobody has changed.

    studypack clean --dry-run

    studypack clean full --out /tmp/packs
    """
    from studypack.build.clearing import clear, folders_of_packs  # noqa: PLC0415

    if not out.is_dir():
        refuse(f"there is no folder {out}; name the one that packs went to, with --out")
    there = [folder.name for folder in folders_of_packs(out)]
    for name in courses or ():
        if name not in there:
            known = f"There are: {', '.join(there)}." if there else "It has no packs."
            refuse(f'there is no pack "{name}" in {out}{did_you_mean(name, there) or "."} {known}')
    if there and not courses and style is Report.TEXT:
        told = f"all packs in {out}: {', '.join(there)}; one alone: studypack clean {there[0]}"
        print(told, file=sys.stderr)  # noqa: T201
    found = [
        one
        for name in dict.fromkeys(courses or there)
        for one in clear(out / name, pretend=pretend)
    ]
    if style is Report.JSON:
        rows = [{"path": str(one.path), "removed": not one.why, "why": one.why} for one in found]
        print(json.dumps(rows, ensure_ascii=False, indent=2))  # noqa: T201
        return
    for one in found:
        if one.why:
            print(f"left {one.path}: {one.why}", file=sys.stderr)  # noqa: T201
        else:
            print(f"{'would remove' if pretend else 'removed'} {one.path}")  # noqa: T201
    if not found:
        print(f"{out}: nothing to remove")  # noqa: T201
