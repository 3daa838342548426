"""Rules about a course: whether there is what it names, in its summary, poster and briefing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from studypack.checks.rule import Finding
from studypack.checks.texts import UNPRINTABLE, unprintable
from studypack.diagnostics import Diagnostic, Mark
from studypack.fonts import coverage
from studypack.guess import did_you_mean
from studypack.summary import colour
from studypack.summary.course import PARTS, Course
from studypack.summary.poster_size import UnknownSizeError, WrongWayError, poster_size, turned
from studypack.summary.summary import Summary
from studypack.summary.walk import Path, strings


def check_course(
    course: Course,
    summary: Summary,
    fonts: Iterable[bytes],
    at: Callable[[Path], Mark],
) -> Iterator[Diagnostic]:
    """All findings about a course that is dressed; ``fonts`` are its own, ``at`` tells places."""
    for code, find in _RULES.items():
        for one in find(course, summary):
            yield Diagnostic(code, at(one.path), one.message, one.hint)
    codes = {course.id: frozenset[int]().union(*map(coverage, fonts))}
    for path, value in strings(course):
        for one in unprintable(course.id, path, value, codes):
            yield Diagnostic(UNPRINTABLE, at(path), one.message, one.hint)


def _names_are_known(course: Course, summary: Summary) -> Iterator[Finding]:
    """The selection and the weeks of a course name what its summary has."""
    header = summary.header
    topics = [row.id for row in header.topics]
    named = [*summary.by_id, *topics]
    fields = {
        "crises": ("crisis", [row.id for row in header.crises]),
        "theatres": ("theatre", [row.id for row in header.theatres]),
        "topics": ("topic", topics),
        "include": ("item or topic", named),
        "exclude": ("item or topic", named),
        "without": ("content flag", sorted({f for item in summary.items() for f in item.flags})),
    }
    for field, (what, known) in fields.items():
        for index, name in enumerate(getattr(course.selection, field)):
            if name not in known:
                path: Path = ("selection", field, index)
                yield _unknown(course, path, what, name, field, known)
    for number, week in enumerate(course.weeks):
        for index, name in enumerate(week.topics):
            if name not in topics:
                path = ("weeks", number, "topics", index)
                yield _unknown(course, path, "topic", name, "weeks", topics)


def _unknown(
    course: Course, path: Path, what: str, name: str, field: str, known: list[str]
) -> Finding:
    message = f'unknown {what} "{name}" in `{field}`{did_you_mean(name, known)}'
    hint = f"The summary has: {', '.join(known) or 'none'}." if len(known) < 30 else ""
    return Finding(course.id, path, message, hint)


def _there_is_such_a_poster(course: Course, _: Summary) -> Iterator[Finding]:
    """A poster has one of the sizes that there are, and its sheets have no way of their own."""
    try:
        turned(poster_size(course.poster.size), course.poster.orientation)
    except UnknownSizeError as error:
        yield Finding(course.id, ("poster", "size"), str(error))
    except WrongWayError as error:
        yield Finding(course.id, ("poster", "orientation"), str(error))


def _there_are_such_parts(course: Course, _: Summary) -> Iterator[Finding]:
    """The parts that a course does without are those of a briefing."""
    for index, name in enumerate(course.without_parts):
        if name not in PARTS:
            message = f'unknown part "{name}" in `without_parts`{did_you_mean(name, PARTS)}'
            hint = f"A briefing has: {', '.join(PARTS)}."
            yield Finding(course.id, ("without_parts", index), message, hint)


def _the_accent_can_be_read(course: Course, _: Summary) -> Iterator[Finding]:
    """The accent stands out from the ground that text stands on."""
    ground = colour.ground(course)
    if course.accent and colour.contrast(course.accent, ground) < colour.READABLE:
        darker = colour.readable(course.accent, ground)
        message = f"{_contrast(course.accent, ground)}; text needs {colour.READABLE} : 1"
        hint = f"Of the same hue, {_contrast(darker, ground)}."
        yield Finding(course.id, ("accent",), message, hint)


def _contrast(accent: str, ground: str) -> str:
    return f"{accent} has a contrast of {colour.contrast(accent, ground):.2f} : 1 on {ground}"


def _the_logo_is_somebodys(course: Course, _: Summary) -> Iterator[Finding]:
    """Where there is a logo, there is an institution."""
    if course.logo and not course.institution:
        message = "a logo needs an `institution`: that is what is read aloud in its stead"
        hint = "Write the name of your school in `institution`, or leave the logo out."
        yield Finding(course.id, ("logo",), message, hint)


_RULES: dict[str, Callable[[Course, Summary], Iterator[Finding]]] = {
    "SP311": _names_are_known,
    "SP312": _there_is_such_a_poster,
    "SP313": _there_are_such_parts,
    "SP315": _the_accent_can_be_read,
    "SP316": _the_logo_is_somebodys,
}
