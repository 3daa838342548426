"""Long and strange input: it stays a book."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import page as page_validation
import pikepdf
import pypdfium2
import pytest

from studypack.checks import unprintable
from studypack.reading import read_summary
from studypack.summary.header import Theatre
from studypack.summary.items import Comparison, Event
from studypack.summary.summary import Summary
from tests.briefing.conftest import Printed, altered, printed
from tests.conftest import Spoil

EDGE = 5 / 25.4 * 72
"""Points from the edge of a sheet that an office printer leaves white."""
DEEP = page_validation.SafetyLimits(max_reference_depth=1000)
"""A chain of bookmarks is as long as there are headings of one level."""
PROSE = "The keeper counted the casks again, and the council of the other town did not answer him. "
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauherr"
CITE = "[@oakes1901, p. 15]"


def stray(book: Printed) -> Iterator[tuple[int, tuple[float, ...]]]:
    """Text that lies where a printer does not print, or off the sheet."""
    for number, page in enumerate(pypdfium2.PdfDocument(book.data), start=1):
        text = page.get_textpage()
        width, height = page.get_size()
        for place in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(place)
            if left < EDGE or bottom < EDGE or right > width - EDGE or top > height - EDGE:
                yield number, (left, bottom, right, top)


def stays_a_book(summary: Summary, more_pages: int, plain: Printed, **course: Any) -> Printed:
    """Prints it; that no text is lost and WeasyPrint says nothing is seen to by ``render``."""
    book = printed(summary, **course)
    profile = page_validation.ValidationProfile.PDF_UA_1
    report = page_validation.validate_pdf_bytes(book.data, profile=profile, limits=DEEP)
    assert [str(failure) for failure in report.failures] == []
    assert list(stray(book)) == []
    assert len(book.pages) <= len(plain.pages) + more_pages
    return book


def with_header(summary: Summary, **fields: Any) -> Summary:
    return altered(summary, header=summary.header.model_copy(update=fields))


def with_text(summary: Summary, text: str) -> Summary:
    """The narrative is one section with this text."""
    return altered(summary, sections=(summary.sections[0].model_copy(update={"text": text}),))


def first(items: tuple[Any, ...], **fields: Any) -> tuple[Any, ...]:
    """The items, the first of them with other fields."""
    return (items[0].model_copy(update=fields), *items[1:])


def theatres(count: int) -> tuple[Theatre, ...]:
    return tuple(Theatre(id=f"town-{n}", title=f"Harbour town {n}") for n in range(count))


def test_a_name_of_80_letters(lantern: Summary, book: Printed) -> None:
    name = "Maximilian Theophrastus von und zu der Lauenburgisch-Holsteinischen Seenplatte Jr"
    people = first(lantern.people, name=name, sort=name)
    found = stays_a_book(altered(lantern, people=people), 1, book)
    assert found.where("Lauenburgisch-Holsteinischen")


def test_a_name_of_one_word_of_60_letters(lantern: Summary, book: Printed) -> None:
    people = first(lantern.people, name=LONG_WORD, sort=LONG_WORD, native=LONG_WORD, ipa=LONG_WORD)
    stays_a_book(altered(lantern, people=people), 1, book)


def test_a_note_longer_than_a_page(lantern: Summary, book: Printed) -> None:
    said = PROSE * 110
    found = stays_a_book(with_text(lantern, f"Text. [{said}@oakes1901, p. 15]\n\nEnd."), 3, book)
    assert found.text.count("casks") >= 105


def test_a_long_note_stands_after_its_section_in_the_count_of_the_others(lantern: Summary) -> None:
    text = f"One.[@oakes1901, p. 1] Two.[{PROSE * 30}@oakes1901, p. 2] Three.[@oakes1901, p. 3]"
    found = printed(with_text(lantern, text))
    assert re.search(r"One\. ?1 Two\. ?\u2060?2 Three\. ?3 ", found.text)
    with found.open() as pdf:
        elements = [e for e in pdf.objects if isinstance(e, pikepdf.Dictionary) and "/S" in e]
        notes = [element for element in elements if element.S == "/Note"]
        calls = [element for element in elements if element.S == "/Reference"]
        links = [note.K[0].K[0].K[0].Obj for note in notes]
        said = sorted((str(link.Dest), str(link.Contents)) for link in links)
        assert len(calls) == 3
        assert all("/ID" in note and note.K[0].S == "/Lbl" for note in notes)
    assert said == [("call_story_2", "↑ 2"), ("footnote_call_1", "↑ 1"), ("footnote_call_2", "↑ 3")]


def test_many_notes_in_one_paragraph(lantern: Summary, book: Printed) -> None:
    text = " ".join(f"{PROSE}[@oakes1901, p. {n}]" for n in range(1, 40))
    stays_a_book(with_text(lantern, text), 6, book)


def test_300_people_of_one_country(lantern: Summary, book: Printed) -> None:
    person = lantern.people[0]
    people = tuple(
        person.model_copy(update={"id": f"p-{n}", "name": f"Ann Name {n}", "sort": f"Name {n:03}"})
        for n in range(300)
    )
    found = stays_a_book(altered(lantern, people=(*lantern.people, *people)), 60, book)
    assert found.where("Ann Name 299")


@pytest.mark.parametrize("text", ["", "One word."])
def test_a_section_with_next_to_nothing(text: str, lantern: Summary, book: Printed) -> None:
    stays_a_book(with_text(lantern, text), 0, book)


def test_a_paragraph_of_five_pages(lantern: Summary, book: Printed) -> None:
    found = stays_a_book(with_text(lantern, PROSE * 150), 6, book)
    assert len(found.pages) >= len(book.pages) + 4


def test_a_summary_in_polish(lantern: Summary, book: Printed) -> None:
    found = stays_a_book(with_header(lantern, language="pl"), 1, book)
    assert str(found.open().Root.Lang) == "pl"


def test_a_title_of_200_letters(lantern: Summary, book: Printed) -> None:
    title = ("The very long and patient account of a lantern " * 5)[:199] + "!"
    found = stays_a_book(with_header(lantern, title=title, subtitle=title), 1, book)
    assert "account of a lantern" in found.pages[0]


def test_titles_of_200_letters_of_everything_else(lantern: Summary, book: Printed) -> None:
    title = ("a very long and patient account of a lantern " * 5)[:200]
    summary = altered(
        lantern,
        events=first(lantern.events, title=title, importance=1),
        decisions=first(lantern.decisions, title=title, question=title, decided=title),
        sections=first(lantern.sections, title=title),
        disputes=first(lantern.disputes, title=title, claim=title),
        arguments=first(lantern.arguments, title=title, thesis=title, holder=title),
        comparisons=first(lantern.comparisons, title=title),
        terms=first(lantern.terms, name=title),
    )
    stays_a_book(summary, 4, book)


KINDS = (
    *("events", "decisions", "people", "terms", "sections"),
    *("disputes", "arguments", "comparisons", "quotations", "questions"),
)
NOTHING = dict.fromkeys(KINDS, ())


def test_one_event_only(lantern: Summary, book: Printed) -> None:
    event = lantern.events[2].model_copy(update={"people": (), "led_to": ()})
    found = stays_a_book(altered(lantern, **{**NOTHING, "events": (event,)}), 0, book)
    assert len(found.pages) <= 6


def test_nothing_at_all(lantern: Summary, book: Printed) -> None:
    stays_a_book(altered(lantern, **NOTHING), 0, book)


@pytest.mark.parametrize("kind", ["people", "sections"])
def test_a_kind_is_missing(kind: str, lantern: Summary, book: Printed) -> None:
    stays_a_book(altered(lantern, **{kind: ()}), 0, book)


def compared(lantern: Summary, cell: str, count: int = 2, label: str = "Who paid") -> Summary:
    """One comparison of so many towns, with this text in each cell."""
    towns = theatres(count)
    table = Comparison.model_validate(
        {
            "id": "compared",
            "title": "Towns",
            "columns": [town.id for town in towns],
            "rows": [{"label": label, "cells": {town.id: cell for town in towns}}] * 3,
            "cite": CITE,
        }
    )
    header = lantern.header.model_copy(update={"theatres": (*lantern.header.theatres, *towns)})
    return altered(lantern, header=header, comparisons=(table,))


def test_a_cell_of_300_words(lantern: Summary, book: Printed) -> None:
    stays_a_book(compared(lantern, " ".join((PROSE * 30).split()[:300]), 3), 8, book)


def test_a_cell_longer_than_a_page(lantern: Summary, book: Printed) -> None:
    stays_a_book(compared(lantern, PROSE * 70), 20, book)


def test_words_of_60_letters_in_cells(lantern: Summary, book: Printed) -> None:
    stays_a_book(compared(lantern, f"{LONG_WORD} {LONG_WORD}", 6, LONG_WORD), 4, book)


def test_a_comparison_of_12_towns(lantern: Summary, book: Printed) -> None:
    found = stays_a_book(compared(lantern, "The council, which was poor", 12), 2, book)
    assert all(found.where(f"Harbour town {n}") for n in range(12))


def test_events_in_12_towns(lantern: Summary, book: Printed) -> None:
    towns = theatres(12)
    events = tuple(
        Event.model_validate(
            {
                "id": f"event-{n}",
                "date": f"1787-03-{1 + n % 12:02}",
                "theatre": f"town-{n % 12}",
                "kind": "event",
                "title": f"An event of some length in town {n}",
                "summary": PROSE,
                "importance": 1,
                "cite": CITE,
            }
        )
        for n in range(36)
    )
    header = lantern.header.model_copy(update={"theatres": (*lantern.header.theatres, *towns)})
    summary = altered(lantern, header=header, events=(*lantern.events, *events))
    found = stays_a_book(summary, 6, book)
    assert all(found.where(f"in town {n}") for n in range(36))


def test_a_long_word_in_the_margin(lantern: Summary, book: Printed) -> None:
    text = (
        f"On [{LONG_WORD}]{{.when}} it began, and on [{'a very long day ' * 6}]{{.when}} it ended."
    )
    stays_a_book(with_text(lantern, text), 1, book)


def test_a_section_of_every_kind_of_block(lantern: Summary, book: Printed) -> None:
    text = (
        f"{PROSE}\n\n> {PROSE * 8}\n>\n> {PROSE} {CITE}\n\n- {PROSE}\n- {PROSE} {CITE}\n\n{PROSE}"
    )
    stays_a_book(with_text(lantern, text), 1, book)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("story.yaml", "name: Tom Ember", "name: Tom שלום Ember"),
        ("10-night.md", "by candle-light", "by سلام candle-light"),
    ],
)
def test_a_word_in_a_script_without_glyphs_is_found_by_the_checks(
    spoiled: Spoil, file: str, old: str, new: str
) -> None:
    folder = spoiled(file, old, new)
    errors = unprintable(read_summary(folder), {"full": ()})
    assert {error.code for error in errors} == {"SP225"}
    place = errors[0].where
    line = (folder / file).read_text("utf-8").splitlines()[place.line - 1]
    assert place.file.endswith(file)
    assert new in line
    assert place.column <= len(line)
    named = {error.message.partition("character '")[2][:1] for error in errors}
    assert named == set(new) - set(old)
