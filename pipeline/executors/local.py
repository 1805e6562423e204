"""Local worker processes that can be killed: every task has limits, on Linux and on Windows.

A thread for each worker hands it a task and waits for the answer; one more thread watches them all. Nothing is shared
between the processes but each one's own pipe to its parent."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, Generic, Protocol

from pipeline.executors.hand import Hand
from pipeline.executors.limits import A, CannotWork, Done, Limits, R
from pipeline.executors.worker import Plan
from pipeline.trouble import log_file

__all__ = ["CannotWork", "Done", "Limits", "LocalExecutor", "Trial"]
PRELOAD = ["pipeline.submission", "extractors.language", "pipeline.executors.worker"]
LOOK_EVERY = 0.1
HEAR_EVERY = 0.5
"""Seconds. Windows tells a thread that waits for a lock of no interrupt before it has the lock, or gives up."""
ENDING = 3.0
"""Seconds that a stopped run waits for its threads: one that asks for a new worker hears nothing before the server of
workers has loaded the language, which takes long on a busy machine. What then still starts ends with this process."""


class Trial(Protocol[A]):  # type: ignore[misc]  # a protocol whose every method takes an A
    """Who keeps book of tasks that are at work, for the case that the whole program is killed."""

    def begin(self, task: A) -> None:
        """A worker takes the task now; called from several threads."""

    def end(self, task: A) -> None:
        """The task has come to its end; called from several threads."""

    def alone(self, task: A) -> bool:
        """Whether nothing else shall be at work beside it."""


class _Job(Generic[A, R]):
    """A task and, once `ended` is released, its end."""

    __slots__ = ("end", "ended", "error", "task", "trial", "work")

    def __init__(self, work: Callable[[A], R], task: A, trial: Trial[A] | None) -> None:
        self.work, self.task, self.trial = work, task, trial
        self.end: Done[A, R] | None = None
        self.error: BaseException | None = None
        self.ended = threading.Lock()
        self.ended.acquire()

    def wait(self) -> Done[A, R]:
        """Its end, once it has come. Raises CannotWork."""
        while not self.ended.acquire(timeout=HEAR_EVERY):
            pass
        if self.error is not None:
            raise self.error
        assert self.end is not None
        return self.end


class LocalExecutor:
    """A pool of processes. `setup(*arguments)` runs once in each before its first task."""

    def __init__(
        self, workers: int, limits: Limits, setup: Callable[..., None], arguments: tuple[object, ...] = ()
    ) -> None:
        plan = Plan(limits, setup, arguments, log_file())
        context = _context()
        self._jobs: SimpleQueue[_Job[Any, Any] | None] = SimpleQueue()
        self._hands = [Hand(context, plan) for _ in range(workers)]
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._serve, args=(hand,), daemon=True) for hand in self._hands]
        for thread in [*self._threads, threading.Thread(target=self._watch, daemon=True)]:
            thread.start()

    def __enter__(self) -> LocalExecutor:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if error is not None:
            self._end_workers()
        for _ in self._threads:
            self._jobs.put(None)
        end = time.monotonic() + ENDING
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()) if error is not None else None)
        self._over.set()

    def _end_workers(self) -> None:
        """End them all now. A second interrupt must not leave some at work: to close a hand again does no harm."""
        open_hands = list(self._hands)
        while open_hands:
            with suppress(KeyboardInterrupt):
                open_hands[-1].close()
                open_hands.pop()

    def map(self, work: Callable[[A], R], tasks: Iterable[A], trial: Trial[A] | None = None) -> Iterator[Done[A, R]]:
        """The ends of the tasks in the order of the tasks, however they end; a dead worker costs only its own task.
        Raises CannotWork where workers cannot be set up at all."""
        waiting: deque[_Job[A, R]] = deque()
        for task in tasks:
            alone = trial is not None and trial.alone(task)
            if alone:
                yield from _drained(waiting)
            job = _Job(work, task, trial)
            waiting.append(job)
            self._jobs.put(job)
            if alone or len(waiting) >= 8 * len(self._hands):
                yield waiting.popleft().wait()
        yield from _drained(waiting)

    def _serve(self, hand: Hand) -> None:
        _deaf_to_interrupts()
        while (job := self._jobs.get()) is not None:
            try:
                if job.trial is not None and not hand.closed:
                    job.trial.begin(job.task)
                job.end = hand.carry_out(job.work, job.task)
                if job.trial is not None and not hand.closed:
                    job.trial.end(job.task)
            except CannotWork as error:
                job.error = error
            except Exception as error:  # a task that cannot be sent to a worker
                job.end = Done(job.task, failure="bug", detail="".join(traceback.format_exception(error)))
            finally:
                job.ended.release()
        hand.rest()

    def _watch(self) -> None:
        while not self._over.wait(LOOK_EVERY):
            for hand in self._hands:
                hand.look(time.monotonic())


def _deaf_to_interrupts() -> None:
    """This thread, and with it every process that it starts: an interrupt from the terminal goes to all of them, and would
    end the server of new workers with a traceback while it still loads."""
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _drained(waiting: deque[_Job[A, R]]) -> Iterator[Done[A, R]]:
    while waiting:
        yield waiting.popleft().wait()


def _context() -> multiprocessing.context.BaseContext:
    """forkserver starts a worker in 0.1 s once the language is loaded; Windows has spawn only."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    from multiprocessing import resource_tracker  # on Windows there is none

    resource_tracker.ensure_running()  # now: starting it in a thread would let interrupts through to what that one starts
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOAD)
    return context
