"""From a pack to the PDF of its poster."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from studypack import typesetting
from studypack.diagnostics import Diagnostic, Mark
from studypack.poster.cards import NO_BREAK, Card, Cards, cards
from studypack.poster.chart import Chart, paint_chart
from studypack.poster.dates_column import band_span, row_date
from studypack.poster.fit import fit
from studypack.poster.foot import paint_foot, plan_foot
from studypack.poster.head import head, name_widths
from studypack.poster.layout import Layout
from studypack.poster.lettering import PlacedCard
from studypack.poster.measure import MM_PER_PX
from studypack.poster.scale import scale
from studypack.poster.shapes import Drawing
from studypack.poster.sheet import A1, Sheet
from studypack.poster.style import stylesheet
from studypack.poster.tagging import mender
from studypack.product import CannotRenderError, Product
from studypack.select import LeftOut, Pack
from studypack.summary.header import Header, Needle

TOLERANCE = 0.1
"""Millimetres by which a painted card may differ from the measured one."""


@dataclass(frozen=True)
class Poster:
    """A finished poster, and what of the pack is not on it, and why."""

    product: Product
    left_out: tuple[LeftOut, ...]
    body: float
    """Size of the details, in points."""


def render(pack: Pack, sheet: Sheet = A1, *, mono: bool = False) -> tuple[Product, ...]:
    """The poster of a pack as a product.

    Raises CannotRenderError where there are no events, or not even the most important ones fit.
    """
    return (draw(pack, sheet, mono=mono).product,)


def draw(pack: Pack, sheet: Sheet = A1, *, mono: bool = False) -> Poster:
    """The poster with the account of what it leaves out."""
    header = pack.summary.header
    rows = scale(header.poster.bands)
    found = cards(pack, rows)
    if not found.cards:
        raise CannotRenderError(
            Diagnostic("SP413", Mark("poster"), "the poster has no events: none lies in its bands")
        )
    plan = plan_foot(pack, found, rows, sheet)
    fitted = fit(found, rows, sheet, name_widths(header, found, sheet), plan.height)
    layout = Layout(fitted, rows, found)
    drawing = Drawing()
    top = head(header, layout.geometry, found, drawing)
    chart = paint_chart(header, layout, drawing, mono=mono)
    foot = paint_foot(pack, layout, chart, plan, drawing, mono=mono)
    svg = drawing.svg(sheet.width, sheet.height, _alt(header, layout, chart))
    page = (
        typesetting.environment("poster")
        .get_template("poster.html")
        .render(
            header=header,
            style=stylesheet(sheet, fitted.body, len(found.lanes), mono=mono),
            drawing=Markup(svg),  # noqa: S704
            head=top,
            chart=chart,
            foot=foot,
        )
    )
    name = f"{pack.name}-poster.pdf"
    document = typesetting.lay_out(page, name)
    _check(document, name, chart, layout)
    titles = [e.card.outline for e in chart.elements if isinstance(e, PlacedCard)]
    shown, total = len(layout.shown), len(pack.summary.chronology)
    product = Product(
        name,
        typesetting.to_pdf(document, name, mender(titles)),
        f"1 page, {sheet.name}, {shown} of {total} events",
    )
    return Poster(product, _left_out(found, layout, chart), fitted.body)


def _check(document: Any, name: str, chart: Chart, layout: Layout) -> None:
    """Whether all words are on the sheet, and everything where it was placed.

    The first depends on the content; the second is a matter of this package alone.
    """
    lost = typesetting.lost_text(document)
    if lost:
        raise CannotRenderError(
            *(Diagnostic("SP403", Mark(name), f"no room for the words ‘{text}’") for text in lost)
        )
    pages = len(document.pages)
    if pages != 1:
        raise AssertionError(f"the poster has {pages} pages")
    anchors = document.pages[0].anchors
    for element in chart.elements:
        if isinstance(element, PlacedCard):
            card = element.card
            left, top, _, bottom = (MM_PER_PX * edge for edge in anchors[f"c-{card.id}"])
            planned = (element.left, element.top, layout.bottom(card))
            off = max(abs(a - b) for a, b in zip((left, top, bottom), planned, strict=True))
            if off > TOLERANCE:
                raise AssertionError(f"the card {card.id} is painted {off:.2f} mm off its place")


def _left_out(found: Cards, layout: Layout, chart: Chart) -> tuple[LeftOut, ...]:
    """Events that are not on the poster, details that are not, leaders that are not."""
    sheet = layout.sheet.name
    thinned = layout.fit.thinned
    links = {(leader.source, leader.target) for leader in found.leaders}
    undrawn = [
        (source, f"the link to {target}: one of the two has no room on {sheet}")
        for source, target in sorted(links)
        if source not in layout.shown or target not in layout.shown
    ]
    return (
        *found.left_out,
        *(
            LeftOut(card.id, f"importance {card.importance}: its rows are full on {sheet}")
            for card in thinned.gone
        ),
        *(
            LeftOut(card.id, f"its detail: the rows are full on {sheet}")
            for card in thinned.shortened
        ),
        *(LeftOut(*row) for row in undrawn),
        *(LeftOut(a, f"the link to {b}: no way is free") for a, b in chart.unrouted),
    )


def _alt(header: Header, layout: Layout, chart: Chart) -> str:
    """What the picture shows, for those who do not see it."""
    titles = {theatre.id: theatre.title for theatre in header.theatres}
    lanes = ", ".join(titles[lane] for lane in layout.cards.lanes)
    first, last = layout.scale.bands[0], layout.scale.bands[-1]
    says = [
        f"Chronology: time runs down from {band_span(first, header.language)} to"
        f" {band_span(last, header.language)}; side by side stand the lanes {lanes}."
    ]
    poles = header.poster.needle
    if chart.swing and poles:
        places = "; ".join(
            f"{_row_words(node.card, layout)}: {_towards(node.card, poles)}"
            for node in chart.swing.nodes
        )
        says.append(f"{poles.title}, between {poles.left} and {poles.right}: {places}.")
    if chart.routes:
        arrows = "; ".join(
            f"{_title(layout.shown[route.source])} led to {_title(layout.shown[route.target])}"
            for route in chart.routes
        )
        says.append(f"Arrows: {arrows}.")
    return " ".join(says)


def _row_words(card: Card, layout: Layout) -> str:
    row = layout.scale.rows[card.row]
    return row_date(row, layout.scale.bands[row.band], layout.cards.language).full


def _towards(card: Card, poles: Needle) -> str:
    stance = card.stance or 0.0
    if abs(stance) < 0.15:
        return "in the middle"
    pole = (poles.right if stance > 0 else poles.left).lower()
    return f"far towards {pole}" if abs(stance) > 0.65 else f"towards {pole}"


def _title(card: Card) -> str:
    return card.title.replace(NO_BREAK, " ")
