"""Papers of other purposes, letters that never call themselves a form, and templates in which nobody has written."""

from __future__ import annotations

from typing import Any

import pytest
from forms_paper import document, wide

from extractors.errors import NoFormFound
from extractors.forms import filled_forms, find_forms
from extractors.items import split

DAY = "2018年3月9日"
OTHERS: list[Any] = [
    pytest.param(["诚信经营承诺书", "我店郑重承诺：", "1.明码标价，不短斤少两。", "2.七日内无理由退货。", "如有违反，自愿接受市场监管部门处罚。", "柳大堤", DAY], id="shop"),
    pytest.param(["诚信考试承诺书", "本人郑重承诺：", "1.遵守考场纪律。", "2.不作弊、不替考。", "3.如有违规，愿接受学校处理。", "考生签名：柳大堤", DAY], id="candidate"),
    pytest.param(["供货承诺书", "致：水井镇中心小学", "我公司承诺：", "1.每日6时前送达。", "2.若因质量问题造成事故，由我公司承担全部责任。", "绿井农产品公司", DAY], id="supplier"),
    pytest.param(["返校承诺书", "本人承诺：", "1.每日早晚测温。", "2.服从学校管理。", "以上如有隐瞒，承担一切后果。", "学生签名：柳小堤", DAY], id="health"),
    pytest.param(["保密承诺书", "本人庄重承诺：", "一、不泄露秘密。", "二、离岗交回文件。", "违反上述承诺，自愿承担党纪、政纪责任和法律后果。", "承诺人：柳大堤", DAY], id="secrets"),
]


@pytest.mark.parametrize("lines", OTHERS)
def test_whoever_binds_himself_by_law_gives_no_public_promise(lines: list[Any]) -> None:
    with pytest.raises(NoFormFound, match="其他用途的承诺书"):
        find_forms(document(*lines))


@pytest.mark.parametrize("by", ["水井村党支部党员柳大堤", "我是一名党员。", "现向全村群众承诺：", "服务承诺："])
def test_a_member_or_a_house_that_serves_may_name_a_penalty(by: str) -> None:
    (form,) = find_forms(document("承诺书", by, "一、每周扫井台两次。", "二、6月底前装灯20盏。", "如有违反，愿接受处理并承担一切后果。", "柳大堤", DAY))
    assert len(split(form)) == 2


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["公开承诺评议表", [["党员姓名", "柳大堤", "所在支部", "水井村党支部"], ["承诺事项", wide("1.每周扫井台两次。\n2.帮扶一户。", 3)]], "评议人：桑田"], id="sheet of judges"),
        pytest.param(["征求意见表", "我校党支部将于近期开展公开承诺活动，请您提出意见。", [["您认为应办的实事", "错时放学"], ["您的希望", "多开图书室"]], "水井小学党支部"], id="wishes"),
        pytest.param(["电子发票", [["货物名称", "规格", "单位", "数量", "金额"], ["承诺书内页", "A4", "张", "200", "194.17"], ["承诺公示牌", "40cm", "块", "18", "1513.27"]]], id="bill"),
        pytest.param(["对照检查材料", "下一步我承诺做到以下几点：", "一、每周学习两次。", "二、每月走访5户。", "水井村党支部　柳大堤", DAY], id="self-criticism"),
        pytest.param(["在水井镇大会上的讲话", "同志们：", "今年我们要办好几件大事，请大家监督：", "一、修通三条路。", "二、建敬老院。"], id="speech"),
    ],
)
def test_papers_that_only_speak_of_promises(lines: list[Any]) -> None:
    with pytest.raises(NoFormFound):
        find_forms(document(*lines))


