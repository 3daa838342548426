"""The instructions are followed to the letter, each page from top to bottom."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pypdfium2
import pytest
from typer.testing import CliRunner

from studypack.cli import app
from tests.conftest import ROOT
from tests.docs.conftest import commit, git
from tests.docs.not_run import NOT_RUN
from tests.docs.pages import Page, pages, play

TUTORIAL = Page(ROOT / "docs/tutorial.md")
CORRECTION = Page(ROOT / "docs/how-to/correct-a-fact.md")
GUIDES = [page for page in pages() if page.typed and page not in {TUTORIAL, CORRECTION}]


def a_colleague_corrected_the_same_event(river: Path) -> None:
    """On a branch the title, on main the date: the text merges by itself, the ledger does not."""
    for branch, old, new in (
        ("colleague", "title: The flood takes the ferry", "title: The flood tears the rope"),
        ("main", "date: 1843-04-17", "date: 1843-04-18"),
    ):
        git("checkout", "-q", *(["-b"] if branch != "main" else []), branch)
        story = river / "decks/river/story.yaml"
        story.write_text(story.read_text("utf-8").replace(old, new), "utf-8")
        result = CliRunner().invoke(app, ["build", "--only", "deck"])
        assert result.exit_code == 0, result.output
        commit(new)


def two_editions_lie_about(river: Path) -> None:
    """Under the names that the page gives them, and as revisions."""
    folder = river / "decks/river"
    deck, ledger = river / "out/class-9/river-class-9-deck.apkg", folder / "ledger.json"
    for name in ("old", "new"):
        shutil.copy(deck, river / f"{name}.apkg")
        shutil.copy(ledger, river / f"{name}.json")
    commit("The second edition")
    git("tag", "v1.1")


BEFORE: Mapping[str, Callable[[Path], None]] = {
    "docs/deck.md": two_editions_lie_about,
    "docs/how-to/merge-branches.md": a_colleague_corrected_the_same_event,
}


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.path.stem)
def test_a_page_can_be_followed(page: Page, river: Path) -> None:
    BEFORE.get(page.name, lambda _: None)(river)
    assert list(play(page, NOT_RUN))


def test_the_tutorial_can_be_followed(desk: Path) -> None:
    assert list(play(TUTORIAL, NOT_RUN)) == TUTORIAL.typed
    briefing = pypdfium2.PdfDocument(desk / "out/class-9/river-class-9-briefing.pdf")
    words = "".join(page.get_textpage().get_text_range() for page in briefing)
    for written in ("The board pays for one stone", "Ilse Brandt", "Did the forty crowns arrive?"):
        assert written in words


def test_a_correction_reaches_the_students_and_the_list_says_so(river: Path) -> None:
    assert list(play(CORRECTION, NOT_RUN)) == CORRECTION.typed
    told = (river / "CHANGES.md").read_text("utf-8")
    assert "0 new, 3 corrected, 0 withdrawn" in told
    assert "18** April 1843" in told
    git("diff", "--quiet", "HEAD")  # the ledger is in the commit too
