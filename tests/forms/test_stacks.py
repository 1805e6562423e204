"""Promises one below the other, each a block of rows under labels that come again."""

from __future__ import annotations

from typing import Any

from forms_paper import document, wide

from extractors.forms import find_forms
from extractors.items import split
from extractors.model import CommitmentItem, Form

HEAD = [["姓名", wide("石榴红", 2), "性别", "女"], ["所在党支部", wide("晨光小学第一党支部", 2), "联系电话", "0731-7001234"]]
END = [[wide("承诺人：石榴红　2013年3月2日", 5)], [wide("支部大会意见：大家都赞成。　2013年3月4日", 5)]]


def tall(text: str, rows: int) -> dict[str, Any]:
    return {"t": text, "rows": rows}


def read(*rows: list[Any]) -> tuple[Form, tuple[CommitmentItem, ...]]:
    (form,) = find_forms(document("党员公开承诺书（2013年）", [*HEAD, *rows, *END]))
    return form, split(form)


def said(*rows: list[Any]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(i.ordinal, i.text, i.headings) for i in read(*rows)[1]]


def test_a_count_beside_its_labels() -> None:
    form, items = read(
        [tall("第一件事", 3), "办啥事", wide("给低年级装护眼灯30盏", 3)],
        ["咋样办", wide("找校友捐钱", 3)], ["几时办成", wide("8月底", 3)],
        [tall("第二件事", 3), "办啥事", wide("每周给住校生补课两次", 3)], ["咋样办", wide("", 3)], ["几时办成", wide("全年", 3)],
    )
    assert [(i.ordinal, i.text) for i in items] == [("第一件事", "给低年级装护眼灯30盏\n找校友捐钱\n8月底"), ("第二件事", "每周给住校生补课两次\n全年")]
    assert {name: [items[0].text[a:b] for a, b in spans] for name, spans in items[0].columns.items()} == {
        "project": ["给低年级装护眼灯30盏"], "measures": ["找校友捐钱"], "deadline": ["8月底"],
    }
    assert form.approval.opinion == "大家都赞成。"
    assert str(form.approval.date.day) == "2013-03-04"


def test_two_labels_in_a_row() -> None:
    assert said(
        [tall("事项一", 2), "内容", wide("给低年级装护眼灯30盏", 3)], ["时限", "8月底", "谁来办", "总务处"],
        [tall("事项二", 2), "内容", wide("每周给住校生补课两次", 3)], ["时限", "全年", "谁来办", "石榴红"],
    ) == [("事项一", "给低年级装护眼灯30盏\n8月底\n总务处", ()), ("事项二", "每周给住校生补课两次\n全年\n石榴红", ())]


def test_a_count_across_the_table_over_its_labels() -> None:
    assert said(
        [wide("承诺一", 5)], ["事项", wide("给低年级装护眼灯30盏", 4)], ["期限", wide("8月底", 4)],
        [wide("承诺二", 5)], ["事项", wide("每周给住校生补课两次", 4)], ["期限", wide("全年", 4)],
    ) == [("承诺一", "给低年级装护眼灯30盏\n8月底", ()), ("承诺二", "每周给住校生补课两次\n全年", ())]


def test_themes_and_counts_beside_the_labels() -> None:
    assert said(
        [tall("教学", 4), tall("1", 2), "事项", wide("公开课一学期四节", 2)], ["措施", wide("集体备课", 2)],
        [tall("2", 2), "事项", wide("写一本教案", 2)], ["措施", wide("逐周检查", 2)],
        [tall("学生", 2), tall("3", 2), "事项", wide("给住校生补课每周两次", 2)], ["措施", wide("轮流排班", 2)],
    ) == [
        ("1", "公开课一学期四节\n集体备课", ("教学",)), ("2", "写一本教案\n逐周检查", ("教学",)), ("3", "给住校生补课每周两次\n轮流排班", ("学生",)),
    ]


def test_themes_without_a_count() -> None:
    assert said(
        [tall("教学", 2), "目标", wide("公开课一学期四节", 3)], ["措施", wide("集体备课", 3)],
        [tall("学生", 2), "目标", wide("给住校生补课每周两次", 3)], ["措施", wide("轮流排班", 3)],
    ) == [("", "公开课一学期四节\n集体备课", ("教学",)), ("", "给住校生补课每周两次\n轮流排班", ("学生",))]


def test_the_label_of_the_promises_before_each_block_is_no_heading() -> None:
    assert said(
        [tall("承诺事项", 2), "目标", wide("公开课一学期四节", 3)], ["措施", wide("集体备课", 3)],
        [tall("承诺事项", 2), "目标", wide("给住校生补课每周两次", 3)], ["措施", wide("轮流排班", 3)],
    ) == [("", "公开课一学期四节\n集体备课", ()), ("", "给住校生补课每周两次\n轮流排班", ())]


def test_particulars_of_two_people_are_no_promises() -> None:
    _, items = read(
        [tall("1", 2), "姓名", wide("杏子黄", 3)], ["电话", wide("0731-7001235", 3)],
        [tall("2", 2), "姓名", wide("李子青", 3)], ["电话", wide("0731-7001236", 3)],
        ["承诺事项", wide("1.每周给住校生补课两次。\n2.公开课一学期四节。", 4)],
    )
    assert [i.text for i in items] == ["每周给住校生补课两次。", "公开课一学期四节。"]


def test_counted_promises_each_over_its_elements() -> None:
    assert said(
        ["承诺项目1", wide("给低年级装护眼灯", 4)], ["完成标准", wide("30盏全亮", 4)], ["完成时限", wide("8月底", 4)],
        ["承诺项目2", wide("给住校生补课", 4)], ["完成标准", wide("每周两次", 4)], ["完成时限", wide("全年", 4)],
    ) == [("承诺项目1", "给低年级装护眼灯\n30盏全亮\n8月底", ()), ("承诺项目2", "给住校生补课\n每周两次\n全年", ())]


def test_lists_of_as_many_points_say_more_of_each_promise() -> None:
    _, items = read(
        ["承诺事项", wide("1.给低年级装护眼灯30盏\n2.每周给住校生补课两次", 4)], ["工作措施", wide("1.找校友捐钱\n2.轮流排班", 4)],
        ["完成时限", wide("1.8月底\n2.全年", 4)], ["责任人", wide("1.总务处\n2.石榴红", 4)],
    )
    assert [(i.ordinal, i.text) for i in items] == [("1.", "给低年级装护眼灯30盏\n找校友捐钱\n8月底\n总务处"), ("2.", "每周给住校生补课两次\n轮流排班\n全年\n石榴红")]
    assert {name: [items[1].text[a:b] for a, b in spans] for name, spans in items[1].columns.items()} == {
        "project": ["每周给住校生补课两次"], "measures": ["轮流排班"], "deadline": ["全年"], "responsible": ["石榴红"],
    }


def test_what_is_said_of_all_promises_is_none() -> None:
    assert said(
        ["承诺事项", wide("1.给低年级装护眼灯30盏\n2.每周给住校生补课两次", 4)], ["工作措施", wide("支部书记带头值班，每周碰头一次，向家长通报进度，遇到难处及时报告学校党委。", 4)], ["完成时限", wide("2013年底", 4)],
    ) == [("1.", "给低年级装护眼灯30盏", ()), ("2.", "每周给住校生补课两次", ())]
