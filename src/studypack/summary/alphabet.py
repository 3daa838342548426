"""The order of the alphabet for lists that hold names from several languages."""

from __future__ import annotations

import unicodedata

_PLAIN_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae"})


def alphabetical(words: str) -> tuple[str, str]:
    """Sort key: letters without their accents first, then the accents decide."""
    folded = words.casefold().translate(_PLAIN_LETTERS)
    bare = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    return (bare, words)
