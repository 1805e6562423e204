"""Which papers of an inbox hold a 公开承诺书: `tune`, which later mending may look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.otherpapers import Paper, figures, score

PAPERS = list(score(Path(__file__).parent / "tune", doubt=True))
FLOORS = {"others said to be none": 27, "right noun said": 27, "forms found": 13, "right number of promises": 12}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.file)
def test_a_form_is_found_exactly_where_one_is(paper: Paper) -> None:
    assert paper.right, f"{paper.what}: {paper.found} forms {paper.message}"


def test_what_is_said_of_them_stays_as_good() -> None:
    assert {name: right >= FLOORS[name] for name, right, _ in figures(PAPERS)} == dict.fromkeys(FLOORS, True)
