"""The pictures and fonts that a course profile names: files beside it, read once and checked."""

from __future__ import annotations

import io
import os
import re
import struct
import warnings
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from studypack.diagnostics import Diagnostic, Mark
from studypack.guess import did_you_mean
from studypack.reading.tree import Path as TreePath
from studypack.summary.course import Dress

CODE = "SP314"
MAX_BYTES = 10_000_000
MAX_PIXELS = 4_000
"""Of a logo, on either side: more than any printer shows on two centimetres."""
_NAME = re.compile(r"[\w-][\w .-]*")
_FONTS = (b"\0\1\0\0", b"OTTO", b"true")
"""How a TrueType or OpenType file begins."""


def read_assets(
    course: Dress, folder: Path, at: Callable[[TreePath], Mark]
) -> tuple[Mapping[str, bytes], list[Diagnostic]]:
    """The files that a course names, under their names; a finding for each that will not do.

    Only plain names are taken, and only files that lie in the folder themselves.
    """
    assets: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    for path, name, wrong in _named(course):
        data = _read(folder, name)
        fault = wrong(data) if isinstance(data, bytes) else data
        if fault:
            found.append(Diagnostic(CODE, at(path), f"{name!r} {fault[0]}", fault[1]))
        elif isinstance(data, bytes):
            assets[name] = data
    return assets, found


Fault = tuple[str, str]
"""What is wrong with a file, and what to do."""
_SMALLER = "Save it smaller."


def _named(course: Dress) -> Iterator[tuple[TreePath, str, Callable[[bytes], Fault | None]]]:
    if course.logo:
        yield ("logo",), course.logo, _not_a_picture
    for index, name in enumerate(course.fonts):
        yield ("fonts", index), name, _not_a_font


def _read(folder: Path, name: str) -> bytes | Fault:
    """A file's bytes, or what is wrong with it."""
    inside = f"Put the file itself into {folder}, beside the profiles."
    if not _NAME.fullmatch(name):
        return "is not the plain name of a file", inside
    path = folder / name
    try:
        if Path(os.path.realpath(path)).parent != Path(os.path.realpath(folder)):
            return "is a link that leads out of the folder", inside
        if path.exists() and not path.is_file():
            return "is no ordinary file", inside
        if path.stat().st_size > MAX_BYTES:
            return f"is larger than {MAX_BYTES // 1_000_000} MB", _SMALLER
        return path.read_bytes()
    except FileNotFoundError:
        beside = [other.name for other in folder.glob("*")]
        return f"is not there{did_you_mean(name, beside)}", inside
    except OSError as error:
        return f"cannot be read: {error.strerror}", f"It lies in {folder}; may you read it?"


def _not_a_picture(data: bytes) -> Fault | None:
    from PIL import (  # noqa: PLC0415  (only courses with a logo)
        Image,
        ImageFile,
        UnidentifiedImageError,
    )

    # WeasyPrint, once loaded, lets pictures pass that break off
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # looked for below
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
                width, height = picture.size
                if max(width, height) > MAX_PIXELS:
                    most = f"at most {MAX_PIXELS} on a side"
                    return f"has {width} × {height} pixels; {most}", _SMALLER
                picture.load()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return "is not a whole PNG or JPEG picture", "Save it again, as PNG or JPEG."
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    return None


def _not_a_font(data: bytes) -> Fault | None:
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415

    if not data.startswith(_FONTS):
        return "is not a TrueType or OpenType font", _FONT_FILE
    try:
        with TTFont(io.BytesIO(data), lazy=True, checkChecksums=2) as font:
            for table in font.reader.keys():  # noqa: SIM118  (it is no mapping)
                font.reader[table]  # raises where its sum is not as it was
            usable = font.getBestCmap()
            if "name" in font:
                font["name"].getBestFamilyName()
            font.get("OS/2")
    except (TTLibError, *_OF_A_SPOILED_FONT):
        return "is not a whole font file", _FONT_FILE
    return None if usable else ("has no table of Unicode characters", _FONT_FILE)


_FONT_FILE = "Take the font from its maker again, as a .ttf or .otf file."
_OF_A_SPOILED_FONT = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    TypeError,
    ValueError,
    struct.error,
)
"""What fontTools raises where it stumbles: it takes for granted that a font is whole."""
