"""Writes the reference pages anew: ``python -m tests.reference``, or ``make docs``."""

from __future__ import annotations

from studypack.starter import write_schemas
from tests.conftest import ROOT
from tests.reference import pages

REFERENCE = ROOT / "docs/reference"


def main() -> None:
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name, text in pages.pages().items():
        (REFERENCE / name).write_text(text, "utf-8")
        print(f"docs/reference/{name}")
    write_schemas(ROOT / "decks/_schema")


if __name__ == "__main__":
    main()
