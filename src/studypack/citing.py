"""Citations and bibliography in Chicago's notes style (17th ed., ch. 14), and as short labels.

All functions return HTML; titles of journals and books are in ``<em>``.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping

from studypack.summary.citations import Citation, Locator
from studypack.summary.date_words import month_name
from studypack.summary.sources import Name, Source

EDITORS = "Editors’ note"
"""What is cited for knowledge from outside the sources."""


class Notes:
    """Writes notes in order: a source in full the first time, in short form after that."""

    def __init__(self, sources: Mapping[str, Source], language: str = "en-GB") -> None:
        self._sources = sources
        self._language = language
        self._seen: set[str] = set()

    def note(self, group: Iterable[Citation]) -> str:
        """The text of one note: ``Jane Doe, ‘A Title’ (April 1998): 172.``"""
        parts: list[str] = []
        before = ""
        for citation in group:
            where = locator(citation.locator)
            if citation.key == before and where and not citation.prefix:
                parts[-1] += f", {where}"  # the same source again: its name is not repeated
            else:
                parts.append(self._one(citation))
            before = citation.key
        return "; ".join(parts) + "."

    def _one(self, citation: Citation) -> str:
        source = self._sources[citation.key]
        first = citation.key not in self._seen
        self._seen.add(citation.key)
        text = full(source, self._language) if first else short(source)
        where = locator(citation.locator)
        if where:
            text += (": " if first and source.volume else ", ") + where
        return f"{html.escape(citation.prefix)} {text}" if citation.prefix else text


def locator(place: Locator) -> str:
    """``172–174``, or ``210n187`` for a note, as Chicago writes them."""
    pages = ", ".join(_range(pair) for pair in place.pages)
    if not place.notes:
        return pages
    mark = "n" if len(place.notes) == 1 and place.notes[0][0] == place.notes[0][1] else "nn"
    return f"{pages}{mark}{', '.join(_range(pair) for pair in place.notes)}"


def full(source: Source, language: str = "en-GB") -> str:
    """The first reference to a source in a note."""
    authors = " and ".join(_name(n) for n in source.author)
    if source.container_title:
        return _join(authors, _title(source), _container(source, language))
    imprint = _imprint(source, language)
    return _join(authors, _title(source)) + (f" ({imprint})" if imprint else "")


def short(source: Source) -> str:
    """Later references: family name and short title."""
    authors = " and ".join(html.escape(n.family or n.literal) for n in source.author)
    title = html.escape(source.title_short or source.title)
    return _join(authors, f"‘{title}’" if source.container_title else f"<em>{title}</em>")


def bibliography_entry(source: Source, language: str = "en-GB") -> str:
    """One entry of the list of sources, family name first."""
    authors = ", and ".join(_name(n, inverted=i == 0) for i, n in enumerate(source.author))
    inside = bool(source.container_title)
    container = _container(source, language) if inside else _imprint(source, language)
    if source.page and inside:
        container += ": " + html.escape(source.page.replace("-", "–"))
    parts = [authors, _title(source), container, html.escape(source.url or source.doi)]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def label(source: Source) -> str:
    """As short as on a card: ``Doe 1998``."""
    who = source.author[0].family or source.author[0].literal if source.author else ""
    year = source.issued.date_parts[0][0] if source.issued.date_parts else ""
    return html.escape(f"{who or source.container_title or source.title} {year}".strip())


def labelled(group: Iterable[Citation], sources: Mapping[str, Source]) -> str:
    """Citations as short labels: ``Doe 1998, p. 172; Roe 1901``.

    Places in one source that follow each other are joined under one label.
    """
    parts: list[tuple[str, list[str]]] = []
    for citation in group:
        name = label(sources[citation.key])
        if citation.prefix:
            name = f"{html.escape(citation.prefix)} {name}"
        if not parts or parts[-1][0] != name:
            parts.append((name, []))
        where = str(citation.locator)
        if where and where not in parts[-1][1]:
            parts[-1][1].append(where)
    return "; ".join(", ".join([name, *places]) for name, places in parts)


def _title(source: Source) -> str:
    title = html.escape(source.title)
    return f"‘{title}’" if source.container_title else f"<em>{title}</em>"


def _container(source: Source, language: str) -> str:
    """The journal or magazine that an article stands in, with volume and date."""
    date = _date(source, language)
    text = f"<em>{html.escape(source.container_title)}</em>"
    if not source.volume:
        return _join(text, date)
    text += f" {html.escape(source.volume)}"
    text += f", no. {html.escape(source.issue)}" if source.issue else ""
    return text + (f" ({date})" if date else "")


def _imprint(source: Source, language: str) -> str:
    """Where, by whom and when a book was published."""
    publisher = ": ".join(html.escape(p) for p in (source.publisher_place, source.publisher) if p)
    return _join(publisher, _date(source, language))


def _date(source: Source, language: str) -> str:
    if not source.issued.date_parts:
        return ""
    parts = [int(p) for p in source.issued.date_parts[0]]
    words = [str(parts[0])]
    if len(parts) > 1:
        words.insert(0, month_name(parts[1], language))
    if len(parts) > 2:
        words.insert(0, str(parts[2]))
    return " ".join(words)


def _name(name: Name, *, inverted: bool = False) -> str:
    if name.literal:
        return html.escape(name.literal)
    parts = (name.family, name.given) if inverted else (name.given, name.family)
    return html.escape((", " if inverted else " ").join(p for p in parts if p))


def _range(pair: tuple[int, int]) -> str:
    return str(pair[0]) if pair[0] == pair[1] else f"{pair[0]}–{pair[1]}"


def _join(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
