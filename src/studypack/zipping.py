"""Zip files that are the same wherever and whenever they are made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable


def zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip file with nothing in it but these names and bytes, in this order, none compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members:
            member = zipfile.ZipInfo(name)  # of 1980, the first year of zip files
            member.create_system = 3
            member.external_attr = 0o644 << 16
            archive.writestr(member, data)
    return out.getvalue()
