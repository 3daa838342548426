"""What the pages say is so: commands exist, links lead somewhere, tables and samples are true."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer
import yaml
from typer.testing import CliRunner

import studypack
from studypack import outputs
from studypack.cli import app
from studypack.select import full_course, select
from studypack.summary.course import Labels, Selection
from studypack.summary.date_words import in_words
from studypack.summary.dates import parse
from studypack.summary.summary import Summary
from tests.conftest import PACKS, ROOT
from tests.docs.conftest import commit, git
from tests.docs.not_run import NOT_RUN
from tests.docs.pages import Page, pages

PAGES = pages()
EXAMPLES = Page(ROOT / "docs/reference/command-line.md")
RUN_BY_THEIR_OWN_TEST = {EXAMPLES.name, "docs/reference/codes.md"}


def followed() -> set[str]:
    """Every command that a test of the docs runs: all steps of all pages, and those of the help."""
    return {command for page in PAGES for command in page.typed} | set(EXAMPLES.commands)


def test_every_command_is_run_or_there_is_a_reason() -> None:
    run = followed()
    left = {
        command
        for page in PAGES
        if page.name not in RUN_BY_THEIR_OWN_TEST
        for command in page.commands
        if command not in run and command not in NOT_RUN
    }
    assert left == set()


def test_every_reason_is_for_a_command_that_is_there() -> None:
    assert NOT_RUN.keys() <= {command for page in PAGES for command in page.commands}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_is_mentioned_exists(page: Page) -> None:
    """Also where a command is only spoken of: it is there, and has these options."""
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    for command in (*page.mentions, *page.commands):
        program, *words = command.split()
        if program == "make":
            assert not words or words[0] in targets, command
        elif program == "studypack":
            assert not unknown(words), command


def unknown(words: list[str]) -> list[str]:
    """The words of a command that are neither commands, options nor arguments."""
    found: Any = typer.main.get_command(app)
    while words and words[0] in getattr(found, "commands", ()):
        found, words = found.commands[words[0]], words[1:]
    if words and hasattr(found, "commands") and not words[0].startswith("-"):
        return words[:1]
    options = {o for p in found.params for o in (*p.opts, *p.secondary_opts)} | {"--help", "-h"}
    return [word for word in words if word.startswith("-") and word not in options]


def test_an_option_that_does_not_exist_would_be_noticed() -> None:
    assert unknown(["build", "--onyl", "deck"]) == ["--onyl"]
    assert unknown(["bild"]) == ["bild"]
    assert unknown(["new", "summary", "x", "--decks", "y"]) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Page) -> None:
    for link in page.links:
        if link.startswith(("https://", "#")):
            continue
        name, _, anchor = link.partition("#")
        path = (page.path.parent / name).resolve()
        assert path.exists(), link
        if anchor:
            assert anchor in Page(path).anchors, link


def test_the_map_names_every_page() -> None:
    docs = Page(ROOT / "docs/README.md")
    linked = {(docs.path.parent / link.partition("#")[0]).resolve() for link in docs.links}
    assert {page.path for page in PAGES if page.path.parent != ROOT} - {docs.path} <= linked


def test_the_tour_of_the_house_names_every_room() -> None:
    tour = Page(ROOT / "CONTRIBUTING.md").text
    for room in (ROOT / "src/studypack").iterdir():
        if not room.name.startswith(("__", ".")) and room.name != "py.typed":
            assert f"`{room.name}{'/' if room.is_dir() else ''}`" in tour, room.name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_a_page_names_are_there(page: Page) -> None:
    """Of the project, that is; folders of decks and packs are the reader's."""
    places = (
        "src|tests|templates|docs|setup|summary|reading|checks|citing|cli|build|\\.github|\\.ci"
    )
    for name in re.findall(rf"`((?:{places})/[\w./-]*)`", page.text):
        assert (ROOT / name).exists() or (ROOT / "src/studypack" / name).exists(), name


def test_a_page_names_no_machine_and_no_person() -> None:
    for page in PAGES:
        assert not re.search(r"/home/|/root\b|/Users/|C:\\", page.text), page.name


def test_the_examples_of_help(desk: Path) -> None:
    """Each is typed as it stands, but for the names of folders."""
    shutil.copytree(PACKS / "lantern", desk / "decks/lantern")
    result = CliRunner().invoke(app, ["build", "--only", "deck"])
    assert result.exit_code == 0, result.output
    commit("The first edition")
    git("tag", "v1.0")
    (desk / "old").mkdir()
    for deck in ("old/deck.apkg", "out/full/deck.apkg"):
        shutil.copy(desk / "out/full/lantern-full-deck.apkg", desk / deck)
    commands = [command for command in EXAMPLES.commands if not waits(command)]
    for command in sorted(commands, key=lambda c: c.startswith("studypack new course")):
        typed = command.replace("decks/ID", "decks/lantern").replace("/tmp", str(desk))
        result = CliRunner().invoke(app, typed.split()[1:])
        assert result.exit_code == 0, (typed, result.output)


