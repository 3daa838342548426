"""A made-up subject that tests build on: the town of Aldermere floods in 1783; nothing happened."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from studypack.select import Pack, full_course, select
from studypack.summary.header import Header
from studypack.summary.items import Decision, Event, Person
from studypack.summary.sources import Source
from studypack.summary.summary import Summary

LANES = ("town", "castle", "valley", "abbey", "harbour", "moor")

SOURCE = Source.model_validate(
    {
        "id": "wick1901",
        "type": "book",
        "title": "The Flood at Aldermere",
        "author": [{"family": "Wick", "given": "Ada"}],
        "publisher": "Nowhere Press",
        "issued": {"date-parts": [[1901]]},
    }
)
LETTER = Source.model_validate(
    {
        "id": "reeve1783",
        "type": "letter",
        "title": "A letter from the dyke",
        "author": [{"family": "Reeve", "given": "John"}],
        "issued": {"date-parts": [[1783]]},
    }
)


def header(lanes: Iterable[str] = LANES[:2], *, needle: bool = False, **poster: Any) -> Header:
    """The header of the flood, with a lane for each of these theatres."""
    names = list(lanes)
    drawn = [*names[: len(names) // 2], "needle", *names[len(names) // 2 :]] if needle else names
    bands = [
        {"from": "1783-01", "to": "1783-02", "unit": "month", "title": "The wet winter"},
        {"from": "1783-03-01", "to": "1783-03-20", "unit": "day", "title": "The flood"},
        {"from": "1784", "to": "1785", "unit": "year", "title": "The repair"},
    ]
    poles = {"title": "The sluice", "left": "Shut", "right": "Open", "note": "Our own coding."}
    return Header.model_validate(
        {
            "title": "The flood at Aldermere",
            "description": "An invented town, an invented flood.",
            "dates": "1783/1785",
            "crises": [{"id": "flood", "title": "The flood", "theatres": names, "date": "1783-03"}],
            "theatres": [{"id": n, "title": n.title(), "subtitle": "and about"} for n in names],
            "deck": {"name": "Aldermere", "namespace": "tests/aldermere"},
            "licence": "CC0",
            "poster": {
                "year": "1783",
                "headline": "The water comes at night",
                "deck": "How Aldermere and its castle quarrelled over a sluice while a river rose",
                "bands": bands,
                "lanes": drawn,
                "needle": poles if needle else None,
                **poster,
            },
        }
    )


def event(id_: str = "rain", **fields: Any) -> Event:
    """An event of the flood."""
    given = {
        "id": id_,
        "date": "1783-03-04",
        "theatre": "town",
        "title": "The river leaves its bed",
        "detail": "By noon the lower market stands knee-deep; the upper gate is still dry.",
        "cite": "[@wick1901, p. 12]",
        **fields,
    }
    return Event.model_validate(given)


def decision(id_: str = "sluice", **fields: Any) -> Decision:
    """A decision about the sluice."""
    given = {
        "id": id_,
        "date": "1783-03-05",
        "theatre": "castle",
        "title": "The sluice stays shut",
        "detail": "The steward fears for the mill more than for the market.",
        "cite": "[@wick1901, p. 15]",
        "body": "steward",
        "question": "Should the sluice be opened?",
        "options": [{"key": "shut", "text": "Shut"}, {"key": "open", "text": "Open"}],
        "chosen": "shut",
        "decided": "To keep the sluice shut.",
        "how": "majority",
        **fields,
    }
    return Decision.model_validate(given)


REEVE = Person.model_validate(
    {
        "id": "reeve",
        "name": "John Reeve",
        "sort": "Reeve, John",
        "theatre": "town",
        "country": "Aldermere",
        "who": "Keeper of the dyke",
    }
)


def pack(*items: Event, header: Header) -> Pack:
    """A pack of these events and decisions."""
    summary = Summary(
        id="aldermere",
        header=header,
        sources=(SOURCE, LETTER),
        events=tuple(i for i in items if not isinstance(i, Decision)),
        decisions=tuple(i for i in items if isinstance(i, Decision)),
        people=(REEVE,),
    )
    return select(summary, full_course("aldermere"))


def crowded(count: int = 180) -> tuple[Event, ...]:
    """More than an A1 holds: five lanes, most of it in the last days before the dyke breaks."""
    kinds = ("event", "violence", "movement", "talks", "statement")
    items: list[Event] = []
    for n in range(count):
        day = 20 - int((n * 37 % 100) ** 0.5 * 1.4)
        lane = LANES[n * 7 % 5]
        common: dict[str, Any] = {
            "date": f"1783-03-{day:02}",
            "theatre": lane,
            "title": f"Word {n} from the {lane}",
            "detail": f"Messenger {n} says that the water stands at the {n}th step"
            " and that nobody will move the cattle to the hill before there is daylight.",
            "importance": 1 + (n % 6 > 0) + (n % 6 > 3),
            "cite": f"[@wick1901, p. {n + 1}]",
        }
        if n % 25 == 0:
            stance = 0.8 if n % 50 else -0.7
            items.append(decision(f"e{n}", **{**common, "theatre": "valley", "stance": stance}))
        else:
            items.append(event(f"e{n}", kind=kinds[n % 5], **common))
    return tuple(items)
