"""Templates, fonts and the way to a PDF; the only module that knows WeasyPrint.

WeasyPrint is imported when the first page is set, not before: ``check`` and ``--help`` do without.
Nothing but the template folder, the bundled fonts and the pictures and fonts of the course, which
are in memory by then, can be read while a page is set, nothing is ever fetched, and whatever
WeasyPrint logs as an error fails the output.
"""

from __future__ import annotations

import atexit
import gc
import html
import logging
import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import quote, unquote, urlsplit
from urllib.request import url2pathname

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from studypack import places, tags
from studypack.diagnostics import Diagnostic, Mark
from studypack.fonts import FACES, face_of, font_file
from studypack.product import CannotRenderError, MachineLacksError

_ADVICE = """WeasyPrint cannot load the system libraries that it sets type with.
  Debian, Ubuntu:  apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  Fedora:          dnf install pango harfbuzz
  macOS:           brew install pango
  Windows:         install MSYS2, then: pacman -S mingw-w64-x86_64-pango
({error})"""

_REFUSED = "Look for something unusual in what was changed last; `studypack doctor` tries a page."
NO_ASSETS: Mapping[str, bytes] = MappingProxyType({})


def environment(folder: str) -> jinja2.Environment:
    """Templates of ``templates/<folder>``; everything is escaped, an unknown name is an error.

    They run in Jinja's sandbox: a template can lay out what it is given, and do nothing else.
    """
    return ImmutableSandboxedEnvironment(
        loader=jinja2.FileSystemLoader(places.templates() / folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def font_faces(fonts: Mapping[str, bytes] = NO_ASSETS) -> str:
    """The ``@font-face`` rules of the bundled fonts and of other ``fonts``, as CSS.

    The latter are assets of the page, under their names.
    """
    bundled = (
        _font_face(family, style, weight, font_file(family, name).as_uri())
        for family, faces in FACES.items()
        for (style, weight), name in faces.items()
    )
    others = (
        _font_face(face.family, face.style, face.weight, asset_url(name))
        for name, face in ((name, face_of(data)) for name, data in fonts.items())
    )
    return "\n".join((*bundled, *others))


def _font_face(family: str, style: str, weight: str | int, url: str) -> str:
    return (
        f'@font-face {{ font-family: "{family}"; font-style: {style}; font-weight: {weight};'
        f' src: url("{url}"); }}'
    )


def font_stack(fonts: Mapping[str, bytes]) -> str:
    """The families of ``fonts``, to be written after those of a ``font-family``: ``, "One"``."""
    families = dict.fromkeys(face_of(data).family for data in fonts.values())
    return "".join(f', "{family}"' for family in families)


def asset_url(name: str) -> str:
    """The address under which a page finds a file of its course."""
    return f"asset:{quote(name)}"


def lay_out(page: str, name: str, assets: Mapping[str, bytes] = NO_ASSETS) -> Any:
    """WeasyPrint's ``Document`` for an HTML page; ``name`` is told in diagnostics.

    ``assets`` are the files of the course that the page may show, see ``asset_url``.

    Raises CannotRenderError for anything that WeasyPrint reports as wrong, MachineLacksError
    where its libraries are missing.
    """
    weasyprint = warm_up()
    fetcher = _fetcher(assets)
    with _no_complaints(name, fetcher), _garbage_left():
        document = weasyprint.HTML(
            string=page, base_url=places.templates().as_uri() + "/", url_fetcher=fetcher
        ).render(pdf_variant="pdf/ua-1")
        fetcher.refused += _links_elsewhere(document)
        return document


LINKS = frozenset({"https", "http", "mailto"})
"""Where a PDF may lead, beside its own pages."""


def _links_elsewhere(document: Any) -> list[str]:
    """Links to files, and whatever else WeasyPrint would write into the PDF as it stands."""
    links = [link for sheet in document.pages for link in sheet.links]
    return [
        target
        for kind, target, *_ in links
        if kind == "attachment" or (kind == "external" and urlsplit(target).scheme not in LINKS)
    ]


def to_pdf(document: Any, name: str, finisher: Callable[..., None] | None = None) -> bytes:
    """The bytes of a laid-out document as PDF/UA-1, with the tags mended, see ``tags``.

    ``finisher`` works on the objects of the PDF after that.
    """

    def finish(document: Any, pdf: Any) -> None:
        tags.mend(pdf, origins, described)
        if finisher:
            finisher(document, pdf)

    described = tags.link_notes(document)
    with _no_complaints(name, None), _garbage_left(), tags.remembered(), tags.noted() as origins:
        data = document.write_pdf(pdf_variant="pdf/ua-1", finisher=finish)
    assert isinstance(data, bytes)
    return data


@cache
def see_bundled_fonts_only() -> None:
    """Shows fontconfig the bundled fonts and no others, in this process and those it starts.

    fontconfig reads its configuration when Pango is first loaded, so the private one must be
    named before; with system fonts in sight other glyphs slip in silently.
    """
    if Path(os.environ.get("FONTCONFIG_FILE", "")).parent.name.startswith(_PRIVATE):
        return  # the process that started this one has done it
    folder = Path(tempfile.mkdtemp(prefix=_PRIVATE))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    rows = "".join(f"<dir>{html.escape(str(places.fonts() / family))}</dir>" for family in FACES)
    configuration = folder / "fonts.conf"
    configuration.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig>{rows}<cachedir>{folder}/cache</cachedir></fontconfig>",
        encoding="utf-8",
    )
    os.environ["FONTCONFIG_FILE"] = str(configuration)


_PRIVATE = "studypack-fonts-"


@cache
def warm_up() -> Any:
    """WeasyPrint, loaded. Raises MachineLacksError where its libraries are missing."""
    see_bundled_fonts_only()
    try:
        import weasyprint  # noqa: PLC0415
    except OSError as error:
        raise MachineLacksError(_ADVICE.format(error=error)) from None
    return weasyprint


def _fetcher(assets: Mapping[str, bytes]) -> Any:
    from weasyprint.urls import (  # noqa: PLC0415
        FatalURLFetchingError,
        URLFetcher,
        URLFetcherResponse,
    )

    roots = (places.templates().resolve(), places.fonts().resolve())

    class BundledOnly(URLFetcher):  # type: ignore[misc]
        """Opens files of the template folder, the fonts and the course, and nothing else."""

        def __init__(self) -> None:
            super().__init__(allowed_protocols={"file"}, allow_redirects=False, fail_on_errors=True)
            self.refused: list[str] = []

        def fetch(self, url: str, headers: Any = None) -> Any:
            parts = urlsplit(url)
            if parts.scheme == "asset" and unquote(parts.path) in assets:
                return URLFetcherResponse(url, assets[unquote(parts.path)])
            path = Path(url2pathname(parts.path)).resolve()
            inside = any(path.is_relative_to(root) for root in roots)
            if parts.scheme != "file" or parts.netloc or not inside:
                self.refused.append(url)
                raise FatalURLFetchingError(f"refused: {url}")
            return super().fetch(url, headers)

    return BundledOnly()


@contextmanager
def _no_complaints(name: str, fetcher: Any) -> Iterator[None]:
    """Collects what WeasyPrint logs and raises it as diagnostics."""
    from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415

    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    logger, listener = logging.getLogger("weasyprint"), Listener(logging.WARNING)
    logger.addHandler(listener)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", DeprecationWarning)
            yield
    except FatalURLFetchingError as error:
        said.append(str(error))
    finally:
        logger.removeHandler(listener)
    said += [f"refused: {url}" for url in fetcher.refused] if fetcher else []
    if said:
        raise CannotRenderError(
            *(Diagnostic("SP401", Mark(name), message, _REFUSED) for message in dict.fromkeys(said))
        )


@contextmanager
def _garbage_left() -> Iterator[None]:
    """Python does not look for garbage in cycles meanwhile.

    A document is one web of cycles, all of it in use: to search it again and again took a sixth
    of the time and freed next to nothing.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def lost_text(document: Any) -> list[str]:
    """Texts of the HTML page that do not stand on its sheets just once and whole.

    WeasyPrint 70 can drop a footnote without a word, and draw a part of a broken float twice, so
    every element's own text is compared with what its boxes hold. Only a table's head is repeated.
    """
    drawn: dict[Any, list[str]] = {}
    for sheet in document.pages:
        for box in sheet._page_box.descendants(placeholders=True):
            generated = "::" in (box.element_tag or "::")
            if getattr(box, "text", None) and not generated and _on(box, sheet):
                drawn.setdefault(box.element, []).append(box.text)
    lost = []
    body = document.pages[0]._page_box.children[0].element.find("body")
    repeated = {cell for head in body.iter("thead") for cell in head.iter()}
    for element in body.iter():
        if not isinstance(element.tag, str) or element.tag.startswith("{"):
            continue  # a comment, or a drawing
        parts = [element.text, *(child.tail for child in element)]
        text = " ".join(" ".join(filter(None, parts)).split())
        wanted, got = _letters(text), _letters("".join(drawn.get(element, ())))
        times = len(got) // len(wanted) if wanted and element in repeated else 1
        if got != wanted * max(times, 1):
            lost.append(text)
    return lost


def _on(box: Any, sheet: Any) -> bool:
    """Whether a box lies on its sheet; a note that is longer than a sheet runs off it."""
    across = box.position_x >= -1 and box.position_x + box.width <= sheet.width + 1
    down = box.position_y >= -1 and box.position_y + box.height <= sheet.height + 1
    return bool(across and down)


def fill_in_pages(document: Any) -> None:
    """Writes page numbers over their placeholders, the texts of elements with ``data-page="id"``.

    target-counter() would lay out every sheet with a reference three times over. A placeholder as
    wide as the widest number keeps its place whatever number is written into it; where the text is
    set to the right, figure spaces fill it up. What has been filled in no longer compares with the
    HTML, so ``lost_text`` comes first.
    """
    numbers = page_numbers(document)
    for sheet in document.pages:
        for box in sheet._page_box.descendants(placeholders=True):
            if getattr(box, "text", None) and box.element is not None:
                target = box.element.get("data-page")
                if target:
                    right = box.style["text_align_all"] == "right"
                    width = len(box.text) if right else 0
                    text = str(numbers[target]).rjust(width, "\N{FIGURE SPACE}")
                    box.text = box.pango_layout.text = text


def page_numbers(document: Any) -> dict[str, int]:
    """Anchor -> the number of the page on which it stands."""
    numbers: dict[str, int] = {}
    for number, sheet in enumerate(document.pages, start=1):
        for anchor in sheet.anchors:
            numbers.setdefault(anchor, number)
    return numbers


class Piece(NamedTuple):
    """A piece of text as it stands on a page."""

    page: int
    text: str
    link: str = ""
    """The anchor that it leads to."""


def pieces(document: Any, without: Set[str]) -> Iterator[Piece]:
    """The text of a document in pieces: first what runs through its pages, then their notes.

    A word that was divided at the end of a line is whole again; blocks end in a line break.
    Elements with one of the classes ``without``, running heads and generated text stay out.
    """
    from weasyprint.formatting_structure import boxes  # noqa: PLC0415

    def read(box: Any, page: int, link: str) -> Iterator[Piece]:
        tag = box.element_tag or ""
        if box.element is not None:
            if "::" in tag or not without.isdisjoint(box.element.get("class", "").split()):
                return
            if tag == "a":
                link = box.element.get("href", "").removeprefix("#")
        if isinstance(box, boxes.TextBox):
            yield Piece(page, box.text, link)
        for child in box.children:
            yield from read(child, page, link)
        if isinstance(box, boxes.LineBox):
            yield Piece(page, " ")
        elif not isinstance(box, boxes.InlineBox | boxes.TextBox):
            yield Piece(page, "\n")

    parts = [
        (number, part, isinstance(part, boxes.FootnoteAreaBox))
        for number, sheet in enumerate(document.pages, start=1)
        for part in sheet._page_box.children
        if not isinstance(part, boxes.MarginBox)
    ]
    parts.sort(key=lambda part: part[2])
    divided = False
    for number, part, _ in parts:
        for piece in read(part, number, ""):
            if divided and piece.text.isspace():
                continue
            divided = piece.text.endswith("\N{HYPHEN}")
            yield piece._replace(text=piece.text[:-1]) if divided else piece


def name_pages(document: Any, called: str) -> dict[str, str]:
    """Gives every page an anchor of its own, ``page_1`` and so on.

    Returns the anchors, each with the page's number in the words ``called``.
    """
    names = {}
    for number, sheet in enumerate(document.pages, start=1):
        sheet.anchors[f"page_{number}"] = (0, 0, 0, 0)
        names[f"page_{number}"] = called.format(number)
    return names


def joined(first: Any, second: Any) -> Any:
    """A document with the pages of both; its title, date and language are those of the first."""
    whole = first.copy([*first.pages, *second.pages])
    whole.parts = (first, second)  # what a document has of fonts goes when it is forgotten
    return whole


def _letters(text: str) -> str:
    """A text without what breaking it into lines takes away and adds: spaces, hyphens, and the
    invisible one that WeasyPrint puts behind a space that is set wider.
    """
    return "".join(text.translate(_HYPHENS).split())


_HYPHENS = dict.fromkeys(
    map(
        ord,
        "-\N{SOFT HYPHEN}\N{HYPHEN}\N{NON-BREAKING HYPHEN}"
        "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH SPACE}",
    )
)
