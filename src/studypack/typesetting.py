"""Templates, fonts and the way to a PDF. Only this, ``sheets``, ``boxes``, ``complaints`` and
``tags`` know WeasyPrint.

WeasyPrint is imported when the first page is set, not before: ``check`` and ``--help`` do without.
Nothing but the template folder, the bundled fonts and the pictures and fonts of the course, which
are in memory by then, can be read while a page is set, nothing is ever fetched, and whatever
WeasyPrint warns of fails the output.
"""

from __future__ import annotations

import atexit
import gc
import html
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from studypack import boxes, complaints, places, tags
from studypack.fonts import FACES, face_of, font_file
from studypack.product import MachineLacksError

_ADVICE = """WeasyPrint cannot load the system libraries that it sets type with.
  Debian, Ubuntu:  apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  Fedora:          dnf install pango harfbuzz
  macOS:           brew install pango
({error})"""

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

    ``assets`` are the files of the course that the page may show, see ``asset_url``. It says of
    itself whether it is ``self_contained``: made of nothing but these, the page and bundled fonts.

    Raises CannotRenderError for anything that WeasyPrint reports as wrong, MachineLacksError
    where its libraries are missing.
    """
    weasyprint = warm_up()
    with complaints.heard(name, page) as said, _garbage_left(), _fonts_put_away():
        fetcher = _fetcher(assets, said)
        fonts = _loaded_fonts(tuple(_FACE.findall(page)), frozenset(assets.items()))
        try:
            document = weasyprint.HTML(
                string=page, base_url=places.templates().as_uri() + "/", url_fetcher=fetcher
            ).render(pdf_variant="pdf/ua-1", font_config=fonts)
        finally:
            if fetcher.of_templates:  # a font, perhaps, and the next time another one
                _loaded_fonts.cache_clear()
        document.html = (page,)
        document.self_contained = not fetcher.of_templates
        boxes.lighten(document)
        said.extend(_links_elsewhere(document))
    return document


LINKS = frozenset({"https", "http", "mailto"})
"""Where a PDF may lead, beside its own pages."""


def _links_elsewhere(document: Any) -> list[str]:
    """Links to files, and whatever else WeasyPrint would write into the PDF as it stands."""
    links = [link for sheet in document.pages for link in sheet.links]
    return [
        f"refused: {target}"
        for kind, target, *_ in links
        if kind == "attachment" or (kind == "external" and urlsplit(target).scheme not in LINKS)
    ]


def to_pdf(document: Any, name: str, finisher: Callable[..., None] | None = None) -> bytes:
    """The bytes of a laid-out document as PDF/UA-1, with the tags mended, see ``tags``.

    ``finisher`` works on the objects of the PDF after that.
    """

    def finish(document: Any, pdf: Any) -> None:
        tags.mend(pdf, origins, described)
        origins.clear()  # to write the PDF takes most memory of all
        if finisher:
            finisher(document, pdf)

    described = tags.link_notes(document)
    heard = complaints.heard(name, *document.html)
    with heard, _garbage_left(), tags.light(), tags.noted() as origins:
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


_FACE = re.compile(r"@font-face\s*\{[^}]*\}")


@lru_cache(maxsize=4)
def _loaded_fonts(_faces: tuple[str, ...], _assets: Set[tuple[str, bytes]]) -> Any:
    """The fonts that documents with the same rules and assets share: each is loaded once."""
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    return FontConfiguration()


def _fetcher(assets: Mapping[str, bytes], refused: list[str]) -> Any:
    from urllib.request import url2pathname  # noqa: PLC0415

    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415

    templates, bundled = places.templates().resolve(), places.fonts().resolve()

    class BundledOnly(URLFetcher):  # type: ignore[misc]
        """Opens files of the template folder, the fonts and the course, and nothing else."""

        of_templates = False
        """Whether it opened a file of the template folder."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            parts = urlsplit(url)
            if parts.scheme == "asset" and unquote(parts.path) in assets:
                return URLFetcherResponse(url, assets[unquote(parts.path)])
            path = Path(url2pathname(parts.path)).resolve()
            inside = path.is_relative_to(templates) or path.is_relative_to(bundled)
            if parts.scheme != "file" or parts.netloc or not inside:
                refused.append(f"refused: {url}")
                raise PermissionError(url)
            self.of_templates |= path.is_relative_to(templates)
            return super().fetch(url, headers)

    return BundledOnly(allowed_protocols={"file"}, allow_redirects=False, fail_on_errors=True)


@contextmanager
def _fonts_put_away() -> Iterator[None]:
    """What WeasyPrint writes for Pango lies in the folder that ends with the program.

    Its own way, to remove a font when nobody uses it, fails where a process ends at once.
    """
    before = tempfile.tempdir
    tempfile.tempdir = str(Path(os.environ["FONTCONFIG_FILE"]).parent)
    try:
        yield
    finally:
        tempfile.tempdir = before


@contextmanager
def _garbage_left() -> Iterator[None]:
    """Python does not look for garbage in cycles meanwhile.

    A document is one web of cycles, all of it in use: to search it again and again took a sixth
    of the time and freed next to nothing. In the end what is new is searched once.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect(1)
        if enabled:
            gc.enable()
