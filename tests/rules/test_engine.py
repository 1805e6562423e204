"""Running rules: a crash costs only itself, paper is never judged from an electronic file, the order is fixed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from extractors.model import FormKind, Presence
from rules.engine import INTERNAL_ERROR, judge
from rules.model import Severity, Verdict
from rules.packs import load_pack, pack_ids
from tests.rules.build import facts_of

FORM = {
    "form": {
        "kind": "org", "title": "2012年度基层党组织公开承诺书", "year": 2012, "unit": "机关一支部",
        "fields": {"org_name": "机关一支部", "member_count": "23", "head": "李明", "phone": "0731-85550132"},
        "sign": {"date": "blank"}, "approval": {"date": "blank"},
    },
    "items": [
        {"t": "6月底前安装路灯40盏，由支部牵头筹资", "target": "quantified", "project": "安装路灯40盏", "measures": "由支部牵头筹资",
         "by": date(2012, 6, 30), "dims": ["群众反映好"], "part": "实事"},
        {"t": "加强学习", "is": ["vague"], "dims": ["党员队伍好"], "part": "共性"},
    ],
}  # fmt: skip


def test_a_crash_takes_only_its_own_place() -> None:
    """Annotations that do not fit the items break every rule on items; the rest goes on."""
    facts, _ = facts_of(FORM)
    findings = judge(replace(facts, annotations=facts.annotations[:1]), load_pack("csust-2012"))
    crashed = [f for f in findings if f.code == INTERNAL_ERROR]
    assert any("C01" in f.message for f in crashed)
    assert {(f.verdict, f.severity) for f in crashed} == {(Verdict.UNKNOWN, Severity.HINT)}
    assert {f.code for f in findings} >= {"S02", "S03", "S05"}


def test_findings_come_in_order_of_codes_and_repeat() -> None:
    facts, _ = facts_of(FORM)
    findings = judge(facts, load_pack("csust-2012"))
    codes = [f.code for f in findings]
    assert codes == sorted(codes)
    assert "W01" in codes
    assert "C01" not in codes
    assert findings == judge(facts, load_pack("csust-2012"))


@pytest.mark.parametrize("name", pack_ids())
@pytest.mark.parametrize("kind", [FormKind.ORG, FormKind.MEMBER, FormKind.SECRETARY, FormKind.UNKNOWN])
def test_an_electronic_file_is_never_blamed_for_what_is_on_paper(name: str, kind: FormKind) -> None:
    facts, _ = facts_of(FORM)
    states = ("blank", "partial", "none")
    for signed, seal, state, opinion in product(Presence, Presence, states, ("", "同意。")):
        form = facts.form
        signing = replace(form.signing, signed=signed, seal=seal, date=replace(form.signing.date, state=state))
        approval = replace(form.approval, opinion=opinion, seal=seal, date=replace(form.approval.date, state=state))
        given = replace(facts, form=replace(form, kind=kind, signing=signing, approval=approval))
        blamed = [f for f in judge(given, load_pack(name)) if f.code[0] == "S" and f.verdict is Verdict.DEFICIENT]
        assert not blamed


@pytest.mark.parametrize("name", pack_ids())
def test_a_form_of_unknown_kind_is_not_held_to_what_depends_on_the_kind(name: str) -> None:
    facts, _ = facts_of(FORM)
    unknown = replace(facts, form=replace(facts.form, kind=FormKind.UNKNOWN))
    codes = {f.code for f in judge(unknown, load_pack(name))}
    assert "F10" in codes
    assert not {c for c in codes if c[0] == "K" or c in ("F01", "S01", "S02", "C05")}


def test_measures_missing_everywhere_are_told_once() -> None:
    without = [{"t": "安装路灯40盏", "target": "quantified"}, {"t": "走访5户", "target": "quantified"}]
    facts, _ = facts_of({**FORM, "items": without})
    codes = [f.code for f in judge(facts, load_pack("csust-2012"))]
    assert codes.count("C08") == 1
    assert "C03" not in codes
    assert [f.code for f in judge(facts, load_pack("xinbei-2010"))].count("C03") == 2


def test_a_good_form_is_let_pass() -> None:
    """Signed, sealed, approved, with all that the notice asks: not a word."""
    dims = ["领导班子好", "党员队伍好", "工作机制好", "工作业绩好", "群众反映好"]
    item = {**FORM["items"][0], "dims": dims, "topics": ["为师生服务", "学风建设"]}  # type: ignore[index]
    rule = {**item, "t": "6月底前印发《联系班级办法》，由支部牵头筹资", "project": "《联系班级办法》", "part": "制度"}
    form = {
        **FORM["form"],  # type: ignore[dict-item]
        "sign": {"date": date(2012, 3, 10), "seal": "present", "signed": "present"},
        "approval": {"opinion": "同意。", "seal": "present", "date": date(2012, 3, 12)},
    }
    facts, _ = facts_of({"form": form, "items": [item, rule], "facts": {"received": date(2012, 3, 14)}})
    assert judge(facts, load_pack("csust-2012")) == ()


def test_a_late_signature_is_told_once() -> None:
    """Signed after the last day and after receipt: S09 says that the date is wrong, S12 does not repeat it."""
    form = {**FORM["form"], "sign": {"date": date(2012, 3, 20)}}  # type: ignore[dict-item]
    facts, _ = facts_of({**FORM, "form": form, "facts": {"received": date(2012, 3, 12), "signed": True}})
    codes = [f.code for f in judge(facts, load_pack("csust-2012"))]
    assert "S09" in codes
    assert "S12" not in codes
    assert "S12" in [f.code for f in judge(facts, load_pack("base"))]


def test_a_placeholder_in_a_date_is_told_once() -> None:
    form = {"kind": "member", "fields": {"birth": "××××年×月", "joined": "若干年"}}
    facts, _ = facts_of({"form": form, "items": FORM["items"]})
    told = [(f.code, f.field) for f in judge(facts, load_pack("base")) if f.code in ("F03", "F07")]
    assert told == [("F03", "joined"), ("F07", "birth")]
