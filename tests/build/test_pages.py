"""When a pack's page and zip file are made, and what they are made from."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from studypack.build import Outcome, add_pages, build
from studypack.build.clearing import clear
from studypack.catalogue import targets
from studypack.pictures import PAGES_OF_SHEET, Shots, with_pictures
from studypack.product import Product
from tests.build.test_build import NOW, Listener
from tests.conftest import PACKS

pytestmark = pytest.mark.xdist_group("pages")
QUICK = ("deck", "cards")


def built(
    root: Path, *courses: str, only: tuple[str, ...] = QUICK, zipped: bool = False, now: int = NOW
) -> Outcome:
    found, diagnostics = targets(root / "decks", courses)
    assert diagnostics == []
    outcome = build(found, only, root / "out", Listener(), now=now)
    add_pages(outcome, root / "out", Listener(), zipped=zipped)
    return outcome


def made(outcome: Outcome) -> dict[str, str]:
    return {f"{d.course}/{d.output}": d.why for d in outcome.decisions if d.why}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("first")
    shutil.copytree(PACKS / "lantern", root / "decks/lantern")
    built(root)
    return root


@pytest.fixture
def root(first: Path, tmp_path: Path) -> Path:
    return shutil.copytree(first, tmp_path / "root")


def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_page_is_made_with_the_first_output_and_left_alone_while_nothing_changes(
    first: Path, root: Path
) -> None:
    assert (first / "out/full/index.html").is_file()
    assert made(built(root, now=NOW + 1000)) == {}


def test_a_page_tells_what_lies_there_whichever_build_made_it(root: Path) -> None:
    page = root / "out/full/index.html"
    (root / "out/full/lantern-full-cards.pdf").unlink()
    why = made(built(root, only=("deck",)))
    assert why == {"full/page": "file lantern-full-cards.pdf is gone"}
    assert "lantern-full-cards.pdf" not in page.read_text("utf-8")
    assert "lantern-full-cards.tsv" in page.read_text("utf-8")


def test_a_corrected_card_makes_deck_and_page_again(root: Path) -> None:
    story = root / "decks/lantern/story.yaml"
    text = story.read_text("utf-8")
    story.write_text(text.replace("Oil doubles in price", "Oil is twice as dear"), "utf-8")
    why = made(built(root, only=("deck",), now=NOW + 9))
    assert set(why) == {"full/deck", "full/page"}
    assert "Oil is twice as dear" in (root / "out/full/index.html").read_text("utf-8")


def test_a_list_of_changes_that_comes_or_goes_makes_the_page_again(root: Path) -> None:
    (root / "out/full/CHANGES.md").write_text("- One **thing**\n", "utf-8")
    assert made(built(root)) == {"full/page": "CHANGES.md changed"}
    assert "<strong>thing</strong>" in (root / "out/full/index.html").read_text("utf-8")
    (root / "out/full/CHANGES.md").unlink()
    assert made(built(root)) == {"full/page": "CHANGES.md changed"}


def test_a_summary_with_errors_leaves_its_page(root: Path) -> None:
    story = root / "decks/lantern/story.yaml"
    story.write_text(story.read_text("utf-8").replace("kind: violence", "kind: riot"), "utf-8")
    before = (root / "out/full/index.html").read_bytes()
    assert built(root).plans == []
    assert (root / "out/full/index.html").read_bytes() == before


def test_a_zip_holds_what_a_course_site_needs(root: Path) -> None:
    (root / "out/full/CHANGES.md").write_text("- One thing\n", "utf-8")
    outcome = built(root, zipped=True)
    path = root / "out/full/lantern-full.zip"
    assert path in [w.path for w in outcome.written]
    inside = contents(path)
    assert set(inside) == {
        "CHANGES.md", "index.html", "lantern-full-cards.pdf", "lantern-full-cards.tsv",
        "lantern-full-deck.apkg", "lantern-full-notes.tsv",
    }  # fmt: skip
    assert all((root / "out/full" / name).read_bytes() == data for name, data in inside.items())
    with zipfile.ZipFile(path) as archive:
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist() == sorted(archive.namelist())


def test_a_zip_that_was_made_is_kept_up_to_date(root: Path) -> None:
    built(root, zipped=True)
    assert made(built(root)) == {}
    (root / "out/full/CHANGES.md").write_text("- One thing\n", "utf-8")
    assert set(made(built(root))) == {"full/page", "full/zip"}
    assert contents(root / "out/full/lantern-full.zip")["CHANGES.md"] == b"- One thing\n"


def test_the_same_packs_have_the_same_pages_and_zips(first: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        shutil.copytree(first / "decks", tmp_path / name / "decks")
        built(tmp_path / name, zipped=True)
    for file in ("index.html", "lantern-full.zip"):
        one, two = (tmp_path / name / "out/full" / file for name in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()


def test_where_a_folder_holds_packs_of_two_summaries_index_lists_them(root: Path) -> None:
    """The second is built alone, then both."""
    alone = (root / "out/full/index.html").read_bytes()
    other = root / "other"
    shutil.copytree(PACKS / "six", other / "decks/six")
    found, _ = targets(other / "decks", ())
    outcome = build(found, QUICK, root / "out", Listener(), now=NOW)
    add_pages(outcome, root / "out", Listener())
    index = (root / "out/full/index.html").read_text("utf-8")
    assert '<a href="lantern-full.html">The Lantern Quarrel</a>' in index
    assert '<a href="six-full.html">The Six Lights</a>' in index
    assert (root / "out/full/lantern-full.html").read_bytes() == alone
    shutil.copytree(PACKS / "six", root / "decks/six")
    assert set(made(built(root, zipped=True))) == {"full/page", "full/zip"}
    assert (root / "out/full/index.html").read_text("utf-8") == index
    assert made(built(root)) == {}
    inside = contents(root / "out/full/six-full.zip")
    assert not [name for name in inside if name.startswith("lantern")]
    assert inside["index.html"] == (root / "out/full/six-full.html").read_bytes()


def test_clean_takes_page_and_zip_away_too(root: Path) -> None:
    built(root, zipped=True)
    assert [c for c in clear(root / "out/full") if c.why] == []
    assert not (root / "out/full").exists()


def _a_pdf(pages: int) -> bytes:
    with pypdfium2.PdfDocument.new() as document:
        for _ in range(pages):
            document.new_page(200, 300).close()
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


def test_pictures_of_the_first_pages_are_as_wide_as_was_asked() -> None:
    from PIL import Image

    pdf = Product("ID-full-handout.pdf", _a_pdf(3), "3 pages")
    found = with_pictures((pdf,), Shots(2, (100, 400)))
    assert [p.name for p in found] == [
        "ID-full-handout.pdf",
        "ID-full-handout-page-1-100.png", "ID-full-handout-page-1-400.png",
        "ID-full-handout-page-2-100.png", "ID-full-handout-page-2-400.png",
    ]  # fmt: skip
    sizes = [Image.open(io.BytesIO(p.data)).size for p in found[1:3]]
    assert sizes == [(100, 150), (400, 600)]
    assert with_pictures((pdf,), Shots(2, (100, 400))) == found
    assert {p.amount for p in found[1:]} == {""}


def test_what_yields_no_file_has_no_pictures() -> None:
    assert with_pictures((), PAGES_OF_SHEET) == ()
