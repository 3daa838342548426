"""A template that cannot be laid out, as a diagnostic."""

from __future__ import annotations

import traceback
from collections import Counter
from dataclasses import is_dataclass
from pathlib import Path
from types import FrameType

import jinja2

from studypack import places
from studypack.diagnostics import Diagnostic, Mark

_HINT = "Templates lay out what they are given; compare the line with its last version."
_READS = jinja2.FileSystemLoader.get_source.__code__
"""It opens the file of a template."""


def template_fault(error: Exception) -> Diagnostic | None:
    """What is wrong with a template, which line of it was being laid out, and with what item.

    None if the error is not a template's. What Jinja complains of is; anything else is if a line of
    a template led to it and no code of ours in between: a view that fails when a template asks it
    is a bug, and keeps its traceback.
    """
    found = _led_to(error)
    if found is None:
        return None
    where, item = found
    message = f"the template cannot be laid out: {_words(error)}"
    return Diagnostic("SP407", where, f"{message}{f' (at {item})' if item else ''}", _HINT)


def _led_to(error: Exception) -> tuple[Mark, str] | None:
    """The place in a template whose fault an error is, and the item there."""
    if isinstance(error, MemoryError):
        return None  # content can use it up too
    root = str(places.templates())
    where, item, lines = Mark("templates"), "", Counter[Mark]()
    ours = 1  # frames of ours since the last template; there has been none yet
    for frame, number in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename.startswith(root):
            where, ours = Mark(frame.f_code.co_filename, number), 0
            item = _laid_out(frame) or item
            lines[where] += 1
        elif frame.f_code is _READS and isinstance(error, OSError | UnicodeDecodeError):
            if not (lines and isinstance(error, jinja2.TemplateNotFound)):
                where = _spoiled(frame, error)  # not the line that includes it
            ours = 0
        elif str(frame.f_globals.get("__name__")).partition(".")[0] == "studypack":
            ours += 1
    if isinstance(error, jinja2.TemplateSyntaxError):
        return Mark(error.filename or error.name or "templates", error.lineno), ""
    if isinstance(error, SyntaxError) and str(error.filename).startswith(root):
        return Mark(str(error.filename)), ""  # its line is of what Jinja wrote for Python
    if isinstance(error, RecursionError) and lines.total() > ours:
        return lines.most_common(1)[0][0], item  # the end may be in whatever the circle calls
    if ours and not isinstance(error, jinja2.TemplateError):
        return None
    return where, item


def _spoiled(frame: FrameType, error: Exception) -> Mark:
    """The file that Jinja was opening, and the line of it that is no text."""
    loader, name = frame.f_locals["self"], frame.f_locals["template"]
    file = str(Path(loader.searchpath[0]) / name)
    if isinstance(error, UnicodeDecodeError):
        return Mark(file, error.object[: error.start].count(b"\n") + 1)
    return Mark(file)


def _laid_out(frame: FrameType) -> str:
    """The id of what a template lays out: the one that it began with last."""
    views = [value for value in frame.f_locals.values() if is_dataclass(value)]
    ids = [str(view.id) for view in views if hasattr(view, "id")]
    return ids[-1] if ids else ""


def _words(error: Exception) -> str:
    match error:
        case jinja2.TemplateError():
            return str(error.message or error)
        case RecursionError():
            return "it calls or includes itself without an end"
        case UnicodeDecodeError():
            return f"the byte {error.object[error.start]:#04x} is not UTF-8"
        case SyntaxError():
            return error.msg
    return " ".join(traceback.format_exception_only(error)[-1].split())
