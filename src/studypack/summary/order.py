"""What stands before what: days, hours, and causes before their effects."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby

from studypack.summary.items import Event, PartOfDay

_PARTS_OF_DAY = {
    PartOfDay.BEFORE_DAWN: 4,
    PartOfDay.EARLY_MORNING: 6,
    PartOfDay.MORNING: 9,
    PartOfDay.MIDDAY: 12,
    PartOfDay.AFTERNOON: 15,
    PartOfDay.EVENING: 19,
    PartOfDay.NIGHT: 22,
}
_UNKNOWN, _MIDDLE_OF_DAY, _END_OF_DAY = -1.0, 12.0, 24.0


def chronological(event: Event) -> tuple[dt.date, float, int, str]:
    """Sort key: day, hour, importance, id.

    Events without an hour stand at the middle of their day, longer times at its end. Nothing
    depends on the order in which a file lists its events.
    """
    hour = _hour(event)
    if hour == _UNKNOWN:
        hour = _END_OF_DAY if event.date.last > event.date.first else _MIDDLE_OF_DAY
    return (event.date.first, hour, event.importance, event.id)


def in_order(events: Iterable[Event]) -> Iterator[Event]:
    """Events in chronological order; of those that begin on one day, causes before their effects.

    An hour that is known counts for more than a link that contradicts it.
    """
    for _, day in groupby(sorted(events, key=chronological), key=lambda event: event.date.first):
        yield from _causes_first(list(day))


def _causes_first(day: list[Event]) -> Iterator[Event]:
    """The events of a day, each as early as what it has to wait for allows."""
    by_id = {event.id: event for event in day}
    waits: dict[str, set[str]] = {event.id: set() for event in day}
    for cause in day:
        for effect in (by_id[link.to] for link in cause.led_to if link.to in by_id):
            if not _UNKNOWN < _hour(effect) < _hour(cause):
                waits[effect.id].add(cause.id)
    before: set[str] = set()
    for _, at_once in groupby((one for one in day if _hour(one) > _UNKNOWN), key=_hour):
        now = {event.id for event in at_once}
        for one in now:
            waits[one] |= before
        before = now
    left = dict.fromkeys(event.id for event in day)
    while left:
        # where links run in a circle, the first of them begins
        free = next((one for one in left if not waits[one] & left.keys()), next(iter(left)))
        del left[free]
        yield by_id[free]


def _hour(event: Event) -> float:
    if event.time:
        hours, minutes = event.time.split(":")
        return int(hours) + int(minutes) / 60
    return float(_PARTS_OF_DAY[event.part_of_day]) if event.part_of_day else _UNKNOWN


def surely_before(one: Event, other: Event) -> bool:
    """Whether an event surely lies before another: on an earlier day, or at an earlier hour."""
    if one.date.last < other.date.first:
        return True
    same_day = one.date.is_exact_day and other.date.is_exact_day
    timed = (one.time or one.part_of_day) and (other.time or other.part_of_day)
    if not same_day or not timed or one.date.first != other.date.first:
        return False
    return _hour(one) < _hour(other)
