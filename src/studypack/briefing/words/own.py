"""The words of the book as its pages print them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from studypack.briefing.words.words import Words
from studypack.summary.plural import Plural
from studypack.summary.text import in_language


@dataclass(frozen=True)
class OwnWords:
    """The same words as HTML, each marked with its language where the content is in another.

    A screen reader then says them as they are written. ``plain`` are those without a mark, for
    attributes and titles, where HTML has no place for one.
    """

    plain: Words
    lang: str
    """Their language if it is not that of the content, else empty."""

    def __getattr__(self, name: str) -> Markup:
        return in_language(getattr(self.plain, name), self.lang)

    def counted(self, name: str, count: int) -> Markup:
        """The phrase of a number: ``3 events``."""
        phrase = getattr(self.plain, name)
        assert isinstance(phrase, Plural)
        return in_language(phrase.of(count), self.lang)
