"""How findings are put into words."""

from __future__ import annotations

import pytest

from studypack.diagnostics import Diagnostic, Mark, as_github, first_of


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, ""), (1, "a"), (3, "a, b, c"), (4, "a, b, c and 1 more"), (6, "a, b, c and 3 more")],
)
def test_of_many_names_the_first_are_told_and_the_rest_is_counted(count: int, said: str) -> None:
    assert first_of("abcdef"[:count], most=3) == said


@pytest.mark.parametrize(
    ("place", "said"),
    [(Mark("a.yaml", 3, 7), "a.yaml:3:7"), (Mark("a.html", 3), "a.html:3"), (Mark("a"), "a")],
)
def test_of_a_place_is_said_what_is_known(place: Mark, said: str) -> None:
    assert str(place) == said


@pytest.mark.parametrize(
    ("message", "hint", "said"),
    [
        ("unknown term", "Add it.", "unknown term. Add it."),
        ('unknown; did you mean "oil"?', "Add it.", 'unknown; did you mean "oil"? Add it.'),
        ("unknown term", "", "unknown term"),
    ],
)
def test_on_a_line_of_github_message_and_hint_are_sentences(
    message: str, hint: str, said: str
) -> None:
    line = as_github([Diagnostic("SP001", Mark("a.yaml", 3), message, hint)])
    assert line == f"::error file=a.yaml,line=3,col=1,title=SP001::{said}"
