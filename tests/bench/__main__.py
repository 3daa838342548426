"""``make bench``: all that is promised of speed and memory, as a table for docs/performance.md."""

from __future__ import annotations

import os
import platform
import sys

from tests.bench import courses, engines, growth, start

GROUPS = {"start": start, "engines": engines, "growth": growth, "courses": courses}


def main() -> None:
    """Prints the groups that are named, all if none is."""
    wanted = sys.argv[1:] or list(GROUPS)
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    print("| what | found | aim | met | |\n|---|---|---|---|---|")
    for name in wanted:
        for row in GROUPS[name].rows():
            print(row, flush=True)


if __name__ == "__main__":
    main()
