"""Dates and telephone numbers as people write them into fields; private data in running text."""

from __future__ import annotations

import pytest

from rules.phones import PhoneState, phone_state
from rules.private import hidden, homes, identity_numbers, masked
from rules.values import DateState, field_date


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1985-06", (1985, 6, None)), ("1985年6月", (1985, 6, None)), ("1985.6.12", (1985, 6, 12)), ("198506", (1985, 6, None)),
        ("19850612", (1985, 6, 12)), ("一九八五年六月", (1985, 6, None)), ("1971年", (1971, None, None)), ("1971", (1971, None, None)),
        ("２００１／７", (2001, 7, None)), ("2001年6月（预备）", (2001, 6, None)), ("1985 6 12", (1985, 6, 12)), ("1 9 8 5 年 6 月", (1985, 6, None)),
        ("二OO九年六月", (2009, 6, None)), ("1970.12 40岁", (1970, 12, None)), ("1970.5/40", (1970, 5, None)), ("1970年5月 41", (1970, 5, None)),
        ("2008-2011", (2008, None, None)), ("2001.7 2002.7", (2001, 7, None)),
    ],
)  # fmt: skip
def test_field_dates(text: str, read: tuple[int, int | None, int | None]) -> None:
    found = field_date(text)
    assert found.state is DateState.VALID
    assert (found.year, found.month, found.day) == read


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("85.6", DateState.SHORT), ("0912", DateState.SHORT), ("850612", DateState.SHORT), ("76年8月", DateState.SHORT), ("42岁", DateState.MALFORMED), ("不详", DateState.MALFORMED),
        ("1985年13月", DateState.IMPOSSIBLE), ("1985.2.30", DateState.IMPOSSIBLE), ("1085年6月", DateState.IMPOSSIBLE),
        ("1985年0月", DateState.IMPOSSIBLE),
    ],
)  # fmt: skip
def test_field_dates_that_are_none(text: str, state: DateState) -> None:
    assert field_date(text).state is state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("010-62751234", PhoneState.VALID), ("0731 8555 0132", PhoneState.VALID), ("400-810-8888", PhoneState.VALID),
        ("8555013", PhoneState.VALID), ("86665550", PhoneState.VALID), ("8613800138000", PhoneState.VALID), ("办公室：85550132", PhoneState.VALID), ("0731-85550132-8012", PhoneState.VALID),
        ("13800138000/668012", PhoneState.VALID), ("8555013213800138000", PhoneState.VALID), ("8555013 " * 300, PhoneState.VALID), ("5 " * 2000, PhoneState.VALID),
        ("85550132 855501", PhoneState.MALFORMED), ("1380013800", PhoneState.MALFORMED), ("12345678901", PhoneState.MALFORMED), ("073185550", PhoneState.MALFORMED),
        ("6013", PhoneState.UNSURE), ("微信号abc", PhoneState.UNSURE),
    ],
)  # fmt: skip
def test_phones(text: str, state: PhoneState) -> None:
    assert phone_state(text) is state


def test_identity_numbers_need_the_right_check_digit() -> None:
    assert [*identity_numbers("证号11010519491231002X。")]
    assert not [*identity_numbers("证号110105194912310020。")]
    assert [*identity_numbers("身份证号：110105194912310020。")]  # called so: a slip of the pen
    assert not [*identity_numbers("账号9110105194912310021")]


@pytest.mark.parametrize("text", ["2号楼安装路灯40盏", "走访幸福小区12户", "3栋宿舍安装直饮水机36台", "每单元张贴公示", "对1-3号楼2单元3楼楼梯灯更换12盏", "住建局3号楼2单元改造", "住院部3号楼2层增设热水器", "居民住3号楼2单元的多", "2队3号渠清淤", "住宅小区3栋2单元加装电梯",
                                  "家住农村的贫困学生12户", "住在3楼的老人5户", "让家在外地的教师住进3号楼", "慰问家在外地的学生20名"])
def test_what_is_nobodys_home(text: str) -> None:
    assert not [*homes(text)]


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("慰问孟某（住桐花村3组12号），送医上门", "住桐花村3组12号"), ("走访张奶奶（家住幸福小区5栋2单元301）", "家住幸福小区5栋2单元301"), ("家在南街胡同8号的孤寡老人", "家在南街胡同8号"),
        ("帮扶对象住在老厂宿舍3幢402", "住在老厂宿舍3幢402"), ("帮扶李小某（住南苑7舍412室）", "住南苑7舍412室"), ("结对李某（青山村6组23号，每月一次）", "青山村6组23号"),
        ("住二号楼三单元四零一的退休教师", "住二号楼三单元四零一"),
    ],
)  # fmt: skip
def test_homes_as_people_write_them(text: str, home: str) -> None:
    assert [text[slice(*span)] for span in homes(text)] == [home]


def test_masked_shows_only_the_ends() -> None:
    assert masked("13800138000") == "138******00"
    assert masked("11010519491231002X") == "110*************2X"
    assert masked("家住幸福小区3栋") == "家住幸*****"
    assert masked("张某家") == "张**"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("身份证11010519491231002X，手机13800138000。", "身份证110*************2X，手机138******00。"),
        ("身份证110105194912310021", "身份证110*************21"),  # a slip of the pen is private still
        ("家住幸福小区3栋2单元501室的老教师", "家住幸************的老教师"),
        ("拨打0731-85550132，走访20名", "拨打0731-85550132，走访20名"),
    ],
)
def test_private_data_are_hidden_in_what_is_printed(text: str, shown: str) -> None:
    assert hidden(text) == shown
