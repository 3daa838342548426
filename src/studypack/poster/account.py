"""What of a pack is not on its poster, and why."""

from __future__ import annotations

from collections.abc import Iterable

from studypack.poster.cards import Cards
from studypack.poster.chart import Chart
from studypack.poster.layout import Layout
from studypack.select import LeftOut


def left_out(found: Cards, layout: Layout, chart: Chart) -> tuple[LeftOut, ...]:
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


def notes(rows: Iterable[LeftOut]) -> tuple[str, ...]:
    """The account in a line for each reason: why, how many, which."""
    reasons: dict[str, list[str]] = {}
    for row in rows:
        reasons.setdefault(row.why, []).append(row.id)
    return tuple(f"{why} ({len(ids)}): {', '.join(ids)}" for why, ids in reasons.items())
