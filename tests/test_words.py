"""What packs say by themselves is said in every language of labels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from string import Formatter
from typing import Any

import pytest

from studypack.briefing import words as briefing
from studypack.citing.terms import terms_of
from studypack.flashcards import words as flashcards
from studypack.page import words as page
from studypack.poster import words as poster
from studypack.summary.course import Labels, labels_for
from studypack.summary.plural import Plural

OUTPUTS: Mapping[str, Mapping[Labels, Any]] = {
    "briefing": briefing.LANGUAGES,
    "poster": poster.LANGUAGES,
    "page": page.LANGUAGES,
}
TABLES: Mapping[str, Callable[[Labels], Any]] = {
    **{name: words.__getitem__ for name, words in OUTPUTS.items()},
    "flashcards": flashcards.labels,
    "fields of flashcards": flashcards.fixed,
    "description of the deck": flashcards.about,
    "citations": terms_of,
}
ALIKE = {"and_others": "et al. is Latin", "inside": "in is Latin too"}
"""Words that are rightly the same in another language than English, and why."""
FOREIGN = [language for language in Labels if not language.startswith("en")]


def phrases(word: object) -> Iterator[str]:
    """All that a word can be: a plural in each of its forms, a mapping under each of its keys."""
    match word:
        case str():
            yield word
        case Plural():
            yield from (form for form in (word.one, word.few, word.other) if form)
        case Mapping():
            yield from map(str, word.values())
        case tuple():
            yield from map(str, word)


def places(phrase: str) -> list[str]:
    """The names of the places in a phrase for what is filled in."""
    return sorted(name for _, name, _, _ in Formatter().parse(phrase) if name is not None)


def each(output: str, *languages: Labels) -> Iterator[tuple[str, str, Any, Any]]:
    """Language, name of a word, the word in English and in that language."""
    english = OUTPUTS[output][Labels.BRITISH]
    for language in languages or Labels:
        for field in fields(english):
            own = OUTPUTS[output][language]
            yield language, field.name, getattr(english, field.name), getattr(own, field.name)


@pytest.mark.parametrize("output", OUTPUTS)
def test_every_language_of_labels_has_every_word(output: str) -> None:
    assert set(OUTPUTS[output]) == set(Labels)
    for language, name, english, own in each(output):
        assert all(phrase.strip() for phrase in phrases(own)), (language, name)
        if isinstance(english, Mapping):
            assert set(own) == set(english), (language, name)


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_language_fills_in_what_english_fills_in(output: str) -> None:
    for language, name, english, own in each(output):
        wanted = {tuple(places(phrase)) for phrase in phrases(english)}
        assert {tuple(places(phrase)) for phrase in phrases(own)} == wanted, (language, name)


def said(word: object) -> set[str]:
    """All that a word can be and that has letters of its own."""
    return {
        phrase
        for phrase in phrases(word)
        if any(c.isalpha() for text, *_ in Formatter().parse(phrase) for c in text)
    }


def shared(english: Any, own: Any) -> set[str]:
    """The names of the words that are the same in English and in another language."""
    names = {field.name for field in fields(english)}
    return {name for name in names if said(getattr(english, name)) & said(getattr(own, name))}


@pytest.mark.parametrize("language", FOREIGN)
@pytest.mark.parametrize("table", TABLES)
def test_no_word_is_left_in_english(table: str, language: Labels) -> None:
    words = TABLES[table]
    assert shared(words(Labels.BRITISH), words(language)) - set(ALIKE) == set()


@pytest.mark.parametrize("output", OUTPUTS)
def test_words_know_their_language(output: str) -> None:
    for language, words in OUTPUTS[output].items():
        assert words.language == language


def test_an_american_book_spells_as_americans_do() -> None:
    for output in OUTPUTS:
        for _, name, _, own in each(output, Labels.AMERICAN):
            for phrase in phrases(own):
                for british in ("isation", "grey", "practise", "colour", "towards", " round", " %"):
                    assert british not in phrase, (output, name)


@pytest.mark.parametrize(
    ("content", "labels"),
    [("en-GB", "en-GB"), ("en-US", "en-US"), ("en", "en-GB"), ("pl", "pl"), ("pl-PL", "pl"),
     ("hu", "hu"), ("de", "en-GB"), ("hun", "en-GB")],
)  # fmt: skip
def test_labels_follow_the_content_or_are_british(content: str, labels: str) -> None:
    assert labels_for(content) == labels


@pytest.mark.parametrize(
    ("count", "english", "polish", "hungarian"),
    [
        (1, "1 event", "1 wydarzenie", "1 esemény"),
        (2, "2 events", "2 wydarzenia", "2 esemény"),
        (5, "5 events", "5 wydarzeń", "5 esemény"),
        (12, "12 events", "12 wydarzeń", "12 esemény"),
        (22, "22 events", "22 wydarzenia", "22 esemény"),
        (0, "0 events", "0 wydarzeń", "0 esemény"),
    ],
)
def test_counted_words_follow_their_number(
    count: int, english: str, polish: str, hungarian: str
) -> None:
    found = [
        briefing.LANGUAGES[language].events.of(count)
        for language in (Labels.BRITISH, Labels.POLISH, Labels.HUNGARIAN)
    ]
    assert found == [english, polish, hungarian]
