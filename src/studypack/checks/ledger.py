"""What makes a ledger unusable with its summary, found without making a card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from studypack.diagnostics import Diagnostic, Mark
from studypack.guess import did_you_mean
from studypack.ledger import FILE, Ledger, LedgerError, parse
from studypack.reading.files import EMPTY, read_text
from studypack.summary.items import Decision
from studypack.summary.summary import Summary


def usable(path: Path, summary: Summary) -> tuple[Ledger | None, list[Diagnostic]]:
    """The ledger that lies there; None where it cannot be used with this summary, and why.

    The summary is free of errors, or items that have one would count as vanished.
    """
    file = read_text(path)
    if isinstance(file, Diagnostic) and file.code != EMPTY:
        return None, [file]
    try:
        ledger = parse("" if isinstance(file, Diagnostic) else file.text)
    except LedgerError as error:
        return None, [Diagnostic("SP302", Mark(str(path)), str(error), error.hint)]
    lost = _lost(Mark(str(path)), ledger, summary)
    return (None, lost) if lost else (ledger, [])


def lasting(summary: Summary, given: Iterable[str]) -> Iterator[str]:
    """The names of all notes that a summary makes for students who were given these.

    Also of some that it makes for nobody else: a card that one has asks on, though it would not
    be asked of others any more.
    """
    events = {event.id: event for event in (*summary.events, *summary.decisions)}
    for event in events.values():
        yield from (f"date/{event.id}", f"sequence/{event.id}")
        if isinstance(event, Decision):
            yield f"decision/{event.id}"
        yield from (f"figure/{figure.id}" for figure in event.figures)
        yield from (f"effect/{event.id}/{link.to}" for link in event.led_to if link.to in events)
    for name in given:
        kind, *ids = name.split("/")
        if kind == "effect" and all(one in events for one in ids):
            yield name  # the link was taken back, and the note says so
    yield from (f"order/{pair.id}" for pair in summary.pairs)
    yield from (f"person/{person.id}" for person in summary.people)
    yield from (f"term/{term.id}" for term in summary.terms)


def _lost(where: Mark, ledger: Ledger, summary: Summary) -> list[Diagnostic]:
    """Notes that were made before and that the summary no longer makes; the last says what to do.

    Who has replaced a sample would read the same under each of its notes.
    """
    made = set(lasting(summary, ledger.notes))
    new = made - ledger.notes.keys()
    lost = sorted(ledger.notes.keys() - made)
    return [
        Diagnostic(
            "SP303",
            where,
            f"the ledger has the note '{name}', and the summary no longer makes it"
            f"{did_you_mean(name, new)}",
            _BACK if name == lost[-1] else "",
        )
        for name in lost
    ]


_BACK = (
    "An id never changes. Put the item back under its old id; to withdraw it, add `retired: why`"
    f" to it. If nobody has a deck yet, delete {FILE}: the next build begins it anew."
)
