"""What there is, and what is said of it: of courses, summaries, items, figures and days.

An answer is a plain mapping of lines, in the order in which a reader wants them; what is empty
is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from studypack.catalogue import Target, dressed
from studypack.diagnostics import Diagnostic, has_errors
from studypack.flashcards.ledger import updated
from studypack.flashcards.note import Note
from studypack.flashcards.notes import notes_of
from studypack.ledger import FILE, Ledger, LedgerError, day_of, parse
from studypack.outputs import OUTPUTS, USUAL
from studypack.product import NOTHING
from studypack.reading import Reading
from studypack.reading.files import read_text
from studypack.select import Pack, select
from studypack.summary import text
from studypack.summary.base import RefMark
from studypack.summary.date_words import event_date, in_words
from studypack.summary.dates import Date
from studypack.summary.figure_words import reading_in_words
from studypack.summary.items import (
    Argument,
    Comparison,
    Dispute,
    Event,
    Figure,
    Item,
    Pair,
    Person,
    Question,
    Quotation,
    Section,
    Term,
)
from studypack.summary.summary import HEADER, Summary
from studypack.summary.walk import marked, texts

Answer = dict[str, Any]
_GROUPS = {"crises": "crisis", "theatres": "theatre", "topics": "topic", "parts": "part"}
"""What the header divides items into, and how one of them is called."""
_WORDS = 60
"""What an item says is cut off after so many words."""


@dataclass(frozen=True)
class Known:
    """A summary that was read, its courses, its cards and what the ledger knows of them."""

    reading: Reading
    summary: Summary
    targets: Sequence[Target]
    stamps: Ledger
    """As it lies there."""
    ledger: Ledger
    """As a build would have it; empty where the summary has errors."""
    notes: Sequence[Note]

    @classmethod
    def of(
        cls, folder: Path, reading: Reading, targets: Iterable[Target], found: Iterable[Diagnostic]
    ) -> Known | None:
        """None where the summary cannot be read; with errors in it, it has no cards.

        Raises CannotRenderError for a spoiled template of the cards.
        """
        if reading.summary is None:
            return None
        stamps, ledger, notes = _ledger(folder), Ledger(), tuple[Note, ...]()
        if not has_errors(found):
            notes = notes_of(reading.summary, stamps.given)
            ledger = updated(stamps, reading.summary, 0, notes)
        own = [target for target in targets if target.folder == folder]
        return cls(reading, reading.summary, own, stamps, ledger, notes)

    @cached_property
    def packs(self) -> dict[str, Pack]:
        """Id of a course -> what it selects."""
        found = (dressed(target, self.reading)[0].course for target in self.targets)
        return {course.id: select(self.summary, course) for course in found}

    @property
    def names(self) -> list[str]:
        """Every id of an item or a figure."""
        return [*self.summary.by_id, *self.summary.figures]

    @property
    def groups(self) -> list[tuple[str, str]]:
        """Every id of a crisis, theatre, topic or part, with the header's field for them before."""
        header = self.summary.header
        return [(field, row.id) for field in _GROUPS for row in getattr(header, field)]


def _ledger(folder: Path) -> Ledger:
    file = read_text(folder / FILE)
    try:
        return Ledger() if isinstance(file, Diagnostic) else parse(file.text)
    except LedgerError:
        return Ledger()  # `check` and `build` say what is wrong with it


def of_summary(known: Known) -> Answer:
    """A summary as a whole."""
    summary = known.summary
    return _filled(
        summary=summary.id,
        title=summary.header.title,
        file=known.reading.positions.at(HEADER).file,
        dates=in_words(summary.header.dates),
        holds=_counted(summary, summary),
        sources=list(summary.sources_by_key),
        courses=[target.course.id for target in known.targets],
        **{field: [row.id for row in getattr(summary.header, field)] for field in _GROUPS},
        flags=sorted({flag for item in summary.items() for flag in item.flags}),
    )


def of_course(known: Known, target: Target) -> Answer:
    """A course: how it is dressed, what it has, what its selection drops and why, its weeks."""
    pack = known.packs[target.course.id]
    course = pack.course
    why: dict[str, list[str]] = {}
    for one in pack.left_out:
        why.setdefault(one.why, []).append(one.id)
    wishes = course.model_dump(mode="json", exclude_unset=True, exclude_defaults=True)
    dress = {k: v for k, v in wishes.items() if k not in {"id", "summary", "weeks", "title"}}
    return _filled(
        course=course.id,
        title=course.title,
        file=str(target.file or ""),
        summary=course.summary,
        dress=dress,
        holds=_counted(pack.summary, known.summary),
        left_out={f"{reason} ({len(ids)})": ids for reason, ids in why.items()},
        weeks=[
            f"{in_words(week.date)}: {week.title} ({', '.join(week.topics)})"
            for week in course.weeks
        ],
    )


def of_group(known: Known, field: str, name: str) -> Answer:
    """A crisis, theatre, topic or part of the header, and what belongs to it."""
    summary, rows = known.summary, getattr(known.summary.header, field)
    index, row = next((index, row) for index, row in enumerate(rows) if row.id == name)
    return _filled(
        id=name,
        kind=_GROUPS[field],
        place=str(known.reading.positions.at(HEADER, (field, index))),
        title=row.title,
        within=getattr(row, "within", None),
        items=[item.id for item in summary.items() if name in _groups_of(summary, field, item)],
    )


def _groups_of(summary: Summary, field: str, item: Item) -> Collection[str]:
    """The crises, theatres, topics or parts that an item belongs to."""
    match field:
        case "crises":
            return summary.crises_of(item)
        case "topics":
            return summary.topics_of[item.id]
        case _:
            return (getattr(item, _GROUPS[field], ""),)


