"""studypack: printable study packs from one structured, cited summary."""


def __getattr__(name: str) -> str:
    """``__version__``, looked up when it is asked for: that takes longer than all else here."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415

        return version("studypack")
    raise AttributeError(name)
