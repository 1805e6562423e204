"""Which decision holds for which finding: exact, carried to a form that came anew, doubtful, for the unit, for the rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from pipeline.decisions.keys import sealed, unsealed
from pipeline.decisions.model import Decision, Outcome, Reach, State, Statement, Subject
from pipeline.decisions.text import alike, numbers
from pipeline.decisions.view import View

TEXT = "为学生宿舍3栋安装直饮水机36台，由后勤处公开招标，6月底前投入使用，保证学生喝上放心水"
DAY = datetime(2012, 3, 20)


def about(text: str = TEXT, **other: object) -> Subject:
    plain: dict[str, object] = {
        "key": "0" * 16, "notice": "n", "code": "C03", "unit": "u1", "unit_name": "一支部", "person": "", "kind": "org",
        "year": 2012, "field": "", "evidence": text[:12], "item_text": text, "where": "第1项", "message": "", "file": "a.docx",
    }  # fmt: skip
    return Subject(**{**plain, **other})  # type: ignore[arg-type]


def said(subject: Subject, state: State | None = State.DISMISSED, reach: Reach = Reach.ITEM, text: str = "核实", n: int = 1) -> Decision:
    outcome = Outcome.ADOPTED if state else Outcome.WITHDRAWN
    return Decision(n, DAY + timedelta(days=n), "王", "台账.xlsx", outcome, Statement(state, reach, text), subject)


def text_of(view: View, subject: Subject) -> str:
    holds = view.holds(subject)
    assert holds is not None
    return holds.decision.statement.text


def test_the_same_finding_and_no_other() -> None:
    view = View.of([said(about())])
    assert view.holds(about()) is not None
    assert view.holds(about(key="1" * 16, code="C04")) is None
    assert view.holds(about(key="1" * 16, unit="u2", unit_name="二支部")) is None
    assert view.holds(about(key="1" * 16, person="张三", kind="member")) is None
    assert view.holds(about(key="1" * 16, year=2013)) is None


@pytest.mark.parametrize(
    "mended",
    [
        TEXT.replace("，", "、"),
        TEXT.replace("保证学生", "保证同学"),
        "　" + TEXT + "。",
        TEXT.replace("投入使用", "投入使用中"),
    ],
)
def test_a_form_that_came_anew_keeps_it_where_the_text_is_nearly_the_same(mended: str) -> None:
    view = View.of([said(about())])
    holds = view.holds(about(mended, key="1" * 16))
    assert holds is not None
    assert holds.carried
    assert view.doubts(about(mended, key="1" * 16)) == []


@pytest.mark.parametrize(
    "mended",
    [
        TEXT.replace("6月底", "9月底"),
        TEXT.replace("36台", "63台"),
        TEXT.replace("由后勤处公开招标，", ""),
        TEXT + "，并安排专人每天检查水质、记录水温、按时更换滤芯",
    ],
)
def test_what_is_only_similar_is_a_doubt_and_does_not_hold(mended: str) -> None:
    view = View.of([said(about())])
    other = about(mended, key="1" * 16)
    assert view.holds(other) is None
    assert [d.number for d in view.doubts(other)] == [1]


def test_another_promise_is_neither() -> None:
    view = View.of([said(about())])
    other = about("每季度走访困难群众一次，帮助解决实际问题", key="1" * 16)
    assert view.holds(other) is None
    assert view.doubts(other) == []


def test_two_decisions_that_could_both_be_meant_are_a_doubt() -> None:
    view = View.of([said(about()), said(about(TEXT + "！", key="2" * 16), State.CONFIRMED, text="", n=2)])
    other = about(TEXT.replace("，", "、"), key="1" * 16)
    assert view.holds(other) is None
    assert len(view.doubts(other)) == 2


def test_another_word_of_the_same_item_is_another_finding() -> None:
    view = View.of([said(about(evidence="及时解决"))])
    assert view.holds(about(key="1" * 16, evidence="努力提高")) is None


def test_about_a_form_or_field_the_evidence_counts() -> None:
    phone = about("", code="F02", field="phone", evidence="261****")
    view = View.of([said(phone)])
    assert view.holds(replace(phone, key="1" * 16)) is not None
    changed = replace(phone, key="1" * 16, evidence="13")
    assert view.holds(changed) is None
    assert view.doubts(changed)


def test_the_narrower_goes_first_and_the_later_counts() -> None:
    events = [
        said(about(), State.DISMISSED, Reach.RULE, "规则", 1),
        said(about(), State.CONFIRMED, Reach.UNIT, "单位", 2),
        said(about(), State.REWORDED, Reach.ITEM, "本项", 3),
    ]
    view = View.of(events)
    far = about("别的承诺事项", key="3" * 16)
    texts = [text_of(view, s) for s in (about(), far, replace(far, unit="u9", unit_name="九"))]
    assert texts == ["本项", "单位", "规则"]
    later = View.of([*events, said(about(), State.PENDING, Reach.UNIT, "再看", 4)])
    assert text_of(later, far) == "再看"
    assert text_of(View.of([*events, said(about(), None, n=4)]), about()) == "单位"


def test_a_unit_is_found_again_when_the_roster_comes_to_know_it() -> None:
    view = View.of([said(about(unit="一支部"), reach=Reach.UNIT)])
    assert view.holds(about("别的", key="3" * 16), "一支部") is not None


def test_another_notice_is_another_matter() -> None:
    view = View.of([said(about(), reach=Reach.RULE)])
    assert view.holds(about("别的", key="3" * 16, notice="m")) is None


def test_what_was_not_adopted_never_holds() -> None:
    conflict = replace(said(about()), outcome=Outcome.CONFLICT)
    assert not View.of([conflict])


def test_likeness() -> None:
    assert alike("一、走访。", "一走访") == 1.0
    assert alike("", "走访") == 0.0
    assert numbers("6月底前３次、两名") == ["6", "3", "两"]


def test_keys_in_cells_are_checked() -> None:
    key = "0123456789abcdef"
    assert unsealed(sealed(key)) == key
    for wrong in ("", key, sealed(key)[:-1] + "x", sealed(key).replace("0", "1"), "=A1"):
        assert unsealed(wrong) is None
