"""What ``--only`` names."""

from __future__ import annotations

import re
from typing import get_args

import pytest
import typer
from typer.models import OptionInfo

from studypack.cli.build import named_outputs
from studypack.cli.options import Only
from studypack.outputs import OUTPUTS, USUAL


def test_nothing_named_is_what_is_usual() -> None:
    assert named_outputs(None) == named_outputs([""]) == list(USUAL)


def test_outputs_in_the_order_in_which_they_are_named_and_each_once() -> None:
    assert named_outputs(["deck, poster,deck,"]) == ["deck", "poster"]


def test_said_again_it_names_more() -> None:
    assert named_outputs(["deck", "poster", "deck,cards"]) == ["deck", "poster", "cards"]


def test_an_output_that_there_is_not() -> None:
    with pytest.raises(typer.BadParameter, match='no output "posters"'):
        named_outputs(["deck,posters"])


def test_the_help_names_every_output() -> None:
    (option,) = (found for found in get_args(Only) if isinstance(found, OptionInfo))
    told = re.findall(r"\b[a-z]+", (option.help or "").replace("(these, if nothing is said)", ""))
    assert set(told) == set(OUTPUTS)
