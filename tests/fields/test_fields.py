"""Fields as people fill them in, through reading and rules: what is said of each, and nothing beside it."""

from pathlib import Path

import pytest

from tests.fields.sheets import Case, cases

ALL = list(cases())


@pytest.mark.parametrize("case", [pytest.param(c, id=c.name) for c in ALL])
def test_what_is_said(case: Case, tmp_path: Path) -> None:
    assert case.found(tmp_path) == case.expected


def test_there_is_something_of_everything() -> None:
    said = [line for case in ALL for line in case.expected]
    assert {line[:3] for line in said} >= {"F01", "F02", "F03", "F04", "F05", "F06", "F07", "F12", "F13", "F14", "P01", "P02", "B02"}
    assert sum(not case.expected for case in ALL) > len(ALL) / 3, "a program that always finds something must fail"
