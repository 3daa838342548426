"""A short name for any data: equal data have equal digests, whatever the order of their fields."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def digest(data: Any) -> str:
    """Twenty hexadecimal digits of the SHA-256 of data that JSON can write."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]
