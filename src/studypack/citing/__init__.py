"""How sources are cited: notes or brackets, short labels and the list of sources, by style.

``style_of`` gives the style of a course. ``label``, ``labelled`` and ``locator`` are the labels
of cards and poster, which are the same for every course.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from studypack.citing.apa import Apa
from studypack.citing.chicago import Chicago
from studypack.citing.labels import label, labelled, locator
from studypack.citing.mla import Mla
from studypack.citing.style import Style
from studypack.summary.course import CitationStyle
from studypack.summary.sources import Source

__all__ = ["Style", "label", "labelled", "locator", "style_of"]

_STYLES: Mapping[CitationStyle, type[Style]] = MappingProxyType(
    {CitationStyle.CHICAGO: Chicago, CitationStyle.MLA: Mla, CitationStyle.APA: Apa}
)


def style_of(wanted: CitationStyle, sources: Iterable[Source], language: str) -> Style:
    """A style for the sources of one book in a language of labels."""
    return _STYLES[wanted](sources, language)
