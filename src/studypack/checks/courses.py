"""Rules about a course: whether there is what it names, in its summary, poster and briefing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from studypack.checks.texts import UNPRINTABLE, unprintable
from studypack.diagnostics import Diagnostic, Mark
from studypack.fonts import coverage
from studypack.guess import did_you_mean
from studypack.summary import colour
from studypack.summary.course import PARTS, Course
from studypack.summary.poster_size import UnknownSizeError, WrongWayError, poster_size, turned
from studypack.summary.summary import Summary
from studypack.summary.walk import strings

CODE = "SP311"
SIZE_CODE = "SP312"
PART_CODE = "SP313"
ACCENT_CODE = "SP315"
LOGO_CODE = "SP316"


def check_course(
    course: Course,
    summary: Summary,
    fonts: Iterable[bytes],
    at: Callable[[tuple[str | int, ...]], Mark],
) -> Iterator[Diagnostic]:
    """Every id in a course's selection that its summary does not have, a size that no poster has,
    parts that no briefing has, an accent that is hard to read, a logo of nobody, and characters
    that neither the bundled fonts have nor ``fonts``; ``at`` tells places.
    """
    try:
        turned(poster_size(course.poster.size), course.poster.orientation)
    except UnknownSizeError as error:
        yield Diagnostic(SIZE_CODE, at(("poster", "size")), str(error))
    except WrongWayError as error:
        yield Diagnostic(SIZE_CODE, at(("poster", "orientation")), str(error))
    for index, name in enumerate(course.without_parts):
        if name not in PARTS:
            message = f'unknown part "{name}" in `without_parts`{did_you_mean(name, PARTS)}'
            hint = f"A briefing has: {', '.join(PARTS)}."
            yield Diagnostic(PART_CODE, at(("without_parts", index)), message, hint)
    ground = colour.ground(course)
    if course.accent and colour.contrast(course.accent, ground) < colour.READABLE:
        darker = colour.readable(course.accent, ground)
        message = f"{_contrast(course.accent, ground)}; text needs {colour.READABLE} : 1"
        hint = f"Of the same hue, {_contrast(darker, ground)}."
        yield Diagnostic(ACCENT_CODE, at(("accent",)), message, hint)
    if course.logo and not course.institution:
        message = "a logo needs an `institution`: that is what is read aloud in its stead"
        hint = "Write the name of your school in `institution`, or leave the logo out."
        yield Diagnostic(LOGO_CODE, at(("logo",)), message, hint)
    codes = {course.id: frozenset[int]().union(*map(coverage, fonts))}
    for path, value in strings(course):
        for finding in unprintable("", path, value, codes):
            yield Diagnostic(UNPRINTABLE, at(path), finding.message, finding.hint)
    header = summary.header
    flags = sorted({flag for item in summary.items() for flag in item.flags})
    topics = [row.id for row in header.topics]
    named = [*summary.by_id, *topics]
    fields = {
        "crises": ("crisis", [row.id for row in header.crises]),
        "theatres": ("theatre", [row.id for row in header.theatres]),
        "topics": ("topic", topics),
        "include": ("item or topic", named),
        "exclude": ("item or topic", named),
        "without": ("content flag", flags),
    }
    for field, (what, known) in fields.items():
        for index, name in enumerate(getattr(course.selection, field)):
            if name not in known:
                message = f'unknown {what} "{name}" in `{field}`{did_you_mean(name, known)}'
                listed = ", ".join(known) or "none"
                hint = f"The summary has: {listed}." if len(known) < 30 else ""
                yield Diagnostic(CODE, at(("selection", field, index)), message, hint)
    for number, week in enumerate(course.weeks):
        for index, name in enumerate(week.topics):
            if name not in topics:
                message = f'unknown topic "{name}" in `weeks`{did_you_mean(name, topics)}'
                hint = f"The summary has: {', '.join(topics) or 'none'}."
                yield Diagnostic(CODE, at(("weeks", number, "topics", index)), message, hint)


def _contrast(accent: str, ground: str) -> str:
    return f"{accent} has a contrast of {colour.contrast(accent, ground):.2f} : 1 on {ground}"
