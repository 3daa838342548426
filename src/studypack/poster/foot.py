"""The foot: how to read it, the toll, the sources, the code to scan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import segno
from markupsafe import Markup, escape

from studypack import __version__, citing
from studypack.fonts import SANS
from studypack.poster import advance
from studypack.poster.advance import Face, Run
from studypack.poster.cards import EDITORS, bare_html
from studypack.poster.chart import Chart
from studypack.poster.figures import reading_words
from studypack.poster.geometry import FOOT
from studypack.poster.layout import Layout
from studypack.poster.legend import Entry, entries
from studypack.poster.lettering import CAPITALS, Words, on_baseline
from studypack.poster.shapes import Drawing
from studypack.poster.sheet import MM_PER_PT
from studypack.poster.style import INK
from studypack.select import Pack
from studypack.summary.items import Figure

GAP = 9.0
"""Between the columns of the foot, mm on A1."""
SIGN = 8.5
"""Room for a sign of the legend."""
LEGEND_ROWS = 6
PITCH = 5.8
"""From row to row of the legend."""
QR_SIDE = 36.0
QR_MODULE = 0.9
"""A module of the code is at least this wide, or a telephone cannot read it."""
TOLL_NUMBER = 1.5
"""Size of the numbers of the toll over the type round them."""
_REGULAR, _BOLD = Face(SANS), Face(SANS, "700")


@dataclass(frozen=True)
class TollCell:
    """A figure in the toll table: the number, and under it whose it is and the rivals."""

    number: str
    beside: str


@dataclass(frozen=True)
class TollTable:
    """The toll, as the template needs it."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[TollCell, ...]], ...]
    note: Markup
    left: float
    top: float
    width: float


@dataclass(frozen=True)
class Foot:
    """Words of the foot in reading order; the table stands between them."""

    legend: tuple[Words, ...]
    toll: TollTable | None
    source: tuple[Words, ...]


def paint_foot(pack: Pack, layout: Layout, chart: Chart, drawing: Drawing, *, mono: bool) -> Foot:
    """Lays out the foot from left to right; the sources take what is left."""
    header, mm = pack.summary.header, layout.sheet.mm
    left, right = layout.geometry.left, layout.geometry.right
    rule = layout.geometry.bottom + mm(3.5)
    drawing.rect(left, rule, right - left, mm(0.8), INK)
    first = rule + mm(8.0)
    legend, x = _legend(
        list(entries(header, layout, chart, mono=mono)), left, first, layout, drawing
    )
    if header.poster.needle and chart.swing and not chart.note_placed:
        width = mm(58)
        note = bare_html(header.poster.needle.note)
        heading = on_baseline(
            header.poster.needle.title, x, first, _heading(layout), "bold", tag="h2"
        )
        body = Words(note, x, first + mm(2.6), layout.sheet.small, "block", width=width)
        legend += [heading, body]
        x += width + mm(GAP)
    toll = _toll(pack, x, rule, layout)
    if toll:
        x += toll.width + mm(GAP)
    if header.link:
        right -= _code(header.link, right, rule + mm(3.4), layout, drawing) + mm(GAP * 0.7)
    source = _source(pack, x, right, first, layout)
    return Foot(tuple(legend), toll, tuple(source))


def _heading(layout: Layout) -> float:
    return 20 * layout.sheet.scale


def _legend(
    found: Sequence[Entry], left: float, first: float, layout: Layout, drawing: Drawing
) -> tuple[list[Words], float]:
    sheet, mm = layout.sheet, layout.sheet.mm
    words = [on_baseline("How to read it", left, first, _heading(layout), "bold", tag="h2")]
    size = sheet.small
    widest = mm(51)
    x, row, column_width = left, 0, 0.0
    for entry in found:
        wide = advance.width(entry.words, _REGULAR) * size * MM_PER_PT
        lines = advance.lines((Run(entry.words, _REGULAR, size * MM_PER_PT),), widest)
        if row + lines > LEGEND_ROWS:
            x, row, column_width = x + mm(SIGN) + column_width + mm(GAP * 0.5), 0, 0.0
        column_width = max(column_width, min(wide * 1.01 + mm(0.5), widest))
        base = first + mm(3.0) + (row + 1) * mm(PITCH)
        middle = base - CAPITALS[SANS] * size * MM_PER_PT / 2
        entry.draw(drawing, (x + mm(3.0), middle))
        if lines == 1:
            words.append(on_baseline(entry.words, x + mm(SIGN), base, size))
        else:
            top = base - size * MM_PER_PT * 1.025
            words.append(
                Words(escape(entry.words), x + mm(SIGN), top, size, "block", width=widest * 1.02)
            )
        row += lines
    return words, x + mm(SIGN) + column_width + mm(GAP)


