"""The page about course profiles, from their schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from studypack import schema
from studypack.summary.course import PARTS

ABOUT = (
    "A course is a file `decks/courses/NAME.yaml`. Only `summary` must stand in it (and, in a week,"
    " what is **bold** there). What it does not say is as the summary wishes for all its courses"
    " (the block `courses:` in `summary.yaml`), or as in the column *otherwise*. One build can say"
    " a field differently: `--set paper=Letter`, and with a dot `--set poster.size=A2`."
    " `studypack new course NAME` writes a profile with all fields to choose from."
)
_NOTHING = "—"


def course() -> Iterator[str]:
    """A table of the fields, those of inner ones as ``poster.size``; then the parts."""
    found = json.loads(schema.schemas()[schema.COURSE])
    yield from ("| field | meaning | values | otherwise | example |", "|---|---|---|---|---|")
    for name, field, needed in _fields(found, found, ""):
        values = ", ".join(f"`{value}`" for value in _values(field, found))
        examples = [one for one in field.get("examples", ()) if one]
        cells = (
            f"**{name}**" if needed else name,
            field["description"].replace("Parts that", "[Parts](#parts) that"),
            values or _NOTHING,
            f"`{field['default']}`" if field.get("default") else _NOTHING,
            f"`{_shown(examples[0])}`" if examples else _NOTHING,
        )
        yield f"| {' | '.join(cells)} |"
    yield from ("", "## Parts", "", "In `without_parts`, in the order of the book:", "")
    yield from (", ".join(f"`{part}`" for part in PARTS) + ".",)


def _fields(part: Any, root: Any, before: str) -> Iterator[tuple[str, Any, bool]]:
    for name, field in part["properties"].items():
        inner = _inner(field, root)
        if "properties" in inner:
            many = "[]" if field.get("type") == "array" else ""
            yield from _fields(inner, root, f"{before}{name}{many}.")
        else:
            yield f"{before}{name}", field, name in part.get("required", ())


def _values(field: Any, root: Any) -> list[Any]:
    inner = _inner(field, root)
    if "enum" in inner:
        return list(inner["enum"])
    if "minimum" in field and "maximum" in field:
        return list(range(field["minimum"], field["maximum"] + 1))
    return []


def _inner(field: Any, root: Any) -> Any:
    """What a field, or each row of it, is made of."""
    row = field.get("items", field)
    for one in (row, *row.get("allOf", ()), *row.get("anyOf", ())):
        if "$ref" in one:
            return root["definitions"][one["$ref"].rsplit("/", 1)[1]]
    return row


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
