"""Tables whose columns nobody ruled: rulings across, stripes, and what only looks like such a table."""

from __future__ import annotations

import time

import pytest

from extractors.formats import pdf
from extractors.model import Paragraph
from formats_pdf.drawing import FONT, draw, tables

EM = 12.0
HEAD = ("序号", "承诺事项", "完成时限")
ROWS = (
    ("1", "每月走访困难户两次，帮助解决\n实际困难", "全年"),
    ("2", "修缮渡口石阶30级", "6月底前"),
    ("3", "为村小学添置图书200册，并开\n办周末读书班", "12月"),
)
STARTS, LEFT, RIGHT = (80.0, 140.0, 360.0), 72.0, 500.0
FLAT = [tuple("".join(cell.split()) for cell in row) for row in (HEAD, *ROWS)]


def _heights(rows):
    return [18.0 * max(cell.count("\n") + 1 for cell in row) + 8 for row in rows]


def _table(canvas, rows, top=700.0, starts=STARTS):
    """The words of a table, and the heights at which its rows end."""
    ends, y = [top], top
    for row, high in zip(rows, _heights(rows), strict=True):
        for x, cell in zip(starts, row, strict=True):
            for nth, line in enumerate(cell.split("\n")):
                canvas.drawString(x, y - 18 - 18 * nth, line)
        y -= high
        ends.append(y)
    return ends


def _rules(canvas, ys):
    for y in ys:
        canvas.line(LEFT, y, RIGHT, y)


def _all(canvas, rows):
    _rules(canvas, _table(canvas, rows))


def _inner(canvas, rows):
    _rules(canvas, _table(canvas, rows)[1:-1])


def _under_head(canvas, rows):
    ends = _table(canvas, rows)
    _rules(canvas, (ends[0], ends[1], ends[-1]))


def _outer(canvas, rows):
    ends = _table(canvas, rows)
    _rules(canvas, (ends[0], ends[-1]))


def _centred(canvas, rows):
    """Each cell about the middle of its row, as a page's style sheet has it; a ruling below the running head is as wide."""
    canvas.drawString(LEFT, 760, "渡口村党务公开")
    ends = [700.0]
    for row, high in zip(rows, _heights(rows), strict=True):
        for x, cell in zip(STARTS, row, strict=True):
            lines = cell.split("\n")
            for nth, line in enumerate(lines):
                canvas.drawString(x, ends[-1] - high / 2 - 4 + 18 * ((len(lines) - 1) / 2 - nth), line)
        ends.append(ends[-1] - high)
    canvas.drawString(STARTS[0], 730, "党组织名称：渡口村党支部        党员人数：26")
    _rules(canvas, (750, ends[0], ends[1], ends[-1]))


def _stripes(canvas, rows):
    canvas.setFillColorRGB(0.9, 0.95, 0.9)
    y = 700.0
    for nth, high in enumerate(_heights(rows)):
        if nth % 2 == 0:
            canvas.rect(LEFT, y - high, RIGHT - LEFT, high, stroke=0, fill=1)
        y -= high
    canvas.setFillGray(0)
    _table(canvas, rows)


def _read(paint):
    def page(canvas):
        canvas.setFont(FONT, EM)
        paint(canvas)

    return pdf.read(draw(page))


def _cells(document):
    (table,) = tables(document)
    found = {}
    for cell in table.cells:
        assert (cell.rows, cell.cols) == (1, 1)
        assert len(cell.blocks) <= 1  # a wrapped line goes on
        found.setdefault(cell.row, []).append(cell.text)
    return [tuple(row) for row in found.values()]


@pytest.mark.parametrize("paint", [_all, _inner, _under_head, _outer, _centred, _stripes])
def test_columns_show_in_the_text(paint):
    assert _cells(_read(lambda canvas: paint(canvas, (HEAD, *ROWS)))) == FLAT


def test_a_row_of_one_cell_reaches_over_all_columns():
    def paint(canvas):
        ends = _table(canvas, (HEAD, *ROWS, ("", "", "")))
        canvas.drawString(STARTS[0], ends[-2] - 18, "以下各项由支部书记谷雨生督办，每季度检查一次并公布结果。")
        more = _table(canvas, ROWS, ends[-1])
        _rules(canvas, (*ends, *more[1:]))

    (table,) = tables(_read(paint))
    assert [(c.row, c.cols) for c in table.cells if c.cols > 1] == [(4, 3)]
    assert len({c.row for c in table.cells}) == 8


def test_a_table_goes_on_over_the_page():
    def paint(canvas):
        canvas.setFont(FONT, EM)
        _rules(canvas, _table(canvas, (HEAD, *ROWS), 220.0))
        canvas.showPage()
        canvas.setFont(FONT, EM)
        _rules(canvas, _table(canvas, [("4", "清扫码头", "每周")], 780.0))

    assert _cells(pdf.read(draw(paint))) == [*FLAT, ("4", "清扫码头", "每周")]


def test_ruled_paper_and_fields_are_no_table():
    rows = ["姓　　名：谷雨生　　　　性　　别：男", "民　　族：汉族　　　　　政治面貌：党员", "所在支部：渡口村党支部", "职　　务：支部书记",
            "　　一、每月走访困难户两次，帮助解决实际困难；", "　　二、修缮渡口石阶30级。", "　　　　　　　　　　　承诺人：谷雨生"]  # fmt: skip

    def paint(canvas):
        for nth, row in enumerate(rows):
            canvas.drawString(STARTS[0], 680 - 24 * nth, row)
        _rules(canvas, [700 - 24 * nth for nth in range(len(rows) + 1)])

    document = _read(paint)
    assert not tables(document)
    assert [b.text.strip() for b in document.blocks if isinstance(b, Paragraph)] == [row.strip() for row in rows]


def test_rulings_between_the_parts_of_a_letter_are_no_table():
    def paint(canvas):
        for y, words in ((720, "承诺书"), (690, "姓名：谷雨生          性别：男"), (670, "职务：支部书记        单位：渡口村"), (640, "一、修缮渡口石阶30级；"),
                         (620, "二、每月走访困难户两次。"), (590, "承诺人：谷雨生        2024年3月1日")):  # fmt: skip
            canvas.drawString(STARTS[0], y, words)
        _rules(canvas, (710, 660, 610, 580))

    assert not tables(_read(paint))


def test_a_dot_at_the_edge_belongs_to_no_column():
    def paint(canvas):
        ends = _table(canvas, (HEAD, *ROWS))
        _rules(canvas, ends[:-1])
        canvas.setFont(FONT, 6)
        canvas.drawString(RIGHT + 1.2, ends[-2] - 36, "'")

    assert tables(_read(paint))


def test_a_thousand_lines_between_two_rulings_are_no_table():
    def paint(canvas):
        canvas.setFont(FONT, 8)
        for nth in range(1000):
            for x in STARTS:
                canvas.drawString(x, 12_100 - 12 * nth, "谷雨")
        _rules(canvas, (12_120, 90))

    start = time.process_time()
    assert not tables(pdf.read(draw(paint, (595.0, 12_400.0))))
    assert time.process_time() - start < 5
