"""A summary in a language of which there are no words: all that is said about it is British."""

from __future__ import annotations

import pytest

from studypack.flashcards.notes import notes_of
from studypack.select import full_course, select
from studypack.summary.figure_words import number_in_words
from studypack.summary.summary import Summary
from tests.conftest import Spoil, findings, summary_of


def in_language(lantern: Summary, language: str) -> Summary:
    header = lantern.header.model_copy(update={"language": language})
    return lantern.model_copy(update={"header": header})


@pytest.mark.parametrize("language", ["de", "grc", "xx", "en-AU"])
class TestWithoutWordsOfItsOwn:
    def test_cards_say_what_british_ones_say(self, lantern: Summary, language: str) -> None:
        british, others = notes_of(lantern), notes_of(in_language(lantern, language))
        for note, other in zip(british, others, strict=True):
            told = zip(note.fields, other.fields, strict=True)
            assert {pair for pair in told if len(set(pair)) > 1} <= {("en-GB", language)}

    def test_labels_of_a_pack_are_british(self, lantern: Summary, language: str) -> None:
        summary = in_language(lantern, language)
        assert select(summary, full_course("lantern")).labels == "en-GB"

    def test_numbers_are_british(self, language: str) -> None:
        assert number_in_words(12345.5, language) == "12,345.5"


def test_check_says_so_once(spoiled: Spoil) -> None:
    folder = spoiled("summary.yaml", "language: en-GB", "language: de")
    assert [d.code for d in findings(folder)] == ["SP228"]


@pytest.mark.parametrize("language", ["pl", "hu-HU", "en", "en-AU"])
def test_check_is_silent_where_there_are_labels(spoiled: Spoil, language: str) -> None:
    folder = spoiled("summary.yaml", "language: en-GB", f"language: {language}")
    assert findings(folder) == []


def test_check_is_silent_where_the_labels_are_chosen(spoiled: Spoil) -> None:
    chosen = "language: de\n  courses: {language: en-GB}"
    folder = spoiled("summary.yaml", "language: en-GB", chosen)
    assert summary_of(folder).header.language == "de"
    assert findings(folder) == []
