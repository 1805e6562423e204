"""Pages on which a ruling or the edge of a coloured block divides the text, and pages on which neither does."""

from __future__ import annotations

import pytest
from reportlab.lib.pagesizes import A4, A5, landscape

from extractors.formats import pdf
from extractors.model import Paragraph
from formats_pdf.drawing import FONT, draw

EM = 12.0
FIELDS = ("姓名：谷雨生", "性别：男", "职务：摆渡工", "所在支部：渡口村党支部")
PROMISES = ("一、每天检查缆绳两次，有磨损当天更换；", "二、汛期昼夜值守；", "三、老人孩子上下船搀扶一把。")


def _column(canvas, rows, x, top, pitch):
    for nth, row in enumerate(rows):
        canvas.drawString(x, top - pitch * nth, row)


def _texts(paint, size):
    def page(canvas):
        canvas.setFont(FONT, EM)
        paint(canvas)

    return [b.text.strip() for b in pdf.read(draw(page, size)).blocks if isinstance(b, Paragraph)]


@pytest.mark.parametrize(("left", "pitch", "framed", "rounded"), [(True, 26, False, 0), (True, 33, True, 0), (False, 26, False, 12), (False, 41, True, 12)])
def test_a_card_is_read_side_by_side_below_its_heading(left, pitch, framed, rounded):
    def paint(canvas):
        block, rest = (40, 220) if left else (380, 50)
        canvas.setFillColorRGB(0.95, 0.8, 0.8)
        canvas.roundRect(block, 60, 160, 300, rounded, stroke=0, fill=1) if rounded else canvas.rect(block, 60, 160, 300, stroke=0, fill=1)
        if framed:
            canvas.rect(30, 50, 540, 330, stroke=1, fill=0)
        canvas.setFillGray(0)
        _column(canvas, FIELDS, block + 12, 300, pitch)
        _column(canvas, PROMISES, rest, 290, 30)
        canvas.setFont(FONT, 20)
        canvas.drawString(rest + 40, 335, "党员公开承诺")

    sides = [*FIELDS, *PROMISES] if left else [*PROMISES, *FIELDS]
    assert _texts(paint, landscape(A5)) == ["党员公开承诺", *sides]


BOXES = (("窗口服务承诺", "★ 不动产登记三个工作日办结", "★ 中午不断档，群众随到随办", "★ 缺件一次告知"),
         ("支部建设承诺", "★ 严格组织生活", "★ 每季度评选一次示范岗", "★ 结果张榜公布"),
         ("我爱我家", "★ 每周清扫楼道一次", "★ 门前不堆杂物", "★ 爱护花木"), ("邻里相助", "★ 每月看望独居老人", "★ 代买米面", "★ 代缴电费"))  # fmt: skip


def _filled(canvas, x, y, wide, high):
    canvas.setFillColorRGB(1, 0.95, 0.88)
    canvas.rect(x, y, wide, high, stroke=0, fill=1)
    canvas.setFillGray(0)


def _finely_rounded(canvas, x, y, wide, high):
    """A frame whose corners are many short curves, as some programs draw them."""
    path, radius = canvas.beginPath(), 8.0
    path.moveTo(x + radius, y)
    for corner, (cx, cy) in enumerate(((x + wide, y), (x + wide, y + high), (x, y + high), (x, y))):
        dx, dy = ((1, 0), (0, 1), (-1, 0), (0, -1))[corner]
        ex, ey = ((0, 1), (-1, 0), (0, -1), (1, 0))[corner]
        sx, sy = cx - dx * radius, cy - dy * radius
        path.lineTo(sx, sy)
        for step in range(1, 21):
            share = step / 20
            px, py = sx + (dx + ex) * radius * share, sy + (dy + ey) * radius * share
            path.curveTo(px, py, px, py, px, py)
    path.close()
    canvas.drawPath(path, stroke=1, fill=0)


