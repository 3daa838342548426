"""The small picture on the back of dated cards: where on the summary's time axis they lie.

The axis takes its parts from the header: the bands of the poster, each as wide as its rows ask,
and what lies before, between and after them, drawn thin. A day is a dot, a span a bar; what is
approximate is drawn hollow. Nothing depends on the other events, so that a new one changes no
other card.

How it is drawn is frozen like the words in fields: the hash in the file's name is part of the
note's content, and another drawing would count as a correction of every dated note. Colours are
dark on nothing; the stylesheet turns them over in night mode.
"""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studypack.flashcards.media import Media, named
from studypack.summary.date_words import Length, in_words
from studypack.summary.dates import Date
from studypack.summary.header import Band, Header

LICENCE = "CC0-1.0"
"""A line with a dot on it is nobody's work."""
WIDTH, HEIGHT = 360, 48
_LEFT, _RIGHT = 6.0, 354.0
_AXIS, _ABOVE, _BELOW = 26.0, 14.0, 44.0
_SIZE = 10
_LETTER = 5.3
"""Width of an average letter at that size; labels that would touch are left out."""
_INK, _QUIET, _MARK = "#24211c", "#655e53", "#8a2f1f"
_LEAST = 0.06
"""Share of the axis that every part has, if there are not too many of them."""
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class _Part:
    """A stretch of the axis from its first to its last day; ``band`` is None beside the bands."""

    first: dt.date
    last: dt.date
    band: Band | None
    x: float = 0.0
    width: float = 0.0

    @property
    def rows(self) -> int:
        """How many units of its band it has."""
        if self.band is None:
            return 0
        years, months = self.last.year - self.first.year, self.last.month - self.first.month
        return {
            "day": (self.last - self.first).days,
            "month": years * 12 + months,
            "year": years,
        }[self.band.unit] + 1

    def at(self, day: dt.date) -> float:
        """Where a day of it begins."""
        days = (self.last - self.first).days + 1
        return self.x + self.width * (day - self.first).days / days


