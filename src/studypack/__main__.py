"""``python -m studypack``, and the command ``studypack``."""

import sys


def main() -> None:
    """Runs the command line; who interrupts it while it still loads sees no traceback either."""
    if sys.platform == "win32":
        told = "On Windows studypack runs in WSL: https://learn.microsoft.com/windows/wsl/install"
        print(told, file=sys.stderr)  # noqa: T201
        sys.exit(3)
    try:
        from studypack.cli import main as run  # noqa: PLC0415

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":  # workers import this module too
    main()
