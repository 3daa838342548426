"""What beside its content can change the bytes of an output: programs, libraries, files."""

from __future__ import annotations

import ctypes
import hashlib
import sys
import zlib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

from studypack import places
from studypack.fonts import FACES, font_file

PACKAGES = (
    "babel",
    "fonttools",
    "genanki",
    "jinja2",
    "markdown-it-py",
    "mdit-py-plugins",
    "pikepdf",
    "pillow",
    "pydantic",
    "pydyf",
    "pyphen",
    "pypdfium2",
    "rendercv-fonts",
    "segno",
    "tinycss2",
    "tinyhtml5",
    "weasyprint",
)
"""Those whose version can change a byte of an output."""
_NAMES = {
    "linux": ("lib{}.so.0", "lib{}.so.1"),
    "darwin": (
        "lib{}.0.dylib",
        "/opt/homebrew/lib/lib{}.0.dylib",
        "lib{}.1.dylib",
        "/opt/homebrew/lib/lib{}.1.dylib",
    ),
}


@cache
def versions() -> Mapping[str, str]:
    """The versions of all libraries, of those of the system too; empty where there is none."""
    return {
        **{name: version(name) for name in PACKAGES},
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "pango": _ask("pango-1.0", lambda library: _text(library["pango_version_string"])),
        "harfbuzz": _ask("harfbuzz", lambda library: _text(library["hb_version_string"])),
        "harfbuzz-subset": _ask("harfbuzz-subset", lambda _: "present"),
        "fontconfig": _ask("fontconfig", lambda library: str(library.FcGetVersion())),
    }


@cache
def own_files() -> Mapping[str, str]:
    """Digests of studypack's own code, its templates folder by folder, and the fonts."""
    package = Path(__file__).parents[1]
    found = {"studypack’s code": _digest(package, package.rglob("*.py"))}
    templates = places.templates()
    for folder in sorted(p for p in templates.iterdir() if p.is_dir()):
        found[f"templates/{folder.name}"] = _digest(folder, folder.rglob("*"))
    for family, faces in FACES.items():
        files = [font_file(family, name) for name in faces.values()]
        found[f"fonts/{family}"] = _digest(places.fonts(), files)
    return found


def equipment() -> dict[str, str]:
    """All that a machine has that can change a byte of any output, by name."""
    return {**{f"library {name}": found for name, found in versions().items()}, **own_files()}


def equipment_for(templates: str) -> dict[str, str]:
    """The part of it that can change what is laid out by one folder of templates."""
    return {
        name: found
        for name, found in equipment().items()
        if not name.startswith("templates/") or name == f"templates/{templates}"
    }


def _digest(root: Path, files: Iterable[Path]) -> str:
    """Of the names and the bytes of files."""
    found = hashlib.sha256()
    for path in sorted(files):
        if path.is_file() and "__pycache__" not in path.parts:
            data = path.read_bytes()
            found.update(f"{path.relative_to(root).as_posix()}\0{len(data)}\0".encode())
            found.update(data)
    return found.hexdigest()[:20]


def _ask(name: str, question: Callable[[ctypes.CDLL], str]) -> str:
    for pattern in _NAMES.get(sys.platform, ()):
        try:
            return question(ctypes.CDLL(pattern.format(name)))
        except (OSError, AttributeError):
            continue
    return ""


def _text(function: ctypes._NamedFuncPointer) -> str:
    function.restype = ctypes.c_char_p
    answer: bytes = function()
    return answer.decode("ascii")
