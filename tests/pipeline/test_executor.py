"""A task that hangs, eats memory, dies or fails costs itself and nothing else."""

import os
import signal
import threading
import time

import pytest

from pipeline.executors.local import CannotWork, Done, Limits, LocalExecutor

SECONDS = 6.0
"""Counts from the start of a task, not of its worker; the good tasks take none of it, the watch looks ten times a
second, so that only the one that hangs ever comes near."""


def nothing() -> None:
    pass


def own_number(_: str) -> int:
    return os.getpid()


def work(task: str) -> str:
    if task == "hang":
        time.sleep(60)
    if task == "eat":
        hoard = [b"x" * 2**20 for _ in range(450)]
        time.sleep(30)
        return str(len(hoard))
    if task == "die":
        os._exit(3)
    if task == "fail":
        raise ValueError("bug")
    return task.upper()


@pytest.fixture(scope="module")
def ends() -> list[Done[str, str]]:
    tasks = ["a", "hang", "b", "eat", "c", "die", "d", "fail", "e"]
    with LocalExecutor(2, Limits(SECONDS, 300 * 2**20), nothing) as pool:
        return list(pool.map(work, tasks))


def test_the_good_ones_come_in_order(ends: list[Done[str, str]]) -> None:
    assert [(e.task, e.value) for e in ends if not e.failure] == [(t, t.upper()) for t in "abcde"]


def test_the_bad_ones_say_why(ends: list[Done[str, str]]) -> None:
    assert {e.task: e.failure for e in ends if e.failure} == {
        "hang": "timeout", "eat": "memory", "die": "crashed", "fail": "bug",
    }  # fmt: skip


@pytest.mark.parametrize("workers", [1, 2])
def test_a_worker_that_dies_at_once_costs_its_task_alone(workers: int) -> None:
    with LocalExecutor(workers, Limits(4.0, 300 * 2**20), nothing) as pool:
        ends = list(pool.map(work, ["die", "a", "die", "b"]))
    assert [(e.task, e.failure) for e in ends] == [("die", "crashed"), ("a", ""), ("die", "crashed"), ("b", "")]


def test_a_worker_that_dies_idle_costs_nothing() -> None:
    with LocalExecutor(1, Limits(4.0, 300 * 2**20), nothing) as pool:
        (first,) = pool.map(own_number, ["x"])
        assert first.value is not None
        os.kill(first.value, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        assert [e.value for e in pool.map(work, ["a"])] == ["A"]


def test_workers_that_cannot_be_set_up_end_the_run() -> None:
    """Rather than being started for ever, or every file being told to have crashed."""
    with LocalExecutor(2, Limits(4.0, 300 * 2**20), os._exit, (1,)) as pool, pytest.raises(CannotWork):
        list(pool.map(work, ["a", "b"]))


def test_what_cannot_be_sent_is_a_bug_of_its_task() -> None:
    with LocalExecutor(1, Limits(4.0, 300 * 2**20), nothing) as pool:
        ends = list(pool.map(_lock, ["there", "back"]))
        unsendable = list(pool.map(work, [threading.Lock()]))  # type: ignore[list-item]
        assert [e.value for e in pool.map(work, ["a"])] == ["A"]
    assert [e.failure for e in [*ends, *unsendable]] == ["", "bug", "bug"]


def _lock(task: str) -> object:
    return threading.Lock() if task == "back" else task


class Book:
    """Tasks that were begun, and how many were at work when the lonely one was."""

    def __init__(self) -> None:
        self.begun: list[str] = []

    def begin(self, task: str) -> None:
        self.begun.append(task)

    def end(self, task: str) -> None:
        assert task in self.begun

    def alone(self, task: str) -> bool:
        return task == "lonely"


def test_a_task_that_shall_be_alone_is_alone() -> None:
    book = Book()
    with LocalExecutor(2, Limits(4.0, 300 * 2**20), nothing) as pool:
        ends = pool.map(_now, ["a", "b", "lonely", "c", "d"], book)
        spans = {e.task: e.value for e in ends if e.value}
    assert book.begun.index("lonely") == 2
    start, end = spans.pop("lonely")
    assert all(before <= start or after >= end for after, before in spans.values())


def _now(_: str) -> tuple[float, float]:
    start = time.monotonic()
    time.sleep(0.05)
    return start, time.monotonic()
