"""``python -m studypack``."""

from studypack.cli import main

main()
