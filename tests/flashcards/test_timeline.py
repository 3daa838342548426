"""The small picture on dated cards shows where their date lies on the summary's axis."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.flashcards import media
from studypack.flashcards.media import Media, faults, gathered
from studypack.flashcards.notes import notes_of
from studypack.flashcards.timeline import HEIGHT, WIDTH, Axis
from studypack.summary.dates import parse
from tests.flashcards.flood import COMET, flood, notes, with_item

SVG = "{http://www.w3.org/2000/svg}"


def drawn(date: str, **header: object) -> ET.Element:
    picture = Axis(flood(**header).header).picture(parse(date), "alt")
    return ET.fromstring(picture.data)


def mark(date: str, **header: object) -> float:
    """The middle of the mark."""
    (found,) = [e for e in drawn(date, **header) if e.get("fill") in {"#8a2f1f", "#fff"}
                and e.tag != f"{SVG}text"]  # fmt: skip
    if found.tag == f"{SVG}circle":
        return float(found.attrib["cx"])
    return float(found.attrib["x"]) + float(found.attrib["width"]) / 2


def labels(date: str, **header: object) -> list[str]:
    return [e.text or "" for e in drawn(date, **header).iter(f"{SVG}text")]


def test_the_axis_says_its_ends_and_the_date() -> None:
    assert labels("1783-03-04") == ["1 Mar 1783", "31 Mar 1783", "4 Mar 1783"]
    days = [{"from": "1783-03-01", "to": "1783-03-09", "unit": "day", "title": "Flood"},
            {"from": "1783-04", "to": "1783-09", "unit": "month", "title": "After"},
            {"from": "1784", "to": "1788", "unit": "year", "title": "Later"}]  # fmt: skip
    poster = {"headline": "x", "deck": "y", "bands": days, "lanes": ["upper"]}
    long = labels("1783-03-04", poster=poster, dates="1700/1850")
    assert {"1 Mar 1783", "1850", "4 Mar 1783"} <= set(long)


def test_a_day_is_a_dot_a_span_a_bar_and_what_is_approximate_is_hollow() -> None:
    assert drawn("1783-03-04").find(f"{SVG}circle") is not None
    bar = drawn("1783-03-04/1783-03-14").find(f"{SVG}rect")
    assert bar is not None
    assert bar.get("fill") == "#8a2f1f"
    hollow = drawn("1783-03~").find(f"{SVG}rect")
    assert hollow is not None
    assert hollow.get("fill") == "#fff"


def test_days_of_the_crisis_have_more_room_than_those_of_a_year() -> None:
    crisis = mark("1783-03-11") - mark("1783-03-10")
    assert crisis > 5 * (mark("1784-06-11") - mark("1784-06-10"))


def test_where_bands_end_there_is_a_gap() -> None:
    bands = [
        {"from": "1783-03-01", "to": "1783-03-12", "unit": "day", "title": "Flood"},
        {"from": "1783-06", "to": "1783-09", "unit": "month", "title": "After"},
        {"from": "1784", "to": "1786", "unit": "year", "title": "Later"},
    ]
    poster = {"headline": "x", "deck": "y", "bands": bands, "lanes": ["upper"]}
    places = [mark(d, poster=poster) for d in ("1783-02-01", "1783-03-05", "1783-04-20",
              "1783-07-01", "1783-11-01", "1785", "1786-12-31")]  # fmt: skip
    assert places == sorted(places)
    assert places[0] > 0
    assert places[-1] < WIDTH


@given(st.lists(st.dates(min_value=parse("1700").first, max_value=parse("1900").last), min_size=2))
def test_later_dates_never_stand_to_the_left(days: list[object]) -> None:
    places = [mark(str(day)) for day in sorted(days)]  # type: ignore[type-var]
    assert places == sorted(places)
    assert all(0 <= place <= WIDTH for place in places)


@pytest.mark.parametrize("date", ["1783", "1784-12-31", "1783-01-01", "1783-03-01/1783-03-31"])
@pytest.mark.parametrize("language", ["en-GB", "pl", "hu"])
def test_labels_stay_inside_the_picture(date: str, language: str) -> None:
    for text in drawn(date, language=language).iter(f"{SVG}text"):
        x, width = float(text.attrib["x"]), len(text.text or "") * 5.3
        start = {"start": x, "middle": x - width / 2, "end": x - width}[text.attrib["text-anchor"]]
        assert start >= 0
        assert start + width <= WIDTH + 1
        assert 0 < float(text.attrib["y"]) < HEIGHT


def test_the_drawing_is_that_of_the_first_edition() -> None:
    """If this fails, every dated note of every student counts as corrected."""
    assert Axis(flood().header).picture(parse("1783-03-04"), "A line").name == FIRST_EDITION


def test_dated_notes_show_it_with_words_for_those_who_cannot_see_it() -> None:
    with_picture = {n.name.split("/")[0] for n in notes_of(flood()) if n.media}
    assert with_picture == {"date", "decision", "figure", "sequence"}
    note = notes(flood())["date/rain"]
    (picture,) = note.media
    assert note.field("Picture") == (
        f'<img src="{picture.name}" alt="Timeline of 1783–1784, marked at 2 March 1783">'
    )


def test_another_event_changes_no_picture() -> None:
    before = {n.name: n.media for n in notes_of(flood())}
    after = {n.name: n.media for n in notes_of(with_item(flood(), "comet", date="1784-01-02"))}
    assert {name for name in before if before[name] != after[name]} == {"date/comet"}


class TestMedia:
    def note(self, **changes: object) -> object:
        (note,) = (n for n in notes_of(flood(events=[COMET])) if n.name == "date/comet")
        return replace(note, **changes)  # type: ignore[arg-type]

    def test_what_the_engine_makes_has_no_faults(self) -> None:
        assert faults(notes_of(flood())) == []
        assert len(gathered(notes_of(flood()))) == len(
            {n.media for n in notes_of(flood()) if n.media}
        )

    def test_a_picture_that_is_not_there(self) -> None:
        assert "which is no file of it" in faults([self.note(media=())])[0]  # type: ignore[list-item]

    @pytest.mark.parametrize(
        "source", ["data:image/png;base64,AAAA", "https://x.org/a.png", "a.png"]
    )
    def test_pictures_from_elsewhere(self, source: str) -> None:
        (said,) = faults([self.note(fields=(f"<img alt='' src='{source}'>",))])  # type: ignore[list-item]
        assert f"shows {source[:40]}" in said

    def test_a_name_without_a_hash_of_its_content_a_licence_or_words(self) -> None:
        bad = Media("Map.svg", b"x", "", "")
        said = faults([self.note(media=(bad,), fields=())])  # type: ignore[list-item]
        assert len(said) == 3
        lying = Media(media.named("map", "svg", b"y"), b"x", "alt", "CC0-1.0")
        (told,) = faults([self.note(media=(lying,), fields=())])  # type: ignore[list-item]
        assert "no hash of its content" in told

    def test_two_files_of_one_name(self) -> None:
        name = media.named("map", "svg", b"x")
        two = [Media(name, data, "alt", "CC0-1.0") for data in (b"x", b"z")]
        said = faults([self.note(media=(m,), fields=()) for m in two])  # type: ignore[list-item, misc]
        assert f"two different files are called {name}" in said

    def test_fields_hold_the_address_of_their_picture_and_no_other(self) -> None:
        for note in notes_of(flood()):
            found = re.findall(r"""\b(?:src|href)=["']?([^"'\s>]*)""", " ".join(note.fields))
            assert found == [media.name for media in note.media]


FIRST_EDITION = "timeline-fdef7ad280aa7da4.svg"
