"""Duties told in plain words, and deeds told just as plainly that are none."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.language import annotate
from extractors.model import CommitmentItem, FormKind, Passage, ReadingContext

CONTEXT = ReadingContext(year=2012, reference_date=date(2012, 3, 10))
DUTIES = (
    "晚上查寝，人数点清再锁门。", "动火前开动火票，有人看着才焊。", "档案借出去按时收回来。", "公章不随便盖，盖一次登一次。", "来电有人接，来信有人回。",
    "学校怎么安排，我就怎么干。", "工程款没有验收单不付。", "收费的窗口，多一分不收，少一分不让。", "按单子发药，核对清楚再递出去。", "下班前关灯关窗锁门。", "家长送东西退回去，请吃饭不去。",
)  # fmt: skip
DEEDS = (
    "先给老教师换一批电脑，再给青年教师换。", "照着兄弟学校的样子办一个小超市。", "组织老同志看一场电影。", "把楼道里的小广告刷干净。", "整理一份办事指南。",
    "先修东边那段路，西边的等雨季过后再修。", "按科室排一个讲课顺序，大家轮着讲。", "谁家有难处，支部派人上门看一看。",
)  # fmt: skip


def faulty(text: str) -> bool:
    found = annotate([CommitmentItem(0, Passage(text))], FormKind.MEMBER, CONTEXT)[0].wording
    return found.routine or found.vague


@pytest.mark.parametrize("text", DUTIES)
def test_a_duty_is_one_in_plain_words_too(text: str) -> None:
    assert faulty(text)


@pytest.mark.parametrize("text", DEEDS)
def test_a_deed_in_plain_words_is_no_duty(text: str) -> None:
    assert not faulty(text)
