"""A task that hangs, eats memory, dies or fails costs itself and nothing else."""

import os
import signal
import threading
import time

import pytest
from pebble.pool.process import PoolManager

from pipeline.executors.local import Done, Limits, LocalExecutor

SECONDS = 3.0
"""Counts from the start of a task, not of its worker; the good tasks take none of it, the memory watch looks ten times
a second, so that only the one that hangs ever comes near."""


def nothing() -> None:
    pass


def own_number(_: str) -> int:
    return os.getpid()


def slow_watch() -> None:
    """As on a loaded machine: the watching thread gets its turn when the task is at work already."""
    import psutil

    look = psutil.Process.memory_info

    def late(process: psutil.Process) -> object:
        if threading.current_thread() is not threading.main_thread():
            time.sleep(0.6)
        return look(process)

    psutil.Process.memory_info = late


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
    with LocalExecutor(2, Limits(SECONDS, 300 * 2**20), slow_watch) as pool:
        return list(pool.map(work, tasks))


def test_the_good_ones_come_in_order(ends: list[Done[str, str]]) -> None:
    assert [(e.task, e.value) for e in ends if not e.failure] == [(t, t.upper()) for t in "abcde"]


def test_the_bad_ones_say_why(ends: list[Done[str, str]]) -> None:
    assert {e.task: e.failure for e in ends if e.failure} == {
        "hang": "timeout", "eat": "memory", "die": "crashed", "fail": "bug",
    }  # fmt: skip


@pytest.fixture
def slow_post(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a loaded machine: what a worker said last is read when it is found dead already."""
    read = PoolManager.process_next_message

    def late(manager: PoolManager, timeout: float) -> None:
        time.sleep(0.25)
        read(manager, timeout)

    monkeypatch.setattr(PoolManager, "process_next_message", late)


@pytest.mark.usefixtures("slow_post")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_worker_that_dies_at_once_costs_its_task_alone(workers: int) -> None:
    with LocalExecutor(workers, Limits(4.0, 300 * 2**20), nothing) as pool:
        ends = list(pool.map(work, ["die", "a", "die", "b"]))
    assert [(e.task, e.failure) for e in ends] == [("die", "crashed"), ("a", ""), ("die", "crashed"), ("b", "")]


def test_a_worker_that_dies_idle_costs_nothing() -> None:
    with LocalExecutor(1, Limits(4.0, 300 * 2**20), nothing) as pool:
        (first,) = pool.map(own_number, ["x"])
        assert first.value is not None
        time.sleep(0.5)  # it has let go of the channel by which it answered
        os.kill(first.value, signal.SIGKILL)
        time.sleep(0.5)
        assert [e.value for e in pool.map(work, ["a"])] == ["A"]


def test_workers_that_cannot_be_set_up_end_the_run() -> None:
    """Rather than being started for ever."""
    with LocalExecutor(2, Limits(4.0, 300 * 2**20), os._exit, (1,)) as pool:
        assert {e.failure for e in pool.map(work, ["a", "b"])} == {"bug"}
