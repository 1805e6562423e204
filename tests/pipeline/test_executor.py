"""A task that hangs, eats memory, dies or fails costs itself and nothing else."""

import os
import threading
import time

import pytest

from pipeline.executors.local import Done, Limits, LocalExecutor

SECONDS = 3.0
"""Counts from the start of a task, not of its worker; the good tasks take none of it, the memory watch looks ten times
a second, so that only the one that hangs ever comes near."""


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
