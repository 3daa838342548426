"""A made-up subject for the deck: a river floods two towns in 1783, and two councils decide."""

from __future__ import annotations

from typing import Any

from studypack.flashcards import ledger as ledgers
from studypack.flashcards.note import Note
from studypack.flashcards.notes import notes_of
from studypack.flashcards.render import render
from studypack.ledger import Ledger
from studypack.select import Pack, full_course, select
from studypack.summary.course import Course, Selection
from studypack.summary.header import Header
from studypack.summary.items import Decision, Dispute, Event, Pair, Person, Quotation, Term
from studypack.summary.sources import Source
from studypack.summary.summary import Summary

NOW = 1_790_000_000
THEATRES = ("upper", "lower", "river", "court", "mill", "abbey", "ferry", "forge", "inn")

HEADER: dict[str, Any] = {
    "title": "The flood of 1783",
    "language": "en-GB",
    "description": "A river rises, and two councils quarrel about a *dam*.",
    "editors": "the editors",
    "licence": "CC BY-SA 4.0",
    "dates": "1783/1784",
    "crises": [
        {"id": "flood", "title": "The flood", "theatres": ["upper", "river"], "date": "1783-03"},
        {"id": "lawsuit", "title": "The lawsuit", "theatres": ["lower"], "date": "1784"},
    ],
    "countries": ["The valley"],
    "topics": [
        {"id": "water", "title": "Water"},
        {"id": "dam", "title": "The dam", "within": "water"},
        {"id": "law", "title": "Law"},
    ],
    "poster": {
        "headline": "High water",
        "deck": "Two towns and a dam",
        "bands": [{"from": "1783-03-01", "to": "1783-03-31", "unit": "day", "title": "Flood"}],
        "lanes": ["upper", "lower"],
    },
    "deck": {"name": "The flood", "namespace": "tests/flood"},
}
SOURCES = (
    Source(id="oakes", type="book", title="Floods", author=[{"family": "Oakes"}],
           issued={"date-parts": [[1901]]}),
    Source(id="ward", type="book", title="The dam", author=[{"family": "Ward"}],
           issued={"date-parts": [[1950]]}),
)  # fmt: skip

RAIN = Event(
    id="rain",
    date="1783-03-02",
    theatre="river",
    title="The river rises",
    detail="After ten days of rain the [ferry](#ferry-guild) stops.",
    summary="The ferry stops [@oakes, p. 12] and the [Wasser]{lang=de} rises [@oakes, pp. 12–13].",
    matters="It was the first warning [@ward, p. 4 n. 2].",
    importance=1,
    topics=["dam"],
    cite="[@oakes, p. 12]",
    figures=[
        {
            "id": "fig-height",
            "what": "height of the river",
            "unit": "feet",
            "readings": [
                {"value": 14, "qualifier": "about", "whose": "the miller",
                 "cite": "[@oakes, p. 9]"},
                {"value": 1200, "to": 1300, "whose": "a legend", "later": True},
            ],
        }
    ],
    led_to=[
        {"to": "dam-opened", "because": "the dam could hold no more [@ward, p. 7]"},
        {"to": "bridge-falls", "because": "it carried trees against the piers"},
    ],
)  # fmt: skip
BRIDGE = Event(
    id="bridge-falls",
    date="1783-03-04/1783-03-05",
    part_of_day="night",
    theatre="lower",
    title="The bridge falls",
    importance=1,
    cite="[@oakes, p. 15]",
)
MARKET = Event(
    id="market",
    date="1783-03-04",
    theatre="upper",
    title="The last market",
    importance=3,
    later=True,
    cite="[@oakes, p. 14]",
)
VERDICT = Event(
    id="verdict",
    date="1784-05-11",
    theatre="river",
    title="The verdict",
    importance=1,
    topics=["law"],
    cite="[@ward, p. 90]",
)
COMET = Event(
    id="comet",
    date="1783-08~",
    theatre="river",
    title="A comet",
    importance=2,
    cite="[@ward, p. 1]",
)
OPENED = Decision(
    id="dam-opened",
    date="1783-03-03",
    time="04:30",
    theatre="river",
    title="The dam is opened",
    importance=1,
    topics=["dam"],
    cite="[@oakes, p. 13]",
    body="upper-council",
    question="Open the dam, or trust that it holds?",
    options=[
        {"key": "open", "text": "open it at once"},
        {"key": "wait", "text": "wait for morning"},
    ],
    chosen="open",
    decided="Both gates of the dam are opened.",
    how="majority",
    dissent=[{"person": "brandt", "view": "the lower town must be warned first",
              "towards": "wait", "cite": "[@ward, p. 8]"}],
    reasons=["The wall had cracked."],
    consequence="The lower town was flooded.",
)  # fmt: skip
SUIT = Decision(
    id="suit",
    date="1783-06",
    theatre="lower",
    title="The lower town sues",
    crises=["lawsuit"],
    topics=["law"],
    cite="[@ward, p. 30]",
    body="brandt",
    question="Sue the upper town?",
    options=[{"key": "sue", "text": "sue"}, {"key": "talk", "text": "talk"}],
    chosen="sue",
    decided="To sue for 900 crowns.",
    how="not recorded",
)
BRANDT = Person(
    id="brandt",
    name="Jörg Brandt",
    native="Brandt Jörg",
    sort="Brandt, Jörg",
    lang="de",
    say="YURK BRAHNT",
    ipa="jœʁk bʁant",
    born="1731",
    died="1790-01",
    theatre="lower",
    country="The valley",
    who="Miller of the lower town who sued the upper",
    matters="He kept the only gauge.",
    roles=[{"title": "Miller", "from": "1760", "to": "1784", "cite": "[@oakes, p. 3]"},
           {"title": "Juror", "from": "1784", "later": True}],
    cite="[@oakes, pp. 3, 5]",
)  # fmt: skip
ILSE = Person(
    id="ilse",
    name="Ilse Korn",
    sort="Korn, Ilse",
    theatre="upper",
    country="The valley",
    who="Clerk of the upper council",
    cite="[@oakes, p. 6]",
)
COUNCIL = Term(
    id="upper-council",
    name="Council of the upper town",
    abbreviation="CUT",
    kind="organisation",
    theatre="upper",
    meaning="Nine householders who held the keys of the dam",
    cite="[@oakes, p. 2]",
)
GUILD = Term(
    id="ferry-guild",
    name="Fährgilde",
    lang="de",
    kind="organisation",
    meaning="The families who had the right to carry people across the river",
    cite="[@oakes, p. 2]",
)
DISPUTE = Dispute(
    id="which-day",
    title="Which day?",
    concerns=["rain"],
    claim="Did the river rise on the 1st?",
    readings=[{"who": "Ward", "says": "On the 1st.", "cite": "[@ward, p. 5]"}],
    brief="Ward says the 1st; Oakes, from the gauge, the 2nd.",
)
QUOTE = Quotation(
    id="quote-gauge",
    speaker="brandt",
    date="1783-03-02",
    quote="The gauge is under water & so am I",
    occasion="To the clerk, as he told it later",
    about=["rain"],
    cite="[@oakes, p. 12]",
)
ITEMS: dict[str, tuple[Any, ...]] = {
    "events": (VERDICT, RAIN, BRIDGE, MARKET, COMET),
    "decisions": (SUIT, OPENED),
    "people": (BRANDT, ILSE),
    "terms": (COUNCIL, GUILD),
    "disputes": (DISPUTE,),
    "quotations": (QUOTE,),
    "pairs": (),
}


