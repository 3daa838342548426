"""The briefing: a pack as a typeset book."""

from studypack.briefing.render import render

__all__ = ["render"]
