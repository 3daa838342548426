"""A sample of what ``make stress`` tries by the thousand, and each bug that it found."""

from __future__ import annotations

import json
import shutil
import tempfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studypack.catalogue import examined
from studypack.checks import check
from studypack.diagnostics import Mark
from studypack.reading import files, read_assets, read_course, read_summary
from studypack.reading import summary as summaries
from studypack.reading.tree import MAX_ENTRIES, MAX_TEXT, MAX_VALUES, read_yaml
from studypack.summary import dates
from studypack.summary.course import Course
from tests.conftest import PACKS, Spoil, findings, line_of
from tests.stress.course_spoilings import png
from tests.stress.documents import HEADERS, ITEMS
from tests.stress.fuzz import case, trying, untold
from tests.stress.spoilings import SPOILINGS

SAMPLE = 150


@pytest.fixture(scope="module")
def ready() -> None:
    trying()


@pytest.mark.parametrize("part", range(6))
@pytest.mark.usefixtures("ready")
def test_what_is_spoiled_is_told_where_it_is_spoiled(part: int) -> None:
    tried = [case(number) for number in range(part, SAMPLE, 6)]
    assert [f"{one.number} {one.spoiling}: {one.fault}" for one in tried if one.fault] == []


def test_there_are_many_ways_to_spoil_a_summary() -> None:
    assert len(SPOILINGS) >= 60


@settings(max_examples=60)
@given(st.lists(ITEMS, min_size=1, max_size=2), st.none() | HEADERS)
def test_rows_of_any_shape_are_valid_or_told(
    rows: list[tuple[str, object]], header: object
) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "lantern"
        shutil.copytree(PACKS / "lantern", folder)
        (folder / "more.yaml").write_text(json.dumps(dict(rows)), "utf-8")
        if header is not None:
            text = json.dumps({"format": 1, "summary": header})
            (folder / "summary.yaml").write_text(text, "utf-8")
        assert untold(examined([folder], [], {})[1]) == ""


def test_a_number_in_pieces_of_markdown(spoiled: Spoil) -> None:
    folder = spoiled("story.yaml", "{value: 3, whose: Oakes", "{value: 50, whose: Oakes")
    spoiled("story.yaml", "whose: the keeper", "whose: Keeper")
    spoiled("story.yaml", "costs two crowns.", "costs 5*0* crowns.")
    assert "SP242" in {d.code for d in findings(folder)}


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_may_end_as_windows_ends_them(spoiled: Spoil, end: str) -> None:
    folder = spoiled("more.yaml", new="terms: []\n")
    for path in folder.iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", end.encode()))
    assert findings(folder) == []


@pytest.mark.parametrize(
    ("new", "words"),
    [
        ('"title": "\\\\udc80', "half a character"),
        ('"x": ' + "9" * 5000 + ', "title": "', "digits"),
    ],
)
def test_a_source_that_python_chokes_on(spoiled: Spoil, new: str, words: str) -> None:
    folder = spoiled("sources.json", '"title": "', new.replace("\\\\", "\\"))
    (told,) = findings(folder)
    assert told.code == "SP009"
    assert words in told.message
    assert "title" in line_of(folder, told)


@pytest.mark.parametrize(
    "date", ["1787-03-0\N{ARABIC-INDIC DIGIT ONE}", "\N{DEVANAGARI DIGIT ONE}787"]
)
def test_a_date_is_written_in_the_digits_of_edtf(date: str) -> None:
    with pytest.raises(ValueError, match="not a date"):
        dates.parse(date)


def test_nothing_leads_to_itself(spoiled: Spoil) -> None:
    folder = spoiled("story.yaml", "{to: council-dark,", "{to: oil-price,")
    (told,) = [d for d in findings(folder) if d.code == "SP231"]
    assert "cannot have led to itself" in told.message
    assert "to: oil-price" in line_of(folder, told)


def test_topics_within_one_another(spoiled: Spoil) -> None:
    folder = spoiled("summary.yaml", "title: The light}", "title: The light, within: oil}")
    told = [d for d in findings(folder) if d.code == "SP206"]
    assert [d.message for d in told] == [
        "the topic 'light' lies within itself", "the topic 'oil' lies within itself",
    ]  # fmt: skip
    spoiled("summary.yaml", "within: oil}", "within: oli}")
    (told_once,) = [d for d in findings(folder) if d.code == "SP206"]
    assert 'unknown topic "oli" in `within`; did you mean "oil"?' in told_once.message


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "x" * 400]
)
def test_the_square_code_leads_to_the_web(spoiled: Spoil, link: str) -> None:
    folder = spoiled("summary.yaml", "  dates: 1780", f"  link: '{link}'\n  dates: 1780")
    assert [d.code for d in findings(folder)] == ["SP103"]


@pytest.mark.usefixtures("ready")
def test_a_picture_that_breaks_off_is_told_by_a_build_as_by_a_check(tmp_path: Path) -> None:
    """WeasyPrint, which is loaded here, makes Pillow lenient."""
    course = Course(id="full", summary="lantern", logo="x.png")
    (tmp_path / "x.png").write_bytes(png(3000, 3000, zlib.compress(b"\0" * 500_000)))
    _, found = read_assets(course, tmp_path, lambda _: Mark("profile"))
    assert [d.message for d in found] == ["'x.png' is not a whole PNG or JPEG picture"]


def test_a_title_page_says_no_more_than_a_line_in_one_place(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(f"summary: lantern\nterm: '{'[a](' * 1000}'\n")
    (found,) = read_course(tmp_path / "a.yaml").diagnostics
    assert (found.code, found.where.line) == ("SP103", 2)


# --- limits: each has its message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("terms: [" + "a, " * (MAX_ENTRIES + 1) + "]", "in one list"),
        ("\n".join(f"k{n}: 1" for n in range(MAX_ENTRIES + 1)), "fields in one place"),
        (f"a: {'w' * (MAX_TEXT + 1)}", "a text of 20,001 characters"),
        (
            "a:\n" + ("- [" + "a, " * 9_000 + "]\n") * (MAX_VALUES // 9_000 + 1),
            "values in one file",
        ),
    ],
)
def test_too_much_in_one_place(text: str, words: str) -> None:
    _, found = read_yaml(text, "much.yaml")
    assert [d.code for d in found] == ["SP011"]
    assert words in found[0].message


def test_a_section_that_is_a_book(spoiled: Spoil) -> None:
    folder = spoiled("10-night.md", "Two nights later", "word " * 30_000)
    assert [d.message for d in findings(folder) if d.code == "SP011"] == [
        "a section of 150,249 characters; at most 100,000"
    ]


def test_a_summary_that_is_a_library(spoiled: Spoil, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summaries, "MAX_ITEMS", 10)
    reading = read_summary(spoiled("more.yaml", new="terms: []\n"))
    assert [d.message for d in reading.diagnostics] == ["13 items; at most 10"]
    assert reading.summary is None


def test_a_file_of_many_megabytes(spoiled: Spoil, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 4000)
    assert "SP002" in {d.code for d in findings(spoiled("more.yaml", new="terms: []\n"))}


@pytest.mark.parametrize("text", ["> " * 40 + "deep", "- " * 40 + "deep"])
def test_what_markdown_would_drop_for_its_depth_is_told(spoiled: Spoil, text: str) -> None:
    folder = spoiled("10-night.md", "Two nights later", f"{text}\n\nTwo nights later")
    told = [d for d in check(read_summary(folder)) if d.code == "SP221"]
    assert ["more than 8 deep" in d.message for d in told] == [True]
