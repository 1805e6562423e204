"""Lines that the edge of the paper broke: rows of fields, titles, lists and signatures."""

from __future__ import annotations

import pytest

from extractors.formats import pdf
from extractors.model import Paragraph
from formats_pdf.drawing import FONT, draw

EM = 14.0
LEFT, WIDE = 90.0, 28 * EM
ABOVE = (*(f"{n}、{'修渠补路' * 6}好。" for n in "一二"), "三、按时交费。")
"""Lines that show where the column ends, and one that leaves room."""


def _printed(rows, em=EM):
    """The paragraphs of lines; a line is its words, or these, the ems by which they stand off the margin, and their size."""

    def paint(canvas):
        for nth, row in enumerate((*ABOVE, *rows)):
            words, off, size = (row, 0.0, em) if isinstance(row, str) else row
            canvas.setFont(FONT, size)
            canvas.drawString(LEFT + off * em, 760 - 30 * nth, words)

    return [b.text for b in pdf.read(draw(paint)).blocks if isinstance(b, Paragraph)][3:]


def test_the_next_dash_is_the_next_point():
    first = "– 老旧管网改造六公里，覆盖九个小区，十月底前全部通水到户；"
    assert _printed([first, "– 抢修电话半分钟内接听；"]) == [first, "– 抢修电话半分钟内接听；"]


def test_an_indented_line_with_as_much_room_on_the_right_is_not_centred():
    rows = [("一是每天上下午各巡查一遍，发现堵消防通道的当场劝", 2.0, EM), "走；二是六月底前把网格内的人口车辆底册核对完，录进系统。"]
    assert _printed(rows) == [rows[0][0] + rows[1]]


def test_the_last_letter_of_a_signature_falls_to_the_margin():
    assert _printed([("桂花里社区第二党支部党员　乔桂", 14.0, EM), "兰"]) == ["桂花里社区第二党支部党员　乔桂兰"]


@pytest.mark.parametrize(("row", "rest", "whole"), [
    ("姓名_宫小雨_　　性别_女_　　民族_满族_　　年级_大三_　班", "级_测绘1503_", True),
    ("支部书记：常小玉　　党员：二十三名　　电话：0999-3344556", "按照医院党委统一安排，我支部郑重承诺：", False),
])  # fmt: skip
def test_a_row_of_fields_goes_on_with_its_own_rest_only(row, rest, whole):
    assert _printed([row, rest]) == ([row + rest] if whole else [row, rest])


def test_two_fields_between_which_the_line_breaks_stay_apart():
    row = "承诺人：屠小刚　　岗位：宰牲组长　　电话：18800000133　　　"
    (read,) = _printed([row, "2014年2月27日"])
    assert read.endswith("18800000133  2014年2月27日")


def test_a_value_that_looks_like_a_label_follows_its_label():
    rows = ["基本信息为出生年月、入党时间、学历：大专，现任职务名称为：", "调度员、所在支部：汽车总公司客运站党支部"]
    assert _printed(rows) == ["".join(rows)]


def test_the_rest_of_a_title_is_centred_below_it():
    em = 18.0
    first, rest = "独弦县人民法院民事审判第一庭支部公开承诺事", "项一览表"
    off = (WIDE - len(first) * em) / 2 / EM, (WIDE - len(rest) * em) / 2 / EM
    assert _printed([(first, off[0], em), (rest, off[1], em)]) == [first + rest]


@pytest.mark.parametrize("second", ["2.6月底前完成测压管的率定校准。", "其二，每月走访困难户两次。"])
def test_a_point_behind_a_full_line_is_one_of_its_own(second):
    first = f"{second[:2].replace('2.', '1.').replace('其二', '其一，')}{'修渠补路' * 6}。"
    assert _printed([first, second]) == [first, second]


def test_a_note_in_brackets_ends_with_its_bracket():
    note = "（填写说明：围绕五带头作出承诺，一般三至五条，用小四号字）"
    assert _printed([note, "本人郑重承诺如下："]) == [note, "本人郑重承诺如下："]
    first = "（一）修复全部三条机耕道路，其中一条由党员带头义务出工（两天）"
    assert _printed([first, "并上墙公布。"]) == [first + "并上墙公布。"]


def test_who_signs_under_a_full_line_begins_anew():
    full = "三、行道树每年修剪两次，枯枝二十四小时内清除干净不过夜。"
    assert _printed([full, "承诺单位（盖章）　　负责人签字：屠小刚"])[:1] == [full]
