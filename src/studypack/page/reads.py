"""What the web page of a pack is made from: the files that it shows, and the cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from studypack.digest import digest
from studypack.flashcards.note import Note
from studypack.flashcards.notes import notes_in
from studypack.inputs import Inputs, of_course
from studypack.page.files import Lying, Neighbour
from studypack.select import Pack

_DRESS = (
    "accent", "audience", "institution", "instructor", "ink", "language", "paper", "poster",
    "term", "title", "weeks",
)  # fmt: skip


def reads(
    pack: Pack,
    notes: Iterable[Note],
    files: Sequence[Lying],
    changes: str,
    others: Sequence[Neighbour],
) -> Inputs:
    """The inputs of a page; ``notes`` are those of the whole summary, ``changes`` is CHANGES.md,
    ``others`` are the other packs in the folder. Title and language say themselves to those."""
    items = pack.whole.by_id  # a card stands under the first topic of what it rests on
    cards = [(n.name, n.hash, n.due, items[n.items[0]].topics[:1]) for n in notes_in(pack, notes)]
    return {
        "the header": digest(pack.summary.header.model_dump(mode="json")),
        "the date": str(pack.changed or ""),
        "CHANGES.md": digest(changes),
        "other packs": ", ".join(f"{one.name} {one.title} {one.language}" for one in others),
        "title": pack.summary.header.title,
        "language": pack.summary.header.language,
        "the cards": digest(cards),
        **dict(of_course(pack, _DRESS)),
        **{f"file {file.name}": file.sha256[:20] for file in files},
    }
