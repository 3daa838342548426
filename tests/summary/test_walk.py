"""Marked strings are found wherever they stand: in fields, lists, cells, and models in models."""

from __future__ import annotations

from studypack.summary.base import CiteMark, RefMark
from studypack.summary.items import Comparison, Event, Section
from studypack.summary.walk import marked, strings, texts

FIRE = Event.model_validate(
    {
        "id": "fire",
        "date": "1783-06",
        "theatre": "river",
        "title": "Fire",
        "cite": "[@doe, p. 1]",
        "place": "quay",
        "people": ["ann", "ben"],
        "figures": [{"id": "dead", "what": "dead", "readings": [{"value": 3, "cite": "[@roe]"}]}],
        "led_to": [{"to": "flood", "because": "*nobody* looked"}],
    }
)


def test_references_in_lists_and_in_fields_that_can_be_empty() -> None:
    found = {path: (value, mark.kinds) for path, value, mark in marked(FIRE, RefMark)}
    assert found == {
        ("theatre",): ("river", ("theatre",)),
        ("people", 0): ("ann", ("person",)),
        ("people", 1): ("ben", ("person",)),
        ("place",): ("quay", ("term",)),
        ("led_to", 0, "to"): ("flood", ("event", "decision")),
    }


def test_citations_of_an_item_and_of_what_lies_in_it() -> None:
    assert [(path, value) for path, value, _ in marked(FIRE, CiteMark)] == [
        (("cite",), "[@doe, p. 1]"),
        (("figures", 0, "readings", 0, "cite"), "[@roe]"),
    ]


def test_empty_texts_are_left_out() -> None:
    assert list(texts(FIRE)) == [(("led_to", 0, "because"), "*nobody* looked", False)]


def test_texts_in_the_cells_of_a_table_under_their_columns() -> None:
    table = Comparison.model_validate(
        {
            "id": "both",
            "title": "Both",
            "columns": ["left", "right"],
            "rows": [{"label": "Mood", "cells": {"left": "calm", "right": "wild"}}],
        }
    )
    assert list(texts(table)) == [
        (("rows", 0, "cells", "left"), "calm", False),
        (("rows", 0, "cells", "right"), "wild", False),
    ]


def test_narrative_is_a_block_text() -> None:
    section = Section(id="night", title="Night", part="one", text="# Night\n\nDark.")
    assert list(texts(section)) == [(("text",), "# Night\n\nDark.", True)]


def test_strings_are_all_marked_or_not() -> None:
    assert {
        (("id",), "fire"),
        (("title",), "Fire"),
        (("kind",), "event"),
        (("figures", 0, "what"), "dead"),
        (("cite",), "[@doe, p. 1]"),
    } < set(strings(FIRE))
