"""All marked strings of an item: its texts, citations and references, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from studypack.summary.base import BlockMark, CiteMark, Model, RefMark, TextMark

Path = tuple[str | int, ...]
MarkT = TypeVar("MarkT", TextMark, BlockMark, CiteMark, RefMark)


def marked(model: Model, mark: type[MarkT]) -> Iterator[tuple[Path, str, MarkT]]:
    """Every non-empty string that the model marks so: its path, itself, and the mark."""
    for path, value, marks in _walk(model, type(model), (), ()):
        for found in marks:
            if isinstance(found, mark) and value:
                yield path, value, found


def texts(model: Model) -> Iterator[tuple[Path, str, bool]]:
    """Every non-empty Markdown text: its path, itself, and whether it is a block text."""
    for path, value, _ in marked(model, TextMark):
        yield path, value, False
    for path, value, _ in marked(model, BlockMark):
        yield path, value, True


def strings(model: Model) -> Iterator[tuple[Path, str]]:
    """Every non-empty string of the model, with its path."""
    for path, value, _ in _walk(model, type(model), (), ()):
        if value:
            yield path, value


def _walk(
    value: Any, annotation: Any, marks: tuple[Any, ...], path: Path
) -> Iterator[tuple[Path, str, tuple[Any, ...]]]:
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        yield from _walk(value, inner, (*marks, *more), path)
    elif isinstance(value, Model):
        for name, hint in _hints(type(value)).items():
            yield from _walk(getattr(value, name), hint, (), (*path, name))
    elif isinstance(value, tuple):
        (element, *_rest) = get_args(annotation) or (Any,)
        for index, inner in enumerate(value):
            yield from _walk(inner, element, marks, (*path, index))
    elif isinstance(value, dict):
        element = (get_args(annotation) or (Any, Any))[1]
        for key, inner in value.items():
            yield from _walk(inner, element, marks, (*path, key))
    elif isinstance(value, str):
        yield path, value, (*marks, *_optional_marks(annotation))


def _optional_marks(annotation: Any) -> tuple[Any, ...]:
    """The marks inside ``X | None``."""
    return tuple(
        mark
        for argument in get_args(annotation)
        if get_origin(argument) is Annotated
        for mark in get_args(argument)[1:]
    )


@cache
def _hints(model: type[Model]) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}
