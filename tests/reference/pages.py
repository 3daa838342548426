"""The pages of docs/reference/, from the program itself and from the table of codes."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from typing import Any

import typer

from studypack import schema
from studypack.cli import app
from tests.reference.codes import CODES
from tests.reference.course import ABOUT, course
from tests.reference.examples import HOME, Code, Edit, Write

_MADE = "<!-- Written by `make docs`; change the program or tests/reference/, not this page. -->\n"
_EXITS = (
    (0, "All is well; warnings may have been told."),
    (1, "The content has problems; they are told with file, line and column."),
    (2, "The command was not understood, or what it names does not exist."),
    (3, "The machine lacks something that is needed; `studypack doctor` says what to do."),
    (130, "It was interrupted (Ctrl-C). Files that were finished are whole."),
)
_KINDS = (
    ("SP0", "Files that cannot be read"),
    ("SP1", "Fields that are not as they should be"),
    ("SP2", "Content that does not agree with itself"),
    ("SP30", "The ledger and the courses"),
    ("SP31", "How a course is dressed"),
    ("SP4", "Pages, posters and files"),
    ("SP5", "Cards"),
)


def pages() -> dict[str, str]:
    """The text of each page under the name of its file."""
    return {
        "codes.md": codes(),
        "command-line.md": commands(),
        "course.md": "\n".join(
            ["# A course profile", "", _MADE, *_wrapped(ABOUT), "", *course(), ""]
        ),
        "fields.md": fields(),
    }


def commands() -> str:
    """Every command with its arguments and options, the exit codes, completion."""
    lines = ["# The command line", "", _MADE, *_wrapped(_COMMANDS), ""]
    root = typer.main.get_command(app)
    lines += [*_options(root, "studypack"), "## Exit codes", "", "| Code | Meaning |", "|---|---|"]
    lines += [f"| {number} | {meaning} |" for number, meaning in _EXITS]
    for name, command in _commands(root, "studypack"):
        lines += ["", f"## {name}", "", *_command(command, name)]
    return "\n".join(lines).rstrip() + "\n"


_COMMANDS = (
    "Results go to standard output, progress and problems to standard error, so that a script can"
    " tell them apart. With `--format json` problems are a list of objects, and so is what `build`,"
    " `clean`, `doctor` and `show` have to tell. `python -m studypack` is"
    " the same as `studypack`. `studypack --install-completion` teaches your shell to complete"
    " commands and options by the Tab key; open a new window after it."
)


def _commands(group: Any, name: str) -> Iterator[tuple[str, Any]]:
    for own, command in sorted(group.commands.items()):
        if hasattr(command, "commands"):
            yield from _commands(command, f"{name} {own}")
        else:
            yield f"{name} {own}", command


def _command(command: Any, name: str) -> Iterator[str]:
    first, *rest = (p.strip() for p in (command.help or "").split("\n\n"))
    yield from (" ".join(first.split()), "")
    yield from (*(f"    {example}" for example in rest if example.startswith("studypack")), "")
    yield from _options(command, name)


def _options(command: Any, name: str) -> Iterator[str]:
    context = typer.Context(command, info_name=name, help_option_names=["-h", "--help"])
    yield from ("| | |", "|---|---|")
    for parameter in command.get_params(context):
        called, told = (
            " ".join(text.split()).replace("|", "\\|")
            for text in parameter.get_help_record(context)
        )
        if parameter.param_type_name == "argument":
            called = parameter.metavar.replace("|", "\\|")
        yield f"| `{called}` | {told} |"
    yield ""


def codes() -> str:
    """Every code: what it means and how it comes about."""
    lines = ["# What studypack may say", "", _MADE, *_wrapped(_CODES), ""]
    for start, title in _KINDS:
        lines += [f"## {title}", ""]
        for code in CODES:
            if code.code.startswith(start):
                lines += _code(code)
    return "\n".join(lines).rstrip() + "\n"


_CODES = (
    "Each message names a file, a line and a column, and has a code that stays the same. An error"
    " stops what it concerns; a warning does not. The examples are changes of the small summary"
    " `tests/packs/lantern`; each is tried by a test and yields this code and no other."
)


def _code(code: Code) -> Iterator[str]:
    kind = "" if code.severity == "error" else f" ({code.severity})"
    yield from (f"### {code.code} {code.title}{kind}", "", *_wrapped(code.why), "")
    for step in code.steps:
        match step:
            case str():
                yield from (f"    {step}", "")
            case Edit():
                yield from (f"In `{_place(step.file)}` this becomes that:", "", "```diff")
                yield from (*_each("-", step.old), *_each("+", step.new), "```", "")
            case Write(data=None):
                yield from (f"`{_place(step.file)}` is deleted.", "")
            case Write(data=str() as data) if not data.strip():
                yield from (f"`{_place(step.file)}` is empty.", "")
            case Write(data=bytes()):
                yield from (f"`{_place(step.file)}` is a picture.", "")
            case Write():
                yield from (f"`{_place(step.file)}` is:", "", "```yaml", *_each("", step.data))
                yield from ("```", "")


def _each(sign: str, text: str | bytes | None) -> Iterator[str]:
    rows = str(text).rstrip("\n").split("\n")
    for row in rows[:6]:
        yield sign + (row if len(row) <= 96 else f"{row[:92]} …")
    if len(rows) > 6:
        yield f"{sign}… and so on"


def _place(file: str) -> str:
    return file if "/" in file else f"{HOME}/{file}"


def fields() -> str:
    """Every field of a summary, a course and a section, from the schemas."""
    lines = ["# Fields", "", _MADE, *_wrapped(_FIELDS), ""]
    for name, text in schema.schemas().items():
        found = json.loads(text)
        lines += [f"## {found['title']}", "", f"Schema: `decks/{schema.FOLDER}/{name}`.", ""]
        lines += _table(found)
        for kind, part in found.get("definitions", {}).items():
            if "properties" in part:
                lines += [f"### {kind}", "", part["description"], "", *_table(part)]
            elif "enum" in part:
                values = ", ".join(f"`{value}`" for value in part["enum"])
                lines += [f"### {kind}", "", f"{part['description']} One of: {values}.", ""]
    return "\n".join(lines).rstrip() + "\n"


_FIELDS = (
    "Editors that speak the YAML language server's protocol (VS Code with its YAML extension, and"
    " others) show all this while you write, since each file names its schema in its first line."
    " A field in **bold** cannot be left out. Dates are written 1848-03-15, 1848-03 or 1848, with ~"
    " for about, ? for uncertain, and a slash between first and last."
)


def _table(part: Any) -> Iterator[str]:
    yield from ("| Field | Meaning | Example |", "|---|---|---|")
    for name, field in part["properties"].items():
        called = f"**{name}**" if name in part.get("required", ()) else name
        told = field["description"] + "".join(_limits(field))
        example = json.dumps(field.get("examples", [""])[0], ensure_ascii=False)
        shown = f"`{example}`" if "examples" in field else ""
        yield f"| {called} | {told} | {shown} |"
    yield ""


def _limits(field: Any) -> Iterator[str]:
    if "maxLength" in field:
        yield f" At most {field['maxLength']} characters."
    for inner in (field, field.get("items", {}), *field.get("allOf", ()), *field.get("anyOf", ())):
        if "$ref" in inner:
            kind = inner["$ref"].rsplit("/", 1)[1]
            yield f" See [{kind}](#{kind.lower()})."


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, 100, break_on_hyphens=False, break_long_words=False)
