"""JSON Schema (draft-07) of the files that people write, for their editors and for scripts.

The schema says what a field is; what a schema cannot say (that an id exists, that a page lies in
its source) is left to ``check``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from studypack import places
from studypack.reading.tree import read_yaml
from studypack.summary.about import about_fields
from studypack.summary.base import ID_FORM
from studypack.summary.course import Course
from studypack.summary.header import Header
from studypack.summary.items import ITEM_KINDS, Section

FOLDER = "_schema"
"""Beside the summaries; no summary's name begins with an underscore."""
SUMMARY, COURSE, SECTION = "summary.json", "course.json", "section.json"
_DRAFT = "http://json-schema.org/draft-07/schema#"
_COMMENTED = re.compile(r"^( *)#(?=[\w-])", re.M)
_FENCED = re.compile(r"---\n(.*?\n)---\n", re.S)
_EXAMPLES = 2
"""So many examples of a field are shown."""

Schema = dict[str, Any]


def schemas() -> Mapping[str, str]:
    """The text of each schema under the name of its file."""
    found = {SUMMARY: _summary(), COURSE: _course(), SECTION: _section()}
    return MappingProxyType({name: _text(schema) for name, schema in found.items()})


def line(depth: int, name: str = SUMMARY) -> str:
    """The first line of a YAML file so many folders below the folder of decks, for editors."""
    return f"# yaml-language-server: $schema={'../' * depth}{FOLDER}/{name}"


def in_full(text: str) -> str:
    """The text of a sample with the fields that are commented out in it: ``#field: value``.

    An explanation has a space after its number sign.
    """
    return _COMMENTED.sub(r"\1", text)


def _summary() -> Schema:
    kinds = {key: kind for key, kind in ITEM_KINDS.items() if kind is not Section}
    models = [(kind, "validation") for kind in (Header, *kinds.values())]
    _, found = models_json_schema(models, ref_template=_REF, schema_generator=_Plain)  # type: ignore[arg-type]
    fields: Schema = {
        "format": {"const": 1, "description": "The format of the folder.", "examples": [1]},
        "summary": _reference(Header.__name__, Header.__doc__),
    }
    for key, kind in kinds.items():
        items = {"$ref": _REF.format(model=kind.__name__)}
        fields[key] = {"type": "array", "items": items, "description": _words(kind.__doc__)}
    schema = {
        "title": "A file of a summary",
        "description": "Any file may hold any of these fields; the files of a folder are joined.",
        "type": "object",
        "properties": fields,
        "additionalProperties": False,
        "dependencies": {"summary": ["format"]},
        "definitions": found["$defs"],
    }
    return _finished(schema, ("summary/summary.yaml", "summary/story.yaml"))


def _course() -> Schema:
    schema = Course.model_json_schema(ref_template=_REF, schema_generator=_Plain)
    schema["definitions"] = schema.pop("$defs")
    schema["required"].remove("id")  # it is the name of the file
    schema["title"] = "A course profile"
    return _finished(schema, ("course.yaml",))


def _section() -> Schema:
    schema = Section.model_json_schema(ref_template=_REF, schema_generator=_Plain)
    del schema["properties"]["text"]  # it stands under the front matter
    schema["required"].remove("text")
    schema["title"] = "The front matter of a section"
    return _finished(schema, ("summary/10-section.md",))


_REF = "#/definitions/{model}"


class _Plain(GenerateJsonSchema):
    """pydantic's schema, described by the docstrings of fields.

    Without the titles that pydantic makes up from their names.
    """

    def model_schema(self, schema: Any) -> Schema:
        found: Schema = super().model_schema(schema)
        told = about_fields(schema["cls"])
        for name, field in schema["cls"].model_fields.items():
            about = found["properties"].get(field.alias or name)
            if about is not None and name in told:
                about["description"] = told[name]
        return found

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def _finished(schema: Schema, samples: tuple[str, ...]) -> Schema:
    for part in _parts(schema):
        if part.get("default", "") in (None, ""):
            part.pop("default", None)
        for field in part.get("properties", {}).values():
            field["description"] = field.get("description") or _target(field, schema)["description"]
        if "$ref" in part and len(part) > 1:  # draft-07 would ignore what stands beside it
            part["allOf"] = [{"$ref": part.pop("$ref")}]
        if part.get("pattern") == ID_FORM:
            part["type"] = ["string", "integer"]  # an id such as 1848 is read as a number
    for part in _parts(schema):
        if "description" in part:
            part["description"] = _words(part["description"])
    for sample in samples:
        text = (places.templates() / "new" / sample).read_text("utf-8")
        front = _FENCED.match(text)
        tree, _ = read_yaml(in_full(front[1] if front else text), sample)
        _exemplify(schema, schema, tree.value)
    return {"$schema": _DRAFT, **schema}


def _parts(schema: Any) -> Iterator[Schema]:
    """A schema and all that lie in it."""
    if isinstance(schema, list):
        for inner in schema:
            yield from _parts(inner)
    elif isinstance(schema, dict):
        yield schema
        for key, inner in list(schema.items()):
            if key in {"properties", "definitions"}:
                yield from _parts(list(inner.values()))
            elif key not in {"examples", "default", "const", "enum"}:
                yield from _parts(inner)


def _exemplify(schema: Schema, root: Schema, value: Any) -> None:
    """Gives the fields in a sample's value that value as an example."""
    for key, inner in value.items():
        field = schema["properties"][key]
        target = _target(field, root)
        rows = inner if isinstance(inner, list) else [inner]
        if rows and isinstance(rows[0], dict) and "properties" in target:
            for row in rows:
                _exemplify(target, root, row)
        else:
            examples = field.setdefault("examples", [])
            if inner not in examples and len(examples) < _EXAMPLES:
                examples.append(inner)


def _target(field: Schema, root: Schema) -> Schema:
    """What a field, or each row of it, is made of."""
    field = field.get("items", field)
    for inner in (field, *field.get("allOf", ()), *field.get("anyOf", ())):
        if "$ref" in inner:
            found: Schema = root["definitions"][inner["$ref"].rsplit("/", 1)[1]]
            return found
    return field


def _reference(name: str, doc: str | None) -> Schema:
    return {"$ref": _REF.format(model=name), "description": doc}


def _words(doc: str | None) -> str:
    """A docstring as Markdown, on one line."""
    return " ".join((doc or "").replace("``", "`").split())


def _text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
