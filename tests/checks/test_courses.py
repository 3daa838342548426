"""What a course wears: its accent, its logo, its fonts."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from studypack.build import build
from studypack.catalogue import examined, summary_folders, targets
from studypack.diagnostics import Diagnostic
from studypack.summary.colour import READABLE, TINT, WHITE, contrast
from tests.build.test_build import Listener
from tests.conftest import PACKS
from tests.fonts import GEORGIAN, tiny_font


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    folder = tmp_path / "decks"
    shutil.copytree(PACKS / "lantern", folder / "lantern")
    (folder / "courses").mkdir()
    return folder


def profile(decks: Path, name: str, *lines: str) -> Path:
    path = decks / f"courses/{name}.yaml"
    path.write_text("\n".join(("summary: lantern", *lines, "")), "utf-8")
    return path


def checked(decks: Path) -> list[Diagnostic]:
    courses, found = targets(decks, ())
    return found + examined(summary_folders(decks), courses, {})[1]


def codes(decks: Path) -> list[str]:
    return [d.code for d in checked(decks)]


@pytest.mark.parametrize(
    ("lines", "ground"),
    [(['accent: "#ff9a00"'], WHITE), (['accent: "#ff9a00"', "type: dyslexia"], TINT)],
)
def test_an_accent_that_is_hard_to_read_comes_with_one_that_is_not(
    decks: Path, lines: list[str], ground: str
) -> None:
    path = profile(decks, "pale", *lines)
    (told,) = checked(decks)
    assert (told.code, str(told.where)) == ("SP315", f"{path}:2:9")
    assert f"{contrast('#ff9a00', ground):.2f} : 1 on {ground}" in told.message
    (better,) = re.findall(r"same hue, (#\w{6}) has", told.hint)
    assert contrast(better, ground) >= READABLE
    profile(decks, "pale", f'accent: "{better}"', *lines[1:])
    assert codes(decks) == []


def test_an_accent_that_passes_on_white_may_fail_on_a_tint(decks: Path) -> None:
    profile(decks, "grey", 'accent: "#767676"')
    assert codes(decks) == []
    profile(decks, "grey", 'accent: "#767676"', "type: dyslexia")
    assert codes(decks) == ["SP315"]
    profile(decks, "grey", 'accent: "#767676"', "type: dyslexia", "ink: black-and-white")
    assert codes(decks) == []


def test_a_logo_needs_an_institution(decks: Path) -> None:
    out = io.BytesIO()
    Image.new("RGB", (40, 20)).save(out, "PNG")
    (decks / "courses/logo.png").write_bytes(out.getvalue())
    path = profile(decks, "a", "logo: logo.png")
    (told,) = checked(decks)
    assert (told.code, str(told.where)) == ("SP316", f"{path}:2:7")
    profile(decks, "a", "logo: logo.png", "institution: Birk Academy")
    assert codes(decks) == []


def test_a_logo_in_other_capitals_is_guessed(decks: Path) -> None:
    (decks / "courses/logo.png").write_bytes(b"")
    profile(decks, "a", "logo: Logo.PNG", "institution: Birk Academy")
    (told,) = checked(decks)
    assert told.message == "'Logo.PNG' is not there; did you mean \"logo.png\"?"


@pytest.fixture
def georgian(decks: Path) -> Path:
    """The decks with a Georgian name, a course that has a font for it, and one that has none."""
    story = decks / "lantern/story.yaml"
    text = story.read_text("utf-8")
    story.write_text(text.replace("name: Tom Ember", f"name: Tom Ember {GEORGIAN}", 1), "utf-8")
    (decks / "courses/g.ttf").write_bytes(tiny_font("Tiny Georgian", GEORGIAN))
    profile(decks, "has", "fonts: [g.ttf]", f"title: Light {GEORGIAN}")
    profile(decks, "lacks")
    profile(decks, "too")
    return decks


def line_at(told: Diagnostic) -> str:
    return Path(told.where.file).read_text("utf-8").splitlines()[told.where.line - 1]


def test_a_character_without_a_glyph_is_told_with_the_courses_that_lack_it(
    georgian: Path,
) -> None:
    found = checked(georgian)
    assert {d.code for d in found} == {"SP225"}
    assert len(found) == len(set(GEORGIAN))
    first = next(d for d in found if "'ქ'" in d.message)
    assert "no font of the courses lacks, too has the character 'ქ' (U+10E5)" in first.message
    assert "Tom Ember" in line_at(first)


def test_it_is_no_finding_where_every_course_has_a_font_for_it(georgian: Path) -> None:
    profile(georgian, "lacks", "fonts: [g.ttf]")
    profile(georgian, "too", "fonts: [g.ttf]")
    assert codes(georgian) == []


def test_a_summary_can_name_the_font_for_all_its_courses(georgian: Path) -> None:
    header = georgian / "lantern/summary.yaml"
    text = header.read_text("utf-8")
    header.write_text(
        text.replace("summary:\n", "summary:\n  courses: {fonts: [g.ttf]}\n"), "utf-8"
    )
    assert codes(georgian) == []


def test_a_summary_looked_at_alone_must_be_printable_for_all_its_courses(georgian: Path) -> None:
    found = examined([georgian / "lantern"], [], {})[1]
    assert "courses lacks, too" in found[0].message


@pytest.mark.parametrize(
    ("file", "old"), [("sources.json", "Lights of an"), ("story.yaml", "name: Tom Ember")]
)
def test_without_fonts_of_its_own_a_course_has_the_bundled_ones(
    decks: Path, file: str, old: str
) -> None:
    path = decks / "lantern" / file
    path.write_text(path.read_text("utf-8").replace(old, f"{old} 火", 1), "utf-8")
    (told,) = checked(decks)
    assert (told.code, told.where.file) == ("SP225", str(path))
    assert "no font of the course full has the character '火' (U+706B)" in told.message
    assert "火" in line_at(told)


def test_a_course_is_built_although_another_lacks_a_font(georgian: Path, tmp_path: Path) -> None:
    chosen, _ = targets(georgian, ["has", "lacks"])
    made = build(chosen, ("deck",), tmp_path / "out", Listener(), now=1_790_000_000)
    assert [written.course for written in made.written] == ["has"]
    told = [d for d in made.diagnostics if d.severity == "error"]
    assert {d.code for d in told} == {"SP225"}
    assert all("the course lacks" in d.message for d in told)


def test_what_a_summary_has_none_of_is_told_in_words(decks: Path) -> None:
    story = decks / "lantern/story.yaml"
    story.write_text(re.sub("^    flags: .*\n", "", story.read_text("utf-8"), flags=re.M), "utf-8")
    profile(decks, "calm", "selection: {without: [violence]}")
    (told,) = checked(decks)
    assert (told.code, told.hint) == ("SP311", "The summary has: none.")