class Axis:
    """The time axis of a summary."""

    def __init__(self, header: Header) -> None:
        self._language = header.language
        self._parts = _laid_out(list(_parts(header)))
        self.years = f"{self._parts[0].first.year}–{self._parts[-1].last.year}"
        """The years that it spans, in digits."""
        self._ground = [*self._lines(), *self._labels()]

    def picture(self, date: Date, alt: str) -> Media:
        """The axis with a date marked on it, as SVG."""
        lines = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
            f' font-family="sans-serif" font-size="{_SIZE}">',
            f"<title>{html.escape(alt)}</title>",
            *self._ground,
            *self._marked(date),
            "</svg>\n",
        ]
        data = "\n".join(lines).encode("utf-8")
        return Media(named("timeline", "svg", data), data, alt, LICENCE)

    def _at(self, day: dt.date) -> float:
        for part in self._parts:
            if day <= part.last:
                return part.at(max(day, part.first))
        return _RIGHT

    def _marked(self, date: Date) -> Iterator[str]:
        start, end = self._at(date.first), self._at(date.last + _ONE_DAY)
        middle = (start + end) / 2
        hollow = date.approximate or date.uncertain
        look = f'fill="#fff" stroke="{_MARK}" stroke-width="2"' if hollow else f'fill="{_MARK}"'
        if date.is_exact_day or end - start < 9:
            yield f'<circle cx="{middle:.1f}" cy="{_AXIS:g}" r="4.5" {look}/>'
        else:
            box = f'x="{start:.1f}" y="{_AXIS - 3.5:g}" width="{end - start:.1f}" height="7"'
            yield f'<rect {box} rx="3.5" {look}/>'
        words = in_words(date, self._language, Length.SHORT)
        half = len(words) * _LETTER / 2
        anchor, x = "middle", middle
        if middle - half < _LEFT:
            anchor, x = "start", _LEFT
        elif middle + half > _RIGHT:
            anchor, x = "end", _RIGHT
        yield _text(x, _ABOVE, anchor, _MARK, words, bold=True)

    def _lines(self) -> Iterator[str]:
        for part in self._parts:
            ends = f'x1="{part.x:.1f}" y1="{_AXIS:g}" x2="{part.x + part.width:.1f}" y2="{_AXIS:g}"'
            if part.band is None:
                yield f'<line {ends} stroke="{_QUIET}" stroke-dasharray="2 3"/>'
                continue
            yield f'<line {ends} stroke="{_INK}" stroke-width="2"/>'
            ticks = "".join(f"M{x:.1f} {_AXIS:g}v4" for x in _ticks(part))
            if ticks:
                yield f'<path d="{ticks}" stroke="{_QUIET}" stroke-width=".6"/>'
            edges = "".join(f"M{x:.1f} {_AXIS - 5:g}v10" for x in (part.x, part.x + part.width))
            yield f'<path d="{edges}" stroke="{_INK}"/>'

    def _labels(self) -> Iterator[str]:
        """The ends of the widest band, of the axis, and of the other bands as there is room."""
        first, last = self._parts[0], self._parts[-1]
        bands = sorted((p for p in self._parts if p.band), key=lambda p: (-p.width, p.x))
        begins = [(part.x, "start", self._begins(part)) for part in bands if part is not first]
        ends = [
            (part.x + part.width, "end", self._ends(part)) for part in bands if part is not last
        ]
        outer = [(_LEFT, "start", self._begins(first)), (_RIGHT, "end", self._ends(last))]
        wanted = [*begins[:1], *ends[:1], *outer, *begins[1:], *ends[1:]]
        taken: list[tuple[float, float]] = []
        for x, anchor, words in wanted:
            width = (len(words) + 1) * _LETTER
            left = x - width if anchor == "end" else x
            if all(left + width <= a or left >= b for a, b in taken) and left + width <= WIDTH:
                taken.append((left, left + width))
                yield _text(x, _BELOW, anchor, _QUIET, words)

    def _begins(self, part: _Part) -> str:
        return self._words(part.band.start) if part.band else str(part.first.year)

    def _ends(self, part: _Part) -> str:
        return self._words(part.band.end) if part.band else str(part.last.year)

    def _words(self, date: Date) -> str:
        return in_words(date, self._language, Length.SHORT)


def _parts(header: Header) -> Iterator[_Part]:
    bands = sorted(header.poster.bands, key=lambda band: band.start.first)
    first = min(header.dates.first, bands[0].start.first)
    last = max(header.dates.last, *(band.end.last for band in bands))
    for band in bands:
        if band.start.first > first:
            yield _Part(first, band.start.first - _ONE_DAY, None)
        begin = max(first, band.start.first)
        if begin <= band.end.last:
            yield _Part(begin, band.end.last, band)
            first = band.end.last + _ONE_DAY
    if first <= last:
        yield _Part(first, last, None)


def _laid_out(parts: Sequence[_Part]) -> tuple[_Part, ...]:
    least = min(_LEAST, 0.7 / len(parts))
    rows = sum(part.rows for part in parts)
    rest = 1 - least * len(parts)
    laid, x = [], _LEFT
    for part in parts:
        width = (least + rest * part.rows / rows) * (_RIGHT - _LEFT)
        laid.append(_Part(part.first, part.last, part.band, x, width))
        x += width
    return tuple(laid)


def _ticks(part: _Part) -> Iterator[float]:
    """Where the units of a band begin, unless they would run together."""
    if part.band is None or part.width / part.rows < 2.5:
        return
    for index in range(1, part.rows):
        if part.band.unit == "day":
            day = part.first + dt.timedelta(days=index)
        elif part.band.unit == "month":
            months = part.first.year * 12 + part.first.month - 1 + index
            day = dt.date(months // 12, months % 12 + 1, 1)
        else:
            day = dt.date(part.first.year + index, 1, 1)
        yield part.at(day)


def _text(x: float, y: float, anchor: str, colour: str, words: str, *, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:g}" text-anchor="{anchor}" fill="{colour}"{weight}>'
        f"{html.escape(words)}</text>"
    )
