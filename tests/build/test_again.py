"""What a second build does: only what would differ is made again, and it is said why."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from studypack.build import Outcome, build
from studypack.catalogue import targets
from studypack.cli.printing import explain
from studypack.flashcards.ledger import updated
from studypack.ledger import Ledger
from studypack.poster.reads import reads
from studypack.poster.render import render
from studypack.product import NOTHING, Blank, Wishes
from studypack.reading import Setting
from studypack.select import full_course, select
from studypack.summary.base import Model
from studypack.summary.summary import Summary
from tests.build.test_build import NOW, Listener
from tests.conftest import PACKS

pytestmark = pytest.mark.xdist_group("again")
ALL = ("briefing", "handout", "poster", "deck")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with decks/ and out/, built once; one course is the other but for its name."""
    root = tmp_path_factory.mktemp("first")
    shutil.copytree(PACKS / "lantern", root / "decks/lantern")
    (root / "decks/courses").mkdir()
    (root / "decks/courses/a.yaml").write_text("summary: lantern\n")
    (root / "decks/courses/b.yaml").write_text("summary: lantern\ntitle: The other\n")
    built(root)
    return root


@pytest.fixture
def root(first: Path, tmp_path: Path) -> Path:
    return shutil.copytree(first, tmp_path / "root")


def built(root: Path, *settings: str, now: int = NOW, wishes: Wishes = NOTHING) -> Outcome:
    found, diagnostics = targets(root / "decks", (), [Setting.parse(s) for s in settings])
    assert diagnostics == []
    return build(found, ALL, root / "out", Listener(), now=now, wishes=wishes)


def made(outcome: Outcome) -> dict[str, str]:
    """The outputs that were made again, and why."""
    return {f"{d.course}/{d.output}": d.why for d in outcome.decisions if d.why}


def edited(root: Path, file: str, old: str, new: str) -> None:
    path = root / "decks/lantern" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_where_nothing_changed_nothing_is_made_and_all_files_are_listed(root: Path) -> None:
    times = {p: p.stat().st_mtime_ns for p in (root / "out").rglob("*")}
    outcome = built(root, now=NOW + 90 * 24 * 3600)
    assert made(outcome) == {}
    assert len(outcome.written) == 10
    assert {p: p.stat().st_mtime_ns for p in (root / "out").rglob("*")} == times


def test_an_edition_that_is_no_longer_wished_for_goes_with_the_next_build(root: Path) -> None:
    before = {path.name for path in (root / "out/a").iterdir()}
    built(root, wishes=Wishes(Blank.DATES, print_shop=True))
    more = {path.name for path in (root / "out/a").iterdir()} - before
    assert more >= {"lantern-a-poster-print-shop.pdf"}
    assert len(more) > 2
    own = root / "out/a" / min(more - {"lantern-a-poster-print-shop.pdf"})
    own.write_bytes(b"written on by hand")
    built(root)
    assert {path.name for path in (root / "out/a").iterdir()} == before | {own.name}


def test_what_prints_no_title_is_made_once_for_both_courses(first: Path, tmp_path: Path) -> None:
    listener = Listener()
    found, _ = targets(first / "decks", ())
    build(found, ("deck",), tmp_path, listener, now=NOW)
    assert listener.started == ["a/deck"]
    decks = [(tmp_path / name / f"lantern-{name}-deck.apkg").read_bytes() for name in "ab"]
    assert decks[0] == decks[1]


def test_a_new_course_takes_what_lies_there(root: Path) -> None:
    (root / "decks/courses/c.yaml").write_text("summary: lantern\n")
    listener = Listener()
    found, _ = targets(root / "decks", ("a", "c"))
    outcome = build(found, ALL, root / "out", listener, now=NOW)
    assert listener.started == []
    assert {w.course for w in outcome.written} == {"a", "c"}
    files = sorted(p.name for p in (root / "out/c").iterdir())
    assert "lantern-c-briefing.pdf" in files
    assert built(root).decisions == [d for d in built(root).decisions if not d.why]


@pytest.mark.parametrize(
    ("file", "old", "new", "outputs"),
    [
        ("story.yaml", "nine sailors drowned", "ten sailors drowned", set(ALL)),
        ("story.yaml", "Nine sailors drown.", "Ten drown.", {"briefing", "handout", "deck"}),
        ("summary.yaml", "title: The price of oil", "title: The price of lamp oil", set(ALL)),
    ],
)
def test_a_corrected_fact_makes_what_prints_it(
    root: Path, file: str, old: str, new: str, outputs: set[str]
) -> None:
    edited(root, file, old, new)
    assert set(made(built(root))) == {f"{c}/{o}" for c in "ab" for o in outputs}


