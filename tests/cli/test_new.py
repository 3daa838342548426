"""From nothing to one's own pack: what is written, what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from studypack.catalogue import examined, targets
from studypack.reading import read_course
from studypack.schema import in_full
from tests.cli.conftest import run
from tests.conftest import ROOT, findings

SAMPLES = sorted((ROOT / "templates/new").rglob("*.yaml"))


def test_a_new_summary_is_free_of_findings_and_builds_at_once(home: Path) -> None:
    made = run("new", "summary", "river")
    assert made.exit_code == 0
    assert set(made.stdout.split()) == {
        f"decks/river/{name}"
        for name in ("10-section.md", "ledger.json", "sources.json", "story.yaml", "summary.yaml")
    }
    assert findings(home / "decks/river") == []
    built = run("build", "-q", "-j1", "--only", "handout,deck")
    assert (built.exit_code, built.stderr) == (0, "")
    assert (home / "out/full/river-full-deck.apkg").is_file()


def test_where_there_are_others_it_says_how_to_build_the_new_one_alone(home: Path) -> None:
    assert run("new", "summary", "river").stderr.endswith("To look at it: studypack build\n")
    assert run("new", "summary", "sea").stderr.endswith("To look at it: studypack build full\n")


def test_what_a_new_course_does_not_say_the_summary_decides(home: Path) -> None:
    run("new", "summary", "river")
    run("new", "course", "class-9")
    header = home / "decks/river/summary.yaml"
    text = header.read_text("utf-8")
    wishes = {"paper": "Letter", "ink": "black-and-white", "type": "large", "edition": "teacher",
              "citations": "apa", "language": "pl"}  # fmt: skip
    sample = "    poster: {size: A3}\n"
    assert sample in text
    wished = "".join(f"    {field}: {wish}\n" for field, wish in wishes.items())
    header.write_text(text.replace(sample, wished), "utf-8")
    (told,) = json.loads(run("show", "class-9", "--format", "json").stdout)
    assert told["dress"] == wishes


def test_its_namespace_is_its_own(home: Path) -> None:
    run("new", "summary", "river")
    assert 'namespace: "river"' in (home / "decks/river/summary.yaml").read_text("utf-8")


def test_a_new_course_takes_the_only_summary(home: Path) -> None:
    run("new", "summary", "river")
    made = run("new", "course", "class-9")
    assert (made.exit_code, made.stdout) == (0, "decks/courses/class-9.yaml\n")
    chosen, found = targets(home / "decks", ())
    assert [(t.course.id, t.course.summary) for t in chosen] == [("class-9", "river")]
    assert found + examined([home / "decks/river"], chosen, {})[1] == []


def test_a_new_course_of_one_summary_among_several(home: Path) -> None:
    run("new", "summary", "river")
    run("new", "summary", "mountain")
    unclear = run("new", "course", "class-9")
    assert (unclear.exit_code, "--summary ID; there are: mountain, river" in unclear.stderr) == (
        2,
        True,
    )
    assert run("new", "course", "class-9", "--summary", "river").exit_code == 0
    assert read_course(home / "decks/courses/class-9.yaml").course is not None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["summary", "river"], "decks/river is there already; choose another name"),
        (["course", "class-9"], "decks/courses/class-9.yaml is there already"),
        (["summary", "courses"], '"courses" cannot name a summary'),
        (["summary", "../river"], "use small letters, digits and hyphens"),
        (["summary", "_schema"], "use small letters, digits and hyphens"),
        (["course", "Class 9"], "use small letters, digits and hyphens"),
        (["course", "class-8", "--summary", "rivr"], 'there is no summary "rivr"'),
        (["course", "class-8", "--decks", "nowhere"], "there is no folder nowhere"),
        (["course", "class-8", "--decks", "decks/courses"], "no summary in decks/courses"),
    ],
)
def test_nothing_is_overwritten_and_every_refusal_is_a_sentence(
    home: Path, arguments: list[str], said: str
) -> None:
    run("new", "summary", "river")
    run("new", "course", "class-9")
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    refused = run("new", *arguments)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert said in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


def test_editors_find_the_schema_that_the_first_line_names(home: Path) -> None:
    run("new", "summary", "river")
    run("new", "course", "class-9")
    for path in (*(home / "decks/river").glob("*.yaml"), home / "decks/courses/class-9.yaml"):
        first = path.read_text("utf-8").partition("\n")[0]
        begin, _, place = first.partition("=")
        assert begin == "# yaml-language-server: $schema"
        assert (path.parent / place).resolve().parent == home / "decks/_schema"
        assert (path.parent / place).is_file()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_field_that_is_commented_out_is_a_field(path: Path, home: Path) -> None:
    """Whoever deletes the number signs has fields that are known, in the right place."""
    text = in_full(path.read_text("utf-8"))
    assert text != path.read_text("utf-8")
    run("new", "summary", "my-subject")
    if path.name == "course.yaml":
        course = home / "decks/courses/mine.yaml"
        course.parent.mkdir()
        course.write_text(text, "utf-8")
        assert read_course(course).diagnostics == []
    else:
        (home / "decks/my-subject" / path.name).write_text(text, "utf-8")
        assert findings(home / "decks/my-subject") == []


def test_what_cannot_be_finished_is_not_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a disk that is full after the second file."""
    from studypack import starter

    written: list[Path] = []

    def until_full(path: Path, data: bytes) -> None:
        if len(written) == 2:
            raise OSError(28, "No space left on device")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        written.append(path)

    monkeypatch.setattr(starter, "write_whole", until_full)
    with pytest.raises(starter.CannotStartError, match="No space left on device"):
        starter.new_summary(tmp_path, "river")
    assert len(written) == 2
    assert list(tmp_path.rglob("*")) == []


def test_where_its_schema_cannot_be_written_nothing_is(home: Path) -> None:
    (home / "decks").mkdir()
    (home / "decks/_schema").write_text("a file", "utf-8")
    refused = run("new", "summary", "river")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "decks/_schema" in refused.stderr
    assert [path.name for path in (home / "decks").iterdir()] == ["_schema"]
