"""``--set``: a field of the profile and its value, as YAML, but for plain words with signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from studypack.catalogue import dressed, targets
from studypack.reading import Setting, read_course, read_summary
from tests.conftest import PACKS


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text("summary: lantern\npaper: Letter\nposter: {size: A3}\n")
    return path


@pytest.mark.parametrize(
    ("given", "field", "value"),
    [
        ("accent=#1f4e79", "accent", "#1f4e79"),
        ("title=History: a course", "title", "History: a course"),
        ('title="Quoted: too"', "title", "Quoted: too"),
        ("paper=A4", "paper", "A4"),
        ("poster.size=A1", "poster.size", "A1"),
        ("selection.importance=2", "selection.importance", 2),
        ("without_parts=[index, colophon]", "without_parts", ("index", "colophon")),
    ],
)
def test_a_setting_stands_above_the_profile(
    profile: Path, given: str, field: str, value: object
) -> None:
    found = read_course(profile, [Setting.parse(given)])
    assert found.diagnostics == []
    here: object = found.course
    for step in field.split("."):
        here = getattr(here, step)
    assert here == value


def test_what_is_not_set_is_as_in_the_profile(profile: Path) -> None:
    course = read_course(profile, [Setting.parse("poster.tiling=A4")]).course
    assert course is not None
    assert (course.paper, course.poster.size, course.poster.tiling) == ("Letter", "A3", "A4")


@pytest.mark.parametrize("given", ["title=", "paper= "])
def test_a_setting_without_a_value_is_told_as_a_setting(profile: Path, given: str) -> None:
    (told,) = read_course(profile, [Setting.parse(given)]).diagnostics
    assert (told.code, str(told.where)) == ("SP103", f"--set {given.rstrip(' =')}")
    assert told.hint.endswith("With nothing to say, leave it out.")


@pytest.mark.parametrize(
    ("given", "code"),
    [("papr=A4", "SP101"), ("paper=A5", "SP103"), ("selection.importance=often", "SP103"),
     ("poster={size", "SP004")],
)  # fmt: skip
def test_a_wrong_setting_is_told_as_a_setting(profile: Path, given: str, code: str) -> None:
    (finding, *_) = read_course(profile, [Setting.parse(given)]).diagnostics
    assert finding.code in {code, "SP003"}
    assert finding.where.file.startswith("--set ")


def test_a_number_where_a_text_is_set_needs_quotes_that_no_shell_takes_off(profile: Path) -> None:
    (found,) = read_course(profile, [Setting.parse("term=2027")]).diagnostics
    assert found.message.endswith("""; write --set term='"2027"'""")
    told = read_course(profile, [Setting.parse('term="2027"')])
    assert told.course is not None
    assert told.course.term == "2027"


def test_a_size_that_no_poster_has_is_told_as_a_setting(tmp_path: Path) -> None:
    (tmp_path / "lantern").symlink_to(PACKS / "lantern")
    (target,), _ = targets(tmp_path, (), [Setting.parse("poster.size=A9")])
    _, told = dressed(target, read_summary(PACKS / "lantern"))
    assert [(d.code, d.where.file) for d in told] == [("SP312", "--set poster.size")]


def test_the_place_of_what_is_set_is_the_setting_up_to_its_first_field(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("summary: lantern\ntitle: Mine\n")
    found = read_course(path, [Setting.parse("title.x=3")])
    assert [d.where.file for d in found.diagnostics] == ["--set title.x"]


@pytest.mark.parametrize("names", [(), ("mine",)])
def test_a_wrong_setting_is_told_once_whether_or_not_its_course_is_named(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    (tmp_path / "lantern").symlink_to(PACKS / "lantern")
    (tmp_path / "courses").mkdir()
    for name in ("mine", "yours"):
        (tmp_path / f"courses/{name}.yaml").write_text("summary: lantern\n")
    found, told = targets(tmp_path, names, [Setting.parse("papr=A4")])
    assert found == []
    assert [(d.code, d.where.file) for d in told] == [("SP101", "--set papr")]


@pytest.mark.parametrize("given", ["id=other", "summary=other", "id.x=1"])
def test_what_tells_which_course_it_is_cannot_be_set(given: str) -> None:
    with pytest.raises(ValueError, match="which course it is"):
        Setting.parse(given)


@pytest.mark.parametrize("name", ["Röme", "my course"])
def test_a_file_whose_name_can_be_no_id_is_told_as_that(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.yaml"
    path.write_text("summary: lantern\n")
    (told,) = read_course(path).diagnostics
    assert (told.code, str(told.where)) == ("SP103", str(path))
    assert told.message == "the name of the file cannot be the id of a course"
    assert told.hint.startswith("Rename it")


def test_a_colour_without_its_sign_is_told_with_one_that_has_it(profile: Path) -> None:
    (told,) = read_course(profile, [Setting.parse("accent=1f4e79")]).diagnostics
    assert "a colour like #1f4e79" in told.message


def test_an_id_in_a_profile_is_the_name_of_its_file(profile: Path) -> None:
    text = profile.read_text()
    profile.write_text(f"{text}id: mine\n")
    assert read_course(profile).diagnostics == []
    profile.write_text(f"{text}id: other\n")
    (told,) = read_course(profile).diagnostics
    assert (told.code, str(told.where)) == ("SP103", f"{profile}:4:5")
    assert told.message == 'the id is "other", the file is called "mine"'
    profile.write_text(f"{text}id:\n")
    (told,) = read_course(profile).diagnostics
    assert told.message == 'the id is "", the file is called "mine"'


@pytest.mark.parametrize("given", ["paper", "=A4", "poster.=A1", ""])
def test_what_is_no_setting(given: str) -> None:
    with pytest.raises(ValueError, match="is not of the form"):
        Setting.parse(given)
