"""Words that people answer with: what is said no to, what is yet to come and what is so in part is not what the word alone says."""

from __future__ import annotations

import pytest

from pipeline.answering import Progress, Said, apart, assent, heading, progress
from pipeline.decisions.words import meant


@pytest.mark.parametrize("text", ["是", "已完成。", "全部完成", "100%", "超额完成120%", "已于5月20日前完成", "5月20日完成了", "完成（5月20日）", "√", "办好了", "已按期办结"])
def test_done(text: str) -> None:
    assert progress(text) is Progress.DONE


@pytest.mark.parametrize(
    "text", ["否", "9月30日前完成", "预计6月底完成", "基本完成", "完成80%", "未全部完成", "办理中", "正在办", "完不成", "已完成3次，还差1次", "年底前完成", "无法完成", "八成"]
)
def test_not_done(text: str) -> None:
    assert progress(text) is Progress.OPEN


@pytest.mark.parametrize("text", ["", "是/否", "是否完成", "完成情况良好", "已完成（除2盏）", "6月底完成", "见附件", "同上"])
def test_neither(text: str) -> None:
    assert progress(text) is Progress.UNCLEAR


def test_yes_and_no_are_turned_round_once() -> None:
    assert [assent(word) for word in ("同意", "不同意", "无异议", "不予采纳", "属实", "误判", "ｏｋ", "×", "同意吗")] == [
        True, False, True, False, True, False, True, False, None,
    ]  # fmt: skip


def test_a_remark_begins_behind_the_first_sign() -> None:
    assert apart("误判，时限写在附件里") == Said("误判", "时限写在附件里")
    assert apart("不同意（附件中有）") == Said("不同意", "附件中有")
    assert apart("改成“A”和“B”").rest == "“A”和“B”"
    assert heading("是否完成\n（是/否）") == "是否完成"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("误判，时限写在附件里", "", ""), ("不采纳", "时限写在附件里", "")),
        (("改为：请写明日期。", "", ""), ("改写", "请写明日期。", "")),
        (("同意，但措施不用写", "", ""), ("同意，但措施不用写", "", "")),
        (("同意，删除", "", ""), ("同意，删除", "", "")),
        (("没问题", "", ""), ("没问题", "", "")),
        (("不行", "", ""), ("不行", "", "")),
        (("已改", "", "该支部"), ("已改", "", "本单位")),
    ],
)
def test_a_decision_in_other_words(typed: tuple[str, str, str], said: tuple[str, str, str]) -> None:
    assert meant(*typed) == said
