"""What ``show`` tells of courses, items, figures and days."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import run


@pytest.fixture
def decks(lantern_decks: Path) -> Path:
    course = lantern_decks / "courses/short.yaml"
    course.parent.mkdir()
    course.write_text(
        "summary: lantern\ntitle: Short\npaper: Letter\nselection: {importance: 2}\n"
        "weeks: [{date: 2027-02-01/2027-02-05, title: Light, topics: [light]}]\n",
        "utf-8",
    )
    return lantern_decks


def shown(*arguments: str) -> list[dict[str, Any]]:
    result = run("show", *arguments, "--format", "json")
    assert result.exit_code == 0, result.stderr
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    return rows


def test_what_there_is(decks: Path) -> None:
    (row,) = shown()
    assert (row["summary"], row["title"]) == ("lantern", "The Lantern Quarrel")
    assert (row["courses"], row["sources"]) == (["short"], ["oakes1901"])
    assert row["file"] == "decks/lantern/summary.yaml"
    assert row["holds"]["event"] == "3"


def test_a_course_with_what_it_drops_and_why(decks: Path) -> None:
    (row,) = shown("short")
    assert row["dress"] == {"selection": {"importance": 2}, "paper": "Letter"}
    assert row["holds"]["event"] == "2 of 3"
    assert row["left_out"] == {"importance 3 (1)": ["pamphlet"]}
    assert row["weeks"] == ["1–5 February 2027: Light (light)"]


def test_what_a_selection_can_name(decks: Path) -> None:
    (row,) = shown("lantern")
    assert (row["topics"], row["theatres"]) == (["light", "oil"], ["alder", "birk"])
    assert row["crises"]


@pytest.mark.parametrize(
    ("name", "kind", "item"),
    [("oil", "topic", "oil-price"), ("birk", "theatre", "wreck"), ("light", "topic", "oil-price")],
)
def test_a_topic_or_theatre_with_what_belongs_to_it(
    decks: Path, name: str, kind: str, item: str
) -> None:
    (row,) = shown(name)
    assert row["kind"] == kind
    assert row["place"].startswith("decks/lantern/summary.yaml:")
    assert item in row["items"]
    assert "nothing is called" in run("show", f"{name}x").stderr


def test_two_courses_of_one_name_are_both_told(decks: Path) -> None:
    (decks / "courses/short.yaml").unlink()
    shutil.copytree(decks / "lantern", decks / "lantern-2")
    assert [row["summary"] for row in shown("full")] == ["lantern", "lantern-2"]


def test_a_build_counts_what_a_course_drops_in_the_same_words(decks: Path) -> None:
    told = run("build", "-j1", "--only", "deck").stderr
    assert "short leaves out 1 item: importance 3 (1)\n" in told


def test_what_the_header_says_of_an_item(decks: Path) -> None:
    path = decks / "lantern/summary.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("What happened}", 'What happened, intro: "[Then](#wreck)."}'), "utf-8"
    )
    (row,) = shown("wreck")
    assert "header (decks/lantern/summary.yaml:19:48)" in row["named_by"]


def test_an_item(decks: Path) -> None:
    (row,) = shown("wreck")
    assert (row["kind"], row["title"]) == ("event", "The brig Swift is wrecked")
    assert row["place"] == "decks/lantern/story.yaml:23:5"
    assert row["date"] == "night of 5–6 March 1787"
    assert row["says"].endswith("Nine sailors drown.")
    assert row["cite"] == "[@oakes1901, pp. 20–21]"
    assert row["named_by"] == ["council-dark (decks/lantern/story.yaml:70:14)"]
    assert row["made_again"] == ["short: briefing, handout, poster, deck"]
    assert "date/wreck: 1 card, new: no student has it yet" in row["cards"]


def test_the_stamps_of_its_cards_are_those_of_the_ledger(
    decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    run("build", "-q", "-j1", "--only", "deck")
    before = (decks / "lantern/ledger.json").read_bytes()
    assert "date/wreck: 1 card, as of 2026-09-21" in shown("wreck")[0]["cards"]
    story = decks / "lantern/story.yaml"
    story.write_text(story.read_text("utf-8").replace("Nine sailors drown.", "Ten drown."), "utf-8")
    assert "date/wreck: 1 card, as of 2026-09-21, changed since" in shown("wreck")[0]["cards"]
    assert (decks / "lantern/ledger.json").read_bytes() == before


def test_an_item_that_a_course_drops(decks: Path) -> None:
    (row,) = shown("pamphlet")
    assert row["left_out_by"] == ["short (importance 3)"]
    assert "made_again" not in row


def test_a_figure(decks: Path) -> None:
    (row,) = shown("fig-oil")
    assert (row["kind"], row["stands_in"]) == ("figure", "oil-price")
    assert row["says"] == [
        "2 crowns (the keeper) [@oakes1901, p. 12]",
        "3 crowns (Oakes) [@oakes1901, p. 13]",
    ]
    assert row["disputed_in"] == ["dispute-oil"]
    assert row["cards"] == ["figure/fig-oil: 1 card, new: no student has it yet"]


def test_a_day_and_what_went_on_meanwhile(decks: Path) -> None:
    assert [row["id"] for row in shown("1787-03-03")] == ["council-dark", "quote-moss"]
    assert [row["id"] for row in shown("1787-03")] == [
        "oil-price", "council-dark", "wreck", "quote-moss"
    ]  # fmt: skip
    assert shown("1787-04-09") == [{"meanwhile": ["pamphlet (c. April 1787)"]}]


def test_for_people_it_is_lines_that_can_be_copied(decks: Path) -> None:
    told = run("show", "moss").stdout
    assert "place:        decks/lantern/story.yaml:82:5\n" in told
    assert "kind:         person\n" in told


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("wrek", 'nothing is called "wrek"; did you mean "wreck"?'),
        ("shor", 'did you mean "short"?'),
        ("xylophone", "name a course, an id, or a date like 1848-03-15"),
    ],
)
def test_what_is_not_there(decks: Path, name: str, said: str) -> None:
    result = run("show", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_with_mistakes_in_the_summary_it_tells_what_it_can(decks: Path) -> None:
    story = decks / "lantern/story.yaml"
    story.write_text(story.read_text("utf-8").replace("kind: violence", "kind: riot"), "utf-8")
    result = run("show", "oil-price")
    assert result.exit_code == 1
    assert "title:        Oil doubles in price" in result.stdout
    assert "SP103" in result.stderr


def test_where_no_summary_can_be_read_nothing_is_told_of_any(home: Path) -> None:
    (home / "decks/torn").mkdir(parents=True)
    (home / "decks/torn/a.yaml").write_text("summary: [\n", "utf-8")
    result = run("show")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "SP003" in result.stderr


def test_a_date_without_events(decks: Path) -> None:
    assert run("show", "1650").stdout == "1650: nothing stands at this date\n"
