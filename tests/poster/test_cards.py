"""What a card says: only what its row does not, and never a disputed number alone."""

import re

import pytest
from markupsafe import Markup

from studypack.poster.breaks import held
from studypack.poster.cards import Card, Cards, cards, page_label
from studypack.poster.scale import scale
from studypack.summary.items import Event
from studypack.summary.lanes import LANES as LOOKS
from studypack.typesetting import environment
from tests.poster.subject import LANES, LETTER, SOURCE, decision, event, header, pack


def made(*items: Event, **settings) -> Cards:
    given = pack(*items, header=header(**settings))
    return cards(given, scale(given.summary.header.poster.bands))


def card(item: Event, **settings) -> Card:
    return made(item, **settings).cards[0]


@pytest.mark.parametrize(
    ("fields", "when"),
    [
        ({"date": "1783-03-04"}, ""),
        ({"date": "1783-03-04", "part_of_day": "before dawn"}, "before dawn"),
        ({"date": "1783-03-04", "time": "4:30"}, "4:30"),
        ({"date": "1783-03-04/1783-03-06"}, "4–6 Mar"),
        ({"date": "1783-03-04~"}, "c. 4 Mar"),
        ({"date": "1783-03-04?"}, "4 Mar (date uncertain)"),
        ({"date": "1783-03"}, "Mar"),
        ({"date": "1783-03-1X"}, "mid-Mar"),
        ({"date": "1783-03-04/.."}, "from 4 Mar"),
        ({"date": "1783-03-04/1783-03-05", "part_of_day": "night"}, "night of 4–5 Mar"),
        ({"date": "1783-03-0X", "when": "early in March"}, "early in March"),
        ({"date": "1783-02"}, ""),
        ({"date": "1783-02-11"}, "11 Feb"),
        ({"date": "1784"}, ""),
        ({"date": "1784-06"}, "Jun"),
        ({"date": "1782-12/1783-01"}, "Dec 1782 – Jan 1783"),
    ],
)
def test_the_words_of_a_date_say_what_the_row_does_not(fields, when):
    assert loose(card(event(**fields)).when) == when


def loose(words: str) -> str:
    """Words with all their spaces alike, and nothing that holds them together."""
    return re.sub(r"[\u2009\u00a0]", " ", words.replace("\u2060", ""))


def test_no_line_ends_within_a_date():
    span = card(event(date="1783-03-04/1783-03-06")).when
    assert span == "4\u2060–\u20606\u00a0Mar"
    assert held("Mar 4–6") == "Mar\u00a04\u2060–\u20606", "as Americans write it"
    late = card(event(date="1783-03-04/1784-01", when="March 1783 to January 1784"))
    assert late.when == "March 1783 to January 1784", "long ones break between their words"


def test_no_line_ends_within_a_name_that_its_last_word_is_tied_to():
    assert card(event(title="Wick beats the anti-dyke party")).title == (
        "Wick beats the anti-\u2060dyke\u00a0party"
    )
    assert card(event(title="The anti-dyke party wins")).title == "The anti-dyke party\u00a0wins"


def test_a_night_has_no_bar_but_a_span_of_days_has_one():
    night = card(event(date="1783-03-04/1783-03-05", part_of_day="night"))
    span = card(event(date="1783-03-04/1783-03-06"))
    assert night.last_row == night.row
    assert span.last_row == span.row + 2


@pytest.mark.parametrize(
    ("edtf", "hollow"), [("1783-03-04~", True), ("1783-03-04?", True), ("1783-03-04", False)]
)
def test_what_is_approximate_or_uncertain_is_drawn_hollow(edtf, hollow):
    assert card(event(date=edtf)).hollow is hollow


