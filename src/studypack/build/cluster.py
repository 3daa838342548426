"""Units made by the workers of a Dask cluster; the only module that knows Dask.

A worker can be used if studypack, its templates, its fonts and all libraries are there as they are
here: only then does it yield the same bytes.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator, Mapping, Sequence

from studypack.build.faults import died
from studypack.build.libraries import equipment
from studypack.build.unit import Engine, Made, Materials, Starts, Unit, make
from studypack.diagnostics import Diagnostic, Mark, Severity
from studypack.product import MachineLacksError

TIMEOUT_SECONDS = 15
_one_at_a_time = threading.Lock()
"""In a worker with several threads: what WeasyPrint logs must be its own unit's."""


def on_cluster(address: str) -> Engine:
    """The engine with the workers of the scheduler at this address, ``tcp://host:8786``.

    Raises MachineLacksError where Dask is not installed, nobody answers, or no worker can be used.
    """

    def engine(
        materials: Materials, units: Sequence[Unit], starts: Starts
    ) -> Iterator[tuple[Unit, Made]]:
        try:
            from distributed import Client, as_completed  # noqa: PLC0415
            from distributed.comm.addressing import get_address_host_port  # noqa: PLC0415
            from distributed.scheduler import KilledWorker  # noqa: PLC0415
        except ImportError:
            raise MachineLacksError(
                f"Building on a cluster needs Dask: {sys.executable} -m pip install distributed"
            ) from None
        try:
            get_address_host_port(address)  # a client of no address hangs when it is thrown away
            client = Client(address, timeout=TIMEOUT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise MachineLacksError(f"No Dask scheduler answers at {address}: {error}") from None
        with client, client.as_current():
            usable, refused = _usable(client.run(equipment, on_error="return"))
            if not usable:
                sorry = [f"No worker of {address} can be used.", *refused]
                raise MachineLacksError("\n".join(sorry))
            there = client.scatter(materials, broadcast=True, workers=usable, hash=False)
            futures = {}
            for unit in units:
                starts(unit)
                # not by its key: what another client made by that may have another pack's name
                future = client.submit(_make, there, unit, pure=False, workers=usable)
                futures[future] = unit
            said = tuple(
                Diagnostic("SP408", Mark(address), w, _REFUSED, Severity.WARNING) for w in refused
            )
            for future in as_completed(futures):
                try:
                    made = future.result()
                except KilledWorker:
                    who = "every worker that tried to make this output"
                    made = Made((), (died(str(futures[future]), who),), 0.0)
                yield futures[future], Made(made.products, (*said, *made.diagnostics), made.seconds)
                said = ()

    return engine


_REFUSED = "Install the same locked requirements there; the build went on without it."


def _usable(found: Mapping[str, Mapping[str, str] | Exception]) -> tuple[list[str], list[str]]:
    """The addresses of workers equipped as this machine is; why the others are not, in words.

    A worker without studypack answers with an exception.
    """
    usable, refused = [], []
    here = equipment()
    for worker, there in sorted(found.items()):
        if isinstance(there, Exception):
            refused.append(f"the worker {worker} is refused: {there}")
            continue
        apart = [name for name in sorted({*here, *there}) if here.get(name) != there.get(name)]
        if apart:
            refused.append(f"the worker {worker} is refused: {', '.join(apart)} differ from here")
        else:
            usable.append(worker)
    return usable, refused


def _make(materials: Materials, unit: Unit) -> Made:
    with _one_at_a_time:
        return make(materials, unit)
