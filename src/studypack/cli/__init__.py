"""The command line: arguments in, printed words and exit codes out. It computes nothing.

Results go to stdout, progress and diagnostics to stderr. Exit codes: 0 fine, 1 the content has
problems, 2 the command was not understood, 3 the machine lacks something, 130 interrupted.
"""

from __future__ import annotations

import sys

from studypack.cli import (
    build,
    check,
    clean,
    diff,
    doctor,
    ledger,
    new,
    preview,
    schema,
    show,
    watch,
)
from studypack.cli.app import app
from studypack.diagnostics import printable
from studypack.product import MachineLacksError

__all__ = [
    "app", "build", "check", "clean", "diff", "doctor", "ledger", "main", "new", "preview",
    "schema", "show", "watch",
]  # fmt: skip


def main() -> None:
    """Runs the command line; what the machine lacks or forbids becomes a sentence and exit code 3.

    Such as a folder that may not be looked into: wherever a file is named, it can be refused.
    """
    try:
        app(standalone_mode=True)
    except MachineLacksError as error:
        print(error, file=sys.stderr)  # noqa: T201
        sys.exit(3)
    except OSError as error:
        if error.filename is None or isinstance(error, FileNotFoundError):
            raise  # none of the user's files, or one that was never looked for: a bug
        print(f"studypack: {printable(str(error.filename))}: {error.strerror}", file=sys.stderr)  # noqa: T201
        sys.exit(3)
