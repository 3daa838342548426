"""What Anki shows under the deck's name: edition, counts, how to update and what that keeps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from studypack.flashcards.field_text import escaped, marked_up
from studypack.flashcards.note import Note
from studypack.flashcards.words import about
from studypack.summary.course import Week
from studypack.summary.date_words import in_words
from studypack.summary.dates import parse
from studypack.summary.header import Header
from studypack.summary.topics import search_for


def describe(
    header: Header, notes: Sequence[Note], changed: dt.date, weeks: Sequence[Week] = ()
) -> str:
    """The description as HTML. ``changed`` is the date of the latest change in the pack.

    Each week of the term has a search that finds its cards.
    """
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
    if weeks:
        rows = "".join(f"<li>{_week(header, week)}</li>" for week in weeks)
        paragraphs.append(f"{escaped(words.weeks)}<ul>{rows}</ul>")
    elif header.topics:
        search = search_for(header, [header.topics[0].id])
        paragraphs.append(escaped(words.search.format(search=search)))
    credit = ". ".join(escaped(part) for part in (header.editors, header.licence) if part)
    paragraphs.append(credit)
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs if paragraph)


def _week(header: Header, week: Week) -> str:
    date = in_words(week.date, header.language)
    said = ": ".join(part for part in (date, week.title) if part)
    return f"{escaped(said)} – {escaped(search_for(header, week.topics))}"
