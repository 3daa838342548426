"""Thousands of spoiled summaries: each is valid or has diagnostics, at once, and nothing runs.

``python -m tests.stress.fuzz 10000`` tries so many, and prints what it counted; with
``--case NUMBER`` it tries one of them and shows what becomes of it.

A case is a copy of one of the small packs or of decks/1956 in which something is spoiled. It is
read and checked as ``studypack check`` does it. Where it is valid it goes on: into notes and a
ledger, the pages of handout and briefing, some into whole PDFs and decks.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path
from random import Random

from studypack import diagnostics, typesetting
from studypack.briefing.book import book_of
from studypack.briefing.matter import page_of
from studypack.build import build
from studypack.catalogue import NotThereError, Target, dressed, examined, summary_folders, targets
from studypack.diagnostics import Diagnostic, has_errors
from studypack.flashcards.ledger import updated
from studypack.flashcards.notes import notes_of
from studypack.ledger import Ledger, changes, dump, parse
from studypack.product import CannotRenderError
from studypack.reading import Reading
from studypack.select import select
from tests.conftest import PACKS, ROOT
from tests.stress import course_spoilings  # noqa: F401  (it registers its spoilings)
from tests.stress.spoilings import SPOILINGS, Promise

NOW = 1_790_000_000
LIMIT_SECONDS = 60
"""Of processor time, for a small summary; the largest text allowed is checked in a few."""
WHOLE_IN = 400
"""One case in so many spoils the whole of decks/1956, which takes seconds; others one file."""
PAGES_IN = 4
"""One valid case in so many becomes pages."""
FILES_IN = 60
"""One valid case in so many becomes files."""


class SlowError(BaseException):
    """A case took too long. No ``except Exception`` may stop it."""


class BreachError(BaseException):
    """Content did something."""


@dataclass
class Tried:
    """What came of a case."""

    number: int
    spoiling: str
    stage: str = "check"
    codes: frozenset[str] = frozenset()
    seconds: float = 0.0
    fault: str = ""
    """What is wrong with it, if anything."""

    def told(self) -> str:
        return f"--- case {self.number}: {self.spoiling}, {self.stage}\n{self.fault}"


@dataclass
class Count:
    """What came of all cases."""

    cases: int = 0
    valid: int = 0
    stages: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    spoilings: Counter[str] = field(default_factory=Counter)
    faults: list[Tried] = field(default_factory=list)
    slowest: Tried | None = None

    def add(self, tried: Tried) -> None:
        self.cases += 1
        self.valid += not tried.codes
        self.stages[tried.stage] += 1
        self.codes.update(tried.codes)
        self.spoilings[tried.spoiling] += 1
        if tried.fault:
            self.faults.append(tried)
        if self.slowest is None or tried.seconds > self.slowest.seconds:
            self.slowest = tried

    def told(self) -> str:
        assert self.slowest is not None
        lines = [
            f"{self.cases} spoiled summaries: {self.cases - self.valid} with diagnostics,"
            f" {self.valid} without",
            f"spoilings: {len(self.spoilings)}; stages reached: "
            + ", ".join(f"{name} {count}" for name, count in self.stages.most_common()),
            "codes: " + ", ".join(f"{code} {self.codes[code]}" for code in sorted(self.codes)),
            f"slowest: case {self.slowest.number} ({self.slowest.spoiling}),"
            f" {self.slowest.seconds:.1f} s",
            f"faults: {len(self.faults)} {[one.number for one in self.faults]}",
        ]
        return "\n".join(lines)


_RUNS = {
    "os.exec", "os.posix_spawn", "os.spawn", "os.system", "socket.bind", "socket.connect",
    "socket.getaddrinfo", "subprocess.Popen", "webbrowser.open",
}  # fmt: skip
_watching = [False]


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if not _watching[0]:
        return
    if event in _RUNS:
        raise BreachError(f"{event} {arguments}")
    if event == "open" and "canary" in str(arguments[0]):
        raise BreachError(f"{event} {arguments}")


@contextmanager
def watched() -> Iterator[None]:
    """Whatever is done meanwhile may start nothing, connect nowhere and open no canary."""
    _watching[0] = True
    try:
        yield
    finally:
        _watching[0] = False


def trying() -> None:
    """Prepares a process for cases."""
    typesetting.warm_up()  # it looks for libraries, by a program of the system
    sys.addaudithook(_watch)
    signal.signal(signal.SIGVTALRM, _slow)


def _slow(_signal: int, _frame: object) -> None:
    raise SlowError


def base(random: Random, folder: Path) -> Path:
    """A summary that is good still."""
    decks = folder / "decks"
    decks.mkdir()
    whole = ROOT / "decks/1956"
    if random.randrange(WHOLE_IN) == 0:
        shutil.copytree(whole, decks / "1956", ignore=shutil.ignore_patterns("ledger.json"))
        return decks / "1956"
    if random.random() < 0.15:
        (decks / "part/narrative").mkdir(parents=True)
        for name in ("summary.yaml", "sources.json"):
            shutil.copy(whole / name, decks / "part" / name)
        part = random.choice([p for p in sorted(whole.rglob("*")) if p.suffix in {".yaml", ".md"}])
        shutil.copy(part, decks / "part" / part.relative_to(whole))
        return decks / "part"
    name = random.choice(("lantern", "lantern", "six"))
    shutil.copytree(PACKS / name, decks / name)
    return decks / name


def case(number: int) -> Tried:
    """Makes and tries the case of this number; it is the same wherever and whenever it is made."""
    random = Random(number)
    with tempfile.TemporaryDirectory(prefix="fuzz-") as temporary:
        folder = base(random, Path(temporary))
        names = list(SPOILINGS)
        promise = None
        while promise is None:
            name = random.choice(names)
            promise = SPOILINGS[name](random, folder)
        tried = Tried(number, name)
        started = time.process_time()
        slowness = 4 if folder.name == "1956" else 1
        signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT_SECONDS * slowness)
        try:
            with watched():
                _go_on(random, folder, promise, tried)
        except SlowError:
            tried.fault = "took too long: " + traceback.format_exc(limit=-8)
        except BreachError as error:
            tried.fault = f"content did something: {error}\n{traceback.format_exc(limit=-8)}"
        except Exception:  # noqa: BLE001  (what is looked for here is just that)
            tried.fault = traceback.format_exc(limit=-8)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        tried.seconds = time.process_time() - started
    return tried


def _go_on(random: Random, folder: Path, promise: Promise, tried: Tried) -> None:
    decks = folder.parent
    try:
        courses, found = targets(decks, ())
    except NotThereError:
        tried.codes = frozenset({"usage"})
        return
    readings, more = examined(summary_folders(decks), courses, {})
    found = found + more
    tried.codes = frozenset(d.code for d in found)
    tried.fault = _broken(promise, found) or untold(found)
    reading = readings[0]
    if tried.fault or has_errors(found) or reading.summary is None:
        return
    tried.stage = "notes"
    ledger = updated(Ledger(), reading.summary, NOW)
    notes = notes_of(reading.summary, ledger.given)
    for note in notes:
        for text in note.fields:
            tried.fault = tried.fault or unsafe(text, "canary")
    if parse(dump(ledger)) != ledger or changes(ledger, updated(ledger, reading.summary, NOW), NOW):
        tried.fault = "the ledger is not what it was when it is read again"
    if not tried.fault and random.randrange(PAGES_IN) == 0:
        tried.stage = "pages"
        for target in courses:
            tried.fault = tried.fault or _pages(target, reading)
    if not tried.fault and random.randrange(FILES_IN) == 0 and folder.name != "1956":
        tried.stage = "files"
        outputs = ("deck", "cards", random.choice(("briefing", "handout", "poster")))
        outcome = build(courses, outputs, folder.parents[1] / "out", _Silent(), now=NOW)
        tried.codes |= {d.code for d in outcome.diagnostics}
        tried.fault = untold(outcome.diagnostics)


def _pages(target: Target, reading: Reading) -> str:
    assert reading.summary is not None
    course = dressed(target, reading)[0]
    pack = replace(select(reading.summary, course.course), assets=course.assets)
    try:
        return unsafe(page_of(book_of(pack)))
    except CannotRenderError as error:
        return untold(error.diagnostics)


class _Silent:
    def plans(self, count: int) -> None:
        pass

    def starts(self, unit: object) -> None:
        pass

    def ends(self, written: object) -> None:
        pass


def _broken(promise: Promise, found: list[Diagnostic]) -> str:
    """How a promise was not kept."""
    if not promise.codes:
        return ""
    kept = [
        d
        for d in found
        if d.code in promise.codes
        and (not promise.line or (d.where.file == promise.file and d.where.line == promise.line))
    ]
    told = "\n".join(str(d)[:300] for d in found[:8])
    return (
        "" if kept else f"promised {sorted(promise.codes)} at {promise.file}:{promise.line}\n{told}"
    )


def untold(found: object) -> str:
    """What is wrong with diagnostics themselves."""
    for one in list(found):  # type: ignore[call-overload]
        if not (one.code and one.message and one.where.file and one.where.line >= 0):
            return f"a diagnostic without place or words: {one!r}"
        if len(str(one)) > 2000:
            return f"a diagnostic of {len(str(one))} letters: {str(one)[:300]}"
        if any(not c.isprintable() for c in str(one).replace("\n", " ")):
            return f"a diagnostic that spoils the terminal: {one!r}"[:400]
    for write in (diagnostics.as_text, diagnostics.as_json, diagnostics.as_github):
        write(found).encode("utf-8")  # type: ignore[arg-type]
    json.loads(diagnostics.as_json(found))  # type: ignore[arg-type]
    return ""


_SCHEMES = ("#", "https:", "http:", "mailto:", "asset:")
_FORBIDDEN = {"script", "iframe", "object", "embed", "base", "form", "input", "video", "audio"}


class _Eyes(HTMLParser):
    """Looks for elements and attributes that content must not be able to write."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word, self.found = word, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            address = name in {"href", "src", "xlink:href", "data", "action", "poster", "srcset"}
            if name.startswith("on") or (address and self._leads_out(value or "", tag)):
                self.found = f"<{tag} {name}={value!r}>"
            if self.word and self.word in (value or "") and name not in {"id", "class"}:
                self.found = self.found or f"<{tag} {name}={value!r}>"
        if tag in _FORBIDDEN:
            self.found = f"<{tag}>"

    @staticmethod
    def _leads_out(value: str, tag: str) -> bool:
        return ":" in value and not value.startswith(_SCHEMES) and tag != "link"


def unsafe(page: str, word: str = "") -> str:
    """The first element of an HTML page that content should not have been able to write."""
    eyes = _Eyes(word)
    eyes.feed(page)
    return f"content wrote {eyes.found[:300]}" if eyes.found else ""


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("cases", nargs="?", type=int, default=10_000)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--case", type=int)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    count = Count()
    if options.case is not None:
        trying()
        tried = case(options.case)
        count.add(tried)
        print(tried.told())
    else:
        numbers = range(options.first, options.first + options.cases)
        with multiprocessing.get_context("spawn").Pool(options.jobs, trying) as pool:
            for tried in pool.imap_unordered(case, numbers, chunksize=10):
                count.add(tried)
                if tried.fault:
                    print(tried.told(), flush=True)
                if count.cases % 500 == 0:
                    print(f"{count.cases} … {len(count.faults)} faults", flush=True)
    print(count.told())
    return 1 if count.faults else 0


if __name__ == "__main__":
    sys.exit(main())
