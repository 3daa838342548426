"""A check is quick: it loads only what it looks with."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PACKS = Path(__file__).parents[1] / "packs"


def test_a_check_of_latin_script_opens_no_font_and_loads_nothing_that_draws() -> None:
    code = (
        "import sys; from studypack.cli import main\n"
        f"sys.argv = ['studypack', 'check', {str(PACKS / 'lantern')!r}]\n"
        "try:\n"
        "    main()\n"
        "except SystemExit as end:\n"
        "    print(end.code, [m for m in ('rich', 'fontTools', 'jinja2', 'babel', 'PIL')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 []"
