"""Short labels as cards and the poster print them, the same for every course."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping

from studypack.citing.names import family
from studypack.citing.punctuation import in_full, short_place
from studypack.citing.style import letter, with_signs
from studypack.citing.terms import terms_of
from studypack.citing.titles import without_article
from studypack.summary.alphabet import alphabetical
from studypack.summary.citations import Citation, Locator
from studypack.summary.sources import Source


def label(source: Source, among: Iterable[Source] = ()) -> str:
    """As short as on a card: ``Doe 1998``, or ``Doe 1998a`` where others among these are so."""
    called = _called(source)
    alike = [other for other in among if _called(other) == called]
    if len(alike) < 2:
        return called
    alike.sort(key=lambda other: (alphabetical(without_article(other.title)), other.id))
    return called + letter([other.id for other in alike].index(source.id))


def _called(source: Source) -> str:
    who = family(source.author[0]) if source.author else ""
    year = source.issued.date_parts[0][0] if source.issued.date_parts else ""
    return f"{who or html.escape(source.container_title or source.title)} {year}".strip()


def labelled(group: Iterable[Citation], sources: Mapping[str, Source], language: str = "en") -> str:
    """Citations as short labels: ``Doe 1998, p. 172; Roe 1901``.

    Places in one source that follow each other are joined under one label, and called pages and
    notes in a language.
    """
    terms = terms_of(language)
    parts: list[tuple[str, list[str]]] = []
    for citation in group:
        name = label(sources[citation.key], sources.values())
        if citation.prefix:
            name = f"{html.escape(citation.prefix)} {name}"
        if not parts or parts[-1][0] != name:
            parts.append((name, []))
        where = with_signs(citation.locator, terms)
        if where and where not in parts[-1][1]:
            parts[-1][1].append(where)
    return "; ".join(", ".join([name, *places]) for name, places in parts)


def locator(place: Locator) -> str:
    """``172–174``, or ``210n187`` for a note."""
    return short_place(place, in_full)