def waits(command: str) -> bool:
    """Whether a command runs until it is stopped; tests/cli tests those."""
    return command.split()[1] in {"watch", "preview"}


def rows(page: Page, heading: str) -> Iterator[list[str]]:
    """The cells of the table under a row of headings."""
    lines = page.text.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith(heading))
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            return
        yield [cell.strip() for cell in line.strip("|").split("|")]


def test_dates_are_printed_as_the_page_says() -> None:
    table = list(rows(Page(ROOT / "docs/explanation/dates.md"), "| Written | Means"))
    assert len(table) == 11
    for written, _, printed in table:
        assert in_words(parse(written.strip("`")), Labels.BRITISH) == printed


def test_the_order_of_selection_is_that_of_the_page(lantern: Summary) -> None:
    """Where all rules apply to an item, the one that stands highest decides; then the next."""
    topics = lantern.header.topics
    event = lantern.events[0].model_copy(
        update={"importance": 3, "flags": ("violence",), "topics": (topics[0].id,)}
    )
    summary = lantern.model_copy(update={"events": (event,)})
    answers = [
        ("exclude", (event.id,), "excluded by id"),
        ("include", (event.id,), ""),
        ("exclude", event.topics, "excluded topic"),
        ("include", event.topics, ""),
        ("importance", 1, "importance 3"),
        ("without", ("violence",), "content flag"),
        ("topics", ("another",), "topics"),
        ("theatres", ("another",), "theatre"),
        ("crises", ("another",), "crisis"),
    ]
    table = rows(Page(ROOT / "docs/explanation/selection.md"), "| | Question")
    asked = [re.findall(r"`(\w+)`", row[2])[0] for row in table]
    assert asked == [field for field, _, _ in answers]
    for place, (_, _, why) in enumerate(answers):
        wishes: dict[str, Any] = {}
        for field, value, _ in answers[place:]:
            both = isinstance(value, tuple) and isinstance(wishes.get(field), tuple)
            wishes[field] = (*wishes[field], *value) if both else value
        course = full_course(lantern.id).model_copy(update={"selection": Selection(**wishes)})
        left_out = {item.id: item.why for item in select(summary, course).left_out}
        assert left_out.get(event.id, "").startswith(why)
        assert (event.id in left_out) == bool(why)


def test_the_sample_output_is_built_once(
    desk: Path, six: Summary, lantern: Summary, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Page(ROOT / "docs/how-to/add-an-output.md")
    module, entry, its_test = map(
        textwrap.dedent, re.findall(r"^   ```python\n(.*?)^   ```$", page.text, re.M | re.S)
    )
    dates = ModuleType("dates")
    exec(compile(module, page.name, "exec"), dates.__dict__)
    added = eval(f"{{{entry}}}", {"Output": outputs.Output, "dates": dates})
    monkeypatch.setattr(outputs, "OUTPUTS", {**outputs.OUTPUTS, **added})
    shutil.copytree(PACKS / "six", desk / "decks/six")
    command = ["build", "--only", "dates", "--explain", "--jobs", "1"]  # here, where it is added
    first = CliRunner().invoke(app, command)
    assert first.exit_code == 0, first.output
    lines = (desk / "out/full/six-full-dates.txt").read_text("utf-8").splitlines()
    assert [line.split("  ")[1] for line in lines] == [e.title for e in six.chronology]
    assert "full/dates: left as it was" in CliRunner().invoke(app, command).output
    monkeypatch.setattr(studypack, "dates", dates, raising=False)
    tests: dict[str, Any] = {}
    exec(compile(its_test, page.name, "exec"), tests)
    tests["test_a_line_for_each_event"](lantern)


WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in yaml.safe_load(path.read_text("utf-8"))["jobs"].values():
        assert job["timeout-minutes"] <= 90
        assert job["runs-on"] == "ubuntu-latest"
        yield from job["steps"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_runs_what_is_there(path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for step in steps(path):
        command, *words = step.get("run", "true").removeprefix("sudo ").split()
        if command == "make":
            assert f"\n{words[0]}:" in makefile
            (options,) = re.findall(r'BUILD_OPTIONS="(.*?)"', step["run"]) or [""]
            assert not unknown(["build", *options.split()])
        elif command == "python3":
            assert (ROOT / words[0]).exists()
        else:
            assert command in {"true", ".ci/run"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_trusts_nobody_but_the_official_actions_and_has_no_secrets(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "secrets." not in text
    assert yaml.safe_load(text)["permissions"] == {"contents": "read"}
    for step in steps(path):
        assert re.fullmatch(r"actions/[\w-]+@v\d+", step.get("uses", "actions/none@v1"))


def test_the_workflow_of_the_tests_runs_on_every_python_that_is_promised() -> None:
    ci = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))
    pythons = ci["jobs"]["all"]["strategy"]["matrix"]["python"]
    assert pythons == ["3.11", "3.12", "3.13", "3.14"]
    assert any(step.get("run") == ".ci/run" for step in ci["jobs"]["all"]["steps"])
