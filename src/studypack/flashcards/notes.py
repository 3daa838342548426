"""From a summary to its notes, and from those to the notes of a pack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType

from studypack.flashcards.event_notes import date_note, decision_note, sequence_note
from studypack.flashcards.fact_notes import effect_note, figure_note, order_note
from studypack.flashcards.name_notes import person_note, term_note
from studypack.flashcards.note import Note
from studypack.flashcards.overview import Given, Overview, Place
from studypack.select import Pack
from studypack.summary.items import Decision, Event
from studypack.summary.summary import Summary

_NONE: Given = MappingProxyType({})


def notes_of(summary: Summary, given: Given = _NONE) -> tuple[Note, ...]:
    """All notes of a whole summary, in the order in which they are to be learnt.

    ``given`` (kept by the ledger) names the cards that students have already: a card that was
    once asked never becomes blank, even where its date is no longer unique or its cause no
    longer claimed.
    """
    overview = Overview(summary, given)
    placed = sorted(_placed(overview), key=lambda pair: (pair[1].retired, pair[0]))
    notes = [replace(note, due=due) for due, (_, note) in enumerate(placed, 1)]
    guids = {note.guid for note in notes}
    assert len(guids) == len(notes), "two notes share a guid"
    return tuple(notes)


def notes_in(pack: Pack, notes: Iterable[Note]) -> tuple[Note, ...]:
    """Those notes of the whole summary all of whose items a course selected."""
    is_selected = pack.summary.by_id.__contains__
    return tuple(note for note in notes if all(map(is_selected, note.items)))


def _placed(overview: Overview) -> Iterator[tuple[tuple[Place, int, str], Note]]:
    """Notes with their place: a day's people and terms first, then dates, then the rest."""
    summary = overview.summary
    for term in summary.terms:
        yield (overview.place(term), 0, term.id), term_note(overview, term)
    for person in summary.people:
        yield (overview.place(person), 1, person.id), person_note(overview, person)
    for pair in summary.pairs:
        one, other = summary.by_id[pair.one], summary.by_id[pair.other]
        assert isinstance(one, Event)
        assert isinstance(other, Event)
        later = max(overview.place(one), overview.place(other))
        yield (later, 9, pair.id), order_note(overview, pair, one, other)
    for event in (*summary.events, *summary.decisions):
        for rank, (met, note) in enumerate(_of_event(overview, event), 2):
            yield (max(overview.place(event), overview.place(met)), rank, note.name), note


def _of_event(overview: Overview, event: Event) -> Iterator[tuple[Event, Note]]:
    """The notes of an event, each with another that is to be met before it is asked, or itself."""
    yield event, date_note(overview, event)
    if isinstance(event, Decision):
        yield event, decision_note(overview, event)
    for figure in event.figures:
        yield event, figure_note(overview, event, figure)
    sequence = sequence_note(overview, event)
    if sequence:
        _, after, _ = overview.neighbours(event)
        yield after or event, sequence
    claimed = {link.to: link for link in event.led_to}
    for effect_id in sorted(overview.effects_given(event) | set(claimed)):
        effect = overview.summary.by_id.get(effect_id)
        if isinstance(effect, Event):
            note = effect_note(overview, event, effect, claimed.get(effect_id))
            if note:
                yield effect, note
