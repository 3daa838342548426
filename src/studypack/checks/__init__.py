"""Rules that a summary must keep, beyond its shape. One rule, one function, one code."""

from __future__ import annotations

from studypack.checks import chronology, citing, references, texts  # noqa: F401  (they register)
from studypack.checks.rule import RULES, Finding, Rule
from studypack.diagnostics import Diagnostic, in_order
from studypack.reading import Reading

__all__ = ["RULES", "Finding", "Rule", "check"]


def check(reading: Reading) -> list[Diagnostic]:
    """All findings about a summary: those of reading it and those of every rule."""
    found = list(reading.diagnostics)
    if reading.summary is None:
        return found
    broken = set(reading.positions.trees) - set(reading.summary.by_id)
    for rule in RULES.values():
        if rule.whole and not reading.complete:
            continue
        for finding in rule.find(reading.summary):
            if rule.whole and finding.words in broken:
                continue  # it exists, and has a diagnostic of its own
            where = reading.positions.at(finding.owner, finding.path, finding.words)
            found.append(Diagnostic(rule.code, where, finding.message, finding.hint, rule.severity))
    return in_order(found)
