"""What a promise calls itself before it says anything is a heading, and changes nothing of what it says."""

from __future__ import annotations

import pytest

from extractors.language import annotate
from extractors.language.typed.catchwords import catchword
from extractors.model import CommitmentItem, FormKind, Passage, ReadingContext, Topic

CALLED = [
    ("抓教学：建成精品课程3门。", "抓教学"),
    ("抓教学、惠学生：建成精品课程3门。", "抓教学、惠学生"),
    ("抓实事。为寄宿生购置棉被40床。", "抓实事"),
    ("【民生】硬化村道2公里。", "民生"),
    ("结对一个村: 收购黄豆200吨。", "结对一个村"),
    ("长期：为孤寡老人送餐。", None),
    ("每周五：义务清扫文化广场。", None),
    ("目标：建成精品课程3门。", None),
    ("责任人：教学院长和系主任。", None),
    ("认领微心愿2个：给低保户小周送一台旧电脑。", None),
    ("旅客列车正点率：始发99.5%。", None),
    ("做好户籍窗口服务：一是资料齐全的即时受理；二是上门采集照片。", None),
    ("修好三组的桥：方便群众出行。", None),
    ("新建党员活动室：让党员有个家。", None),
    ("不收礼。不吃请。不徇私情，不插手工程。", None),
    ("早上6:20开门，照顾早起的学生。", None),
]
"""A promise and its catchword, None where the words before the sign are part of what is promised."""


@pytest.mark.parametrize(("text", "called"), CALLED, ids=[text for text, _ in CALLED])
def test_catchwords(text: str, called: str | None) -> None:
    found = catchword(text)
    assert (found["called"] if found else None) == called


@pytest.mark.parametrize("head", ["挑担子：", "挑担子。", "【挑担子】"])
@pytest.mark.parametrize("text", ["6月底前为寄宿生购置棉被40床，由后勤处负责，经费从公用经费列支。", "每月召开一次党员大会，按时收缴党费。", "全年走访群众，不少于60户。"])
def test_a_catchword_changes_nothing_of_what_is_promised(head: str, text: str) -> None:
    said = [annotate([CommitmentItem(1, Passage(one))], FormKind.ORG, ReadingContext(year=2012))[0] for one in (text, head + text)]
    plain, called = said
    for element in ("target", "project", "measures", "responsible"):
        assert [(s.start + len(head), s.end + len(head)) for s in getattr(plain, element).spans] == [tuple(s) for s in getattr(called, element).spans]
    assert (plain.deadline.kind, plain.deadline.end, plain.wording.vague, plain.wording.routine) == (
        called.deadline.kind, called.deadline.end, called.wording.vague, called.wording.routine,
    )  # fmt: skip


def test_a_deed_before_its_purpose_is_the_project() -> None:
    text = "更换村口路灯：保证群众夜间出行安全。"
    (found,) = annotate([CommitmentItem(1, Passage(text))], FormKind.ORG, ReadingContext(year=2012))
    assert found.project.spans[0].start == 0
    assert not found.wording.vague


def test_a_catchword_tells_the_topic() -> None:
    context = ReadingContext(topics=(Topic("脱贫攻坚", ("脱贫",)),))
    (found,) = annotate([CommitmentItem(1, Passage("助脱贫：给五组修机耕道2公里。"))], FormKind.ORG, context)
    assert found.topics == ("脱贫攻坚",)
