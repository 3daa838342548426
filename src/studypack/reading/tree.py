"""YAML into plain values that remember where they stood.

A small composer over PyYAML's event stream (the C parser): scalars as YAML 1.2's core schema reads
them, so that ``no`` and ``1848-03-15`` stay text; doubled keys, aliases, tags and bottomless
nesting are refused. All that can be read is read: each problem becomes a diagnostic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

from studypack.diagnostics import Diagnostic, Mark

Path = tuple[str | int, ...]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 40
MAX_VALUES = 200_000
"""In a file; one of 5 MB that people wrote has half as many."""
MAX_ENTRIES = 10_000
"""In a list, or in one block of fields."""
MAX_TEXT = 20_000
"""Characters of a text: ten printed pages."""
_NESTED = "Look at the indentation, and for brackets that are not closed."
TOO_MUCH = "SP011"
CUT_OFF = "SP013"

LINE_ENDS = "\x85\u2028\u2029"
"""What YAML 1.1 takes for the end of a line, and no editor shows as one."""
_SIGN = re.compile(r"\s#[^\s#]")
_CUT = re.compile(r"\s+(#[^\s#]\S*)")
_NO_SPACE = "\xa0\u2007\u200b\u202f\ufeff"
_STRANGE = re.compile(rf" *(?:([–—•·])[ {_NO_SPACE}]|-?([{_NO_SPACE}])|(?:- )?\w+:([{_NO_SPACE}]))")
"""What comes along from web pages and word processors instead of a hyphen or a space."""
_TAB = re.compile(r"[ -]*\t")
_UNSPACED = re.compile(r"[ -]*([a-z_]+:)[^\s/]")
"""A field whose colon lacks its space: to YAML a word, with which a text goes on or begins."""
_GOES_ON = re.compile(r"\s*[^\s,:\]}#]")
"""After a closing quotation mark: more of the text that was to be in quotes."""
_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS: dict[str, object] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


@dataclass
class Tree:
    """A document: its plain value, and where each value and key stood."""

    value: Any = None
    values_at: dict[Path, Mark] = field(default_factory=dict)
    keys_at: dict[Path, Mark] = field(default_factory=dict)

    def mark(self, path: Path) -> Mark | None:
        """Where the value at a path stood, or else the nearest thing around it."""
        for end in range(len(path), -1, -1):
            found = self.values_at.get(path[:end])
            if found:
                return found
        return None


class _Stop(Exception):  # noqa: N818
    """The rest of the file cannot be read."""


def read_yaml(text: str, file: str, first_line: int = 1) -> tuple[Tree, list[Diagnostic]]:
    """The tree of a YAML document and what is wrong with it.

    ``first_line`` is the line at which the text begins in its file.
    """
    composer = _Composer(text, file, first_line)
    with suppress(_Stop):
        composer.document(_events(text))
    return composer.tree, composer.found


def _events(text: str) -> Iterator[Any]:
    loader = _LOADER(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


class _Composer:
    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.text, self.lines = text, text.split("\n")
        self.file, self.offset = file, first_line
        self.tree = Tree()
        self.found: list[Diagnostic] = []
        self.quoted: Any = None
        """The last text in quotation marks."""
        self.signs = _SIGN.search(text) is not None

    def say(self, code: str, where: Mark, message: str, hint: str = "") -> None:
        self.found.append(Diagnostic(code, where, message, hint))

    def at(self, mark: Any) -> Mark:
        return Mark(self.file, mark.line + self.offset, mark.column + 1)

    def document(self, events: Iterator[Any]) -> None:
        for character in LINE_ENDS:
            if character in self.text:
                self.refuse(character)
        try:
            for event in events:
                if isinstance(event, yaml.DocumentStartEvent):
                    self.tree.value = self.node(next(events), events, ())
                elif isinstance(event, yaml.StreamEndEvent):
                    return
                elif isinstance(event, yaml.DocumentEndEvent):
                    after = next(events)
                    if isinstance(after, yaml.DocumentStartEvent):
                        where = self.at(after.start_mark)
                        self.say(
                            "SP003",
                            where,
                            "a second document begins here",
                            "Remove the line '---'; one file holds one document.",
                        )
                    return
        except yaml.MarkedYAMLError as error:
            self.broken_off(error)
        except yaml.reader.ReaderError as error:
            self.refuse(chr(error.character))

    def broken_off(self, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        if mark is None:
            self.say("SP003", Mark(self.file), *_explain(str(error.problem or error), ""))
            return
        found = self.misquoted(error, mark) or self.strange(mark.line) or self.unspaced(error, mark)
        if found is None:
            character = self.line(mark.line)[mark.column : mark.column + 1]
            found = self.at(mark), *_explain(str(error.problem or error), character)
        self.say("SP003", *found)

    def line(self, number: int) -> str:
        """A line of the text, counted from 0; nothing where there is none."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def misquoted(self, error: yaml.MarkedYAMLError, mark: Any) -> tuple[Mark, str, str] | None:
        """A text that ends, to YAML, at another quotation mark than its author meant, or at none.

        Also one of which only the beginning stands in quotes.
        """
        begun, ends = error.context_mark, "does not end"
        if "quoted scalar" not in str(error.context):
            if not self.quoted or self.quoted.end_mark.line != mark.line:
                return None
            begun, end = self.quoted.start_mark, self.quoted.end_mark
            if begun.line == end.line:
                if not _GOES_ON.match(self.line(end.line), end.column):
                    return None
                other = "double" if self.quoted.style == "'" else "single"
                hint = f"Put the whole text in {other} quotes, or begin it with >- on its own line."
                return self.at(end), "text after a closing quotation mark", hint
            ends = f"ends in line {mark.line + self.offset}"
        return (
            self.at(begun),
            f"a text in quotation marks begins here and {ends}",
            "Is the mark at its end missing? Where the text itself begins with an apostrophe,"
            " put the whole text in double quotes.",
        )

    def unspaced(self, error: yaml.MarkedYAMLError, mark: Any) -> tuple[Mark, str, str] | None:
        """A line that is no field for want of a space or a colon; YAML stumbles over the next."""
        begun = error.context_mark if "simple key" in str(error.context) else None
        if begun is None and "mapping values are not allowed" not in str(error.problem):
            return None
        line = begun.line if begun else mark.line - 1
        if found := _UNSPACED.match(self.line(line)):
            where = Mark(self.file, line + self.offset, found.end(1))
            return where, f"no space after the colon of '{found[1]}'", "Type one there."
        if begun:
            hint = "A text that goes on in a second line is indented further than its field."
            return self.at(begun), "neither a field with a colon nor a part of the text above", hint
        return None

    def strange(self, line: int) -> tuple[Mark, str, str] | None:
        """A sign in this line, or in the one before, that only looks like one of YAML's."""
        if tab := _TAB.match(self.line(line)):
            where = Mark(self.file, line + self.offset, tab.end())
            hint = "Indent with spaces; YAML allows no tabs."
            return where, "a tab where spaces are needed", hint
        for number in (line, line - 1):
            found = _STRANGE.match(self.line(number))
            if found:
                where = Mark(self.file, number + self.offset, found.start(found.lastindex or 0) + 1)
                sign = found[found.lastindex or 0]
                if found.lastindex == 1:
                    message, hint = f"'{sign}' where a hyphen is needed", "Begin an item with '- '."
                else:
                    message = f"an invisible U+{ord(sign):04X} where a space is needed"
                    hint = "Delete what stands before the word, and type spaces."
                return where, message, hint
        return None

    def refuse(self, character: str) -> NoReturn:
        before = self.text.partition(character)[0]
        line, column = before.count("\n"), len(before) - (before.rfind("\n") + 1)
        self.say(
            "SP003",
            Mark(self.file, line + self.offset, column + 1),
            f"a character that cannot stand here: U+{ord(character):04X}",
            "Delete it; it is usually invisible, and came along from another program.",
        )
        raise _Stop

    def node(self, event: Any, events: Iterator[Any], path: Path) -> Any:
        where = self.at(event.start_mark)
        self.tree.values_at[path] = where
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self.say(
                "SP005",
                where,
                "anchors and aliases (& and *) are not used here",
                "Write the text out, or put it in quotes if it begins with & or *.",
            )
        if isinstance(event, yaml.AliasEvent):
            return None
        if getattr(event, "tag", None) not in {None, "!"}:
            self.say(
                "SP006",
                where,
                f"the tag {event.tag} is not used here",
                "Remove it, or put the text in quotes if it begins with '!'.",
            )
        if len(path) > MAX_DEPTH:
            self.say("SP007", where, f"more than {MAX_DEPTH} levels, one inside the other", _NESTED)
            raise _Stop
        if len(self.tree.values_at) > MAX_VALUES:
            self.too_much(where, f"more than {MAX_VALUES:,} values in one file")
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(events, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, path)
        if len(event.value) > MAX_TEXT:
            self.too_much(where, f"a text of {len(event.value):,} characters; at most {MAX_TEXT:,}")
        if event.style in _QUOTES:
            self.quoted = event
        if self.signs and not event.style:
            self.look_for_a_sign(event)
        return _scalar(event)

    def look_for_a_sign(self, event: Any) -> None:
        """What begins with a number sign right after a text is a comment, and seldom meant so."""
        end = event.end_mark
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        sign = _CUT.match(rest)
        if sign and isinstance(_scalar(event), str | None):
            where = Mark(self.file, end.line + self.offset, end.column + sign.start(1) + 1)
            lost = f"a number sign begins a comment: '{sign[1]}' and what follows is not read"
            hint = "Put the whole text in double quotes; a comment has a space after its sign."
            self.say(CUT_OFF, where, lost, hint)

    def too_much(self, where: Mark, message: str) -> NoReturn:
        self.say(TOO_MUCH, where, message, "Divide it; no pack can print so much in one place.")
        raise _Stop

    def mapping(self, events: Iterator[Any], path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            where = self.at(event.start_mark)
            key = event.value if isinstance(event, yaml.ScalarEvent) else None
            if key is None:
                self.say("SP003", where, "a field name must be a plain word")
                self.node(event, events, (*path, "?"))
                self.node(next(events), events, (*path, "?"))
                continue
            if key in values:
                first = self.tree.keys_at[*path, key]
                self.say(
                    "SP004",
                    where,
                    f"the field '{key}' stands here twice",
                    f"It stands in line {first.line} already; keep one of them.",
                )
                self.node(next(events), events, (*path, "?"))
                continue
            if len(values) == MAX_ENTRIES:
                self.too_much(where, f"more than {MAX_ENTRIES:,} fields in one place")
            self.tree.keys_at[*path, key] = where
            values[key] = self.node(next(events), events, (*path, key))
        return values

    def sequence(self, events: Iterator[Any], path: Path) -> list[Any]:
        values: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            if len(values) == MAX_ENTRIES:
                self.too_much(self.at(event.start_mark), f"more than {MAX_ENTRIES:,} in one list")
            values.append(self.node(event, events, (*path, len(values))))
        return values


_QUOTES = ("'", '"')


def _scalar(event: Any) -> object:
    text: str = event.value
    if not event.implicit[0]:  # quoted or block text is always text
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text) and len(text) < 19:
        return int(text)
    if _FLOAT.fullmatch(text) and len(text) < 30:
        return float(text)
    return text


def _explain(problem: str, character: str) -> tuple[str, str]:
    """libyaml's complaint -> what an author needs to hear, and what to do."""
    if "mapping values are not allowed" in problem:
        return (
            "a colon and a space in unquoted text",
            "Put the whole text in double quotes, or begin it with >- on a line of its own.",
        )
    if "block sequence entries are not allowed" in problem:
        return (
            "a hyphen and a space begin an item of a list, which cannot stand here",
            "Put a text that begins with a hyphen in double quotes; begin a list on its own line.",
        )
    if "cannot start any token" in problem:
        return (
            f"unquoted text cannot begin with '{character}'",
            'Put the text in double quotes, like "[@key, p. 12]".',
        )
    if "did not find expected ',' or ']'" in problem:
        return (
            "a list in square brackets is not closed, or a citation lacks its quotes",
            'Close the list with ], or put a citation in double quotes: "[@key, p. 12]".',
        )
    if "did not find expected" in problem or "could not find expected" in problem:
        return (
            f"the structure breaks off here ({problem})",
            "Look at the indentation of this line and the lines above, and for a missing quote.",
        )
    return f"not readable as YAML: {problem}", ""
