"""Tables of organisations' forms: one table a promise, labels within the rows, seals below opinions, places for what comes later."""

from __future__ import annotations

from typing import Any

import pytest
from forms_paper import document, wide

from extractors.forms import find_forms
from extractors.items import split
from extractors.model import CommitmentItem, Form, FormKind

BRANCH = "柿树岭村党支部"
HEAD = ["党组织名称", BRANCH, "党员人数", "31"]


def only(*entries: Any) -> Form:
    (form,) = find_forms(document(*entries))
    return form


def column(item: CommitmentItem, name: str) -> list[str]:
    return [item.text[span.start : span.end] for span in item.columns.get(name, ())]


def test_one_table_a_promise_whose_name_speaks_like_a_header() -> None:
    one = [["承诺事项", "除险加固小水库3座"], ["具体措施", "分两批施工"], ["完成时限", "汛前"], ["责任人", "涂某"]]
    two = [["承诺事项", "解决120户吃水难问题"], ["具体措施", "接通自来水管网"], ["完成时限", "11月底"], ["责任人", "鲁某"]]
    three = [["承诺事项", "审批承诺时限缩到7天"], ["具体措施", "审批事项都进大厅"], ["完成时限", "年底"], ["责任人", "费某"]]
    form = only("党支部公开承诺书", f"党组织名称：{BRANCH}　　负责人：苏某", one, two, three, BRANCH, "2013年2月26日")
    items = split(form)
    assert [i.text.split("\n") for i in items] == [[row[1] for row in table] for table in (one, two, three)]
    assert [(column(i, "deadline"), column(i, "responsible")) for i in items] == [(["汛前"], ["涂某"]), (["11月底"], ["鲁某"]), (["年底"], ["费某"])]


def test_labels_repeated_within_the_rows() -> None:
    head = ["党组织名称", wide(BRANCH, 2), "党员人数", "31"]
    first = [["1", "支委会每半月开一次，议定的事三日内上墙。", "责任人", "涂某"], ["2", "每名委员联系两个村民小组。", "责任人", "鲁某"]]
    second = [wide("二、党员队伍好", 4)], ["3", "十月前办两期夜校。", "责任人", "费某"]
    items = split(only("基层党组织公开承诺书", [head, [{"t": "公开承诺事项", "rows": 5}, wide("一、领导班子好", 4)], *first, *second]))
    assert [(i.ordinal, i.headings, column(i, "responsible")) for i in items] == [
        ("1", ("领导班子好",), ["涂某"]), ("2", ("领导班子好",), ["鲁某"]), ("3", ("党员队伍好",), ["费某"]),
    ]
    assert "责任人" not in "".join(i.text for i in items)


PROMISES = ["公开承诺事项", wide("1.六月底前换掉巷口的坏灯。\n2.每周六教孩子写字。", 3)]


@pytest.mark.parametrize("seal", [["党组织签章", wide("（盖章）\n2012年3月26日", 3)], ["党支部（签章）", "苏某\n2012年3月26日", "备注", ""]])
def test_a_seal_below_the_opinion_is_the_promisers(seal: list[Any]) -> None:
    form = only("基层党组织公开承诺书", [HEAD, PROMISES, ["上一级党组织审定意见", wide("同意。\n（盖章）\n2012年3月30日", 3)], seal])
    assert (str(form.signing.date.day), str(form.approval.date.day), form.approval.opinion) == ("2012-03-26", "2012-03-30", "同意。")


def test_the_seal_below_an_opinion_without_a_day_is_the_superiors() -> None:
    form = only("基层党组织公开承诺书", [HEAD, PROMISES, ["镇党委审核意见", wide("同意。", 3)], ["单位（盖章）", wide("2012年3月30日", 3)]])
    assert (form.signing.date.day, str(form.approval.date.day)) == (None, "2012-03-30")


def test_opinions_side_by_side() -> None:
    row = ["党总支意见", "同意。\n签字：丰某\n2012年3月8日", "党委审核意见", "同意公示。\n（盖章）\n2012年3月12日"]
    form = only("基层党组织公开承诺书", [HEAD, PROMISES, row])
    assert (form.approval.opinion, str(form.approval.date.day)) == ("同意公示。", "2012-03-12")


def test_an_opinion_beside_its_day() -> None:
    form = only("党支部承诺书", [HEAD, PROMISES, ["支部书记签字", "苏某", "日期", "2013.2.18"], ["机关工委审批", "同意", "日期", "2013.2.25"]])
    assert (form.approval.opinion, str(form.approval.date.day), str(form.signing.date.day)) == ("同意", "2013-02-25", "2013-02-18")


def test_places_for_what_comes_later_promise_nothing() -> None:
    later = [["第一季度践诺情况", "", "第二季度践诺情况", ""], ["第三季度践诺情况", "", "第四季度践诺情况", ""]]
    assert len(split(only("党支部公开承诺及践诺登记表", [HEAD, PROMISES, *later]))) == 2


def test_the_approval_tells_the_year() -> None:
    form = only("党支部公开承诺书", [HEAD, PROMISES, ["上级党组织意见", wide("同意。\n2012年3月30日", 3)]])
    assert (form.year, form.signing.date.day) == (2012, None)


def test_a_line_for_complaints_is_no_opinion_over_the_day() -> None:
    form = only("服务大厅党支部服务承诺", "1.当日发照。", "2.退税五个工作日内办结。", "投诉电话：12345　　意见箱设在门口", f"{BRANCH}　2015年3月")
    assert not form.approval.printed
    assert form.year == 2015


