"""The narrative: sections by parts, with notes at the foot of the page and dates in the margin."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup

from studypack.briefing.scribe import NO_BREAK, BookWeaver, Scribe
from studypack.citing import Notes
from studypack.summary import text
from studypack.summary.citations import Citation

LINE = 70
"""Characters on a line of the narrative, on average: what a marginal date must keep clear."""
SLACK = 9
"""How far a line may differ from that (about twice the standard deviation)."""
MARGIN_LINE = 24
"""Characters on a line of the margin."""

_NOTE = re.compile(r'\s*(<span class="note">(?:(?!</span>).)*</span>)([.,;:!?’”)]*)')
_WHEN = re.compile(r'<span class="when">([^<]*)</span>')
_BLOCK_END = re.compile(r"(?<=</p>)")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class SectionView:
    """One stretch of the narrative."""

    id: str
    title: str
    text: Markup
    later: bool


@dataclass(frozen=True)
class PartView:
    """A part of the narrative: its number among those that have a text, and its sections."""

    anchor: str
    number: int
    title: str
    intro: Markup
    sections: tuple[SectionView, ...]


def parts(scribe: Scribe) -> tuple[PartView, ...]:
    """The parts that have sections, in the order of the header, and sections in that of the files.

    Notes run through: a source is given in full where it is first cited in the book.
    """
    summary = scribe.summary
    weaver = _NoteWeaver(scribe)
    found: list[PartView] = []
    for part in summary.header.parts:
        sections = tuple(
            SectionView(
                section.id,
                section.title,
                Markup(_set(text.block_html(section.text, weaver, 4))),  # noqa: S704
                section.later,
            )
            for section in summary.sections
            if section.part == part.id and not section.retired
        )
        if sections:
            intro = scribe.inline(part.intro)
            found.append(PartView(f"part_{part.id}", len(found) + 1, part.title, intro, sections))
    return tuple(found)


class _NoteWeaver(BookWeaver):
    """Citations as notes in Chicago's style."""

    def __init__(self, scribe: Scribe) -> None:
        super().__init__(scribe)
        self._notes = Notes(scribe.summary.sources_by_key, scribe.language)

    def cite(self, group: tuple[Citation, ...]) -> str:
        """A note, which the page sets at its foot."""
        return f'<span class="note">{self._notes.note(group)}</span>'


def _set(woven: str) -> str:
    # a note number stands after the stop, as in English books
    noted = _NOTE.sub(r"\2\1", woven)
    last = ""
    blocks = []
    for block in _BLOCK_END.split(noted):
        dated, last = _dated(block, last)
        blocks.append(_safely_broken(dated))
    return "".join(blocks)


def _dated(block: str, last: str) -> tuple[str, str]:
    """Repeats the dates of a paragraph in the margin; also the last date that stands there.

    A date is left out where the one before leaves no room, or is the same. The copy is a link
    without a target: it draws nothing, and lets ``tagging`` tell it from the text.
    """
    out, end, free = [], 0, 0
    for found in _WHEN.finditer(block):
        at = _letters(block[: found.start()])
        words = NO_BREAK.join(found[1].split())
        if at < free or words == last:
            continue
        margin = f'<a class="margin">{words[:1].upper()}{words[1:]}</a>'
        out += [block[end : found.start()], f'<span class="when">{words}{margin}</span>']
        end, last = found.end(), words
        free = at + LINE * (1 + len(html.unescape(words)) // MARGIN_LINE)
    return "".join([*out, block[end:]]), last


def _safely_broken(block: str) -> str:
    """Has a paragraph keep so many lines at the foot of a page that none of its notes is lost.

    When the line that makes up the number of ``orphans`` does not fit on its page, WeasyPrint 70
    makes room by moving other notes on, and forgets the notes of that line. So the number is
    chosen to fall on a line without one.
    """
    calls = [_letters(block[: found.start()]) for found in _NOTE.finditer(block)]
    for lines in range(2, 7):
        first = (lines - 1) * LINE - SLACK * sqrt(lines - 1)
        last = lines * LINE + SLACK * sqrt(lines)
        if not any(first <= call <= last for call in calls):
            return block.replace("<p>", f'<p class="orphans-{lines}">', 1) if lines > 2 else block
    return block.replace("<p>", '<p class="unbroken">', 1)


def _letters(woven: str) -> int:
    """How many letters stand on the page for a piece of HTML, its notes set aside."""
    return len(html.unescape(_TAG.sub("", _NOTE.sub(r"\2", woven))))
