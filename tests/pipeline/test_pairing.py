"""Which promise of a later draft stems from which."""

from __future__ import annotations

import pytest

from pipeline.pairing import ALIKE, EQUAL, PIECE, PLACE, paired


def pairs(before: list[str], now: list[str]) -> list[tuple[int, int, str]]:
    return [(p.before, p.now, p.how) for p in paired(before, now)]


def test_a_short_promise_is_found_in_the_long_one_that_it_became() -> None:
    before = ["办好职工夜校。", "每月走访困难户。", "清理河道。"]
    now = ["6月底前清理河道3公里，由水利站出挖机两台，村里出工，月月验收。", "办好职工夜校，请农技员来讲，上半年开班4期，每期发教材60本。", "每月走访困难户。"]
    assert pairs(before, now) == [(0, 1, ALIKE), (1, 2, EQUAL), (2, 0, ALIKE)]


def test_words_that_every_promise_has_pair_nothing() -> None:
    before = ["组织全体党员参加义务植树", "组织全体党员参加无偿献血"]
    now = ["组织全体党员参加无偿献血活动", "组织全体党员参加消防演练"]
    assert pairs(before, now) == [(1, 0, ALIKE)]


def test_equal_promises_go_in_their_order() -> None:
    assert pairs(["同样的话", "同样的话"], ["同样的话。", "同样的话"]) == [(0, 0, EQUAL), (1, 1, EQUAL)]


def test_what_was_put_together_has_both_and_what_was_taken_apart_has_both() -> None:
    two, one = ["粉刷幼儿园围墙", "给敬老院换棉被"], ["9月底前粉刷幼儿园围墙，并给敬老院换棉被40床"]
    assert {(a, b) for a, b, _ in pairs(two, one)} == {(0, 0), (1, 0)}
    assert {how for _, _, how in pairs(two, one)} == {ALIKE, PIECE}
    assert {(a, b) for a, b, _ in pairs(["粉刷幼儿园围墙，给敬老院换棉被"], ["6月底前粉刷幼儿园围墙300米", "入冬前给敬老院换棉被40床"])} == {(0, 0), (0, 1)}


@pytest.mark.parametrize(
    ("now", "found"),
    [("每月第一个星期五集中学习两小时，由支委轮流备课", True), ("6月底前给活动室装空调两台", False)],
)
def test_between_neighbours_that_stayed_a_common_word_is_enough(now: str, found: bool) -> None:
    before = ["村口装路灯12盏", "加强政治理论学习，提高思想素质", "修水渠800米"]
    told = pairs(before, [before[0], now, before[2]])
    assert ((1, 1, PLACE) in told) is found
    assert len(told) == 2 + found


def test_a_date_is_no_common_word() -> None:
    before = ["村口装路灯12盏", "6月底前办消防演练", "修水渠800米"]
    assert len(pairs(before, [before[0], "9月底前添图书柜", before[2]])) == 2


def test_other_promises_are_new_ones() -> None:
    assert pairs(["以优良作风做好各项工作", "团结协作，共同进步"], ["每周四下午开放答疑室", "5月底前组织教案互查1次"]) == []
    assert pairs([], ["……"]) == []
    assert pairs(["……"], ["……"]) == [(0, 0, EQUAL)]
