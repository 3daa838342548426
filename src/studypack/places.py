"""Where templates, fonts and the packaged summaries lie."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def _data(folder: str) -> Path:
    """A folder of the project: of the checkout if there is one, else of the installed wheel.

    hatchling's force-include does not reach editable installs, so the checkout comes first.
    """
    package = Path(str(files("studypack")))
    checkout = package.parents[1]
    if (checkout / "pyproject.toml").is_file() and (checkout / folder).is_dir():
        return checkout / folder
    return package / "_data" / folder


def templates() -> Path:
    """The folder of templates: ``briefing``, ``poster``, ``flashcards``."""
    return _data("templates")


def packaged_decks() -> Path:
    """The summaries and courses that ship with studypack."""
    return _data("decks")


def fonts() -> Path:
    """The folder of the font families in rendercv-fonts."""
    return Path(str(files("rendercv_fonts")))
