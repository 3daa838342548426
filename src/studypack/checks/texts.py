"""Rules about wording: texts can be read, fit where they are printed, and quote sparingly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

from studypack.checks.rule import Finding, rule
from studypack.diagnostics import Severity
from studypack.fonts import missing_glyphs
from studypack.summary import text
from studypack.summary.course import Labels, labels_for
from studypack.summary.foreign_markup import foreign_markup
from studypack.summary.language import primary
from studypack.summary.summary import HEADER, SOURCES, Summary
from studypack.summary.walk import Path, strings, texts, unsaid

QUOTATION_WORDS = 25
"""A short quotation; longer ones are somebody else's text."""
DETAIL_CHARACTERS = 125
"""One line under a title of the poster, as printed."""
MEANING_WORDS = 40
"""A definition that can be recalled."""
DECIDED_WORDS = 25
_KNOWN = (
    "Known are italics, links and citations, in sections also headings (#), lists and quotations."
    " To print the sign itself, put a backslash before it."
)
_SHORTER = "Say it shorter; what is left out can stand in `summary` or `matters`."


@rule("SP221")
def texts_can_be_read(summary: Summary) -> Iterator[Finding]:
    """The Markdown of a text is understood: links, spans and citations."""
    for owner, model in summary.owners():
        for path, value, blocks in texts(model):
            for problem in text.problems(value, blocks=blocks):
                yield Finding(owner, path, problem.message, "", problem.at)


@rule("SP226", Severity.WARNING)
def no_markup_from_elsewhere(summary: Summary) -> Iterator[Finding]:
    """No text holds a table, HTML, code or the like: it is printed as it is typed."""
    for owner, model in summary.owners():
        for path, value, blocks in texts(model):
            for problem in foreign_markup(value, blocks=blocks):
                yield Finding(owner, path, problem.message, _KNOWN, problem.at)


@rule("SP222")
def quotations_are_short(summary: Summary) -> Iterator[Finding]:
    """A literal quotation has at most 25 words."""
    for quotation in summary.quotations:
        count = len(quotation.quote.split())
        if count > QUOTATION_WORDS:
            message = f"the quotation has {count} words; at most {QUOTATION_WORDS} may be literal"
            yield Finding(quotation.id, ("quote",), message, "Quote less, or report it.")


@rule("SP223", Severity.WARNING)
def texts_fit_their_place(summary: Summary) -> Iterator[Finding]:
    """A line on the poster, a definition and a card's answer are as short as their place."""
    for event in (*summary.events, *summary.decisions):
        length = len(text.plain(event.detail))
        if length > DETAIL_CHARACTERS:
            message = f"`detail` has {length} characters; {DETAIL_CHARACTERS} fit on the poster"
            yield Finding(event.id, ("detail",), message, _SHORTER)
    for term in summary.terms:
        yield from _too_long(term.id, "meaning", term.meaning, MEANING_WORDS)
    for decision in summary.decisions:
        yield from _too_long(decision.id, "decided", decision.decided, DECIDED_WORDS)


def _too_long(owner: str, field: str, value: str, limit: int) -> Iterator[Finding]:
    count = len(text.plain(value).split())
    if count > limit:
        message = f"`{field}` has {count} words; at most {limit} can be recalled from a card"
        yield Finding(owner, (field,), message, _SHORTER)


@rule("SP224")
def names_are_unique(summary: Summary) -> Iterator[Finding]:
    """No two people, and no two terms, have the same name or the same short description."""
    for kind, rows in (
        (
            "name",
            [(p.id, p.name) for p in summary.people] + [(t.id, t.name) for t in summary.terms],
        ),
        ("who", [(p.id, text.plain(p.who)) for p in summary.people]),
        ("meaning", [(t.id, text.plain(t.meaning)) for t in summary.terms]),
    ):
        seen: dict[str, str] = {}
        for owner, value in rows:
            if value.casefold() in seen:
                message = f"'{value[:40]}' is also the {kind} of '{seen[value.casefold()]}'"
                yield Finding(owner, (kind,), message, "A card could not tell them apart.")
            seen.setdefault(value.casefold(), owner)


@rule("SP227")
def what_is_needed_is_said(summary: Summary) -> Iterator[Finding]:
    """A text that must be written is not empty."""
    for owner, model in summary.owners():
        for path in unsaid(model):
            message = f"`{path[-1]}` is empty"
            yield Finding(owner, path, message, "Write it, or take out what it belongs to.")


@rule("SP228", Severity.WARNING)
def the_language_has_labels(summary: Summary) -> Iterator[Finding]:
    """There are labels in the language of the content, or the header says in which they are."""
    language = summary.header.language
    if summary.header.courses.language or primary(labels_for(language)) == primary(language):
        return
    from babel import Locale  # noqa: PLC0415  (only where a language has to be named)

    named = Locale("en").languages.get(primary(language), f"'{language}', which is no language")
    message = f"there are no labels in {named}: headings, dates and numbers are in English"
    known = ", ".join(Labels)
    hint = f"There are labels in {known}; with `courses: {{language: en-GB}}` it is meant so."
    yield Finding(HEADER, ("language",), message, hint)


UNPRINTABLE = "SP225"
_CONTROL = re.compile(r"[\x0b-\x1f\x85\u2028\u2029]")
"""Spaces and line ends to Python, and to Markdown; nothing to a font."""
_INVISIBLE = "Delete it; it is usually invisible, and came along from another program."


def unprintable_in_summary(summary: Summary, courses: Mapping[str, Set[int]]) -> Iterator[Finding]:
    """Every character of every text for which the fonts of a course have no glyph.

    ``courses`` are their names, with the codes of the characters that their own fonts add.
    """
    for owner, model in summary.owners():
        for path, value in strings(model):
            yield from unprintable(owner, path, value, courses)
    for index, source in enumerate(summary.sources):
        for name, value in source.model_dump(by_alias=True).items():
            for words in _words_in(value):
                yield from unprintable(SOURCES, (index, name), words, courses)


def _words_in(value: object) -> Iterator[str]:
    """The strings of a record, those of its names too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _words_in(inner)


def unprintable(
    owner: str, path: Path, value: str, courses: Mapping[str, Set[int]]
) -> Iterator[Finding]:
    """The characters of a text for which the fonts of a course have no glyph."""
    if value.isascii() and value.isprintable():
        return
    for character in dict.fromkeys(_CONTROL.findall(value)):
        message = f"a character that no font has, U+{ord(character):04X}"
        yield Finding(owner, path, message, _INVISIBLE, character)
    for character in missing_glyphs(value):
        lacking = [course for course, codes in courses.items() if ord(character) not in codes]
        if lacking:
            named = f"the course{'s' if len(lacking) > 1 else ''} {', '.join(lacking)}"
            message = f"no font of {named} has the character '{character}' (U+{ord(character):04X})"
            hint = "Spell it otherwise, such as romanised, or name a font that has it in `fonts`."
            yield Finding(owner, path, message, hint, character)
