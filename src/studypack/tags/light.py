"""pydyf made lighter while a PDF is written: version 0.13 is right, but meant for small ones.

It puts the references to all pages together anew for each of the elements and links that asks for
one: with many pages that took a sixth of the time of writing, and grew with their square. And each
of the tens of thousands of its objects holds four attributes of its own, of which it needs one:
30 MB in a book of 190 pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

ATTRIBUTES = {"number": None, "offset": 0, "generation": 0, "free": "n"}
"""What a new object of pydyf holds."""


@contextmanager
def light() -> Iterator[None]:
    """While a PDF is written, its ``page_references`` are those of the last call until it gets
    another page, and attributes that an object does not set are those of its class."""
    import pydyf  # noqa: PLC0415  (loaded with WeasyPrint, by typesetting)

    counted, made = pydyf.PDF.page_references, pydyf.Object.__init__
    known: dict[int, tuple[int, tuple[bytes, ...]]] = {}

    def references(pdf: Any) -> tuple[bytes, ...]:
        count, found = known.get(id(pdf), (-1, ()))
        if count != len(pdf.pages["Kids"]):
            count, found = len(pdf.pages["Kids"]), counted.fget(pdf)
            known[id(pdf)] = count, found
        return found

    for name, value in ATTRIBUTES.items():
        setattr(pydyf.Object, name, value)
    pydyf.Object.__init__ = lambda _: None
    pydyf.PDF.page_references = property(references)
    try:
        yield
    finally:
        pydyf.PDF.page_references = counted
        pydyf.Object.__init__ = made
