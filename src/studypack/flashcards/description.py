"""What Anki shows under the deck's name: edition, counts, how to update and what that keeps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from studypack.flashcards.field_text import escaped, marked_up
from studypack.flashcards.note import Note
from studypack.flashcards.tags import search_for
from studypack.flashcards.words import about
from studypack.summary.date_words import in_words
from studypack.summary.dates import parse
from studypack.summary.header import Header


def describe(header: Header, notes: Sequence[Note], changed: dt.date) -> str:
    """The description as HTML. ``changed`` is the date of the latest change in the pack."""
    words = about(header.language)
    current = [note for note in notes if not note.retired]
    date = in_words(parse(changed.isoformat()), header.language)
    counts = words.amount.format(notes=len(current), cards=sum(len(note.asks) for note in current))
    paragraphs = [
        f"<b>{escaped(header.title)}</b>",
        marked_up(header.description),
        f"{escaped(words.edition.format(date=date))} {escaped(counts)}",
        escaped(" ".join((words.update, words.kept, words.lost))),
    ]
    if header.topics:
        search = search_for(header, [header.topics[0].id])
        paragraphs.append(escaped(words.search.format(search=search)))
    credit = ". ".join(escaped(part) for part in (header.editors, header.licence) if part)
    paragraphs.append(credit)
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs if paragraph)
