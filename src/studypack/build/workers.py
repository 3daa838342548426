"""Units made by several warm processes of this machine.

A server process loads WeasyPrint and its like once; workers are forked from it, so that each is
warm from the start and none inherits threads.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import resource
import signal
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import connection, forkserver
from types import FrameType

from studypack import typesetting
from studypack.build.faults import died
from studypack.build.unit import Engine, Made, Make, Materials, Starts, Unit, make
from studypack.diagnostics import Diagnostic, Mark
from studypack.product import MachineLacksError

LIMIT_SECONDS = 20 * 60
"""Far beyond what the largest book takes; content that needs more is a mistake or an attack."""
LIMIT_BYTES = 4 * 2**30
UNITS_OF_A_WORKER = 24
"""After these a worker is replaced: WeasyPrint keeps about 5 MB of every document."""
_work: list[tuple[Materials, Make]] = []
"""In a worker: what it was settled to do."""


def in_processes(jobs: int, make: Make = make) -> Engine:
    """The engine with this many workers, each of which makes units by ``make``.

    A worker that dies (Pango can abort its process) costs the unit that it was making, and only
    that: those that were under way with it are made again, each in a process of its own.
    """

    def engine(
        materials: Materials, units: Sequence[Unit], starts: Starts
    ) -> Iterator[tuple[Unit, Made]]:
        waiting = deque(units)
        while waiting:
            lost: list[Unit] = []
            with _pool(min(jobs, len(waiting)), materials, make) as pool:
                yield from _through(pool, jobs, waiting, lost, starts, _make)
            for unit in lost:
                starts(unit)
                yield unit, _alone(materials, unit, make)

    return engine


@contextlib.contextmanager
def kept_warm(jobs: int) -> Iterator[Engine]:
    """An engine whose workers stay from build to build, with all that they have loaded.

    When one has died the others go too; the next build begins with new ones.
    """
    with contextlib.ExitStack() as stack:
        pools: list[ProcessPoolExecutor] = []

        def engine(
            materials: Materials, units: Sequence[Unit], starts: Starts
        ) -> Iterator[tuple[Unit, Made]]:
            if not pools:
                pools.append(stack.enter_context(_pool(jobs, materials, make)))
            waiting = deque(units)
            lost: list[Unit] = []
            yield from _through(pools[0], jobs, waiting, lost, starts, partial(_make_of, materials))
            if lost or waiting:
                pools.clear()
                stack.close()
                yield from in_processes(jobs)(materials, [*lost, *waiting], starts)

        yield engine


def _through(
    pool: ProcessPoolExecutor,
    jobs: int,
    waiting: deque[Unit],
    lost: list[Unit],
    starts: Starts,
    task: Callable[[Unit], Made],
) -> Iterator[tuple[Unit, Made]]:
    """Makes units until none waits or a worker died; those under way with it are then ``lost``."""
    running: dict[Future[Made], tuple[Unit, int]] = {}
    free = list(range(jobs))
    whole = True
    while running or (waiting and whole):
        while waiting and free and whole:
            worker = free.pop(0)
            unit = _next(waiting, worker)
            starts(unit)
            try:
                with _deaf():
                    running[pool.submit(task, unit)] = unit, worker
            except BrokenProcessPool:  # while there was nothing to do
                waiting.appendleft(unit)
                whole = False
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            unit, worker = running.pop(future)
            free.append(worker)
            try:
                made = future.result()
            except BrokenProcessPool:
                whole = False
                lost.append(unit)
            else:
                yield unit, made


def _next(waiting: deque[Unit], worker: int) -> Unit:
    """The next unit for a worker: of the output whose turn it is, the first or the last that waits.

    Neighbours are courses of one kind, whose books have pages in common that stay set in a worker.
    So half of the workers come from the other end, and meet the rest as late as can be. (The unit
    goes to whichever process is free; as a rule that is the one that its number stands for.)
    """
    if worker % 2:
        last = max(n for n, unit in enumerate(waiting) if unit.output == waiting[0].output)
        unit = waiting[last]
        del waiting[last]
        return unit
    return waiting.popleft()


def _alone(materials: Materials, unit: Unit, make: Make) -> Made:
    with _pool(1, materials, make) as pool:
        try:
            with _deaf():
                future = pool.submit(_make, unit)
            return future.result()
        except BrokenProcessPool:
            return Made((), (died(str(unit), "the process that made this output"),), 0.0)


@contextlib.contextmanager
def _pool(jobs: int, materials: Materials, make: Make) -> Iterator[ProcessPoolExecutor]:
    """A pool that leaves no process behind, also when its user is interrupted."""
    typesetting.see_bundled_fonts_only()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", "studypack.build.warm"])
    try:
        with _deaf():
            forkserver.ensure_running()
    except OSError as error:  # a socket lies there, whose whole path has 107 bytes at most
        where = tempfile.gettempdir()
        raise MachineLacksError(
            f"Workers cannot meet in {where}: {error.strerror or error}."
            " Set TMPDIR to a folder with a shorter path, or build with --jobs 1."
        ) from None
    before = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(
        jobs,
        mp_context=context,
        initializer=_settle,
        initargs=(materials, make),
        max_tasks_per_child=UNITS_OF_A_WORKER,
    )
    try:
        yield pool
    except BaseException:
        for child in set(multiprocessing.active_children()) - before:
            child.terminate()
            child.join()
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """Ctrl-C waits for the end of this; what is started meanwhile never hears it.

    The parent does, and ends it.
    """
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _settle(materials: Materials, make: Make) -> None:
    """Prepares a worker: what it works on, what it may use up, and when it is to go."""
    _work.append((materials, make))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (LIMIT_BYTES, LIMIT_BYTES))
    signal.signal(signal.SIGALRM, _too_long)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    connection.wait([parent.sentinel])
    os._exit(1)


class _TooLongError(Exception):
    """A unit used up its time."""


def _too_long(_signal: int, _frame: FrameType | None) -> None:
    raise _TooLongError


def _make(unit: Unit) -> Made:
    signal.alarm(LIMIT_SECONDS)
    try:
        materials, make = _work[0]
        return make(materials, unit)
    except _TooLongError:
        return _refused(unit, f"took more than {LIMIT_SECONDS // 60} minutes")
    except MemoryError:
        return _refused(unit, f"needed more than {LIMIT_BYTES // 2**30} GB of memory")
    finally:
        signal.alarm(0)


def _make_of(materials: Materials, unit: Unit) -> Made:
    """The same where what is worked on changes from build to build."""
    _work[0] = (materials, _work[0][1])
    return _make(unit)


def _refused(unit: Unit, why: str) -> Made:
    hint = "Look for a text or a table of unusual length, or leave items out of the course."
    return Made((), (Diagnostic("SP406", Mark(str(unit)), why, hint),), 0.0)
