"""Nothing that a clerk types is dropped without a word or taken for something else (the half of the table that may be looked at)."""

from __future__ import annotations

import pytest

from benchmarks.typed_cells import DESKS, judged


@pytest.mark.parametrize("sheet", sorted(DESKS))
def test_what_is_typed_is_taken_as_meant_or_asked_back(sheet: str) -> None:
    wrong = [(case["type"], case["means"], came) for case, came, verdict in judged(sheet, "tune") if verdict not in ("right", "asked")]
    assert wrong == []
