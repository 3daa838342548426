"""Rules about names: one form everywhere, and nobody introduced who is never met."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from studypack.checks.rule import Finding, rule
from studypack.diagnostics import Severity
from studypack.summary.base import RefMark
from studypack.summary.items import Item, Person, Term
from studypack.summary.summary import Summary
from studypack.summary.walk import marked, strings, texts

_WORD = re.compile(r"[^\W\d_]{3,}")
_TARGET = re.compile(r"\]\(#([a-z0-9-]+)\)")
_STROKED = str.maketrans("łŁøØđĐ", "lLoOdD")


def folded(word: str) -> str:
    """A word without accents and strokes: ``Čapek`` gives ``Capek``."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word.translate(_STROKED))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@rule("SP251")
def names_have_one_spelling(summary: Summary) -> Iterator[Finding]:
    """A name with accents is not written without them, nor with others."""
    proper: dict[str, set[str]] = {}
    for name in (*(p.sort for p in summary.people), *(t.name for t in summary.terms)):
        for word in _WORD.findall(name):
            proper.setdefault(folded(word), set()).add(word)
    accented = {plain: words for plain, words in proper.items() if words != {plain}}
    for owner, model in summary.owners():
        for path, value in strings(model):
            if path[0] in _NO_NAMES:
                continue
            for word in dict.fromkeys(w for w in _WORD.findall(value) if w[0].isupper()):
                right = accented.get(folded(word), {word})
                if word not in right:
                    message = f"'{word}' is spelt '{sorted(right)[0]}' elsewhere"
                    yield Finding(owner, path, message, "One name has one form.", word)


_NO_NAMES = {"id", "native", "lang", "cite", "say", "ipa", "editors", "link", "deck", "courses"}
"""Fields in which a name may be spelt otherwise; that of the deck never changes."""


@rule("SP252", Severity.WARNING, sound=True)
def items_are_used(summary: Summary) -> Iterator[Finding]:
    """A person or term of the list is met in some other item, by id or by name."""
    rows: tuple[Person | Term, ...] = (*summary.people, *summary.terms)
    unused = {item.id: _names(item) for item in rows if not item.retired}
    for item in summary.items():
        prose = " ".join(_prose(item))
        ids = {value for _, value, _ in marked(item, RefMark)} | set(_TARGET.findall(prose))
        prose = prose.casefold()
        for item_id in [i for i in unused if i != item.id]:
            if item_id in ids or any(name in prose for name in unused[item_id]):
                del unused[item_id]
    for item_id in unused:
        message = f"nothing refers to the {summary.by_id[item_id].kind_name} '{item_id}'"
        yield Finding(item_id, ("id",), message, "Name it where it matters, or leave it out.")


def _names(item: Person | Term) -> set[str]:
    if isinstance(item, Person):
        return {item.sort.split(",")[0].casefold()}
    return {n.casefold() for n in (item.name, item.native, item.abbreviation) if n}


def _prose(item: Item) -> Iterator[str]:
    yield from (value for _, value, _ in texts(item))
    yield getattr(item, "title", "")
