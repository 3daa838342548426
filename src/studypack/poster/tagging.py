"""What WeasyPrint leaves out of a tagged poster: the lane of each event, the place of the drawing.

A finisher works on the objects of the PDF before they are written, through pydyf alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any


def mender(titles: Sequence[str]) -> Callable[[Any, Any], None]:
    """A finisher; ``titles`` are the events in reading order as a screen reader should say them."""
    return lambda _document, pdf: _mend(pdf, titles)


def _mend(pdf: Any, titles: Sequence[str]) -> None:
    import pydyf  # noqa: PLC0415  (needs no system library, but comes with WeasyPrint)

    objects = {obj.reference: obj for obj in pdf.objects}
    waiting = iter(titles)
    card = drawing = None
    for element in _elements(objects[pdf.catalog["StructTreeRoot"]], objects):
        if element.get("S") == "/H4" and element["P"] != card:
            card = element["P"]
            element["Alt"] = pydyf.String(next(waiting))
        elif element.get("S") == "/H4":
            # the second line of a title that runs into its detail; the first has said it whole
            element["S"] = "/Span"
            element["ActualText"] = pydyf.String("")
        elif element.get("S") == "/Figure" and drawing is None:
            drawing = element  # it fills the sheet; a logo does not
            element["A"]["BBox"] = objects[element["Pg"]]["MediaBox"]


def _elements(root: Any, objects: dict[bytes, Any]) -> Iterator[Any]:
    """All elements of the structure tree in reading order."""
    yield root
    for kid in root.get("K", ()):
        below = objects.get(kid) if isinstance(kid, bytes) else None
        if isinstance(below, dict) and below.get("Type") == "/StructElem":
            yield from _elements(below, objects)