def of_item(known: Known, name: str) -> Answer:
    """An item or a figure: where it stands, what it says, what depends on it."""
    figure = known.summary.figures.get(name)
    if figure:
        return _of_figure(known, *figure)
    item = known.summary.by_id[name]
    return _filled(
        id=item.id,
        kind=item.kind_name,
        place=str(known.reading.positions.at(item.id)),
        title=title_of(item),
        date=_date(item),
        says=_says(item),
        importance=item.importance,
        topics=list(item.topics),
        retired=item.retired,
        cite=item.cite,
        **_around(known, item, name),
    )


def on(known: Known, date: Date) -> list[Answer]:
    """All that happened, was decided or was said at a date, or began or ended then.

    The last answer names what went on meanwhile.
    """
    summary = known.summary
    said = tuple(quotation for quotation in summary.quotations if not quotation.retired)
    found: list[Answer] = []
    meanwhile: list[str] = []
    dated: list[Event | Quotation] = [*summary.chronology, *said]
    for item in dated:
        first, last = item.date.first, item.date.last
        if date.first <= first <= date.last or date.first <= last <= date.last:
            found.append(of_item(known, item.id))
        elif first < date.first and date.last < last:
            meanwhile.append(f"{item.id} ({in_words(item.date)})")
    return [*found, *([{"meanwhile": meanwhile}] if meanwhile else [])]


def _of_figure(known: Known, figure: Figure, event: Event) -> Answer:
    index = event.figures.index(figure)
    return _filled(
        id=figure.id,
        kind="figure",
        place=str(known.reading.positions.at(event.id, ("figures", index))),
        title=figure.what,
        stands_in=event.id,
        says=[
            f"{reading_in_words(r, figure)}{f' ({r.whose})' if r.whose else ''} {r.cite}".strip()
            for r in figure.readings
        ],
        retired=figure.retired,
        **_around(known, event, figure.id),
    )


def _around(known: Known, item: Item, name: str) -> Answer:
    """What depends on an item, or on a figure in it."""
    own = [note for note in known.notes if item.id in note.items]
    if name != item.id:
        own = [note for note in own if name in note.name.split("/")]
    return {
        "disputed_in": [d.id for d in known.summary.disputes_about.get(name, ())],
        "named_by": list(_named_by(known, name)),
        "made_again": list(_made_again(known, item, own)),
        "left_out_by": [
            f"{course} ({one.why})"
            for course, pack in known.packs.items()
            for one in pack.left_out
            if one.id == item.id
        ],
        "cards": [_card(known, note) for note in own],
    }


def _named_by(known: Known, name: str) -> Iterator[str]:
    """What names this one in a field or leads to it in a text, other items or the header."""
    places = known.reading.positions
    for owner, model in known.summary.owners():
        if owner == name:
            continue
        found = [path for path, value, _ in marked(model, RefMark) if value == name]
        found += [
            p for p, value, blocks in texts(model) if name in text.linked(value, blocks=blocks)
        ]
        for path in found:
            yield f"{owner.strip('/')} ({places.at(owner, path, f'(#{name})')})"


def _made_again(known: Known, item: Item, notes: Iterable[Note]) -> Iterator[str]:
    """The outputs that a change of the item changes."""
    names = {note.name for note in notes}
    for course, pack in known.packs.items() if known.ledger.items else ():
        if item.id in pack.summary.by_id:
            outputs = []
            for output in USUAL:
                inputs = OUTPUTS[output].reads(pack, known.ledger, NOTHING, known.notes)
                if item.id in inputs or names & inputs.keys():
                    outputs.append(output)
            if outputs:
                yield f"{course}: {', '.join(outputs)}"


def _card(known: Known, note: Note) -> str:
    old = known.stamps.notes.get(note.name)
    if old is None:
        told = "new: no student has it yet"
    else:
        told = f"as of {day_of(old.stamp)}" + ("" if old.hash == note.hash else ", changed since")
    count = len(note.asks)
    return f"{note.name}: {count} {'card' if count == 1 else 'cards'}, {told}"


def title_of(item: Item) -> str:
    """How people call an item."""
    for field in ("title", "name", "quote", "prompt"):
        words = getattr(item, field, "")
        if words:
            return text.plain(words)
    return item.id


def _date(item: Item) -> str:
    if isinstance(item, Event):
        return event_date(item)
    if isinstance(item, Quotation):
        return in_words(item.date)
    if isinstance(item, Person):
        born, died = (in_words(d) if d else "" for d in (item.born, item.died))
        return f"{born}–{died}" if born or died else ""
    return ""


def _says(item: Item) -> str:
    match item:
        case Event():
            said = item.summary or item.detail
        case Person():
            said = item.who
        case Term():
            said = item.meaning
        case Dispute():
            said = item.brief or item.claim
        case Argument():
            said = item.thesis
        case Question():
            said = item.prompt
        case Quotation():
            said = item.occasion
        case Section():
            said = text.plain(item.text, blocks=True)
        case Comparison():
            said = ", ".join(row.label for row in item.rows)
        case Pair():
            said = item.hint
        case _:
            said = ""
    words = text.plain(said).split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")


def _counted(selected: Summary, whole: Summary) -> Mapping[str, str]:
    """Kind -> how many, and of how many where some were left out."""
    has, of = (Counter(i.kind_name for i in s.items() if not i.retired) for s in (selected, whole))
    return {
        kind: f"{has[kind]}" if has[kind] == count else f"{has[kind]} of {count}"
        for kind, count in of.items()
    }


def _filled(**lines: Any) -> Answer:
    return {name: value for name, value in lines.items() if value not in ("", None, [], {}, ())}
