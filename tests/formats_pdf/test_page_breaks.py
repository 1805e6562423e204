"""What a page break cuts becomes one again, and what it does not cut stays apart."""

from __future__ import annotations

from extractors.formats import pdf
from extractors.model import Paragraph, Place
from formats_pdf.drawing import FONT, Box, draw, lines, shape, tables, text

XS = (70.0, 150.0, 520.0)
WIDE_LINE = "一、" + "为学生宿舍安装直饮水机三十六台并按月检修保证安全供水到位"


def _pages(*pages, xs=XS, numbered=False):
    """Pages with one table each, from the top margin of the page."""

    def paint(canvas):
        for number, boxes in enumerate(pages, 1):
            ys = [770.0]
            for row in range(max(b.row for b in boxes) + 1):
                deep = max(len(b.lines) for b in boxes if b.row == row)
                ys.append(ys[-1] - 10 - 16 * deep)
            lines(canvas, boxes, xs, ys)
            text(canvas, boxes, xs, ys)
            if numbered:
                canvas.setFont(FONT, 9)
                canvas.drawCentredString(297, 40, f"- {number} -")
            canvas.showPage()

    return pdf.read(draw(paint))


def test_a_cell_cut_by_the_page_break_is_one_cell():
    document = _pages(
        (Box(0, 0, ("党组织",)), Box(0, 1, ("第二支部",)), Box(1, 0, ("公开承诺",)), Box(1, 1, (WIDE_LINE[:33],))),
        (Box(0, 0, ()), Box(0, 1, ("，年底前完成。", "二、每月走访一次。")), Box(1, 0, ("审定意见",)), Box(1, 1, ("同意",))),
        numbered=True,
    )
    (table,) = tables(document)
    assert shape(table.cells) == [
        (0, 0, 1, 1, "党组织"), (0, 1, 1, 1, "第二支部"), (1, 0, 1, 1, "公开承诺"),
        (1, 1, 1, 1, WIDE_LINE[:33] + "，年底前完成。二、每月走访一次。"), (2, 0, 1, 1, "审定意见"), (2, 1, 1, 1, "同意"),
    ]
    feet = [b.text for b in document.blocks if isinstance(b, Paragraph) and b.place is Place.FOOTER]
    assert feet == ["- 1 -", "- 2 -"]
    pages = [place.page for place in table.cells[3].passage.anchor().places]
    assert pages == [0, 1]


def test_the_next_row_stays_a_row():
    (table,) = tables(_pages(
        (Box(0, 0, ("公开承诺",)), Box(0, 1, ("一、每月走访一次。",))),
        (Box(0, 0, ("审定意见",)), Box(0, 1, ("同意",))),
    ))
    assert shape(table.cells) == [
        (0, 0, 1, 1, "公开承诺"), (0, 1, 1, 1, "一、每月走访一次。"), (1, 0, 1, 1, "审定意见"), (1, 1, 1, 1, "同意"),
    ]


def test_a_repeated_heading_row_is_left_out_and_a_merged_cell_goes_on():
    xs = (70.0, 150.0, 200.0, 520.0)
    head = (Box(0, 0, ("类别",)), Box(0, 1, ("序号",)), Box(0, 2, ("承诺事项",)))
    (table,) = tables(_pages(
        (*head, Box(1, 0, ("服务群众",), rows=2), Box(1, 1, ("1",)), Box(1, 2, ("走访",)), Box(2, 1, ("2",)), Box(2, 2, ("慰问",))),
        (*head, Box(1, 0, ()), Box(1, 1, ("3",)), Box(1, 2, ("义诊",))),
        xs=xs,
    ))
    assert shape(table.cells) == [
        (0, 0, 1, 1, "类别"), (0, 1, 1, 1, "序号"), (0, 2, 1, 1, "承诺事项"),
        (1, 0, 3, 1, "服务群众"), (1, 1, 1, 1, "1"), (1, 2, 1, 1, "走访"),
        (2, 1, 1, 1, "2"), (2, 2, 1, 1, "慰问"), (3, 1, 1, 1, "3"), (3, 2, 1, 1, "义诊"),
    ]


def test_a_label_cut_in_two_is_one():
    xs = (70.0, 70.0 + 12 + 6 * 10.5, 520.0)
    (table,) = tables(_pages(
        (Box(0, 0, ("上一级党组织",)), Box(0, 1, ())),
        (Box(0, 0, ("审定意见",)), Box(0, 1, ("同意",))),
        xs=xs,
    ))
    assert shape(table.cells) == [(0, 0, 1, 1, "上一级党组织审定意见"), (0, 1, 1, 1, "同意")]


def test_tables_with_a_title_between_stay_two():
    def paint(canvas):
        for title in ("党员公开承诺书", "党员公开承诺书"):
            canvas.setFont(FONT, 18)
            canvas.drawCentredString(297, 790, title)
            boxes, ys = (Box(0, 0, ("姓名",)), Box(0, 1, ("齐小禾",))), (770.0, 740.0)
            lines(canvas, boxes, XS, ys)
            text(canvas, boxes, XS, ys)
            canvas.showPage()

    document = pdf.read(draw(paint))
    assert len(tables(document)) == 2
    titles = [b for b in document.blocks if isinstance(b, Paragraph)]
    assert [t.place for t in titles] == [Place.BODY, Place.BODY]


