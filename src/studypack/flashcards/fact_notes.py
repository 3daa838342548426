"""Notes of figures, of what led to what, and of what came first."""

from __future__ import annotations

from studypack.flashcards.field_text import (
    escaped,
    gap,
    gaps_of,
    later,
    listed,
    marked_up,
    with_gaps,
)
from studypack.flashcards.note import Note
from studypack.flashcards.notetypes import CLOZE, QUESTION
from studypack.flashcards.overview import Overview
from studypack.flashcards.review import holds
from studypack.summary.date_words import event_date
from studypack.summary.figure_words import amount_in_words, unit_of
from studypack.summary.items import Event, Figure, Link, LinkAsk, Pair, Reading
from studypack.summary.order import chronological

_LED_TO = " →\u00a0"
"""The arrow stays on the line of what it points at."""


def figure_note(overview: Overview, event: Event, figure: Figure) -> Note:
    """How many? All readings are hidden on one card, each with whose it is."""
    text = f"{escaped(figure.what)}: " + "; ".join(
        _hidden(reading, figure, overview.language) for reading in figure.readings
    )
    # a headline that has the number in it would give the answer away
    title = "" if holds(event.title, gaps_of(text)) else escaped(event.title)
    fields = {
        "Text": text,
        "Title": title,
        "Date": escaped(event_date(event, overview.language)),
        "Detail": marked_up(event.detail),
        **overview.common(
            event,
            shown=(event.detail,),
            cites=[reading.cite for reading in figure.readings],
            disputed=[figure.id],
            withdrawn=marked_up(figure.retired),
            with_matters=False,
            sort=f"{event.date.first.isoformat()} {figure.what}",
        ),
        "Id": escaped(figure.id),
    }
    asks = [("Cloze", f"{title}: {with_gaps(text)}".removeprefix(": "), escaped(gaps_of(text)))]
    picture = overview.timeline(event)
    return overview.note(f"figure/{figure.id}", CLOZE, [event], fields, asks, picture)


def effect_note(overview: Overview, cause: Event, effect: Event, link: Link | None) -> Note | None:
    """What did it lead to, or how? Without a link it is one that was taken back.

    A link that says so is not asked; students who have its card are told that it still holds.
    """
    name = f"effect/{cause.id}/{effect.id}"
    unasked = link is not None and link.ask is LinkAsk.NOTHING
    if unasked and not overview.was_given(name, 0):
        return None
    retired = next((event for event in (cause, effect) if event.retired), None)
    withdrawn = overview.words.link_unasked if unasked else "" if link else overview.words.link_gone
    because = link.because if link else ""
    if link is not None and link.ask is LinkAsk.HOW:
        asked = _how(overview, cause, effect, because)
    else:
        asked = _what(overview, cause, effect, because)
    fields = {
        **asked,
        "Date": escaped(event_date(cause, overview.language)),
        **overview.common(
            cause,
            shown=(because,),
            cites=[effect.cite],
            disputed=(),
            withdrawn=marked_up(retired.retired) if retired else escaped(withdrawn),
            with_matters=False,
            sort=f"{cause.date.first.isoformat()} {cause.title}",
        ),
        "Id": escaped(f"{cause.id}/{effect.id}"),
    }
    cued = f"{_LED_TO}{asked['Cue']} {asked['Besides']}" if "Cue" in asked else ""
    asks = [("Answer", asked["Question"] + cued, asked["Answer"])]
    return overview.note(name, QUESTION, [cause, effect], fields, asks)


def order_note(overview: Overview, pair: Pair, one: Event, other: Event) -> Note:
    """Which of two came first? They are named in the order of their titles."""
    first, second = sorted((one, other), key=chronological)
    named = sorted(escaped(event.title) for event in (first, second))
    retired = next((item for item in (pair, one, other) if item.retired), None)
    fields = {
        "Question": f" <em>{escaped(overview.words.either)}</em> ".join(named),
        "Ask": escaped(overview.words.came_first),
        "Answer": escaped(first.title),
        "Detail": listed([*_dated(overview, first, second), marked_up(pair.hint)]),
        **overview.common(
            pair,
            shown=(pair.hint,),
            cites=[first.cite, second.cite],
            disputed=(),
            withdrawn=marked_up(retired.retired) if retired else "",
            sort=f"{first.date.first.isoformat()} {first.title}",
        ),
        "Theatre": overview.theatre(first.theatre) if first.theatre == second.theatre else "",
        "Lane": overview.lane(first.theatre) if first.theatre == second.theatre else "",
    }
    asks = [("Answer", fields["Question"], fields["Answer"])]
    return overview.note(f"order/{pair.id}", QUESTION, [pair, one, other], fields, asks)


def _what(overview: Overview, cause: Event, effect: Event, because: str) -> dict[str, str]:
    """Where and when is the cue; what else the cause led to there and then is told."""
    cue = _cue(overview, effect)
    alike = [
        escaped(other.title)
        for other in _effects(overview, cause)
        if other.id != effect.id and _cue(overview, other) == cue
    ]
    return {
        "Question": escaped(cause.title),
        "Ask": escaped(overview.words.led_to),
        "Cue": cue,
        "Besides": listed(alike),
        "Answer": escaped(effect.title),
        "Detail": marked_up(because),
    }


def _how(overview: Overview, cause: Event, effect: Event, because: str) -> dict[str, str]:
    """Both are named, so that nothing but the connection is asked."""
    return {
        "Question": f"{escaped(cause.title)}{_LED_TO}{escaped(effect.title)}",
        "Ask": escaped(overview.words.how_led),
        "Answer": marked_up(because),
        "Detail": listed(_dated(overview, cause, effect)),
    }


def _dated(overview: Overview, *events: Event) -> list[str]:
    return [f"{escaped(e.title)}: {escaped(event_date(e, overview.language))}" for e in events]


def _effects(overview: Overview, cause: Event) -> list[Event]:
    found = (overview.summary.by_id[link.to] for link in cause.led_to)
    return [event for event in found if isinstance(event, Event) and not event.retired]


def _cue(overview: Overview, effect: Event) -> str:
    return f"{overview.theatre(effect.theatre)}, {escaped(event_date(effect, overview.language))}"


def _hidden(reading: Reading, figure: Figure, language: str) -> str:
    words = gap(escaped(amount_in_words(reading, language)))
    unit = unit_of(reading, figure)
    words += f" {escaped(unit)}" if unit.startswith(" ") else escaped(unit)
    if reading.whose:
        words += f" ({escaped(reading.whose)})"
    return later(words) if reading.later else words
