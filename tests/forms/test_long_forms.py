"""Reading a form costs as much as it is long."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from forms_paper import document

from extractors.errors import NoFormFound
from extractors.forms import find_forms
from extractors.items import split

END = ("承诺单位：柿树岭村党支部", "2013年2月26日")
FEW, TIMES, GROWTH = 400, 4, 9.0
"""Lines of a form, how many times as many the longer one has, and how much longer it may take: what walks over all lines for each takes 16 times as long."""


def _ledger(n: int) -> list[Any]:
    return [["序号", "承诺事项", "完成时限"], *([str(i), f"修好水渠{i}公里", "6月底前"] for i in range(1, n))]


MADE: dict[str, Callable[[int], list[Any]]] = {
    "blank lines": lambda n: ["1、修好水渠。", *([""] * n)],
    "the same name": lambda n: ["姓名：涂某"] * n,
    "labels that come again": lambda n: ["承诺事项：修水渠"] * n,
    "names with a colon": lambda n: ["维修："] * n,
    "a label a row": lambda n: [[[f"承诺{i}", f"修好水渠{i}公里，好好养护"] for i in range(1, n)]],
    "rows that nobody knows": lambda n: [[["姓名", "涂某"], *(["爱护公物", f"修好水渠{i}公里，好好养护"] for i in range(1, n))]],
    "a ledger": lambda n: [_ledger(n)],
    "colons in one line": lambda n: ["维修：" * n],
}


@pytest.mark.parametrize("made", MADE)
def test_cost_grows_with_the_length(made: str) -> None:
    longer = min(_cost(made, FEW * TIMES) for _ in range(2))  # the first time fills what is kept from form to form
    assert longer < GROWTH * max(_cost(made, FEW), 0.02)


def _cost(made: str, lines: int) -> float:
    """Seconds of the processor that a form takes."""
    paper = document("党支部公开承诺书", *MADE[made](lines), *END)
    start = time.process_time()
    try:
        for form in find_forms(paper):
            split(form)
    except NoFormFound:
        pass
    return time.process_time() - start