LETTERS: list[Any] = [
    pytest.param(["致家长的一封信", "尊敬的家长：", "学校党支部把本学期要为孩子们做的几件事告诉您：", "一、三月底前换课桌120套。", "二、图书室每周五开到六点。", "没有做到的，请打电话5550000。", "水井小学党支部", DAY], id="parents"),
    pytest.param(["致患者朋友", "我院内科党支部全体党员向您保证：", "一、首问负责，不推诿。", "二、每月义诊一次。", "欢迎您监督。", "水井医院内科党支部", DAY], id="patients"),
    pytest.param(["公　告", "经党员大会讨论，今年村党支部决定为大家办以下实事，请大家监督：", "1.六月底前装路灯20盏。", "2.八月底前清淤水渠3公里。", "水井村党支部", DAY], id="public notice"),
    pytest.param(["在村民会上的表态", "大家投了票，我心里热乎。", "我把今年要办的事一样一样说出来：", "第一，八月底前修好提水站。", "第二，村部每天有人坐班。", "做不到，我自己辞职。", "承诺人：柳大堤"], id="new secretary"),
    pytest.param(["水井局党支部关于2012年公开承诺事项的报告", "县直机关工委：", "经讨论，我支部确定了2012年公开承诺事项。现报告如下：", "一、装路灯20盏，6月底前完成。", "二、每月公布账目。", "水井局党支部", DAY], id="report that hands them in"),
    pytest.param(["表态发言", "刚才宣读了任命，我坚决拥护。在此，我郑重表态：", "一、年底前还清欠款12万元。", "二、每周五在村部接待村民。", "请乡亲们监督。", "水井村党支部书记　柳大堤", DAY], id="speech of a new secretary"),
    pytest.param(["老同事们：", "我退休了。我给大家许个愿：", "一是每周二去老年大学教书法。二是把楼下花坛管起来。", "说到做到，请大家看着。", "离退休支部　柳大堤", DAY], id="in one paragraph"),
    pytest.param(["党员先锋岗", "姓名：柳大堤　　职务：窗口负责人", "我承诺：", "★每日提前十分钟到岗。", "★办件限时三日。"], id="card"),
    pytest.param(["2018年任期目标", "我们向全体村民公开今年的目标任务，接受大家监督：", "1.修通机耕路3公里，10月完工。", "2.建文化广场一个。", "水井村党支部　水井村村委会", DAY], id="aims"),
    pytest.param(["2018年水井村党支部为民办实事清单", [["序号", "实事", "完成时限", "责任人"], ["1", "修路3公里", "9月底", "柳大堤"], ["2", "装路灯20盏", "6月底", "桑田"]], f"水井村党支部　{DAY}"], id="list of deeds"),
]  # fmt: skip


@pytest.mark.parametrize("lines", LETTERS)
def test_letters_that_say_what_will_be_done_are_forms(lines: list[Any]) -> None:
    (form,) = find_forms(document(*lines))
    assert len(split(form)) == 2


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["水井村的事", "今年村党支部把要办的几件事告诉大家，请大家监督：", "一、路灯已经装好。", "二、水渠已修好。", "水井村党支部", DAY], id="done"),
        pytest.param(["水井村的事", "今年村党支部把要办的几件事告诉大家：", "一、六月底前装路灯。", "二、八月底前清水渠。", "水井村党支部", DAY], id="nobody answers"),
        pytest.param(["水井村的事", "今年村党支部把要办的几件事告诉大家，请大家监督：", "一、六月底前装路灯。", "二、八月底前清水渠。"], id="nobody signs"),
    ],
)
def test_a_letter_that_lacks_one_of_them_is_none(lines: list[Any]) -> None:
    with pytest.raises(NoFormFound):
        find_forms(document(*lines))


def blank(**values: str) -> list[Any]:
    head = ["党员姓名", values.get("name", ""), "所在党支部", values.get("branch", "")]
    return ["2012年度党员公开承诺书", [head, ["公开承诺事项及完成时限", wide(values.get("body", "1.\n2.\n（签名）\n　　年　　月　　日"), 3)], ["党支部审定意见", wide("（盖章）\n年　月　日", 3)]]]


def test_a_blank_template_is_shown_and_is_no_submission() -> None:
    assert len(find_forms(document(*blank()))) == 1
    with pytest.raises(NoFormFound, match="空白承诺书（没有填写）") as caught:
        filled_forms(document(*blank()))
    assert "填写后重新报送" in caught.value.next_step


def test_templates_attached_to_a_notice() -> None:
    with pytest.raises(NoFormFound, match="通知，所附的承诺书没有填写"):
        filled_forms(document("关于公开承诺的通知", "各支部：", "请按附件填写。", "附件1：", *blank()))


def test_the_blank_beside_a_filled_form_is_left_out() -> None:
    (form,) = filled_forms(document(*blank(name="柳大堤", branch="水井村党支部", body="1.每周扫井台两次。"), *blank()))
    assert form.person == "柳大堤"


@pytest.mark.parametrize("written", [{"name": "柳大堤"}, {"branch": "水井村党支部"}, {"body": "1.每周扫井台两次。"}, {"body": "（签名）\n2012年3月1日"}])
def test_a_template_with_anything_written_in_it_is_seen(written: dict[str, str]) -> None:
    assert len(filled_forms(document(*blank(**written)))) == 1


def test_a_letter_to_fill_in_is_blank_too() -> None:
    lines = ["党员承诺书", "我是______党支部党员______，郑重承诺：", "1.____________", "2.____________", "承诺人：______", "　　年　　月　　日"]
    with pytest.raises(NoFormFound, match="没有填写"):
        filled_forms(document(*lines))
