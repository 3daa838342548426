"""Help is quick, completion is there, and the module runs as the command does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from studypack import __version__

HEAVY = ("yaml", "jinja2", "weasyprint", "genanki", "babel", "studypack.catalogue")


def python(*arguments: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **environment},
    )
    return done.stdout


def test_help_loads_nothing_that_it_does_not_need() -> None:
    code = (
        "import sys\n"
        "from typer.testing import CliRunner\n"
        "from studypack.cli import app\n"
        "assert CliRunner().invoke(app, ['--help']).exit_code == 0\n"
        "assert 'pydantic' not in sys.modules\n"  # Typer itself loads it for a command's own help
        "for asked in (['build', '--help'], ['new', 'summary', '--help']):\n"
        "    assert CliRunner().invoke(app, asked).exit_code == 0\n"
        f"print([m for m in {HEAVY} if m in sys.modules])"
    )
    assert python("-c", code).strip() == "[]"


def test_the_module_is_the_command() -> None:
    assert python("-m", "studypack", "--version") == f"studypack {__version__}\n"


def test_a_shell_can_complete_commands(tmp_path: Path) -> None:
    asked = {"_STUDYPACK_COMPLETE": "complete_bash", "COMP_CWORD": "1"}
    code = "from studypack.cli import app; app(prog_name='studypack')"
    told = python("-c", code, COMP_WORDS="studypack do", **asked)
    assert told.split() == ["doctor"]
