"""The outputs of a pack. A new one is a module with a ``render`` and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from studypack import briefing, flashcards, poster
from studypack.flashcards.ledger import Ledger
from studypack.product import Product, Wishes
from studypack.select import Pack

Render = Callable[[Pack, Ledger, Wishes], tuple[Product, ...]]

OUTPUTS: Mapping[str, Render] = MappingProxyType(
    {
        "briefing": lambda pack, ledger, wishes: briefing.render(pack),
        "poster": lambda pack, ledger, wishes: poster.render(pack, wishes),
        "deck": lambda pack, ledger, wishes: flashcards.render(pack, ledger),
        "cards": lambda pack, ledger, wishes: flashcards.render_cards(pack, ledger),
    }
)
"""Name -> what makes its files. Renderers are pure: they return bytes and touch no disk."""
USUAL = ("briefing", "poster", "deck")
"""What is made where nobody asks for anything else."""
