"""The outputs of a pack. A new one is a module with a ``render`` and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from studypack import briefing, flashcards, poster
from studypack.flashcards.ledger import Ledger
from studypack.product import Product
from studypack.select import Pack

Render = Callable[[Pack, Ledger], tuple[Product, ...]]

OUTPUTS: Mapping[str, Render] = MappingProxyType(
    {
        "briefing": lambda pack, ledger: briefing.render(pack),
        "poster": lambda pack, ledger: poster.render(pack),
        "deck": flashcards.render,
    }
)
"""Name -> what makes its files. Renderers are pure: they return bytes and touch no disk."""
