"""What stands on a printed sheet, by pdfium: its words, where they are and how large."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class Word:
    """A word, the box of its ink in points from the lower left, its type in points, its colour."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    colour: tuple[int, int, int] = (0, 0, 0)

    def covers(self, other: Word, slack: float = 0.3) -> bool:
        """Whether the ink boxes of two words overlap by more than ``slack`` points."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across > slack and down > slack


@dataclass(frozen=True)
class Printed:
    """A sheet of one page."""

    pages: int
    width: float
    height: float
    text: str
    words: tuple[Word, ...]

    def overlaps(self) -> list[tuple[str, str]]:
        """Pairs of words that lie on one another."""
        found = []
        ordered = sorted(self.words, key=lambda w: w.left)
        for index, word in enumerate(ordered):
            for other in ordered[index + 1 :]:
                if other.left >= word.right:
                    break
                if word.covers(other):
                    found.append((word.text, other.text))
        return found

    def nearest_to_trim(self) -> float:
        """The least distance of a word to the edge of the sheet, in mm."""
        return min(
            min(w.left, w.bottom, self.width - w.right, self.height - w.top) / POINTS_PER_MM
            for w in self.words
        )

    def flat(self) -> str:
        """Its text with single spaces, word joiners and soft line ends set aside."""
        return " ".join(self.text.replace("\u2060", "").replace("\ufffe", "").split())


def printed(pdf: bytes) -> Printed:
    """Reads a PDF of which the first page counts."""
    document = pdfium.PdfDocument(pdf)
    page = document[0]
    text = page.get_textpage()
    width, height = page.get_size()
    words = tuple(_words(text))
    everything = text.get_text_range()
    pages = len(document)
    text.close()
    document.close()
    return Printed(pages, width, height, everything, words)


def _words(text: pdfium.PdfTextPage) -> Iterator[Word]:
    letters: list[tuple[str, tuple[float, float, float, float], float]] = []
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text.raw, index))
        box = text.get_charbox(index)
        blank = letter.isspace() or letter in "\u2060\ufffe\x00"
        if blank or (letters and not _continues([other for _, other, _ in letters], box)):
            if letters:
                yield _joined(letters, _colour(text, index - 1))
            letters = []
        if not blank:
            matrix = raw.FS_MATRIX()
            raw.FPDFText_GetMatrix(text.raw, index, matrix)
            letters.append((letter, box, raw.FPDFText_GetFontSize(text.raw, index) * matrix.a))
    if letters:
        yield _joined(letters, _colour(text, text.count_chars() - 1))


def _colour(text: pdfium.PdfTextPage, index: int) -> tuple[int, int, int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFText_GetFillColor(text.raw, index, *(ctypes.byref(part) for part in parts))
    red, green, blue, _ = (part.value for part in parts)
    return red, green, blue


Edges = tuple[float, float, float, float]
"""Left, bottom, right and top."""


def _continues(word: Sequence[Edges], box: Edges) -> bool:
    """Letters of a ligature share one box; others follow closely on the line of the word.

    A full stop after a quotation mark lies below that, not below the word.
    """
    before = word[-1]
    high = max(before[3] - before[1], box[3] - box[1], 1.0)
    low, top = min(edges[1] for edges in word), max(edges[3] for edges in word)
    same_line = box[1] < top + high * 0.3 and box[3] > low - high * 0.3
    return box == before or (same_line and -high * 0.5 < box[0] - before[2] < high)


def _joined(
    letters: list[tuple[str, tuple[float, float, float, float], float]],
    colour: tuple[int, int, int],
) -> Word:
    return Word(
        "".join(letter for letter, _, _ in letters),
        min(box[0] for _, box, _ in letters),
        min(box[1] for _, box, _ in letters),
        max(box[2] for _, box, _ in letters),
        max(box[3] for _, box, _ in letters),
        max(size for _, _, size in letters),
        colour,
    )
