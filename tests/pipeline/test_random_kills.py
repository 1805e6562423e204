"""A few rounds of `benchmarks.kills`: killed at random, started again, nothing is lost and nothing is otherwise."""

import os
import random
from pathlib import Path

import pytest

from benchmarks.kills import Bench, one_round

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals are another thing on Windows")
SEED = 20121108


def test_killed_at_random_and_started_again(tmp_path: Path) -> None:
    bench = Bench(tmp_path, files=3)
    for n in range(2):
        told, otherwise = one_round(bench, random.Random(SEED + n), kills=2)
        assert not otherwise, told
