"""The Anki deck of a pack: its notes, their ledger, the package, and the cards on paper."""
