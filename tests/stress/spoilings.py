"""Ways to spoil a summary, each with the codes that are promised for it.

A spoiling changes one thing in a copy of a folder of decks. Where the place of that thing is known
it says so, and the diagnostic must stand there.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.stress.payloads import DATES, DEEP, IDS, LINKS, VALUES, WORDS


@dataclass(frozen=True)
class Promise:
    """What must come of a spoiling: one of these codes, in this file, at this line.

    Without codes anything will do that is a diagnostic or a valid summary.
    """

    codes: frozenset[str] = frozenset()
    file: str = ""
    line: int = 0


Spoiling = Callable[[Random, Path], Promise | None]
"""Spoils the summary in a folder; None where there is nothing that it could spoil."""
SPOILINGS: dict[str, Spoiling] = {}
ANYTHING = Promise()


def spoiling(name: str) -> Callable[[Spoiling], Spoiling]:
    def register(function: Spoiling) -> Spoiling:
        SPOILINGS[name] = function
        return function

    return register


def _files(folder: Path, *suffixes: str) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.suffix in suffixes and p.is_file())


def _line_spoiling(
    name: str,
    pattern: str,
    new: Callable[[Random, re.Match[str]], str],
    codes: str,
    *,
    suffix: str = ".yaml",
    line: bool = True,
) -> None:
    """A spoiling of the text at a random match of a pattern, at whose line the codes must be."""
    wanted, compiled = frozenset(codes.split()), re.compile(pattern, re.M)

    @spoiling(name)
    def spoil(random: Random, folder: Path) -> Promise | None:
        places = []
        for path in _files(folder, suffix):
            text = path.read_text("utf-8")
            places += [(path, text, match) for match in compiled.finditer(text)]
        if not places:
            return None
        path, text, match = random.choice(places)
        start, end = match.span()
        spoiled = text[:start] + new(random, match) + text[end:]
        path.write_bytes(spoiled.encode())
        if not wanted:
            return ANYTHING
        return Promise(wanted, str(path), spoiled.count("\n", 0, start) + 1 if line else 0)


def _field(*names: str) -> str:
    """A field of an item whose value stands on the same line."""
    return rf"^    ({'|'.join(names)}): (?![>|\[{{])(.*)$(?!\n {{5,}})"


def _valued(values: tuple[str, ...]) -> Callable[[Random, re.Match[str]], str]:
    return lambda random, match: f"    {match[1]}: {_quoted(random.choice(values))}"


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


_line_spoiling("tab", _field("date", "theatre"), lambda _, m: f"\t{m[1]}: {m[2]}", "SP003")
_line_spoiling("unquoted colon", r"^    title: (\w[^\"'#:\n]*)$",
               lambda _, m: f"    title: {m[1]}: more", "SP003")  # fmt: skip
_line_spoiling("citation without quotes", r'^    cite: "(\[[^"\n]*\])"$',
               lambda _, m: f"    cite: {m[1]}", "SP003")  # fmt: skip
_line_spoiling("second document", r"^( .*\n\n?)((?:terms|people|decisions):)$",
               lambda _, m: f"{m[1]}---\n{m[2]}", "SP003", line=False)  # fmt: skip
_line_spoiling("doubled field", r"(?<=\n)    theatre: .*$",
               lambda _, m: f"    theatre: twice\n{m[0]}", "SP004", line=False)  # fmt: skip
_line_spoiling("alias", _field("theatre"), lambda _, m: "    theatre: *a", "SP005")
_line_spoiling("anchor", _field("theatre"), lambda _, m: f"    theatre: &a {m[2]}", "SP005")
_line_spoiling("merge key", _field("theatre"), lambda _, m: f"    <<: {{theatre: {m[2]}}}", "SP101")
_line_spoiling("tag that runs code", _field("theatre"),
               lambda r, _: "    theatre: " + r.choice((
                   "!!python/object/apply:os.system ['touch canary']",
                   "!!python/name:os.system x", "!!python/module:canary x",
                   "!!python/object/new:subprocess.Popen [[touch, canary]]", "!canary x")),
               "SP006")  # fmt: skip
_line_spoiling("misspelt field", _field("theatre"), lambda _, m: f"    theater: {m[2]}", "SP101")
_line_spoiling("missing field", r"^    (title|sort|who): (?!>).*\n(?! {5,})", lambda _, m: "",
               "SP102", line=False)  # fmt: skip
_line_spoiling(
    "number out of range",
    _field("importance"),
    _valued(("0", "4", "-1", "many", "9" * 18, "9" * 40, "1.5", "1e999")),
    "SP103",
)
_line_spoiling("wrong kind", _field("kind"), _valued(("riotous", "", "{{ kind }}", "é" * 99)),
               "SP103")  # fmt: skip
_line_spoiling("impossible date", _field("date"), _valued(DATES), "SP103")
_line_spoiling("list for a word", _field("theatre", "title", "date", "kind"),
               lambda r, m: f"    {m[1]}: {r.choice(('[a]', '{a: b}', '[]', '{}', '[[[]]]'))}",
               "SP103")  # fmt: skip
_line_spoiling("word for a list", r"^    (people|topics|flags): \[.*$",
               lambda _, m: f"    {m[1]}: word", "SP103")  # fmt: skip
_line_spoiling("impossible id", r"^  - id: .*$",
               lambda r, _: f"  - id: {_quoted(r.choice(IDS))}", "SP103 SP011")  # fmt: skip
_line_spoiling("unknown theatre", _field("theatre"), lambda _, m: "    theatre: no-such", "SP202")
_line_spoiling("unknown person", r"^    people: \[.*$", lambda _, m: "    people: [no-such]",
               "SP202")  # fmt: skip
_line_spoiling("unknown topic", r"^    topics: \[.*$", lambda _, m: "    topics: [no-such]",
               "SP202")  # fmt: skip
_line_spoiling("unknown source", r'^    cite: "\[@.*$', lambda _, m: '    cite: "[@nobody1]"',
               "SP211")  # fmt: skip
_line_spoiling("unreadable citation", r'^    cite: "\[@.*$',
               lambda r, _: "    cite: " + _quoted(r.choice((
                   "[@]", "[@a", "@a]", "[[@a]]", "[@a]]", "[@a;;@b]", "[;]", "[@a, page 4]",
                   "[@a, p. 9-1]", "[@a, p. " + "9" * 5000 + "]", "[]", "]@a[", "[@a](x)",
                   "[@../../etc/passwd, x]", "(@a)", "[@a, p. 1e9]"))),
               "SP103")  # fmt: skip
_line_spoiling("link to nothing", r"^    (matters|meaning|who|detail|thesis): (?!>).*$(?!\n {5,})",
               lambda _, m: f'    {m[1]}: "[words](#no-such)"', "SP203")  # fmt: skip
_line_spoiling("link to the web", r"^    (matters|meaning|who|detail|thesis): (?!>).*$(?!\n {5,})",
               lambda r, m: f"    {m[1]}: " + _quoted(f"[words]({r.choice(LINKS)})"),
               "SP221")  # fmt: skip
_line_spoiling("unknown span", r"^    (matters|meaning|who|detail|thesis): (?!>).*$(?!\n {5,})",
               lambda r, m: f"    {m[1]}: " + r.choice((
                   '"[words]{id=x}"', '"[words]{.canary}"', '"[words]{style=x}"')),
               "SP221")  # fmt: skip
_line_spoiling("unprintable", r"^    (matters|meaning|who|detail|thesis): (?!>).*$(?!\n {5,})",
               lambda r, m: f"    {m[1]}: " + json.dumps(r.choice(("a\x07b", "\x1b[31m", "\ue000",
                                                                   "a\x00b", "火", "\x7f"))),
               "SP225")  # fmt: skip
_line_spoiling("half a character", _field("title"),
               lambda r, m: f'    {m[1]}: "\\ud800"', "SP003")  # fmt: skip
_line_spoiling("control character", _field("title"),
               lambda r, m: f"    {m[1]}: a{r.choice(chr(1) + chr(7) + chr(27) + chr(127))}b",
               "SP003", line=False)  # fmt: skip
_line_spoiling("unknown top", r"^(terms|people|events|disputes):$", lambda _, m: f"{m[1]}x:",
               "SP104")  # fmt: skip
_line_spoiling("newer format", r"^format: 1$", lambda r, _: "format: " + r.choice(
    ("2", "'1'", "[]", "1e9", "~", "2026-01-01")), "SP106")  # fmt: skip
_line_spoiling("topic within itself", r"\{id: ([\w-]+), title: ([^,}]*)\}(?=\n    - |\n  parts)",
               lambda _, m: f"{{id: {m[1]}, title: {m[2]}, within: {m[1]}}}", "")  # fmt: skip
_line_spoiling("no front matter", r"\A---\n", lambda _, m: "", "SP010", suffix=".md")
_line_spoiling("unknown part", r"^part: .*$", lambda _, m: "part: no-such", "SP202", suffix=".md")
_line_spoiling("text in a section", r"(?<=\n\n)(?=\w)",
               lambda r, _: r.choice(WORDS) + " ", "", suffix=".md")  # fmt: skip
_line_spoiling("link out of a section", r"(?<=\n\n)(?=\w)",
               lambda r, _: f"[words]({r.choice(LINKS)}) ", "SP221", suffix=".md")  # fmt: skip
_line_spoiling("impossible date of a source", r'"date-parts": \[\[.*?\]\]',
               lambda r, _: '"date-parts": ' + r.choice((
                   "[[]]", '[["May"]]', "[[1998, 13]]", "[[1998, 0]]", "[[1998, 2, 30]]",
                   "[[null]]", '[["19<i>98"]]', '[[1998, 1, "1-3"]]', "[[1998, 1, 1, 1]]", "[1998]",
                   "[[1e9]]", "[[" + "9" * 40 + "]]", "[{}]", "1998", "[[[1998]]]")),
               "SP103", suffix=".json")  # fmt: skip
_line_spoiling("number sign", r"^    title: (\w[^\"'#:\n]*)$(?!\n {5,})",
               lambda _, m: f"    title: {m[1]} #1", "SP013")  # fmt: skip
_line_spoiling("line separator", _field("title"),
               lambda r, m: f"    {m[1]}: a{r.choice(chr(0x2028) + chr(0x2029) + chr(0x85))}b",
               "SP003")  # fmt: skip
_line_spoiling("broken JSON", r'"type": "\w', lambda _, m: f'"type" {m[0][7:]}', "SP009",
               suffix=".json")  # fmt: skip
_line_spoiling("source without title", r'^.*"title": .*\n', lambda _, m: "", "SP102",
               suffix=".json", line=False)  # fmt: skip
_line_spoiling("half a character in a source", r'"title": "', lambda _, m: m[0] + "\\udc80",
               "SP009", suffix=".json")  # fmt: skip
_line_spoiling("number without end", r'"title": ".*?",$', lambda _, m: f'{m[0]} "x": {"9" * 9999},',
               "SP009", suffix=".json")  # fmt: skip
_line_spoiling("anything in a source", r'"(?:title|type|author|issued|page|URL)": (.*?),?$',
               lambda r, m: m[0].replace(m[1], json.dumps(r.choice(VALUES)), 1).rstrip(",") + ","
               if m[0].endswith(",") else m[0].replace(m[1], json.dumps(r.choice(VALUES)), 1),
               "", suffix=".json")  # fmt: skip


@spoiling("doubled id")
def _doubled_id(random: Random, folder: Path) -> Promise | None:
    for path in random.sample(found := _files(folder, ".yaml"), len(found)):
        text = path.read_text("utf-8")
        ids = list(re.finditer(r"^  - id: ([\w-]+)$", text, re.M))
        if len(ids) > 1:
            later = random.choice(ids[1:])
            spoiled = text[: later.start(1)] + ids[0][1] + text[later.end(1) :]
            path.write_text(spoiled, "utf-8")
            return Promise(
                frozenset({"SP201"}), str(path), spoiled.count("\n", 0, later.start()) + 1
            )
    return None


@spoiling("effect before its cause")
def _backwards(_random: Random, folder: Path) -> Promise | None:
    for path in _files(folder, ".yaml"):
        text = path.read_text("utf-8")
        if "- id: oil-price" in text:  # in the small packs it is told to have led to the council
            path.write_text(text.replace("date: 1787-03-01\n", "date: 1787-05-01\n", 1), "utf-8")
            return Promise(frozenset({"SP231"}), str(path))
    return None


@spoiling("led to itself")
def _circle(random: Random, folder: Path) -> Promise | None:
    for path in random.sample(found := _files(folder, ".yaml"), len(found)):
        text = path.read_text("utf-8")
        links = list(re.finditer(r"(?:\{to: |- to: )([\w-]+)", text))
        if links:
            link = random.choice(links)
            owner = re.findall(r"^  - id: ([\w-]+)$", text[: link.start()], re.M)[-1]
            spoiled = text[: link.start(1)] + owner + text[link.end(1) :]
            path.write_text(spoiled, "utf-8")
            line = spoiled.count("\n", 0, link.start()) + 1
            return Promise(frozenset({"SP231"}), str(path), line)
    return None


@spoiling("topics within one another")
def _topics(_random: Random, folder: Path) -> Promise | None:
    path = folder / "summary.yaml"
    text = path.read_text("utf-8")
    if "{id: light, title: The light}" not in text:
        return None
    spoiled = text.replace("title: The light}", "title: The light, within: oil}", 1)
    path.write_text(spoiled, "utf-8")
    return Promise(frozenset({"SP206"}), str(path))


@spoiling("any value anywhere")
def _any_value(random: Random, folder: Path) -> Promise | None:
    """A field is overwritten, in YAML, by something that an author would never write."""
    path = random.choice(_files(folder, ".yaml"))
    text = path.read_text("utf-8")
    fields = list(re.finditer(r"(?<=: )[^\s\[{>|&*!][^\n]*$|(?<=: )\[.*\]$", text, re.M))
    if not fields:
        return None
    field = random.choice(fields)
    value = json.dumps(random.choice(VALUES), ensure_ascii=random.random() < 0.5)
    spoiled = text[: field.start()] + value + text[field.end() :]
    path.write_bytes(spoiled.encode("utf-8", "surrogatepass"))
    return ANYTHING


@spoiling("any words anywhere")
def _any_words(random: Random, folder: Path) -> Promise | None:
    path = random.choice(_files(folder, ".yaml", ".md"))
    text = path.read_text("utf-8")
    words = list(re.finditer(r"(?<=\s)[a-z]{3,}(?=\s)", text))
    if not words:
        return None
    word = random.choice(words)
    put = random.choice(WORDS)
    path.write_bytes((text[: word.start()] + put + text[word.end() :]).encode("utf-8"))
    return ANYTHING


@spoiling("encoding")
def _encoding(random: Random, folder: Path) -> Promise | None:
    path = random.choice(_files(folder, ".yaml", ".md", ".json"))
    if path.name == "ledger.json":
        return None
    text = path.read_text("utf-8")
    as_written: dict[str, tuple[bytes, str]] = {
        "BOM": (text.encode("utf-8-sig"), ""),
        "CRLF": (text.replace("\n", "\r\n").encode(), ""),
        "CR": (text.replace("\n", "\r").encode(), ""),
        "UTF-16": (text.encode("utf-16"), "SP002"),
        "UTF-32": (text.encode("utf-32"), "SP002"),
        "Latin-2": (text.encode("iso-8859-2", "replace") + b"\n# \xe9\n", "SP002"),
        "NUL": (text.encode() + b"\0", "SP002"),
        "cut": (text.encode()[: random.randrange(len(text))], ""),
        "half": (text.encode() + b"\xe2\x82", "SP002"),
        "surrogate": (text.encode() + b"\xed\xa0\x80", "SP002"),
        "overlong": (text.encode() + b"\xc0\xaf", "SP002"),
        "empty": (b"", "SP008"),
        "blank": (b"\n \n\t\n", "SP008"),
        "noise": (random.randbytes(300), ""),
        "lines": (text.replace("\n", random.choice("\u2028\x85\x0b\x0c")).encode(), ""),
    }
    data, code = as_written[random.choice(list(as_written))]
    path.write_bytes(data)
    return Promise(frozenset({code}), str(path)) if code else ANYTHING


@spoiling("lines")
def _lines(random: Random, folder: Path) -> Promise | None:
    """One to three lines are deleted, doubled, swapped, moved, indented or joined."""
    path = random.choice(_files(folder, ".yaml", ".md", ".json"))
    lines = path.read_text("utf-8").split("\n")
    for _ in range(random.randint(1, 3)):
        at, other = random.randrange(len(lines)), random.randrange(len(lines))
        match random.randrange(7):
            case 0:
                del lines[at : at + random.randint(1, 5)]
            case 1:
                lines[at:at] = lines[at : at + random.randint(1, 5)]
            case 2:
                lines[at], lines[other] = lines[other], lines[at]
            case 3:
                lines.insert(other, lines[at])
            case 4:
                lines[at] = " " * random.randint(1, 5) + lines[at]
            case 5:
                lines[at] = lines[at][random.randint(1, 5) :]
            case 6:
                lines[at : at + 2] = [" ".join(lines[at : at + 2])]
        lines = lines or [""]
    path.write_text("\n".join(lines), "utf-8")
    return ANYTHING


@spoiling("characters")
def _characters(random: Random, folder: Path) -> Promise | None:
    path = random.choice(_files(folder, ".yaml", ".md", ".json"))
    text = path.read_text("utf-8")
    for _ in range(random.randint(1, 4)):
        start = random.randrange(len(text) + 1)
        end = start + random.choice((0, 0, 1, 5, 40))
        put = random.choice((*":-[]{}&*!#|>'\"%@`,?\t\n", "---", "...", "<<: ", "\u202e", "\ufeff",
                             "\x00", "\x1b", "- ", ": ", "\\", "(#", "](", "*" * 50))  # fmt: skip
        text = text[:start] + put + text[end:]
    path.write_text(text, "utf-8")
    return ANYTHING


@spoiling("deep or endless")
def _deep(random: Random, folder: Path) -> Promise | None:
    name, text, codes = random.choice(DEEP)
    path = folder / name
    path.write_text(text, "utf-8")
    return Promise(frozenset(codes.split()), str(path)) if codes else ANYTHING


@spoiling("no plain file")
def _no_file(random: Random, folder: Path) -> Promise | None:
    outside = folder.parents[1] / "outside"
    outside.mkdir(exist_ok=True)
    for name in ("canary.yaml", "canary.md", "canary.json"):
        (outside / name).write_text("terms: []\n")
    codes = frozenset({"SP001"})
    match random.randrange(8):
        case 0:
            (folder / "x.yaml").symlink_to(outside / "canary.yaml")
            return Promise(codes, str(folder / "x.yaml"))
        case 1:
            (folder / "x.md").symlink_to("../../outside/canary.md")
            return Promise(codes, str(folder / "x.md"))
        case 2:
            (folder / "sources.json").unlink()
            (folder / "sources.json").symlink_to(outside / "canary.json")
            return Promise(codes, str(folder / "sources.json"))
        case 3:
            (folder / "x.yaml").symlink_to("x.yaml")
            return Promise(codes, str(folder / "x.yaml"))
        case 4:
            os.mkfifo(folder / "x.yaml")
            return Promise(codes, str(folder / "x.yaml"))
        case 5:
            (folder / "x.yaml").mkdir()
            return Promise(codes, str(folder / "x.yaml"))
        case 6:
            (folder / "x.yaml").symlink_to("/dev/zero")
            return Promise(codes, str(folder / "x.yaml"))
        case _:
            (folder / "loop").symlink_to("..")
            return ANYTHING


def names() -> Iterator[str]:
    yield from SPOILINGS
