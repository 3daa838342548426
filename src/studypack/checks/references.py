"""Rules about ids: everything that is named exists, and is of the right kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from studypack.checks.rule import Finding, rule
from studypack.guess import did_you_mean
from studypack.summary import text
from studypack.summary.base import RefMark
from studypack.summary.header import NEEDLE
from studypack.summary.items import Decision, Event
from studypack.summary.summary import HEADER, Summary
from studypack.summary.walk import Path, marked, texts


def _known(summary: Summary) -> Mapping[str, str]:
    """Every id that can be named -> its kind."""
    known = {item.id: item.kind_name for item in summary.items()}
    known |= dict.fromkeys(summary.figures, "figure")
    return known


def _header_ids(summary: Summary) -> Mapping[str, list[str]]:
    """Kind -> the ids that the header gives to things of this kind."""
    header = summary.header
    return {
        "theatre": [row.id for row in header.theatres],
        "crisis": [row.id for row in header.crises],
        "topic": [row.id for row in header.topics],
        "part": [row.id for row in header.parts],
    }


@rule("SP202", whole=True)
def named_items_exist(summary: Summary) -> Iterator[Finding]:
    """An id that a field names belongs to an item of the right kind, a country to the header."""
    items, fixed, called = _known(summary), _header_ids(summary), _called(summary)
    for owner, model in summary.owners():
        for path, value, mark in marked(model, RefMark):
            kinds = mark.kinds
            if kinds and kinds[0] in fixed:
                names = fixed[kinds[0]]
                if value not in names:
                    hint = f"The summary's header names: {', '.join(names)}."
                    message = _unknown(kinds[0], value, path, names, called)
                    yield Finding(owner, path, message, hint, value)
            elif value not in items:
                candidates = [k for k, kind in items.items() if not kinds or kind in kinds]
                message = _unknown(" or ".join(kinds) or "item", value, path, candidates, called)
                yield Finding(owner, path, message, "", value)
            elif kinds and items[value] not in kinds:
                message = (
                    f"'{value}' in `{_name(path)}` is a {items[value]},"
                    f" where {_one_of(kinds)} is needed"
                )
                yield Finding(owner, path, message, "", value)
    countries = list(summary.header.countries)
    for person in summary.people:
        if countries and person.country not in countries:
            message = _unknown("country", person.country, ("country",), countries)
            hint = f"The summary's header names: {', '.join(countries)}."
            yield Finding(person.id, ("country",), message, hint)


@rule("SP203", whole=True)
def links_lead_somewhere(summary: Summary) -> Iterator[Finding]:
    """A link in a text leads to an item."""
    known = _known(summary)
    for owner, model in summary.owners():
        for path, value, blocks in texts(model):
            outside = {problem.at for problem in text.problems(value, blocks=blocks)}
            for target in text.linked(value, blocks=blocks):
                if target not in known and target not in outside:
                    message = _unknown("item", target, path, list(known))
                    yield Finding(owner, path, message, "", target)


@rule("SP204", whole=True)
def lanes_exist(summary: Summary) -> Iterator[Finding]:
    """A lane of the poster is a theatre or the needle, a column a crisis or theatre; each once."""
    theatres, poster = set(summary.theatres_by_id), summary.header.poster
    for index, lane in enumerate(poster.lanes):
        path: Path = ("poster", "lanes", index)
        if lane == NEEDLE and not poster.needle:
            message = f"the lane '{NEEDLE}' has no poles"
            hint = f"Add the block `{NEEDLE}` to `poster`, or take it from `lanes`."
            yield Finding(HEADER, path, message, hint)
        elif lane not in {*theatres, NEEDLE}:
            yield Finding(HEADER, path, _unknown("theatre", lane, path, list(theatres)), "", lane)
        elif lane in poster.lanes[:index]:
            yield Finding(HEADER, path, _twice(lane, path), _ONCE)
    columns = {crisis.id for crisis in summary.header.crises} | theatres
    for comparison in summary.comparisons:
        for index, column in enumerate(comparison.columns):
            path = ("columns", index)
            if column not in columns:
                message = _unknown("crisis or theatre", column, path, list(columns))
                yield Finding(comparison.id, path, message, "", column)
            elif column in comparison.columns[:index]:
                yield Finding(comparison.id, path, _twice(column, path), _ONCE)


@rule("SP205", whole=True)
def figures_have_one_id(summary: Summary) -> Iterator[Finding]:
    """The id of a figure is used once."""
    seen: dict[str, str] = {item.id: item.id for item in summary.items()}
    events: tuple[Event | Decision, ...] = (*summary.events, *summary.decisions)
    for event in events:
        for index, figure in enumerate(event.figures):
            if figure.id in seen:
                message = f"the id '{figure.id}' is taken by '{seen[figure.id]}'"
                hint = "Give the figure another id; every id is used once in the whole folder."
                yield Finding(event.id, ("figures", index, "id"), message, hint)
            seen[figure.id] = event.id


@rule("SP206")
def topics_lie_in_wider_ones(summary: Summary) -> Iterator[Finding]:
    """A topic lies within one that exists, and not within itself."""
    within = {topic.id: topic.within for topic in summary.header.topics}
    for index, topic in enumerate(summary.header.topics):
        path = ("topics", index, "within")
        if topic.within is not None and topic.within not in within:
            message = _unknown("topic", topic.within, path, list(within))
            yield Finding(HEADER, path, message, "", topic.within)
        seen = [topic.id]
        while (above := within.get(seen[-1])) is not None and above not in seen:
            seen.append(above)
        if above == topic.id:
            message = f"the topic '{topic.id}' lies within itself"
            yield Finding(HEADER, path, message)


@rule("SP207")
def things_are_named_once(summary: Summary) -> Iterator[Finding]:
    """A list of ids names each once, and an event leads to another once."""
    for owner, model in summary.owners():
        seen: set[tuple[Path, str]] = set()
        for path, value, _ in marked(model, RefMark):
            leads = path[0] == "led_to"
            if not leads and not isinstance(path[-1], int):
                continue
            named = (path[:1] if leads else path[:-1]), value
            if named in seen:
                yield Finding(owner, path, _twice(value, named[0]), _ONCE)
            seen.add(named)


def _called(summary: Summary) -> Mapping[str, str]:
    """Names and titles, in small letters -> the ids of what is called so."""
    header = summary.header
    things = [
        *((person.id, person.name) for person in summary.people),
        *((term.id, term.name) for term in summary.terms),
        *((event.id, event.title) for event in summary.chronology),
        *((theatre.id, theatre.title) for theatre in header.theatres),
        *((crisis.id, crisis.title) for crisis in header.crises),
        *((topic.id, topic.title) for topic in header.topics),
        *((part.id, part.title) for part in header.parts),
    ]
    return {name.casefold(): thing_id for thing_id, name in things}


def _unknown(
    what: str, value: str, path: Path, known: list[str], called: Mapping[str, str] | None = None
) -> str:
    meant = (called or {}).get(value.casefold())
    guess = f'; did you mean "{meant}"?' if meant in known else did_you_mean(value, known)
    return f'unknown {what} "{value}" in `{_name(path)}`{guess}'


_ONCE = "Keep one of them."


def _twice(value: str, path: Path) -> str:
    return f"'{value}' stands twice in `{_name(path)}`"


def _name(path: Path) -> str:
    return str(next(step for step in reversed(path) if isinstance(step, str)))


def _one_of(kinds: tuple[str, ...]) -> str:
    return " or ".join(f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}" for kind in kinds)
