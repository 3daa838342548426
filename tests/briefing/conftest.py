"""Packs for the tests of the briefing, and ways to read what was printed."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pikepdf
import pypdfium2
import pytest

from studypack.briefing.render import render
from studypack.select import Pack, full_course, select
from studypack.summary.summary import Summary

DAY = dt.date(2031, 5, 7)


@dataclass(frozen=True)
class Printed:
    """A briefing: its bytes, and the text of its pages, from page 1 at index 0."""

    data: bytes

    @cached_property
    def pages(self) -> list[str]:
        document = pypdfium2.PdfDocument(self.data)
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]

    @property
    def text(self) -> str:
        return " ".join(self.pages)

    def where(self, words: str) -> list[int]:
        """The numbers of the pages on which these words stand."""
        return [number for number, text in enumerate(self.pages, start=1) if words in text]

    def open(self) -> pikepdf.Pdf:
        return pikepdf.open(io.BytesIO(self.data))


def altered(summary: Summary, **fields: Any) -> Summary:
    """The same summary with other items; nothing that it remembered of the old ones stays."""
    kept = {name: getattr(summary, name) for name in Summary.model_fields}
    return Summary.model_construct(**{**kept, **fields})


def pack_of(summary: Summary, changed: dt.date | None = DAY, **course: Any) -> Pack:
    """The whole summary for a course with these keys."""
    pack = select(summary, full_course(summary.id).model_copy(update=course))
    return Pack(pack.summary, pack.course, changed=changed)


def printed(summary: Summary, changed: dt.date | None = DAY, **course: Any) -> Printed:
    (product,) = render(pack_of(summary, changed, **course))
    return Printed(product.data)


@pytest.fixture(scope="session")
def book(lantern: Summary) -> Printed:
    return printed(lantern)
