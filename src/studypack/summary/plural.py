"""Counted things in words, as the grammar of each language wants them."""

from __future__ import annotations

from dataclasses import dataclass

from babel import Locale


@dataclass(frozen=True)
class Plural:
    """A phrase with a number in it, for each class of numbers that the language tells apart.

    The classes are those of Unicode's CLDR (supplement "Plural Rules"): English has ``one`` and
    ``other``, Polish ``one``, ``few`` (2–4, 22–24) and ``many`` (0, 5–21, 25–31). Hungarian nouns
    stay singular after a number, so that ``other`` is all it needs.
    """

    language: str
    other: str
    one: str = ""
    few: str = ""

    def of(self, count: int) -> str:
        """The phrase for a number: ``3 events``."""
        rule = Locale.parse(self.language, sep="-").plural_form(count)
        return ({"one": self.one, "few": self.few}.get(rule) or self.other).format(count)
