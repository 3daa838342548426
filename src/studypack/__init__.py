"""studypack: printable study packs from one structured, cited summary."""

import os

# what else is installed here has no say in what a summary means, nor learns what it says
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def __getattr__(name: str) -> str:
    """``__version__``, looked up when it is asked for: that takes longer than all else here."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415

        return version("studypack")
    raise AttributeError(name)
