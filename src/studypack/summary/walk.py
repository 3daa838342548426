"""All marked strings of an item: its texts, citations and references, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin

from studypack.summary.base import BlockMark, CiteMark, Model, RefMark, TextMark

Path = tuple[str | int, ...]
MarkT = TypeVar("MarkT", TextMark, BlockMark, CiteMark, RefMark)


def marked(model: Model, mark: type[MarkT]) -> Iterator[tuple[Path, str, MarkT]]:
    """Every non-empty string that the model marks so: its path, itself, and the mark."""
    for path, value, marks in _of_model(model, mark, ()):
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
    for path, value, _ in _of_model(model, None, ()):
        if value:
            yield path, value


def unsaid(model: Model) -> Iterator[Path]:
    """Every string that must be written, and is empty."""
    for path, value, marks in _of_model(model, None, ()):
        if not value and _NEEDED in marks:
            yield path


_NEEDED = object()
"""Marks a string for which a model has nothing of its own."""


class _Shape(NamedTuple):
    """What a field holds, as its annotation says: strings with marks, a model, or rows of these."""

    marks: tuple[Any, ...]
    model: type[Model] | None
    rows: _Shape | None

    def has(self, mark: type) -> bool:
        """Whether a string in it is marked so."""
        return (
            any(isinstance(own, mark) for own in self.marks)
            or (self.model is not None and bool(_fields(self.model, mark)))
            or (self.rows is not None and self.rows.has(mark))
        )


_Found = Iterator[tuple[Path, str, tuple[Any, ...]]]
"""Paths and strings with all their marks."""


def _of_model(model: Model, mark: type | None, path: Path) -> _Found:
    """The strings in the fields that can be marked so; in all fields if no mark is given."""
    for name, shape in _fields(type(model), mark):
        yield from _of_value(getattr(model, name), shape, mark, (*path, name))


def _of_value(value: Any, shape: _Shape, mark: type | None, path: Path) -> _Found:
    if isinstance(value, str):
        yield path, value, shape.marks
    elif isinstance(value, Model):
        yield from _of_model(value, mark, path)
    elif shape.rows and isinstance(value, (tuple, dict)):
        for step, row in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _of_value(row, shape.rows, mark, (*path, step))


@cache
def _fields(model: type[Model], mark: type | None) -> tuple[tuple[str, _Shape], ...]:
    """The fields of a model that hold strings with this mark; all if none is given."""
    return tuple(
        (name, shape) for name, shape in _shapes(model).items() if mark is None or shape.has(mark)
    )


@cache
def _shapes(model: type[Model]) -> dict[str, _Shape]:
    return {
        name: _shape(field.annotation, (*field.metadata, *((_NEEDED,) * field.is_required())))
        for name, field in model.model_fields.items()
    }


def _shape(annotation: Any, marks: tuple[Any, ...]) -> _Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0], (*marks, *arguments[1:]))
    if origin in {Union, UnionType}:  # X | None
        return _shape(arguments[0], marks)
    if origin in {tuple, dict}:
        return _Shape((), None, _shape(arguments[origin is dict], marks))
    model = annotation if isinstance(annotation, type) and issubclass(annotation, Model) else None
    return _Shape(marks, model, None)
