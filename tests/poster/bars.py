"""The bars that a finished poster must clear, judged from the PDF alone as a printer would get it.

``complaints`` compares the sheet with what is expected of it. Words come from pdfium; lines through
words, contrast and white space are judged from pictures of the sheet with and without its words.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import pikepdf
import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageStat

from tests.poster.printed import Printed, Word, printed

DPI = 150
TRIM, EMPTY, CONTRAST, TONER = 5.0, 0.05, 4.5, 0.15
LEAST_NOTE = 6.0
TOLERANCE = 14
"""Levels of grey by which the ground of a word may vary: a hairline makes more."""
_CELL = 2.0
"""Millimetres: the fineness with which white space is looked for."""
_FAINT = 190
"""Hairlines and tints are lighter: they do not count as content."""


@dataclass(frozen=True)
class Wanted:
    """What must stand on a poster."""

    body: float
    """The least size of details, in points."""
    titles: tuple[str, ...] = ()
    days: tuple[int, ...] = ()
    """Numbers of the days of its daily rows, in order."""


@dataclass(frozen=True)
class Bars:
    """What was measured."""

    pages: int
    words: int
    overlapping: list[tuple[str, str]]
    struck: list[str]
    trim: float
    """Millimetres from the edge to the nearest ink."""
    body: float
    smallest: float
    empty: float
    """Share of the sheet that the largest empty rectangle takes."""
    faint: list[tuple[str, float]]
    toner: float
    """Share of the sheet that would be black if all of it were."""
    missing: list[str] = field(default_factory=list)
    in_order: bool = True

    def complaints(self, wanted: Wanted) -> list[str]:
        """Every bar that is not cleared, in words."""
        checks = (
            (self.pages == 1, f"{self.pages} pages"),
            (not self.overlapping, f"overlapping words: {self.overlapping[:5]}"),
            (not self.struck, f"struck words: {self.struck[:8]}"),
            (self.trim >= TRIM, f"ink {self.trim:.1f} mm from the trim"),
            (self.body >= wanted.body - 0.01, f"body of {self.body:.2f} pt"),
            (self.smallest >= LEAST_NOTE - 0.01, f"type of {self.smallest:.2f} pt"),
            (self.empty <= EMPTY, f"an empty rectangle of {self.empty:.1%}"),
            (not self.faint, f"contrast below {CONTRAST}: {self.faint[:5]}"),
            (self.toner <= TONER, f"toner on {self.toner:.1%} of the sheet"),
            (not self.missing, f"missing titles: {self.missing[:5]}"),
            (self.in_order, "days missing or out of order"),
        )
        return [words for cleared, words in checks if not cleared]


def judged(pdf: bytes, wanted: Wanted) -> Bars:
    """Measures a poster."""
    sheet = printed(pdf)
    whole, ground = _picture(pdf), _picture(_without_words(pdf))
    struck, faint = _grounds(sheet, ground)
    text = _plain(sheet.flat())
    sizes = Counter(round(word.size, 2) for word in sheet.words)
    return Bars(
        pages=sheet.pages,
        words=len(sheet.words),
        overlapping=sheet.overlaps(),
        struck=struck,
        trim=_nearest_ink(whole),
        body=sizes.most_common(1)[0][0] if sizes else 0.0,
        smallest=min(sizes, default=0.0),
        empty=_largest_empty(whole),
        faint=faint,
        toner=1 - ImageStat.Stat(whole.convert("L")).mean[0] / 255,
        missing=[title for title in wanted.titles if _plain(title) not in text],
        in_order=_has_days(sheet, wanted.days),
    )


def _plain(words: str) -> str:
    return "".join(words.replace("\N{WORD JOINER}", "").replace("-", "").split())


def _has_days(sheet: Printed, days: Sequence[int]) -> bool:
    """Whether the numbers in the column of dates, from the top down, hold these in a row."""
    if not days:
        return True
    numbers = [w for w in sheet.words if re.fullmatch(r"\d{1,2}", w.text)]
    edges = Counter(round(w.left / 4) for w in numbers if w.left < sheet.width * 0.15)
    if not edges:
        return False
    edge = edges.most_common(1)[0][0]
    column = [w for w in numbers if abs(w.left / 4 - edge) < 1.6]
    found = [int(w.text) for w in sorted(column, key=lambda w: -w.bottom)]
    wanted = list(days)
    return any(found[n : n + len(wanted)] == wanted for n in range(len(found)))


def _picture(pdf: bytes) -> Image.Image:
    document = pdfium.PdfDocument(pdf)
    picture = document[0].render(scale=DPI / 72).to_pil().convert("RGB")
    document.close()
    return picture


def _without_words(pdf: bytes) -> bytes:
    """The same sheet with the text objects taken out of its content."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        page = opened.pages[0]
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        page.Contents.write(re.sub(rb"(?ms)^BT$.*?^ET$", b"", content))
        out = io.BytesIO()
        opened.save(out)
        return out.getvalue()


