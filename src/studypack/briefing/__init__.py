"""The briefing: a pack as a typeset book, as a booklet to fold, and on one sheet."""