@pytest.mark.parametrize(
    ("cite", "label"),
    [
        ("[@wick1901, p. 12]", "12"),
        ("[@wick1901, pp. 12–14, 17]", "12–14, 17"),
        ("[@wick1901, p. 12; @wick1901, p. 12 n. 3]", "12"),
        ("[@wick1901, pp. 12–14; @wick1901, p. 13 n. 3]", "12–14"),
        ("[@wick1901, p. 12; @wick1901, p. 13 n. 3]", "12, 13n3"),
        ("[@wick1901, p. 40 n. 3]", "40n3"),
        ("[@wick1901, p. 40 n. 3; @wick1901, p. 40 n. 5]", "40n3, 40n5"),
        ("[@wick1901, pp. 1, 3, 5]", "1, 3"),
        ("[@reeve1783; @wick1901, p. 9]", "9"),
        ("[@reeve1783]", "Reeve 1783"),
        ("[@wick1901, pp. ix–xii, 3]", "ix–xii, 3"),
        ("[@wick1901, p. ix n. 3]", "ix n3"),
        ("", ""),
    ],
)
def test_the_page_label_is_bare_in_the_main_source_and_names_another(cite, label):
    sources = {source.id: source for source in (SOURCE, LETTER)}
    found = page_label(event(cite=cite), "wick1901", sources)
    assert found.replace("\u2060", "").replace("\u00a0", " ") == label


def test_letters_tell_works_of_one_author_and_year_apart():
    other = LETTER.model_copy(update={"id": "other", "title": "A second letter"})
    sources = {source.id: source for source in (SOURCE, LETTER, other)}
    found = page_label(event(cite="[@other]"), "wick1901", sources)
    assert found.replace("\u2060", "").replace("\u00a0", " ") == "Reeve 1783b"


def test_knowledge_from_elsewhere_is_labelled_as_the_editors():
    assert card(event(cite="", later=True)).page == "ed."


def test_disputed_figures_stand_with_their_rivals_and_owners_and_undisputed_ones_do_not():
    figures = [
        {
            "id": "fig-dead",
            "what": "drowned",
            "unit": "people",
            "readings": [
                {"value": 1200, "whose": "Wick"},
                {"words": "few", "whose": "the steward"},
            ],
        },
        {"id": "fig-level", "what": "rise", "unit": "feet", "readings": [{"value": 9}]},
    ]
    assert [str(f) for f in card(event(figures=figures)).figures] == [
        "Drowned:<b> 1,200</b> (Wick) or<b> few</b> (the steward)"
    ]


def test_what_a_card_says_breaks_behind_its_dot_and_figures_are_sentences():
    rivals = [{"value": 40, "whose": "Wick"}, {"value": 44, "whose": "Reeve"}]
    figures = [{"id": f"fig-{what}", "what": what, "readings": rivals} for what in ("dead", "hurt")]
    told = card(event(date="1783-03-04/1783-03-06", detail="Rain.", figures=figures))
    said = Markup(environment("poster").get_template("card.html").module.says(told)).striptags()
    assert "Mar\u00a0· Rain. Dead: 40 (Wick) or 44 (Reeve). Hurt: 40 (Wick)" in said


def test_a_decision_shows_its_vote_and_who_stood_against_it():
    reeve = {"person": "reeve", "view": "the market drowns", "stance": 0.6}
    against = card(decision(vote="all but one", dissent=[reeve]))
    assert (against.kind, against.vote, against.dissent) == ("decision", "all but one", "Reeve")
    moved = card(decision(dissent=[{**reeve, "overcome": True}]))
    assert (moved.vote, moved.dissent) == ("majority", "Reeve came round")
    named = card(decision(vote="Reeve alone against", dissent=[reeve]))
    assert named.dissent == ""
    assert card(decision(how="not recorded")).vote == ""


def test_no_needle_without_stances_and_no_stances_without_a_needle():
    assert made(decision(), needle=True).needle is None
    assert made(decision(stance=0.5)).cards[0].stance is None
    drawn = made(decision(stance=0.5), event(), needle=True)
    assert drawn.needle == 1
    assert [c.stance for c in drawn.cards] == [None, 0.5]


def test_a_theatre_of_which_nothing_is_told_has_no_lane():
    assert made(event(theatre="castle"), lanes=LANES[:4]).lanes == ("castle",)


