"""What stands above the needle: its poles never touch, and no leader runs through its words."""

from dataclasses import replace
from itertools import pairwise

import pytest

from studypack.poster.cards import cards
from studypack.poster.fit import Frame, fit
from studypack.poster.foot import plan_foot
from studypack.poster.head import name_widths
from studypack.poster.layout import Layout
from studypack.poster.marks import leaders
from studypack.poster.needle import Needle, needle
from studypack.poster.poles import above_needle, poles, poles_room
from studypack.poster.render import draw
from studypack.poster.scale import scale
from studypack.poster.sheet import A1, A2, A3
from studypack.summary import header as headers
from tests.poster.printed import printed
from tests.poster.subject import LANES, decision, event, header, pack

NOTE = "Each black diamond is a decision, placed between the poles by the editors. " * 2


def needle_of(left: str, right: str) -> headers.Needle:
    return headers.Needle(title="The sluice", left=left, right=right, note=NOTE)


def flood(left: str, right: str, *, first: int = 7):
    """A town on the left of the needle whose link ends on the right of it."""
    link = {"to": "boats", "because": "the one made the other", "poster": True}
    head = header(LANES[:4], needle=True)
    poster = head.poster.model_copy(update={"needle": needle_of(left, right)})
    return pack(
        event("rain", date="1783-01-20", led_to=[link]),
        event("boats", date="1783-03-08", theatre="abbey"),
        decision("open", date=f"1783-03-{first:02}", theatre="valley", stance=0.7),
        header=head.model_copy(update={"poster": poster}),
    )


@pytest.mark.parametrize("sheet", [A1, A2, A3], ids=lambda s: s.name)
def test_short_names_stand_side_by_side_and_long_ones_under_one_another(sheet):
    assert not poles(needle_of("Shut", "Open"), sheet).stacked
    assert poles(needle_of("Accommodation", "Confrontation"), sheet).stacked
    assert poles_room(needle_of("Accommodation", "Confrontation"), sheet) > poles_room(None, sheet)


def test_names_shrink_a_little_before_they_are_stacked():
    short, longer = (
        poles(needle_of(*names), A1) for names in (("Shut", "Open"), ("Confrontation", "Opening"))
    )
    assert longer.size < short.size
    assert not longer.stacked


@pytest.mark.parametrize("sheet", [A1, A3], ids=lambda s: s.name)
def test_long_names_do_not_touch_even_in_the_first_row(sheet):
    poster = draw(flood("Accommodation", "Confrontation", first=1), sheet)
    paper = printed(poster.product.data)
    assert paper.overlaps() == []
    assert "ACCOMMODATION CONFRONTATION" in paper.flat()


def test_a_leader_over_the_needle_runs_through_neither_its_note_nor_its_poles():
    given = flood("Shut", "Open")
    head = given.summary.header
    rows = scale(head.poster.bands)
    found = cards(given, rows)
    text = head.poster.needle
    fitted = fit(found, rows, A3, name_widths(head, found, A3), (Frame(30, poles_room(text, A3)),))
    layout = Layout(fitted, rows, found)
    swing = needle(fitted, {c.id: layout.top(c) for c in layout.shown.values()}, [])
    assert isinstance(swing, Needle)
    words, taken = above_needle(text, swing, layout)
    assert len(words) == 3, "there is room for the note"
    assert len(taken) == 2
    ways, _ = leaders(swing, layout, {layout.geometry.needle: taken})
    (way,) = ways
    middle = swing.middle
    levels = [
        y0
        for (x0, y0), (x1, y1) in pairwise(way.points)
        if y0 == y1 and min(x0, x1) < middle < max(x0, x1)
    ]
    assert levels
    assert not [y for y in levels for top, bottom in taken if top < y < bottom]


@pytest.mark.parametrize("sheet", [A1, A3], ids=lambda s: s.name)
def test_a_note_that_the_foot_does_not_hold_stands_above_the_needle(sheet):
    given = flood("Shut", "Open", first=18)
    head = given.summary.header
    rows = scale(head.poster.bands)
    found = cards(given, rows)
    text = head.poster.needle
    feet = [plan_foot(given, found, rows, sheet, note=note) for note in (False, True)]
    assert feet[0].height <= feet[1].height
    room = poles_room(text, sheet, note=True)
    names = name_widths(head, found, sheet)
    for first in (0, 18):  # even where the first decision would stand at the top of the chart
        moved = replace(
            found, cards=tuple(replace(c, row=c.row if first else 0) for c in found.cards)
        )
        fitted = fit(moved, rows, sheet, names, (Frame(feet[0].height, room),))
        layout = Layout(fitted, rows, moved)
        swing = needle(fitted, {c.id: layout.top(c) for c in layout.shown.values()}, [])
        assert isinstance(swing, Needle)
        words, _ = above_needle(text, swing, layout)
        assert "note" in words[0].classes
