"""A notice's own rules: every kind says what its cases say; mistakes in declaring them are told by line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from extractors.model import FormKind
from pipeline.notices.case_facts import facts_of
from pipeline.notices.cases import Case, cases_in, mistakes
from rules.engine import judge, rules_of
from rules.model import Scope
from rules.own.build import KINDS
from rules.packs import PackError, load_pack

OWN = Path(__file__).parent / "own"
CASES = cases_in(OWN / "cases", str(OWN))


@pytest.mark.parametrize("case", [pytest.param(c, id=c.name) for c in CASES])
def test_case(case: Case) -> None:
    assert mistakes(case) == []


def test_every_rule_has_cases_and_every_kind_and_place_is_tried() -> None:
    pack = load_pack(str(OWN))
    assert {c.code for c in CASES} == set(pack.own_rules)
    assert {own.check for own in pack.own_rules.values()} == set(KINDS)
    places = {getattr(own, "place", "items") for own in pack.own_rules.values()}
    assert places == {"items", "each", "body", "title", "opinion", "field"}
    for code in pack.own_rules:
        assert {c.outcome for c in CASES if c.code == code} >= {"ok", "deficient"}


def test_findings_carry_clause_scope_and_place_in_order() -> None:
    pack = load_pack(str(OWN))
    facts, _ = facts_of({"form": {"kind": "org", "title": "公开承诺书"}, "items": ["全覆盖", "b", "c", "d"]})
    findings = judge(facts, pack)
    assert [f.code for f in findings] == sorted(f.code for f in findings)
    by_code = {f.code: f for f in findings}
    assert by_code["N02"].clause.ref == "一"
    assert by_code["N02"].scope is Scope.ITEM
    assert by_code["N09"].scope is Scope.FORM
    assert {r.code: r.scope for r in rules_of(pack) if r.code in ("N03", "N05", "N07")} == {
        "N03": Scope.FIELD,
        "N05": Scope.FORM,
        "N07": Scope.ITEM,
    }
    assert "N01" not in by_code
    assert [r.code for r in rules_of(pack)] == sorted(r.code for r in rules_of(pack))
    assert FormKind.UNKNOWN not in pack.rule("N09").kinds


BASE = "id: a\ntitle: 甲\nextends: base\nown_rules:\n  N01:\n    check: phrase\n    title: 甲\n    ref: 一\n    message: 乙\n    phrases: [丙]\n"


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("N01:", "X01:", 5, "X01"),
        ("check: phrase", "check: frase", 5, "phrase"),
        ("check: phrase", "severity: 提示", 5, "check"),
        ("phrases: [丙]", "phrases: []", 10, "空"),
        ("phrases: [丙]", "phrases: 丙", 10, "列表"),
        ("phrases: [丙]", "phrases: [丙]\n    plase: each", 11, "place"),
        ("message: 乙", "message: 乙{found}", 5, "found"),
        ("message: 乙", "message: 乙{", 5, "花括号"),
        ("ref: 一", "severity: 提示", 5, "ref”缺少"),
        ("phrases: [丙]", "phrases: [丙]\n    place: field", 5, "field"),
        ("phrases: [丙]", "phrases: [丙]\n    categories: [村]", 1, "村"),
        ("check: phrase", "check: pattern\n    pattern: '('", 7, "正则"),
        ("check: phrase", "check: window\n    day: signed\n    start: 2023-02-30", 8, "2012-03-15"),
        ("phrases: [丙]", "phrases: [丙]\n    ref: 二", 11, "两次"),
    ],
)
def test_a_mistake_is_told_by_line(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    assert old in BASE
    (tmp_path / "pack.yaml").write_text(BASE.replace(old, new), "utf-8")
    with pytest.raises(PackError) as told:
        load_pack(str(tmp_path))
    assert f"第{line}行" in str(told.value), told.value
    assert said in str(told.value)


@pytest.mark.parametrize(
    ("check", "said"),
    [
        ({"check": "window", "day": "signed"}, "start"),
        ({"check": "window", "day": "signed", "start": "2023-03-02", "end": "2023-03-01"}, "早于"),
        ({"check": "count"}, "least"),
        ({"check": "count", "least": 3, "most": 2}, "小于"),
        ({"check": "count", "least": 1, "of": {"dimension": ["五个坏"]}}, "五个坏"),
        ({"check": "count", "least": 1, "of": {"topic": ["无"]}}, "无"),
        ({"check": "topic", "topics": ["无"]}, "无"),
        ({"check": "topic", "topics": ["无"], "least": 2}, "还多"),
        ({"check": "phrase", "phrases": ["丙"], "levels": ["村民组"]}, "村民组"),
    ],
)
def test_what_does_not_hold_together_is_told(tmp_path: Path, check: dict[str, object], said: str) -> None:
    rule = {"title": "甲", "ref": "一", "message": "乙", **check}
    pack = {"id": "a", "title": "甲", "extends": "base", "own_rules": {"N01": rule}}
    (tmp_path / "pack.yaml").write_text(yaml.safe_dump(pack, allow_unicode=True), "utf-8")
    with pytest.raises(PackError, match=said):
        load_pack(str(tmp_path))


def test_a_rule_that_is_not_there_and_many_mistakes_are_told(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("id: a\ntitle: 甲\nextends: base\nrules:\n  C04: {}\n  C99: {}\n", "utf-8")
    with pytest.raises(PackError, match="第6行：没有规则 C99"):
        load_pack(str(tmp_path))
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "pack.yaml").write_text("id: a\nyear: 今年\ncalendar: {hand_in: 3月}\n", "utf-8")
    with pytest.raises(PackError) as told:
        load_pack(str(tmp_path / "b"))
    assert str(told.value).count("\n") == 2
    assert "“title”缺少" in str(told.value)
    assert "第3行：“calendar.hand_in”应为日历上有的日期" in str(told.value)
