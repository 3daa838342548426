"""Which pages stand beside one another on the sheets of a folded book, and how they get there."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from typing import Any

MOST = 10
"""How many sheets of office paper, folded together, still close and can be stapled."""


_MARKED = re.compile(rb"^(?:/\w+\s+<<.*?>>\s+BDC|/\w+\s+BMC|EMC)$\n?", re.MULTILINE)
"""The operators that tie words to tags, each part on a line of its own as pydyf writes them."""


@dataclass(frozen=True)
class Side:
    """One side of a sheet: the numbers of the pages on its left and right halves, from 1."""

    left: int
    right: int


def stacks(pages: int) -> tuple[int, ...]:
    """How many sheets each stack has that is folded by itself: as even as can be, the first ones
    one sheet more. A sheet holds four pages."""
    sheets = ceil(pages / 4)
    count = ceil(sheets / MOST)
    return tuple(sheets // count + (n < sheets % count) for n in range(count))


def imposed(sheets: Sequence[int]) -> tuple[Side, ...]:
    """The sides of stacks with so many ``sheets``, front and back in turn.

    A sheet is turned over its short edge: behind the right half of the front lies the left half of
    the back. The sheets of a stack lie in one another, its first page on the front of the first.
    """
    sides = []
    before = 0
    for count in sheets:
        low, high = before + 1, before + 4 * count
        for _ in range(count):
            sides += [Side(high, low), Side(low + 1, high - 1)]
            low, high = low + 2, high - 2
        before += 4 * count
    return tuple(sides)


def two_on_a_sheet(book: bytes, marks: bytes, sheets: Sequence[int], title: str) -> bytes:
    """The pages of a PDF side by side in stacks of ``sheets``; what is over at the end is blank.

    ``marks`` is a PDF with a page for each stack, as large as half a sheet, which is drawn over the
    first page of that stack; the pages are made as wide as it. The file has neither tags nor links:
    it is there to be printed.
    """
    import pikepdf  # noqa: PLC0415

    with (
        pikepdf.open(io.BytesIO(book)) as read,
        pikepdf.open(io.BytesIO(marks)) as over,
        pikepdf.new() as pdf,
    ):
        width, height = (float(length) for length in over.pages[0].MediaBox[2:])
        first = list(accumulate((1, *(4 * count for count in sheets))))
        overlays = dict(zip(first, over.pages, strict=False))
        for side in imposed(sheets):
            sheet = pdf.add_blank_page(page_size=(2 * width, height))
            for number, across in ((side.left, 0.0), (side.right, width)):
                if number <= len(read.pages):
                    _draw(pdf, sheet, read.pages[number - 1], f"/Page{number}", across, width)
                if number in overlays:
                    _draw(pdf, sheet, overlays[number], "/Mark", across, width)
        pdf.Root.Lang = pikepdf.String(str(read.Root.Lang))
        for key, value in read.docinfo.items():
            pdf.docinfo[key] = str(value)
        pdf.docinfo["/Title"] = title
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata.load_from_docinfo(pdf.docinfo)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, min_version=read.pdf_version)
        return out.getvalue()


def _draw(pdf: Any, sheet: Any, page: Any, name: str, across: float, width: float) -> None:
    """Draws a page of another file, without its tags, so far from the left edge of a sheet."""
    import pikepdf  # noqa: PLC0415

    scale = width / float(page.MediaBox[2])
    page.contents_coalesce()
    page.Contents.write(_MARKED.sub(b"", page.Contents.read_bytes()))
    for key in ("/Annots", "/StructParents"):
        if key in page:
            del page[key]
    form = pdf.copy_foreign(page.as_form_xobject())
    sheet.add_resource(form, pikepdf.Name.XObject, pikepdf.Name(name))
    drawn = f"q {scale:.6f} 0 0 {scale:.6f} {across:.4f} 0 cm {name} Do Q\n"
    sheet.contents_add(drawn.encode("ascii"))
