"""Whether this machine has what studypack needs, and what to do where it has not.

Everything is tried, not only looked for: a page is set, a deck is written.
"""

from __future__ import annotations

import importlib.util
import io
import os
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from studypack import __version__, places, typesetting
from studypack.build.libraries import PACKAGES, versions
from studypack.flashcards.ledger import updated
from studypack.flashcards.render import render
from studypack.fonts import FACES, font_file
from studypack.ledger import Ledger
from studypack.product import CannotRenderError, MachineLacksError
from studypack.reading import read_summary
from studypack.select import full_course, select

_OLDEST = (3, 11)
_SYSTEM = ("pango", "harfbuzz", "harfbuzz-subset", "fontconfig")
_AGAIN = "Install studypack again: make pack, or pip install --force-reinstall studypack."
_LIBRARIES = {
    "linux": "Debian, Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0"
    " libharfbuzz-subset0. Fedora: sudo dnf install pango harfbuzz.",
    "darwin": "brew install pango",
}


@dataclass(frozen=True)
class Finding:
    """Something looked at: what it is, whether it will do, what was seen, what to do."""

    what: str
    ok: bool
    seen: str
    advice: str = ""
    needed: bool = True
    """False where studypack does without, but for the one thing that ``advice`` says."""

    @property
    def state(self) -> str:
        """In a word."""
        return "ok" if self.ok else "LACKING" if self.needed else "missing"


def examine(out: Path) -> Iterator[Finding]:
    """Looks at everything, one after the other; ``out`` is where packs are to go."""
    yield _python()
    yield _packages()
    yield _system()
    yield _fonts()
    yield _tried("page", _page, "See what is lacking above; if nothing is, report this.")
    yield _tried("deck", _deck, _AGAIN)
    yield _anki()
    yield _writable(out)
    yield _git()


def _python() -> Finding:
    found = ".".join(map(str, sys.version_info[:3]))
    seen = f"studypack {__version__}, Python {found}, {sys.platform}"
    wanted = ".".join(map(str, _OLDEST))
    return Finding("python", sys.version_info >= _OLDEST, seen, f"Use Python {wanted} or newer.")


def _packages() -> Finding:
    found, lacking = [], []
    for name in PACKAGES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            lacking.append(name)
    seen = f"not installed: {', '.join(lacking)}" if lacking else ", ".join(found)
    return Finding("packages", not lacking, seen, _AGAIN)


def _system() -> Finding:
    try:
        found = {name: versions()[name] for name in _SYSTEM}
    except PackageNotFoundError as error:
        return Finding("libraries", False, f"cannot be asked: {error}", _AGAIN)
    lacking = [name for name, there in found.items() if not there]
    seen = (
        f"not found: {', '.join(lacking)}"
        if lacking
        else ", ".join(f"{name} {there}" for name, there in found.items())
    )
    return Finding(
        "libraries", not lacking, seen, _LIBRARIES.get(sys.platform, _LIBRARIES["linux"])
    )


def _fonts() -> Finding:
    try:
        for family, faces in FACES.items():
            for name in faces.values():
                font_file(family, name)
    except MachineLacksError as error:
        return Finding("fonts", False, str(error), "pip install --force-reinstall rendercv-fonts")
    return Finding("fonts", True, ", ".join(FACES))


def _tried(what: str, trial: Callable[[], str], advice: str) -> Finding:
    try:
        return Finding(what, True, trial())
    except (CannotRenderError, MachineLacksError) as error:
        return Finding(what, False, str(error).splitlines()[0], advice)


def _page() -> str:
    """Sets a page in all bundled fonts. Raises as ``typesetting`` does."""
    rows = "".join(
        f"<p style=\"font-family: '{family}'\">Ő ł “ﬁ” – {family}</p>" for family in FACES
    )
    style = f"<style>{typesetting.font_faces()}</style>"
    head = f"<head><title>A page</title>{style}</head>"
    document = typesetting.lay_out(f'<html lang="en">{head}<body>{rows}</body></html>', "page")
    data = typesetting.to_pdf(document, "page")
    return f"a page was set, {max(len(data) // 1000, 1)} kB of PDF"


def _deck() -> str:
    notes, _ = _sample_deck()
    return f"a deck was written, {notes}"


def _sample_deck() -> tuple[str, bytes]:
    """A deck of the sample that newcomers start from. Raises CannotRenderError."""
    summary = read_summary(places.templates() / "new/summary").summary
    assert summary is not None
    ledger = updated(Ledger(), summary, now=1)
    (deck,) = render(select(summary, full_course(summary.id)), ledger)
    with zipfile.ZipFile(io.BytesIO(deck.data)) as archive:
        assert archive.testzip() is None
    return deck.amount, deck.data


def _anki() -> Finding:
    if importlib.util.find_spec("anki") is None:
        advice = "Nothing to do: Anki itself tells students how an import went."
        return Finding("anki", False, "the package anki is not installed", advice, needed=False)
    from anki.collection import Collection, ImportAnkiPackageRequest  # noqa: PLC0415
    from anki.errors import AnkiException  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "sample.apkg"
        path.write_bytes(_sample_deck()[1])
        collection = Collection(str(Path(temporary) / "collection.anki2"))
        try:
            request = ImportAnkiPackageRequest(package_path=str(path))
            count = len(collection.import_anki_package(request).log.new)
        except AnkiException as error:
            return Finding("anki", False, f"refused the deck: {error}", "Report this.")
        finally:
            collection.close()
    return Finding("anki", count > 0, f"Anki {version('anki')} imported {count} notes")


def _writable(out: Path) -> Finding:
    places_above = (out, *Path(os.path.realpath(out)).parents)
    home = next(place for place in places_above if os.path.lexists(place))
    try:
        with tempfile.TemporaryFile(dir=home):
            pass
    except OSError as error:
        advice = "Choose another folder with --out, or change who may write there."
        return Finding("out", False, f"{home} cannot be written to: {error.strerror}", advice)
    return Finding("out", True, f"{out} can be written to")


def _git() -> Finding:
    found = shutil.which("git")
    advice = "Only `studypack diff` with a revision needs it; install git from your system."
    return Finding("git", bool(found), found or "not found", advice, needed=False)
