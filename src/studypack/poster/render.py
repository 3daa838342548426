"""From a pack to the PDFs of its poster."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from studypack import sheets, typesetting
from studypack.diagnostics import Diagnostic, Mark
from studypack.poster.account import left_out, notes
from studypack.poster.alt import alt_text
from studypack.poster.answers import answer_key
from studypack.poster.blanks import Blanks, blanks
from studypack.poster.cards import cards
from studypack.poster.chart import Chart, paint_chart
from studypack.poster.fit import Frame, fit
from studypack.poster.foot import Plan, paint_foot, plan_foot
from studypack.poster.head import head, name_widths
from studypack.poster.layout import Layout
from studypack.poster.lettering import PlacedCard
from studypack.poster.measure import MM_PER_PX
from studypack.poster.poles import poles_room
from studypack.poster.print_shop import with_crop_marks
from studypack.poster.scale import scale
from studypack.poster.shapes import Drawing
from studypack.poster.sheet import A1, Sheet, sheet_of
from studypack.poster.style import stylesheet
from studypack.poster.tagging import mender
from studypack.poster.tiles import tiled
from studypack.poster.tiling import tiling
from studypack.product import NOTHING, Blank, CannotRenderError, Product, Wishes
from studypack.select import LeftOut, Pack
from studypack.summary.course import Ink
from studypack.summary.poster_size import UnknownSizeError, WrongWayError, poster_size, turned

TOLERANCE = 0.1
"""Millimetres by which a painted card may differ from the measured one."""


_SHORTER = "Shorten the text, or choose a larger sheet: `poster.size`."


@dataclass(frozen=True)
class Poster:
    """A finished poster, and what of the pack is not on it, and why."""

    product: Product
    left_out: tuple[LeftOut, ...]
    body: float
    """Size of the details, in points."""


@dataclass(frozen=True)
class _Plan:
    """Everything that is found before the first stroke is drawn; all editions share it."""

    pack: Pack
    layout: Layout
    foot: Plan


def render(pack: Pack, wishes: Wishes = NOTHING) -> tuple[Product, ...]:
    """The poster of a pack on one sheet and in office sheets, and the editions wished for.

    The course says size, paper and ink. Raises CannotRenderError where there are no events, where
    not even the most important ones fit, or where the course wants a size that there is not.
    """
    dress = pack.course.poster
    try:
        size = turned(poster_size(dress.size), dress.orientation)
    except (UnknownSizeError, WrongWayError) as error:
        raise CannotRenderError(Diagnostic("SP312", Mark("poster"), str(error))) from None
    mono = pack.course.ink is Ink.MONO
    title, language = pack.summary.header.title, pack.summary.header.language
    plan = _plan(pack, sheet_of(size))
    poster = _painted(plan, mono=mono).product
    tiles = tiling(size, dress.tiling or pack.course.paper)
    words, lang = plan.layout.cards.words, plan.layout.cards.lang
    products = [poster, tiled(poster, tiles, title, language, size.name, words, lang, pack.fonts)]
    if wishes.print_shop:
        products.append(with_crop_marks(poster))
    if wishes.blank:
        gaps = blanks(plan.layout, wishes.blank)
        products.append(_painted(plan, mono=mono, gaps=gaps).product)
        products.append(answer_key(plan.layout, gaps, pack, wishes.blank))
    return tuple(products)


def draw(
    pack: Pack, sheet: Sheet = A1, *, mono: bool = False, blank: Blank | None = None
) -> Poster:
    """The poster, or one with gaps, with the account of what it leaves out."""
    plan = _plan(pack, sheet)
    return _painted(plan, mono=mono, gaps=blanks(plan.layout, blank))


def _plan(pack: Pack, sheet: Sheet) -> _Plan:
    header = pack.summary.header
    sheet = replace(sheet, fonts=tuple(pack.fonts.items()))
    rows = scale(header.poster.bands)
    found = cards(pack, rows)
    if not found.cards:
        raise CannotRenderError(
            Diagnostic(
                "SP413",
                Mark("poster"),
                "the poster has no events: none lies in its bands",
                "Let the course select more, or correct `bands` in the summary's `poster:`.",
            )
        )
    needle = header.poster.needle if found.needle is not None else None
    frames = {}
    for below in (False, True) if needle else (False,):
        foot = plan_foot(pack, found, rows, sheet, note=below)
        room = poles_room(needle, sheet, note=not below)
        frames[Frame(foot.height, room)] = foot
    fitted = fit(found, rows, sheet, name_widths(header, found, sheet), tuple(frames))
    return _Plan(pack, Layout(fitted, rows, found), frames[fitted.frame])


def _painted(plan: _Plan, *, mono: bool, gaps: Blanks | None = None) -> Poster:
    gaps = gaps or Blanks()
    pack, layout = plan.pack, plan.layout
    header, sheet, found = pack.summary.header, layout.sheet, layout.cards
    drawing = Drawing()
    top = head(header, layout.geometry, found, drawing)
    chart = paint_chart(header, layout, drawing, mono=mono, gaps=gaps)
    foot = paint_foot(pack, layout, chart, plan.foot, drawing, mono=mono)
    svg = drawing.svg(sheet.width, sheet.height, alt_text(header, layout, chart))
    page = (
        typesetting.environment("poster")
        .get_template("poster.html")
        .render(
            header=header,
            style=stylesheet(sheet, layout.fit.body, found.looks, mono=mono),
            drawing=Markup(svg),  # noqa: S704
            head=top,
            chart=chart,
            foot=foot,
            logo=typesetting.asset_url(pack.course.logo),
        )
    )
    name = f"{pack.name}-poster{gaps.suffix}.pdf"
    document = typesetting.lay_out(page, name, pack.assets)
    _check(document, name, chart, layout)
    titles = [e.card.outline for e in chart.elements if isinstance(e, PlacedCard)]
    shown, total = len(layout.shown), len(pack.summary.chronology)
    lost = left_out(found, layout, chart)
    product = Product(
        name,
        typesetting.to_pdf(document, name, mender(titles)),
        f"1 page, {sheet.name}, {shown} of {total} events{gaps.amount}",
        () if gaps.kind else notes(lost),
    )
    return Poster(product, lost, layout.fit.body)


def _check(document: Any, name: str, chart: Chart, layout: Layout) -> None:
    """Whether all words are on the sheet, and everything where it was placed.

    The first depends on the content; the second is a matter of this package alone. A card with
    gaps may be lower than it was measured.
    """
    lost = sheets.lost_text(document)
    if lost:
        raise CannotRenderError(*(text.without_room(name, _SHORTER) for text in lost))
    pages = len(document.pages)
    if pages != 1:
        raise AssertionError(f"the poster has {pages} pages")
    anchors = document.pages[0].anchors
    for element in chart.elements:
        if isinstance(element, PlacedCard):
            card = element.card
            left, top, _, bottom = (MM_PER_PX * edge for edge in anchors[f"c-{card.id}"])
            low = layout.bottom(layout.shown[card.id])
            gap = bottom - low
            off = max(abs(left - element.left), abs(top - element.top), gap)
            if off > TOLERANCE or (gap < -TOLERANCE and chart.blanks.kind is None):
                raise AssertionError(f"the card {card.id} is painted off its place")
