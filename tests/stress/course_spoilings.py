"""Profiles of courses, and the pictures and fonts beside them, that will not do."""

from __future__ import annotations

import io
import json
import struct
import zlib
from functools import cache
from pathlib import Path
from random import Random

from tests.fonts import tiny_font
from tests.stress.payloads import IDS, VALUES, WORDS
from tests.stress.spoilings import ANYTHING, Promise, spoiling

TRAVERSALS = (
    "../canary.png", "..", "/etc/canary", "a/../../canary.png", "..\\canary.png", "C:\\canary.png",
    "\\\\server\\share\\x.png", "file:///etc/canary", "//canary/x.png", "http://canary/x.png",
    "%2e%2e/canary.png", ".hidden.png", "a\x00.png", "a\nb.png", "~/x.png", "no-such.png",
)  # fmt: skip
SVG = (
    b"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
    b"<image xlink:href='file:///etc/canary'/></svg>"
)


def png(width: int, height: int, data: bytes = b"") -> bytes:
    """A PNG of one bit for each pixel; all white where no data is given."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    rows = data or zlib.compress(b"\0" * (min(width, 4000) // 8 + 2) * min(height, 4000))
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


@cache
def _font() -> bytes:
    return tiny_font("Tiny", "ქართული")


def _profile(folder: Path, **fields: object) -> Path:
    courses = folder.parent / "courses"
    courses.mkdir(exist_ok=True)
    path = courses / "course.yaml"
    row = {"summary": folder.name, "institution": "School", **fields}
    text = "\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in row.items())
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return path


@spoiling("logo elsewhere")
def _logo_elsewhere(random: Random, folder: Path) -> Promise:
    path = _profile(folder, logo=random.choice(TRAVERSALS))
    (folder.parent / "canary.png").write_bytes(png(10, 10))
    return Promise(frozenset({"SP314"}), str(path), 3)


@spoiling("font elsewhere")
def _font_elsewhere(random: Random, folder: Path) -> Promise:
    path = _profile(folder, fonts=[random.choice(TRAVERSALS)])
    return Promise(frozenset({"SP314"}), str(path), 3)


@spoiling("asset is a link")
def _linked(random: Random, folder: Path) -> Promise:
    field, value = random.choice((("logo", "x.png"), ("fonts", ["x.png"])))
    path = _profile(folder, **{field: value})
    (folder.parent / "canary.png").write_bytes(png(10, 10))
    target = random.choice(("../canary.png", "/etc/passwd", "/dev/zero", "x.png", "."))
    (path.parent / "x.png").symlink_to(target)
    return Promise(frozenset({"SP314"}), str(path), 3)


@spoiling("no picture")
def _no_picture(random: Random, folder: Path) -> Promise:
    whole = png(64, 64)
    at = random.randrange(8, 40)
    data = random.choice((
        SVG, b"", b"GIF89a", b"<?xml version='1.0'?>" + SVG, png(100_000, 100_000), png(4001, 1),
        png(2**31 - 1, 2**31 - 1), png(0, 0), whole[:at], whole[:40] + b"\0" * 50,
        png(4000, 4000, b"no zlib"), b"%PDF-1.7", b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff", png(3000, 3000, zlib.compress(b"\0" * 500_000)),
    ))  # fmt: skip
    path = _profile(folder, logo="x.png")
    (path.parent / "x.png").write_bytes(data)
    return Promise(frozenset({"SP314"}), str(path), 3)


@spoiling("spoiled picture")
def _spoiled_picture(random: Random, folder: Path) -> Promise:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(out, random.choice(("PNG", "JPEG")))
    path = _profile(folder, logo="x.png")
    (path.parent / "x.png").write_bytes(_flipped(random, out.getvalue()))
    return ANYTHING


@spoiling("no font")
def _no_font(random: Random, folder: Path) -> Promise:
    path = _profile(folder, fonts=["x.ttf"])
    data = (b"", SVG, b"OTTO", b"\0\1\0\0", b"true" + b"\xff" * 99, b"\0\1\0\0" + b"\xff" * 999)
    (path.parent / "x.ttf").write_bytes(random.choice(data))
    return Promise(frozenset({"SP314"}), str(path), 3)


@spoiling("spoiled font")
def _spoiled_font(random: Random, folder: Path) -> Promise:
    path = _profile(folder, fonts=["x.ttf"])
    (path.parent / "x.ttf").write_bytes(_flipped(random, _font()))
    return ANYTHING


def _flipped(random: Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 2, 8, 40))):
        changed[random.randrange(len(changed))] = random.choice((0, 255, random.randrange(256)))
    return bytes(changed[: random.choice((len(changed), random.randrange(len(changed))))])


@spoiling("any wish of a course")
def _any_wish(random: Random, folder: Path) -> Promise:
    name = random.choice((
        "title", "institution", "instructor", "term", "audience", "selection", "language", "paper",
        "ink", "type", "edition", "citations", "accent", "logo", "fonts", "without_parts", "poster",
        "weeks", "id", "summary", "nonsense", "<<", "",
    ))  # fmt: skip
    _profile(folder, **{name: random.choice(VALUES)})
    return ANYTHING


@spoiling("words of a course")
def _words(random: Random, folder: Path) -> Promise:
    name = random.choice(("title", "institution", "instructor", "term", "audience"))
    _profile(folder, **{name: random.choice(WORDS)[:500]})
    return ANYTHING


@spoiling("course of another place")
def _summary_elsewhere(random: Random, folder: Path) -> Promise:
    path = _profile(folder, summary=random.choice([name for name in IDS if name]))
    return Promise(frozenset({"SP103", "SP011"}), str(path), 1)


@spoiling("profile is a link")
def _profile_linked(_random: Random, folder: Path) -> Promise:
    courses = folder.parent / "courses"
    courses.mkdir(exist_ok=True)
    (folder.parents[1] / "canary.yaml").write_text(f"summary: {folder.name}\n")
    (courses / "x.yaml").symlink_to("../../canary.yaml")
    return Promise(frozenset({"SP001"}), str(courses / "x.yaml"))