@pytest.mark.parametrize("box", [_filled, _finely_rounded])
def test_boxes_with_points_of_their_own_are_read_one_after_the_other(box):
    def paint(canvas):
        for nth, rows in enumerate(BOXES):
            x, y = 40 + 260 * (nth % 2), 240 - 150 * (nth // 2)
            box(canvas, x, y, 250, 130)
            _column(canvas, rows, x + 10, y + 105, 26)

    assert _texts(paint, landscape(A5)) == [text for rows in BOXES for text in rows]


def test_labels_on_a_coloured_strip_stay_with_their_values():
    def paint(canvas):
        canvas.setFillGray(0.9)
        canvas.rect(60, 500, 90, 280, stroke=0, fill=1)
        canvas.setFillGray(0)
        _column(canvas, ("姓名", "性别", "职务", "支部"), 70, 740, 30)
        _column(canvas, ("谷雨生", "男", "摆渡工", "渡口村党支部"), 170, 740, 30)

    assert [" ".join(text.split()) for text in _texts(paint, A4)] == ["姓名 谷雨生", "性别 男", "职务 摆渡工", "支部 渡口村党支部"]


@pytest.mark.parametrize("pitch", [24, 20])
def test_columns_beside_a_ruling_are_read_one_after_the_other(pitch):
    left = ("姓名：谷雨生    性别：男", "所在支部：渡口村党支部", "　　一、每天检查渡船缆绳和救生圈各", "两次，有磨损当天更换；", "　　二、汛期昼夜值守，并向上游水文")
    right = ("站每小时问一次水位；", "　　三、老人孩子上下船搀扶一把。", "　　承诺人：谷雨生", "　　2024年3月1日")

    def paint(canvas):
        canvas.drawString(80, 540, "共产党员公开承诺书（渡口村党支部摆渡班，二〇二四年度，在村务公开栏张贴）")
        canvas.line(310, 200, 310, 500)
        _column(canvas, left, 80, 480, 24)
        _column(canvas, right, 330, 480, pitch)

    found = _texts(paint, landscape(A4))
    assert found[1:] == ["姓名：谷雨生    性别：男", "所在支部：渡口村党支部", "一、每天检查渡船缆绳和救生圈各两次，有磨损当天更换；",
                         "二、汛期昼夜值守，并向上游水文站每小时问一次水位；", "三、老人孩子上下船搀扶一把。", "承诺人：谷雨生", "2024年3月1日"]  # fmt: skip


def test_a_bar_beside_a_text_and_signatures_side_by_side_divide_nothing():
    rows = [*PROMISES, "承诺人：谷雨生            监督人：白露霜", "2024年3月1日              2024年3月2日"]

    def paint(canvas):
        canvas.line(70, 500, 70, 790)
        _column(canvas, rows, 90, 760, 24)

    assert _texts(paint, A4) == rows


def test_a_ruling_that_a_line_crosses_divides_nothing():
    rows = ["姓名：谷雨生              性别：男", "职务：摆渡工              支部：渡口村", "电话：60001234            学历：高中", "本人向全体村民公开承诺以下各项，请大家随时监督："]

    def paint(canvas):
        canvas.line(230, 600, 230, 790)
        _column(canvas, rows, 90, 760, 24)

    assert [" ".join(text.split()) for text in _texts(paint, A4)] == [" ".join(row.split()) for row in rows]


LISTS = (("【便民】", "1、每天检查缆绳两次", "2、汛期昼夜值守，老人孩子上下", "船搀扶一把", "3、候船亭每周清扫一次", "4、船票不涨价"),
         ("【学习】", "5、每月上一次党课", "6、三月底前学完新规", "7、每季度考一次", "渡口村党支部", "2024年3月1日"))  # fmt: skip


def test_lists_side_by_side_that_nothing_rules_are_read_down():
    def paint(canvas):
        canvas.drawString(150, 380, "渡口村党支部二〇二四年公开承诺（在村务公开栏张贴）")
        for x, rows in zip((40, 320), LISTS, strict=True):
            _column(canvas, rows, x, 340, 26)

    found = _texts(paint, landscape(A5))
    assert found[1:] == ["【便民】", "1、每天检查缆绳两次", "2、汛期昼夜值守，老人孩子上下船搀扶一把", *LISTS[0][4:], *LISTS[1]]


def test_a_list_that_is_read_across_stays_so():
    left = ("1、每天检查缆绳两次", "3、候船亭每周清扫", "5、每月上一次党课", "7、船票不涨价", "9、昼夜值守", "11、老人优先")
    right = ("2、汛期加开夜班船", "4、三月底前学完新规", "6、每季度考一次", "8、搀扶老人孩子", "10、救生衣每月检查", "12、大雾停航")

    def paint(canvas):
        canvas.drawString(150, 380, "渡口村党支部二〇二四年公开承诺（在村务公开栏张贴）")
        for x, rows in zip((40, 320), (left, right), strict=True):
            _column(canvas, rows, x, 340, 26)

    assert ["".join(text.split()) for text in _texts(paint, landscape(A5))[1:]] == [a + b for a, b in zip(left, right, strict=True)]
