"""Whole builds: YAML in, three files out that agree with each other."""

from __future__ import annotations

import io
import re
import shutil
import sqlite3
import textwrap
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
import pytest

from studypack.build import Outcome, Written, build, planning
from studypack.build.unit import Unit
from studypack.catalogue import NotThereError, targets
from studypack.outputs import USUAL
from studypack.reading import Reading, Setting, read_summary
from tests.conftest import PACKS

NOW = 1_790_000_000


@dataclass
class Listener:
    """A reporter that remembers what it was told."""

    started: list[str] = field(default_factory=list)
    ended: list[Written] = field(default_factory=list)

    def plans(self, count: int) -> None:
        pass

    def starts(self, unit: Unit) -> None:
        self.started.append(str(unit))

    def ends(self, written: Written) -> None:
        self.ended.append(written)


def built(decks: Path, out: Path, *, only: tuple[str, ...] = USUAL, now: int = NOW,
          locked: bool = False) -> Outcome:  # fmt: skip
    found, diagnostics = targets(decks, ())
    assert diagnostics == []
    return build(found, only, out, Listener(), now=now, locked=locked)


def pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).replace("\ufffe", "").split())


def deck_text(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        data = archive.read("collection.anki2")
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    rows = connection.execute("select flds from notes").fetchall()
    connection.close()
    return re.sub(r"<[^>]*>|\x1f", " ", " ".join(row[0] for row in rows))


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("decks")
    shutil.copytree(PACKS / "lantern", folder / "lantern")
    return folder


@pytest.mark.xdist_group("build")
def test_a_date_stands_in_one_place_and_all_files_follow(decks: Path, tmp_path: Path) -> None:
    before = built(decks, tmp_path / "before")
    assert [d for d in before.diagnostics if d.severity == "error"] == []
    story = decks / "lantern/story.yaml"
    story.write_text(
        story.read_text("utf-8").replace("date: 1787-03-05/1787-03-06", "date: 1787-03-10"), "utf-8"
    )
    after = built(decks, tmp_path / "after", now=NOW + 5)
    names = [w.path.name for w in before.written]
    assert names == [w.path.name for w in after.written]
    assert names == [
        "lantern-full-briefing.pdf", "lantern-full-handout.pdf", "lantern-full-poster.pdf",
        "lantern-full-poster-tiled-a4.pdf", "lantern-full-deck.apkg",
    ]  # fmt: skip
    briefing, handout, poster, _, deck = (w.path for w in after.written)
    assert "10 March 1787" in pdf_text(briefing)
    assert "10 March 1787" in pdf_text(handout)
    assert "10 March 1787" in deck_text(deck)
    assert "5–6 March 1787" not in pdf_text(briefing) + pdf_text(handout) + deck_text(deck)
    # the poster says the day by the row, so the title stands after the 9th and before the 11th
    text = pdf_text(poster)
    assert _row_of(text, "The brig Swift is wrecked") == 10
    assert _row_of(pdf_text(before.written[2].path), "The brig Swift is wrecked") == 5


def _row_of(text: str, title: str) -> int:
    """The day whose heading stands last before the title."""
    day = r"\b(\d{1,2})\s+(?:Mar\s+)?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b"
    days = re.findall(day, text[: text.index(title)])
    return int(days[-1])


@pytest.mark.parametrize("pack", ["lantern", "six"])
@pytest.mark.xdist_group("build")
def test_another_subject_is_another_folder(pack: str, tmp_path: Path) -> None:
    """Two lanes without a needle, six lanes with one: no line of code knows either."""
    shutil.copytree(PACKS / pack, tmp_path / "decks" / pack)
    outcome = built(tmp_path / "decks", tmp_path / "out")
    assert [d for d in outcome.diagnostics if d.severity == "error"] == []
    poster = pdf_text(tmp_path / "out/full" / f"{pack}-full-poster.pdf")
    for title in ("Oil doubles in price", "Birk puts out the light", "Alder", "Birk"):
        assert title in poster
    assert ("Town 6 hears of it" in poster) == (pack == "six")


@pytest.mark.xdist_group("build")
def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    first = built(tmp_path / "decks", tmp_path / "one")
    second = built(tmp_path / "decks", tmp_path / "two", now=NOW + 86_400)
    assert [w.path.read_bytes() for w in first.written] == [
        w.path.read_bytes() for w in second.written
    ]


def test_a_summary_with_errors_builds_nothing_and_keeps_the_last_good_files(tmp_path: Path) -> None:
    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    out = tmp_path / "out"
    built(tmp_path / "decks", out, only=("deck",))
    good = (out / "full/lantern-full-deck.apkg").read_bytes()
    story = tmp_path / "decks/lantern/story.yaml"
    story.write_text(story.read_text("utf-8").replace("date: 1787-03-01", "date: 1787-02-30"))
    outcome = built(tmp_path / "decks", out, only=("deck",))
    assert [d.code for d in outcome.diagnostics] == ["SP103"]
    assert outcome.written == []
    assert (out / "full/lantern-full-deck.apkg").read_bytes() == good
    assert sorted(p.name for p in (out / "full").iterdir()) == [
        "lantern-full-deck.apkg",
        "lantern-full-manifest.json",
    ]


def test_of_two_summaries_of_one_namespace_a_build_makes_neither(tmp_path: Path) -> None:
    decks = tmp_path / "decks"
    for name in ("lamp", "lantern"):
        shutil.copytree(PACKS / "lantern", decks / name)
    shutil.copytree(PACKS / "six", decks / "six")
    (decks / "courses").mkdir()
    for course, summary in (("a", "lantern"), ("b", "lamp"), ("c", "six")):
        (decks / f"courses/{course}.yaml").write_text(f"summary: {summary}\n", "utf-8")
    outcome = built(decks, tmp_path / "out", only=("deck",))
    assert [written.course for written in outcome.written] == ["c"]
    (told,) = (d for d in outcome.diagnostics if d.severity == "error")
    assert (told.code, told.where.file) == ("SP309", str(decks / "lantern/summary.yaml"))
    assert 'the summary "lamp" has the namespace "tests/lantern" too' in told.message
    header = decks / "lamp/summary.yaml"
    header.write_text(header.read_text("utf-8").replace("tests/lantern", "lamp"), "utf-8")
    outcome = built(decks, tmp_path / "out", only=("deck",))
    assert [written.course for written in outcome.written] == ["a", "b", "c"]


def test_a_build_of_one_course_reads_its_summary_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("lamp", "lantern"):
        shutil.copytree(PACKS / "lantern", tmp_path / "decks" / name)
    (tmp_path / "decks/courses").mkdir()
    (tmp_path / "decks/courses/a.yaml").write_text("summary: lantern\n", "utf-8")
    read: list[str] = []

    def reading(folder: Path) -> Reading:
        read.append(folder.name)
        return read_summary(folder)

    monkeypatch.setattr(planning, "read_summary", reading)
    chosen, _ = targets(tmp_path / "decks", ["a"])
    assert build(chosen, ("deck",), tmp_path / "out", Listener(), now=NOW).written
    assert read == ["lantern"]


def test_the_ledger_is_written_once_and_then_left_alone(tmp_path: Path) -> None:
    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    first = built(tmp_path / "decks", tmp_path / "out", only=("deck",))
    assert [d.code for d in first.diagnostics] == ["SP305"]
    ledger = tmp_path / "decks/lantern/ledger.json"
    before = ledger.read_bytes()
    second = built(tmp_path / "decks", tmp_path / "out", only=("deck",), now=NOW + 99, locked=True)
    assert second.diagnostics == []
    assert ledger.read_bytes() == before


def test_locked_names_what_would_change_and_builds_nothing(tmp_path: Path) -> None:
    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    built(tmp_path / "decks", tmp_path / "out", only=("deck",))
    story = tmp_path / "decks/lantern/story.yaml"
    story.write_text(story.read_text("utf-8").replace("Nine sailors drown.", "Ten sailors drown."))
    outcome = built(tmp_path / "decks", tmp_path / "two", only=("deck",), locked=True)
    assert [d.code for d in outcome.diagnostics] == ["SP304"]
    assert "wreck" in outcome.diagnostics[0].message
    assert not (tmp_path / "two").exists()


def test_an_id_that_vanishes_is_an_error(tmp_path: Path) -> None:
    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    built(tmp_path / "decks", tmp_path / "out", only=("deck",))
    story = tmp_path / "decks/lantern/story.yaml"
    story.write_text(story.read_text("utf-8").replace("id: pamphlet", "id: pamflet"))
    outcome = built(tmp_path / "decks", tmp_path / "out", only=("deck",))
    assert {d.code for d in outcome.diagnostics} == {"SP303"}
    assert 'did you mean "date/pamflet"?' in outcome.diagnostics[0].message


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 99}', "<<<<<<< HEAD\n{}"])
def test_a_mangled_ledger_is_a_message(tmp_path: Path, text: str) -> None:
    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    (tmp_path / "decks/lantern/ledger.json").write_text(text)
    outcome = built(tmp_path / "decks", tmp_path / "out", only=("deck",))
    assert outcome.written == []
    assert [d.code for d in outcome.diagnostics] in (["SP302"], ["SP008"])


