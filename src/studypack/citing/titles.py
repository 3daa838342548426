"""Titles: capitals as English headlines have them, and quotation marks within quotation marks."""

from __future__ import annotations

import re

from studypack.citing.terms import Terms

_SMALL_WORDS = (
    "a an the and but or nor for so yet as at by from in into of off on onto out over per to up"
    " upon via with within without about above across after against along among around before"
    " behind below beneath beside between beyond despite down during except inside like near"
    " outside past since through throughout till toward towards under until versus vs. v."
    " de d’ von van"
)
"""Articles, conjunctions and prepositions: small but where a title or subtitle begins or ends."""
_SMALL = frozenset(_SMALL_WORDS.split())
_WORD = re.compile(r"[^\s/–—-]+")


def headline(title: str, language: str) -> str:
    """An English title with the capitals of a headline; in other languages as it stands.

    The Chicago Manual, 17th ed., 8.159, and the MLA Handbook, 9th ed., 2.90. A word that has a
    capital anywhere keeps its letters.
    """
    if not language.startswith("en"):
        return title
    words = list(_WORD.finditer(title))
    out, end = [], 0
    for number, found in enumerate(words):
        before = title[: found.start()].rstrip()
        begins = not before or before[-1] in ":?!." or number == len(words) - 1
        word = found[0]
        bare = word.strip("“”‘’\"'(),;:?!")
        if word.islower() and (begins or bare not in _SMALL):
            word = re.sub(r"[^\W\d_]", lambda letter: letter[0].upper(), word, count=1)
        out += [title[end : found.start()], word]
        end = found.end()
    return "".join([*out, title[end:]])


def quoted(title: str, terms: Terms) -> str:
    """A title in quotation marks; those inside it become the other kind."""
    opens, closes = terms.inner_quotes
    inside = re.sub("“([^“”]*)”|„([^„”]*)”", rf"{opens}\1\2{closes}", title)
    return f"{terms.quotes[0]}{inside}{terms.quotes[1]}"


_ARTICLE = re.compile(r"(?:a|an|the)\s+", re.IGNORECASE)


def without_article(title: str) -> str:
    """A title without an English article at its beginning, as lists sort it."""
    return _ARTICLE.sub("", title, count=1) if _ARTICLE.match(title) else title
