"""Has a link of the book say what it leads to, not the name of its anchor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def mender(names: Mapping[str, str]) -> Callable[[Any, Any], None]:
    """A finisher for WeasyPrint; ``names`` says what is found under each anchor of the book."""
    return lambda _document, pdf: _mend(pdf, names)


def _mend(pdf: Any, names: Mapping[str, str]) -> None:
    """Works on the objects of a PDF before they are written."""
    for annotation in pdf.objects:
        if isinstance(annotation, dict) and annotation.get("Subtype") == "/Link":
            target = annotation["Contents"]
            target.string = names.get(target.string, target.string)