def test_a_course_selects_and_names_its_files(tmp_path: Path) -> None:
    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    profiles = tmp_path / "decks/courses"
    profiles.mkdir()
    (profiles / "calm.yaml").write_text("summary: lantern\nselection: {without: [violence]}\n")
    outcome = built(tmp_path / "decks", tmp_path / "out", only=("deck",))
    (written,) = outcome.written
    assert written.path == tmp_path / "out/calm/lantern-calm-deck.apkg"
    assert "The brig Swift is wrecked" not in deck_text(written.path)


def test_the_course_in_the_readme(tmp_path: Path) -> None:
    """Only one crisis, and without the violent passages."""
    root = Path(__file__).parents[2]
    readme = (root / "README.md").read_text("utf-8")
    profile = textwrap.dedent(readme[readme.index("       summary: 1956") :].split("\n\n")[0])
    shutil.copytree(root / "decks/1956", tmp_path / "decks/1956")
    (tmp_path / "decks/courses").mkdir()
    (tmp_path / "decks/courses/mine.yaml").write_text(profile, "utf-8")
    outcome = built(tmp_path / "decks", tmp_path / "out", only=("deck",))
    (written,) = outcome.written
    text = deck_text(written.path)
    assert "Gomułka" in text
    assert "Republic Square" not in text


