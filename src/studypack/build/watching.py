"""Waits for a change in what packs are made of: summaries, profiles, logos, fonts, templates."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from studypack import places
from studypack.build.libraries import own_files
from studypack.ledger import FILE
from studypack.product import MachineLacksError

_TICK = 250
"""Milliseconds; so soon it is known that the watch has begun."""


def changes(decks: Path, out: Path, tell: Callable[[str], None]) -> Iterator[list[Path]]:
    """The files that changed, each time that some did; at first none, when the watch has begun.

    What changes while the receiver is busy is told when it comes back. Left out are hidden files,
    which editors and builds use for a while, what lies in ``out``, and ledgers as they were when
    the receiver came back, since it wrote them. A folder that is gone is waited for, of which
    ``tell`` hears; when it is back, it is the one thing that changed. Raises MachineLacksError
    without watchfiles.
    """
    again: list[Path] = []
    while True:
        try:
            for paths in _while_it_is_there(decks, out):
                if not decks.is_dir() or decks.resolve() in paths:
                    break  # it may be another one, and has to be watched anew
                yield paths or again
        except FileNotFoundError:
            if decks.is_dir():  # it is something else that is missing
                raise
        if not decks.is_dir():
            tell(f"there is no folder {decks}; waiting until it is back (Ctrl-C ends)")
            while not decks.is_dir():
                time.sleep(_TICK / 1000)
        again = [decks]


def _while_it_is_there(decks: Path, out: Path) -> Iterator[list[Path]]:
    """The same for a folder that stays. Raises FileNotFoundError where it is gone."""
    try:
        from watchfiles import Change, watch  # noqa: PLC0415
    except ImportError:
        raise MachineLacksError(
            f"Watching needs watchfiles: {sys.executable} -m pip install watchfiles"
        ) from None
    templates, produced = places.templates().resolve(), Path(os.path.realpath(out))
    ledgers: dict[Path, int] = {}

    def counts(_change: Change, name: str) -> bool:
        path = Path(name)
        if path.name.startswith(".") or path.name.endswith("~") or path.is_relative_to(produced):
            return False
        return path.name != FILE or ledgers.get(path) != _age(path)

    begun = False
    for found in watch(
        decks.resolve(), templates, watch_filter=counts, rust_timeout=_TICK, yield_on_timeout=True
    ):
        paths = sorted({Path(name) for _, name in found})
        if not paths and begun:
            continue
        begun = True
        if any(path.is_relative_to(templates) for path in paths):
            own_files.cache_clear()
        yield paths
        ledgers = {path: _age(path) for path in decks.resolve().glob(f"*/{FILE}")}


def _age(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
