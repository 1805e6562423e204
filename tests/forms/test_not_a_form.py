"""Files that hold no form say what they seem to be."""

from __future__ import annotations

from typing import Any

import pytest
from forms_paper import document

from extractors.errors import NoFormFound
from extractors.forms import find_forms

ROSTER = [["序号", "姓名", "性别", "民族", "出生年月", "入党时间"], *[[str(n), "张三", "男", "汉", "1970.1", "1990.1"] for n in range(1, 5)]]
CASES: list[tuple[str, list[Any]]] = [
    ("通知", ["关于认真做好2012年度公开承诺工作的通知", "各党总支：", "一、突出重点，明确承诺内容", "党组织要郑重承诺。", "二、时间安排", "2012年度基层党组织公开承诺书", "注：承诺书一式三份，公示一份。"]),
    ("通知", ["关于印发公开承诺书的通知", "各支部：", "现将承诺书印发。", "1.填写", "2.上报", "2012年3月1日"]),
    ("会议记录", ["XX支部会议记录", "时间：2012年3月1日", "地点：会议室", "会议讨论了公开承诺书的填写，大家郑重承诺认真填写。"]),
    ("花名册", ["党员花名册", ROSTER]),
    ("花名册", ["机关支部", ROSTER]),
    ("总结或报告", ["2012年公开承诺情况报告", "一、基本情况", "我支部去年公开承诺了5件事，均已完成。"]),
    ("汇总表", ["水井站党支部承诺事项销号台账", [["序号", "承诺事项", "完成时限", "完成情况", "是否销号"], ["1", "淘深六口井", "6月底", "已淘深六口", "已销号"], ["2", "修井栏", "3月底", "3月20日修好", "已销号"]]]),
    ("", ["质量保证书", "发包人：水井镇　承包人：清淘队", "1、保证井壁不漏。", "2、保修期五年，承担全部费用。", "代表人（签字）：柳大堤", "2015年3月8日"]),
    ("", ["护井责任状", "甲方：水井镇　乙方：水井站", "1、乙方保证井台清洁。", "2、甲方按季付款。", "责任人（签字）：柳大堤", "2015年3月8日"]),
    ("申请书", ["入党申请书", "敬爱的党组织：", "我志愿加入中国共产党，郑重承诺：坚决履行党员义务，随时准备为党和人民牺牲一切，永不叛党。"]),
    ("空白文档", ["", "  "]),
    ("空白文档", []),
]


@pytest.mark.parametrize(("seeming", "blocks"), CASES)
def test_message_names_what_it_seems_to_be(seeming: str, blocks: list[Any]) -> None:
    with pytest.raises(NoFormFound) as caught:
        find_forms(document(*blocks))
    assert seeming in caught.value.message


def test_a_form_without_a_title_is_known_by_its_words() -> None:
    (form,) = find_forms(document("我支部向社会公开承诺如下：", "一、安装路灯20盏，6月底前完成。", "二、办事公开，每季度公布一次。", "红星社区党支部", "2012年3月2日"))
    assert (form.unit, form.title.text) == ("红星社区党支部", "")
