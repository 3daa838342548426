"""Rules about numbers: a figure stands in one place, and all texts agree with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studypack.checks.rule import Finding, rule
from studypack.diagnostics import Severity
from studypack.summary import text
from studypack.summary.items import Event, Figure, Reading
from studypack.summary.summary import Summary
from studypack.summary.walk import texts

_NUMBER = re.compile(r"\d{1,3}(?:[,\u202f\u00a0 ]\d{3})+|\d+(?:\.\d+)?")


def numbers(words: str) -> list[float]:
    """The numbers in a text: ``1,130 tanks and 5`` gives 1130 and 5."""
    return [float(re.sub(r"[,\s]", "", n)) for n in _NUMBER.findall(words)]


def _values(reading: Reading) -> set[float]:
    return {float(v) for v in (reading.value, reading.to) if v is not None}


def _owners(whose: str) -> list[str]:
    """The words that tell whose a figure is: names, or else what is longer than an article."""
    words = re.findall(r"\w+", whose)
    return [w for w in words if w[0].isupper()] or [w for w in words if len(w) > 3]


@rule("SP241", whole=True)
def numbers_agree_with_the_figure_they_name(summary: Summary) -> Iterator[Finding]:
    """A number in a link to a figure is one of that figure's readings."""
    for owner, model in summary.owners():
        for path, value, blocks in texts(model):
            for target, words in text.links(value, blocks=blocks):
                if target not in summary.figures:
                    continue
                figure, _ = summary.figures[target]
                known = {v for reading in figure.readings for v in _values(reading)}
                for number in numbers(words):
                    if number not in known:
                        message = f"'{words}' differs from the figure '{target}'"
                        hint = f"Its readings: {', '.join(f'{v:,g}' for v in sorted(known))}."
                        yield Finding(owner, path, message, hint, words)


@rule("SP242", Severity.WARNING)
def disputed_figures_are_not_used_bare(summary: Summary) -> Iterator[Finding]:
    """Where a figure is disputed, a text that gives one reading gives another, or says whose."""
    for event in summary.chronology:
        for figure in event.figures:
            if len(figure.readings) > 1:
                yield from _bare(event, figure)


def _bare(event: Event, figure: Figure) -> Iterator[Finding]:
    for path, value, blocks in texts(event):
        if path[0] == "figures":
            continue
        printed = text.plain(value, blocks=blocks)
        found = set(numbers(printed))
        told = [r for r in figure.readings if found & _values(r) and max(_values(r)) > 31]
        owners = {word for r in figure.readings for word in _owners(r.whose)}
        others = any(r.words and r.words in printed for r in figure.readings)
        if len(told) == 1 and not others and not any(one in printed for one in owners):
            message = f"the disputed figure '{figure.id}' stands here bare"
            hint = "Give the rival reading too, or say whose this is."
            written = (n for n in _NUMBER.findall(value) if numbers(n)[0] in _values(told[0]))
            yield Finding(event.id, path, message, hint, next(written, ""))
