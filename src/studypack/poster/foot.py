"""The foot: how to read it, the toll, the sources, the code to scan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import segno
from markupsafe import Markup, escape

from studypack import __version__, citing
from studypack.fonts import SANS
from studypack.poster import advance, legend
from studypack.poster.advance import Face, Run
from studypack.poster.breaks import spaces_inward
from studypack.poster.cards import Card, Cards, bare_html, editors_mark
from studypack.poster.chart import Chart
from studypack.poster.geometry import MARGIN
from studypack.poster.layout import Layout
from studypack.poster.legend import Entry
from studypack.poster.lettering import CAPITALS, Words, on_baseline
from studypack.poster.scale import Scale
from studypack.poster.shapes import Drawing
from studypack.poster.sheet import MM_PER_PT, Sheet
from studypack.poster.style import HAIRLINE, INK
from studypack.poster.toll import TollTable, toll_table
from studypack.select import Pack
from studypack.summary.course import Course
from studypack.summary.text import in_language

ABOVE, HEADING, UNDER_HEADING = 3.5, 8.0, 3.0
"""From the chart to the rule, from there to the baseline of headings, from there to the text."""
GAP = 7.0
"""Between the columns of the foot."""
SIGN = 8.5
"""Room for a sign of the legend."""
ENTRY = 46.0
"""Width of an entry's words at most."""
NOTE = 56.0
SOURCE = 52.0
"""Width of the note on the needle, and least width of the sources."""
QR_SIDE, QR_MODULE = 36.0, 0.9
"""Side of the code in mm on A1; a module is at least so many real mm, or no telephone reads it."""
COURSE, LOGO = 7.5, 15.0
"""The strip under the foot with the name of the course, and where it has a logo."""
TOLL_BASE = 0.992
"""Baseline of the table's title below its top in em: its padding, then BASELINE."""
_LEADING = 1.22
_REGULAR = Face(SANS)


@dataclass(frozen=True)
class Plan:
    """The shape of a foot: how many lines its columns have, and its height in mm."""

    lines: int
    height: float


@dataclass(frozen=True)
class PlacedToll:
    """The toll table at its place."""

    table: TollTable
    left: float
    top: float


@dataclass(frozen=True)
class Logo:
    """The picture of the course, in mm from the right and the upper edge of the sheet."""

    name: str
    says: str
    right: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Foot:
    """Words of the foot in reading order; the table stands between them."""

    legend: tuple[Words, ...]
    toll: PlacedToll | None
    source: tuple[Words, ...]
    logo: Logo | None


def plan_foot(pack: Pack, cards: Cards, scale: Scale, sheet: Sheet, *, note: bool) -> Plan:
    """The lowest foot that holds all that may have to be said; ``note``: on the needle as well."""
    header = pack.summary.header
    needle = header.poster.needle if note else None
    every = list(legend.entries(legend.most(header, cards, scale), sheet))
    toll = toll_table(pack.summary, cards, sheet)
    room = sheet.width - 2 * sheet.mm(MARGIN)
    if toll:
        room -= toll.width + sheet.mm(GAP)
    if needle:
        room -= sheet.mm(NOTE + GAP)
    if header.link:
        room -= _code_side(header.link, sheet) + sheet.mm(GAP)
    paragraphs = _paragraphs(pack, cards, cards.cards, len(pack.summary.chronology) - 1)
    size = sheet.small * MM_PER_PT
    lines = 4
    while lines < 40:
        height = lines * _pitch(sheet)
        left = room - _flow(every, lines, sheet)[1] - sheet.mm(GAP)
        fits = left >= sheet.mm(SOURCE) and _height(paragraphs, left, size) <= height
        if toll:
            fits &= toll.height <= height + sheet.mm(HEADING + UNDER_HEADING)
        if needle:
            says = bare_html(needle.note, cards.words.editors, cards.lang)
            fits &= _height([says], sheet.mm(NOTE), size) <= height
        if fits:
            break
        lines += 1
    top = sheet.mm(ABOVE + HEADING + UNDER_HEADING)
    return Plan(lines, top + lines * _pitch(sheet) + _course_strip(pack.course, sheet))


