"""A sample of random editions in the hands of a random student; ``make stress`` runs thousands."""

from __future__ import annotations

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.flashcards.editions import PHASES, QUIET, Editions


def test_every_correction_arrives_and_costs_nothing() -> None:
    sample = settings(
        max_examples=12, stateful_step_count=30, phases=PHASES, suppress_health_check=QUIET
    )
    run_state_machine_as_test(Editions, settings=sample)
