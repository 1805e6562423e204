"""Cells equal the truth, however the table is ruled; pdfplumber's own tables say the same."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.formats import pdf
from extractors.formats.pdfpage.layout import lay_out
from extractors.formats.pdfpage.plumber import read_pages
from formats_pdf.drawing import FONT, FORM, LIGHT, RULINGS, XS, YS, Box, draw, lines, shape, tables, text, truth


def _form(rule, font=FONT):
    def paint(canvas: Canvas) -> None:
        canvas.setFont(font, 18)
        canvas.drawCentredString(297.6, 740, "2012年度基层党组织公开承诺书")
        rule(canvas, FORM, XS, YS)
        text(canvas, FORM, XS, YS, font)

    return draw(paint)


@pytest.mark.parametrize("font", [FONT, LIGHT])
@pytest.mark.parametrize("rule", RULINGS, ids=lambda r: r.__name__)
def test_cells_equal_the_truth(rule, font):
    document = pdf.read(_form(rule, font))
    assert [b.text for b in document.blocks[:1]] == ["2012年度基层党组织公开承诺书"]
    assert document.blocks[0].centered
    assert [shape(t.cells) for t in tables(document)] == [truth(FORM)]
    assert document.warnings == ()


def test_pdfplumber_finds_the_same_cells():
    data = _form(lines)
    with pdfplumber.open(io.BytesIO(data)) as other:
        rows = other.pages[0].extract_tables()[0]
    theirs = [["".join(c.split()) for c in row if c is not None] for row in rows]
    ours = [["".join(c.text.split()) for c in row] for row in tables(pdf.read(data))[0].rows()]
    # pdfplumber puts the late quotation marks at the end of their line: compare without them
    assert [[c.translate({0x201C: None, 0x201D: None}) for c in row] for row in ours] == [
        [c.translate({0x201C: None, 0x201D: None}) for c in row] for row in theirs
    ]


@pytest.mark.parametrize("rule", [lines, RULINGS[2], RULINGS[3]], ids=lambda r: r.__name__)
def test_the_fallback_reads_the_same_cells(rule):
    page = lay_out(read_pages(_form(rule), None, 60)[0])
    (table,) = [p for p in page.parts if hasattr(p, "cells")]
    assert [(c.row, c.col, c.rows, c.cols, c.text) for c in table.cells] == truth(FORM)


def test_points_stay_apart_and_wrapped_lines_are_joined():
    boxes = (Box(0, 0, ("承诺",)), Box(0, 1, ("一、为学生宿舍安装直饮水机36台，", "6月底前投入使用。", "二、每月走访一次。")))
    xs, ys = (70.0, 150.0, 150.0 + 12 + 15.5 * 10.5), (700.0, 600.0)

    def paint(canvas: Canvas) -> None:
        lines(canvas, boxes, xs, ys)
        text(canvas, boxes, xs, ys)

    cell = tables(pdf.read(draw(paint)))[0].cells[1]
    assert [b.text for b in cell.blocks] == ["一、为学生宿舍安装直饮水机36台，6月底前投入使用。", "二、每月走访一次。"]


def test_an_underline_in_a_cell_does_not_cut_it():
    boxes = (Box(0, 0, ("负责人签名",)), Box(0, 1, ("（盖章）",)))
    xs, ys = (70.0, 200.0, 400.0), (700.0, 640.0)

    def paint(canvas: Canvas) -> None:
        lines(canvas, boxes, xs, ys)
        canvas.line(215, 660, 330, 660)
        text(canvas, boxes, xs, ys)

    assert shape(tables(pdf.read(draw(paint)))[0].cells) == truth(boxes)


def test_merged_rows_and_open_sides():
    boxes = (
        Box(0, 0, ("类别",)), Box(0, 1, ("事项",)), Box(1, 0, ("共性",), rows=2), Box(1, 1, ("学习",)), Box(2, 1, ("走访",)),
    )
    xs, ys = (70.0, 200.0, 400.0), (700.0, 670.0, 640.0, 610.0)

    def paint(canvas: Canvas) -> None:
        for y in (700, 670, 610):
            canvas.line(70, y, 400, y)
        canvas.line(200, 640, 400, 640)
        canvas.line(200, 700, 200, 610)
        text(canvas, boxes, xs, ys)

    assert shape(tables(pdf.read(draw(paint)))[0].cells) == truth(boxes)


def test_a_table_in_a_cell_is_nested_and_a_page_frame_is_none():
    outer = (Box(0, 0, ("承诺",)), Box(0, 1, ("如下：",)))
    inner = (Box(0, 0, ("项目",)), Box(0, 1, ("时限",)))
    xs, ys = (70.0, 150.0, 450.0), (700.0, 560.0)
    inner_xs, inner_ys = (170.0, 300.0, 430.0), (660.0, 620.0)

    def paint(canvas: Canvas) -> None:
        canvas.rect(30, 30, 535, 780)
        for boxes, x, y in ((outer, xs, ys), (inner, inner_xs, inner_ys)):
            lines(canvas, boxes, x, y)
            text(canvas, boxes, x, y)

    (table,) = tables(pdf.read(draw(paint)))
    first, second = table.cells[1].blocks
    assert first.text == "如下："
    assert shape(second.cells) == truth(inner)
