"""Plain values into the model; pydantic's findings into diagnostics at the right line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from studypack.diagnostics import Diagnostic, Mark
from studypack.guess import did_you_mean
from studypack.reading.tree import Path, Tree

ModelT = TypeVar("ModelT", bound=BaseModel)


def shaped(
    model: type[ModelT], tree: Tree, path: Path, value: Any, file: str
) -> tuple[ModelT | None, list[Diagnostic]]:
    """The value at a path of the tree as a ``model``, or what keeps it from being one."""
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        told = error.errors(include_url=False)
        return None, [
            _diagnostic(model, tree, path, detail, file)
            for detail in told
            if not _follows(detail, told)
        ]


def _follows(detail: Any, told: Sequence[Any]) -> bool:
    """Whether one error only follows from another, or says no more than it.

    A list may be too short since what stands in it has errors; what is no number is no whole one.
    """
    loc = detail["loc"]
    if detail["type"].startswith("int_") and loc[-1:] == ("int",):
        return any(other["loc"] == (*loc[:-1], "float") for other in told)
    inner = (other["loc"] for other in told if len(other["loc"]) > len(loc))
    return detail["type"] == "too_short" and any(one[: len(loc)] == loc for one in inner)


def _diagnostic(
    model: type[BaseModel], tree: Tree, path: Path, detail: Any, file: str
) -> Diagnostic:
    # pydantic says `from` for aliased fields as the author wrote it, so the path leads home
    loc: Path = tuple(detail["loc"])
    if detail["type"] in _OF_NUMBERS and loc[-1:] == ("float",):
        loc = loc[:-1]  # where a field may hold either kind, pydantic adds which one it tried
    where = tree.mark((*path, *loc)) or Mark(file)
    name = ".".join(str(p + 1 if isinstance(p, int) else p) for p in loc or path)
    kind, given = detail["type"], detail.get("input")
    if kind == "extra_forbidden":
        where = tree.keys_at.get((*path, *loc), where)
        fields = _fields(model, loc[:-1])
        hint = f"Known fields: {', '.join(fields)}." if fields else ""
        if " " in str(loc[-1]):  # {key: a, text: one, two} reads 'two' as a field
            hint = "Text with a comma inside { } must stand in double quotes."
        return Diagnostic(
            "SP101", where, f"unknown field '{loc[-1]}'{did_you_mean(str(loc[-1]), fields)}", hint
        )
    if kind == "missing":
        whole = tree.mark((*path, *loc[:-1])) or where
        return Diagnostic("SP102", whole, f"the field '{name}' is missing", _about(model, loc))
    if kind == "value_error":
        wrong = str(detail["ctx"]["error"])
        if named := _FIELD.search(wrong):  # two fields do not agree: one of them is told
            where = tree.values_at.get((*path, *loc, named[1]), where)
        return Diagnostic("SP103", where, f"`{name}`: {wrong}" if loc else wrong)
    message = f"`{name}`: {_sentence(kind, detail, given, where)}"
    if kind == "tuple_type" and isinstance(given, str | int) and not _fields(model, loc):
        message += f"; write [{_in_a_list(str(given))}]"
    row = "stands in { }" if file.endswith(".json") else "begins with '- '"
    return Diagnostic("SP103", where, message, _advice(model, loc, kind, given, row))


_OF_NUMBERS = {"float_type", "float_parsing", "finite_number"}
_FIELD = re.compile(r"`(\w+)`")
_IN_THOUSANDS = re.compile(r"[0-9]{1,3}([\s,’'][0-9]{3})+")
"""What else a comma parts is a decimal, and to leave it out would make it another number."""
_DECIMAL_COMMA = re.compile(r"[0-9]+,[0-9]+")
_WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "fields with values",
    "model_type": "fields with values",
    "model_attributes_type": "fields with values",
}
_RECORDS = {kind for kind in _WANTED if kind.startswith("model_")}


def _sentence(kind: str, detail: Any, given: object, where: Mark) -> str:
    context: dict[str, Any] = detail.get("ctx", {})
    if kind in _WANTED:
        like = ""
        if kind == "string_type" and isinstance(given, int | float):
            like = f'; put it in quotes, like "{given}"'
            if where.file.startswith("--set "):  # a shell takes them off
                like = f"; write {where.file}='\"{given}\"'"
        if kind == "float_parsing" and _IN_THOUSANDS.fullmatch(str(given)):
            like = f"; write {re.sub(r'[^0-9]', '', str(given))}"
        elif kind == "float_parsing" and _DECIMAL_COMMA.fullmatch(str(given)):
            like = f"; write {str(given).replace(',', '.')}"
        verb = "are" if _WANTED[kind].endswith("s") else "is"
        return f"{_WANTED[kind]} {verb} needed, not {_shown(given)}{like}"
    if kind == "string_too_long":
        over = len(str(given)) - context["max_length"]
        return f"{over} characters too long; at most {context['max_length']} fit"
    if kind == "string_pattern_mismatch":
        return f"{_shown(given)} does not have the right form ({_form(context['pattern'])})"
    if kind in {"enum", "literal_error"}:
        return f"{_shown(given)} is not one of {context['expected']}"
    if kind in {"greater_than_equal", "less_than_equal"}:
        bound = "at least" if kind == "greater_than_equal" else "at most"
        return f"{_shown(given)} is out of range; {bound} {context.get('ge', context.get('le'))}"
    if kind == "too_short":
        least = context["min_length"]
        return f"at least {least} {'is' if least == 1 else 'are'} needed"
    return str(detail["msg"])


def _in_a_list(text: str) -> str:
    words = [word.strip() for word in text.split(",")]
    return ", ".join(words) if all(map(_WORD.fullmatch, words)) else f'"{_short(text)}"'


_WORD = re.compile(r"[\w-]+")


def _form(pattern: str) -> str:
    if pattern.startswith("^[a-z0-9]["):
        return "small letters, digits and hyphens, at most 60"
    if pattern.startswith("^(https"):
        return "a web address that begins with https://"
    if pattern.startswith("^([01]"):
        return "a time like 23:30"
    if pattern.startswith("^[a-z]{2,3}"):
        return "a language code like pl or en-GB"
    if pattern.startswith("^(#[0-9a-f"):
        return "a colour like #1f4e79"
    return pattern


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, (list, tuple)):
        return "a list"
    if isinstance(value, dict):
        return "fields with values"
    return f"'{_short(str(value))}'"


def _short(text: str) -> str:
    return f"{text[:40]}…" if len(text) > 40 else text


def _advice(
    model: type[BaseModel], loc: Sequence[str | int], kind: str, given: object, row: str
) -> str:
    """What the field is for, what it holds, and how to do without it.

    ``row`` says how one of several records is written.
    """
    said = [_about(model, loc)]
    fields = ", ".join(_fields(model, loc))
    if fields and kind in _RECORDS:
        said.append(f"Its fields: {fields}.")
    elif fields and kind == "tuple_type":
        said.append(f"Each {row}; its fields: {fields}.")
    if given is None and _can_be_left_out(model, loc):
        said.append("With nothing to say, leave it out.")
    return " ".join(filter(None, said))


def _about(model: type[BaseModel], loc: Sequence[str | int]) -> str:
    """What the field that a path leads to is for."""
    from studypack.summary.about import about_fields  # noqa: PLC0415  (only where there is a mistake)

    names = [step for step in loc if isinstance(step, str)]
    inner = _model_at(model, names[:-1])
    if inner is None or not names:
        return ""
    for name, field in inner.model_fields.items():
        if names[-1] == (field.alias or name):
            return " ".join(about_fields(inner).get(name, "").replace("``", "`").split())
    return ""


def _can_be_left_out(model: type[BaseModel], loc: Sequence[str | int]) -> bool:
    """Whether a path leads to a field that need not be written."""
    inner = _model_at(model, loc[:-1])
    if inner is None or not loc:
        return False
    fields = {field.alias or name: field for name, field in inner.model_fields.items()}
    return loc[-1] in fields and not fields[str(loc[-1])].is_required()


def _fields(model: type[BaseModel], loc: Sequence[str | int]) -> list[str]:
    """The fields of the model that a path leads to, under the names an author writes."""
    found = _model_at(model, loc)
    return [f.alias or n for n, f in found.model_fields.items()] if found else []


def _model_at(model: type[BaseModel], loc: Sequence[str | int]) -> type[BaseModel] | None:
    """The model that a path leads to."""
    current: Any = model
    for step in loc:
        if isinstance(step, int):
            continue
        fields = getattr(current, "model_fields", {})
        names = {f.alias or n: f for n, f in fields.items()}
        if step not in names:
            return None
        current = _model_in(names[step].annotation)
        if current is None:
            return None
    found: type[BaseModel] = current
    return found


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _model_in(inner)
        if found:
            return found
    return None
