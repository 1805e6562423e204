"""Rosters as offices have them are read as a careful clerk reads them: `tune`, which later mending may look at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.rosters import compared
from pipeline.rosters.book import read_roster

TUNE = sorted((Path(__file__).parent / "tune").glob("*.yaml"))


@pytest.mark.parametrize("path", TUNE, ids=lambda path: path.stem)
def test_a_roster_is_read_as_a_clerk_reads_it(path: Path) -> None:
    label: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    assert list(compared(label, path.with_suffix(".xlsx"))) == []


def test_what_was_taken_is_shown_for_confirmation() -> None:
    grouped = read_roster(TUNE[0].with_name("z31.xlsx")).sheets[0].columns
    assert ("上级党组织", "各段上面的一行") in grouped
    titled = read_roster(TUNE[0].with_name("z11.xlsx")).sheets[1].columns
    assert ("所在党支部", "标题或表名“广莫大学航海系教师第一党支部”") in titled
    assert ("桑田学院党总支一支部", "桑田学院第一党支部") in read_roster(TUNE[0].with_name("z13.xlsx")).short
