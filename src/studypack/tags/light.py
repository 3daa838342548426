"""pydyf made lighter while a PDF is written: version 0.13 is right, but meant for small ones.

It puts the references to all pages together anew for each of the elements and links that asks for
one: with many pages that took a sixth of the time of writing, and grew with their square. Each of
the tens of thousands of its objects holds four attributes of its own, of which it needs one, and is
referred to in new words wherever it is mentioned: 45 MB in a book of 190 pages.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

ATTRIBUTES = {"number": None, "offset": 0, "generation": 0, "free": "n"}
"""What a new object of pydyf holds."""


@contextmanager
def light() -> Iterator[None]:
    """While a PDF is written, its ``page_references`` are those of the last call until it gets
    another page, attributes that an object does not set are those of its class, and dictionaries
    have a place for their number and the reference to them."""
    import pydyf  # noqa: PLC0415  (loaded with WeasyPrint, by typesetting)

    dictionary = pydyf.Dictionary
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
    pydyf.Dictionary = _light(dictionary)
    try:
        yield
    finally:
        pydyf.Dictionary = dictionary
        pydyf.PDF.page_references = counted
        pydyf.Object.__init__ = made


@cache
def _light(dictionary: Any) -> Any:
    """The class of dictionaries that hold their number and the reference to them, once made."""

    class Dictionary(dictionary):  # type: ignore[misc]
        __slots__ = ("_reference", "number")

        def __init__(self, values: Any = None) -> None:
            dict.__init__(self, values or {})
            self.number: int | None = None
            self._reference = b""
            if type(self.get("S")) is str:  # the kind of an element: one word for all of a kind
                self["S"] = sys.intern(self["S"])

        @property
        def reference(self) -> bytes:
            if self.number is None:
                return bytes(dictionary.reference.fget(self))
            if not self._reference:
                self._reference = dictionary.reference.fget(self)
            return self._reference

    return Dictionary