def _member(name):
    return (Box(0, 0, ("姓名",)), Box(0, 1, (name,)), Box(1, 0, ("承诺内容",)), Box(1, 1, ("每月走访一次。",)))


def test_the_same_form_again_is_another_table():
    first, second = tables(_pages(_member("齐小禾"), _member("柏青梧")))
    assert [c.text for c in first.cells][:2] == ["姓名", "齐小禾"]
    assert [c.text for c in second.cells][:2] == ["姓名", "柏青梧"]


def test_forms_that_share_their_first_row_stay_apart():
    rows = (("党支部", "第二支部"), ("姓名", "齐小禾"), ("职务", "教师"), ("承诺", "每月走访一次。"))
    form = tuple(Box(r, c, (value,)) for r, row in enumerate(rows) for c, value in enumerate(row))
    assert len(tables(_pages(form, form))) == 2


def _titled(*contents):
    """Pages with a small title in the top margin and a table each."""

    def paint(canvas):
        for boxes in contents:
            canvas.setFont(FONT, 10)
            canvas.drawCentredString(297, 800, "党员公开承诺书")
            ys = tuple(770.0 - 30 * i for i in range(2 + max(b.row for b in boxes)))
            lines(canvas, boxes, (70.0, 150.0, 520.0), ys)
            text(canvas, boxes, (70.0, 150.0, 520.0), ys)
            canvas.showPage()

    return pdf.read(draw(paint))


def test_a_title_in_the_margin_stays_unless_its_table_goes_on():
    apart = _titled(_member("齐小禾"), _member("柏青梧"))
    assert [b.place for b in apart.blocks if isinstance(b, Paragraph)] == [Place.BODY, Place.BODY]
    going_on = _titled(_member("齐小禾"), (Box(0, 0, ("审定意见",)), Box(0, 1, ("同意",))))
    assert len(tables(going_on)) == 1
    assert [b.place for b in going_on.blocks if isinstance(b, Paragraph)] == [Place.HEADER, Place.BODY]


def test_a_row_under_a_name_for_two_rows_stays_a_row():
    xs = (70.0, 130.0, 260.0, 390.0, 520.0)
    (table,) = tables(_pages(
        (Box(0, 0, ("队伍",)), Box(0, 1, ("新员工师徒结对",)), Box(0, 2, ("九人全有师傅",)), Box(0, 3, ("支委",))),
        (Box(0, 0, ()), Box(0, 1, ("员工家访",)), Box(0, 2, ("每季一轮",)), Box(0, 3, ("纪检委员",))),
        xs=xs,
    ))  # fmt: skip
    assert [c.text for c in table.cells if c.row == 1] == ["", "员工家访", "每季一轮", "纪检委员"]


def _cells(*rows):
    return tuple(Box(r, c, lines if isinstance(lines, tuple) else (lines,)) for r, row in enumerate(rows) for c, lines in enumerate(row))


def test_the_empty_rest_of_a_row_is_no_row():
    (table,) = tables(_pages(_cells(("事项", "停水提前告知到户"), ("责任人", "客服组长单小云")), _cells(((), ()), ("期限", "提前24小时"))))
    assert [c.text for c in table.cells] == ["事项", "停水提前告知到户", "责任人", "客服组长单小云", "期限", "提前24小时"]


def test_labels_with_room_for_more_are_not_cut():
    (table,) = tables(_pages(_cells(("第三件", "清理三本账。"), ("谁负责", "村会计")), _cells(("做什么", "种金银花。"), ("怎么做", "统一供苗")), xs=(70.0, 129.0, 520.0)))
    assert [c.text for c in table.cells if not c.col] == ["第三件", "谁负责", "做什么", "怎么做"]


def test_a_row_of_many_cells_that_the_page_cuts_is_one():
    xs = tuple(70.0 + sum((12 + 10.5 * n + 3) for n in (2, 1, 5, 3)[:k]) for k in range(5))
    (table,) = tables(_pages(
        _cells(("类别", "号", "承诺事项", "措施"), (("工作", ), "5", ("完成压力机",), ("夜班轮",))),
        _cells((("业绩",), (), ("总装任务",), ("流带班",))),
        xs=xs,
    ))  # fmt: skip
    assert [c.text for c in table.cells if c.row == 1] == ["工作业绩", "5", "完成压力机总装任务", "夜班轮流带班"]


def test_a_category_goes_on_over_the_first_row_of_the_next_page():
    xs = (70.0, 130.0, 390.0, 520.0)
    (table,) = tables(_pages(
        _cells(("类别", "承诺事项", "时限"), ("教风", "每人听课十节。", "每学期")), _cells(((), "建立约谈办法。", "四月"), ("师德", "装开水器六台。", "五月")), xs=xs,
    ))  # fmt: skip
    assert [(c.text, c.row, c.rows) for c in table.cells if not c.col] == [("类别", 0, 1), ("教风", 1, 2), ("师德", 3, 1)]
