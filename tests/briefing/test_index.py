"""The index: its order, its page numbers, and that each of them is true."""

from __future__ import annotations

import re

import page as page_validation
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.briefing.book import book_of
from studypack.briefing.index import MANY, LetterView, Part, Span, by_part, index, spans
from studypack.briefing.render import render
from studypack.sheets import Piece
from studypack.summary.summary import Summary
from tests.briefing.conftest import Printed, altered, pack_of, printed
from tests.briefing.test_index_names import person, term

PAGES = st.sets(st.integers(1, 60), min_size=1)


@pytest.mark.parametrize(
    ("pages", "own", "shown"),
    [
        ({7}, None, "7"),
        ({8, 7}, None, "7 8"),
        ({9, 7, 8}, None, "7–9"),
        ({1, 3, 4, 5, 6, 9}, None, "1 3–6 9"),
        ({1, 2, 3, 4, 5}, 3, "1 2 *3 4 5"),
        ({1, 2, 3, 4}, 4, "1–3 *4"),
    ],
)
def test_three_pages_in_a_row_are_a_range(pages: set[int], own: int | None, shown: str) -> None:
    assert " ".join(map(words_of, spans(pages, own))) == shown


def words_of(span: Span) -> str:
    pages = str(span.first) if span.first == span.last else f"{span.first}–{span.last}"
    return f"*{pages}" if span.own else pages


@given(pages=PAGES, own=st.none() | st.integers(1, 60))
def test_every_page_is_named_once_in_order_and_no_other(pages: set[int], own: int | None) -> None:
    named = [p for span in spans(pages, own) for p in range(span.first, span.last + 1)]
    assert named == sorted(pages)
    assert [span.first for span in spans(pages, own) if span.own] == ([own] if own in pages else [])


PARTS = (Part("Story", 3), Part("Chronology", 20, own=True), Part("People", 41, own=True))


@given(pages=st.sets(st.integers(3, 60), min_size=1))
def test_each_page_stands_under_the_part_it_lies_in(pages: set[int]) -> None:
    limits = {"Story": (3, 19), "Chronology": (20, 40), "People": (41, 60)}
    named = []
    for view in by_part(pages, PARTS):
        first, last = limits[view.part.title]
        assert all(first <= span.first <= span.last <= last for span in view.spans)
        named += [p for span in view.spans for p in range(span.first, span.last + 1)]
    assert named == sorted(pages)


def test_what_is_spoken_of_all_over_the_book_is_divided_by_its_parts(lantern: Summary) -> None:
    pack = pack_of(altered(lantern, people=(person("Oakes, Ada"),), terms=()))
    pieces = [Piece(page, "Oakes; ") for page in range(3, 3 + 2 * MANY, 2)]
    (few,) = index(pack, pieces, {}, PARTS)
    assert few.entries[0].below == ()
    (many,) = index(pack, [*pieces, Piece(50, "Oakes")], {"ada-oakes": 42}, PARTS)
    (entry,) = many.entries
    assert entry.spans == (Span(42, 42, own=True),)
    assert [view.part.title for view in entry.below] == ["Story", "Chronology", "People"]


def lines_of(letters: tuple[LetterView, ...]) -> list[str]:
    lines = []
    for group in letters:
        lines.append(f"# {group.letter}")
        for entry in group.entries:
            name = f"{entry.name} ({entry.abbreviation})" if entry.abbreviation else entry.name
            pages = " ".join(map(words_of, entry.spans))
            lines.append(f"{name}, see {entry.see}" if entry.see else f"{name} {pages}")
    return lines


def test_names_stand_in_one_alphabet_with_references_from_their_other_names(
    lantern: Summary,
) -> None:
    people = (
        person("Őr, Éva", lang="hu", native="Őr Éva"),
        person("Oakes, Ada"),
        person("Wei Lan"),
    )
    terms = (
        term("Oakes court", abbreviation="CO"),
        term("The Lantern", native="A Lámpás"),
        term("2nd watch", native="Стража"),
        term("Łódka"),
        term("Unspoken"),
    )
    pack = pack_of(altered(lantern, people=people, terms=terms))
    text = "Őr, Oakes, Wei Lan; the Oakes court: the Lantern, the 2nd watch, Łódka"
    found = index(pack, [Piece(4, text)], {"oakes-court": 9})
    assert lines_of(found) == [
        "# 0–9",
        "2nd watch 4",
        "# A",
        "A Lámpás, see Lantern, The",
        "# C",
        "CO, see Oakes court",
        "# L",
        "Lantern, The 4",
        "Łódka 4",
        "# O",
        "Oakes, Ada 4",
        "Oakes court (CO) 4 *9",
        '<span lang="hu">Őr, Éva</span> 4',
        "# W",
        "Wei Lan 4",
    ]


