"""The figures that are drawn from the data: where a mark lies, and what its words say."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.briefing import sittings as sat
from studypack.briefing.days import FOOT, SHORT, TALL, DaysView, days
from studypack.briefing.drawing import MEASURE
from studypack.briefing.scribe import Scribe
from studypack.briefing.sittings import SittingsView, sittings
from studypack.briefing.swing import EDGE, FIELD, HIGHEST, Swing, across, swing
from studypack.briefing.to_scale import LEAST, ScaleView, scales, width_of
from studypack.briefing.words import ENGLISH
from studypack.summary import dates
from studypack.summary.course import Type
from studypack.summary.header import Needle, Toll, TollRow
from studypack.summary.items import Dissent, Figure, Reading, Role
from studypack.summary.summary import Summary
from tests.briefing.conftest import altered, pack_of

NEEDLE = Needle(title="The purse", left="Dark", right="Light", note="Our own coding.")


def scribe(summary: Summary) -> Scribe:
    return Scribe(pack_of(summary), ENGLISH)


def with_poster(summary: Summary, **fields: Any) -> Summary:
    poster = summary.header.poster.model_copy(update=fields)
    return altered(summary, header=summary.header.model_copy(update={"poster": poster}))


def deciding(summary: Summary, *stances: float | None, **fields: Any) -> Summary:
    """The council decides once a day, from 1 March, each time between the poles."""
    (decision,) = summary.decisions
    made = tuple(
        decision.model_copy(
            update={
                "id": f"vote-{day}",
                "date": dates.parse(f"1787-03-{day:02d}"),
                "title": f"Vote {day}",
                "stance": stance,
                "dissent": (),
                **fields,
            }
        )
        for day, stance in enumerate(stances, start=1)
    )
    return altered(with_poster(summary, needle=NEEDLE), decisions=made)


def swung(summary: Summary, size: Type = Type.NORMAL) -> Swing:
    found = swing(scribe(summary), size)
    assert found is not None
    return found


def points(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"[ML]([\d.]+) ([\d.]+)", path)]


# the swing


def test_poles_are_the_ends_of_the_field_and_nought_its_middle() -> None:
    assert (across(-1), across(0), across(1)) == (EDGE, FIELD / 2, FIELD - EDGE)


@given(st.lists(st.floats(-1, 1), min_size=2, max_size=2))
def test_who_stands_further_right_is_drawn_further_right(stances: list[float]) -> None:
    low, high = sorted(stances)
    assert 0 < across(low) <= across(high) < FIELD


def test_the_line_goes_through_every_decision_in_the_order_of_time(lantern: Summary) -> None:
    drawn = swung(deciding(lantern, 0.5, -1, 0))
    assert points(drawn.line) == [
        (pytest.approx(across(0.5)), 7),
        (across(-1), 21),
        (across(0), 35),
    ]
    assert [(row.link.to, row.when, row.top) for row in drawn.rows] == [
        ("vote-1", "1 Mar 1787", 0),
        ("vote-2", "2 Mar 1787", 14),
        ("vote-3", "3 Mar 1787", 28),
    ]


def test_a_decision_without_a_stance_is_not_drawn(lantern: Summary) -> None:
    drawn = swung(deciding(lantern, 0.5, None, -0.5))
    assert [row.link.to for row in drawn.rows] == ["vote-1", "vote-3"]


def test_dissent_is_a_white_diamond_tied_to_its_decision(lantern: Summary) -> None:
    dissent = (Dissent(person="moss", view="Pay.", stance=0.5),)
    drawn = swung(deciding(lantern, -0.5, -0.5, dissent=dissent))
    assert drawn.ties.count("H") == drawn.dissent.count("M") == 2
    assert f"M{across(-0.5):g} 7H{across(0.5):g}" in drawn.ties


def test_the_words_of_the_swing_name_trend_extremes_and_turns(lantern: Summary) -> None:
    words = swung(deciding(lantern, 0.2, 0.9, -0.6, -0.9, -0.9)).words
    assert "Decisions between Dark and Light, in the order of time: 5." in words
    assert "The first is Vote 1 (1 Mar 1787), the last Vote 5 (5 Mar 1787)." in words
    assert "Nearest to Dark: Vote 4 (4 Mar 1787); Vote 5 (5 Mar 1787)." in words
    assert "Nearest to Light: Vote 2 (2 Mar 1787)." in words
    assert "crosses the middle with: Vote 3 (3 Mar 1787)." in words


@pytest.mark.parametrize(
    ("size", "fit"), [(Type.NORMAL, 36), (Type.LARGE, 22), (Type.DYSLEXIA, 29)]
)
def test_more_decisions_than_fit_on_a_page_lose_the_less_important(
    lantern: Summary, size: Type, fit: int
) -> None:
    (decision,) = deciding(lantern, 0).decisions
    many = deciding(lantern, *[0.5] * 20).decisions
    early = tuple(
        d.model_copy(update={"id": f"early-{n}", "importance": 3, "date": dates.parse("1787-02")})
        for n, d in enumerate(many)
    )
    crowd = altered(with_poster(lantern, needle=NEEDLE), decisions=(*many, *early))
    drawn = swung(crowd, size)
    ids = [row.link.to for row in drawn.rows]
    assert len(ids) == fit
    assert drawn.height <= HIGHEST
    assert {d.id for d in many} <= set(ids)
    assert decision.id in ids


def test_without_poles_or_with_one_decision_there_is_no_swing(
    lantern: Summary, six: Summary
) -> None:
    assert swing(scribe(lantern), Type.NORMAL) is None
    assert swing(scribe(six), Type.NORMAL) is None


def test_large_type_gives_each_decision_more_room(lantern: Summary) -> None:
    plain, large = (swung(deciding(lantern, 0, 1), size) for size in (Type.NORMAL, Type.LARGE))
    assert large.height > plain.height
    assert len(points(large.line)) == 2


# figures to scale


def figure(name: str, *readings: Reading, unit: str = "crowns") -> Figure:
    return Figure(id=name, what=name, unit=unit, readings=readings)


def counted(summary: Summary, *figures: Figure) -> Summary:
    return altered(summary, events=(summary.events[0].model_copy(update={"figures": figures}),))


def scaled(summary: Summary) -> tuple[ScaleView, ...]:
    return scales(scribe(summary), Type.NORMAL)


def widths(path: str) -> list[float]:
    return [float(width) for width in re.findall(r"h([\d.]+)v", path)]


def test_rivals_are_bars_of_one_scale_with_their_owners(lantern: Summary) -> None:
    (group,) = scaled(lantern)
    assert [(mark.words, mark.whose) for row in group.rows for mark in row.marks] == [
        ("2 crowns", "the keeper"),
        ("3 crowns", "Oakes"),
    ]
    short, long = widths(group.solid)
    assert long == MEASURE - 1
    assert short == pytest.approx(long * 2 / 3, abs=0.01)
    first, second = (mark.top for mark in group.rows[0].marks)
    assert first < second < group.height


@given(st.floats(0.001, 1e9), st.floats(0.001, 1e9))
def test_bars_are_in_proportion_and_the_least_can_still_be_seen(one: float, other: float) -> None:
    longest = max(one, other)
    for value in (one, other):
        width = width_of(value, longest)
        assert width == pytest.approx(max(value / longest * (MEASURE - 1), LEAST))
    assert width_of(0, longest) == 0


def test_a_range_is_filled_to_its_lower_end_and_an_upper_limit_is_open(lantern: Summary) -> None:
    range_, limit = (
        figure("oil", Reading(value=50, to=100, whose="A")),
        figure("wax", Reading(value=100, qualifier="up to", whose="B")),
    )
    (group,) = scaled(counted(lantern, range_, limit))
    assert widths(group.solid) == [pytest.approx((MEASURE - 1) / 2)]
    assert widths(group.open) == [pytest.approx((MEASURE - 1) / 2), MEASURE - 1]


def test_only_figures_of_one_unit_are_compared_and_words_are_no_bar(lantern: Summary) -> None:
    apart = counted(
        lantern,
        figure("oil", Reading(value=2)),
        figure("men", Reading(value=9), unit="people"),
        figure("boats", Reading(value=1), Reading(value=2), unit=""),
        figure("wax", Reading(words="a great deal")),
    )
    assert scaled(apart) == ()


def test_the_words_of_a_group_name_the_extremes_and_the_rivals(lantern: Summary) -> None:
    (group,) = scaled(
        counted(
            lantern,
            figure("oil", Reading(value=2, whose="A"), Reading(value=3, whose="B")),
            figure("wax", Reading(value=900, whose="C")),
        )
    )
    assert group.words == (
        "Oil doubles in price, as bars to scale. Longest: wax, 900 crowns (C)."
        " Shortest: oil, 2 crowns (A). Rival figures: oil: 2 crowns (A); 3 crowns (B)."
    )


def test_the_toll_of_the_poster_is_one_group_and_is_not_drawn_again(lantern: Summary) -> None:
    toll = Toll(
        title="The toll", columns=("price",), rows=(TollRow(label="Oil", figures=("fig-oil",)),)
    )
    (group,) = scaled(with_poster(lantern, toll=toll))
    assert (group.title.words, len(group.rows)) == ("The toll", 1)


# sittings


def sat_down(summary: Summary) -> SittingsView:
    found = sittings(scribe(summary))
    assert found is not None
    return found


def test_a_body_that_sat_three_times_has_a_table_of_who_is_named(lantern: Summary) -> None:
    table = sat_down(deciding(lantern, 0, 0, 0))
    assert table.body.words == "Council of Birk"
    assert [column.when for column in table.sittings] == ["1 Mar", "2 Mar", "3 Mar"]
    assert all(len(row.cells) == 3 for row in table.people)
    assert {cell for row in table.people for cell in row.cells} == {"named"}


def test_who_voted_against_has_another_mark(lantern: Summary) -> None:
    table = sat_down(deciding(lantern, 0, 0, 0, dissent=(Dissent(person="moss", view="Pay."),)))
    marks = {row.person.to: set(row.cells) for row in table.people}
    assert marks["moss"] == {"against"}
    assert marks["ember"] == {"named"}


def test_where_offices_name_members_only_they_have_a_row(lantern: Summary) -> None:
    role = Role(title="Councillor", organisation="birk-council")
    people = tuple(
        p.model_copy(update={"roles": (role,) if p.id == "moss" else ()}) for p in lantern.people
    )
    table = sat_down(altered(deciding(lantern, 0, 0, 0), people=people))
    assert [row.person.to for row in table.people] == ["moss"]


def test_no_table_for_two_sittings_or_for_people_named_once(lantern: Summary) -> None:
    assert sittings(scribe(deciding(lantern, 0, 0))) is None
    thrice = deciding(lantern, 0, 0, 0, people=())
    assert sittings(scribe(thrice)) is None


def test_so_many_sittings_as_fit_beside_one_another(lantern: Summary) -> None:
    table = sat_down(deciding(lantern, *[0.0] * 25))
    assert len(table.sittings) == sat.MOST


# the days of a part


def strip(summary: Summary, text: str) -> DaysView | None:
    section = summary.sections[0].model_copy(update={"text": text})
    return days(scribe(summary), "What happened", [section])


LINKED = "[a](#oil-price) [b](#council-dark) [c](#wreck)"


def test_days_that_a_part_tells_of_are_tall_and_lie_in_proportion(lantern: Summary) -> None:
    drawn = strip(lantern, LINKED)
    assert drawn is not None
    places = [float(x) for x in re.findall(rf"M([\d.]+) {FOOT}v-{TALL}", drawn.told)]
    assert places == [pytest.approx(1 + day / 11 * (MEASURE - 2), abs=0.01) for day in (0, 2, 4)]
    assert drawn.untold == ""
    assert (drawn.first, drawn.last) == ("1 Mar 1787", "12 Mar 1787")


def test_days_of_which_it_does_not_tell_are_short(lantern: Summary) -> None:
    other = lantern.events[0].model_copy(update={"id": "other", "date": dates.parse("1787-03-10")})
    drawn = strip(altered(lantern, events=(*lantern.events, other)), LINKED)
    assert drawn is not None
    assert drawn.untold.endswith(f"{FOOT}v-{SHORT}")


def test_the_words_of_a_strip_say_how_many_days_and_when(lantern: Summary) -> None:
    drawn = strip(lantern, LINKED)
    assert drawn is not None
    assert "out of 1–12 March 1787. They are 3 in number, 1–5 March 1787" in drawn.words


def test_a_part_that_leads_to_few_days_has_no_strip(lantern: Summary) -> None:
    assert strip(lantern, "[a](#oil-price) [b](#wreck)") is None
    bands = tuple(b for b in lantern.header.poster.bands if b.unit != "day")
    assert strip(with_poster(lantern, bands=bands), LINKED) is None
