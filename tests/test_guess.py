"""A guess is made only where it is nearly certain."""

import pytest

from studypack.guess import did_you_mean, slips


@pytest.mark.parametrize(
    ("word", "known", "guess"),
    [
        ("rakosy", ["rakosi", "kadar"], "rakosi"),
        ("knid", ["kind", "id"], "kind"),
        ("petofi-circle", ["petofi-circle-founded"], ""),
        ("kompas", ["kopacsi"], ""),
        ("birk", ["bark", "bink"], ""),
        ("xyz", [], ""),
        ("ful", ["full", "full"], "full"),
        ("LOGO.PNG", ["logo.png", "seal.png"], "logo.png"),
    ],
)
def test_guesses(word: str, known: list[str], guess: str) -> None:
    assert did_you_mean(word, known) == (f'; did you mean "{guess}"?' if guess else "")


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("abcd", "acbd", 1), ("kitten", "sitting", 3)],
)
def test_slips(one: str, other: str, count: int) -> None:
    assert slips(one, other) == slips(other, one) == count
