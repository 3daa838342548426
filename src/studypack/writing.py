"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import fcntl
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

PART = ".part"
"""How the name of a file ends that is not yet whole; it begins with a dot."""


def write_whole(path: Path, data: bytes) -> None:
    """Puts a file in its place at once: written beside it, then renamed.

    Whoever reads the place sees the old file or the new one, never a part. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = _temporary(path)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(0o666 & ~_umask())
            temporary.replace(path)  # under its lock, lest another build sweep it away
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _temporary(path: Path) -> tuple[int, Path]:
    """A new file beside a path, locked for as long as it is open."""
    while True:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=PART, dir=path.parent)
        _lock(handle)
        if os.fstat(handle).st_nlink:
            return handle, Path(name)
        os.close(handle)  # swept away before it was locked


def _umask() -> int:
    """What the user's new files are not to allow; to ask for it is to set it."""
    umask = os.umask(0o077)
    os.umask(umask)
    return umask


def sweep(folder: Path) -> None:
    """Removes what writers that were killed have left in a folder; nothing of one that lives."""
    for path in folder.glob(f".*{PART}"):
        with contextlib.suppress(OSError):
            handle = os.open(path, os.O_RDWR)
            try:
                if _lock(handle, wait=False):
                    path.unlink()
            finally:
                os.close(handle)


@contextlib.contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Waits until no other process is in here with the same folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, *, wait: bool = True) -> bool:
    """Whether the lock was got; there may be none, on a disk of the network."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return False
    return True
