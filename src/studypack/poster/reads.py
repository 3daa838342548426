"""What a poster is made from: of each item only the fields that it prints."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from studypack.digest import digest
from studypack.inputs import Inputs, of_course
from studypack.product import Wishes
from studypack.select import Pack
from studypack.summary.items import Dispute, Event, Item, Person, Term
from studypack.summary.summary import HEADER, SOURCES

_DRESS = (
    *("poster", "paper", "ink", "language", "citations", "fonts"),
    *("title", "institution", "instructor", "term", "logo"),
)
NOT_PRINTED = {
    Event: {"summary", "matters", "question", "reasons", "consequence", "topics", "flags"},
    Person: {"ipa", "born", "died", "who", "matters", "roles", "topics", "flags", "cite", "say"},
    Term: {"ipa", "kind", "meaning", "matters", "topics", "flags", "cite", "say"},
    Dispute: {"claim", "stand", "brief", "readings", "topics", "flags", "cite"},
}


def reads(pack: Pack, hashes: Mapping[str, str], wishes: Wishes) -> Inputs:
    """The inputs of a poster, and of the editions wished for."""
    whole, summary = pack.whole, pack.summary
    named = (*whole.people, *whole.terms, *whole.disputes)
    return {
        "the header": hashes[HEADER],
        "the sources": hashes[SOURCES],
        "the wishes": digest([wishes.blank, wishes.print_shop]),
        **dict(of_course(pack, _DRESS)),
        **{item.id: _digest(item) for item in (*summary.chronology, *named)},
    }


@lru_cache(maxsize=10_000)  # most courses of a summary have most of its items
def _digest(item: Item) -> str:
    without = next(fields for kind, fields in NOT_PRINTED.items() if isinstance(item, kind))
    return digest(item.model_dump(mode="json", exclude=without, exclude_defaults=True))
