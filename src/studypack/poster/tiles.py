"""The tiled edition: a cover, and the poster cut into sheets with marks to join them by.

The poster is one form that every sheet draws and clips; words stay words. Only the marks and the
cover are tagged: the poster itself is an artifact here, its one-sheet edition the accessible one.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from studypack import typesetting
from studypack.poster.tiling import Tile, Tiling
from studypack.poster.words import Wording
from studypack.product import Product
from studypack.summary.poster_size import OVERLAP, UNPRINTABLE
from studypack.summary.text import lang_attribute

PT_PER_MM = 72 / 25.4
_REACH = 4.0
"""Length of a mark in the white border, mm; the outer part may be lost in print."""
_MARGIN = 18.0
_MINIATURE_TOP, _MINIATURE_SIDE = 34.0, 0.5
_BAR = 100.0
_MARKED = re.compile(rb"^(?:/\w+\s+<<.*?>>\s+BDC|/\w+\s+BMC|EMC)$\n?", re.MULTILINE)
"""The operators that tie words to tags, each part on a line of its own as pydyf writes them."""


@dataclass(frozen=True)
class Mark:
    """A line to cut along, or a dashed one to lay a neighbour to; mm from the upper left."""

    left: float
    top: float
    length: float
    upright: bool
    dashed: bool = False

    @property
    def classes(self) -> str:
        """For the style sheet."""
        return f"mark {'upright' if self.upright else 'level'}{' dashed' if self.dashed else ''}"

    @property
    def place(self) -> str:
        """Its style attribute."""
        side = "height" if self.upright else "width"
        return f"left:{self.left:.2f}mm;top:{self.top:.2f}mm;{side}:{self.length:.2f}mm"


@dataclass(frozen=True)
class Label:
    """The name of a sheet and of its neighbours, in the strip that will be glued over."""

    name: str
    says: str
    left: float
    top: float
    width: float
    classes: str


@dataclass(frozen=True)
class SheetView:
    """What is printed over the poster on one sheet."""

    marks: tuple[Mark, ...]
    label: Label


@dataclass(frozen=True)
class Cell:
    """A sheet in the miniature."""

    name: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Miniature:
    """The whole poster on the cover."""

    left: float
    top: float
    width: float
    height: float
    cells: tuple[Cell, ...]


def tiled(
    poster: Product,
    tiles: Tiling,
    title: str,
    language: str,
    size: str,
    words: Wording,
    lang: str,
    fonts: Mapping[str, bytes] = typesetting.NO_ASSETS,
) -> Product:
    """The poster ``size`` in office sheets, as ``<poster>-tiled-a4.pdf``.

    ``title`` is in ``language``; ``lang`` is that of the words where it is another.
    """
    name = f"{poster.name.removesuffix('.pdf')}-tiled-{tiles.paper.value.lower()}.pdf"
    miniature = _miniature(tiles)
    page = (
        typesetting.environment("poster")
        .get_template("tiles.html")
        .render(
            faces=typesetting.font_faces(fonts),
            title=title,
            language=language,
            tiles=tiles,
            words=words,
            lang=lang_attribute(lang),
            says=_says(size, tiles, words),
            bar=_BAR,
            margin=_MARGIN,
            overlap=OVERLAP,
            miniature=miniature,
            beside=tiles.width > tiles.height,
            sheets=[_sheet(tile, tiles, words) for tile in tiles.tiles],
        )
    )
    document = typesetting.lay_out(page, name, fonts)
    count = tiles.columns * tiles.rows
    if len(document.pages) != count + 1:
        raise AssertionError(f"{len(document.pages)} pages for {count} sheets and a cover")
    data = _laid_under(typesetting.to_pdf(document, name), poster.data, tiles, miniature)
    scale = "" if tiles.scale == 1 else f" at {100 * tiles.scale:.0f}%"
    return Product(
        name, data, f"{count + 1} pages, {tiles.columns} × {tiles.rows} {tiles.paper.value}{scale}"
    )


def _says(size: str, tiles: Tiling, words: Wording) -> str:
    count = tiles.columns * tiles.rows
    sheets = words.sheets.format(
        size=size,
        count=count,
        paper=tiles.paper.value,
        columns=tiles.columns,
        rows=tiles.rows,
    )
    percent = f"{100 * tiles.scale:.0f}"
    scale = words.sheets_scale.format(percent) if percent != "100" else ""
    return f"{sheets}{scale}: {tiles.poster_width:.0f} × {tiles.poster_height:.0f} mm"


def _miniature(tiles: Tiling) -> Miniature:
    """On an upright cover above the steps, on a lying one beside them."""
    room_across = tiles.width - 2 * _MARGIN
    room_down = tiles.height - _MINIATURE_TOP - _MARGIN
    if tiles.width > tiles.height:
        room_across *= _MINIATURE_SIDE
    else:
        room_down *= 0.7
    unit = min(room_across / tiles.poster_width, room_down / tiles.poster_height)
    cells = []
    for tile in tiles.tiles:
        last = tile.column == tiles.columns - 1, tile.row == tiles.rows - 1
        cells.append(
            Cell(
                tile.name,
                tile.left * unit,
                tile.top * unit,
                (tile.width - (0 if last[0] else OVERLAP)) * unit,
                (tile.height - (0 if last[1] else OVERLAP)) * unit,
            )
        )
    width, height = tiles.poster_width * unit, tiles.poster_height * unit
    return Miniature(_MARGIN, _MINIATURE_TOP, width, height, tuple(cells))


def _sheet(tile: Tile, tiles: Tiling, words: Wording) -> SheetView:
    return SheetView(tuple(_marks(tile, tiles)), _label(tile, tiles, words))


def _marks(tile: Tile, tiles: Tiling) -> Iterator[Mark]:
    """Solid: cut. Dashed: the edge of the neighbour that is glued on."""
    left = top = UNPRINTABLE
    right, bottom = left + tile.width, top + tile.height
    onward = tile.column < tiles.columns - 1
    below = tile.row < tiles.rows - 1
    uprights = [(left, False), (right - OVERLAP, True) if onward else (right, False)]
    levels = [(top, False), (bottom - OVERLAP, True) if below else (bottom, False)]
    for x, dashed in uprights:
        yield Mark(x, top - _REACH, _REACH, upright=True, dashed=dashed)
        if below:  # inside the strip that will be covered
            yield Mark(x, bottom - OVERLAP, OVERLAP, upright=True, dashed=dashed)
        yield Mark(x, bottom, _REACH, upright=True, dashed=dashed)
    for y, dashed in levels:
        yield Mark(left - _REACH, y, _REACH, upright=False, dashed=dashed)
        if onward:
            yield Mark(right - OVERLAP, y, OVERLAP, upright=False, dashed=dashed)
        yield Mark(right, y, _REACH, upright=False, dashed=dashed)


def _label(tile: Tile, tiles: Tiling, words: Wording) -> Label:
    """In the lower strip, else in the right one, else (the last sheet) in the poster's margin."""
    right, bottom = UNPRINTABLE + tile.width, UNPRINTABLE + tile.height
    onward, below = tile.column < tiles.columns - 1, tile.row < tiles.rows - 1
    column, row = tile.column + 1, tile.row + 1
    says = [words.place.format(column=column, columns=tiles.columns, row=row, rows=tiles.rows)]
    if onward:
        says.append(words.glue_right.format(f"{chr(ord('B') + tile.column)}{row}"))
    if below:
        says.append(words.glue_below.format(row + 1))
    told = " · ".join(says)
    if below:
        width = tile.width - OVERLAP - 8
        top = bottom - OVERLAP + 1.6
        return Label(tile.name, told, UNPRINTABLE + 4, top, width, "label")
    if onward:
        # turned about its upper left corner, so that it reads upwards
        left = right - OVERLAP + 1.6
        return Label(tile.name, told, left, bottom - OVERLAP - 4, tile.height - 20, "label turned")
    return Label(tile.name, "", UNPRINTABLE + 1, bottom - 3.2, 12, "label last")


