"""What the rules on elements share: blanks, papers that are not there, and measures told once or one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from extractors.model import Quantity, Target, TargetKind
from rules.elements import all_filled, measures_told, promises
from rules.engine import judge
from rules.model import Verdict
from rules.packs import load_pack
from tests.rules.build import facts_of

PACK = load_pack("csust-2012")


def read(*items: object) -> Any:
    """The facts of a form with these promises."""
    return facts_of({"items": list(items)})[0]


@pytest.mark.parametrize(
    "item",
    ["为×××户修房", "（写明事项和时限）", "……", {"t": "6月底前……）", "by": date(2012, 6, 30), "phrase": "6月底前"}],
)
def test_a_blank_is_no_promise_yet(item: object) -> None:
    facts = read(item, "走访5户")
    assert [index for index, *_ in promises(facts, PACK)] == [1]
    assert all_filled(facts, PACK) == ()


@pytest.mark.parametrize(
    "item",
    ["走访5户（困难家庭）", {"t": "x月x日前走访5户", "by": "null:masked", "phrase": "x月x日前"}, {"t": "长期走访", "by": "ongoing", "phrase": "长期"}],
)
def test_a_blank_limit_and_brackets_hide_no_promise(item: object) -> None:
    assert len(all_filled(read(item), PACK)) == 1


def chance(item: object) -> float | None:
    """How likely the promise says how it is kept."""
    ((_, promise, note),) = promises(read(item), PACK)
    return measures_told(promise, note, PACK.rule("C03").params["elsewhere"])


def test_a_paper_that_is_not_there_tells_nothing() -> None:
    assert chance("开放场馆，具体办法见《体育部2011年工作计划》。") is None
    assert chance("申报课程1门，按教务处既定方案实施") is None
    assert chance({"t": "申报课程1门，按既定方案实施", "measures": "按既定方案实施"}) is None
    assert chance({"t": "申报课程1门，按既定方案实施，由支委督促", "measures": "由支委督促"}) == 1
    assert chance("按照《值班办法》开放场馆") == 0
    assert chance({"t": "走访5户", "measures": "?0.3"}) == 0.3
    assert chance({"t": "走访5户", "measures": "?"}) is None
    assert chance({"t": "办好实事", "measures": "办好", "is": ["vague"]}) == 0


def codes(*items: object) -> dict[str, list[Verdict]]:
    """What C03 and C08 say of a form."""
    found = [f for f in judge(read(*items), PACK) if f.code in ("C03", "C08")]
    return {code: [f.verdict for f in found if f.code == code] for code in ("C03", "C08")}


def test_measures_are_missed_one_by_one_or_once() -> None:
    bare, likely = {"t": "安装路灯40盏", "target": "quantified"}, {"t": "走访5户，带上党员们一起去", "measures": "?0.6"}
    assert codes(bare, bare) == {"C03": [], "C08": [Verdict.DEFICIENT]}
    assert codes(bare, likely) == {"C03": [Verdict.DEFICIENT], "C08": []}
    assert codes(bare, "场馆开放，办法见工作计划") == {"C03": [], "C08": [Verdict.UNKNOWN]}
    assert codes("为××户修房") == {"C03": [], "C08": []}


def test_what_only_must_not_happen_needs_no_project() -> None:
    zero, share = (Target(TargetKind.QUANTIFIED, values=(Quantity(number, "起"),)) for number in (0, 20))
    facts = read({"t": "上课不早退，全年教学事故为零", "target": "quantified"})
    told = [replace(facts, annotations=(replace(facts.annotations[0], target=target),)) for target in (zero, share)]
    assert [[f.code for f in judge(one, PACK) if f.code == "C02"] for one in told] == [[], ["C02"]]
