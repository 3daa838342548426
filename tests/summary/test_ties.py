"""Polish words of one letter stay with the word behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from studypack.briefing import words as briefing
from studypack.page import words as page
from studypack.poster import words as poster
from studypack.summary.course import Labels
from studypack.summary.plural import Plural
from studypack.summary.ties import tied
from tests.test_words import phrases


@dataclass(frozen=True)
class Table:
    words: Any


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kto o tym zdecydował i jak", "Kto o~tym zdecydował i~jak"),
        ("Z lewej w dół", "Z~lewej w~dół"),
        ("za i przeciw, a w nim", "za i~przeciw, a~w~nim"),
        ("(i tak)", "(i~tak)"),
        ("od redakcji, ku niej", "od redakcji, ku niej"),
        ("arkusz A", "arkusz A"),
    ],
)
def test_a_letter_is_tied_to_the_next_word(words: str, expected: str) -> None:
    assert tied(Table(words)).words.replace("\xa0", "~") == expected


def test_all_that_a_table_can_hold_is_tied() -> None:
    assert tied(Table(("w nocy",))).words == ("w\xa0nocy",)
    assert tied(Table({"w nocy": "w nocy"})).words == {"w nocy": "w\xa0nocy"}
    assert tied(Table(Plural("pl", other="{} z nich"))).words == Plural("pl", other="{} z\xa0nich")
    assert tied(Table(None)).words is None


@pytest.mark.parametrize("output", [briefing, poster, page])
def test_no_label_leaves_a_letter_at_the_end_of_a_line(output: Any) -> None:
    table = output.words_for(Labels.POLISH)
    said = [phrase for word in vars(table).values() for phrase in phrases(word)]
    assert any("\xa0" in phrase for phrase in said)
    assert [p for p in said if {"w", "z", "i", "o", "u", "a"} & set(p.lower().split(" "))] == []
