"""Every case of `cases/*.yaml`, and those that packs bring along: what a rule says of a form."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.notices.cases import Case, cases_in, mistakes
from rules.packs import PACKS, load_pack, pack_ids

CASES = cases_in(Path(__file__).parent / "cases", "base")
OWN = [case for name in pack_ids() for case in cases_in(PACKS / name / "cases", name)]


@pytest.mark.parametrize("case", [pytest.param(c, id=c.name) for c in CASES + OWN])
def test_case(case: Case) -> None:
    assert mistakes(case) == []


def test_the_runner_notices_what_is_wrong() -> None:
    (good,) = [c for c in CASES if c.name == "K03-deficient-1"]
    for change, said in (
        ({"outcome": "ok"}, "应为合格"),
        ({"outcome": "unknown"}, "应为无法判定"),
        ({"data": {**good.data, "weight": "提示"}}, "轻重"),
        ({"data": {**good.data, "says": ["不会说的话"]}}, "不会说的话"),
        ({"data": {**good.data, "unsaid": ["制度"]}}, "不该有"),
        ({"data": {**good.data, "count": 2}}, "2 条"),
        ({"data": {**good.data, "on": [1]}}, "第 1 项"),
        ({"data": {**good.data, "evidence": "走访"}}, "走访"),
        ({"data": {**good.data, "items": 3}}, "写法"),
    ):
        assert any(said in m for m in mistakes(replace(good, **change))), (change, mistakes(replace(good, **change)))


@pytest.mark.parametrize("name", pack_ids())
def test_own_rules_have_cases(name: str) -> None:
    for code, rule in load_pack(name).own_rules.items():
        outcomes = [c.outcome for c in cases_in(PACKS / name / "cases", name) if c.code == code]
        assert outcomes.count("ok") >= 3
        assert outcomes.count("deficient") >= 3
        assert ("unknown" in outcomes) is not getattr(rule, "sure_only", False)
