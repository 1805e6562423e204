"""Running text and large cells over several pages, as Word, WPS and Print to PDF lay them out."""

from __future__ import annotations

from extractors.formats import pdf
from extractors.model import Paragraph, Table
from extractors.model.document import paragraphs
from formats_pdf.drawing import FONT, Box, draw, lines, tables, text

TEXT = "我支部郑重承诺全体党员每月走访联系的困难群众帮助他们解决生产生活中的实际问题并把办理的结果在村务公开栏里张贴接受群众的监督"


def _set(canvas, left: float, width: int, words: str, y: float, first: float = 24.0) -> float:
    """Words at 12 points in lines of `width` characters, the first one indented; returns where the next line goes."""
    canvas.setFont(FONT, 12)
    indented = width - round(first / 12)
    for n, row in enumerate([words[:indented], *(words[at : at + width] for at in range(indented, len(words), width))]):
        canvas.drawString(left + (0 if n else first), y, row)
        y -= 20
    return y


def test_a_cover_set_wider_does_not_part_the_text_behind_it():
    def paint(canvas):
        canvas.setFont(FONT, 12)
        canvas.drawString(62, 700, "指导单位名称")
        canvas.drawString(480, 700, "某某街道")
        canvas.drawString(62, 660, "报送日期")
        canvas.showPage()
        y = 760.0
        for _ in range(4):
            y = _set(canvas, 90, 32, TEXT + "。", y)
        canvas.showPage()
        canvas.setFont(FONT, 12)
        canvas.drawString(90, 760, "一、承诺事项")
        y = _set(canvas, 90, 32, "每月走访联系户并记录他们提出的意见和建议在支部会上逐条通报办结的情况。", 740)
        boxes = (Box(0, 0, ("序号",)), Box(0, 1, ("事项",)))
        lines(canvas, boxes, (90.0, 200.0, 470.0), (y, y - 40))
        text(canvas, boxes, (90.0, 200.0, 470.0), (y, y - 40))

    read = [p.text for p in pdf.read(draw(paint)).blocks if isinstance(p, Paragraph)]
    assert read[-6:-2] == [TEXT + "。"] * 4
    assert read[-2:] == ["一、承诺事项", "每月走访联系户并记录他们提出的意见和建议在支部会上逐条通报办结的情况。"]


def test_a_line_that_begins_with_the_word_for_a_signature_goes_on():
    def paint(canvas):
        words = TEXT[:30] + "签名册由支部书记逐户核对，" + TEXT[30:]
        _set(canvas, 90, 32, words + "。", 700)
        canvas.drawString(300, 560, "签名：")

    assert pdf.read(draw(paint)).text.splitlines()[1:] == ["签名："]


EDGES = (30.0, 565.0)


def _framed(*pages):
    """Pages with one ruled cell each of the same width, the first under a row of two, with its text from the top."""

    def paint(canvas):
        for n, words in enumerate(pages):
            top = 820.0
            if not n:
                boxes = (Box(0, 0, ("支部名称",)), Box(0, 1, ("第二党支部",)))
                lines(canvas, boxes, (EDGES[0], 200.0, EDGES[1]), (820.0, 790.0))
                text(canvas, boxes, (EDGES[0], 200.0, EDGES[1]), (820.0, 790.0))
                top = 790.0
            lines(canvas, (Box(0, 0, ()),), EDGES, (top, 25.0))
            words(canvas, top - 20)
            canvas.showPage()

    return pdf.read(draw(paint))


def test_a_cell_that_fills_the_next_page_alone_goes_on():
    document = _framed(lambda c, y: _set(c, 36, 43, TEXT[:41], y), lambda c, y: _set(c, 36, 43, TEXT[41:] + "。", y, 0.0))
    assert [type(b) for b in document.blocks] == [Table]
    assert tables(document)[0].cells[-1].text == TEXT + "。"


def test_a_frame_around_a_page_of_its_own_is_none():
    def paint(canvas):
        canvas.rect(20, 20, 555, 802)
        boxes = (Box(0, 0, ("支部名称",)), Box(0, 1, ("第二党支部",)))
        lines(canvas, boxes, (70.0, 200.0, 525.0), (790.0, 760.0))
        text(canvas, boxes, (70.0, 200.0, 525.0), (790.0, 760.0))
        canvas.showPage()
        canvas.rect(20, 20, 555, 802)
        _set(canvas, 76, 37, TEXT + "。", 700)

    document = pdf.read(draw(paint))
    assert [type(b) for b in document.blocks] == [Table, Paragraph]


def test_a_table_in_a_cell_stays_on_its_page():
    def first(canvas, y):
        for n in range(12):
            y = _set(canvas, 76, 37, f"{n + 1}、" + TEXT[:20] + "；", y, 0.0)

    def second(canvas, y):
        boxes = (Box(0, 0, ("月份",)), Box(0, 1, ("走访户数",)))
        lines(canvas, boxes, (90.0, 200.0, 400.0), (y, y - 30))
        text(canvas, boxes, (90.0, 200.0, 400.0), (y, y - 30))
        _set(canvas, 76, 37, "13、年底前公布结果。", y - 60, 0.0)

    read = [p.text for p in paragraphs(tables(_framed(first, second))[0].cells[-1].blocks)]
    assert [row[:2] for row in read[:12]] == ["1、", "2、", "3、", "4、", "5、", "6、", "7、", "8、", "9、", "10", "11", "12"]
    assert read[12:] == ["月份", "走访户数", "13、年底前公布结果。"]
