"""Which element of the page each element of the PDF's structure was made for.

WeasyPrint 70 does not tell, and a finisher sees the PDF alone. This is the one place that reaches
for a private name of it: ``weasyprint.pdf.tags._build_box_tree``, a generator that calls itself by
that name for each box, is wrapped while a PDF is written, and what passes by is noted; nothing is
changed. With any other version, or another signature, nothing is noted, and the tags stay as plain
as WeasyPrint makes them.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

VERSION = "70.0"
PARAMETERS = ("box", "parent", "pdf", "page_number", "nums", "annotations", "tags")


class Origin(NamedTuple):
    """An element of the page (of lxml), and its tag, with ``::name`` for a pseudo-element."""

    element: Any
    tag: str


def known() -> bool:
    """Whether this is the WeasyPrint whose private name is known here."""
    import weasyprint  # noqa: PLC0415  (needs the system's libraries; loaded by typesetting)
    from weasyprint.pdf import tags  # noqa: PLC0415

    build = getattr(tags, "_build_box_tree", None)
    return (
        weasyprint.__version__ == VERSION
        and inspect.isgeneratorfunction(build)
        and tuple(inspect.signature(build).parameters) == PARAMETERS
    )


@contextmanager
def noted() -> Iterator[dict[int, Origin]]:
    """Fills the dictionary while a PDF is written: number of an object -> origin of its element."""
    origins: dict[int, Origin] = {}
    if not known():
        yield origins
        return

    from weasyprint.pdf import tags  # noqa: PLC0415

    build = tags._build_box_tree

    def noting(box: Any, *rest: Any) -> Iterator[Any]:
        for made in build(box, *rest):
            if box.element is not None:
                # page, html and body pass on what was made for their children, noted by then
                origins.setdefault(made.number, Origin(box.element, box.element_tag))
            yield made

    tags._build_box_tree = noting
    try:
        yield origins
    finally:
        tags._build_box_tree = build
