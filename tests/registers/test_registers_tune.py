"""Registers as clerks type them: the half that later mending may look at is taken as a careful clerk takes it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.registers import judged

TUNE = sorted((Path(__file__).parent / "tune").glob("*.yaml"))
KNOWN = {"g05": 6, "g11": 2}
"""Counts and names that stand in remarks (补支部的1份; 佘蒸笼、杭算盘), which are not read."""


@pytest.mark.parametrize("path", TUNE, ids=lambda path: path.stem)
def test_no_line_is_given_to_another(path: Path) -> None:
    counts = Counter(verdict for verdict, _ in judged(path))
    assert sum(counts[verdict] for verdict in ("wrong", "rash", "not read", "refused", "day wrong", "count wrong")) <= KNOWN.get(path.stem, 0)


def test_hardly_any_line_is_asked_about_without_need() -> None:
    counts = Counter(verdict for path in TUNE for verdict, _ in judged(path))
    assert counts["needless question"] + counts["to confirm"] <= 5
    assert counts["right"] >= 370