def flood(theatres: int = 4, **changes: Any) -> Summary:
    """The made-up summary; ``changes`` replace its lists of items or fields of its header."""
    header = HEADER | {k: v for k, v in changes.items() if k not in ITEMS}
    header["theatres"] = [{"id": t, "title": t.title()} for t in THEATRES[:theatres]]
    items = ITEMS | {k: tuple(v) for k, v in changes.items() if k in ITEMS}
    return Summary(id="flood", header=Header(**header), sources=SOURCES, **items)


def pair(**update: Any) -> Pair:
    """Two events that are easily swapped."""
    told: dict[str, Any] = {
        "id": "dam-or-bridge",
        "one": "bridge-falls",
        "other": "dam-opened",
        "hint": "The bridge fell because the dam was open [@ward, p. 6].",
    }
    return Pair(**told | update)


def with_item(summary: Summary, item_id: str, /, **update: Any) -> Summary:
    """The summary after an author changed fields of one item."""

    def changed(item: Any) -> Any:
        if item.id != item_id:
            return item
        return type(item).model_validate(item.model_dump(by_alias=True) | update)

    kinds = {key: tuple(map(changed, getattr(summary, key))) for key in ITEMS}
    return Summary(id=summary.id, header=summary.header, sources=summary.sources, **kinds)


def pack_of(summary: Summary, **selection: Any) -> Pack:
    """The pack of a course that selects so; everything where nothing is said."""
    if not selection:
        return select(summary, full_course(summary.id))
    course = Course(id="some", summary=summary.id, selection=Selection(**selection))
    return select(summary, course)


def notes(summary: Summary, given: dict[str, frozenset[int]] | None = None) -> dict[str, Note]:
    """All notes of a summary by name."""
    return {note.name: note for note in notes_of(summary, given or {})}


def kept(summary: Summary, before: Ledger | None = None, now: int = NOW) -> Ledger:
    """The ledger after a build."""
    return ledgers.updated(before or Ledger(), summary, now)


def deck(summary: Summary, ledger: Ledger | None = None, **selection: Any) -> bytes:
    """The bytes of the deck."""
    (product,) = render(pack_of(summary, **selection), ledger or kept(summary))
    return product.data
