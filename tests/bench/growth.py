"""Whether time grows with the number of items and no faster."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.row import Row

PACKS = Path(__file__).parents[1] / "packs"


def _folder(root: Path, count: int) -> Path:
    """The lantern summary with so many more events, spread over its years."""
    folder = root / f"lantern-{count}"
    shutil.copytree(PACKS / "lantern", folder)
    rows = "".join(
        f"  - id: event-{n}\n    date: {1780 + n % 10}-{n // 10 % 12 + 1:02d}"
        f"-{n // 120 % 28 + 1:02d}\n"
        f"    theatre: {'alder' if n % 2 else 'birk'}\n    title: Ship number {n} comes in\n"
        f"    summary: The ship with the number {n} comes in with oil, rope and letters.\n"
        f"    people: [ember]\n    topics: [light]\n    importance: {n % 3 + 1}\n"
        f'    cite: "[@oakes1901, p. {n % 40 + 1}]"\n'
        for n in range(count)
    )
    (folder / "many.yaml").write_text(f"events:\n{rows}", "utf-8")
    return folder


def _growth(work: Callable[[Path], object], small: int, large: int) -> tuple[float, str]:
    """How many times longer an item takes in the larger summary than in the smaller one."""
    seconds = []
    with tempfile.TemporaryDirectory() as temporary:
        for count in (small, large):
            folder = _folder(Path(temporary), count)
            started = time.perf_counter()
            work(folder)
            seconds.append(time.perf_counter() - started)
    each = [s / n for s, n in zip(seconds, (small, large), strict=True)]
    return each[1] / each[0], f"{seconds[0]:.1f} s for {small}, {seconds[1]:.1f} s for {large}"


def _checked(folder: Path) -> None:
    from studypack.checks import check
    from studypack.reading import read_summary
    from studypack.select import full_course, select

    reading = read_summary(folder)
    found = check(reading)
    assert not [d for d in found if d.severity == "error"], found[:3]
    assert reading.summary is not None
    select(reading.summary, full_course("lantern"))


def _made(output: str) -> Callable[[Path], object]:
    def work(folder: Path) -> None:
        from studypack.flashcards.ledger import updated
        from studypack.ledger import Ledger
        from studypack.outputs import OUTPUTS
        from studypack.product import NOTHING
        from studypack.reading import read_summary
        from studypack.select import full_course, select

        summary = read_summary(folder).summary
        assert summary is not None
        ledger = updated(Ledger(), summary, 1_790_000_000)
        OUTPUTS[output].load()(select(summary, full_course("lantern")), ledger, NOTHING)

    return work


def rows() -> Iterator[Row]:
    """An item may take 1.5 times as long in a summary many times as large."""
    for what, work, small, large in (
        ("reading, check, select", _checked, 500, 5000),
        ("deck", _made("deck"), 500, 5000),
        ("briefing", _made("briefing"), 100, 400),
        ("poster", _made("poster"), 125, 500),
    ):
        ratio, told = _growth(work, small, large)
        yield Row(f"{what}: time for an item, large / small summary", ratio, 1.5, told)