def paint_foot(
    pack: Pack, layout: Layout, chart: Chart, plan: Plan, drawing: Drawing, *, mono: bool
) -> Foot:
    """Lays out the foot from left to right; the sources take what is left."""
    header, sheet = pack.summary.header, layout.sheet
    own, lang = layout.cards.words, layout.cards.lang
    mm = sheet.mm
    x, right = layout.geometry.left, layout.geometry.right
    rule = layout.geometry.bottom + mm(ABOVE)
    drawing.rect(x, rule, right - x, mm(0.8), INK)
    first = rule + mm(HEADING)
    below = first + mm(UNDER_HEADING)
    found = list(legend.entries(legend.shown(header, layout, chart), sheet, mono=mono))
    words = [_heading(own.how_to_read, x, first, sheet, lang)]
    words += _legend(found, plan, x, below, sheet, drawing)
    x += _flow(found, plan.lines, sheet)[1] + mm(GAP)
    if header.poster.needle and chart.swing and not chart.note_placed:
        words.append(_heading(header.poster.needle.title, x, first, sheet))
        note = bare_html(header.poster.needle.note, own.editors, lang)
        words.append(Words(spaces_inward(note), x, below, sheet.small, "block", width=mm(NOTE)))
        x += mm(NOTE + GAP)
    table = toll_table(pack.summary, layout.cards, sheet)
    if table and chart.blanks.mask:
        table = table.masked(chart.blanks.mask)
    toll = PlacedToll(table, x, first - TOLL_BASE * sheet.heading * MM_PER_PT) if table else None
    if table:
        x += table.width + mm(GAP)
    if header.link:
        side = _code_side(header.link, sheet)
        _code(header.link, right - side, rule + mm(3.4), side, drawing)
        right -= side + mm(GAP)
    shown = layout.shown
    paragraphs = _paragraphs(pack, layout.cards, shown.values(), len(shown))
    joined = Markup("").join(Markup('<span class="para">{}</span>').format(p) for p in paragraphs)
    source = (
        _heading(own.source, x, first, sheet, lang),
        Words(joined, x, below, sheet.small, "block", width=right - x),
    )
    course, logo = _course(pack, layout, drawing)
    return Foot(tuple(words), toll, (*source, *course), logo)


def _course_strip(course: Course, sheet: Sheet) -> float:
    """Its height hangs on what there is to say, not on how long it is."""
    if course.logo:
        return sheet.mm(LOGO)
    return sheet.mm(COURSE) if any(_course_words(course)) else 0.0


def _course_words(course: Course) -> tuple[str, ...]:
    return course.title, course.institution, course.instructor, course.term


def _course(pack: Pack, layout: Layout, drawing: Drawing) -> tuple[list[Words], Logo | None]:
    """The name of the course on a line of its own; its logo on the right."""
    course, sheet, mm = pack.course, layout.sheet, layout.sheet.mm
    strip = _course_strip(course, sheet)
    if not strip:
        return [], None
    left, right = layout.geometry.left, layout.geometry.right
    top = sheet.height - mm(MARGIN) - strip + mm(2.0)
    drawing.line([(left, top), (right, top)], HAIRLINE, mm(0.3))
    height, wide = strip - mm(3.5), mm(LOGO * 4)
    logo = None
    if course.logo:
        says = course.institution or course.title or pack.summary.header.title
        logo = Logo(course.logo, says, sheet.width - right, top + mm(1.5), wide, height)
    said = [words for words in _course_words(course) if words]
    if not said:
        return [], logo
    room = right - left - (wide + mm(GAP) if logo else 0.0)
    line = " · ".join(said)
    size = min(sheet.small, room / (advance.width(line, Face(SANS, "700")) * MM_PER_PT))
    base = top + mm(1.5) + (height + CAPITALS[SANS] * size * MM_PER_PT) / 2
    words = on_baseline(line, left, base, size)
    bold = Markup("<b>{}</b>").format(said[0]) + escape(line[len(said[0]) :])
    return [replace(words, words=bold)], logo


def _heading(words: str, x: float, baseline: float, sheet: Sheet, lang: str = "") -> Words:
    return on_baseline(words, x, baseline, sheet.heading, "bold", tag="h2", lang=lang)


def _pitch(sheet: Sheet) -> float:
    """From line to line of the legend."""
    return max(sheet.mm(5.8), sheet.small * MM_PER_PT * 1.5)


