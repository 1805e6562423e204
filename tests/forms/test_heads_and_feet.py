"""The fields at the head and foot of forms: how labels are printed there, where a value ends, which of several places counts."""

from __future__ import annotations

from typing import Any

import pytest
from forms_paper import document, wide

from extractors.forms import find_forms
from extractors.items import split
from extractors.model import Form, FormKind

DAY = "2014年3月4日"
PROMISES = ["1．为楼栋三户独居老人每周买菜一次。", "2．六月底前把巷口坏灯换掉。", "3．每季度讲一次党课。"]
TEXT = "\n".join(PROMISES)
LEDGER: list[list[Any]] = [["序号", "承诺事项", "完成时限"], ["1", "为独居老人买菜", "全年"], ["2", "换掉巷口坏灯", "六月底"], ["3", "讲一次党课", "每季度"]]
ORG, MEMBER = "西巷社区党支部公开承诺书", "共产党员公开承诺书"
UNIT = "西巷社区党支部"
PHONE = "0731-8123456"


def read(*entries: Any) -> tuple[Form, dict[str, str | None]]:
    (form,) = find_forms(document(*entries))
    assert len(split(form)) == 3
    return form, {f.key: f.value for f in form.fields}


def unread(form: Form) -> str:
    return " ".join(passage.text for passage in form.unread)


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (f"支部名称：{UNIT} | 书记：桑谷雨 | 党员：23人 | 电话：{PHONE}", {"org_name": UNIT, "head": "桑谷雨", "member_count": "23", "phone": PHONE}),
        (f"【支部】{UNIT}【书记】桑谷雨【党员】23人【电话】{PHONE}", {"org_name": UNIT, "head": "桑谷雨", "member_count": "23", "phone": PHONE}),
        (f"单位名称：{UNIT}　法定代表人：柳清明　信用代码：5043", {"org_name": UNIT}),
        ("支部党员：21名", {"member_count": "21"}),
        ("电话：81234567（办）13800000001", {"phone": "81234567/13800000001"}),
        (f"电话：{PHONE}（内线617）", {"phone": PHONE}),
        (f"值班电话：0731-8123457　联系电话：{PHONE}", {"phone": PHONE}),
    ],
)
def test_the_head_of_an_organisations_form(head: str, said: dict[str, str]) -> None:
    _, found = read(ORG, head, *PROMISES, f"{UNIT}（章）", DAY)
    assert found == said


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (["姓名：桑谷雨", "加入中国共产党时间：1999.7"], {"name": "桑谷雨", "joined": "1999-07"}),
        (["姓名：桑谷雨　出生年月：75.8　入党时间：05.7"], {"name": "桑谷雨", "birth": "1975-08", "joined": "2005-07"}),
        (["姓　名：桑谷雨", "年　龄：39", "党　龄：15", "岗　位：网格员"], {"name": "桑谷雨", "post": "网格员"}),
        (["承诺人基本信息：桑谷雨，女，1975年8月出生，1999年7月入党。"], {"name": "桑谷雨", "gender": "女", "birth": "1975-08", "joined": "1999-07"}),
        ([f"我是{UNIT}的党员桑谷雨，　　年　　月入党，岗位是老党员监督岗。我承诺："], {"name": "桑谷雨", "branch": UNIT, "joined": None, "post": "老党员监督岗"}),
    ],
)
def test_the_head_of_a_members_form(head: list[str], said: dict[str, str | None]) -> None:
    _, found = read(MEMBER, *head, *PROMISES, "承诺人：桑谷雨", DAY)
    assert found == said


@pytest.mark.parametrize(
    ("foot", "said", "kept"),
    [
        ([f"填表单位：{UNIT}　　　联系电话：{PHONE}　　　填表日期：2014-3-4"], {"org_name": UNIT, "phone": PHONE}, ""),
        ([f"填报单位（盖章）：{UNIT}　　填报人：柳清明　　联系电话：{PHONE}　　填报日期：{DAY}"], {"org_name": UNIT, "phone": PHONE}, "填报人：柳清明"),
        ([f"填表人：柳清明　　　联系方式：{PHONE}　　　填报日期：{DAY}"], {"phone": PHONE}, "填表人：柳清明"),
        ([f"制表：柳清明　审核：桑谷雨　报送日期：{DAY}", f"支部地址：西巷12号　邮编：410000　电话：{PHONE}"], {"phone": PHONE}, "支部地址：西巷12号"),
        ([f"单位（盖章）：{UNIT}", "负责人（签字）：桑谷雨", f"联系电话：{PHONE}", DAY], {"org_name": UNIT, "head": "桑谷雨", "phone": PHONE}, ""),
    ],
)
def test_the_foot_of_a_ledger(foot: list[str], said: dict[str, str], kept: str) -> None:
    form, found = read(ORG, LEDGER, *foot)
    assert (found, str(form.signing.date.day), form.approval.printed) == (said, "2014-03-04", False)
    assert kept in unread(form)


