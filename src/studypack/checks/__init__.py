"""Rules that a summary must keep, beyond its shape. One rule, one function, one code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from studypack.checks import (  # noqa: F401  (they register their rules)
    chronology,
    citing,
    figures,
    names,
    references,
    texts,
)
from studypack.checks.courses import check_course
from studypack.checks.ledger import usable
from studypack.checks.quoted import CODE as QUOTED
from studypack.checks.quoted import Pages, pages_of, quotations_stand_on_their_page
from studypack.checks.report import report
from studypack.checks.rule import RULES, Finding, Rule
from studypack.checks.texts import UNPRINTABLE, unprintable_in_summary
from studypack.diagnostics import Diagnostic, Severity, in_order
from studypack.fonts import coverage
from studypack.reading import Reading
from studypack.summary.summary import HEADER, SOURCES

_NO_TEXTS: Mapping[str, Pages] = MappingProxyType({})

__all__ = [
    "RULES",
    "Finding",
    "Pages",
    "Rule",
    "check",
    "check_course",
    "pages_of",
    "report",
    "unprintable",
    "usable",
]


def check(reading: Reading, sources: Mapping[str, Pages] = _NO_TEXTS) -> list[Diagnostic]:
    """All findings about a summary: those of reading it and those of every rule.

    Quotations are compared with ``sources`` (source key -> the text of its pages).
    """
    found = list(reading.diagnostics)
    if reading.summary is None:
        return found
    placed = {*reading.positions.trees, *reading.positions.figures}
    broken = placed - {*reading.summary.by_id, *reading.summary.figures, HEADER, SOURCES}
    broken |= {f"@{key}" for key in reading.positions.sources - {*reading.summary.sources_by_key}}
    for rule in RULES.values():
        if (rule.whole and not reading.complete) or (rule.sound and broken):
            continue
        for finding in rule.find(reading.summary):
            if rule.whole and finding.words in broken:
                continue  # it exists, and has a diagnostic of its own
            found.append(_placed(reading, finding, rule.code, rule.severity))
    for finding in quotations_stand_on_their_page(reading.summary, sources):
        found.append(_placed(reading, finding, QUOTED, Severity.ERROR))
    return in_order(found)


def unprintable(reading: Reading, courses: Mapping[str, Iterable[bytes]]) -> list[Diagnostic]:
    """The characters in a summary that the fonts of one of these courses cannot print.

    ``courses`` are their names, with the fonts that they add to the bundled ones.
    """
    if reading.summary is None:
        return []
    codes = {name: frozenset[int]().union(*map(coverage, fonts)) for name, fonts in courses.items()}
    found = unprintable_in_summary(reading.summary, codes)
    return in_order([_placed(reading, one, UNPRINTABLE, Severity.ERROR) for one in found])


def _placed(reading: Reading, finding: Finding, code: str, severity: Severity) -> Diagnostic:
    where = reading.positions.at(finding.owner, finding.path, finding.words)
    return Diagnostic(code, where, finding.message, finding.hint, severity)
