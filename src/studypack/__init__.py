"""studypack: printable study packs from one structured, cited summary."""

from importlib.metadata import version

__version__ = version("studypack")
