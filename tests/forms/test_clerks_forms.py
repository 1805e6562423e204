"""Forms as a clerk makes them up: options to tick, ends with judgements, cards of projects, letters that come to the point late."""

from __future__ import annotations

from typing import Any

import pytest
from forms_paper import document, wide

from extractors.errors import NoFormFound
from extractors.forms import find_forms
from extractors.items import split
from extractors.model import Form, FormKind

DAY = "2014年3月4日"
TWO = ["1．巷口的坏灯六月底前换掉。", "2．每周六教孩子写字。"]
CELL = wide("\n".join(TWO), 3)
BRANCH = "东塘村党支部"


def only(*entries: Any) -> Form:
    (form,) = find_forms(document(*entries))
    return form


def said(*entries: Any) -> list[str]:
    return [item.text for item in split(only(*entries))]


def days(*entries: Any) -> tuple[str, str]:
    form = only(*entries)
    return str(form.signing.date.day)[5:], str(form.approval.date.day)[5:]


@pytest.mark.parametrize(
    "options",
    [
        "☑帮老人买药　□巡夜　☑打扫祠堂", "☑帮老人买药\n□巡夜\n☑打扫祠堂", "（√）帮老人买药　（　）巡夜　（√）打扫祠堂", "帮老人买药☑　巡夜□　打扫祠堂☑",
        "■帮老人买药　□巡夜　■打扫祠堂",
    ],
)
def test_only_what_is_ticked_is_promised(options: str) -> None:
    table = [["姓名", "苏某", "支部", BRANCH], ["认领服务（打“√”）", wide(options, 3)], ["个人承诺", CELL], ["签名", "苏某", "日期", DAY]]
    form = only("党员报到承诺表", table)
    items = split(form)
    assert [i.text for i in items] == ["帮老人买药", "打扫祠堂", *(line[2:] for line in TWO)]
    assert [i.headings for i in items] == [("认领服务",)] * 2 + [("个人承诺",)] * 2


def test_a_hint_behind_a_label_hides_no_heading() -> None:
    table = [["姓名", wide("苏某", 3)], ["共性承诺（打√）", wide("☑按月交党费\n□读书六本", 3)], ["岗位承诺（2至4项，要具体）", wide("①三分钟办结一户。\n②排队的人不走我不下班。", 3)]]
    assert [(i.text, i.headings) for i in split(only("党员亮诺登记表", table))] == [
        ("按月交党费", ("共性承诺",)), ("三分钟办结一户。", ("岗位承诺",)), ("排队的人不走我不下班。", ("岗位承诺",)),
    ]


@pytest.mark.parametrize(
    ("end", "wanted"),
    [
        ([f"{BRANCH}", DAY, "镇党委意见：同意公示。  高某  3月9日"], ("03-04", "03-09")),
        ([f"{BRANCH}", DAY, "（镇党委审核：同意    3月9日）"], ("03-04", "03-09")),
        ([f"{BRANCH}（盖章）  3月4日", "镇党委批复：同意（章）  2014年3月9日"], ("03-04", "03-09")),
        ([f"承诺党组织：{BRANCH}", "负责人签字：苏某", DAY, "党员大会评议意见：一致通过。  2014年3月6日", "镇党委审批意见：同意。 2014年3月9日"], ("03-04", "03-09")),
        ([f"承诺人：苏某   {DAY}", "支部书记审核：高某     2014年3月9日"], ("03-04", "03-09")),
        ([f"申报时间：{DAY}", f"{BRANCH}"], ("03-04", "")),
        (["承诺人：苏某    联系电话：13800000001", f"{DAY}立"], ("03-04", "")),
    ],
)
def test_whose_days(end: list[str], wanted: tuple[str, str]) -> None:
    title = "2014年公开承诺书"
    assert days(title, *TWO, *end) == wanted
    assert said(title, *TWO, *end) == [line[2:] for line in TWO]


