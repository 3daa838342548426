"""``python -m studypack``, and the command ``studypack``."""

import gc
import sys


def main() -> None:
    """Runs the command line; who interrupts it while it still loads sees no traceback either.

    Python looks for no garbage in cycles: a command is over before there is much, and to look for
    it, at the end above all, took a quarter of a small check. What lives long, or sets pages
    itself, looks for its own.
    """
    gc.disable()
    if sys.platform == "win32":
        told = "On Windows studypack runs in WSL: https://learn.microsoft.com/windows/wsl/install"
        print(told, file=sys.stderr)  # noqa: T201
        sys.exit(3)
    try:
        from studypack.cli import main as run  # noqa: PLC0415

        run()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        gc.freeze()


if __name__ == "__main__":  # workers import this module too
    main()