def _box(word: Word, sheet: Printed, inset: float = 0.0) -> tuple[int, int, int, int]:
    """A word's ink in pixels."""
    unit = DPI / 72
    left, right = (word.left + inset) * unit, (word.right - inset) * unit
    top, bottom = (sheet.height - word.top + inset) * unit, (sheet.height - word.bottom - inset)
    return (
        int(left),
        int(top),
        max(int(right), int(left) + 1),
        max(int(bottom * unit), int(top) + 1),
    )


def _grounds(sheet: Printed, ground: Image.Image) -> tuple[list[str], list[tuple[str, float]]]:
    """Words on which something is drawn, and words that their ground swallows."""
    struck, faint = [], []
    for word in sheet.words:
        box = _box(word, sheet, 0.4)
        under = ground.crop(box)
        if max(high - low for low, high in under.getextrema()) > TOLERANCE:
            struck.append(word.text)
            continue
        light = under.resize((1, 1)).getpixel((0, 0))
        found = contrast(word.colour, light)
        if found < CONTRAST:
            faint.append((word.text, round(found, 2)))
    return struck, faint


def _luminance(colour: tuple[int, int, int]) -> float:
    linear = [
        c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4
        for c in colour
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """By the rule of WCAG 2."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _nearest_ink(picture: Image.Image) -> float:
    """Millimetres from the edge of the sheet to the first thing that is not white."""
    grey = picture.convert("L").point(lambda level: 255 if level < 250 else 0)
    box = grey.getbbox()
    if box is None:
        return 0.0
    width, height = picture.size
    nearest = min(box[0], box[1], width - box[2], height - box[3])
    return nearest / DPI * 25.4


def _largest_empty(picture: Image.Image) -> float:
    """Share of the largest rectangle without content, margins included."""
    dark = picture.convert("L").point(lambda level: 255 if level < _FAINT else 0)
    pixels = round(_CELL / 25.4 * DPI)
    across, down = picture.width // pixels, picture.height // pixels
    # a cell is full where any of its pixels is: the largest value of a block
    cells = dark.crop((0, 0, across * pixels, down * pixels)).reduce(pixels)
    full = cells.point(lambda level: 1 if level > 0 else 0).tobytes()
    best, heights = 0, [0] * across
    for row in range(down):
        line = full[row * across : (row + 1) * across]
        heights = [0 if cell else high + 1 for cell, high in zip(line, heights, strict=True)]
        best = max(best, _largest_under(heights))
    return best / (across * down)


def _largest_under(heights: Sequence[int]) -> int:
    """The largest rectangle under a skyline."""
    best, stack = 0, []
    for x, high in enumerate([*heights, 0]):
        start = x
        while stack and stack[-1][1] >= high:
            start, before = stack.pop()
            best = max(best, before * (x - start))
        stack.append((start, high))
    return best


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels in which two pictures of one size differ clearly."""
    apart = ImageChops.difference(one.convert("L"), other.convert("L"))
    histogram = apart.point(lambda level: 255 if level > 90 else 0).histogram()
    return histogram[255] / (one.width * one.height)
