"""``studypack show``."""

import json
import textwrap
from typing import TYPE_CHECKING, Annotated, Any

import typer

from studypack.cli.app import app
from studypack.cli.options import Decks, Format, Report, ReportOption
from studypack.cli.printing import refuse, tell
from studypack.diagnostics import first_of, has_errors
from studypack.guess import did_you_mean
from studypack.product import CannotRenderError

if TYPE_CHECKING:
    from studypack.lookup import Answer, Known


@app.command()
def show(
    name: Annotated[
        str, typer.Argument(metavar="[COURSE|ID|DATE]", help="Of what (default: what there is).")
    ] = "",
    decks: Decks = None,
    style: ReportOption = Report.TEXT,
) -> None:
    """Tell about a course, an item, a topic, a figure or a day: what it says, what depends on it.

    studypack show

    studypack show full

    studypack show 1848-03-15
    """
    from studypack import catalogue, lookup  # noqa: PLC0415

    try:
        root = catalogue.decks_folder(decks)
        targets, found = catalogue.targets(root, ())
    except catalogue.NotThereError as error:
        refuse(str(error))
    folders = catalogue.summary_folders(root)
    every: list[Known] = []
    for folder in folders:
        (reading,), faults = catalogue.examined([folder], [], {})
        found += faults
        try:
            one = lookup.Known.of(folder, reading, targets, faults)
        except CannotRenderError as error:
            found += error.diagnostics
            one = lookup.Known.of(folder, reading, targets, error.diagnostics)
        if one:
            every.append(one)
    answers = _answers(every, name)
    if answers is None:
        names = [known.summary.id for known in every]
        names += [one for known in every for one in known.names]
        names += [one for known in every for _, one in known.groups]
        names += [target.course.id for target in targets]
        tell(found, Format.TEXT)
        near = [one for one in names if name.casefold() in one]
        advice = "name a course, an id, or a date like 1848-03-15"
        if near:
            advice = f"there is {first_of(list(dict.fromkeys(near)))}"
        refuse(f'nothing is called "{name}"{did_you_mean(name, names) or f"; {advice}"}')
    if style is Report.JSON:
        print(json.dumps(answers, ensure_ascii=False, indent=2))  # noqa: T201
    elif answers:
        print("\n\n".join(map(_text, answers)))  # noqa: T201
    elif name:
        print(f"{name}: nothing stands at this date")  # noqa: T201
    tell(found, Format.TEXT)
    raise typer.Exit(1 if has_errors(found) else 0)


def _answers(every: "list[Known]", name: str) -> "list[Answer] | None":
    """What is known of a name; None where nothing has it and it is no date."""
    from studypack import lookup  # noqa: PLC0415
    from studypack.summary import dates  # noqa: PLC0415

    if not name:
        return [lookup.of_summary(known) for known in every]
    found = [lookup.of_summary(known) for known in every if known.summary.id == name]
    for known in every:
        found += [lookup.of_course(known, t) for t in known.targets if t.course.id == name]
        found += [lookup.of_group(known, f, one) for f, one in known.groups if one == name]
        if name in known.names:
            found.append(lookup.of_item(known, name))
    if found:
        return found
    try:
        date = dates.parse(name)
    except ValueError:
        return None
    return [answer for known in every for answer in lookup.on(known, date)]


def _text(answer: "Answer") -> str:
    return "\n".join(line for name, value in answer.items() for line in _lines(name, value))


def _lines(name: str, value: Any) -> list[str]:
    label = f"{name.replace('_', ' ')}:"
    if isinstance(value, dict):
        rows = [f"{key}: {_plain(inner)}" for key, inner in value.items()]
    elif isinstance(value, list) and any(" " in str(one) for one in value):
        rows = [str(one) for one in value]
    else:
        rows = [_plain(value)]
    if len(rows) == 1:
        return _wrapped(f"{label:<13} {rows[0]}", " " * 14)
    return [
        label,
        *(line for row in rows for line in _wrapped(f"  {row}", "    ")),
    ]


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_plain, value))
    if isinstance(value, dict):
        return ", ".join(f"{key} {_plain(inner)}" for key, inner in value.items())
    return str(value)


def _wrapped(line: str, indent: str) -> list[str]:
    """Lines that break at spaces alone, so that ids and places can be copied."""
    return textwrap.wrap(
        line, 100, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
