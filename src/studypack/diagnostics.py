"""A diagnostic: one finding about the content, and the ways to print it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Mark:
    """A place in a file; line and column count from 1, 0 means the whole file, the whole line."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        known = [number for number in (self.line, self.column) if number]
        return ":".join(map(str, (self.file, *known)))


@dataclass(frozen=True)
class Diagnostic:
    """One finding: a code that stays the same, where, what is wrong, what to do."""

    code: str
    where: Mark
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        hint = f"\n    {printable(self.hint)}" if self.hint else ""
        where, message = printable(str(self.where)), printable(self.message)
        return f"{where}: {self.severity}[{self.code}] {message}{hint}"


LONGEST = 600
"""So much of a message is printed; it may quote a text of any length."""


def printable(text: str) -> str:
    """A text for a terminal: what would move its cursor or turn its letters round is spelt out."""
    short = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    if short.isprintable():
        return short
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in short)


def first_of(names: Sequence[str], most: int = 6) -> str:
    """The first of many names, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them is an error."""
    return any(d.severity is Severity.ERROR for d in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each once, in the order of files, lines and columns."""
    return sorted(set(diagnostics), key=lambda d: (d.where, d.code, d.message))


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """For people: one finding a line, its hint indented under it."""
    return "\n".join(str(d) for d in diagnostics)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """For scripts: a list of objects."""
    rows = [{**asdict(d), "where": asdict(d.where)} for d in diagnostics]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """For GitHub Actions: workflow commands that annotate the changed lines."""

    def escape(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def line(d: Diagnostic) -> str:
        place = f"file={d.where.file},line={max(d.where.line, 1)},col={max(d.where.column, 1)}"
        message, hint = printable(d.message), printable(d.hint)
        stop = "." if hint and message[-1:] not in tuple(".?!") else ""
        text = f"{message}{stop} {hint}".strip()
        return f"::{d.severity} {place},title={d.code}::{escape(text)}"

    return "\n".join(line(d) for d in diagnostics)
