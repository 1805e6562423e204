"""A task that hangs, eats memory, dies or fails costs itself and nothing else."""

import os
import time

import pytest

from pipeline.executors.local import Done, Limits, LocalExecutor


def nothing() -> None:
    pass


def work(task: str) -> str:
    if task == "hang":
        time.sleep(60)
    if task == "eat":
        hoard = [b"x" * 2**20 for _ in range(1000)]
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
    with LocalExecutor(2, Limits(12.0, 300 * 2**20), nothing) as pool:
        return list(pool.map(work, tasks))


def test_the_good_ones_come_in_order(ends: list[Done[str, str]]) -> None:
    assert [(e.task, e.value) for e in ends if not e.failure] == [(t, t.upper()) for t in "abcde"]


def test_the_bad_ones_say_why(ends: list[Done[str, str]]) -> None:
    assert {e.task: e.failure for e in ends if e.failure} == {
        "hang": "timeout", "eat": "memory", "die": "crashed", "fail": "bug",
    }  # fmt: skip