def _toll(pack: Pack, left: float, rule: float, layout: Layout) -> TollTable | None:
    toll = pack.summary.header.poster.toll
    if toll is None:
        return None
    known = pack.summary.figures
    rows = tuple(
        (
            row.label,
            tuple(_cell(known[id_][0], pack.summary.header.language) for id_ in row.figures),
        )
        for row in toll.rows
        if all(id_ in known for id_ in row.figures)
    )
    if not rows:
        return None
    note = bare_html(toll.note)
    sheet = layout.sheet
    size = sheet.small * MM_PER_PT
    widths = [
        max(
            advance.width(toll.title, _BOLD) * _heading(layout) * MM_PER_PT,
            *(advance.width(label, _BOLD) * size for label, _ in rows),
        )
    ]
    for number, column in enumerate(toll.columns):
        cells = [cells[number] for _, cells in rows]
        widths.append(
            max(
                advance.width(column, _REGULAR) * size,
                *(advance.width(c.number, _BOLD) * size * TOLL_NUMBER for c in cells),
                *(advance.width(c.beside, _REGULAR) * size * 0.78 for c in cells),
            )
        )
    width = sum(widths) + sheet.mm(4) * len(widths)
    return TollTable(toll.title, toll.columns, rows, note, left, rule + sheet.mm(2.2), width)


def _cell(figure: Figure, language: str) -> TollCell:
    first, *rest = figure.readings
    owner = [first.whose] if rest and first.whose else []
    others = [f"{reading_words(r, language)} {r.whose}".strip() for r in rest]
    return TollCell(reading_words(first, language), "; ".join([*owner, *others]))


def _code(link: str, right: float, top: float, layout: Layout, drawing: Drawing) -> float:
    """A QR code (error level M) as one path; returns its side."""
    rows = [list(row) for row in segno.make_qr(link, error="m").matrix]
    side = max(layout.sheet.mm(QR_SIDE), QR_MODULE * len(rows))
    module, left = side / len(rows), right - side
    squares = [
        f"M{left + x * module:.3f} {top + y * module:.3f}h{module:.3f}v{module:.3f}h-{module:.3f}z"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    ]
    drawing.path("".join(squares), INK)
    return side


def _source(pack: Pack, left: float, right: float, first: float, layout: Layout) -> list[Words]:
    sheet, mm = layout.sheet, layout.sheet.mm
    paragraphs = _source_paragraphs(pack, layout)
    width = right - left
    room = mm(FOOT) - mm(15)
    size = sheet.small
    plain = [Run(Markup(p).striptags(), _REGULAR) for p in paragraphs]
    while size > sheet.legend_min * 0.85:
        unit = size * MM_PER_PT
        lines = sum(advance.lines((run,), width / unit * 0.97) for run in plain)
        if lines * unit * 1.22 + (len(plain) - 1) * unit * 0.3 <= room:
            break
        size *= 0.97
    body = Markup("").join(Markup("<span class='para'>{}</span>").format(p) for p in paragraphs)
    return [
        on_baseline("Source", left, first, _heading(layout), "bold", tag="h2"),
        Words(body, left, first + mm(2.6), size, "block source", width=width),
    ]


def _source_paragraphs(pack: Pack, layout: Layout) -> list[Markup]:
    summary = pack.summary
    header, sources = summary.header, summary.sources_by_key
    shown, total = len(layout.shown), len(summary.chronology)
    if header.poster.source:
        first = bare_html(header.poster.source)
    else:
        entries_ = [citing.bibliography_entry(s, header.language) for s in summary.sources]
        first = Markup(" ").join(Markup(entry) for entry in entries_)  # noqa: S704
    main = sources.get(layout.cards.main_source)
    pages = Markup("")
    if main and not header.poster.source:
        name = Markup(citing.label(main))  # noqa: S704
        pages = Markup("Small grey numbers are pages of {}.").format(name)
    if any(card.page == EDITORS or EDITORS in card.detail for card in layout.shown.values()):
        pages += Markup(" ‘{}’ marks what the editors know from elsewhere.").format(EDITORS)
    count = f"{shown} of {total} events."
    if shown < total:
        count = (
            f"{shown} of {total} events: on full days those of least weight have no room, and what"
            " lies outside the rows is left out."
        )
    made = " · ".join(
        part
        for part in (
            header.editors,
            header.licence,
            f"studypack {__version__}",
        )
        if part
    )
    link = header.link.removeprefix("https://").removeprefix("www.")
    return [p for p in (first, pages, escape(count), escape(made), escape(link)) if p]