def test_who_was_not_selected_is_not_listed_but_keeps_the_family_name_apart(
    lantern: Summary,
) -> None:
    listed, other = person("Oakes, Ada"), person("Oakes, Ben")
    pack = pack_of(altered(lantern, people=(listed,), terms=()))
    whole = altered(lantern, people=(listed, other), terms=())
    pieces = [Piece(4, "Oakes; Ben Oakes\n"), Piece(5, "Ada Oakes")]
    assert lines_of(index(pack, pieces, {})) == ["# O", "Oakes, Ada 4 5"]
    pack = type(pack)(pack.summary, pack.course, selected_from=whole)
    assert lines_of(index(pack, pieces, {})) == ["# O", "Oakes, Ada 5"]


def printed_index(book: Printed) -> tuple[int, str]:
    """The page that it begins on, and its text."""
    (number,) = book.where("Notes are counted in.")
    text = " ".join(book.pages[number - 1 :]).split("Notes are counted in.")[1]
    return number, text.split("The Lantern Quarrel:")[0].replace("\N{WORD JOINER}", "")


def entries(book: Printed) -> dict[str, list[int]]:
    """Name -> page numbers, as printed."""
    found = re.findall(r"([^\W\d][^\d]*?) ((?:\d+(?:–\d+)?(?:, )?)+)", printed_index(book)[1])
    return {
        re.sub("^[A-Z] ", "", name): [
            page
            for first, last in re.findall(r"(\d+)(?:–(\d+))?", pages)
            for page in range(int(first), int(last or first) + 1)
        ]
        for name, pages in found
    }


def test_the_printed_numbers_are_all_pages_that_speak_of_a_name(book: Printed) -> None:
    found = entries(book)
    body = list(enumerate(book.pages, start=1))[: printed_index(book)[0] - 1]
    for name, words in {
        "Mőss, Ødger": "Mőss",
        "Ember, Tom": "Ember",
        "Council of Birk": "ouncil of Birk",
    }.items():
        assert found.pop(name) == [number for number, text in body if words in text], name
    assert found == {}


def test_the_contents_name_its_page_and_it_goes_on_with_the_numbers(book: Printed) -> None:
    number, _ = printed_index(book)
    assert f"{number} Index" in book.pages[1]
    assert str(number) in book.pages[number - 1].split()
    assert "About this edition" in book.pages[-1]


def test_a_number_leads_to_its_page_and_says_so(book: Printed) -> None:
    number, text = printed_index(book)
    with book.open() as pdf:
        names = [
            str(note.Contents)
            for note in pdf.pages[number - 1].Annots
            if note.get("/Subtype") == "/Link"
        ]
        places = list(pdf.Root.Names.Dests.Names)
        led = {str(n): d for n, d in zip(places[::2], places[1::2], strict=True)}
        assert led["page_5"][0].objgen == pdf.pages[4].objgen
    assert names == [f"p.\N{NO-BREAK SPACE}{page}" for page in re.findall(r"\d+", text)]


def test_a_book_that_explains_no_name_has_no_index(lantern: Summary) -> None:
    left = book_of(pack_of(lantern, without_parts=("people", "terms")))
    assert not left.has("index")
    assert left.before_index == left.chapters


def test_without_who_is_who_people_have_no_page_of_their_own(lantern: Summary) -> None:
    short = printed(lantern, without_parts=("people", "quotations", "decisions"))
    (product,) = render(pack_of(lantern, without_parts=("people", "quotations", "decisions")))
    assert product.data == short.data
    assert "Mőss, Ødger" in entries(short)
    report = page_validation.validate_pdf_bytes(
        short.data, profile=page_validation.ValidationProfile.PDF_UA_1
    )
    assert [str(failure) for failure in report.failures] == []
