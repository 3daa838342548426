"""The structure tree of a PDF, taken out of its objects to be worked on, and put back.

The objects are pydyf's, before they are written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from studypack.tags.origins import Origin


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a page: the reference to the page, and the number of its marked content."""

    page: bytes
    number: int


@dataclass(eq=False, slots=True)
class Node:
    """An element of the tree. ``kids`` that are bytes refer to the annotation of a link."""

    element: Any
    origin: Origin | None = None
    kids: list[Node | Mark | bytes] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The standard structure type, without PDF's stroke: ``P``, ``TH``."""
        return str(self.element["S"]).removeprefix("/")

    @kind.setter
    def kind(self, name: str) -> None:
        self.element["S"] = f"/{name}"

    @property
    def nodes(self) -> list[Node]:
        """The elements among the kids."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    @property
    def annotations(self) -> list[bytes]:
        """The references to annotations among the kids."""
        return [kid for kid in self.kids if isinstance(kid, bytes)]

    def walk(self) -> Iterator[Node]:
        """The node and all below it, in reading order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.nodes)


class Tree:
    """The structure tree of a tagged PDF."""

    def __init__(self, pdf: Any, origins: Mapping[int, Origin]) -> None:
        self._pdf = pdf
        self._origins = origins
        self._root = self.object(pdf.catalog["StructTreeRoot"])
        (document,) = self._root["K"]
        self.document = self._read(self.object(document))
        self._before = list(self.document.walk())

    def object(self, reference: bytes) -> Any:
        """The object of the PDF that ``12 0 R`` refers to: they are numbered in their order."""
        return self._pdf.objects[int(reference.split()[0])]

    def new(self, kind: str, kids: list[Node | Mark | bytes]) -> Node:
        """An element that WeasyPrint did not make; it stands nowhere yet."""
        import pydyf  # noqa: PLC0415  (needs no system library, but comes with WeasyPrint)

        element = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{kind}"})
        self._pdf.add_object(element)
        return Node(element, None, kids)

    def write(self) -> None:
        """Puts the tree back: kids, parents, pages, the way from marks and links to elements.

        What nobody reads any more becomes an artifact, and annotations without an element go.
        """
        import pydyf  # noqa: PLC0415

        owners: dict[Mark, bytes] = {}
        link_owners: dict[bytes, bytes] = {}
        ids = []
        for node in self.document.walk():
            element = node.element
            marks = [kid for kid in node.kids if isinstance(kid, Mark)]
            if marks:
                element["Pg"] = marks[0].page
            element["K"] = pydyf.Array(_kid(kid, element.get("Pg")) for kid in node.kids)
            for kid in node.nodes:
                kid.element["P"] = element.reference
            owners |= dict.fromkeys(marks, element.reference)
            for link in node.annotations:
                link_owners[self.object(link)["Obj"]] = element.reference
            if "ID" in element:
                ids.append((element["ID"], element.reference))
        self._write_parents(owners, link_owners)
        if ids:
            ids.sort(key=lambda pair: str(pair[0].string))
            names = pydyf.Array(part for pair in ids for part in pair)
            self._root["IDTree"] = pydyf.Dictionary({"Names": names})
        kept = {id(node.element) for node in self.document.walk()}
        for node in self._before:
            if id(node.element) not in kept:
                node.element.clear()

    def _write_parents(
        self, owners: Mapping[Mark, bytes], link_owners: Mapping[bytes, bytes]
    ) -> None:
        import pydyf  # noqa: PLC0415

        numbers = self.object(self._root["ParentTree"])["Nums"]
        marked = dict(zip(numbers[::2], numbers[1::2], strict=True))
        numbers.clear()
        for reference in self._pdf.page_references:
            page = self.object(reference)
            key = page["StructParents"]
            owned = [owners.get(Mark(reference, n)) for n in range(len(marked[key]))]
            _redraw(self.object(page["Contents"]).stream, owned)
            numbers += (key, pydyf.Array(owner or "null" for owner in owned))
        for reference in self._pdf.page_references:
            page = self.object(reference)
            annotations = page.get("Annots", [])
            for annotation in [a for a in annotations if "StructParent" in self.object(a)]:
                if annotation in link_owners:
                    key = self.object(annotation)["StructParent"]
                    numbers += (key, link_owners[annotation])
                else:
                    annotations.remove(annotation)
                    self.object(annotation).clear()

    def _read(self, element: Any) -> Node:
        node = Node(element, self._origins.get(element.number))
        for kid in element["K"]:
            if isinstance(kid, int):
                node.kids.append(Mark(element["Pg"], kid))
            elif self.object(kid).get("Type") == "/StructElem":
                node.kids.append(self._read(self.object(kid)))
            else:
                node.kids.append(kid)
        return node


def _kid(kid: Node | Mark | bytes, page: bytes | None) -> Any:
    """A kid as it is written into ``K``."""
    import pydyf  # noqa: PLC0415

    if isinstance(kid, Node):
        return kid.element.reference
    if isinstance(kid, bytes):
        return kid
    if kid.page == page:
        return kid.number
    return pydyf.Dictionary({"Type": "/MCR", "Pg": kid.page, "MCID": kid.number})


def _redraw(stream: list[Any], owned: list[bytes | None]) -> None:
    """Turns the marks that nobody reads into artifacts. A mark is a name, its properties, BDC."""
    for place, properties in enumerate(stream):
        if isinstance(properties, dict) and "MCID" in properties and not owned[properties["MCID"]]:
            stream[place - 1] = "/Artifact"
            del properties["MCID"]
            properties["Type"] = "/Pagination"
