"""A painted chart: needle, leaders and bars keep clear of the words."""

import re
from itertools import combinations, pairwise

import pytest

from studypack.poster.blanks import Blanks
from studypack.poster.cards import cards
from studypack.poster.chart import Chart, paint_chart
from studypack.poster.fit import Frame, fit
from studypack.poster.head import name_widths
from studypack.poster.layout import Layout
from studypack.poster.links import conflict
from studypack.poster.marks import ARROW, PITCH
from studypack.poster.scale import scale
from studypack.poster.shapes import Drawing
from studypack.poster.sheet import A1
from tests.poster.subject import LANES, decision, event, header, pack


def chart_of(*items, **settings) -> tuple[Layout, Chart, Drawing]:
    given = pack(*items, header=header(**settings))
    head = given.summary.header
    rows = scale(head.poster.bands)
    found = cards(given, rows)
    fitted = fit(found, rows, A1, name_widths(head, found, A1), (Frame(50, 7),))
    layout, drawing = Layout(fitted, rows, found), Drawing()
    return layout, paint_chart(head, layout, drawing, mono=False, gaps=Blanks()), drawing


def link(to: str) -> dict[str, object]:
    return {"to": to, "because": "the one made the other", "poster": True}


@pytest.fixture(scope="module")
def quarrel() -> tuple[Layout, Chart, Drawing]:
    """Four lanes; the castle decides, left of it is the needle."""
    return chart_of(
        event("rain", date="1783-03-02", led_to=[link("shut"), link("boats")]),
        event("boats", date="1783-03-05", theatre="valley", led_to=[link("open")]),
        event("plea", date="1783-03-05", theatre="abbey", led_to=[link("open")]),
        event("wade", date="1783-03-02/1783-03-09", theatre="town", led_to=[link("open")]),
        event("tale", date="1783-03-11", theatre="town"),
        decision("shut", date="1783-03-03", theatre="valley", stance=-0.8),
        decision(
            "open",
            date="1783-03-07",
            theatre="valley",
            stance=0.7,
            dissent=[{"person": "reeve", "view": "too late", "stance": -0.4}],
            led_to=[link("flood")],
        ),
        event("flood", date="1783-03-08", theatre="castle", kind="violence", importance=1),
        decision("amends", date="1784-05", theatre="valley", stance=0.2, importance=1),
        lanes=LANES[:4],
        needle=True,
    )


def test_the_needle_stands_at_the_titles_of_its_decisions(quarrel):
    layout, chart, _ = quarrel
    assert chart.swing is not None
    assert [node.card.id for node in chart.swing.nodes] == ["shut", "open", "amends"]
    column = chart.swing.column
    for node in chart.swing.nodes:
        assert node.centre[1] == pytest.approx(layout.first_line(node.card))
        assert column.text < node.centre[0] - node.radius
        assert node.centre[0] + node.radius < column.right
        assert chart.swing.top < node.centre[1] < chart.swing.bottom


def test_the_day_on_which_the_needle_crosses_the_middle_is_marked(quarrel):
    _, chart, _ = quarrel
    assert chart.swing is not None
    assert chart.swing.turns() == {"open"}
    turned = [words.words for words in chart.elements if "turn" in getattr(words, "classes", "")]
    assert turned == ["7"]
    assert chart.turns


def test_all_leaders_are_drawn_apart_from_one_another(quarrel):
    _, chart, _ = quarrel
    assert len(chart.routes) == 6
    assert chart.unrouted == ()
    trouble = [conflict(a, b, A1.mm(PITCH)) for a, b in combinations(chart.routes, 2)]
    assert max(trouble) < 100, "no two share a track"
    assert sum(trouble) <= 3, "and few cross"


def test_no_leader_strikes_a_card(quarrel):
    layout, chart, _ = quarrel
    for way in chart.routes:
        for (x0, y0), (x1, y1) in pairwise(way.points):
            for card in layout.shown.values():
                column = layout.column(card)
                right = column.right
                if card.id in {way.source, way.target}:  # on its own line, behind the title
                    right = layout.title_end(card)
                across = min(x0, x1) < right and max(x0, x1) > column.text
                down = min(y0, y1) < layout.bottom(card) and max(y0, y1) > layout.top(card)
                assert not (across and down), (way, card.id)


def test_a_leader_ends_at_the_symbol_or_at_the_diamond(quarrel):
    layout, chart, _ = quarrel
    assert chart.swing is not None
    ends = {way.target: way.points[-1] for way in chart.routes if way.source == "rain"}
    node = next(n for n in chart.swing.nodes if n.card.id == "shut")
    assert ends["shut"][0] == pytest.approx(node.centre[0] - node.radius)
    assert ends["boats"][0] < layout.column(layout.shown["boats"]).text


def test_even_behind_a_title_that_fills_its_line_there_is_room_for_the_arrow():
    full = "A title just about as wide as it can be"
    layout, chart, _ = chart_of(
        *[event(f"w{n}", date=f"1783-03-{n:02}", theatre="castle") for n in range(2, 19)],
        *[
            event(f"t{n}", date=f"1783-03-{n:02}", title=full[: 20 + n], led_to=[link(f"t{n + 1}")])
            for n in range(2, 18)
        ],
        event("t18", date="1783-03-18", title=full),
        lanes=LANES[:2],
    )
    assert len(chart.routes) == 16
    for way in chart.routes:
        assert way.points[-2][0] - way.points[-1][0] >= layout.sheet.mm(ARROW)


def test_what_lasts_has_a_bar(quarrel):
    assert quarrel[1].has_bars
    assert not chart_of(event())[1].has_bars


def test_a_bar_is_broken_where_a_band_begins_and_a_very_long_one_is_not_drawn():
    layout, chart, drawing = chart_of(
        event(date="1783-03-19/1784-06"), event("b", theatre="castle")
    )
    assert chart.has_bars
    (bar,) = re.findall(r'<path d="(M[^"]*)" fill="none" stroke="#1B3F9B"', drawing.svg(9, 9, ""))[
        :1
    ]
    heading = layout.band_top(layout.scale.bands[2])
    assert float(re.findall(r"V([\d.]+)", bar)[-1]) < heading
    assert not chart_of(event(date="1783-03-02/1785"), event("b", theatre="castle"))[1].has_bars


def test_the_hairlines_of_rows_stop_behind_a_card_that_hangs_across_them():
    words = "The upper market is dry. " * 5
    long = [event(f"e{n}", date="1783-03-04", detail=words[:120], theatre="castle") for n in (1, 2)]
    layout, _, _ = chart_of(event(date="1783-03-05"), *long)
    hung = [
        row
        for row in layout.scale.rows[1:]
        for card in layout.shown.values()
        if layout.top(card) < layout.rows[row.index] < layout.bottom(card)
    ]
    assert len(hung) <= 1
