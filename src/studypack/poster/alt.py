"""What the drawing shows, in words for those who do not see it."""

from __future__ import annotations

from studypack.poster.breaks import unheld
from studypack.poster.cards import Card
from studypack.poster.chart import Chart
from studypack.poster.dates_column import band_span, row_date
from studypack.poster.layout import Layout
from studypack.poster.words import Wording
from studypack.summary.header import Header, Needle


def alt_text(header: Header, layout: Layout, chart: Chart) -> str:
    """Lanes, the places of the needle, the arrows; nothing of it that an edition leaves blank."""
    titles = {theatre.id: theatre.title for theatre in header.theatres}
    lanes = ", ".join(titles[lane] for lane in layout.cards.lanes)
    words = layout.cards.words
    ends = layout.scale.bands[0], layout.scale.bands[-1]
    first, last = (b.title if chart.blanks.mask else band_span(b, words.language) for b in ends)
    says = [words.alt_time.format(first=first, last=last, lanes=lanes)]
    poles = header.poster.needle
    if chart.swing and poles and chart.blanks.kind is None:
        places = "; ".join(
            f"{_row_words(node.card, layout)}: {towards(node.card, poles, words)}"
            for node in chart.swing.nodes
        )
        says.append(
            words.alt_needle.format(
                title=poles.title, left=poles.left, right=poles.right, places=places
            )
        )
    if chart.routes and chart.blanks.kind is None:
        arrows = "; ".join(
            words.alt_arrow.format(
                cause=_title(layout.shown[route.source]), effect=_title(layout.shown[route.target])
            )
            for route in chart.routes
        )
        says.append(words.alt_arrows.format(arrows))
    return " ".join(says)


def _row_words(card: Card, layout: Layout) -> str:
    row = layout.scale.rows[card.row]
    return row_date(row, layout.scale.bands[row.band], layout.cards.words.language).full


def towards(card: Card, poles: Needle, words: Wording) -> str:
    """Where a decision stands between the poles, in words."""
    stance = card.stance or 0.0
    if abs(stance) < 0.15:
        return words.in_the_middle
    pole = (poles.right if stance > 0 else poles.left).lower()
    return (words.far_towards if abs(stance) > 0.65 else words.towards).format(pole)


def _title(card: Card) -> str:
    return unheld(card.title)
