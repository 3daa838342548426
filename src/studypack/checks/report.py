"""What a summary holds, in numbers: for its authors, not an error among them."""

from __future__ import annotations

import re
from collections import Counter

from studypack.summary import text
from studypack.summary.items import ITEM_KINDS
from studypack.summary.summary import Summary

_SENTENCE = re.compile(r"[.!?]+(?:\s|$)")
_VOWELS = re.compile(r"[aeiouyáéíóöőúüűąęó]+", re.I)


def report(summary: Summary) -> str:
    """Counts by kind and importance, and how hard the narrative is to read."""
    import statistics  # noqa: PLC0415  (a check without a report does without)

    lines = [f"{summary.header.title}"]
    for key in ITEM_KINDS:
        rows = getattr(summary, key)
        if rows:
            counted = Counter(item.importance for item in rows)
            shares = ", ".join(f"{counted[i]} of importance {i}" for i in (1, 2, 3) if counted[i])
            lines.append(f"  {key:<12} {len(rows):>4}   {shares}")
    figures = len(summary.figures)
    lines.append(f"  {'figures':<12} {figures:>4}")
    if summary.sections:
        scores = [(flesch(text.plain(s.text, blocks=True)), s.title) for s in summary.sections]
        median, (lowest, title) = statistics.median(s for s, _ in scores), min(scores)
        lines.append(f"  reading ease of narrative (Flesch): {median:.0f}; hardest {lowest:.0f}")
        lines.append(f"  ({title}). 60 is plain English, 30 is for graduates.")
    return "\n".join(lines)


def flesch(prose: str) -> float:
    """Reading ease: 206.835 − 1.015 × words a sentence − 84.6 × syllables a word (Flesch 1948).

    Syllables are counted as groups of vowels, a final silent e not.
    """
    words = re.findall(r"[^\W\d_]+", prose)
    if not words:
        return 100.0
    sentences = max(len(_SENTENCE.findall(prose)), 1)
    syllables = sum(_syllables(word) for word in words)
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * syllables / len(words)


def _syllables(word: str) -> int:
    groups = len(_VOWELS.findall(word))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1
    return max(groups - silent, 1)
