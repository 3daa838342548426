"""The schemas say what the models say, and an independent validator agrees."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from studypack.catalogue import summary_folders
from studypack.reading.tree import read_yaml
from studypack.schema import COURSE, FOLDER, SECTION, SUMMARY, line, schemas
from tests.conftest import PACKS, ROOT

DECKS = ROOT / "decks"
SCHEMAS = {name: json.loads(text) for name, text in schemas().items()}
SAMPLES = ROOT / "templates/new"
SUMMARIES = sorted(
    path
    for folder in (*summary_folders(DECKS), *summary_folders(PACKS), SAMPLES / "summary")
    for path in folder.rglob("*")
    if path.suffix in {".yaml", ".md"}
)
COURSES = [*sorted((DECKS / "courses").glob("*.yaml")), SAMPLES / "course.yaml"]
FENCED = re.compile(r"---\n(.*?\n)---\n", re.S)


def value(text: str) -> Any:
    tree, found = read_yaml(text, "file")
    assert found == []
    return tree.value


def faults(name: str, given: Any) -> list[str]:
    found = Draft7Validator(SCHEMAS[name]).iter_errors(given)
    return [f"{list(error.absolute_path)}: {error.message}" for error in found]


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, list):
        for inner in schema:
            yield from parts(inner)
    elif isinstance(schema, dict):
        yield schema
        for key, inner in schema.items():
            if key not in {"examples", "default", "const", "enum"}:
                yield from parts(inner)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_copy_is_up_to_date(name: str) -> None:
    """If not: ``make docs``."""
    assert (DECKS / FOLDER / name).read_text("utf-8") == schemas()[name]


def test_the_folder_of_schemas_is_no_summary() -> None:
    assert DECKS / FOLDER not in summary_folders(DECKS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_of_draft_7(name: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_has_a_description_and_examples_that_are_valid(name: str) -> None:
    described = [
        (field, about)
        for part in parts(SCHEMAS[name])
        for field, about in part.get("properties", {}).items()
        if isinstance(about, dict) and "properties" not in about
    ]
    assert [field for field, about in described if not about.get("description")] == []
    root = {"definitions": SCHEMAS[name].get("definitions", {})}
    for field, about in described:
        for example in about.get("examples", ()):
            found = [e.message for e in Draft7Validator({**root, **about}).iter_errors(example)]
            assert found == [], (field, example)


@pytest.mark.parametrize("path", SUMMARIES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_summary_is_valid(path: Path) -> None:
    text = path.read_text("utf-8")
    if path.suffix == ".yaml":
        assert faults(SUMMARY, value(text)) == []
        return
    front = FENCED.match(text)
    assert front is not None
    assert faults(SECTION, value(front[1])) == []


@pytest.mark.parametrize("path", COURSES, ids=lambda path: path.name)
def test_a_course_is_valid(path: Path) -> None:
    assert faults(COURSE, value(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("kind: violence", "kind: riot", "['events', 1, 'kind']"),
        ("date: 1787-04~", "date: 4/1787", "['events', 2, 'date']"),
        ("importance: 3", "importance: 4", "['events', 2, 'importance']"),
        ("    who: Keeper of", "    whom: Keeper of", "['people', 0]"),
        ("people:\n", "persons:\n", "[]"),
        ("people: [ember]", "people: ember", "['events', 0, 'people']"),
        ("title: Oil doubles in price", f"title: {'Oil ' * 20}", "['events', 0, 'title']"),
        ("id: oil-price", "id: Oil Price", "['events', 0, 'id']"),
        ("    chosen: dark\n", "", "['decisions', 0]"),
    ],
)
def test_a_spoiled_summary_is_refused_where_it_is_spoiled(old: str, new: str, where: str) -> None:
    text = (PACKS / "lantern/story.yaml").read_text("utf-8")
    assert old in text
    found = faults(SUMMARY, value(text.replace(old, new, 1)))
    assert [fault for fault in found if fault.startswith(f"{where}: ")], found


def test_a_header_without_its_format_is_refused() -> None:
    text = (PACKS / "lantern/summary.yaml").read_text("utf-8").replace("format: 1\n", "")
    assert faults(SUMMARY, value(text)) != []


@pytest.mark.parametrize("text", ["paper: A4", "summary: x\npaper: A5", "summary: x\nlogos: a"])
def test_a_spoiled_course_is_refused(text: str) -> None:
    assert faults(COURSE, value(text)) != []


def test_the_name_of_a_summary_may_be_a_number_as_yaml_reads_it() -> None:
    assert faults(COURSE, value("summary: 1848")) == []


@pytest.mark.parametrize("path", sorted(DECKS.rglob("*.yaml")), ids=lambda path: path.name)
def test_every_file_of_decks_names_its_schema_first(path: Path) -> None:
    depth = len(path.relative_to(DECKS).parents) - 1
    name = COURSE if path.parent.name == "courses" else SUMMARY
    assert path.read_text("utf-8").startswith(line(depth, name) + "\n")