def test_places_of_seals_close_a_ledger() -> None:
    ledger = [["承诺类别", wide("承诺内容及完成时限", 3)], ["共性承诺", wide("（1）每月学习一次。\n（2）佩戴党徽上班。", 3)], ["创新承诺", wide("把书送到车间，九月送到。", 3)]]
    table = [["党组织全称", BRANCH, "党员数", "11"], *ledger, ["党组织（盖章）", f"（章）\n{DAY}", "镇党委审定", "同意\n（章）\n2014年3月9日"]]
    form = only("党组织公开承诺书", table)
    assert [(i.text, i.headings) for i in split(form)] == [
        ("每月学习一次。", ("共性承诺",)), ("佩戴党徽上班。", ("共性承诺",)), ("把书送到车间，九月送到。", ("创新承诺",)),
    ]
    assert days("党组织公开承诺书", table) == ("03-04", "03-09")


def test_numbers_of_several_kinds_beside_one_another() -> None:
    rows = [[{"t": "共性承诺", "rows": 2}, "1", wide("作业全批全改。", 2)], ["2", wide("不搞有偿家教。", 2)], ["岗位承诺", "1", wide("开一节公开课。", 2)]]
    assert [(i.ordinal, i.text, i.headings) for i in split(only("党员承诺表", [["姓名", "苏某", "性别", "男"], *rows], DAY))] == [
        ("1", "作业全批全改。", ("共性承诺",)), ("2", "不搞有偿家教。", ("共性承诺",)), ("1", "开一节公开课。", ("岗位承诺",)),
    ]


def test_a_card_of_one_project_is_one_promise() -> None:
    card = [["项目名称", "卫生室改造", "实施时间", "4月—8月"], ["资金来源", "集体出10万元", "责任人", "苏某"], ["实施步骤", wide("（1）四月选址；（2）五月施工。", 3)]]
    assert said("支部实事项目承诺书", [*card, ["承诺单位（章）", BRANCH, "日期", DAY]]) == ["卫生室改造\n4月—8月\n集体出10万元\n苏某\n（1）四月选址；（2）五月施工。"]


def test_labels_stand_over_values_among_strange_ones() -> None:
    table = [["姓名", "性别", "年龄", "岗位"], ["苏某", "女", "40", "钳工"], ["承诺", CELL], ["签名", "苏某", "日期", DAY]]
    assert {f.key: f.value for f in only("党员承诺书", table).fields} == {"name": "苏某", "gender": "女", "post": "钳工"}


@pytest.mark.parametrize(
    ("lines", "kind", "count"),
    [
        (["携手清河  你我同行", "——致居民的信", "居民朋友们：", "请您别往河里倒垃圾，请您管好自家的狗。", "河道清淤马上开工。", f"{BRANCH}在此承诺："], FormKind.ORG, 2),
        (["心里话", "我叫苏某，东塘村的医生。今年我给自己定了两件事："], FormKind.MEMBER, 2),
        (["公　示", f"现将{BRANCH}承诺事项公示如下："], FormKind.ORG, 2),
        (["“党员先行”倡议暨承诺书", "我们倡议：一是主动上堤；二是带头转移。", f"{BRANCH}全体党员先行承诺："], FormKind.ORG, 2),
    ],
)
def test_promises_behind_a_long_opening(lines: list[str], kind: FormKind, count: int) -> None:
    signer = "苏某" if kind is FormKind.MEMBER else BRANCH
    form = only(*lines, *TWO, signer, DAY)
    assert (form.kind, len(split(form))) == (kind, count)


@pytest.mark.parametrize(
    "lines",
    [
        ["东塘村党员承诺暖人心", "3月5日，支部开会，12名党员向村民郑重承诺：", "每月扫一次路。", "（通讯员 高某）2014年3月6日"],
        ["2013年承诺事项完成情况表", [["承诺事项", "完成情况"], ["修路两公里", "已通车"], ["建书屋一间", "已开放"]], BRANCH, "2013年12月20日"],
    ],
)
def test_reports_of_promises_are_no_forms(lines: list[Any]) -> None:
    with pytest.raises(NoFormFound):
        find_forms(document(*lines))
