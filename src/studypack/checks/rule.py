"""What a rule is: one small function that finds one kind of fault in a summary."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from studypack.diagnostics import Severity
from studypack.summary.summary import Summary
from studypack.summary.walk import Path


@dataclass(frozen=True)
class Finding:
    """A fault: in which field of which item, what is wrong, what to do.

    ``words`` are those in the field at which the diagnostic should point.
    """

    owner: str
    path: Path
    message: str
    hint: str = ""
    words: str = ""


Find = Callable[[Summary], Iterable[Finding]]


@dataclass(frozen=True)
class Rule:
    """A function with its code.

    ``whole`` rules need every file of the folder to be readable, ``sound`` ones every item too.
    """

    code: str
    severity: Severity
    find: Find
    whole: bool
    sound: bool

    @property
    def about(self) -> str:
        """What the rule wants, in a line: the docstring of its function."""
        return (self.find.__doc__ or "").strip().splitlines()[0]


RULES: dict[str, Rule] = {}
"""Every rule under its code; filled by the modules of this package."""


def rule(
    code: str,
    severity: Severity = Severity.ERROR,
    *,
    whole: bool = False,
    sound: bool = False,
) -> Callable[[Find], Find]:
    """Registers a function as the rule with this code."""

    def register(find: Find) -> Find:
        if code in RULES:
            raise ValueError(f"two rules have the code {code}")
        RULES[code] = Rule(code, severity, find, whole or sound, sound)
        return find

    return register
