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


def test_a_mark_that_was_put_in_stands_between_its_neighbours() -> None:
    found = mended(line("二 每月编印校友简报一期"))
    assert found[1].char == "、"
    assert found[0].at < found[1].at < found[2].at
