"""Beyond one machine: Dask's workers yield the same bytes, also when one dies or is another."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from studypack.build import Outcome, build, one_by_one
from studypack.build.cluster import on_cluster
from studypack.build.unit import Engine, Unit
from studypack.catalogue import targets
from studypack.product import MachineLacksError
from tests.build.test_build import NOW, Listener
from tests.build.test_workers import files
from tests.conftest import PACKS

distributed = pytest.importorskip("distributed")
pytestmark = [
    pytest.mark.xdist_group("cluster"),
    pytest.mark.filterwarnings("ignore"),  # Dask's own
]
ONLY = ("briefing", "poster", "deck", "cards")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
    ) as found:
        yield found


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    for name in ("lantern", "six"):
        shutil.copytree(PACKS / name, tmp_path / "decks" / name)
    return tmp_path / "decks"


class Murderer(Listener):
    """Kills a worker when the third unit is sent out."""

    def __init__(self, victim: int) -> None:
        super().__init__()
        self.victim = victim

    def starts(self, unit: Unit) -> None:
        super().starts(unit)
        if len(self.started) == 3:
            os.kill(self.victim, signal.SIGKILL)


def built(decks: Path, out: Path, engine: Engine, listener: Listener | None = None) -> Outcome:
    found, _ = targets(decks, ())
    return build(found, ONLY, out, listener or Listener(), now=NOW, engine=engine)


def test_a_worker_is_killed_and_the_bytes_are_those_of_this_machine(
    cluster: Any, decks: Path, tmp_path: Path
) -> None:
    with distributed.Client(cluster, set_as_default=False) as client:
        victim = sorted(client.run(os.getpid).values())[0]
    listener = Murderer(victim)
    outcome = built(decks, tmp_path / "cluster", on_cluster(cluster.scheduler_address), listener)
    assert [d for d in outcome.diagnostics if d.severity == "error"] == []
    assert len(listener.started) == 8
    built(decks, tmp_path / "here", one_by_one)
    assert files(tmp_path / "cluster") == files(tmp_path / "here")


def pretends_another_weasyprint() -> None:
    from studypack.build import libraries

    libraries.versions()["weasyprint"] = "69.0"  # type: ignore[index]


def pretends_not_to_be_installed() -> None:
    import sys

    sys.modules["studypack.build.libraries"] = None  # type: ignore[assignment]


def test_workers_with_other_libraries_are_refused(
    cluster: Any, decks: Path, tmp_path: Path
) -> None:
    with distributed.Client(cluster, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)
        first, *others = sorted(client.scheduler_info(n_workers=-1)["workers"])
        client.run(pretends_another_weasyprint, workers=[first])
        outcome = built(decks, tmp_path / "out", on_cluster(cluster.scheduler_address))
        told = [d for d in outcome.diagnostics if d.code == "SP408"]
        assert [d.message for d in told] == [
            f"the worker {first} is refused: library weasyprint differ from here"
        ]
        assert len(outcome.written) == 14
        client.run(pretends_another_weasyprint, workers=others)
        with pytest.raises(MachineLacksError, match=r"No worker of .* can be used"):
            built(decks, tmp_path / "none", on_cluster(cluster.scheduler_address))
        client.run(pretends_not_to_be_installed, workers=[first])
        with pytest.raises(MachineLacksError, match=rf"{first} is refused: .*studypack"):
            built(decks, tmp_path / "none", on_cluster(cluster.scheduler_address))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense", "no://127.0.0.1:9"])
def test_where_nobody_answers_there_is_a_sentence(
    decks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr("studypack.build.cluster.TIMEOUT_SECONDS", 1)
    with pytest.raises(MachineLacksError, match=f"answers at {address}"):
        built(decks, tmp_path / "out", on_cluster(address))