def test_a_name_that_begins_like_an_office() -> None:
    form = only("党支部公开承诺书", "1.当日发照。", "2.退税五个工作日内办结。", BRANCH, "负责人：司马青青", "2015年3月2日")
    assert {f.key: f.value for f in form.fields}["head"] == "司马青青"


def test_the_committee_signs_a_letter() -> None:
    end = ["野茶坪村党支部书记：雷某山", "副书记：苗某", "委员：田某", "2011年4月8日"]
    form = only("致全体村民的一封公开承诺信", "父老乡亲们：", "村党支部经党员大会通过，向全村父老公开承诺，办好两件事：", "1、修路。十月底完工。", "2、通水。八月前家家有水。", *end)
    assert (form.kind, form.unit, len(split(form))) == (FormKind.ORG, "野茶坪村党支部", 2)
    assert "head" not in {f.key for f in form.fields if f.value == "苗某"}


def test_two_who_seal_side_by_side() -> None:
    form = only("庙坡村“两委”公开承诺书", "1.三月底前栽完黄桃。", "2.十月底前拆完危房。", "中共庙坡村支部委员会（盖章）       庙坡村村民委员会（盖章）", "2017年3月1日")
    assert form.unit == "中共庙坡村支部委员会"


def test_a_title_to_the_public_below_the_name() -> None:
    title = [{"p": text, "style": "title"} for text in ("中共石桥县城市管理局总支委员会", "向社会公开承诺书")]
    form = only(*title, "局党总支向全县人民承诺：", "（一）先教育后处罚。", "（二）四月起划定早市摊位二十个。", "2014年4月20日")
    assert form.title.text == "中共石桥县城市管理局总支委员会向社会公开承诺书"


def test_names_of_the_set_under_a_header_of_contents_head_the_rows() -> None:
    rows = [["领导班子好", "成员满意率95%", "每月开一次生活会", "全年"], ["工作机制好", "计量制度上墙", "双人复核", "3月底"], ["群众反映好", "投诉为零", "设便民角", "全年"]]
    items = split(only("“五个好”公开承诺书", [["党组织名称", BRANCH, "书记", "苏某"], ["创建内容", "承诺目标", "具体措施", "完成时限"], *rows]))
    assert [(i.headings, i.text.split("\n")[0]) for i in items] == [((row[0],), row[1]) for row in rows]


def test_kinds_beside_what_is_promised_head_the_rows() -> None:
    rows = [["学习方面", "每周五下午学习一小时", "全年"], ["教学方面", "期末均分进前五名", "7月"], ["服务方面", "免费看护到六点", "长期"]]
    items = split(only("党组织公开承诺书", [["党组织名称", wide(BRANCH, 2)], ["承诺事项", "具体内容", "完成时限"], *rows]))
    assert [(i.headings, i.text.split("\n")[0]) for i in items] == [((row[0],), row[1]) for row in rows]


def test_the_number_of_the_paper_heads_nothing() -> None:
    form = only("基层党组织公开承诺书", "编号：青乡党诺〔2011〕3号", [HEAD, PROMISES])
    assert [i.headings for i in split(form)] == [(), ()]


def test_two_heads_sign_on_a_line_below_a_ledger() -> None:
    ledger = [["序号", "承诺事项", "完成时限"], ["1", "修路两公里", "九月"], ["2", "通水到户", "六月"]]
    form = only("化工学院党委公开承诺书", ledger, "学院党委书记（签字）：苯某        院长（签字）：酮某", "2012年3月10日")
    assert not [f.value for f in form.fields if "院长" in (f.value or "")]


@pytest.mark.parametrize("limits", ["8月底\n春节前\n11月底", "1.8月底\n2.春节前\n3.11月底"])
def test_limits_line_by_line_beside_the_promises(limits: str) -> None:
    row = ["公开承诺事项", "1.修蓄水池3口。\n2.慰问党员10名。\n3.打通断头路600米。", "完成时限", limits]
    items = split(only("基层党组织公开承诺书", [HEAD, row]))
    assert [(i.ordinal, i.frames[0].passage.text) for i in items] == [("1.", "8月底"), ("2.", "春节前"), ("3.", "11月底")]


def test_a_name_in_brackets_below_the_title_and_one_that_opens_the_text() -> None:
    ledger = [["序号", "办实事项目", "完成时限"], ["1", "改造供水十二处", "十月"], ["2", "上门检修", "每季度"]]
    assert only("2022年度承诺清单", "（供水公司党总支）", ledger, "2022年1月25日").unit == "供水公司党总支"
    text = "中共水利学院委员会（在册党员356名）结合实际，公开承诺："
    assert only("学院党委2011年公开承诺", text, "1.十月前装修自习室。", "2.设院长信箱。", "2011年3月7日").unit == "中共水利学院委员会"


def test_sentences_beside_an_unknown_row_stay_and_are_not_doubled() -> None:
    """A row that nobody knows, sentences in a third cell, and another such row below."""
    rows = [["姓名", wide("涂某", 2)], ["我的心愿", "做一个让孩子们喜欢的老师", "每周家访一户。\n每月读一本书。\n每天早到校。"], ["我的行动", wide("每周家访两户困难学生家庭", 2)]]
    form = only("党员公开承诺书", rows, "承诺人：涂某", "2013年2月26日")
    assert [i.text for i in split(form)] == ["做一个让孩子们喜欢的老师", "每周家访一户。", "每月读一本书。", "每天早到校。", "每周家访两户困难学生家庭"]
