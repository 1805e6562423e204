"""Slips and habits of clerks that are no layout of their own: short promises beside a name, the signer under the title, own opinions."""

from __future__ import annotations

from typing import Any

import pytest
from forms_paper import document

from extractors.forms import find_forms
from extractors.items import split
from extractors.model import Form


def one(*entries: Any) -> Form:
    (form,) = find_forms(document(*entries))
    return form


WHO = ["姓名", "桑某", "所在支部", "西巷支部"]


def test_a_short_sentence_beside_a_name_is_a_promise_under_it() -> None:
    rows = [
        ["立足岗位", "1．巷口的六盏灯每晚按时亮起来。\n2．每月检修线路一次，不留隐患过夜"],
        ["带头学习", "每月读书一本，写下心得。"],
        ["遵章守纪", "1．不收用户一包烟、一杯酒、一分钱。\n2．上门必穿鞋套，走时带走垃圾。"],
    ]
    items = split(one("党员公开承诺书", [WHO, *[[head, said, "", ""] for head, said in rows]], "承诺人：桑某　2014年3月4日"))
    assert [(i.text, i.headings) for i in items][2] == ("每月读书一本，写下心得。", ("带头学习",))
    assert len(items) == 5


@pytest.mark.parametrize("line", ["西巷供电所线路检修班　　桑某", "西巷供电所　桑某"])
def test_the_signer_under_the_title_promises_nothing(line: str) -> None:
    letter = ("我是一名线路工，现郑重承诺如下：", "每月检修线路一次；六月底前换坏灯四盏；为三户老人买菜到年底。")
    form = one("公开承诺", line, *letter, "承诺人：桑某", "2014年3月4日")
    assert form.person == "桑某"
    assert [i.text for i in split(form)] == ["每月检修线路一次", "六月底前换坏灯四盏", "为三户老人买菜到年底"]


def test_a_seal_in_brackets_with_its_organisation() -> None:
    form = one("公开承诺书", "作为公司党委书记，我郑重承诺：", "1、每月接访一次。", "2、七月底前修好浴室。", "承诺人：桑某", "（中共西巷灯具有限公司委员会　章）", "2014年3月4日")
    values = {f.key: f.value for f in form.fields}
    assert (form.signing.signer, values.get("name"), values.get("org_name"), len(split(form))) == ("桑某", "桑某", None, 2)


PROMISES = [["序号", "承诺事项", "完成时限"], ["1", "换坏灯四盏", "2014年6月"], ["2", "每周扫街两次", "全年"]]


@pytest.mark.parametrize(
    ("label", "signed"),
    [("承诺单位意见", "2014-03-04"), ("支部意见", "2014-03-04"), ("街道纪工委意见", "None")],
)
def test_an_organisations_own_opinion_is_dated_when_it_signs(label: str, signed: str) -> None:
    head = [["党组织名称", "西巷社区党支部", "党员人数", "19"]]
    own, upper = [label, "大会通过。\n（盖章）\n2014年3月4日"], ["街道党工委意见", "同意。\n（盖章）\n2014年3月11日"]
    form = one("基层党组织公开承诺书", head, PROMISES, [own, upper])
    assert (str(form.signing.date.day), str(form.approval.date.day)) == (signed, "2014-03-11")


def test_a_limit_beside_a_promise_is_no_promise() -> None:
    rows = [
        ["岗位承诺", "1、备课到位。\n2、作业全批全改。", "完成时限", "2013年7月"],
        ["服务承诺", "课后免费辅导两名学生", "完成时限", "每周三"],
        ["廉洁承诺", "不搞有偿家教", "完成时限", "长期"],
    ]
    items = split(one("党员公开承诺书", [WHO, *rows], "承诺人：桑某　2013年3月4日"))
    assert [(i.text, i.headings) for i in items][2:] == [("课后免费辅导两名学生\n完成时限：每周三", ("服务承诺",)), ("不搞有偿家教\n完成时限：长期", ("廉洁承诺",))]
    assert len(items) == 4


def test_a_hint_over_an_unnumbered_promise_is_none() -> None:
    rows = [["一、岗位承诺", "每月检修线路一次，故障一小时内到场；全年无责任停电。", "", ""], ["二、服务承诺", "（填写服务用户方面内容）\n为六户老人换开关，每季度上门一次", "", ""]]
    items = split(one("党员公开承诺书", [WHO, *rows], "承诺人：桑某　2013年3月4日"))
    assert [i.text for i in items][-1] == "为六户老人换开关，每季度上门一次"
    assert not any("填写" in i.text for i in items)
