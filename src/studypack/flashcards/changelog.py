"""What changed between two editions, in a learner's words: plain text, Markdown or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from studypack.flashcards.compare import Changed, Differences, Run, Seen

OWN_EDITS = (
    "Import the new deck with the options as they are. Your progress, flags, suspended cards and"
    " own decks stay. If you edited or tagged a corrected note yourself after its correction was"
    " published, Anki keeps your version. To take the correction over, type it in from this list,"
    " which costs nothing; or import the deck once more with “Update notes: Always”, which"
    " costs your own tags and edits on all its notes, but no progress."
)
_AROUND = 6
"""Unchanged words that are shown on either side of a change."""
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#~|])")


def as_text(found: Differences) -> str:
    """For a terminal: ``Date: [-2 March-] {+1 March+} 1783``."""
    return "\n".join(_written(found, _Plain))


def as_markdown(found: Differences) -> str:
    """For students: what went is struck out, what came is bold."""
    return "\n".join(["# What has changed", "", *_written(found, _Markdown), ""])


def as_json(found: Differences) -> str:
    """For scripts."""
    data = {
        "new": [_row(note) for note in found.new],
        "corrected": [_corrected_row(note) for note in found.corrected],
        "withdrawn": [_row(note) | {"why": note.why} for note in found.withdrawn],
        "absent": [_row(note) for note in found.absent],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


class _Plain:
    heading = "{}"
    item = "  {}"
    detail = "      {}"
    gone, came = "[-{}-]", "{{+{}+}}"
    escape: Callable[[str], str] = staticmethod(str)


class _Markdown:
    heading = "## {}\n"
    item = "- {}"
    detail = "  - {}"
    gone, came = "~~{}~~", "**{}**"
    escape: Callable[[str], str] = staticmethod(lambda words: _MARKDOWN.sub(r"\\\1", words))


_Style = type[_Plain] | type[_Markdown]


def _written(found: Differences, style: _Style) -> Iterator[str]:
    if not found:
        yield "Nothing has changed."
        return
    counts = [
        (len(found.new), "new"),
        (len(found.corrected), "corrected"),
        (len(found.withdrawn), "withdrawn"),
    ]
    yield f"Notes: {', '.join(f'{count} {what}' for count, what in counts)}."
    yield from _section("New", style, [(_named(note, style), []) for note in found.new])
    yield from _section(
        "Corrected",
        style,
        [(_named(note.new, style), list(_details(note, style))) for note in found.corrected],
    )
    yield from _section(
        "Withdrawn: they stay with you, with the reason on them",
        style,
        [
            (_named(note, style) + (f" – {style.escape(note.why)}" if note.why else ""), [])
            for note in found.withdrawn
        ],
    )
    yield from _section(
        "Not in this deck: what you have of them stays as it is",
        style,
        [(_named(note, style), []) for note in found.absent],
    )
    if found.corrected:
        yield ""
        yield style.heading.format("If you edited one of these notes")
        yield style.escape(OWN_EDITS)


def _section(
    title: str, style: _Style, entries: Sequence[tuple[str, Sequence[str]]]
) -> Iterator[str]:
    if not entries:
        return
    yield ""
    yield style.heading.format(title)
    for words, details in entries:
        yield style.item.format(words)
        for detail in details:
            yield style.detail.format(detail)


def _named(note: Seen, style: _Style) -> str:
    kind = note.name.partition("/")[0]
    return f"{style.escape(note.title)} ({_KINDS.get(kind, kind)})" if note.fields else note.name


def _details(note: Changed, style: _Style) -> Iterator[str]:
    for name, words in note.fields:
        yield f"{name}: {_marked(words, style)}"
    for marks, tags in ((style.gone, note.tags_went), (style.came, note.tags_came)):
        for tag in tags:
            yield f"tag: {marks.format(style.escape(tag))}"
    if note.old.retired and not note.new.retired:
        yield "is valid again"


def _marked(words: Sequence[Run], style: _Style) -> str:
    parts = []
    for index, (mark, run) in enumerate(words):
        if mark:
            parts.append((style.gone if mark == "-" else style.came).format(style.escape(run)))
        else:
            kept = _shortened(run, first=index == 0, last=index == len(words) - 1)
            parts.append(style.escape(kept))
    return " ".join(parts)


def _shortened(run: str, *, first: bool, last: bool) -> str:
    """A run of words that stayed, but those far from what changed."""
    words = run.split()
    before, after = (0 if first else _AROUND), (0 if last else _AROUND)
    if len(words) <= before + after + 2:
        return run
    return " ".join([*words[:before], "…", *words[len(words) - after :]])


def _row(note: Seen) -> dict[str, Any]:
    return {"note": note.name, "title": note.title}


def _corrected_row(note: Changed) -> dict[str, Any]:
    return _row(note.new) | {
        "fields": [
            {
                "field": name,
                "old": " ".join(run for mark, run in words if mark != "+"),
                "new": " ".join(run for mark, run in words if mark != "-"),
            }
            for name, words in note.fields
        ],
        "tags": {"came": list(note.tags_came), "went": list(note.tags_went)},
    }


_KINDS = {
    "date": "date",
    "decision": "decision",
    "figure": "figure",
    "sequence": "what came between",
    "effect": "what it led to",
    "order": "which came first",
    "person": "person",
    "term": "term",
}
