"""The handout: what stands on one sheet, in which order, and that it is one sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import page as page_validation
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from studypack.briefing.handout import render as render_handout
from studypack.briefing.handout_fit import SHARES, TABLE, Room, fitted, in_columns, pages_needed
from studypack.briefing.handout_items import Entry, Kind, entries, ranked
from studypack.briefing.reads import handout_reads, reads
from studypack.briefing.scribe import Scribe
from studypack.briefing.words import ENGLISH
from studypack.product import CannotRenderError, Product
from studypack.select import full_course, select
from studypack.summary.course import Edition, Ink, Labels, Paper, Selection, Type
from studypack.summary.items import Term
from studypack.summary.summary import Summary
from studypack.summary.text import plain
from tests.briefing.conftest import Printed, altered, pack_of
from tests.briefing.test_type import letters

EDITIONS: Mapping[str, dict[str, Any]] = {
    "normal": {},
    "large": {"type": Type.LARGE},
    "dyslexia": {"type": Type.DYSLEXIA},
    "black-and-white": {"ink": Ink.MONO, "paper": Paper.LETTER},
    "accent": {"accent": "#7a1f3d", "edition": Edition.TEACHER},
    "Polish": {"language": Labels.POLISH},
    "Hungarian": {"language": Labels.HUNGARIAN},
}


def handout(summary: Summary, **course: Any) -> Product:
    (product,) = render_handout(pack_of(summary, **course))
    return product


@pytest.fixture(scope="module")
def sheet(lantern: Summary) -> Printed:
    return Printed(handout(lantern, title="History 204", institution="Coast College").data)


@pytest.fixture(scope="module")
def many(lantern: Summary) -> Summary:
    """More terms than a sheet holds, the least important ones first in the alphabet."""
    made = tuple(
        Term(
            id=f"term-{n}",
            name=f"{'Zyx' if n % 2 else 'Abc'} {n}",
            kind="concept",
            importance=1 if n % 2 else 3,
            meaning="Something that was said of the light, more than once and in both towns, before"
            " the tower went dark, and that nobody on that coast liked to be reminded of when the"
            " oil was cheap again and the reef had taken its ship.",
            cite=f"[@oakes1901, p. {n + 1}]",
        )
        for n in range(80)
    )
    return altered(lantern, terms=(*lantern.terms, *made))


@pytest.fixture(scope="module")
def full(many: Summary) -> Product:
    return handout(many)


def numbers(text: str) -> list[int]:
    """The numbers of the entries, which are drawn one after another when a page is full."""
    runs = re.findall(r"(?:(?<= )\d{1,2}\. )+(?=(?:The Lantern Quarrel )?\d / \d)", text)
    return [int(number) for run in runs for number in re.findall(r"\d+", run)]


def test_it_has_two_sides_and_says_what_stands_on_them(lantern: Summary) -> None:
    product = handout(lantern)
    assert product.name == "lantern-full-handout.pdf"
    assert product.amount == "2 pages, 1 term, 4 dates, 2 people"
    assert product.notes == ()
    assert len(Printed(product.data).pages) == 2


def test_dates_stand_by_date_and_names_by_the_alphabet_under_one_run_of_numbers(
    sheet: Printed,
) -> None:
    order = [
        "1 March 1787 Oil doubles in price",
        "3 March 1787 ◆ Birk puts out the light",
        "5–6 March 1787 The brig Swift is wrecked",
        "c. April 1787 A pamphlet blames both towns",
        "Council of Birk Nine elected",
        "Tom Ember Keeper",
        "Ødger Mőss (UR-ger MURSH) Councillor",
    ]
    places = [sheet.text.index(words) for words in order]
    assert places == sorted(places)
    assert numbers(sheet.text) == [1, 2, 3, 4, 5, 6, 7]


def test_an_entry_begins_with_a_capital_where_an_author_words_the_date(lantern: Summary) -> None:
    first, *others = lantern.events
    told = first.model_copy(update={"when": "about the first of March"})
    sheet = Printed(handout(altered(lantern, events=(told, *others))).data)
    assert "About the first of March" in sheet.text


def test_it_names_the_course_and_the_date_of_the_last_change(sheet: Printed) -> None:
    assert "The Lantern Quarrel" in sheet.pages[0]
    assert "Handout History 204 · Coast College · Edition of 7 May 2031" in sheet.pages[0]


def test_its_words_are_those_of_the_summary(lantern: Summary, sheet: Printed) -> None:
    for event in lantern.chronology:
        assert plain(event.detail or event.summary) in sheet.text
    for term in lantern.terms:
        assert plain(term.meaning) in sheet.text
    for person in lantern.people:
        assert plain(person.who) in sheet.text
    assert "Keeper of the light, March" not in sheet.text
    assert "Keeper of the light, 1780 – May 1787." in sheet.text
    for row in lantern.comparisons[0].rows:
        assert f"{row.label} The keeper (p. 3) The council (p. 5)" in sheet.pages[1]


def test_what_is_disputed_is_marked_and_citations_are_short(sheet: Printed) -> None:
    assert "where he had one. p. 12 Disputed: What did the oil cost?" in sheet.pages[0]


def test_the_source_of_bare_page_numbers_is_named_in_full_for_there_is_no_list(
    sheet: Printed,
) -> None:
    entry = "Oakes, Ada. Lights of an Invented Coast. Alder: Nowhere Press, 1901. "
    assert f"Page numbers without a name: {entry}" in sheet.pages[1]


def test_the_second_page_can_be_told_from_that_of_another_handout(sheet: Printed) -> None:
    assert sheet.pages[0].endswith("1 / 2")
    assert "Quarrel 1 / 2" not in sheet.pages[0]
    assert sheet.pages[1].endswith("The Lantern Quarrel 2 / 2")


def test_no_edition_of_it_has_answers(lantern: Summary) -> None:
    text = Printed(handout(lantern, edition=Edition.TEACHER).data).text
    assert "chose darkness knowingly" not in text


def test_later_knowledge_is_marked(lantern: Summary) -> None:
    (term,) = lantern.terms
    told = altered(lantern, terms=(term.model_copy(update={"later": True}),))
    assert "Council of Birk [ed.] Nine elected" in Printed(handout(told).data).text


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_edition_is_valid_pdf_ua_and_fits(lantern: Summary, edition: str) -> None:
    product = handout(lantern, **EDITIONS[edition])
    assert len(Printed(product.data).pages) == 2  # large type and that for dyslexia may take four
    profile = page_validation.ValidationProfile.PDF_UA_1
    report = page_validation.validate_pdf_bytes(product.data, profile=profile)
    assert [str(failure) for failure in report.failures] == []


def test_a_full_sheet_holds_the_weightiest_and_says_what_had_no_room(full: Product) -> None:
    printed = Printed(full.data)
    assert len(printed.pages) == 2
    terms = int(re.search(r"(\d+) terms", full.amount)[1])  # type: ignore[index]
    assert 41 < terms < 60
    assert full.notes == (f"{81 - terms} less important terms",)
    assert numbers(printed.text) == list(range(1, terms + 7))
    names = [int(number) for number in re.findall(r"(?:Abc|Zyx) (\d+)", printed.text)]
    assert set(range(1, 80, 2)) <= set(names)  # those of importance 1
    assert len(names) == terms - 1  # and the council, which is named most


def test_the_same_pack_gives_the_same_bytes(many: Summary, full: Product) -> None:
    assert handout(many).data == full.data


def test_a_comparison_is_printed_whole_or_not_at_all(lantern: Summary) -> None:
    (table,) = lantern.comparisons
    for count, printed in ((19, True), (60, False)):
        rows = tuple(table.rows[0].model_copy(update={"label": f"Row {n}"}) for n in range(count))
        product = handout(altered(lantern, comparisons=(table.model_copy(update={"rows": rows}),)))
        text = Printed(product.data).text
        assert [n for n in range(count) if f"Row {n} " in text] == list(range(count * printed))
        assert product.notes == (() if printed else ("the comparison",))


@pytest.mark.parametrize("type_", [Type.LARGE, Type.DYSLEXIA])
def test_types_that_need_more_room_take_four_pages(many: Summary, type_: Type) -> None:
    product = handout(many, type=type_)
    assert len(Printed(product.data).pages) == 4
    assert product.amount.startswith("4 pages, ")
    assert int(product.amount.split()[2]) >= 12


@pytest.mark.parametrize(("type_", "least"), [(Type.LARGE, 16), (Type.DYSLEXIA, 12)])
def test_nothing_is_smaller_than_large_type_may_be(
    lantern: Summary, type_: Type, least: int
) -> None:
    (term,) = lantern.terms
    told = altered(lantern, terms=(term.model_copy(update={"later": True}),))
    printed = Printed(handout(told, type=type_).data)
    assert min(round(size, 1) for _, _, size in letters(printed)) == least


def test_without_anything_to_put_on_it_there_is_no_handout(lantern: Summary) -> None:
    empty = altered(lantern, events=(), decisions=(), people=(), terms=(), disputes=())
    with pytest.raises(CannotRenderError) as error:
        handout(empty)
    assert [diagnostic.code for diagnostic in error.value.diagnostics] == ["SP404"]


def test_an_item_weighs_what_the_others_make_of_it(lantern: Summary) -> None:
    named = lantern.mentions
    assert named["wreck"] == 1  # the council's decision led to it
    assert named["birk-council"] == 2  # it decided, and the narrative links to it
    ids = [event.id for event in ranked(lantern.chronology, named)]
    assert ids[-1] == "pamphlet"  # of importance 3
    assert named["oil-price"] >= 1


def test_what_a_course_leaves_out_still_tells_what_weighs(lantern: Summary) -> None:
    without = Selection(exclude=("oil-price", "dispute-oil", "quote-moss"))
    course = full_course(lantern.id).model_copy(update={"selection": without})
    pack = select(lantern, course)
    dates = [entry.id for entry in entries(Scribe(pack, ENGLISH))[Kind.DATES]]
    assert dates == ["council-dark", "wreck", "pamphlet"]
    # of what is selected, nothing names the council's decision
    assert pack.summary.mentions["council-dark"] == 0 < lantern.mentions["council-dark"]


def test_so_it_is_made_again_where_an_item_that_it_leaves_out_names_another_one(
    lantern: Summary,
) -> None:
    oil, *others = lantern.events
    silent = altered(lantern, events=(oil.model_copy(update={"led_to": ()}), *others))
    course = full_course(lantern.id).model_copy(update={"selection": Selection(exclude=(oil.id,))})
    one, other = select(lantern, course), select(silent, course)
    hashes = dict.fromkeys(("/header", "/sources", *(i.id for i in lantern.items())), "same")
    assert reads(one, hashes) == reads(other, hashes)
    assert handout_reads(one, hashes) != handout_reads(other, hashes)


# How much fits


def entry(kind: Kind, number: int) -> Entry:
    return Entry(
        f"{kind}-{number}", kind, number, Markup(), Markup(), Markup(), Markup(), Markup(), ""
    )


HEIGHTS = st.lists(st.floats(8, 90), max_size=30)


@given(HEIGHTS, HEIGHTS, HEIGHTS, st.lists(st.floats(10, 60), max_size=20), st.sampled_from([1, 2]))
def test_what_is_taken_fits_and_is_the_weightiest_of_its_kind(
    dates: list[float], terms: list[float], people: list[float], rows: list[float], columns: int
) -> None:
    found = {
        kind: [entry(kind, n) for n in range(len(given))]
        for kind, given in zip(Kind, (dates, terms, people), strict=True)
    }
    heights = {
        f"{kind}-{n}": high
        for kind, given in zip(Kind, (dates, terms, people), strict=True)
        for n, high in enumerate(given)
    }
    room = Room(page=700.0, pages=1, columns=columns, head=50, heading=20, foot=15)
    fit = fitted(found, heights, rows, room)
    for kind in Kind:
        taken = fit.of(kind)
        assert list(taken) == found[kind][: len(taken)]
    assert fit.table == (len(rows) > 1 and sum(rows) <= TABLE * 700)
    if fit.apart:
        front = 50.0 + sum(
            20 + in_columns([heights[e.id] for e in fit.of(kind)], columns)
            for kind in (Kind.DATES, Kind.TERMS)
            if fit.of(kind)
        )
        assert front <= 700.001
    else:
        assert sum(heights[e.id] for e in fit.entries) / columns <= 2 * 700


def test_a_sheet_with_enough_of_all_keeps_the_proportion() -> None:
    found = {kind: [entry(kind, n) for n in range(30)] for kind in Kind}
    heights = {e.id: 30.0 for listed in found.values() for e in listed}
    room = Room(page=560.0, pages=1, columns=2, head=40, heading=20, foot=15)
    fit = fitted(found, heights, [20.0] * 6, room)
    terms, dates = len(fit.of(Kind.TERMS)), len(fit.of(Kind.DATES))
    assert abs(terms / dates - SHARES[Kind.TERMS] / SHARES[Kind.DATES]) < 0.5
    assert fit.table


def test_where_there_is_nobody_to_print_the_terms_go_on_over_the_page() -> None:
    found: dict[Kind, list[Entry]] = {
        Kind.DATES: [],
        Kind.TERMS: [entry(Kind.TERMS, n) for n in range(60)],
        Kind.PEOPLE: [],
    }
    heights = {e.id: 40.0 for e in found[Kind.TERMS]}
    room = Room(page=700.0, pages=1, columns=2, head=50, heading=20, foot=15)
    fit = fitted(found, heights, [], room)
    assert not fit.apart
    assert 55 <= len(fit.entries) <= 60


@pytest.mark.parametrize(
    ("blocks", "columns", "high"),
    [([], 2, 0), ([10], 2, 10), ([10, 10], 2, 10), ([30, 10, 10], 2, 30), ([10, 20, 30], 2, 30),
     ([10, 20, 30], 1, 60)],
)  # fmt: skip
def test_two_columns_are_as_even_as_they_can_be(
    blocks: list[float], columns: int, high: float
) -> None:
    assert in_columns(blocks, columns) == high


@pytest.mark.parametrize(
    ("blocks", "pages"), [([], 1), ([60, 40], 1), ([60, 41], 2), ([60, 60, 60], 3)]
)
def test_a_block_that_does_not_fit_goes_to_the_next_page(blocks: list[float], pages: int) -> None:
    assert pages_needed(blocks, 100) == pages
