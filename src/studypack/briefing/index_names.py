"""Where people and terms are spoken of: by a link, or by a name that means nobody else."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain

from studypack.briefing.typography import JOINER
from studypack.select import Pack
from studypack.sheets import Piece
from studypack.summary.items import Person, Term
from studypack.summary.summary import Summary
from studypack.summary.text import links
from studypack.summary.walk import texts

ENOUGH = 2
"""How often authors call an item by the same words, in a link, before these count as its name."""

_OF = re.compile(r"’s?$")
_BESIDES = re.compile(r"(.*\S) \((.+)\)")
_ARTICLE = re.compile(r"(The|An|A) (?=\S)")
_WORD = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"(\w+)[ \N{NO-BREAK SPACE}]$")
_NAME_AFTER = re.compile(r"[ \N{NO-BREAK SPACE}]([^\W\d_]\w+)(?![\w’])")
_UNSEEN = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{ZERO WIDTH NON-JOINER}\N{WORD JOINER}"))


class Names:
    """What words mean which person or term of a pack, or somebody who was not selected.

    An item's own names come first, then what authors call it in links, then family names and
    abbreviations; words that are the name of two at once mean neither.
    """

    def __init__(self, pack: Pack) -> None:
        summary = pack.summary
        people = (*summary.people, *strangers(pack))
        self.people = {person.id: person for person in people if not person.retired}
        self.terms = {term.id: term for term in summary.terms if not term.retired}
        self.linked = _linked(summary, self.people.keys() | self.terms.keys())
        """Id -> the words of links to it, where they are used often and for nothing else."""
        self._given = {word for p in self.people.values() for word in given_name(p).split()}
        self._families = {family_name(person) for person in self.people.values()}
        self._meant = self._meanings()
        fragments = [
            _fragment(name, self._meant[name] in self.terms)
            for name in sorted(self._meant, key=lambda name: (-len(name), name))
        ]
        # of two names at the same place, the first alternative that fits is the longer one
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(fragments) or '(?!)'})(?!\w)")

    def spoken_of(self, pieces: Iterable[Piece]) -> dict[str, set[int]]:
        """Id -> the numbers of the pages on which a person or term is linked or named."""
        found: dict[str, set[int]] = {}
        words: list[str] = []
        starts, pages, length = [0], [0], 0
        for piece in pieces:
            if piece.page != pages[-1]:
                starts.append(length)
                pages.append(piece.page)
            if piece.link in self.people or piece.link in self.terms:
                found.setdefault(piece.link, set()).add(piece.page)
                words.append("\N{OBJECT REPLACEMENT CHARACTER}")
            else:
                words.append(piece.text.translate(_UNSEEN))
            length += len(words[-1])
        text = "".join(words)
        for at, meant in self._in(text):
            found.setdefault(meant, set()).add(pages[bisect_right(starts, at) - 1])
        return found

    def _in(self, text: str) -> Iterator[tuple[int, str]]:
        """Where in a text which person or term is named."""
        small = {word for word in _WORD.findall(text) if word[0].islower()}
        for match in self._pattern.finditer(text):
            name = match[0].replace("\N{NO-BREAK SPACE}", " ")
            meant = self._meant.get(name) or self._meant.get(name[:1].swapcase() + name[1:], "")
            if meant and not (name in self._families and self._of_another(match, meant, small)):
                yield match.end() - 1, meant

    def _of_another(self, match: re.Match[str], meant: str, small: Set[str]) -> bool:
        """Whether a family name is part of the name of somebody who is not listed.

        ``small`` are the words that the text also writes with a small letter: they are no names.
        """
        before = _WORD_BEFORE.search(match.string, max(0, match.start() - 40), match.start())
        after = _NAME_AFTER.match(match.string, match.end())
        strange = self._given - set(given_name(self.people[meant]).split())
        if before and before[1] in strange:
            return True
        return bool(after and after[1][0].isupper() and after[1].lower() not in small)

    def _meanings(self) -> dict[str, str]:
        """Name -> the id it means; empty where it means two."""
        own = [(name, p.id) for p in self.people.values() for name in (p.name, p.native)]
        own += [(name, t.id) for t in self.terms.values() for name in names_of(t)]
        linked = [(name, item) for item, words in self.linked.items() for name in words]
        short = [(family_name(person), person.id) for person in self.people.values()]
        short += [(term.abbreviation, term.id) for term in self.terms.values()]
        meant: dict[str, str] = {}
        for rank in (own, linked, short):
            claims: dict[str, set[str]] = {}
            for name, item in rank:
                if name and name not in meant:
                    claims.setdefault(name, set()).add(item)
            meant |= {name: min(c) if len(c) == 1 else "" for name, c in claims.items()}
        return meant


def strangers(pack: Pack) -> tuple[Person, ...]:
    """People of the summary who were not selected: what is theirs is nobody else's name."""
    return tuple(p for p in pack.whole.people if p.id not in pack.summary.people_by_id)


def family_name(person: Person) -> str:
    """``Petőfi`` of ``Petőfi, Sándor``; empty where the name is not inverted."""
    family, comma, _ = person.sort.partition(",")
    return family if comma else ""


def given_name(person: Person) -> str:
    """``Sándor`` of ``Petőfi, Sándor``."""
    return person.sort.partition(",")[2].strip()


def names_of(term: Term) -> tuple[str, ...]:
    """What a term is called in full: without its article, in its own language, in brackets."""
    besides = _BESIDES.fullmatch(term.name)
    called = (besides[1], besides[2]) if besides else (term.name,)
    return (*(_ARTICLE.sub("", name, count=1) for name in called), term.native)


def _linked(summary: Summary, ids: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    known = frozenset(ids)
    current = (item for item in summary.items() if not item.retired)
    said = chain.from_iterable(texts(item) for item in current)
    uses = Counter(
        (target, _OF.sub("", " ".join(words.split())))
        for _, text, blocks in said
        if "](#" in text
        for target, words in links(text, blocks=blocks)
        if target in known
    )
    named = Counter(words for _, words in uses)
    found: dict[str, tuple[str, ...]] = {}
    for (target, words), times in sorted(uses.items()):
        proper = words[:1].isupper() or words[:1].isdigit()
        if proper and times >= ENOUGH and named[words] == 1:
            found[target] = (*found.get(target, ()), words)
    return found


def _fragment(name: str, either_case: bool) -> str:
    """A name as a regular expression; a term stands with a small letter within a sentence."""
    first, rest = name[:1], re.escape(name[1:]).replace(r"\ ", f"[ \N{NO-BREAK SPACE}]{JOINER}?")
    if either_case and first.swapcase() != first:
        return f"[{first}{first.swapcase()}]{rest}"
    return re.escape(first) + rest
