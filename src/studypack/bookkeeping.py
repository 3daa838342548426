"""The ledger on disk: read, brought up to date, written back, and mended."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from studypack.checks import usable
from studypack.diagnostics import Diagnostic, Mark, Severity, first_of
from studypack.flashcards.ledger import updated
from studypack.flashcards.mending import in_conflict, join, latest, salvage
from studypack.flashcards.note import Note
from studypack.flashcards.notes import notes_of
from studypack.ledger import FILE, Ledger, LedgerError, changes, day_of, dump, parse
from studypack.product import CannotRenderError
from studypack.reading.files import EMPTY, read_text
from studypack.summary.summary import Summary
from studypack.writing import one_at_a_time, sweep, write_whole


@dataclass(frozen=True)
class Kept:
    """A ledger that is up to date, and the notes that it knows."""

    ledger: Ledger
    notes: tuple[Note, ...]


def keep(
    folder: Path, summary: Summary, now: int, *, locked: bool
) -> tuple[Kept | None, list[Diagnostic]]:
    """The ledger of a summary, up to date; its file is rewritten where anything changed.

    ``locked``, or where the file cannot be written, nothing may change: what would have is an
    error. None where the ledger cannot be used. Raises CannotRenderError for a spoiled template of
    the cards.
    """
    sweep(folder)
    with one_at_a_time(folder):  # or two builds would stamp one correction twice
        return _kept(folder / FILE, summary, now, locked=locked)


def _kept(
    path: Path, summary: Summary, now: int, *, locked: bool
) -> tuple[Kept | None, list[Diagnostic]]:
    where, there = Mark(str(path)), path.exists()
    before, found = usable(path, summary) if there else (Ledger(), [])
    if before is None:
        return None, found
    notes = notes_of(summary, before.given)
    after = updated(before, summary, now, notes)
    if after.given != before.given:
        notes = notes_of(summary, after.given)
    changed = changes(before, after, now)
    if changed.ahead:
        message = f"stamped more than a day ahead: {first_of(changed.ahead)}"
        hint = "A clock was wrong. Corrections still reach students; each stamp rises from there."
        found.append(Diagnostic("SP306", where, message, hint, Severity.WARNING))
    if not changed:
        return Kept(after, notes), found
    if locked or not os.access(path if there else path.parent, os.W_OK):
        message = f"the ledger is behind: {first_of((*changed.new, *changed.corrected))}"
        hint = "Run `studypack build` where the ledger can be written, and commit the file."
        return None, [*found, Diagnostic("SP304", where, message, hint)]
    if not there:
        message = "there was no ledger; a new one is written"
        hint = (
            "Commit it. If students have an earlier deck, restore the old ledger instead:"
            " with a new one every card counts as corrected."
        )
        found.append(Diagnostic("SP305", where, message, hint, Severity.WARNING))
    unwritten = _written(path, after)
    return (None, unwritten) if unwritten else (Kept(after, notes), found)


def mend(
    folder: Path, summary: Summary, now: int, *, restamp: bool
) -> tuple[str, list[Diagnostic]]:
    """Repairs the ledger of a summary; says in a sentence what was done, if anything was.

    A file in conflict gets the entries of both sides. With ``restamp``, one that is lost or
    spoiled is made anew from what can be read of it; the rest is stamped later than all of that.
    """
    with one_at_a_time(folder):  # or what a build stamps meanwhile would be lost
        try:
            return _mended(folder / FILE, summary, now, restamp=restamp)
        except CannotRenderError as error:  # how a card looks is a part of what is stamped
            return "", list(error.diagnostics)


def _mended(
    path: Path, summary: Summary, now: int, *, restamp: bool
) -> tuple[str, list[Diagnostic]]:
    where = Mark(str(path))
    file = read_text(path) if path.exists() else None
    if isinstance(file, Diagnostic) and file.code != EMPTY:
        return "", [file]
    text = "" if file is None or isinstance(file, Diagnostic) else file.text
    try:
        if in_conflict(text):
            joined = join(text)
            count = len(joined.differing)
            unwritten = _written(path, joined.ledger)
            said = f"both sides joined; the later stamp was taken of {count} entries"
            return "" if unwritten else said, unwritten
        if text:
            ledger = parse(text)
            if lost := usable(path, summary)[1]:
                return "", lost
            told = f"{len(ledger.notes)} notes, last changed {day_of(latest(ledger))}"
            return f"{told}; nothing to repair", []
    except LedgerError as error:
        if not restamp:
            return "", [Diagnostic("SP302", where, str(error), error.hint)]
    if not restamp:
        message = "there is no ledger"
        hint = (
            "Restore it from the repository if students have a deck. If it is lost, or there never"
            " was one, `studypack ledger --restamp` makes it."
        )
        return "", [Diagnostic("SP307", where, message, hint)]
    return _restamped(path, summary, salvage(text), now)


def _restamped(
    path: Path, summary: Summary, known: Ledger, now: int
) -> tuple[str, list[Diagnostic]]:
    """Writes the ledger anew: what is known keeps its stamp, the rest gets a later one."""
    ledger = updated(known, summary, max(now, latest(known) + 1))
    unwritten = _written(path, ledger)
    if unwritten:
        return "", unwritten
    anew = [name for name, entry in ledger.notes.items() if known.notes.get(name) != entry]
    message = f"{len(anew)} of {len(ledger.notes)} notes are stamped anew"
    hint = "Each reaches every student once more; who tagged or edited one of them loses that."
    warning = Diagnostic("SP308", Mark(str(path)), message, hint, Severity.WARNING)
    return f"{len(ledger.notes) - len(anew)} notes kept their stamps", [warning]


def _written(path: Path, ledger: Ledger) -> list[Diagnostic]:
    try:
        write_whole(path, dump(ledger).encode("utf-8"))
    except OSError as error:
        hint = "Check that you may write to the folder and that the disk is not full."
        where = Mark(str(path))
        return [Diagnostic("SP402", where, f"cannot be written: {error.strerror}", hint)]
    return []
