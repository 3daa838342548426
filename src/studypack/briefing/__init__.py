"""The briefing: a pack as a typeset book, as a booklet to fold, and on one sheet."""

from studypack.briefing.booklet import render as render_booklet
from studypack.briefing.handout import render as render_handout
from studypack.briefing.reads import handout_reads, reads
from studypack.briefing.render import render

__all__ = ["handout_reads", "reads", "render", "render_booklet", "render_handout"]
