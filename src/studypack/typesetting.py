"""Templates, fonts and the way to a PDF; the only module that knows WeasyPrint.

WeasyPrint is imported when the first page is set, not before: ``check`` and ``--help`` do without.
Nothing but the template folder, the bundled fonts and the pictures and fonts of the course, which
are in memory by then, can be read while a page is set, nothing is ever fetched, and whatever
WeasyPrint logs as an error fails the output.
"""

from __future__ import annotations

import atexit
import html
import logging
import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import quote, unquote, urlsplit
from urllib.request import url2pathname

import jinja2

from studypack import places
from studypack.diagnostics import Diagnostic, Mark
from studypack.fonts import FACES, font_file
from studypack.product import CannotRenderError, MachineLacksError

_ADVICE = """WeasyPrint cannot load the system libraries that it sets type with.
  Debian, Ubuntu:  apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  Fedora:          dnf install pango harfbuzz
  macOS:           brew install pango
  Windows:         install MSYS2, then: pacman -S mingw-w64-x86_64-pango
({error})"""

NO_ASSETS: Mapping[str, bytes] = MappingProxyType({})


def environment(folder: str) -> jinja2.Environment:
    """Templates of ``templates/<folder>``; everything is escaped, an unknown name is an error."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(places.templates() / folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def font_faces() -> str:
    """The ``@font-face`` rules of the bundled fonts, as CSS."""
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-style: {style}; font-weight: {weight};'
        f' src: url("{font_file(family, name).as_uri()}"); }}'
        for family, faces in FACES.items()
        for (style, weight), name in faces.items()
    )


def asset_url(name: str) -> str:
    """The address under which a page finds a file of its course."""
    return f"asset:{quote(name)}"


def lay_out(page: str, name: str, assets: Mapping[str, bytes] = NO_ASSETS) -> Any:
    """WeasyPrint's ``Document`` for an HTML page; ``name`` is told in diagnostics.

    ``assets`` are the files of the course that the page may show, see ``asset_url``.

    Raises CannotRenderError for anything that WeasyPrint reports as wrong, MachineLacksError
    where its libraries are missing.
    """
    weasyprint = _weasyprint()
    fetcher = _fetcher(assets)
    with _no_complaints(name, fetcher):
        return weasyprint.HTML(
            string=page, base_url=places.templates().as_uri() + "/", url_fetcher=fetcher
        ).render(pdf_variant="pdf/ua-1")


def to_pdf(document: Any, name: str, finisher: Callable[..., None] | None = None) -> bytes:
    """The bytes of a laid-out document as PDF/UA-1, tagged."""
    with _no_complaints(name, None):
        data = document.write_pdf(pdf_variant="pdf/ua-1", finisher=finisher)
    assert isinstance(data, bytes)
    return data


@cache
def _weasyprint() -> Any:
    """WeasyPrint, told to see the bundled fonts only.

    fontconfig reads its configuration when Pango is first loaded, so the private one must be
    named before the import; with system fonts in sight other glyphs slip in silently.
    """
    folder = Path(tempfile.mkdtemp(prefix="studypack-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    rows = "".join(f"<dir>{html.escape(str(places.fonts() / family))}</dir>" for family in FACES)
    configuration = folder / "fonts.conf"
    configuration.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig>{rows}<cachedir>{folder}/cache</cachedir></fontconfig>",
        encoding="utf-8",
    )
    os.environ["FONTCONFIG_FILE"] = str(configuration)
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
            *(Diagnostic("SP401", Mark(name), message) for message in dict.fromkeys(said))
        )


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
    numbers: dict[str, int] = {}
    for number, sheet in enumerate(document.pages, start=1):
        for anchor in sheet.anchors:
            numbers.setdefault(anchor, number)
    for sheet in document.pages:
        for box in sheet._page_box.descendants(placeholders=True):
            if getattr(box, "text", None) and box.element is not None:
                target = box.element.get("data-page")
                if target:
                    right = box.style["text_align_all"] == "right"
                    width = len(box.text) if right else 0
                    text = str(numbers[target]).rjust(width, "\N{FIGURE SPACE}")
                    box.text = box.pango_layout.text = text


def _letters(text: str) -> str:
    """A text without spaces and hyphens, which breaking it into lines takes away and adds."""
    return "".join(text.translate(_HYPHENS).split())


_HYPHENS = dict.fromkeys(
    map(ord, "-\N{SOFT HYPHEN}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{ZERO WIDTH NON-JOINER}")
)
