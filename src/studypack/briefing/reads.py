"""What a briefing is made from: all that its course selects, and how the course dresses it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from studypack.briefing.index_names import strangers
from studypack.digest import digest
from studypack.inputs import Inputs, of_course, of_hashes
from studypack.select import Pack
from studypack.summary.course import Dress
from studypack.summary.items import Event, Pair, Person, Term
from studypack.summary.summary import HEADER, SOURCES

_DRESS = sorted(Dress.model_fields.keys() - {"selection", "poster"})


def reads(pack: Pack, hashes: Mapping[str, str]) -> Inputs:
    """The inputs of a briefing; ``hashes`` are those of the ledger for header, sources and items.

    Since the book prints the date of its latest change, any change in what it contains counts.
    """
    items = [item for item in pack.summary.items() if not isinstance(item, Pair)]
    return {
        "the header": hashes[HEADER],
        "the sources": hashes[SOURCES],
        "the date": str(pack.changed or ""),
        **dict(of_course(pack, _DRESS)),
        **dict(of_hashes(items, hashes)),
        # sections and the like stand as in the files; the order of events is that of time
        "the order": digest([item.id for item in items if not isinstance(item, Event)]),
        **{stranger.id: _called(stranger) for stranger in (*strangers(pack), *strange_terms(pack))},
    }


def handout_reads(pack: Pack, hashes: Mapping[str, str]) -> Inputs:
    """The inputs of a handout, which chooses by what the whole summary says of an item."""
    named = pack.whole.mentions
    counts = {i.id: named[i.id] for i in pack.summary.items() if not isinstance(i, Pair)}
    return {**reads(pack, hashes), "the weights": digest(counts)}


def strange_terms(pack: Pack) -> tuple[Term, ...]:
    """Terms of the summary that were not selected: bodies that decide are named all the same."""
    return tuple(t for t in pack.whole.terms if t.id not in pack.summary.by_id)


@lru_cache(10_000)  # asked again for each course
def _called(stranger: Person | Term) -> str:
    """What is printed of one who was not selected: how they are called, if nobody else is."""
    sort = (stranger.sort,) if isinstance(stranger, Person) else ()
    return digest((stranger.name, stranger.native, *sort, stranger.lang, bool(stranger.retired)))