def test_profiles_with_mistakes_are_told(tmp_path: Path) -> None:
    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    profiles = tmp_path / "decks/courses"
    profiles.mkdir()
    (profiles / "a.yaml").write_text("summary: lanterne\n")
    (profiles / "b.yaml").write_text("sumary: lantern\n")
    found, diagnostics = targets(tmp_path / "decks", ())
    assert {d.code for d in diagnostics} == {"SP301", "SP101", "SP102"}
    assert any('did you mean "lantern"?' in d.message for d in diagnostics)
    with pytest.raises(NotThereError, match='no course "c"'):
        targets(tmp_path / "decks", ["c"])
    assert [t.course.id for t in found] == ["full"]


@pytest.mark.parametrize("name", ["My Subject", "a" * 61, "\udcff"])
def test_a_folder_whose_name_cannot_be_an_id_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    shutil.copytree(PACKS / "lantern", tmp_path / "lantern")
    found, told = targets(tmp_path, ())
    assert [t.folder.name for t in found] == ["lantern"]
    assert [(d.code, d.where.file) for d in told] == [("SP103", str(tmp_path / name))]


def test_a_selection_of_what_does_not_exist_builds_nothing(tmp_path: Path) -> None:
    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    (tmp_path / "decks/courses").mkdir()
    profile = tmp_path / "decks/courses/a.yaml"
    profile.write_text(
        "summary: lantern\nselection:\n  topics: [light, oill]\n  crises: [war]\n"
        "  theatres: [sea]\n  include: [wrek]\n  without: [gore]\n"
    )
    outcome = built(tmp_path / "decks", tmp_path / "out", only=("deck",))
    told = [(d.code, str(d.where).removeprefix(f"{profile}:"), d.message.split("`")[0].strip())
            for d in outcome.diagnostics if d.severity == "error"]  # fmt: skip
    assert told == [
        ("SP311", "4:12", 'unknown crisis "war" in'),
        ("SP311", "5:14", 'unknown theatre "sea" in'),
        ("SP311", "3:19", 'unknown topic "oill" in'),
        ("SP311", "6:13", 'unknown item or topic "wrek" in'),
        ("SP311", "7:13", 'unknown content flag "gore" in'),
    ]
    assert outcome.written == []


def test_a_part_that_no_briefing_has_is_told_with_those_that_it_has(tmp_path: Path) -> None:
    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    (tmp_path / "decks/courses").mkdir()
    profile = tmp_path / "decks/courses/a.yaml"
    profile.write_text("summary: lantern\nwithout_parts: [people, chronologie]\n")
    outcome = built(tmp_path / "decks", tmp_path / "out", only=("briefing",))
    (told,) = [d for d in outcome.diagnostics if d.severity == "error"]
    assert (told.code, str(told.where)) == ("SP313", f"{profile}:2:25")
    assert 'unknown part "chronologie"' in told.message
    assert "chronology" in told.hint
    assert outcome.written == []