def test_a_poster_is_left_alone_by_what_it_does_not_print(root: Path) -> None:
    files = {p.name: p.read_text("utf-8") for p in (root / "decks/lantern").glob("*.yaml")}
    name, text = next((n, t) for n, t in files.items() if "meaning:" in t)
    old = re.search(r"meaning: (.*)", text)
    assert old
    edited(root, name, old[0], old[0].rstrip('"') + " Corrected." + '"' * old[0].endswith('"'))
    why = made(built(root, now=NOW + 10))
    assert set(why) == {f"{c}/{o}" for c in "ab" for o in ("briefing", "handout", "deck")}
    assert "birk-council changed" in why["a/briefing"]


def test_a_wish_of_the_course_makes_what_dresses_by_it(root: Path) -> None:
    why = made(built(root, "poster.size=A3"))
    assert set(why) == {"a/poster", "b/poster"}
    assert why["a/poster"] == 'course poster was not set, is {"size": "A3"}'
    why = made(built(root, "poster.size=A3", "paper=Letter"))
    assert set(why) == {f"{c}/{o}" for c in "ab" for o in ("briefing", "handout", "poster")}
    sheets = [p.name for p in (root / "out/a").glob("*tiled*")]
    assert sheets == ["lantern-a-poster-tiled-letter.pdf"]


def test_a_file_that_is_gone_or_spoiled_is_made_again(root: Path) -> None:
    (root / "out/a/lantern-a-deck.apkg").unlink()
    (root / "out/b/lantern-b-briefing.pdf").write_bytes(b"%PDF-")
    why = made(built(root))
    assert why == {
        "a/deck": "lantern-a-deck.apkg is missing",
        "b/briefing": "lantern-b-briefing.pdf is not as it was written",
    }
    assert made(built(root)) == {}


def test_what_cannot_be_made_is_not_told_as_made(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "decks/courses/b.yaml").write_text("summary: lantern\nselection: {topics: [oil]}\n")
    edited(root, "summary.yaml", "from: 1787-03-01, to", "from: 1787-03-02, to")
    explain(d for d in built(root).decisions if d.output == "poster")
    told = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[:2] for line in told] == [
        ["a/poster", "made"],
        ["b/poster", "could not be made, as told above"],
    ]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 99}', "\0"])
def test_a_manifest_that_cannot_be_read_is_as_none(root: Path, text: str) -> None:
    (root / "out/a/lantern-a-manifest.json").write_text(text)
    assert set(made(built(root))) == {f"a/{output}" for output in ALL}
    assert made(built(root)) == {}


def test_the_inputs_of_a_poster_are_all_that_it_prints(lantern: Summary) -> None:
    """With every field that does not count made another, not a byte changes."""
    from studypack.poster.reads import NOT_PRINTED

    def other(item: Any) -> Any:
        fields = next(f for kind, f in NOT_PRINTED.items() if isinstance(item, kind))
        return item.model_copy(
            update={
                name: f"{getattr(item, name)} Another thing altogether."
                for name in fields & type(item).model_fields.keys()
                if isinstance(getattr(item, name), str)
            }
        )

    def all_other(items: tuple[Model, ...]) -> tuple[Any, ...]:
        return tuple(map(other, items))

    kinds = ("events", "decisions", "people", "terms", "disputes")
    strange = Summary(
        **{
            name: all_other(getattr(lantern, name)) if name in kinds else getattr(lantern, name)
            for name in Summary.model_fields
        }
    )
    assert strange != lantern
    packs = [select(summary, full_course("lantern")) for summary in (lantern, strange)]
    hashes = updated(Ledger(), lantern, NOW).hashes
    one, two = (reads(pack, hashes, NOTHING) for pack in packs)
    assert one == two
    one_file, two_file = (render(pack)[0].data for pack in packs)
    assert one_file == two_file


def test_sheets_of_other_paper_go_unless_someone_has_changed_them(root: Path) -> None:
    name = "lantern-{}-poster-tiled-a4.pdf"
    (root / "out/a" / name.format("a")).write_bytes(b"with my own notes on it")
    built(root, "paper=Letter")
    assert (root / "out/a" / name.format("a")).exists()
    assert not (root / "out/b" / name.format("b")).exists()
