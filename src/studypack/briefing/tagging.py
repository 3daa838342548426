"""Mends the tags of a PDF before it is written: what is not to be read aloud, and double links.

- WeasyPrint tags running heads and page numbers as text whose elements hang on no tree; their marks
  become artifacts.
- A link without a target stands for a date repeated in the margin (see ``narrative``): its element
  is taken out of the tree, and its mark becomes an artifact too.
- An element inside a link (a word in italics) gets an annotation of its own, over that of the link
  and not allowed by PDF/UA: it goes.
- A link is described by the name of what it leads to, not by the name of its anchor.
- Boxes of figures, given in CSS pixels from the top, are turned into points from the bottom.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

POINTS_PER_PIXEL = 0.75


def mender(names: Mapping[str, str]) -> Callable[[Any, Any], None]:
    """A finisher for WeasyPrint; ``names`` says what is found under each anchor of the book."""
    return lambda _document, pdf: _mend(pdf, names)


def _mend(pdf: Any, names: Mapping[str, str]) -> None:
    """Works on the objects of a tagged PDF before they are written."""
    objects = {obj.reference: obj for obj in pdf.objects}
    root = objects[pdf.catalog["StructTreeRoot"]]
    numbers = objects[root["ParentTree"]]["Nums"]
    doubles = set()
    for element, in_link in list(_elements(root, objects)):
        if in_link:
            doubles |= _take_annotations(element, objects)
        elif element.get("S") == "/Link" and not _annotations(element, objects):
            objects[element["P"]]["K"].remove(element.reference)
        elif element.get("S") == "/Figure":
            _turn(element, objects[element["Pg"]])
    read = {id(element) for element, _ in _elements(root, objects)}
    gone = {objects[double]["StructParent"] for double in doubles}
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for page in objects.values():
        if isinstance(page, dict) and page.get("Type") == "/Page":
            owned = owners[page["StructParents"]]
            spoken = [id(objects[owner]) in read for owner in owned]
            _redraw(objects[page["Contents"]].stream, spoken)
            owned[:] = [o if keep else "null" for o, keep in zip(owned, spoken, strict=True)]
            if "Annots" in page:
                page["Annots"][:] = [a for a in page["Annots"] if a not in doubles]
    numbers[:] = [part for key, owner in owners.items() if key not in gone for part in (key, owner)]
    for reference, annotation in objects.items():
        if reference in doubles:
            annotation.clear()
        elif isinstance(annotation, dict) and annotation.get("Subtype") == "/Link":
            target = annotation["Contents"]
            target.string = names.get(target.string, target.string)


def _elements(root: Any, objects: dict[bytes, Any]) -> Iterator[tuple[Any, bool]]:
    """All elements of the structure tree, each with whether it stands inside a link."""
    waiting = [(root, False)]
    while waiting:
        element, in_link = waiting.pop()
        yield element, in_link
        inside = in_link or element.get("S") == "/Link"
        for kid in element.get("K", ()):
            below = objects[kid] if isinstance(kid, bytes) else None
            if below is not None and below.get("Type") == "/StructElem":
                waiting.append((below, inside))


def _annotations(element: Any, objects: dict[bytes, Any]) -> list[bytes]:
    """The references to annotations among the kids of an element."""
    kids = (kid for kid in element.get("K", ()) if isinstance(kid, bytes))
    return [kid for kid in kids if objects[kid].get("Type") == "/OBJR"]


def _take_annotations(element: Any, objects: dict[bytes, Any]) -> set[bytes]:
    """Takes an element's annotations away from it; returns them."""
    references = _annotations(element, objects)
    for reference in references:
        element["K"].remove(reference)
    return {objects[reference]["Obj"] for reference in references}


def _redraw(stream: list[Any], spoken: list[bool]) -> None:
    """Turns the marks that nobody reads into artifacts. A mark is a name, its properties, BDC."""
    for place, properties in enumerate(stream):
        if isinstance(properties, dict) and "MCID" in properties and not spoken[properties["MCID"]]:
            stream[place - 1] = "/Artifact"
            del properties["MCID"]
            properties["Type"] = "/Pagination"


def _turn(figure: Any, page: Any) -> None:
    left, top, right, bottom = figure["A"]["BBox"]
    height = page["MediaBox"][3]
    figure["A"]["BBox"][:] = [
        left * POINTS_PER_PIXEL,
        height - bottom * POINTS_PER_PIXEL,
        right * POINTS_PER_PIXEL,
        height - top * POINTS_PER_PIXEL,
    ]