def _laid_under(labels: bytes, poster: bytes, tiles: Tiling, miniature: Miniature) -> bytes:
    """The label pages with their parts of the poster drawn under them."""
    import pikepdf  # noqa: PLC0415

    with pikepdf.open(io.BytesIO(labels)) as pdf, pikepdf.open(io.BytesIO(poster)) as drawn:
        page = drawn.pages[0]
        page.contents_coalesce()
        page.Contents.write(_MARKED.sub(b"", page.Contents.read_bytes()))
        for key in ("/Annots", "/StructParents"):
            if key in page:
                del page[key]
        form = pdf.copy_foreign(page.as_form_xobject())
        unit = miniature.width / (tiles.poster_width / tiles.scale)
        box = (miniature.left, miniature.top, miniature.width, miniature.height)
        places = [(unit, (0.0, 0.0), box)]
        for tile in tiles.tiles:
            box = (UNPRINTABLE, UNPRINTABLE, tile.width, tile.height)
            places.append((tiles.scale, (tile.left, tile.top), box))
        for sheet, (scale, start, box) in zip(pdf.pages, places, strict=True):
            name = sheet.add_resource(form, pikepdf.Name.XObject, pikepdf.Name.Poster)
            high = float(page.MediaBox[3]) * scale
            x, y, width, height = (PT_PER_MM * length for length in box)
            base = PT_PER_MM * tiles.height - y
            across, down = x - PT_PER_MM * start[0], base + PT_PER_MM * start[1] - high
            sheet.contents_add(
                (
                    f"/Artifact BMC q {x:.4f} {base - height:.4f} {width:.4f} {height:.4f} re W n"
                    f" {scale:.6f} 0 0 {scale:.6f} {across:.4f} {down:.4f} cm {name} Do Q EMC\n"
                ).encode("ascii"),
                prepend=True,
            )
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()
