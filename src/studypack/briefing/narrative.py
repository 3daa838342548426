"""The narrative: sections by parts, with notes at the foot of the page and dates in the margin."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from math import sqrt
from types import MappingProxyType

from markupsafe import Markup

from studypack.briefing.days import DaysView, days
from studypack.briefing.scribe import NO_BREAK, BookWeaver, Scribe, unparted
from studypack.citing import style_of
from studypack.summary import text
from studypack.summary.citations import Citation
from studypack.summary.course import Type
from studypack.summary.language import primary

LINES = MappingProxyType({Type.NORMAL: 70, Type.LARGE: 55, Type.DYSLEXIA: 63})
"""Characters on a line of the narrative, on average."""
SLACK = 9
"""How far a line may differ from that (about twice the standard deviation)."""
MARGIN_LINE = 24
"""Characters on a line of the margin."""
LONGEST_NOTE = 1000
"""Characters of a note that find room at the foot of a page, among other notes; longer ones stand
after their section. WeasyPrint 70 does not break a note, and loses one that is longer than a page.
"""

BEFORE_THE_STOP = frozenset({"pl"})
"""Languages of content whose notes are numbered before a full stop, comma, semicolon or colon, and
behind all else, as in the style guide of the EU's institutions (8.1 of its Polish edition). In the
others, English and Hungarian among them, the number stands behind these too."""

_CALL = r'\s*(<span class="note(?:-call)?"[^>]*>(?:(?!</span>).)*</span>)'
_NOTE = re.compile(_CALL + r"([.,;:!?…’”»)]*)")
_NOTE_BEFORE_THE_STOP = re.compile(_CALL + r"([!?…’”»)]*)")
_BRACKET = re.compile(r'([.,;:]?)([’”]?)\s*(<span class="reference">(?:(?!</span>).)*</span>)')
_WHEN = re.compile(r'<span class="when">([^<]*)</span>')
_ITEM = re.compile(
    r"<li>(?!</?(?:li|p|ul|ol|blockquote|h\d)>)(.+?)(?=</li>|<(?:ul|ol|blockquote|h\d)>)", re.DOTALL
)
_AROUND_PARAGRAPHS = re.compile(r"(?=<p>)|(?<=</p>)")
_HEADING = re.compile(r"<(/?)h([4-6])>")
_ENCLOSING = re.compile(r"<(/?)(?:ul|ol|blockquote)>")
_PARAGRAPH = re.compile(r"<p\b[^>]*>")
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
    days: DaysView | None


def parts(scribe: Scribe) -> tuple[PartView, ...]:
    """The parts that have sections, in the order of the header, and sections in that of the files.

    Notes are numbered by parts; a source is given in full where it is first cited in the book.
    """
    summary = scribe.summary
    weaver = _NoteWeaver(scribe)
    found: list[PartView] = []
    for part in summary.header.parts:
        told = [s for s in summary.sections if s.part == part.id and not s.retired]
        weaver.begin(part.id)
        sections = tuple(
            SectionView(
                section.id,
                section.title,
                _woven(section.text, weaver, scribe),
                section.later,
            )
            for section in told
        )
        if sections:
            intro = scribe.inline(part.intro)
            strip = days(scribe, part.title, told)
            found.append(
                PartView(f"part_{part.id}", len(found) + 1, part.title, intro, sections, strip)
            )
    return tuple(found)


class _NoteWeaver(BookWeaver):
    """Citations as the course wants them: notes at the foot, or brackets in the text."""

    def __init__(self, scribe: Scribe) -> None:
        super().__init__(scribe)
        self._style = style_of(scribe.citations, scribe.summary.sources, scribe.language)
        self._part, self._count = "", 0
        self._long: list[str] = []

    def begin(self, part: str) -> None:
        """The notes of this part are counted anew."""
        self._part, self._count = part, 0

    def cite(self, group: tuple[Citation, ...]) -> str:
        """A note, which the page sets at its foot; or a bracket."""
        reference = self._style.reference(group)
        if self._style.in_text:
            return f'<span class="reference">{unparted(reference)}</span>'
        self._count += 1
        if _letters(reference) <= LONGEST_NOTE:
            return f'<span class="note">{reference}</span>'
        number, name = self._count, f"{self._part}_{self._count}"
        self._long.append(
            f'<p id="note_{name}" role="doc-endnote"><span role="doc-backlink">'
            f'<a href="#call_{name}">{number}.</a></span> {reference}</p>'
        )
        return (
            f'<span class="note-call" role="doc-noteref"><a id="call_{name}"'
            f' href="#note_{name}">{number}</a></span>'
        )

    def long_notes(self) -> str:
        """The notes that found no room at the foot of a page since this was last asked."""
        notes, self._long = self._long, []
        return f'<div class="long-notes">{"".join(notes)}</div>' if notes else ""


def _woven(markdown: str, weaver: _NoteWeaver, scribe: Scribe) -> Markup:
    language = primary(scribe.summary.header.language)
    note = _NOTE_BEFORE_THE_STOP if language in BEFORE_THE_STOP else _NOTE
    # a bracket stands before the stop in every language
    noted = note.sub(r"\2\1", _stepped(text.block_html(markdown, weaver, 4)))
    woven = _set(_BRACKET.sub(r"\2 \3\1", noted), scribe.type)
    return Markup(woven + weaver.long_notes())  # noqa: S704 (the weaver escapes)


def _stepped(woven: str) -> str:
    """A section none of whose headings skips a level below the title, as PDF/UA has it."""
    level = 3

    def step(found: re.Match[str]) -> str:
        nonlocal level
        if not found[1]:
            level = min(int(found[2]), level + 1)
        return f"<{found[1]}h{level}>"

    return _HEADING.sub(step, woven)


def _set(noted: str, type_: Type) -> str:
    """Paragraphs with their dates, broken safely. Those of lists and quotations, which are short,
    are not broken at all, see the style sheet; and a date above them would part sign and text."""
    last, depth = "", 0
    blocks = []
    for block in _AROUND_PARAGRAPHS.split(_ITEM.sub(r"<li><p>\1</p>", noted)):
        if not block.startswith("<p>"):
            depth += sum(-1 if closes else 1 for closes in _ENCLOSING.findall(block))
            blocks.append(block)
            continue
        set_ = block if depth else _safely_broken(block, LINES[type_])
        if type_ is Type.NORMAL:
            set_, last = _dated(set_, last)
        elif not depth:
            set_, last = _date_above(set_, last)
        blocks.append(set_)
    return "".join(blocks)


def _dated(block: str, last: str) -> tuple[str, str]:
    """Repeats the dates of a paragraph in the margin; also the last date that stands there.

    A date is left out where the one before leaves no room, or is the same. The copy is a link
    without a target: it draws nothing, and lets ``tags`` tell it from the text.
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
        free = at + LINES[Type.NORMAL] * (1 + len(html.unescape(words)) // MARGIN_LINE)
    return "".join([*out, block[end:]]), last


def _date_above(block: str, last: str) -> tuple[str, str]:
    """Repeats the first date of a paragraph above it, as ``_dated`` does in the margin."""
    found = _WHEN.search(block)
    if not found or found[1] == last:
        return block, last
    words = f"{found[1][:1].upper()}{found[1][1:]}"
    return _PARAGRAPH.sub(rf'\g<0><a class="margin">{words}</a>', block, count=1), found[1]


def _safely_broken(block: str, line: int) -> str:
    """Has a paragraph keep so many lines at the foot of a page that none of its notes is lost.

    When the line that makes up the number of ``orphans`` does not fit on its page, WeasyPrint 70
    makes room by moving other notes on, and forgets the notes of that line. So the number is
    chosen to fall on a line without one.
    """
    calls = [_letters(block[: found.start()]) for found in _NOTE.finditer(block)]
    for lines in range(2, 7):
        first = (lines - 1) * line - SLACK * sqrt(lines - 1)
        last = lines * line + SLACK * sqrt(lines)
        if not any(first <= call <= last for call in calls):
            return block.replace("<p>", f'<p class="orphans-{lines}">', 1) if lines > 2 else block
    return block.replace("<p>", '<p class="unbroken">', 1)


def _letters(woven: str) -> int:
    """How many letters stand on the page for a piece of HTML, its notes set aside."""
    return len(html.unescape(_TAG.sub("", _NOTE.sub(r"\2", woven))))