def test_a_course_in_letters_that_no_font_has(tmp_path: Path) -> None:
    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    (tmp_path / "decks/courses").mkdir()
    (tmp_path / "decks/courses/a.yaml").write_text("summary: lantern\ntitle: Light 火\n", "utf-8")
    outcome = built(tmp_path / "decks", tmp_path / "out", only=("deck",))
    errors = [d for d in outcome.diagnostics if d.severity == "error"]
    assert [(d.code, d.where.line, d.where.column) for d in errors] == [("SP225", 2, 8)]
    assert outcome.written == []


def test_no_summary_at_all(tmp_path: Path) -> None:
    with pytest.raises(NotThereError, match="no summary"):
        targets(tmp_path, ())


def test_the_wheel_carries_templates_and_the_summary(tmp_path: Path) -> None:
    import subprocess
    import sys

    root = Path(__file__).parents[2]
    subprocess.run(
        [sys.executable, "-m", "pip", "--quiet", "wheel", "--no-deps", "--no-build-isolation",
         "--wheel-dir", str(tmp_path), str(root)],
        check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("*.whl")
    inside = tmp_path / "installed"
    with zipfile.ZipFile(io.BytesIO(wheel.read_bytes())) as archive:
        archive.extractall(inside)
    run = subprocess.run(
        [sys.executable, "-m", "studypack", "build", "--only", "deck", "--quiet"],
        cwd=tmp_path, env={"PYTHONPATH": str(inside), "PATH": ""}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert len(list((tmp_path / "out").glob("*/*-deck.apkg"))) >= 1


def test_warnings_about_cards_are_told(tmp_path: Path) -> None:
    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    story = tmp_path / "decks/lantern/story.yaml"
    title = "title: The brig Swift is wrecked"
    text = story.read_text("utf-8").replace(title, "title: Oil doubles in price")
    story.write_text(text, "utf-8")
    outcome = built(tmp_path / "decks", tmp_path / "out", only=("deck",))
    (found,) = (d for d in outcome.diagnostics if d.code == "SP512")
    assert (found.severity, found.where.file) == ("warning", str(story))
    assert "date/oil-price and date/wreck" in found.message
    assert outcome.written


@pytest.mark.xdist_group("build")
def test_cards_for_those_without_anki(tmp_path: Path) -> None:
    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    outcome = built(tmp_path / "decks", tmp_path / "out", only=("cards",))
    assert {w.path.name: w.file.holds for w in outcome.written} == {
        "lantern-full-notes.tsv": "11 notes",
        "lantern-full-cards.tsv": "18 cards",
        "lantern-full-cards.pdf": "3 sheets",
    }
    text = pdf_text(outcome.written[2].path)
    assert "When? Oil doubles in price 1 March 1787, morning" in text


@pytest.mark.parametrize(
    ("poster", "place"),
    [("size: 3x3A5", "3:9"), ("size: 3x3A4\n  orientation: landscape", "4:16")],
)
def test_a_size_that_no_poster_has_is_told_where_it_stands(
    tmp_path: Path, poster: str, place: str
) -> None:
    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    (tmp_path / "decks/courses").mkdir()
    profile = tmp_path / "decks/courses/a.yaml"
    profile.write_text(f"summary: lantern\nposter:\n  {poster}\n")
    outcome = built(tmp_path / "decks", tmp_path / "out", only=("poster",))
    (told,) = [d for d in outcome.diagnostics if d.severity == "error"]
    assert (told.code, str(told.where)) == ("SP312", f"{profile}:{place}")
    assert outcome.written == []


def test_what_two_courses_of_one_name_leave_out_is_told_of_both(tmp_path: Path) -> None:
    for pack in ("lantern", "six"):
        shutil.copytree(PACKS / pack, tmp_path / "decks" / pack)
    found, _ = targets(tmp_path / "decks", (), [Setting.parse("selection.importance=2")])
    one, other, both = (
        build(chosen, (), tmp_path / "out", Listener(), now=NOW).left_out["full"]
        for chosen in (found[:1], found[1:], found)
    )
    assert one
    assert both == (*one, *other)