def test_fields_in_the_last_rows_of_a_ledger() -> None:
    rows = [*LEDGER, [wide(f"填报单位：{UNIT}　　负责人：桑谷雨　　电话：{PHONE}", 3)], [wide(f"填报日期：{DAY}", 3)]]
    form, found = read(ORG, rows)
    assert (found, str(form.signing.date.day)) == ({"org_name": UNIT, "head": "桑谷雨", "phone": PHONE}, "2014-03-04")


def test_a_foot_that_nobody_filled_in_names_nobody() -> None:
    form, found = read(ORG, LEDGER, "负责人（签字）：　　　　填表人（签字）：　　　　联系电话：　　　　年　　月　　日")
    assert (found, form.signing.signer, form.signing.date.state) == ({}, "", "blank")


def test_the_signers_column_beside_an_opinion_keeps_his_telephone() -> None:
    signed = [wide(f"承诺人：桑谷雨\n电话：13800000001\n{DAY}", 2), wide("支部意见：同意\n书记：柳清明\n2014年3月6日", 2)]
    form, found = read(MEMBER, [["承诺事项", wide(TEXT, 3)], signed])
    assert found == {"name": "桑谷雨", "phone": "13800000001"}
    assert (form.signing.signer, str(form.signing.date.day), str(form.approval.date.day)) == ("桑谷雨", "2014-03-04", "2014-03-06")


def test_a_telephone_below_an_opinion_is_no_part_of_it() -> None:
    form, _ = read(MEMBER, *PROMISES, "承诺人：桑谷雨", DAY, "支部意见：同意。", "支部书记：柳清明", "2014年3月8日", f"联系电话：{PHONE}")
    assert (form.approval.opinion, PHONE in unread(form)) == ("同意。", True)


def test_the_office_of_a_witness_in_brackets_takes_no_day() -> None:
    form, _ = read(MEMBER, *PROMISES, "承诺人：桑谷雨", "见证人：柳清明（支部书记）", DAY)
    assert (form.approval.date.day, form.approval.printed) == (None, False)


def test_a_member_who_signs_as_such_is_named() -> None:
    _, found = read(MEMBER, *PROMISES, "党员签名：桑谷雨", "手机：13800000001", DAY)
    assert found == {"name": "桑谷雨", "phone": "13800000001"}


@pytest.mark.parametrize(
    ("lines", "kind", "said"),
    [
        (["西巷镇党委书记公开承诺", "姓名：桑谷雨　职务：党委书记　单位：西巷镇党委", *PROMISES], FormKind.SECRETARY, {"name": "桑谷雨", "post": "党委书记", "org_name": "西巷镇党委"}),
        (["承诺书", f"承诺人：{UNIT}书记桑谷雨", *PROMISES, f"签名：桑谷雨　　{DAY}"], FormKind.SECRETARY, {"name": "桑谷雨", "post": f"{UNIT}书记"}),
        (["西巷街道党工委书记桑谷雨同志公开承诺", *PROMISES, "承诺人：桑谷雨", DAY], FormKind.SECRETARY, {"name": "桑谷雨"}),
        ([ORG, *PROMISES, "承诺单位党组织负责人（签字）：桑谷雨", DAY], FormKind.ORG, {"head": "桑谷雨"}),
        (["中共西巷县财政局支部委员会", "关于教育实践活动的公开承诺", *PROMISES, "支部书记（签字）：桑谷雨", DAY], FormKind.ORG, {"head": "桑谷雨"}),
    ],
)  # fmt: skip
def test_who_promises(lines: list[str], kind: FormKind, said: dict[str, str]) -> None:
    form, found = read(*lines)
    assert (form.kind, found) == (kind, said)


def test_a_second_value_is_kept_with_its_label() -> None:
    form, found = read(MEMBER, [["姓名", "桑谷雨", "党内职务", "组织委员"], ["行政职务", "社区主任", "", ""], ["承诺事项", wide(TEXT, 3)], ["承诺人签名", "桑谷雨", "日期", DAY]])
    assert (found["post"], "行政职务：社区主任" in unread(form)) == ("组织委员", True)


def test_the_column_of_whoever_approves_keeps_its_opinion_though_its_day_lost_its_blanks() -> None:
    form, _ = read(ORG, *PROMISES, "承诺单位（盖章）             审定单位（盖章）", f"{DAY}              街道党工委：同意", "2014年3月18日")
    assert (form.approval.opinion, str(form.approval.date.day)) == ("街道党工委：同意", "2014-03-18")
