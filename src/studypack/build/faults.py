"""What can go wrong while an output is made, but for its content, as diagnostics."""

from __future__ import annotations

from studypack.diagnostics import Diagnostic, Mark

_DIED = "Pango or a font may be at fault; leave items out to find which one it is."


def died(unit: str, who: str) -> Diagnostic:
    """The end of a process, or of several, that were making a unit."""
    return Diagnostic("SP405", Mark(unit), f"{who} died", _DIED)
