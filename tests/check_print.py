"""Whether posters clear the bars of a finished print: ``make check-print``.

    python -m tests.check_print                 the poster of decks/1956 at every size
    python -m tests.check_print A1 3x3A4        at these
    python -m tests.check_print --deck DIR A3   of another summary
    python -m tests.check_print FILE.pdf        a finished poster, by the bars that need no summary

Prints a line of measures for each, then what is wrong; the exit status is 1 if anything is.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pikepdf

from studypack.poster.render import Poster, draw
from studypack.poster.scale import scale
from studypack.poster.sheet import Sheet, sheet_of
from studypack.product import CannotRenderError
from studypack.reading import read_summary
from studypack.select import Pack, full_course, select
from studypack.summary.poster_size import Size, poster_size
from tests.poster.bars import Bars, Wanted, judged

DECK = Path(__file__).parents[1] / "decks/1956"
SIZES = ("A0", "A1", "A2", "A3", "tabloid", "ANSI C", "ANSI D", "3x3A4", "2x2A4", "3x3letter")
_OFF = ("importance", "outside", "the poster has no lane")


def pack_of(folder: Path) -> Pack:
    """The whole of a summary."""
    summary = read_summary(folder).summary
    assert summary is not None, f"{folder} has errors"
    return select(summary, full_course(summary.id))


def wanted(pack: Pack, poster: Poster, sheet: Sheet) -> Wanted:
    """What must be on a poster: its selection's titles, and a row for every day."""
    gone = {out.id for out in poster.left_out if out.why.startswith(_OFF)}
    titles = tuple(e.poster_title or e.title for e in pack.summary.chronology if e.id not in gone)
    rows = scale(pack.summary.header.poster.bands).rows
    return Wanted(sheet.body_min, titles, tuple(r.first.day for r in rows if r.unit == "day"))


def checked(pack: Pack, size: str) -> tuple[Poster, Bars, list[str]]:
    """A poster of this size, its measures, and the bars that it does not clear."""
    sheet = sheet_of(poster_size(size))
    poster = draw(pack, sheet)
    expected = wanted(pack, poster, sheet)
    bars = judged(poster.product.data, expected)
    return poster, bars, bars.complaints(expected)


def finished(pdf: bytes) -> tuple[Bars, list[str]]:
    """The measures of a finished poster, and the bars that it does not clear.

    What must stand on it is not known; the least type is that of the nearest sheet. A print shop's
    file is judged inside its trim.
    """
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        page = opened.pages[0]
        if "/TrimBox" in page:
            page.MediaBox = page.TrimBox
        left, bottom, right, top = (float(edge) * 25.4 / 72 for edge in page.MediaBox)
        trimmed = io.BytesIO()
        opened.save(trimmed)
    sheet = sheet_of(Size("", right - left, top - bottom))
    expected = Wanted(sheet.body_min)
    bars = judged(trimmed.getvalue(), expected)
    return bars, bars.complaints(expected)


def measures(name: str, events: str, bars: Bars, seconds: float) -> str:
    """A line of the table."""
    return (
        f"{name:10} {events:11}"
        f" {bars.body:4.1f} pt {bars.smallest:4.1f} pt {bars.trim:4.1f} mm"
        f" {bars.empty:5.1%} {bars.toner:5.1%}"
        f" {len(bars.overlapping):7} {len(bars.struck):6} {len(bars.faint):5}"
        f" {seconds:7.1f}"
    )


def main(arguments: Sequence[str]) -> int:
    """Checks the sizes and files that are named, all sizes if none is."""
    given = list(arguments)
    deck = DECK
    if "--deck" in given:
        at = given.index("--deck")
        deck = Path(given[at + 1])
        del given[at : at + 2]
    files = [name for name in given if name.lower().endswith(".pdf")]
    sizes = [name for name in given if name not in files] or ([] if files else SIZES)
    pack = pack_of(deck) if sizes else None
    wrong = 0
    print("poster     events      body   least  trim    empty toner overlap struck faint seconds")
    for name in (*sizes, *files):
        started = time.perf_counter()
        events = ""
        try:
            if pack and name in sizes:
                poster, bars, complaints = checked(pack, name)
                events = poster.product.amount.split(", ")[-1].split(" events")[0]
            else:
                bars, complaints = finished(Path(name).read_bytes())
        except (CannotRenderError, OSError, pikepdf.PdfError) as error:
            wrong += 1
            print(f"{name:10} {error}")
            continue
        print(measures(name, events, bars, time.perf_counter() - started))
        for complaint in complaints:
            wrong += 1
            print(f"    {complaint}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
