"""Notes of events and decisions: their date, what was decided, and what came between."""

from __future__ import annotations

from collections.abc import Iterator

from studypack.flashcards.field_text import escaped, gap, listed, marked_up, with_gaps
from studypack.flashcards.note import Note
from studypack.flashcards.notetypes import CLOZE, DECISION, EVENT_DATE
from studypack.flashcards.overview import Overview
from studypack.summary.date_words import event_date, in_words
from studypack.summary.items import Decision, Event

ARROW = " → "


def date_note(overview: Overview, event: Event) -> Note:
    """When was it? And, where no other event shares its day: what happened on that day?"""
    name = f"date/{event.id}"
    language = overview.language
    date = escaped(event_date(event, language))
    exact = event.date.is_exact_day and not event.when
    others = overview.on_day(event.date.first, besides=event.id) if exact else []
    given = overview.was_given(name, EVENT_DATE.asking.index("Event"))
    asked = escaped(in_words(event.date, language)) if given or (exact and not others) else ""
    title = escaped(event.title)
    besides = listed(escaped(other.title) for other in others) if asked else ""
    fields = {
        "Event": title,
        "Date": date,
        "Date asked": asked,
        "Besides": besides,
        "Detail": marked_up(event.detail),
        "Summary": marked_up(event.summary),
        **overview.common(
            event,
            shown=(event.detail, event.summary),
            quotation=next(iter(overview.quotations(event)), None),
            sort=_sort(event),
        ),
    }
    asks = [("Date", title, date)]
    if asked:
        asks.append(("Event", f"{asked} {besides}", title))
    return overview.note(name, EVENT_DATE, [event], fields, asks, overview.timeline(event))


def decision_note(overview: Overview, decision: Decision) -> Note:
    """What was decided? Who decided it, and how? Who disagreed?"""
    name = f"decision/{decision.id}"
    options = {option.key: option.text for option in decision.options}
    how = escaped(decision.vote or overview.words.how[decision.how])
    dissenters = "; ".join(_dissenters(overview, decision))
    if not dissenters and overview.was_given(name, DECISION.asking.index("Dissent")):
        dissenters = escaped(overview.words.nobody)
    quotations = overview.summary.quotations
    spoken = {d.quotation for d in decision.dissent if d.quotation}
    quoted = next((q for q in quotations if q.id in spoken and not q.retired), None)
    question, decided = marked_up(decision.question), marked_up(decision.decided)
    body, date = overview.name_of(decision.body), escaped(event_date(decision, overview.language))
    fields = {
        "Decision": escaped(decision.title),
        "Question": question,
        "Decided": decided,
        "Date": date,
        "Body": body,
        "How": how,
        "Dissenters": dissenters,
        "Dissent": listed(
            f"{overview.name_of(d.person)}: {marked_up(d.view)}" for d in decision.dissent
        ),
        "Options": listed(
            f"<strong>{marked_up(text)}</strong>" if key == decision.chosen else marked_up(text)
            for key, text in options.items()
        ),
        "Reasons": listed(marked_up(reason) for reason in decision.reasons),
        "Consequence": marked_up(decision.consequence),
        "Summary": marked_up(decision.summary),
        **overview.common(
            decision,
            shown=(
                decision.question,
                decision.decided,
                *(d.view for d in decision.dissent),
                *options.values(),
                *decision.reasons,
                decision.consequence,
                decision.summary,
            ),
            cites=[d.cite for d in decision.dissent],
            quotation=quoted or next(iter(overview.quotations(decision)), None),
            sort=_sort(decision),
        ),
    }
    asks = [
        ("Decided", f"{body}, {date} {question}", decided),
        ("Body", f"{date} {decided}", f"{body}, {how}" if how else body),
    ]
    if dissenters:
        asks.append(("Dissent", f"{date} {decided}", dissenters))
    return overview.note(name, DECISION, [decision], fields, asks, overview.timeline(decision))


def _dissenters(overview: Overview, decision: Decision) -> Iterator[str]:
    """Each once, and whether they gave in before the end."""
    stood = {d.person for d in decision.dissent if not d.overcome}
    for person in dict.fromkeys(d.person for d in decision.dissent):
        name = overview.name_of(person)
        yield name if person in stood else f"{name} ({escaped(overview.words.came_round)})"


def sequence_note(overview: Overview, event: Event) -> Note | None:
    """What came between two others? Asked of the most important events of a theatre.

    Only where it is certain which came before and which after, and none other between. A card
    that students have stays, with the neighbours that are certain.
    """
    name = f"sequence/{event.id}"
    given = overview.was_given(name, 0)
    if not given and (event.importance > 1 or event.retired):
        return None
    before, after, alone = overview.neighbours(event)
    if not given and not (before and after and alone):
        return None
    row = [e for e in (before, event, after) if e is not None]
    titles = [gap(escaped(e.title)) if e is event else escaped(e.title) for e in row]
    dates = [f"{escaped(e.title)}: {escaped(event_date(e, overview.language))}" for e in row]
    date = escaped(event_date(event, overview.language))
    text = ARROW.join(titles)
    fields = {
        "Text": text,
        "Ask": escaped(overview.words.came_between),
        "Date": date,
        "Detail": listed(dates),
        **overview.common(event, sort=_sort(event)),
    }
    asks = [("Cloze", f"{date}: {with_gaps(text)}", escaped(event.title))]
    return overview.note(name, CLOZE, [event], fields, asks, overview.timeline(event))


def _sort(event: Event) -> str:
    return f"{event.date.first.isoformat()} {event.title}"