def test_a_theatre_looks_as_in_the_other_outputs_wherever_the_poster_draws_it():
    head = header(LANES[:3])
    turned = head.poster.model_copy(update={"lanes": tuple(reversed(LANES[:3]))})
    given = pack(
        event(),
        event("wall", theatre="valley"),
        header=head.model_copy(update={"poster": turned}),
    )
    found = cards(given, scale(head.poster.bands))
    assert found.lanes == ("valley", "town")
    assert found.looks == (LOOKS[2], LOOKS[0])


def test_in_a_row_what_only_begins_there_stands_after_what_happened_there():
    found = made(
        event("rise", date="1783-03-04/1783-03-09"),
        event("noon", date="1783-03-04", time="12:00"),
        event("next", date="1783-03-05"),
    )
    assert [(c.id, c.row) for c in found.cards] == [("noon", 5), ("rise", 5), ("next", 6)]


def test_a_toll_stands_where_it_is_known_at_the_end_of_its_span():
    toll = {
        "title": "The toll",
        "columns": ["drowned"],
        "rows": [{"label": "Town", "figures": ["fig-dead"]}],
    }
    figure = {"id": "fig-dead", "what": "drowned", "readings": [{"value": 40}]}
    found = made(
        event("toll", date="1783-03-04/1783-03-06", figures=[figure]),
        event("last", date="1783-03-06"),
        event("span", date="1783-03-04/1783-03-06"),
        toll=toll,
    )
    places = {c.id: (c.row, c.last_row, c.when) for c in found.cards}
    assert [c.id for c in found.cards] == ["span", "last", "toll"]
    assert places["toll"] == (7, 7, places["span"][2])
    assert places["span"][:2] == (5, 7)


def test_what_has_no_row_or_no_lane_is_left_out_with_the_reason():
    everything = made(
        event("before", date="1782"),
        event("elsewhere", theatre="moor"),
        event("here"),
        lanes=LANES[:2],
    )
    assert [c.id for c in everything.cards] == ["here"]
    assert {(out.id, out.why) for out in everything.left_out} == {
        ("before", "outside the bands of the poster"),
        ("elsewhere", "the poster has no lane for moor"),
    }


def test_details_lose_links_and_citations_but_keep_languages():
    detail = "The [reeve](#reeve) cries [árvíz]{lang=hu} [@wick1901, p. 3]."
    assert card(event(detail=detail)).detail == ('The reeve cries<span lang="hu"> árvíz</span>.')


def test_the_year_of_the_row_is_not_said_again():
    assert card(event(date="1783-03-04~", when="early March 1783")).when == "early March"
    assert card(event(date="1783-03-04~", when="some time in 1783")).when == "some time in 1783"
    late = card(event(date="1783-03-04/1784-01", when="March 1783 to January 1784"))
    assert late.when == "March 1783 to January 1784"


def test_only_links_marked_for_the_poster_between_cards_are_leaders():
    links = [
        {"to": "sluice", "because": "the market asked", "poster": True},
        {"to": "later", "because": "of it", "poster": True},
        {"to": "other", "because": "of it"},
    ]
    found = made(event(led_to=links), event("other"), decision(), event("later", date="1799"))
    assert [(leader.source, leader.target) for leader in found.leaders] == [("rain", "sluice")]
    assert {c.id for c in found.cards if c.linked} == {"rain", "sluice"}


def test_a_linked_card_never_has_its_detail_on_the_line_of_its_title():
    alone = card(event(importance=3))
    assert alone.run_in
    linked = made(
        event(importance=3, led_to=[{"to": "sluice", "because": "so", "poster": True}]), decision()
    )
    assert not linked.cards[0].run_in


def test_a_date_alone_stands_on_the_line_of_its_title():
    assert card(event(detail="", importance=1, part_of_day="night")).run_in
    assert not card(event(importance=1, part_of_day="night")).run_in
    assert card(event(importance=2)).bare().run_in


def test_a_small_number_stays_with_what_it_counts():
    detail = "After 2 November 31,500 men and 53 wagons wait at 12 gates of 1.5 miles."
    said = card(event(detail=detail)).detail
    assert said == (
        "After 2\u00a0November 31,500 men and 53\u00a0wagons wait at 12\u00a0gates"
        " of 1.5\u00a0miles."
    )
