"""The notetypes are frozen: whoever changes them strands every student's notes."""

from __future__ import annotations

import hashlib
import json
import re

import pytest

from studypack.flashcards.faces import face, style
from studypack.flashcards.notetypes import NOTETYPES, RESERVE, Notetype
from studypack.summary.colour import READABLE, contrast
from studypack.summary.lanes import LANES

SCHEMA = {
    "en": "3f636a125b9ee9af6c2f0a40e95d42062c7dafe2a25e680e5ae3353a7c2bfd99",
    "pl": "43fa64a6a66e42ac19457fb85110d7251e4dd305c6e85a6c9979ef9ffe4849ec",
}


def schema(notetype: Notetype, language: str) -> list[object]:
    """All by which Anki knows a notetype again."""
    return [
        notetype.name(language),
        notetype.id(language),
        notetype.cloze,
        notetype.sort_field,
        [[name, notetype.field_id(name, language)] for name in notetype.fields],
        [[name, notetype.template_id(name, language)] for name in notetype.templates],
    ]


def variables(css: str, name: str) -> list[str]:
    """What each rule of a stylesheet sets a variable to, in order."""
    return re.findall(rf"--{name}: (#\w+);", css)


def test_theatres_have_the_hues_and_lines_of_all_outputs_by_day_and_at_night() -> None:
    css = style()
    for number, lane in enumerate(LANES, start=1):
        assert variables(css, f"lane-{number}") == [lane.hue, lane.hue_at_night]
    lines = re.findall(r"\.lane-\d \{ border-inline-start: (\S+)em (\w+) var\(--lane-\d\); \}", css)
    assert [(float(width), line) for width, line in lines] == [
        (pytest.approx(0.2 * lane.width), lane.line) for lane in LANES
    ]


def test_hues_of_theatres_are_seen_on_the_paper_of_cards_by_day_and_at_night() -> None:
    by_day, at_night = variables(style(), "paper")
    assert all(contrast(lane.hue, by_day) >= READABLE for lane in LANES)
    assert all(contrast(lane.hue_at_night, at_night) >= READABLE for lane in LANES)


@pytest.mark.parametrize("language", SCHEMA)
def test_names_and_ids_are_those_of_the_first_edition(language: str) -> None:
    """If this fails, undo your change. A new field or template goes into a reserved one."""
    everything = [schema(notetype, language) for notetype in NOTETYPES.values()]
    digest = hashlib.sha256(json.dumps(everything).encode()).hexdigest()
    assert digest == SCHEMA[language]


def test_the_six_notetypes_carry_their_language_unless_it_is_english() -> None:
    assert [n.name("en-GB") for n in NOTETYPES.values()] == [
        "Event date (studypack)",
        "Person (studypack)",
        "Decision (studypack)",
        "Term (studypack)",
        "Cloze (studypack)",
        "Question (studypack)",
    ]
    assert NOTETYPES["term"].name("pl") == "Term (studypack, pl)"
    assert NOTETYPES["term"].id("en-GB") == NOTETYPES["term"].id("en-US")
    assert NOTETYPES["term"].id("en-GB") != NOTETYPES["term"].id("pl")


def test_no_id_stands_twice() -> None:
    for language in ("en", "pl", "hu"):
        ids = [n.id(language) for n in NOTETYPES.values()]
        for n in NOTETYPES.values():
            ids += [n.field_id(f, language) for f in n.fields]
            ids += [n.template_id(t, language) for t in n.templates]
        assert len(set(ids)) == len(ids)
        assert all(0 < i < 2**53 for i in ids)


@pytest.mark.parametrize("notetype", NOTETYPES.values(), ids=lambda n: n.key)
def test_there_is_room_for_later_editions(notetype: Notetype) -> None:
    assert [f for f in notetype.fields if f.startswith(RESERVE)] == [
        f"Reserve {n}" for n in (1, 2, 3, 4, 5)
    ]
    assert "Picture" in notetype.fields
    assert (RESERVE in notetype.templates) == (not notetype.cloze)


def test_the_look_uses_no_fixed_sizes_and_knows_both_night_modes() -> None:
    assert "px" not in style()
    assert "pt;" not in style()
    assert ".card.nightMode" in style()
    assert ".card.night_mode" in style()


@pytest.mark.parametrize("notetype", NOTETYPES.values(), ids=lambda n: n.key)
@pytest.mark.parametrize("language", ["en-GB", "pl", "hu", "de"])
def test_every_front_shows_a_field_and_no_two_are_alike(notetype: Notetype, language: str) -> None:
    faces = [face(notetype, template, language) for template in notetype.templates]
    assert all("{{" in f.front and f.back for f in faces)
    assert len({f.front for f in faces}) == len(faces)
    assert all("[[" not in f.front + f.back and "[%" not in f.front + f.back for f in faces)


def test_labels_are_in_the_language_of_the_deck() -> None:
    assert "Kiedy?" in face(NOTETYPES["event-date"], "Date", "pl").front
    assert "Miért fontos" in face(NOTETYPES["person"], "Who", "hu").back
    assert "When?" in face(NOTETYPES["event-date"], "Date", "nl").front
