"""PDF printed from a browser or a document viewer: what these put around, between and over the words of a form."""

from __future__ import annotations

import pytest

from extractors.formats import pdf
from extractors.model import Paragraph, Place
from formats_pdf.drawing import FONT, FORM, XS, YS, draw, lines, shape, tables, text, truth


def _printed(head, foot, body=("城南街道第三党支部公开承诺书", "一、6月底前修好3号楼的路灯。")):
    def paint(canvas):
        canvas.setFont(FONT, 8)
        for y, words in ((815, head), (20, foot)):
            for x, word in zip((24, 250, 540), words, strict=False):
                canvas.drawString(x, y, word)
        canvas.setFont(FONT, 12)
        for n, line in enumerate(body):
            canvas.drawString(96, 740 - 24 * n, line)

    return pdf.read(draw(paint))


@pytest.mark.parametrize(("head", "foot"), [
    (("2026/11/28 23:19", "城南街道第三党支部公开承诺书"), ("https://branch.example.com/promise.html", "", "1/1")),
    (("11/28/26, 11:19 PM",), ("file:///D:/promise.html", "", "1/2")),
    (("公开承诺书", "", "https://branch.example.com"), ("第 1 页，共 1 页", "", "2026/11/28 下午11:19")),
])  # fmt: skip
def test_what_a_browser_prints_at_the_edges_is_no_text(head, foot):
    document = _printed(head, foot)
    assert [b.text for b in document.blocks if isinstance(b, Paragraph) and b.place is Place.BODY] == [
        "城南街道第三党支部公开承诺书", "一、6月底前修好3号楼的路灯。",
    ]  # fmt: skip


def test_a_telephone_or_date_at_the_edge_stays():
    document = _printed(("填报日期：2026年3月5日",), ("监督电话：0731-5550132",))
    assert document.text.splitlines()[0] == "填报日期：2026年3月5日"
    assert [b.text for b in document.blocks if isinstance(b, Paragraph) and b.place is not Place.BODY] == []


@pytest.mark.parametrize(("parts", "read"), [
    (("（盖章）", "支部书记：沈柏年"), "（盖章） 支部书记：沈柏年"), (("同意公示", "2026年3月5日"), "同意公示 2026年3月5日"),
])  # fmt: skip
def test_a_blank_that_is_only_a_gap(parts, read):
    """Browsers leave blanks out and go on a third of an em further right."""

    def paint(canvas):
        canvas.setFont(FONT, 12)
        canvas.drawString(96, 740, parts[0])
        canvas.drawString(96 + canvas.stringWidth(parts[0], FONT, 12) + 3.75, 740, parts[1])

    assert pdf.read(draw(paint)).text == read


def test_blanks_of_a_turned_line_keep_their_number():
    def paint(canvas):
        canvas.translate(300, 400)
        canvas.rotate(90)
        canvas.setFont(FONT, 12)
        canvas.drawString(-200, 0, "分管领导签字：石小莲       主要领导签字：楠小榆")

    assert pdf.read(draw(paint)).text.count(" ") > 2


def _lettered(canvas, x, y, size, count):
    """Letters like 日 in outlines, corners rounded, as a viewer strokes bold type once more."""
    path = canvas.beginPath()
    for n in range(count):
        left, step = x + 1.1 * n * size, size / 2
        for low in (y, y + step):
            path.moveTo(left, low)
            path.lineTo(left + size - 2, low)
            path.curveTo(left + size - 1, low, left + size, low, left + size, low + 1)
            path.lineTo(left + size, low + step)
            path.lineTo(left, low + step)
            path.close()
    canvas.drawPath(path, stroke=1, fill=0)


@pytest.mark.parametrize(("size", "count"), [(20, 12), (20, 1), (11, 3)])
def test_stroked_outlines_of_letters_are_no_table(size, count):
    def paint(canvas):
        canvas.setFont(FONT, size)
        canvas.drawString(100, 740, "日" * count)
        _lettered(canvas, 100, 740, size, count)
        lines(canvas, FORM, XS, YS)
        text(canvas, FORM, XS, YS)

    document = pdf.read(draw(paint))
    (table,) = tables(document)
    assert shape(table.cells) == truth(FORM)
    assert document.text.startswith("日" * count)


def test_many_outlined_letters_do_not_cost_the_table_its_lines():
    def paint(canvas):
        for n in range(90):
            _lettered(canvas, 60, 760 - n, 8, 120)
        lines(canvas, FORM, XS, YS)
        text(canvas, FORM, XS, YS)

    document = pdf.read(draw(paint))
    assert not document.warnings
    assert [shape(table.cells) for table in tables(document)] == [truth(FORM)]
