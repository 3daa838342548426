"""Standing type, as printers call it: pages that stay set, for the next book that has them.

Courses of one summary have most pages of their books in common, and to set them takes longest. What
stays was made of the very same HTML, fonts and pictures, so no byte of a book depends on it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Set
from typing import Any, NamedTuple


class Copy(NamedTuple):
    """What pages are set from; copy is what a compositor calls it."""

    html: str
    first_page: int
    assets: Set[tuple[str, bytes]]
    """The files of the course that they may show, by name."""


class StandingType:
    """The pages of the book that was set last: WeasyPrint's documents, one for each HTML page.

    Courses may have the same page at other numbers, or beside another logo: were all of these kept,
    they would grow with the number of courses.
    """

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Copy, Any]] = {}

    def distribute(self, pages: Collection[str], assets: Set[tuple[str, bytes]]) -> None:
        """Lets go of everything that was not set from one of these HTML pages with these assets."""
        self._kept = {
            html: (copy, document)
            for html, (copy, document) in self._kept.items()
            if html in pages and copy.assets == assets
        }
        gc.collect()  # a document is one web of cycles

    def document(self, copy: Copy, lay_out: Callable[[Copy], Any]) -> Any:
        """What was set from this copy; what was not is set now. Raises what ``lay_out`` raises."""
        kept = self._kept.pop(copy.html, None)
        document = kept[1] if kept and kept[0] == copy else lay_out(copy)
        if document.self_contained:  # or a file that it shows might be another one next time
            self._kept[copy.html] = copy, document
        return document