def _height(paragraphs: Sequence[Markup], width: float, size: float) -> float:
    lines = sum(
        advance.lines((Run(p.striptags(), _REGULAR),), width / size * 0.97) for p in paragraphs
    )
    return size * (lines * _LEADING + 0.3 * (len(paragraphs) - 1))


def _flow(
    found: Sequence[Entry], lines: int, sheet: Sheet
) -> tuple[list[tuple[float, int, int]], float]:
    """Left edge, first line and count of lines of each entry; the width of all columns."""
    size, widest = sheet.small * MM_PER_PT, sheet.mm(ENTRY)
    places = []
    left, line, width = 0.0, 0, 0.0
    for entry in found:
        needed = advance.lines((Run(entry.words, _REGULAR, size),), widest)
        if line and line + needed > lines:
            left, line, width = left + sheet.mm(SIGN + GAP * 0.5) + width, 0, 0.0
        natural = advance.width(entry.words, _REGULAR) * size * 1.01 + sheet.mm(0.5)
        width = max(width, min(natural, widest))
        places.append((left, line, needed))
        line += needed
    return places, left + sheet.mm(SIGN) + width


def _legend(
    found: Sequence[Entry], plan: Plan, left: float, top: float, sheet: Sheet, drawing: Drawing
) -> list[Words]:
    size, pitch = sheet.small, _pitch(sheet)
    capitals = CAPITALS[SANS] * size * MM_PER_PT
    words = []
    for entry, (x, line, count) in zip(found, _flow(found, plan.lines, sheet)[0], strict=True):
        base = top + line * pitch + pitch * 0.5 + capitals / 2
        entry.draw(drawing, (left + x + sheet.mm(3), base - capitals / 2))
        at = left + x + sheet.mm(SIGN)
        if count == 1:
            words.append(on_baseline(entry.words, at, base, size, lang=entry.lang))
        else:
            first = base - size * MM_PER_PT * 0.922
            width = sheet.mm(ENTRY) * 1.02
            words.append(
                Words(escape(entry.words), at, first, size, "block", width=width, lang=entry.lang)
            )
    return words


def _code_side(link: str, sheet: Sheet) -> float:
    return max(sheet.mm(QR_SIDE), QR_MODULE * len(segno.make_qr(link, error="m").matrix))


def _code(link: str, left: float, top: float, side: float, drawing: Drawing) -> None:
    """A QR code (error level M) as one path."""
    rows = [list(row) for row in segno.make_qr(link, error="m").matrix]
    module = side / len(rows)
    squares = [
        f"M{left + x * module:.3f} {top + y * module:.3f}h{module:.3f}v{module:.3f}h-{module:.3f}z"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    ]
    drawing.path("".join(squares), INK)


def _paragraphs(pack: Pack, cards: Cards, drawn: Iterable[Card], shown: int) -> list[Markup]:
    """Sources, counts and who made it. A source that a drawn card names has its entry here."""
    summary = pack.summary
    header, sources, total = summary.header, summary.sources_by_key, len(summary.chronology)
    words, lang = cards.words, cards.lang
    style = citing.style_of(pack.course.citations, summary.sources, words.language)
    named = {card.source for card in drawn} if header.poster.source else {*sources}
    about = [bare_html(header.poster.source, words.editors, lang)]
    for record in style.listed():
        if record.source.id in named:
            called = citing.label(record.source, summary.sources)
            lettered = called != citing.label(record.source)
            entry = f"{called}: {style.entry(record)}" if lettered else style.entry(record)
            about.append(Markup(entry))  # noqa: S704
    main = sources.get(cards.main_source)
    if main and not header.poster.source:
        name = Markup(citing.label(main, summary.sources))  # noqa: S704
        about.append(in_language(escape(words.pages).format(name), lang))
    mark = editors_mark(words.editors, lang)
    if any(card.page == words.editors or mark in card.detail for card in cards.cards):
        about.append(in_language(words.editors_added.format(words.editors), lang))
    told = words.all_shown if shown == total else words.some_shown
    count = in_language(told.format(shown=shown, total=total), lang)
    link = header.link.removeprefix("https://").removeprefix("www.")
    made = (header.editors, header.licence, f"studypack {__version__}", link)
    said = Markup(" ").join(filter(None, about)), count, escape(" · ".join(filter(None, made)))
    return [spaces_inward(words) for words in said if words]
