"""A folder of ``decks/`` into a Summary that remembers where everything stood."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from studypack.diagnostics import Diagnostic, Mark, has_errors, in_order
from studypack.guess import did_you_mean
from studypack.reading.files import TextFile, read_content, text_files
from studypack.reading.shape import shaped
from studypack.reading.tree import LINE_ENDS, TOO_MUCH, Tree, read_yaml
from studypack.reading.tree import Path as TreePath
from studypack.reading.unread import READ, beside, unread
from studypack.summary.header import Header
from studypack.summary.items import ITEM_KINDS, Item
from studypack.summary.sources import Source
from studypack.summary.summary import HEADER, SOURCES, Summary

FORMAT = 1
_HEADER_FILE = "summary.yaml"
MAX_SECTION = 100_000
"""Characters; a book's chapter has half as many."""
MAX_ITEMS = 10_000
"""Twice as many as anything here was measured with."""
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*\n", re.S)


@dataclass
class Positions:
    """Where each item and its fields stood; under ``HEADER`` and ``SOURCES`` those of both."""

    trees: dict[str, tuple[Tree, TreePath, str]] = field(default_factory=dict)
    bodies: dict[str, tuple[str, int, str]] = field(default_factory=dict)
    figures: set[str] = field(default_factory=set)
    """Ids of all figures, those of items with errors too."""
    sources: set[str] = field(default_factory=set)
    """Keys of all sources, those of records with errors too."""

    def at(self, owner: str, path: TreePath = (), words: str = "") -> Mark:
        """The place of a field of an item; with ``words`` the place of these words in it."""
        if owner in self.bodies and path[:1] == ("text",):
            file, line, text = self.bodies[owner]
            return _within(Mark(file, line, 1), text, words)
        if owner not in self.trees:
            return Mark("")
        tree, base, file = self.trees[owner]
        return tree.mark((*base, *path)) or Mark(file)


@dataclass(frozen=True)
class Reading:
    """What came of reading a summary: it, the places of everything in it, and what is wrong.

    ``summary`` is None where the header cannot be read. Items with errors are missing from it, but
    their places are known. ``complete`` says whether every file could be read as YAML at least.
    """

    summary: Summary | None
    positions: Positions
    diagnostics: list[Diagnostic]
    complete: bool = True


def read_summary(folder: Path) -> Reading:
    """Everything that stands in a summary's folder."""
    reader = _Reader(folder)
    reader.read()
    summary = reader.summary() if reader.header else None
    complete = not any(d.code in _LOST for d in reader.found)
    return Reading(summary, reader.positions, in_order(reader.found), complete)


