"""Near copies against a plain reckoning, and what everybody's words must not do."""

import random
from itertools import combinations

import pytest

from extractors.language.shingles import of_notice
from pipeline.copies import CopySettings, Group, Pair, Piece, near_copies
from pipeline.copies.find import groups
from pipeline.copies.grams import bare

PLAIN = CopySettings(stock_forms=10**6)
"""Without common stock, so that a plain reckoning gives the same."""

DEED = "为学生宿舍三栋安装直饮水机36台，由后勤处公开招标，6月底前投入使用"
SAME = "为学生宿舍三栋安装直饮水机48台，由后勤处公开招标，9月底前投入使用"
OTHER = "每季度召开一次师生座谈会，收集意见逐条答复并在公告栏公布"


def brute(pieces, least, smallest):
    def grams(text):
        kept = bare(text)
        return {kept[i : i + 3] for i in range(len(kept) - 2)}

    sets = [grams(p.text) for p in pieces]
    for a, b in combinations(range(len(pieces)), 2):
        if pieces[a].form == pieces[b].form or min(len(sets[a]), len(sets[b])) < smallest:
            continue
        likeness = len(sets[a] & sets[b]) / len(sets[a] | sets[b])
        if likeness >= least:
            yield a, b, likeness


def mixed(dice, words, size):
    return "".join(dice.choice(words) for _ in range(size))


@pytest.mark.parametrize("seed", range(6))
def test_it_finds_what_comparing_every_pair_finds(seed):
    dice = random.Random(seed)
    words = ["安装直饮水机", "公开招标", "每季度", "座谈会", "答复意见", "修路", "党员活动室", "走访", "困难职工", "培训班", "上墙公示"]
    texts = [mixed(dice, words, dice.randint(3, 7)) for _ in range(60)]
    pieces = [Piece(n, dice.choice(texts) + dice.choice(["", "并公示", "年底前完成"])) for n in range(120)]
    expected = [(a, b, pytest.approx(s)) for a, b, s in brute(pieces, PLAIN.alike, PLAIN.smallest)]
    assert [(p.first, p.second, p.likeness) for p in near_copies(pieces, settings=PLAIN).pieces] == expected
    assert expected


def test_another_number_is_still_a_copy_and_another_promise_is_none():
    found = near_copies([Piece(0, DEED), Piece(1, SAME), Piece(2, OTHER)])
    assert found.pieces == (Pair(0, 1, 1.0),)
    assert found.piece_groups == (Group((0, 1)),)


def test_promises_of_one_form_are_no_copies_of_each_other():
    assert near_copies([Piece(0, DEED), Piece(0, SAME)]).pieces == ()


def test_what_more_than_a_share_of_the_forms_say_is_common_stock():
    creed = "全心全意为人民服务，充分发挥党支部战斗堡垒作用和党员先锋模范作用"
    pieces = [Piece(n, creed) for n in range(20)]
    assert near_copies(pieces).pieces == ()
    assert len(near_copies(pieces, settings=PLAIN).pieces) == 190
    own = [Piece(n, creed + text) for n, text in enumerate([DEED, SAME, OTHER] + [f"{creed}之{n}" for n in range(17)])]
    assert [(p.first, p.second) for p in near_copies(own).pieces] == [(0, 1)]


def test_the_notices_own_sentences_are_taken_out():
    clause = "紧紧围绕中心工作公开承诺为群众办实事办好事并接受群众监督"
    pieces = [Piece(0, clause), Piece(1, clause)]
    assert near_copies(pieces).pieces == (Pair(0, 1, 1.0),)
    assert near_copies(pieces, of_notice([clause])).pieces == ()


def test_forms_are_compared_by_all_their_promises():
    pieces = [Piece(0, DEED), Piece(0, OTHER), Piece(1, OTHER), Piece(1, SAME), Piece(2, "修通四组到六组的水泥路一点二公里，资金由村集体自筹，质量由监委会全程把关")]
    found = near_copies(pieces)
    assert [(p.first, p.second) for p in found.forms] == [(0, 1)]
    assert found.form_groups == (Group((0, 1)),)


def test_short_promises_say_too_little_to_be_copies():
    assert near_copies([Piece(0, "加强学习"), Piece(1, "加强学习")]).pieces == ()


def test_nothing_in_nothing_out():
    assert near_copies([]).pieces == ()
    assert near_copies([Piece(0, ""), Piece(1, "？！")]).pieces == ()


def test_groups_hang_together_by_any_pair():
    pairs = [Pair(4, 9, 1.0), Pair(1, 4, 1.0), Pair(2, 3, 1.0)]
    assert groups(pairs) == [Group((1, 4, 9)), Group((2, 3))]


def test_a_crowd_of_copies_stays_one_group():
    pieces = [Piece(n, DEED) for n in range(300)]
    found = near_copies(pieces, settings=PLAIN)
    assert found.piece_groups == (Group(tuple(range(300))),)
    assert len(found.pieces) < 300 * 299 / 2, "a crowd is not compared pair by pair"
