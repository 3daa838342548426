"""What all items have in common."""

from typing import ClassVar

from studypack.summary.base import Cite, CrisisRef, Id, Importance, Model, TopicRef


class Item(Model):
    """What all items have in common."""

    kind_name: ClassVar[str] = "item"

    id: Id
    """Never changes, whatever happens to the wording: students' progress hangs on it."""
    importance: Importance = 2
    """1 every pack has it, 2 a good pack has it, 3 for specialists."""
    topics: tuple[TopicRef, ...] = ()
    """Ids of topics from the header, by which courses select and students search."""
    crises: tuple[CrisisRef, ...] = ()
    """Which crises it belongs to; empty: those of its theatre, or all."""
    cite: Cite = ""
    """Where it can be looked up: one or more citations, like ``"[@doe1998, p. 12]"``."""
    later: bool = False
    """Known from outside the sources; printed as the editors' note."""
    flags: tuple[str, ...] = ()
    """Content flags such as ``violence``, by which a course can leave it out."""
    retired: str = ""
    """Why the item was withdrawn; it stays here so that no student's card is orphaned."""

    def __hash__(self) -> int:
        """By the id alone: items that are equal have it in common."""
        return hash(self.id)
