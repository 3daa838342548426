"""Makes sure of what this project needs from the system before anything is installed.

Run by `make` with the system's Python and nothing but its standard library; with the word `test`
for what only tests need. On Debian and Ubuntu,
as root, it installs what is missing and says what; elsewhere it prints the one command to type.
Exit status: 0 all there, 3 something is missing.
"""

import ctypes
import ctypes.util
import importlib.util
import os
import shutil
import subprocess
import sys

LIBRARIES = {  # what WeasyPrint loads -> the Debian package that has it
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}


def has_library(name):
    """Whether the system's loader finds a library."""
    try:
        ctypes.CDLL(f"lib{name}.so.0")
    except OSError:
        return ctypes.util.find_library(name) is not None
    return True


def missing(for_tests):
    """Debian names of the packages that are not there."""
    packages = [package for name, package in LIBRARIES.items() if not has_library(name)]
    # Debian ships Python without what `python3 -m venv` needs
    if importlib.util.find_spec("ensurepip") is None:
        packages.append("python3-venv")
    if for_tests and shutil.which("git") is None:  # two revisions of a summary are compared
        packages.append("git")
    return packages


def useful(for_tests):
    """Those that can be done without: where no browser is, its tests are skipped."""
    browsers = ("chromium", "chromium-browser", "google-chrome")
    return ["chromium"] if for_tests and not any(map(shutil.which, browsers)) else []


def main():
    """Checks, installs where it may, advises where it may not."""
    if sys.version_info < (3, 11):
        found = ".".join(map(str, sys.version_info[:3]))
        print(f"studypack needs Python 3.11 or newer; `{sys.executable}` is {found}.")
        print("Name a newer one like this: make pack PYTHON=python3.12")
        return 3
    for_tests = "test" in sys.argv[1:]
    packages = missing(for_tests)
    wanted = [*packages, *useful(for_tests)]
    if wanted and shutil.which("apt-get") and os.geteuid() == 0:
        print(f"Installing from the system's packages: {' '.join(wanted)}", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
        # one by one: a system that has no package of one name still gets the others
        for command in (["apt-get", "update", "-qq"], *([*install, name] for name in wanted)):
            subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)
        ctypes.util.find_library("c")  # asks the loader to look again
        packages = missing(for_tests)
    if not packages:
        return 0
    print(f"Missing on this machine: {' '.join(packages)}. Install it with")
    if shutil.which("apt-get"):
        print(f"  sudo apt-get install --no-install-recommends {' '.join(packages)}")
    elif shutil.which("dnf"):
        print("  sudo dnf install pango harfbuzz")
    elif sys.platform == "darwin":
        print("  brew install pango")
    else:
        print("  the packages of your system that hold Pango and HarfBuzz (with hb-subset)")
    print("and run the same command again.")
    return 3


if __name__ == "__main__":
    sys.exit(main())
