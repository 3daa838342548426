"""Notes of people and terms: what a name means, and what the name is."""

from __future__ import annotations

import unicodedata

from studypack.flashcards.field_text import escaped, later, listed, marked_up
from studypack.flashcards.note import Note
from studypack.flashcards.notetypes import PERSON, TERM
from studypack.flashcards.overview import Overview
from studypack.summary.date_words import in_words, until
from studypack.summary.dates import Date, parse
from studypack.summary.items import Person, Role, Term
from studypack.summary.language import primary


def person_note(overview: Overview, person: Person) -> Note:
    """Who was this? And who is meant?"""
    name, who = escaped(person.name, person.lang), marked_up(person.who)
    alike = overview.with_same_who(person)
    besides = listed(escaped(other.name, other.lang) for other in alike)
    theatre = overview.theatre(person.theatre)
    spoken = (q for q in overview.summary.quotations if q.speaker == person.id and not q.retired)
    quotations = overview.quotations(person) or sorted(spoken, key=lambda q: (q.importance, q.id))
    fields = {
        "Name": name,
        "Who": who,
        "Native name": escaped(person.native, _lang_of(person.native, person.lang)),
        "Pronunciation": escaped(person.say),
        "IPA": escaped(person.ipa),
        "Life": escaped(_life(person.born, person.died, overview.language)),
        "Roles": listed(_role(role, overview.language) for role in person.roles),
        "Country": escaped(person.country),
        "Besides": besides,
        **overview.common(
            person,
            shown=(person.who, *(role.title for role in person.roles)),
            cites=[role.cite for role in person.roles],
            quotation=next(iter(quotations), None),
            sort=person.sort,
        ),
    }
    asks = [("Who", name, who), ("Name", f"{theatre}: {who} {besides}", name)]
    return overview.note(f"person/{person.id}", PERSON, [person], fields, asks)


def term_note(overview: Overview, term: Term) -> Note:
    """What is this? And, where no other term means the same: what is it called?"""
    note_name = f"term/{term.id}"
    alike = overview.with_same_meaning(term)
    given = overview.was_given(note_name, TERM.asking.index("Term"))
    name, meaning = overview.name_of(term.id), marked_up(term.meaning)
    asked = "" if alike and not given else meaning
    besides = listed(overview.name_of(other.id) for other in alike) if asked else ""
    fields = {
        "Term": name,
        "Meaning": meaning,
        "Meaning asked": asked,
        "Besides": besides,
        "Abbreviation": escaped(term.abbreviation),
        "Native name": escaped(term.native, _lang_of(term.native, term.lang)),
        "Pronunciation": escaped(term.say),
        "IPA": escaped(term.ipa),
        "Kind": escaped(overview.words.kinds[term.kind]),
        **overview.common(
            term,
            shown=(term.meaning,),
            quotation=next(iter(overview.quotations(term)), None),
            sort=term.name,
        ),
    }
    asks = [("Meaning", name, meaning)]
    if asked:
        asks.append(("Term", f"{asked} {besides}", name))
    return overview.note(note_name, TERM, [term], fields, asks)


def _lang_of(native: str, lang: str | None) -> str | None:
    """``ru`` for Cyrillic letters where the name itself is in ``ru-Latn``."""
    if lang and lang.endswith("-Latn"):
        latin = all("LATIN" in unicodedata.name(c, "") for c in native if c.isalpha())
        return lang if latin else primary(lang)
    return lang


def _life(born: Date | None, died: Date | None, language: str) -> str:
    if not (born or died):
        return ""
    words = [in_words(date, language) if date else "" for date in (born, died)]
    return " – ".join(words).strip(" ") if all(words) else "–".join(words)


def _role(role: Role, language: str) -> str:
    words = marked_up(role.title)
    when = _period(role.start, role.end, language)
    if when:
        words += f", {escaped(when)}"
    return later(words) if role.later else words


def _period(start: Date | None, end: Date | None, language: str) -> str:
    if start and end:
        if start.edtf == end.edtf:
            return in_words(start, language)
        if not (start.is_interval or end.is_interval):
            return in_words(parse(f"{start.edtf}/{end.edtf}"), language)
        return f"{in_words(start, language)} – {in_words(end, language)}"
    if start:
        open_end = start if start.is_interval else parse(f"{start.edtf}/..")
        return in_words(open_end, language)
    return until(end, language) if end else ""
