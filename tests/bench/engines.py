"""How long a pack takes, beside the bare libraries on the same input: ``make bench``.

Each measurement is a fresh process (cold), each figure the median of three, so that ratios hold on
a busy machine. Bare means: WeasyPrint alone sets the very HTML that studypack gave it, with the
same fonts; genanki alone writes the very notes.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROUNDS = 3
DECKS = Path(__file__).parents[1] / "decks"
NOW = 1_790_000_000


def _pack() -> tuple[Any, Any]:
    from studypack.flashcards.ledger import Ledger, updated
    from studypack.reading import read_summary
    from studypack.select import full_course, select

    summary = read_summary(DECKS / "1956").summary
    assert summary is not None
    return select(summary, full_course(summary.id)), updated(Ledger(), summary, NOW)


def _ours(output: str, folder: Path) -> None:
    """The output as studypack makes it; its HTML pages are kept for the bare run."""
    from studypack import typesetting
    from studypack.outputs import OUTPUTS
    from studypack.product import NOTHING

    real, pages = typesetting.lay_out, {}

    def remembering(page: str, name: str) -> Any:
        pages[name] = page
        return real(page, name)

    typesetting.lay_out = remembering
    pack, ledger = _pack()
    product, *_ = OUTPUTS[output](pack, ledger, NOTHING)
    (folder / f"{output}.amount").write_text(product.amount)
    if pages:
        (folder / f"{output}.html").write_text(pages[product.name], "utf-8")


def _bare_weasyprint(output: str, folder: Path) -> None:
    from studypack import typesetting

    weasyprint = typesetting._weasyprint()  # the same fonts in sight; nothing else of ours
    page = (folder / f"{output}.html").read_text("utf-8")
    weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")


def _bare_genanki(output: str, folder: Path) -> None:
    import genanki

    from studypack.flashcards.notes import notes_of
    from studypack.flashcards.notetypes import NOTETYPES

    pack, ledger = _pack()
    models = {
        key: genanki.Model(
            notetype.id("en"),
            notetype.name("en"),
            fields=[{"name": name} for name in notetype.fields],
            templates=[
                {"name": name, "qfmt": "{{" + notetype.fields[0] + "}}", "afmt": "{{FrontSide}}"}
                for name in notetype.templates
            ],
        )
        for key, notetype in NOTETYPES.items()
    }
    deck = genanki.Deck(1, "bare")
    for note in notes_of(pack.whole, ledger.given):
        deck.add_note(
            genanki.Note(models[note.notetype], list(note.fields), guid=note.guid, tags=note.tags)
        )
    genanki.Package(deck).write_to_file(folder / "bare.apkg")


def _ten_thousand(output: str, folder: Path) -> None:
    """A deck of 10,000 notes from a made-up summary, its ledger brought up to date first."""
    from studypack.flashcards import render
    from studypack.flashcards.ledger import Ledger, updated
    from studypack.select import full_course, select
    from studypack.summary.dates import parse
    from tests.flashcards.flood import COMET, flood

    days = [f"{1500 + n // 336}-{n // 28 % 12 + 1:02d}-{n % 28 + 1:02d}" for n in range(10_000)]
    many = [
        COMET.model_copy(update={"id": f"event-{n}", "title": f"Event {n}", "date": parse(day)})
        for n, day in enumerate(days)
    ]
    summary = flood(events=many, people=[], terms=[], decisions=[], disputes=[], quotations=[],
                    dates="1500/1784")  # fmt: skip
    ledger = updated(Ledger(), summary, NOW)
    started = time.perf_counter()
    (product,) = render(select(summary, full_course(summary.id)), ledger)
    (folder / f"{output}.amount").write_text(product.amount)
    (folder / f"{output}.seconds").write_text(str(time.perf_counter() - started))


RUNS = {
    "briefing": (_ours, _bare_weasyprint, 1.25),
    "poster": (_ours, _bare_weasyprint, 3.0),
    "deck": (_ours, _bare_genanki, 1.25),
}


MANY = "10,000 notes"
"""Has no bare run: the aim is 5 seconds and 300 MB."""


def _measured(kind: int, output: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-W", "ignore", "-m", "tests.bench", str(kind), output, str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=DECKS.parent)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    """Prints a table: seconds, ratio to the bare library, the aim, memory."""
    if len(sys.argv) > 1:
        kind, output, folder = int(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
        started = time.perf_counter()
        run = _ten_thousand if output == MANY else RUNS[output][kind]
        run(output, folder)
        seconds = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"seconds": seconds, "peak": peak}))
        return
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print("output     seconds    bare   ratio   aim    peak MB   holds")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for output, (_, _, aim) in RUNS.items():
            pairs = [(_measured(0, output, folder), _measured(1, output, folder))
                     for _ in range(ROUNDS)]  # fmt: skip
            ours = statistics.median(a["seconds"] for a, _ in pairs)
            bare = statistics.median(b["seconds"] for _, b in pairs)
            ratio = statistics.median(a["seconds"] / b["seconds"] for a, b in pairs)
            peak = max(a["peak"] for a, _ in pairs)
            amount = (folder / f"{output}.amount").read_text()
            each = _each(amount, ours)
            print(f"{output:<9} {ours:>8.1f} {bare:>7.1f} {ratio:>7.2f} {aim:>5} {peak:>10.0f}"
                  f"   {amount}{each}")  # fmt: skip
        runs = [_measured(0, MANY, folder) for _ in range(ROUNDS)]
        peak = max(run["peak"] for run in runs)
        seconds = float((folder / f"{MANY}.seconds").read_text())
        amount = (folder / f"{MANY}.amount").read_text()
        print(f"{'deck':<9} {seconds:>8.1f} {'':>7} {'':>7} {'5 s':>5} {peak:>10.0f}   {amount}")


def _each(amount: str, seconds: float) -> str:
    count, unit = amount.split()[:2]
    return f" ({seconds / int(count):.2f} s a page)" if unit == "pages" else ""


if __name__ == "__main__":
    main()