class _Reader:
    """Collects items from file after file, and what is wrong with each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.positions = Positions()
        self.found: list[Diagnostic] = []
        self.header: Header | None = None
        self.headers: list[tuple[Tree, object, Mark, str]] = []
        """Of each block `summary:` its tree, value, place and file."""
        self.items: dict[str, list[Item]] = {key: [] for key in ITEM_KINDS}
        self.sources: list[Source] = []

    def say(self, code: str, where: Mark, message: str, hint: str = "") -> None:
        self.found.append(Diagnostic(code, where, message, hint))

    def read(self) -> None:
        files, found = text_files(self.folder, READ)
        self.found += (*found, *unread(self.folder))
        for file in files:
            if file.path.suffix == ".md":
                self.markdown(file)
            else:
                self.yaml(file)
        self.read_header()
        self.read_sources(self.folder / "sources.json")
        count = sum(map(len, self.items.values()))
        if count > MAX_ITEMS:
            message = f"{count:,} items; at most {MAX_ITEMS:,}"
            self.say(TOO_MUCH, Mark(str(self.folder)), message, "Divide the summary.")
            self.header = None
        if not self.headers and not has_errors(self.found):
            self.say(
                "SP105",
                Mark(str(self.folder)),
                "no file here has the block `summary:`",
                "A summary needs one file with `format: 1` and `summary:`.",
            )

    def summary(self) -> Summary:
        assert self.header is not None
        groups: dict[str, Any] = {key: tuple(items) for key, items in self.items.items()}
        return Summary(
            id=self.folder.resolve().name,
            header=self.header,
            sources=tuple(self.sources),
            **groups,
        )

    def yaml(self, file: TextFile) -> None:
        tree, found = read_yaml(file.text, file.name)
        self.found += found
        if tree.value is None:
            return
        if not isinstance(tree.value, dict):
            self.say(
                "SP103",
                Mark(file.name, 1, 1),
                "a file holds fields with values at its top",
                f"Begin it with one of: {', '.join(_TOP)}.",
            )
            return
        for key, value in tree.value.items():
            where = tree.keys_at[key,]
            if key == "format":
                self.check_format(value, where)
            elif key == "summary":
                self.headers.append((tree, value, where, file.name))
            elif key in ITEM_KINDS:
                self.read_items(key, tree, value, file.name)
            else:
                self.say(
                    "SP104",
                    where,
                    f"unknown top-level field '{key}'{did_you_mean(key, _TOP)}",
                    f"Known: {', '.join(_TOP)}.",
                )

    def check_format(self, value: object, where: Mark) -> None:
        if value != FORMAT or isinstance(value, bool):
            newer = isinstance(value, int) and value > FORMAT
            hint = "Install a newer studypack." if newer else f"Write `format: {FORMAT}`."
            given = f"the text '{value}'" if isinstance(value, str) else value
            self.say("SP106", where, f"this studypack reads format {FORMAT}, not {given}", hint)

    def read_header(self) -> None:
        """Of several blocks that of summary.yaml is meant, else the first."""
        blocks = sorted(self.headers, key=lambda block: Path(block[-1]).name != _HEADER_FILE)
        for _, _, where, _ in blocks[1:]:
            hint = f"Another stands in {blocks[0][2]}; keep one."
            self.say("SP107", where, "a second `summary:` block", hint)
        for tree, value, where, file in blocks[:1]:
            self.shape_header(tree, value, where, file)

    def shape_header(self, tree: Tree, value: object, where: Mark, file: str) -> None:
        if "format" not in tree.value:
            self.say(
                "SP105",
                where,
                "the line `format: 1` is missing beside `summary:`",
                "It tells later versions of studypack how to read the folder.",
            )
        self.header, found = shaped(Header, tree, ("summary",), value, file)
        self.found += found
        self.positions.trees[HEADER] = (tree, ("summary",), file)
        for field_name, ids in _ids_in(value):
            for index, one in enumerate(ids):
                if one and one in ids[:index]:
                    place = tree.mark(("summary", field_name, index, "id")) or where
                    message = f"the id '{one}' is taken"
                    hint = f"Another of the `{field_name}` has it; each needs one of its own."
                    self.say("SP201", place, message, hint)

    def read_items(self, key: str, tree: Tree, value: object, file: str) -> None:
        if not isinstance(value, list):
            where = tree.mark((key,)) or Mark(file)
            self.say("SP103", where, f"`{key}` needs a list: each item begins with '- id:'")
            return
        for index, row in enumerate(value):
            self.read_item(key, tree, (key, index), row, file)

    def read_item(self, key: str, tree: Tree, path: TreePath, row: object, file: str) -> str:
        """Its id, unless that is taken or cannot be told."""
        item, found = shaped(ITEM_KINDS[key], tree, path, row, file)
        self.found += found
        item_id = item.id if item else _id_in(row)
        if item_id:
            if item_id in self.positions.trees:
                where = tree.mark((*path, "id")) or Mark(file)
                first = self.positions.at(item_id, ("id",))
                self.say(
                    "SP201",
                    where,
                    f"the id '{item_id}' is taken",
                    f"{first} has it; every id is used once in the whole folder.",
                )
                return ""
            self.positions.trees[item_id] = (tree, path, file)
        self.positions.figures |= _figures_in(row)
        if item:
            self.items[key].append(item)
        return item_id

    def markdown(self, file: TextFile) -> None:
        match = _FRONT_MATTER.match(file.text)
        if match is None:
            if not beside(file.path):
                self.say(
                    "SP010",
                    Mark(file.name, 1, 1),
                    "a section begins with its front matter",
                    "Three hyphens, then id, title and part, then three hyphens.",
                )
            return
        tree, found = read_yaml(match[1], file.name, first_line=2)
        self.found += found
        if not isinstance(tree.value, dict):
            hint = "Between the lines of hyphens stand id, title and part, each on a line."
            if not found:
                self.say("SP010", Mark(file.name, 1, 1), "the front matter holds no fields", hint)
            return
        body = file.text[match.end() :]
        if len(body) > MAX_SECTION:
            message = f"a section of {len(body):,} characters; at most {MAX_SECTION:,}"
            self.say(TOO_MUCH, Mark(file.name), message, "Divide it into several files.")
            return
        row: Mapping[str, Any] = {**tree.value, "text": body}
        if item_id := self.read_item("sections", tree, (), row, file.name):
            line = file.text.count("\n", 0, match.end()) + 1
            self.positions.bodies[item_id] = (file.name, line, body)

    def read_sources(self, path: Path) -> None:
        if not os.path.lexists(path):
            return
        file = read_content(path, within=self.folder)
        if isinstance(file, Diagnostic):
            self.found.append(file)
            return
        try:
            rows = json.loads(file.text)
        except json.JSONDecodeError as error:
            where = Mark(file.name, error.lineno, error.colno)
            self.say(
                "SP009",
                where,
                f"not readable as JSON: {error.msg}",
                _EXPORT,
            )
            return
        except ValueError:  # Python reads no more digits than these
            self.say_json(file, re.compile(r"\d{4300}"), "a number of thousands of digits")
            return
        except RecursionError:
            self.say("SP007", Mark(file.name), "too many levels, one inside the other")
            return
        # JSON is YAML, but for a few characters: this tells the places
        tree, found = read_yaml(re.sub(f"[{LINE_ENDS}]", " ", file.text), file.name)
        self.found += [d for d in found if d.code == TOO_MUCH]
        if half := _HALF_CHARACTER.search(json.dumps(rows, ensure_ascii=False)):
            code = f"\\u{ord(half[0]):04x}"
            self.say_json(file, re.compile(re.escape(code), re.I), f"half a character, {code}")
            return
        if not isinstance(rows, list):
            hint = "The file begins with [ and ends with ]; each record stands in braces."
            self.say("SP009", Mark(file.name, 1, 1), "CSL-JSON is a list of records", hint)
            return
        self.positions.trees[SOURCES] = (tree, (), file.name)
        keys: set[str] = set()
        for index, row in enumerate(rows):
            source, found = shaped(Source, tree, (index,), row, file.name)
            self.found += found
            if isinstance(row, dict):
                self.positions.sources.add(str(row.get("id")))
            if source and source.id in keys:
                where = tree.mark((index,)) or Mark(file.name)
                hint = "Each source has a key of its own; change this one or remove the record."
                self.say("SP201", where, f"the source key '{source.id}' is taken", hint)
            elif source:
                keys.add(source.id)
                self.sources.append(source)

    def say_json(self, file: TextFile, pattern: re.Pattern[str], what: str) -> None:
        place = pattern.search(file.text)
        line = file.text.count("\n", 0, place.start()) + 1 if place else 0
        self.say("SP009", Mark(file.name, line, 1), f"not readable as JSON: {what}", _EXPORT)


_EXPORT = "Export the sources again as CSL JSON, for example from Zotero."
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_LOST = {f"SP00{n}" for n in range(1, 10)} | {"SP010"}
_TOP = ["format", "summary", *(key for key in ITEM_KINDS if key != "sections")]


def _id_in(row: object) -> str:
    given = row.get("id") if isinstance(row, dict) else None
    return str(given) if isinstance(given, str | int) else ""


def _ids_in(header: object) -> Iterator[tuple[str, list[str]]]:
    """The lists of the header whose rows have ids, and these; empty where one has none."""
    for name, rows in header.items() if isinstance(header, dict) else ():
        if isinstance(rows, list):
            yield name, [_id_in(row) for row in rows]


def _figures_in(row: object) -> set[str]:
    figures = row.get("figures") if isinstance(row, dict) else None
    rows = figures if isinstance(figures, list) else []
    return {f["id"] for f in rows if isinstance(f, dict) and isinstance(f.get("id"), str)}


def _within(start: Mark, text: str, words: str) -> Mark:
    position = text.find(words) if words else -1
    if position < 0:
        return start
    line = text.count("\n", 0, position)
    column = position - (text.rfind("\n", 0, position) + 1) + 1
    return Mark(start.file, start.line + line, column)
