"""What the characters of a line betray of slips in it."""

from __future__ import annotations

import pytest

from extractors.formats.scanpage.engine import Letter
from extractors.formats.scanpage.slips import mended


def line(text: str) -> list[Letter]:
    """Letters at even steps; a blank leaves room."""
    return [Letter(char, (at + 0.5) / len(text), 0.99) for at, char in enumerate(text) if char != " "]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("四 上级布置的任务", "四、上级布置的任务"),
        ("十一 上级布置的任务", "十一、上级布置的任务"),
        ("四季度开展活动两次", "四季度开展活动两次"),
        ("一  般工作", "一般工作"),
        ("每月到班听课.与学生座谈", "每月到班听课，与学生座谈"),
        ("一.每月到班听课与学生座谈", "一.每月到班听课与学生座谈"),
        ("每月平均达到3.5次以上的", "每月平均达到3.5次以上的"),
        ("买买提.艾力", "买买提.艾力"),
        ("江小溪·", "江小溪"),
        ("买买提·艾力", "买买提·艾力"),
        ("0731-xxxxxxx", "0731-×××××××"),
        ("建立××x制度", "建立×××制度"),
        ("x月x日前", "x月x日前"),
        ("邮箱 abxxx@example", "邮箱abxxx@example"),
    ],
)
def test_slips_are_set_right_and_what_is_right_stays(read: str, meant: str) -> None:
    assert "".join(letter.char for letter in mended(line(read))) == meant


def test_dust_between_characters_that_touch_is_no_mark() -> None:
    close = [Letter(c, (at + 0.5) / 14, 0.99) for at, c in enumerate("每月到班听课与学生座谈一次")]
    for mark in ".·":
        dusty = [*close[:6], Letter(mark, (close[5].at + close[6].at) / 2, 0.6), *close[6:]]
        assert "".join(letter.char for letter in mended(dusty)) == "每月到班听课与学生座谈一次"


def test_a_mark_that_was_put_in_stands_between_its_neighbours() -> None:
    found = mended(line("二 每月编印校友简报一期"))
    assert found[1].char == "、"
    assert found[0].at < found[1].at < found[2].at


def test_digits_that_count_are_told_from_other_digits_by_the_room_behind_them() -> None:
    middles = {"3": 0.25, "2": 1.75, "0": 2.25, "1": 2.75}
    found = [Letter(char, middles[char] / 12, 0.99) for char in "3201"] + [Letter(c, (3.5 + at) / 12, 0.99) for at, c in enumerate("年底前制定办法")]
    assert "".join(letter.char for letter in mended(found)) == "3、201年底前制定办法"
    near = [letter._replace(at=(0.25 + 0.5 * i) / 12) if letter.char.isdecimal() else letter for i, letter in enumerate(found)]
    assert "".join(letter.char for letter in mended(near)) == "3201年底前制定办法"
