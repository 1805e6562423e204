"""Local worker processes that can be killed: every task has a time and a memory limit, on Linux and on Windows."""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from extractors import pace
from pipeline.executors.deaths import Watch
from pipeline.trouble import log_file, log_to

if TYPE_CHECKING:
    import psutil

A = TypeVar("A")
R = TypeVar("R")
MEMORY_EXIT, TIME_EXIT = 86, 87
EXITS = {MEMORY_EXIT: "memory", TIME_EXIT: "timeout"}
GRACE_OUTSIDE = 5.0
"""Seconds by which the worker's own look at the clock comes before the pool's."""
_LATE = 2.0
"""Seconds for which the pool comes first, where it watches for just as long."""
PRELOAD = ["pipeline.submission", "extractors.language"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and bytes that one task may use. Memory counts what the worker grew by since it was ready; seconds grow by
    what the task asks for (`extractors.pace`) as it begins each page that is a picture."""

    seconds: float = 60.0
    memory: int = 1536 * 2**20


@dataclass(frozen=True, slots=True)
class Done(Generic[A, R]):
    """One task's end. Exactly one of `value` and `failure` is set; `failure` is timeout | memory | crashed | bug,
    and `detail` then holds what the worker said."""

    task: A
    value: R | None = None
    failure: str = ""
    detail: str = ""


class LocalExecutor:
    """A pool of processes. `setup(*arguments)` runs once in each before its first task."""

    def __init__(
        self, workers: int, limits: Limits, setup: Callable[..., None], arguments: tuple[object, ...] = ()
    ) -> None:
        self._limits = limits
        self._workers = workers
        self._pool = ProcessPool(
            max_workers=workers,
            context=_context(),
            initializer=_prepare,
            initargs=(limits, log_file(), setup, arguments),
        )
        manager = self._pool._pool_manager
        manager.worker_manager.inspect_workers = Watch(manager)  # type: ignore[method-assign]

    def __enter__(self) -> LocalExecutor:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if error is None:
            self._pool.close()  # type: ignore[no-untyped-call]
        else:
            self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def map(self, work: Callable[[A], R], tasks: Iterable[A], more: Callable[[A], float] | None = None) -> Iterator[Done[A, R]]:
        """The ends of the tasks in the order of the tasks, however they end; a dead worker costs only its own task. `more`
        tells of a task how many seconds it may ask for while it runs: only then is it ended from outside."""
        waiting: deque[tuple[A, ProcessFuture[R]]] = deque()
        for task in tasks:
            seconds = self._limits.seconds + (GRACE_OUTSIDE + more(task) if more and more(task) else 0.0)
            waiting.append((task, self._pool.schedule(_at_task, args=(work, task), timeout=seconds)))
            if len(waiting) >= 8 * self._workers:
                yield _finish(*waiting.popleft())
        while waiting:
            yield _finish(*waiting.popleft())


def _finish(task: A, future: ProcessFuture[R]) -> Done[A, R]:
    try:
        return Done(task, future.result())
    except TimeoutError:
        return Done(task, failure="timeout")
    except ProcessExpired as error:
        return Done(task, failure=EXITS.get(error.exitcode, "crashed"), detail=str(error))
    except MemoryError:
        return Done(task, failure="memory")
    except CancelledError:
        raise KeyboardInterrupt from None
    except Exception as error:  # a bug in our own code must cost one file, not the batch
        return Done(task, failure="bug", detail="".join(traceback.format_exception(error)))


def _context() -> multiprocessing.context.BaseContext:
    """forkserver starts a worker in 0.1 s once the language is loaded; Windows has spawn only."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOAD)
    return context


def _prepare(limits: Limits, log: Path | None, setup: Callable[..., None], arguments: tuple[object, ...]) -> None:
    import signal

    import psutil

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the run; workers do not print tracebacks
    log_to(log.parent if log else None)  # what a worker or a library of its complains of is nothing for the clerk's screen
    setup(*arguments)
    # Measured before the first task begins: a thread that gets its turn late would count that task's memory as its own.
    watch = _TaskWatch(psutil.Process(), limits)
    threading.Thread(target=watch.run, daemon=True).start()


class _TaskWatch:
    """Ends this worker when its task makes it hold too much, or takes longer than it may and has asked for: resource limits
    do not exist on Windows, and the pool knows nothing of what a task asks for.

    It does so only while a task is at work: outside it the worker may hold the lock of the pool's channel, and would
    take it with it for ever."""

    current: _TaskWatch | None = None

    def __init__(self, process: psutil.Process, limits: Limits) -> None:
        self._process, self._limits = process, limits
        self._allowed = process.memory_info().rss + limits.memory
        self._gate = threading.Lock()
        self._busy = False
        self._end = 0.0
        _TaskWatch.current = self

    def __enter__(self) -> None:
        """A task begins. What an earlier one left behind is not laid to its door."""
        allowed = max(self._allowed, self._process.memory_info().rss + self._limits.memory // 2)
        with self._gate:
            self._busy, self._allowed = True, allowed
            self._end = time.monotonic() + self._limits.seconds - pace.granted

    def __exit__(self, *_: object) -> None:
        with self._gate:
            self._busy = False

    def run(self) -> None:
        """Look ten times a second."""
        while True:
            time.sleep(0.1)
            held = self._process.memory_info().rss
            with self._gate:
                if self._busy and held >= self._allowed:
                    os._exit(MEMORY_EXIT)
                if self._busy and time.monotonic() > self._end + pace.granted + _LATE:
                    os._exit(TIME_EXIT)


def _at_task(work: Callable[[A], R], task: A) -> R:
    """The task, watched."""
    with _TaskWatch.current or nullcontext():
        return work(task)
