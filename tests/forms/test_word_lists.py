"""Numerals, houses and offices: lists that several readings share, each with what one of them alone would have missed."""

from __future__ import annotations

import re

import pytest

from extractors.counting import is_number
from extractors.forms.bylines import is_byline
from extractors.forms.dates import find_dates
from extractors.forms.signlines import sign_line
from extractors.forms.titles import is_generic, title_year
from extractors.model import Passage
from extractors.numerals import YEAR, number


@pytest.mark.parametrize(("text", "value"), [("46", 46), ("四十六", 46), ("十", 10), ("廿五", 25), ("二〇一二", 2012), ("二O一二", 2012), ("一百零三", 103), ("两", 2), ("第一", None), ("", None)])
def test_a_numeral_has_its_value(text: str, value: int | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize("nought", "〇○◯零OoΟО0")
def test_a_year_is_one_with_every_nought(nought: str) -> None:
    text = f"二{nought}一四"
    assert re.fullmatch(YEAR, text)
    assert number(text) == 2014 == title_year(f"{text}年公开承诺书")
    assert [h.year for h in find_dates(f"{text}年三月五日")] == [2014]


@pytest.mark.parametrize("text", ["1", "（三）", "③", "12.", "十二、", " 4 ", "(二)"])
def test_the_number_of_a_row(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize("text", ["", "三件", "2014", "1月", "第一"])
def test_what_is_no_number_of_a_row(text: str) -> None:
    assert not is_number(text)


@pytest.mark.parametrize("text", ["某厂检修班班长　桑木秀", "某镇镇长　桑木秀", "某公司经理　桑木秀"])
def test_a_byline_names_the_head_of_any_house(text: str) -> None:
    assert is_byline(text)


@pytest.mark.parametrize("text", ["某村村长桑木秀", "某公司经理桑木秀", "县水务局办公室桑木秀"])
def test_an_office_is_no_part_of_the_name_behind_it(text: str) -> None:
    line = sign_line(Passage(f"承诺人：{text}　2014年3月5日"))
    assert line is not None
    assert line.person == "桑木秀"


def test_every_body_of_the_party_may_be_anybody_s() -> None:
    assert all(map(is_generic, ("党支部", "党工委", "党组", "党组织", "机关党委")))
