"""What an author most likely meant by a word that does not exist."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``; did you mean "petofi"?`` where that is nearly certain, else nothing.

    Nearly certain: one known word alone lies within one slip of the pen, or two in a word of more
    than five letters. A slip is a letter too many, too few, wrong, or swapped with its neighbour;
    capitals are none.
    """
    allowed = 1 if len(word) <= 5 else 2
    plain = word.casefold()
    measured = sorted((slips(plain, other.casefold()), other) for other in set(known) - {word})
    near = [(count, other) for count, other in measured if count <= allowed]
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return ""
    return f'; did you mean "{near[0][1]}"?'


def slips(one: str, other: str) -> int:
    """Optimal string alignment distance (Damerau–Levenshtein, neighbours swapped at most once)."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before, row = list[int](), list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, older[j - 2] + 1)
            row.append(best)
    return row[-1]
