"""A page that breaks whatever can be broken over sheets, and ways to read the tags of its PDF."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pikepdf
import pytest

from studypack import typesetting

ROW = (
    '<tr><th scope="row">{0}</th><td>A cell with <em>stress</em> and a longer text in it, so that'
    " the rows of it soon fill a sheet.</td><td>Another.</td></tr>"
)
ITEM = "<li>An item, and <a href='#end'>a link that is wide enough for two lines of it</a>.</li>"
NOTED = (
    '<p>A paragraph of some length<span class="note">A note {0}, about a page.</span> with a'
    ' <span lang="pl">dwa słowa, które trafiają na dwa wiersze</span> in it, and an end.</p>'
)
BODY = f"""
<h1>A book</h1>
<section id="story"><h2>Story</h2>{"".join(NOTED.format(n) for n in range(1, 13))}
<p><a class="margin">in the margin</a>Quoted: <span class="note">With a <em>title</em> and
<a href="https://example.org/">a link</a>.</span></p></section>
<section><h2>Table</h2>
<table><thead><tr><th>Name</th><th>What</th><th>Else</th></tr></thead>
<tbody>{"".join(ROW.format(n) for n in range(30))}</tbody></table></section>
<section><h2>List</h2><ul>{ITEM * 30}</ul></section>
<section class="columns"><h2>Columns</h2><ul>{ITEM * 40}</ul></section>
<p id="end"><a href="#story">The <em>story</em></a> again.</p>
"""
CSS = """
@page { size: A6; margin: 12mm; @top-left { content: "a running head" counter(page) } }
.note { float: footnote } ::footnote-call { content: counter(footnote) }
::footnote-marker { content: counter(footnote) ". " }
thead { display: table-header-group } .columns ul { columns: 2 }
"""


def page(body: str = BODY, css: str = CSS) -> str:
    rules = f"{typesetting.font_faces()} html {{ font-family: 'Gentium Book Plus' }} {css}"
    return (
        f'<html lang="en"><head><title>A page</title><style>{rules}</style></head>'
        f"<body>{body}</body></html>"
    )


@dataclass(frozen=True)
class Tagged:
    """A PDF and the HTML that it was made from."""

    document: Any
    data: bytes

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        return pikepdf.open(io.BytesIO(self.data))

    @property
    def tree(self) -> pikepdf.Object:
        return self.pdf.Root.StructTreeRoot.K[0]

    @property
    def elements(self) -> list[pikepdf.Object]:
        return list(below(self.tree))

    @property
    def kinds(self) -> Counter[str]:
        return Counter(str(element.S) for element in self.elements)

    def html(self, path: str) -> list[Any]:
        root = self.document.pages[0]._page_box.children[0].element
        return list(root.iterfind(f".//{path}"))


def kids(element: pikepdf.Object) -> list[Any]:
    found: Any = element.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def below(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    for kid in kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from below(kid)


def tagged(body: str = BODY, css: str = CSS) -> Tagged:
    document = typesetting.lay_out(page(body, css), "a page")
    return Tagged(document, typesetting.to_pdf(document, "a page"))


@pytest.fixture(scope="package")
def broken() -> Tagged:
    return tagged()
