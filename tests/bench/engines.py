"""An output beside the bare library: WeasyPrint alone sets the very HTML that studypack gave it,
with the same fonts; genanki alone writes the very notes.

Each measurement is a fresh process (cold), each figure the median of three, pair by pair, so that
ratios hold on a busy machine.
"""

from __future__ import annotations

import json
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.row import Row

ROUNDS = 3
DECKS = Path(__file__).parents[2] / "decks"
NOW = 1_790_000_000


def _pack() -> tuple[Any, Any]:
    from studypack.flashcards.ledger import updated
    from studypack.ledger import Ledger
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

    real = typesetting.lay_out
    pages: dict[str, list[str]] = {}

    def remembering(page: str, name: str, *assets: Any) -> Any:
        pages.setdefault(name, []).append(page)
        return real(page, name, *assets)

    typesetting.lay_out = remembering
    pack, ledger = _pack()
    product, *_ = OUTPUTS[output].load()(pack, ledger, NOTHING)
    (folder / f"{output}.amount").write_text(product.amount)
    (folder / f"{output}.json").write_text(json.dumps(pages.get(product.name, [])), "utf-8")


def _bare_weasyprint(output: str, folder: Path) -> None:
    from studypack import typesetting

    weasyprint = typesetting.warm_up()  # the same fonts in sight; nothing else of ours
    head, *bodies = _bodies(folder / f"{output}.json")
    page = f"{head}{''.join(bodies)}</body></html>"
    weasyprint.HTML(string=page).render(pdf_variant="pdf/ua-1").write_pdf(pdf_variant="pdf/ua-1")


def _bodies(file: Path) -> list[str]:
    """The head of an output's first HTML page, and what stands in the body of each."""
    pages = json.loads(file.read_text("utf-8"))
    head, _, _ = pages[0].partition("<body>")
    return [f"{head}<body>", *(re.split(r"</?body\b[^>]*>", page)[1] for page in pages)]


_BLOCK = r"</?(?:p|h\d|li|td|th|dd|dt|div|figcaption|caption|tr|section)\b[^>]*>"


def _plain(output: str, folder: Path) -> None:
    """A plain document of the same words: a paragraph for each block, the same fonts and paper."""
    from studypack import typesetting

    weasyprint = typesetting.warm_up()
    _, *bodies = _bodies(folder / f"{output}.json")
    text = re.sub(r"<svg.*?</svg>|<style.*?</style>", "", "".join(bodies), flags=re.S)
    text = re.sub(_BLOCK, "\0", text)
    blocks = filter(None, (block.strip() for block in re.sub(r"<[^>]*>", "", text).split("\0")))
    page = (
        f"<html lang=en-GB><title>Plain</title><style>{typesetting.font_faces()}"
        "@page { size: A4; margin: 25mm 48mm } h1 { font-size: 1em }"
        'body { font: 10.5pt/14pt "Gentium Book Plus"; hyphens: auto; text-align: justify }</style>'
        f"<h1>Plain</h1>{''.join(f'<p>{block}</p>' for block in blocks)}"
    )
    document = weasyprint.HTML(string=page).render(pdf_variant="pdf/ua-1")
    document.write_pdf(pdf_variant="pdf/ua-1")
    (folder / "plain.amount").write_text(f"{len(document.pages)} pages")


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
    from studypack.flashcards.ledger import updated
    from studypack.flashcards.render import render
    from studypack.ledger import Ledger
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


PLAIN = "plain"
MANY = "10,000 notes"
"""Has no bare run: the aim is 5 seconds and 300 MB."""


def measured(kind: int, output: str, folder: Path) -> dict[str, float]:
    """One run in a process of its own: its seconds and its peak of memory in MB."""
    arguments = [str(kind), output, str(folder)]
    command = [sys.executable, "-W", "ignore", "-m", "tests.bench.engines", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=DECKS.parent)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def rows() -> Iterator[Row]:
    """Each output beside its engine, and the largest deck that anyone will make."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for output, (_, _, aim) in RUNS.items():
            pairs = [(measured(0, output, folder), measured(1, output, folder))
                     for _ in range(ROUNDS)]  # fmt: skip
            ours = statistics.median(a["seconds"] for a, _ in pairs)
            bare = statistics.median(b["seconds"] for _, b in pairs)
            ratio = statistics.median(a["seconds"] / b["seconds"] for a, b in pairs)
            peaks = [max(run["peak"] for run in runs) for runs in zip(*pairs, strict=True)]
            amount = (folder / f"{output}.amount").read_text()
            yield Row(f"cold {output} / its engine on the same input", ratio, aim,
                      f"{ours:.1f} s / {bare:.1f} s; {amount}{_each(amount, ours)}")  # fmt: skip
            if output == "briefing":
                plain = statistics.median(
                    measured(0, PLAIN, folder)["seconds"] for _ in range(ROUNDS)
                )
                pages, theirs = (
                    int((folder / f"{name}.amount").read_text().split()[0])
                    for name in (output, PLAIN)
                )
                each, plainly = ours / pages, plain / theirs
                yield Row("seconds a page / a plain document of the same words", each / plainly,
                          1.25, f"{each:.3f} s / {plainly:.3f} s ({theirs} pages)")  # fmt: skip
            yield Row(f"memory of {output}, MB", peaks[0], 350, f"bare {peaks[1]:.0f} MB")
        runs = [measured(0, MANY, folder) for _ in range(ROUNDS)]
        peak = max(run["peak"] for run in runs)
        seconds = float((folder / f"{MANY}.seconds").read_text())
        amount = (folder / f"{MANY}.amount").read_text()
        yield Row("a deck of 10,000 notes, seconds", seconds, 5, f"{amount}, {peak:.0f} MB")


def _each(amount: str, seconds: float) -> str:
    count, unit = amount.split()[:2]
    return f" ({seconds / int(count):.2f} s a page)" if unit == "pages" else ""


if __name__ == "__main__":
    kind, output, folder = int(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    started = time.perf_counter()
    if output == PLAIN:
        _plain("briefing", folder)
    elif output == MANY:
        _ten_thousand(output, folder)
    else:
        RUNS[output][kind](output, folder)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak": peak}))
