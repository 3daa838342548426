"""What stands in the book, and what does not."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from studypack.briefing.book import Book, book_of
from studypack.briefing.matter import page_of
from studypack.briefing.render import render
from studypack.product import CannotRenderError
from studypack.select import full_course, select
from studypack.summary.course import Selection
from studypack.summary.items import Person, Term
from studypack.summary.summary import Summary
from tests.briefing.conftest import Printed, altered, pack_of, printed


def book(summary: Summary, **course: Any) -> Book:
    return book_of(pack_of(summary, **course))


def titles(found: Book) -> list[str]:
    return [entry.title for entry in found.contents]


def body(found: Book) -> str:
    """The HTML of the book, without its style sheet."""
    return page_of(found).partition("<body")[2]


def content(found: Book, template: str) -> Any:
    return next(chapter.content for chapter in found.chapters if chapter.template == template)


def test_a_chapter_without_content_is_left_out_with_its_entry(lantern: Summary) -> None:
    assert {"Questions", "Side by side", "What happened"} <= set(titles(book(lantern)))
    bare = book(altered(lantern, questions=(), comparisons=(), sections=()))
    assert not {"Questions", "Side by side", "What happened"} & set(titles(bare))
    assert "Chronology" in titles(bare)


def test_who_decided_or_dissented_keeps_the_name_without_being_selected(lantern: Summary) -> None:
    left_out = Selection(exclude=("moss", "birk-council", "wreck"))
    course = full_course(lantern.id).model_copy(update={"selection": left_out})
    (decision,) = content(book_of(select(lantern, course)), "decisions")
    (dissent,) = decision.dissent
    named = lantern.by_id["moss"], lantern.by_id["birk-council"]
    assert [link.words.striptags() for link in (dissent.who, decision.body)] == [
        item.name for item in named
    ]
    assert (dissent.who.to, decision.body.to) == ("", "")
    assert decision.facts.led_to == (), "of what it led to only what is in the pack"


def test_a_summary_of_nothing_is_still_a_book(lantern: Summary) -> None:
    kinds = (
        "events", "decisions", "people", "terms", "disputes", "arguments", "comparisons",
        "quotations", "questions", "sections",
    )  # fmt: skip
    nothing = printed(altered(lantern, **dict.fromkeys(kinds, ())))
    assert "The Lantern Quarrel" in nothing.pages[0]
    assert nothing.where("About this edition")


def test_the_address_behind_the_code_of_the_poster_is_not_taken_for_that_of_the_book(
    lantern: Summary,
) -> None:
    header = lantern.header.model_copy(update={"link": "https://alder.example/quarrel"})
    html = body(book(altered(lantern, header=header)))
    assert "Set in Gentium" in html
    assert "alder.example" not in html


def test_retired_items_are_left_out_and_links_to_them_are_plain_words(lantern: Summary) -> None:
    gone = tuple(
        p.model_copy(update={"retired": "doubled"}) if p.id == "moss" else p for p in lantern.people
    )
    html = body(book(altered(lantern, people=gone)))
    assert 'id="moss"' not in html
    assert 'href="#moss"' not in html
    assert "said Mőss" in html


def test_what_was_withdrawn_is_printed_nowhere(lantern: Summary) -> None:
    (decision,) = lantern.decisions
    (quotation,) = lantern.quotations
    (dissent,) = decision.dissent
    quoting = dissent.model_copy(update={"quotation": quotation.id})
    told = decision.model_copy(update={"dissent": (quoting,)})
    said = altered(lantern, decisions=(told,), sections=())
    wreck = said.by_id[decision.led_to[0].to]
    gone = altered(
        said,
        events=tuple(
            e.model_copy(update={"retired": "doubled"}) if e.id == wreck.id else e
            for e in said.events
        ),
        quotations=(quotation.model_copy(update={"retired": "not what was said"}),),
    )
    for words in (wreck.title, quotation.quote):
        assert words in unescape(body(book(said)))
        assert words not in unescape(body(book(gone)))


def test_no_link_leads_nowhere(lantern: Summary, six: Summary) -> None:
    for summary in (lantern, six, altered(lantern, terms=(), people=(), disputes=())):
        html = body(book(summary))
        anchors = set(re.findall(r'id="([^"]+)"', html))
        assert set(re.findall(r'(?:href="#|data-page=")([^"]+)"', html)) <= anchors


def test_no_anchor_stands_twice(lantern: Summary) -> None:
    anchors = re.findall(r'id="([^"]+)"', body(book(lantern)))
    assert len(anchors) == len(set(anchors))


def test_an_item_known_only_later_says_so(lantern: Summary) -> None:
    later = tuple(t.model_copy(update={"later": True}) for t in lantern.terms)
    html = body(book(altered(lantern, terms=later)))
    entry = html[html.index('id="birk-council"') :]
    assert "Editors’ note" in entry[: entry.index("</div></div>")]


def test_the_main_source_is_named_once_and_then_by_its_pages(lantern: Summary) -> None:
    found = book(lantern)
    assert found.main_source == "Oakes 1901"
    people = content(found, "people")
    assert people[0].people[0].cite == "pp.\N{NO-BREAK SPACE}3, 12"
    assert "Page numbers without a name: Oakes 1901." in body(found)


def test_a_decision_tells_who_disagreed_and_towards_what(lantern: Summary) -> None:
    (decision,) = content(book(lantern), "decisions")
    assert [(option.text, option.taken) for option in decision.options] == [
        ("Pay two crowns, and complain", False),
        ("Leave the tower dark", True),
    ]
    assert decision.how == "By a majority (all but one)"
    (dissent,) = decision.dissent
    assert dissent.who.to == "moss"
    assert dissent.towards == "Pay two crowns, and complain"
    (effect,) = decision.facts.led_to
    assert (effect.to.to, effect.because) == ("wreck", "the tower was dark")


def test_every_reading_of_a_figure_is_printed_with_its_owner(lantern: Summary) -> None:
    (counted,) = content(book(lantern), "figures")
    (figure,) = counted.figures
    assert [(count.words, count.whose) for count in figure.counts] == [
        ("2 crowns", "the keeper"),
        ("3 crowns", "Oakes"),
    ]
    assert [link.to for link in figure.disputes] == ["dispute-oil"]


def test_six_theatres_stand_side_by_side_and_have_six_rules(six: Summary) -> None:
    found = book(six)
    assert len({lane.rule for lane in found.lanes}) == 6
    rows = [row for stretch in content(found, "chronology") for row in stretch.rows]
    assert {row.lane.title for row in rows} >= {"Alder", "Birk", "Town 3", "Town 6"}
    assert content(found, "overview").columns == ("Alder", "Birk")  # importance 1 happens there


HOSTILE = "<script>alert(1)</script> & “x” {{ 7*7 }} {% x %} ]]> <!-- "


def test_hostile_text_stays_text(lantern: Summary) -> None:
    name = HOSTILE + "y" * (80 - len(HOSTILE))
    person = lantern.people[0].model_copy(
        update={"name": name, "say": HOSTILE, "native": HOSTILE, "ipa": "<b>"}
    )
    question = lantern.questions[0].model_copy(update={"prompt": f"Why {HOSTILE}?"})
    pack = pack_of(altered(lantern, people=(person,), questions=(question,)))
    course = pack.course.model_copy(update={"title": HOSTILE, "instructor": "a</style>b"})
    (product,) = render(replace(pack, course=course))
    text = Printed(product.data).text
    said = " ".join(HOSTILE.split())
    assert text.count(said) >= 4
    assert "a</style>b" in text


def test_a_long_word_and_a_long_name_are_broken_not_lost(lantern: Summary) -> None:
    word = "Llanfair" * 10
    person = Person(
        id="ember", name=word, sort=word, theatre="alder", country=word, who=f"Keeper of {word}"
    )
    term = Term(
        id="birk-council", name=word, native=word, kind="organisation", meaning=f"A {word * 3}."
    )
    made = printed(altered(lantern, people=(person,), terms=(term,)))
    text = made.text.replace(" ", "").replace("\x02", "").replace("-", "")
    assert text.count(word) >= 5


def test_a_character_without_a_glyph_fails_even_where_no_check_was_run(lantern: Summary) -> None:
    person = lantern.people[0].model_copy(update={"native": "\N{CJK UNIFIED IDEOGRAPH-5218}"})
    with pytest.raises(CannotRenderError) as caught:
        render(pack_of(altered(lantern, people=(person,))))
    assert {d.code for d in caught.value.diagnostics} == {"SP401"}
    assert all("U+5218" in d.message for d in caught.value.diagnostics)


def test_a_retired_item_may_hold_such_a_character(lantern: Summary) -> None:
    person = lantern.people[1].model_copy(
        update={"native": "\N{CJK UNIFIED IDEOGRAPH-5218}", "retired": "doubled"}
    )
    assert render(pack_of(altered(lantern, people=(lantern.people[0], person))))
