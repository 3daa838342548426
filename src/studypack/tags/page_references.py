"""The references to a PDF's pages, put together once.

pydyf 0.13 puts all of them together anew for each of the elements and links that asks for one:
with many pages that took a sixth of the time of writing, and grew with their square.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def remembered() -> Iterator[None]:
    """While a PDF is written, its ``page_references`` are those of the last call until it gets
    another page."""
    import pydyf  # noqa: PLC0415  (loaded with WeasyPrint, by typesetting)

    counted = pydyf.PDF.page_references
    known: dict[int, tuple[int, tuple[bytes, ...]]] = {}

    def references(pdf: Any) -> tuple[bytes, ...]:
        count, found = known.get(id(pdf), (-1, ()))
        if count != len(pdf.pages["Kids"]):
            count, found = len(pdf.pages["Kids"]), counted.fget(pdf)
            known[id(pdf)] = count, found
        return found

    pydyf.PDF.page_references = property(references)
    try:
        yield
    finally:
        pydyf.PDF.page_references = counted
