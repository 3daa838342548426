"""A template that cannot be laid out, as a diagnostic."""

from __future__ import annotations

import traceback
from dataclasses import is_dataclass
from types import FrameType

import jinja2

from studypack import places
from studypack.diagnostics import Diagnostic, Mark

_HINT = "Templates lay out what they are given; compare the line with its last version."


def template_fault(error: jinja2.TemplateError) -> Diagnostic:
    """What is wrong with a template, which line of it was being laid out, and with what item."""
    where, item = Mark("templates"), ""
    if isinstance(error, jinja2.TemplateSyntaxError):
        where = Mark(error.filename or error.name or "templates", error.lineno)
    else:
        root = str(places.templates())
        for frame, line in traceback.walk_tb(error.__traceback__):
            if frame.f_code.co_filename.startswith(root):
                where = Mark(frame.f_code.co_filename, line)
                item = _laid_out(frame) or item
    message = f"the template cannot be laid out: {error.message or error}"
    return Diagnostic("SP407", where, f"{message}{f' (at {item})' if item else ''}", _HINT)


def _laid_out(frame: FrameType) -> str:
    """The id of what a template lays out: the one that it began with last."""
    views = [value for value in frame.f_locals.values() if is_dataclass(value)]
    ids = [str(view.id) for view in views if hasattr(view, "id")]
    return ids[-1] if ids else ""
