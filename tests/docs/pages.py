"""What stands in a page of the docs: steps to take in order, commands, links, headings.

A page can be played. Its fenced blocks are steps: `sh` holds commands, `text` what the last of
them say, and what these comments announce is done to a file (readers are told in the prose):

    <!-- file: NAME -->      the block below is the whole of this new file
    <!-- find: NAME -->      the block below stands once in the file;
    <!-- instead -->         the next one takes its place
    <!-- exit: 1 -->         the commands of the next block end so
"""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from studypack.cli import app
from tests.conftest import ROOT

PROGRAMS = ("studypack", "make", "python", "dask", "git")
_BIN = ".venv/bin/"
_STEP = re.compile(r"(?:^<!-- ([a-z]+)(?:: (\S+))? -->\n)?^```(\w+)\n(.*?)^```$", re.M | re.S)
_INDENTED = re.compile(r"^(?:\n|\A)((?: {4,}\S.*\n)+)", re.M)
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.M)


@dataclass(frozen=True)
class Step:
    """A fenced block, with the comment above it and the line at which it stands."""

    order: str
    """What the comment says to do with it: file, find, instead, exit, or nothing."""
    about: str
    language: str
    text: str
    line: int


@dataclass(frozen=True)
class Page:
    """A Markdown file of the project."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def text(self) -> str:
        return self.path.read_text("utf-8")

    @property
    def prose(self) -> str:
        """The text without its fenced blocks."""
        return _STEP.sub("", self.text)

    @property
    def steps(self) -> list[Step]:
        text = self.text
        return [
            Step(m[1] or "", m[2] or "", m[3], m[4], text.count("\n", 0, m.start(4)))
            for m in _STEP.finditer(text)
        ]

    @property
    def typed(self) -> list[str]:
        """The lines of its `sh` blocks: what is typed, step by step."""
        return [line for step in self.steps if step.language == "sh" for line in _lines(step)]

    @property
    def commands(self) -> list[str]:
        """The same, and those in indented blocks or, with their whole path, inside a sentence."""
        lines = [line for block in _INDENTED.findall(self.prose) for line in block.splitlines()]
        lines += [
            code for code in _CODE.findall(self.prose) if code.startswith(_BIN) and " " in code
        ]
        return self.typed + [command for line in lines if (command := _bare(line))]

    @property
    def mentions(self) -> list[str]:
        """Commands that are spoken of inside a sentence; they may name no more than an option."""
        return [command for code in _CODE.findall(self.prose) if (command := _bare(code))]

    @property
    def links(self) -> list[str]:
        return _LINK.findall(self.prose)

    @property
    def anchors(self) -> set[str]:
        """Its headings as the anchors of links to them."""
        found = (re.sub(r"[^\w\- ]", "", head.lower()) for head in _HEADING.findall(self.prose))
        return {heading.strip().replace(" ", "-") for heading in found}


def pages() -> list[Page]:
    """README, CONTRIBUTING and all of docs/."""
    return [
        Page(ROOT / "README.md"),
        Page(ROOT / "CONTRIBUTING.md"),
        *map(Page, sorted((ROOT / "docs").rglob("*.md"))),
    ]


def play(page: Page, not_run: Container[str]) -> Iterator[str]:
    """Takes all steps of a page in the current folder; yields each command that was run."""
    said, wanted = "", None
    for step in page.steps:
        at = f"{page.name}:{step.line}"
        if step.order == "file":
            path = Path(step.about)
            assert not path.exists(), f"{at}: {path} is there already"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.text, "utf-8")
        elif step.order == "find":
            wanted = (Path(step.about), step.text.rstrip("\n"))
        elif step.order == "instead":
            assert wanted, f"{at}: instead of what?"
            path, old = wanted
            text = path.read_text("utf-8")
            assert text.count(old) == 1, f"{at}: {old!r} stands {text.count(old)} times in {path}"
            path.write_text(text.replace(old, step.text.rstrip("\n")), "utf-8")
            wanted = None
        elif step.language == "sh":
            said = ""
            for command in _lines(step):
                if command not in not_run:
                    said += _run(command, int(step.about or 0), at)
                    yield command
        elif step.language == "text":
            for line in step.text.splitlines():
                assert _plain(line) in _plain(said), f"{at}: {line!r} is not said, but: {said}"


def _lines(step: Step) -> list[str]:
    return [command for line in step.text.splitlines() if (command := _bare(line, every=True))]


def _bare(line: str, *, every: bool = False) -> str:
    """A command without its path and without the remark behind it; empty if it is none."""
    line = re.split(r"\s{3,}|\s+#\s", line.strip())[0]
    line = line.removeprefix(_BIN)
    return line if every or line.split(" ")[0] in PROGRAMS else ""


def _run(command: str, exit_code: int, at: str) -> str:
    words = shlex.split(command)
    if words[0] == "studypack":
        result = CliRunner().invoke(app, words[1:])
        code, said = result.exit_code, result.output
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
    else:
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        code, said = done.returncode, done.stdout + done.stderr
    assert code == exit_code, f"{at}: {command} ends with {code}: {said}"
    return said


def _plain(text: str) -> str:
    return " ".join(text.split())
