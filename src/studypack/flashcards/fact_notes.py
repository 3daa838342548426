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
from studypack.summary.items import Event, Figure, Link, Pair, Reading
from studypack.summary.order import chronological


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


def effect_note(overview: Overview, cause: Event, effect: Event, link: Link | None) -> Note:
    """What did it lead to? Without a link it is one that was taken back."""
    alike = [
        other
        for other in _effects(overview, cause)
        if other.id != effect.id and _cue(overview, other) == _cue(overview, effect)
    ]
    retired = next((event for event in (cause, effect) if event.retired), None)
    withdrawn = "" if link else escaped(overview.words.link_gone)
    cue, besides = _cue(overview, effect), listed(escaped(other.title) for other in alike)
    because = link.because if link else ""
    fields = {
        "Question": escaped(cause.title),
        "Ask": escaped(overview.words.led_to),
        "Cue": cue,
        "Besides": besides,
        "Answer": escaped(effect.title),
        "Detail": marked_up(because),
        "Date": escaped(event_date(cause, overview.language)),
        **overview.common(
            cause,
            shown=(because,),
            cites=[effect.cite],
            disputed=(),
            withdrawn=marked_up(retired.retired) if retired else withdrawn,
            with_matters=False,
            sort=f"{cause.date.first.isoformat()} {cause.title}",
        ),
        "Id": escaped(f"{cause.id}/{effect.id}"),
    }
    asks = [
        ("Answer", f"{escaped(cause.title)} → {cue} {besides}", escaped(effect.title)),
    ]
    return overview.note(f"effect/{cause.id}/{effect.id}", QUESTION, [cause, effect], fields, asks)


def order_note(overview: Overview, pair: Pair, one: Event, other: Event) -> Note:
    """Which of two came first? They are named in the order of their titles."""
    first, second = sorted((one, other), key=chronological)
    named = sorted(escaped(event.title) for event in (first, second))
    retired = next((item for item in (pair, one, other) if item.retired), None)
    dates = [
        f"{escaped(e.title)}: {escaped(event_date(e, overview.language))}" for e in (first, second)
    ]
    fields = {
        "Question": f" <em>{escaped(overview.words.either)}</em> ".join(named),
        "Ask": escaped(overview.words.came_first),
        "Answer": escaped(first.title),
        "Detail": listed([*dates, marked_up(pair.hint)]),
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
