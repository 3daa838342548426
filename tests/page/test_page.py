"""What stands on a pack's page."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from studypack.flashcards.notes import notes_of
from studypack.flashcards.plain import plain_cards
from studypack.summary.summary import Summary
from studypack.summary.text import plain

pytestmark = pytest.mark.xdist_group("page")


@pytest.fixture(scope="module")
def english(packs: Path) -> str:
    return (packs / "english/index.html").read_text("utf-8")


@pytest.fixture(scope="module")
def polish(packs: Path) -> str:
    return (packs / "polish/index.html").read_text("utf-8")


def words(page: str) -> str:
    """What a reader sees of a page."""
    body = re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL)
    return " ".join(html.unescape(body).split())


def leads(page: str) -> list[str]:
    return re.findall(r'(?:href|src)="([^"]*)"', page)


def test_it_names_the_pack_its_course_and_the_last_change(english: str) -> None:
    said = words(english)
    assert "The Lantern Quarrel" in said
    assert "Coasts & lights <1787> Harbour School · Spring 2027" in said
    assert "Edition of 21 September 2026" in said


def test_copied_or_without_its_style_no_word_runs_into_the_next(english: str) -> None:
    assert '<span class="flip"' in english
    assert not re.search(r"</(?:span|strong|time)><(?:span|strong|time)", english)


def test_every_address_is_a_file_beside_it_or_a_place_on_it(packs: Path, english: str) -> None:
    for lead in leads(english):
        file, _, place = lead.partition("#")
        assert not file or (packs / "english" / file).is_file(), lead
        assert file or f'id="{place}"' in english, lead


def test_every_file_to_hand_out_can_be_downloaded_and_tells_its_size(
    packs: Path, english: str
) -> None:
    for path in (packs / "english").iterdir():
        if path.suffix in {".pdf", ".apkg"}:
            size = max(round(path.stat().st_size / 1000), 1)
            link = re.search(rf'<a href="{path.name}" aria-label="([^"]*)"', english)
            assert link, path.name
            assert f"{size}\N{NO-BREAK SPACE}kB" in link[1]
    assert ".zip" not in english
    assert "manifest" not in english


def test_the_cards_are_those_of_the_deck(english: str, lantern: Summary) -> None:
    cards = list(plain_cards(notes_of(lantern), lantern.header.language))
    assert english.count('<details class="card">') == len(cards)
    said = words(english)
    for card in cards:
        assert " ".join(card.question.split()) in said
        assert " ".join(card.answer.split()) in said


def test_the_other_cards_of_a_note_come_when_each_note_has_been_asked_once(english: str) -> None:
    group = re.search(r'<ol class="strip" id="cards-light">.*?</ol>', english, re.DOTALL)
    assert group
    asked = re.findall(r'<span class="ask">([^<]*)</span>', group[0])
    times = [n for n, ask in enumerate(asked) if ask == "What happened on this day?"]
    assert times
    assert min(times) > max(n for n, ask in enumerate(asked) if ask == "When?")


def test_no_edition_shows_what_a_good_answer_to_a_question_contains(
    english: str, polish: str, lantern: Summary
) -> None:
    points = [plain(point) for question in lantern.questions for point in question.answer]
    assert points
    for point in points:
        assert point not in words(english) + words(polish)


def test_a_week_has_its_date_its_topics_and_its_search(english: str) -> None:
    first, second = re.findall(r'<details class="week">.*?</details>', english, re.DOTALL)
    assert words(first) == (
        "18–22 January 2027 The light Topics: The light"
        ' Search in Anki: "tag:tests::lantern::topic::light"'
    )
    assert "25 January 2027" in words(second)
    assert '"tag:tests::lantern::topic::light::oil" or "tag:tests::lantern::topic::light"' in (
        words(second)
    )


def test_a_list_of_changes_is_shown_and_can_load_nothing(english: str) -> None:
    assert "<s>1 March</s> <strong>2 March</strong>" in english
    assert "<script" not in english
    assert "&lt;script&gt;" in english
    assert 'href="CHANGES.md"' in english
    assert not [lead for lead in leads(english) if ":" in lead or lead.startswith("//")]


def test_labels_are_in_the_language_of_the_course_and_content_is_marked(polish: str) -> None:
    assert '<html lang="pl">' in polish
    assert '<h1 lang="en-GB">The Lantern Quarrel</h1>' in polish
    assert "Pliki do pobrania" in words(polish)
    assert "Talia Anki" in words(polish)
    assert '<span class="flip" lang="pl">Pokaż odpowiedź</span>' in polish
    assert "Downloads" not in words(polish)


def test_where_labels_and_content_share_a_language_nothing_is_marked(english: str) -> None:
    assert re.findall(r' lang="[^"]*"', english) == [' lang="en-GB"']


def test_it_tells_how_to_use_only_what_is_there(english: str) -> None:
    said = words(english)
    assert "Import the deck on an Android phone" in said
    assert "A copy shop prints the file “Poster” on one sheet of A1." in said
    assert "Print the briefing" not in said
    assert "Week by week" in said
