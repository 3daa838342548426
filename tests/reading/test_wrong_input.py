"""Each wrong input gets its own code at the line where it is wrong; nothing gets a traceback."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.reading import read_summary
from studypack.reading.tree import read_yaml
from tests.conftest import PACKS, Spoil, findings, line_of

SPOILED = [
    # what the author did, file, old text, new text, code, words of the message, words of the line
    ("tab", "story.yaml", "    title: Oil", "\ttitle: Oil", "SP003", "tab", "title: Oil"),
    ("unquoted colon", "story.yaml", "title: Oil doubles", "title: Oil: doubles", "SP003",
     "a colon and a space", "Oil: doubles"),
    ("citation without quotes", "story.yaml", 'cite: "[@oakes1901, p. 15]"',
     "cite: [@oakes1901, p. 15]", "SP003", "cannot begin with '@'", "[@oakes1901, p. 15]"),
    ("doubled key", "story.yaml", "    theatre: alder\n", "    theatre: alder\n    theatre: birk\n",
     "SP004", "'theatre' stands here twice", "theatre: birk"),
    ("alias", "story.yaml", "people: [ember]", "people: *who", "SP005", "aliases", "*who"),
    ("tag", "story.yaml", "title: Oil doubles", "title: !!python/name:os.system Oil doubles",
     "SP006", "tag", "python/name"),
    ("typo in field", "story.yaml", "    kind: violence", "    knid: violence", "SP101",
     "unknown field 'knid'; did you mean \"kind\"?", "knid"),
    ("comma in braces", "story.yaml", 'text: "Pay two crowns, and complain"',
     "text: Pay two crowns, and complain", "SP101", "and complain", "and complain"),
    ("missing field", "story.yaml", "    title: Oil doubles in price\n", "", "SP102",
     "'title' is missing", "oil-price"),
    ("wrong type", "story.yaml", "people: [ember]", "people: ember", "SP103", "a list is needed",
     "people: ember"),
    ("wrong choice", "story.yaml", "kind: violence", "kind: riot", "SP103", "not one of", "riot"),
    ("importance", "story.yaml", "importance: 3", "importance: 4", "SP103", "at most 3",
     "importance: 4"),
    ("long title", "story.yaml", "A pamphlet blames both towns", "A" * 60, "SP103",
     "15 characters too long", "AAAA"),
    ("impossible day", "story.yaml", "date: 1787-03-01", "date: 1787-02-30", "SP103",
     "February 1787 has 28 days", "1787-02-30"),
    ("backward interval", "story.yaml", "1787-03-05/1787-03-06", "1787-03-06/1787-03-05", "SP103",
     "ends before it starts", "1787-03-06/"),
    ("other date style", "story.yaml", "date: 1787-03-01", "date: 1.3.1787", "SP103",
     "year-month-day", "1.3.1787"),
    ("role ends first", "story.yaml", "from: 1780, to: 1787-05", "from: 1788, to: 1787-05",
     "SP103", "ends before it starts", "1788"),
    ("bad id", "story.yaml", "id: wreck", "id: The Wreck!", "SP103", "small letters", "The Wreck!"),
    ("doubled id", "story.yaml", "  - id: pamphlet", "  - id: wreck", "SP201", "is taken", "wreck"),
    ("unknown key", "story.yaml", "disputes:", "dispute:", "SP104",
     "unknown top-level field 'dispute'; did you mean \"disputes\"?", "dispute:"),
    ("not a list", "story.yaml", "questions:\n  - id: question-blame\n",
     "questions:\n    id: question-blame\n", "SP103", "needs a list",
     "id: question-blame"),
    ("bad citation", "story.yaml", "[@oakes1901, p. 44 n. 3]", "[@oakes1901, page 44]", "SP103",
     "'page 44' is not a place in a source", "page 44"),
    ("newer format", "summary.yaml", "format: 1", "format: 2", "SP106", "reads format 1",
     "format: 2"),
    ("no format", "summary.yaml", "format: 1\n", "", "SP105", "`format: 1` is missing", "summary:"),
    ("second document", "story.yaml", "decisions:", "---\ndecisions:", "SP003",
     "second document", "---"),
    ("bad JSON", "sources.json", '"type": "book",', '"type": "book"', "SP009",
     "not readable as JSON", "title"),
    ("front matter", "10-night.md", "---\nid", "id", "SP010", "front matter", "id"),
    ("unclosed quote", "story.yaml", "title: Birk puts", 'title: "Birk puts', "SP003", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "message", "line"),
    [pytest.param(*row[1:], id=row[0]) for row in SPOILED if row[4]],
)
def test_a_mistake_is_named_where_it_stands(
    spoiled: Spoil, file: str, old: str, new: str, code: str, message: str, line: str
) -> None:
    folder = spoiled(file, old, new)
    found = findings(folder)
    matching = [d for d in found if d.code == code and message in d.message]
    assert matching, found
    assert line in line_of(folder, matching[0])


def test_all_mistakes_of_all_files_are_told_in_one_run(spoiled: Spoil) -> None:
    spoiled("story.yaml", "kind: violence", "kind: riot")
    spoiled("story.yaml", "people: [moss, ember]", "people: [mosss, ember]")
    folder = spoiled("10-night.md", "#moss", "#mouse")
    codes = {d.code for d in findings(folder)}
    assert {"SP103", "SP202", "SP203"} <= codes


def test_an_item_with_an_error_is_not_missed_elsewhere(spoiled: Spoil) -> None:
    """A broken item has a diagnostic of its own; those who name it are right to."""
    folder = spoiled("story.yaml", "who: Keeper of", "whom: Keeper of")
    assert {d.code for d in findings(folder)} == {"SP101", "SP102"}


def test_a_file_that_cannot_be_parsed_leaves_references_unjudged(spoiled: Spoil) -> None:
    folder = spoiled("story.yaml", "decisions:", "decisions: [")
    assert {d.code for d in findings(folder)} == {"SP003"}


def test_an_empty_file(spoiled: Spoil) -> None:
    folder = spoiled("empty.yaml", new="\n")
    assert [(d.code, d.message) for d in findings(folder)] == [("SP008", "is empty")]


def test_a_binary_file(spoiled: Spoil) -> None:
    folder = spoiled("10-night.md")
    (folder / "picture.yaml").write_bytes(b"\x89PNG\r\n\x00\x01")
    assert any(d.code == "SP002" and "not a text file" in d.message for d in findings(folder))


def test_another_encoding(spoiled: Spoil) -> None:
    folder = spoiled("notes.yaml", new="terms: []\n")
    (folder / "notes.yaml").write_bytes("terms: []\n# Gerő".encode("iso-8859-2"))
    (found,) = findings(folder)
    assert (found.code, found.where.line) == ("SP002", 2)


def test_a_huge_file(spoiled: Spoil) -> None:
    folder = spoiled("huge.yaml", new="# x\n")
    with (folder / "huge.yaml").open("wb") as file:
        file.truncate(50_000_000)
    assert any(d.code == "SP002" and "50 MB" in d.message for d in findings(folder))


def test_a_folder_where_a_file_should_be(spoiled: Spoil) -> None:
    folder = spoiled("empty.yaml", new="terms: []")
    (folder / "more.yaml").mkdir()
    assert any(d.code == "SP001" and "is a folder" in d.message for d in findings(folder))


def test_a_link_out_of_the_folder(spoiled: Spoil, tmp_path: Path) -> None:
    folder = spoiled("story.yaml", "nine sailors", "nine sailors")
    secret = tmp_path / "secret.yaml"
    secret.write_text("terms: []")
    (folder / "link.yaml").symlink_to(secret)
    assert any(d.code == "SP001" and "leads out" in d.message for d in findings(folder))


def test_a_file_one_may_not_read(spoiled: Spoil, monkeypatch: pytest.MonkeyPatch) -> None:
    """Made by hand, since root (as in CI) may read everything."""
    folder = spoiled("story.yaml", "nine sailors", "nine sailors")
    real = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "story.yaml":
            raise PermissionError(13, os.strerror(13), str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert any(d.code == "SP001" and "Permission denied" in d.message for d in findings(folder))


def test_no_summary_block(tmp_path: Path) -> None:
    (tmp_path / "terms.yaml").write_text("terms: []")
    (found,) = read_summary(tmp_path).diagnostics
    assert found.code == "SP105"


def test_a_bomb_of_aliases_and_a_bottomless_list_are_refused_at_once() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"b{n}: &b{n} [{', '.join([f'*b{n - 1}' if n else '*a'] * 9)}]\n" for n in range(9)
    )
    _, found = read_yaml(bomb, "bomb.yaml")
    assert {d.code for d in found} == {"SP005"}
    _, found = read_yaml("[" * 100_000, "deep.yaml")
    assert [d.code for d in found] == ["SP007"]


@given(st.text(max_size=200))
def test_no_text_breaks_the_yaml_reader(text: str) -> None:
    tree, found = read_yaml(text, "any.yaml")
    assert found or tree.value is None or isinstance(tree.value, str | int | float | list | dict)


@given(st.data())
def test_a_mutated_summary_is_valid_or_has_diagnostics(data: st.DataObject) -> None:
    """Whatever is cut out of or put into the YAML: findings with a place, never a traceback."""
    source = (PACKS / "lantern/story.yaml").read_text("utf-8")
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, min(start + 30, len(source))))
    put = data.draw(st.sampled_from(_PUTS))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "lantern"
        shutil.copytree(PACKS / "lantern", folder)
        (folder / "story.yaml").write_text(source[:start] + put + source[end:], "utf-8")
        for diagnostic in findings(folder):
            assert diagnostic.where.file
            assert diagnostic.message


_PUTS = ["", ":", "\t", "[", "]", "{", "&a", "*a", "- ", "\n", "#", '"', "!!x ", "null", "\x07"]
