"""Each wrong input gets its own code at the line where it is wrong; nothing gets a traceback."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.checks import unprintable
from studypack.diagnostics import Severity
from studypack.reading import read_summary, unread_beside
from studypack.reading.tree import read_yaml
from tests.conftest import PACKS, Spoil, findings, line_of, summary_of

SPOILED = [
    # what the author did, file, old text, new text, code, words of the message, words of the line
    ("tab", "story.yaml", "    title: Oil", "\ttitle: Oil", "SP003", "tab", "title: Oil"),
    ("tab after a text", "story.yaml", "    importance: 3", "\timportance: 3", "SP003",
     "a tab where spaces are needed", "importance: 3"),
    ("tab among spaces", "story.yaml", "    importance: 3", "    \timportance: 3", "SP003",
     "a tab where spaces are needed", "importance: 3"),
    ("no space after a colon", "story.yaml", "    date: 1787-03-01", "    date:1787-03-01", "SP003",
     "no space after the colon of 'date:'", "date:1787-03-01"),
    ("no space after the first colon", "story.yaml", "  - id: pamphlet", "  - id:pamphlet", "SP003",
     "no space after the colon of 'id:'", "id:pamphlet"),
    ("no colon", "story.yaml", "    theatre: alder\n", "    theatre\n", "SP003",
     "neither a field with a colon nor", "theatre"),
    ("quoted beginning", "story.yaml", "title: A pamphlet", 'title: "A pamphlet"', "SP003",
     "text after a closing quotation mark", "A pamphlet"),
    ("apostrophe in single quotes", "story.yaml", "title: A pamphlet blames both towns",
     "title: 'Moss's pamphlet'", "SP003", "text after a closing quotation mark", "Moss's"),
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
    ("field of a telling name", "story.yaml", "    kind: violence", "    float: violence", "SP101",
     "unknown field 'float'", "float"),
    ("comma in braces", "story.yaml", 'text: "Pay two crowns, and complain"',
     "text: Pay two crowns, and complain", "SP101", "and complain", "and complain"),
    ("missing field", "story.yaml", "    title: Oil doubles in price\n", "", "SP102",
     "'title' is missing", "oil-price"),
    ("wrong type", "story.yaml", "people: [ember]", "people: ember", "SP103",
     "a list is needed, not 'ember'; write [ember]", "people: ember"),
    ("list without brackets", "story.yaml", "people: [moss, ember]", "people: moss, ember", "SP103",
     "not 'moss, ember'; write [moss, ember]", "people: moss"),
    ("text where there are fields", "summary.yaml", "  poster:\n", "  poster: A1\n  x:\n", "SP103",
     "fields with values are needed, not 'A1'", "A1"),
    ("text where the header stands", "summary.yaml", "summary:\n", "summary: lantern\nx:\n",
     "SP103", "`summary`: fields with values are needed, not 'lantern'", "summary: lantern"),
    ("text where an item stands", "pairs.yaml", "", "events: [storm]\n", "SP103",
     "`events.1`: fields with values are needed, not 'storm'", "storm"),
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
    ("doubled id in the header", "summary.yaml", "{id: birk, title: Birk}",
     "{id: birk, title: Birk}\n    - {id: alder, title: Sea}", "SP201", "'alder' is taken", "Sea"),
    ("doubled option", "story.yaml", "key: pay, text:", "key: dark, text:", "SP103",
     "a key of its own", "key: dark"),
    ("number for a name", "story.yaml", "chosen: dark", "chosen: 2", "SP103",
     "text is needed, not '2'; put it in quotes, like \"2\"", "chosen: 2"),
    ("endless number", "story.yaml", "value: 2,", "value: 1e999,", "SP103",
     "a number is needed", "1e999"),
    ("no number", "story.yaml", "value: 2,", "value: nan,", "SP103", "a number is needed", "nan"),
    ("number with a comma", "story.yaml", "value: 2,", 'value: "2,000",', "SP103",
     "`figures.1.readings.1.value`: a number is needed, not '2,000'; write 2000", "2,000"),
    ("unknown option", "story.yaml", "chosen: dark", "chosen: drak", "SP103",
     "`chosen` names no option: 'drak'; the options are pay, dark", "chosen: drak"),
    ("author who is a text", "sources.json", '"author": [', '"author": "Oakes", "x": [', "SP103",
     "`author`: a list is needed, not 'Oakes'", "Oakes"),
    ("doubled id", "story.yaml", "  - id: pamphlet", "  - id: wreck", "SP201", "is taken", "wreck"),
    ("unknown key", "story.yaml", "disputes:", "dispute:", "SP104",
     "unknown top-level field 'dispute'; did you mean \"disputes\"?", "dispute:"),
    ("not a list", "story.yaml", "questions:\n  - id: question-blame\n",
     "questions:\n    id: question-blame\n", "SP103", "needs a list",
     "id: question-blame"),
    ("bad citation", "story.yaml", "[@oakes1901, p. 44 n. 3]", "[@oakes1901, page 44]", "SP103",
     "'page 44' is not a place in a source", "page 44"),
    ("citation in curly quotes", "story.yaml", 'cite: "[@oakes1901, p. 44 n. 3]"',
     "cite: “[@oakes1901, p. 44 n. 3]”", "SP103", "curly quotation mark", "“"),
    ("text cut off", "story.yaml", "title: A pamphlet blames", "title: The #1 pamphlet blames",
     "SP013", "'#1' and what follows is not read", "#1"),
    ("nothing but a comment", "summary.yaml", "    year:", "    colour: #1f4e79\n    year:",
     "SP013", "'#1f4e79'", "#1f4e79"),
    ("apostrophe", "story.yaml", "title: A pamphlet blames both towns", "title: 'Twas both towns",
     "SP003", "a text in quotation marks begins here", "'Twas"),
    ("control character", "story.yaml", "title: A pamphlet", "title: A\x0bpamphlet", "SP003",
     "U+000B", "A\x0b"),
    ("line separator", "story.yaml", "title: A pamphlet", "title: A\u2028pamphlet", "SP003",
     "U+2028", "A\u2028"),
    ("source of no month", "sources.json", "[[1901]]", '[[1901, "May"]]', "SP103",
     "as numbers: [1998, 4, 30]", "May"),
    ("date in words", "sources.json", '{"date-parts": [[1901]]}', '{"raw": "spring 1901"}', "SP103",
     "'spring 1901' is not read; write the date in parts", "raw"),
    ("no-break spaces", "story.yaml", "    title: A pamphlet", "\xa0\xa0\xa0\xa0title: A pamphlet",
     "SP003", "an invisible U+00A0 where a space is needed", "title: A pamphlet"),
    ("no-break space after a colon", "story.yaml", "title: A pamphlet", "title:\xa0A pamphlet",
     "SP003", "U+00A0 where a space", "A pamphlet"),
    ("no-break space after a hyphen", "story.yaml", "- id: pamphlet", "-\xa0id: pamphlet",
     "SP003", "U+00A0 where a space", "pamphlet"),
    ("en dash for a hyphen", "story.yaml", "- id: pamphlet", "– id: pamphlet",
     "SP003", "'–' where a hyphen is needed", "pamphlet"),
    ("text that begins with a hyphen", "story.yaml", "title: A pamphlet", "title: - A pamphlet",
     "SP003", "begin an item of a list, which cannot stand here", "A pamphlet"),
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


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("  poster:\n", "  poster: A1\n  x:\n",
         "How the chronology poster is drawn. Its fields: year, headline, deck, bands, lanes,"
         " needle, toll, source."),
        ("theatres:\n", "theatres: alder\n  x:\n",
         "The lanes of the chronology: places or sides. Each begins with '- '; its fields: id,"
         " title, subtitle, dates."),
        ("  subtitle: A sample summary; nothing in it happened", "  subtitle:",
         "A second line under it. With nothing to say, leave it out."),
        ("  title: The Lantern Quarrel", "  title:", "Of the whole subject."),
    ],
)  # fmt: skip
def test_a_hint_says_what_belongs_there(spoiled: Spoil, old: str, new: str, hint: str) -> None:
    found = findings(spoiled("summary.yaml", old, new))
    assert hint in [d.hint for d in found if d.code == "SP103"]


def test_what_is_no_number_is_told_once(spoiled: Spoil) -> None:
    (told,) = findings(spoiled("story.yaml", "value: 2,", "value: two,"))
    assert (told.code, told.hint) == ("SP103", "The number itself.")


@pytest.mark.parametrize(
    ("given", "advice"), [("2,5", "; write 2.5"), ("0,75", "; write 0.75"), ("1 000,5", "")]
)
def test_a_decimal_comma_is_not_left_out(spoiled: Spoil, given: str, advice: str) -> None:
    (told,) = findings(spoiled("story.yaml", "value: 2,", f'value: "{given}",'))
    assert told.message.endswith(f"a number is needed, not '{given}'{advice}")


def test_a_record_of_sources_stands_in_braces(spoiled: Spoil) -> None:
    (told,) = findings(spoiled("sources.json", '"author": [', '"author": "Oakes", "x": ['))
    assert told.hint == "Each stands in { }; its fields: family, given, literal."


def test_all_mistakes_of_all_files_are_told_in_one_run(spoiled: Spoil) -> None:
    spoiled("story.yaml", "kind: violence", "kind: riot")
    spoiled("story.yaml", "people: [moss, ember]", "people: [mosss, ember]")
    folder = spoiled("10-night.md", "#moss", "#mouse")
    codes = {d.code for d in findings(folder)}
    assert {"SP103", "SP202", "SP203"} <= codes


def test_a_mistake_in_front_matter_is_told_once(spoiled: Spoil) -> None:
    folder = spoiled("10-night.md", "title: The", 'title: "The')
    assert [d.code for d in findings(folder)] == ["SP003"]


@pytest.mark.parametrize(
    ("title", "how"), [("'Moss's pamphlet'", "double"), ('"Moss" and Ember', "single")]
)
def test_of_a_text_that_goes_on_after_its_quotes_the_whole_is_to_be_quoted(
    title: str, how: str
) -> None:
    _, (found,) = read_yaml(f"- title: {title}\n  id: a\n", "a.yaml")
    assert f"the whole text in {how} quotes" in found.hint


@pytest.mark.parametrize("name", ["a.yaml", "zz.yaml"])
def test_of_two_headers_that_of_summary_yaml_is_meant(spoiled: Spoil, name: str) -> None:
    folder = spoiled(name, new="format: 1\nsummary: {title: Another}\n")
    (found,) = findings(folder)
    assert (found.code, found.where.file) == ("SP107", str(folder / name))
    assert "summary.yaml" in found.hint


def test_a_list_whose_rows_have_errors_is_not_called_too_short(spoiled: Spoil) -> None:
    folder = spoiled("summary.yaml", "theatres: [alder, birk]", "theatres: alder")
    assert [d.message for d in findings(folder)] == [
        "`crises.1.theatres`: a list is needed, not 'alder'; write [alder]"
    ]


def test_who_is_named_by_an_item_with_an_error_is_not_called_unused(spoiled: Spoil) -> None:
    spoiled("story.yaml", "people: [moss, ember]", "people: [moss]")
    folder = spoiled("story.yaml", "kind: statement\n    title: Oil", "kind: state\n    title: Oil")
    assert [d.code for d in findings(folder)] == ["SP103"]


@pytest.mark.parametrize("written", ['"1"', "true", "2", "one"])
def test_the_format_is_a_number(spoiled: Spoil, written: str) -> None:
    folder = spoiled("summary.yaml", "format: 1", f"format: {written}")
    assert [d.code for d in findings(folder)] == ["SP106"]


def test_a_section_that_was_copied_does_not_move_what_is_wrong_in_the_first(spoiled: Spoil) -> None:
    folder = spoiled("10-night.md", "#moss", "#mouse")
    spoiled("20-copy.md", "", "\n\n".join([(folder / "10-night.md").read_text("utf-8")] * 2))
    found = [(d.code, Path(d.where.file).name, d.where.line) for d in findings(folder)]
    assert found == [("SP203", "10-night.md", 7), ("SP201", "20-copy.md", 2)]


def test_an_id_that_is_a_number_has_its_place(spoiled: Spoil) -> None:
    spoiled("10-night.md", "id: section-night", "id: 1787")
    folder = spoiled("10-night.md", "#moss", "#mouse")
    (found,) = findings(folder)
    assert "#mouse" in line_of(folder, found)


@pytest.mark.parametrize("name", ["header", "sources"])
def test_any_word_can_be_an_id(spoiled: Spoil, name: str) -> None:
    folder = spoiled(
        "a.yaml", "", f"terms:\n  - {{id: {name}, name: X, kind: place, meaning: Y}}\n"
    )
    assert {(d.code, Path(d.where.file).name) for d in findings(folder)} == {
        ("SP213", "a.yaml"), ("SP252", "a.yaml")
    }  # fmt: skip


def test_an_item_with_an_error_is_not_missed_elsewhere(spoiled: Spoil) -> None:
    """A broken item has a diagnostic of its own; those who name it are right to."""
    folder = spoiled("story.yaml", "who: Keeper of", "whom: Keeper of")
    assert {d.code for d in findings(folder)} == {"SP101", "SP102"}


@pytest.mark.parametrize(
    "parts", ["[[]]", "[[1998, 13]]", "[[1998, 2, 30]]", '[["19<i>98"]]', '[[1998, 1, "1-3"]]']
)
def test_a_source_with_a_mistake_is_not_unknown_to_those_who_cite_it(
    spoiled: Spoil, parts: str
) -> None:
    folder = spoiled("sources.json", "[[1901]]", parts)
    (found,) = findings(folder)
    assert (found.code, found.where.line) == ("SP103", 10)


def test_years_of_a_source_may_be_words_of_digits(spoiled: Spoil) -> None:
    folder = spoiled("sources.json", "[[1901]]", '[["1901", "5", 31]]')
    (source,) = summary_of(folder).sources
    assert source.issued.date_parts == ((1901, 5, 31),)


def test_what_a_field_is_for_is_told_with_what_is_wrong_in_it(spoiled: Spoil) -> None:
    folder = spoiled("story.yaml", "importance: 3", "importance: high")
    (found,) = findings(folder)
    assert found.hint == (
        "1 every pack has it, 2 a good pack has it, 3 for specialists."
    )  # as its docstring says
    folder = spoiled("story.yaml", "    title: Oil doubles in price\n", "")
    (missing,) = [d for d in findings(folder) if d.code == "SP102"]
    assert missing.hint == "For chronology, poster and cards; a headline, not a sentence."


def test_a_comment_may_begin_without_a_space_where_no_text_is_lost() -> None:
    text = "a: #none\n  - x #  one\n  - 2 #two\n#a: b\nc: '#1' # x\nd: x ## y\n"
    _, found = read_yaml(text, "a.yaml")
    assert found == []


@pytest.mark.parametrize("character", ["\x0b", "\x1f", "\x85", "\u2028", "\u2029"])
def test_an_invisible_character_in_a_section_is_told_by_its_number(
    spoiled: Spoil, character: str
) -> None:
    folder = spoiled("10-night.md", "Two nights", f"Two{character}nights")
    (found,) = unprintable(read_summary(folder), {"full": []})
    assert (found.code, found.where.line) == ("SP225", 9)
    assert f"U+{ord(character):04X}" in found.message


def test_an_invisible_character_in_the_name_of_an_author(spoiled: Spoil) -> None:
    folder = spoiled("sources.json", '"Oakes"', '"Oa\\u000bkes"')
    (found,) = unprintable(read_summary(folder), {})
    assert (found.code, "U+000B" in found.message, found.where.line) == ("SP225", True, 6)


@pytest.mark.parametrize(
    ("name", "rename"),
    [
        ("20-mine.txt", ""),
        ("more/20-mine.docx", ""),
        ("more/sources.json", ""),
        ("story2.yaml.txt", "story2.yaml"),
        ("empty.yaml.txt", ""),  # there is an empty.yaml, which nobody should write over
        ("Story.YAML", "Story.yaml"),
        ("z.MD", "z.md"),
    ],
)
def test_a_file_that_is_not_read_is_told(spoiled: Spoil, name: str, rename: str) -> None:
    folder = spoiled("empty.yaml", new="terms: []")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("words")
    (found,) = findings(folder)
    assert (found.code, found.severity) == ("SP012", Severity.WARNING)
    assert found.where.file == str(folder / name)
    assert found.hint.partition("Rename it to ")[2] == (f"{rename}." if rename else "")


@pytest.mark.parametrize("name", ["Sources.json", "Exported Items.json"])
def test_sources_under_another_name_are_told_their_name(spoiled: Spoil, name: str) -> None:
    folder = spoiled("story.yaml", "nine sailors", "nine sailors")
    (folder / "sources.json").rename(folder / name)
    (found,) = [d for d in findings(folder) if d.code == "SP012"]
    assert "sources are read from sources.json" in found.hint
    assert found.hint.endswith("Rename it to sources.json.")


@pytest.mark.parametrize(
    "name",
    ["ledger.json", "README", "readme.txt", "LICENSE.md", "CHANGES.md", ".x.txt", "a~", "~$a.docx"],
)
def test_what_lies_beside_a_summary_need_not_be_read(spoiled: Spoil, name: str) -> None:
    folder = spoiled(name, new="words")
    assert findings(folder) == []


def test_a_file_of_another_folder_than_its_own_is_told(tmp_path: Path) -> None:
    (tmp_path / "courses").mkdir()
    for name in ("story.yaml", "10-night.md", "README.md", "notes.txt", "courses/a.yaml",
                 "courses/b.yml", "courses/C.YAML", "courses/logo.png"):  # fmt: skip
        (tmp_path / name).write_text("words")
    found = unread_beside(tmp_path, "courses")
    told = {str(Path(d.where.file).relative_to(tmp_path)) for d in found}
    assert told == {"story.yaml", "10-night.md", "courses/b.yml", "courses/C.YAML"}


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


@pytest.mark.parametrize("name", ["story.yaml", "10-night.md", "sources.json"])
def test_a_file_that_a_merge_left_in_two_versions(spoiled: Spoil, name: str) -> None:
    folder = spoiled(name)
    text = (folder / name).read_text("utf-8")
    first, _, rest = text.partition("\n")
    both = f"<<<<<<< HEAD\n{rest}=======\n{rest}>>>>>>> colleague\n"
    (folder / name).write_text(f"{first}\n{both}", "utf-8")
    found = next(d for d in findings(folder) if d.code == "SP014")
    assert (found.where.file, found.where.line) == (str(folder / name), 2)


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
