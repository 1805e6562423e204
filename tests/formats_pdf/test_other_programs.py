"""What other programs than LibreOffice write into a PDF: Word, WPS, the printers of macOS and of web pages."""

from __future__ import annotations

import io

import pikepdf
import pytest

from extractors.formats import pdf
from formats_pdf.drawing import FONT, LIGHT, Box, draw, lines, shape, tables, text


def _named(data: bytes, name: str, codes: dict[int, str] | None = None) -> bytes:
    """The file with its font Helvetica under another name; `codes` tells what its characters say."""
    with pikepdf.open(io.BytesIO(data)) as document:
        for item in document.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/BaseFont") == pikepdf.Name.Helvetica:
                item.BaseFont = pikepdf.Name(name)
                if codes:
                    rows = "\n".join(f"<{code:02X}> <{ord(said):04X}>" for code, said in codes.items())
                    table = f"begincmap 1 begincodespacerange <00> <FF> endcodespacerange {len(codes)} beginbfchar\n{rows}\nendbfchar endcmap"
                    item.ToUnicode = document.make_stream(table.encode())
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


def _ticked(mark: str) -> bytes:
    def paint(canvas):
        for y, sign, words in ((700, mark, "已上墙公示"), (680, mark, "已交支部存档")):
            canvas.setFont("Helvetica", 12)
            canvas.drawString(70, y, sign)
            canvas.setFont(FONT, 12)
            canvas.drawString(90, y, words)

    return draw(paint)


@pytest.mark.parametrize(("font", "mark", "seen"), [
    ("/Wingdings", "þ", "☑"), ("/ABCDEF+Wingdings-Regular", "ü", "✓"), ("/Wingdings2", "R", "☑"), ("/Wingdings", "l", "●"), ("/Arial", "þ", "þ"),
])  # fmt: skip
def test_signs_of_symbol_fonts_are_what_they_look_like(font, mark, seen):
    read = pdf.read(_named(_ticked(mark), font)).text
    assert [line.split() for line in read.splitlines()] == [[seen, "已上墙公示"], [seen, "已交支部存档"]]


def test_signs_that_come_as_private_code_points():
    read = pdf.read(_named(_ticked("R"), "/ABCDEF+Wingdings2", {0x52: "\uf052"})).text
    assert [line.split() for line in read.splitlines()] == [["☑", "已上墙公示"], ["☑", "已交支部存档"]]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_narrow_digits_of_a_turned_page_have_no_blanks_between_them(degrees):
    def paint(canvas):
        canvas.translate(300, 400)
        canvas.rotate(degrees)
        canvas.setFont(LIGHT, 12)
        canvas.drawString(-120, 0, "联系电话：")
        canvas.setFont("Helvetica", 12)
        canvas.drawString(-60, 0, "13111102111")

    assert pdf.read(draw(paint)).text == "联系电话：13111102111"


def _cell(*printed: tuple[float, str]) -> str:
    """The text of a cell from 70 to 160 points in which each line begins where it is told."""
    def paint(canvas):
        boxes = (Box(0, 0, ()), Box(0, 1, ("某某支部",)))
        lines(canvas, boxes, (70.0, 160.0, 520.0), (700.0, 640.0))
        text(canvas, boxes, (70.0, 160.0, 520.0), (700.0, 640.0))
        canvas.setFont(FONT, 11)
        for n, (x, words) in enumerate(printed):
            canvas.drawString(x, 680 - 18 * n, words)

    (table,) = tables(pdf.read(draw(paint)))
    return table.cells[0].text


def test_a_label_wrapped_in_the_middle_of_its_cell_is_one():
    assert _cell((76.5, "承诺事项（公开"), (109.5, "）")) == "承诺事项（公开）"
    assert _cell((76.5, "党组织及负责人"), (104.0, "承诺")) == "党组织及负责人承诺"


def test_an_address_wrapped_anywhere_is_one():
    assert _cell((76.0, "zhao@example.o"), (76.0, "rg")) == "zhao@example.org"


def test_what_had_room_in_the_middle_of_its_cell_stays_apart():
    assert _cell((87.5, "负责人姓名"), (104.0, "签字")) == "负责人姓名\n签字"


def _page(*printed: tuple[float, str]) -> list[str]:
    def paint(canvas):
        canvas.setFont(FONT, 12)
        for n, (x, words) in enumerate(printed):
            canvas.drawString(x, 700 - 20 * n, words)

    return pdf.read(draw(paint)).text.splitlines()


def test_a_point_whose_lines_begin_behind_its_number_and_blanks_goes_on():
    first = "5.      " + "每季度到联系社区走访困难群众，帮助他们解决饮水和取暖等生活方面的实际困"
    read = _page((70, "我们郑重承诺以下各项内容，请全体党员和群众随时监督，并愿意承担由此而来的责任："), (70, first), (98, "难。"))
    assert ["".join(line.split()) for line in read[1:]] == ["".join(first.split()) + "难。"]


def test_a_middle_dot_begins_a_point():
    row = "·每月走访联系户一次，记录群众提出的意见和建议，并在支部会上逐条通报办理的情况和结果；"
    assert _page((70, row), (70, row), (70, "·年底前完成。")) == [row, row, "·年底前完成。"]


@pytest.mark.parametrize(("apart", "read"), [(0.14, ["80"]), (0.3, ["8", "0"])])
def test_digits_set_a_little_apart_are_one_number(apart, read):
    def paint(canvas):
        canvas.setFont(FONT, 12)
        canvas.drawString(70, 700, "综合成绩")
        canvas.setFont("Helvetica", 12)
        x = 150.0
        for char in "80":
            canvas.drawString(x, 700, char)
            x += canvas.stringWidth(char, "Helvetica", 12) + apart * 12 * 1.17

    assert pdf.read(draw(paint)).text.split() == ["综合成绩", *read]


def test_a_section_behind_a_full_line_begins_anew():
    row = "支部全体党员每月走访联系户一次，记录群众的意见和建议，并在支部会上通报办理的结果。"
    assert _page((70, row), (70, "1.3  主要做法"), (70, row), (70, "1.4  完成时限")) == [row, "1.3 主要做法", row, "1.4 完成时限"]


def test_a_table_whose_pages_are_parted_differently_goes_on():
    """Each page has edges that the other has not; the row that the break cuts is parted as before."""
    above = ((70.0, 150.0, 280.0, 360.0, 520.0), (Box(0, 0, ("姓名",)), Box(0, 1, ("齐小禾",)), Box(0, 2, ("性别",)), Box(0, 3, ("女",)),
             Box(1, 0, ("承诺事项",)), Box(1, 1, ("一、每月走访联系户一次，记录群众提出的意见，逐条通报办",), cols=3)))  # fmt: skip
    below = ((70.0, 150.0, 320.0, 400.0, 520.0), (Box(0, 0, ()), Box(0, 1, ("理的结果。",), cols=3),
             Box(1, 0, ("支部意见",)), Box(1, 1, ("同意",)), Box(1, 2, ("日期",)), Box(1, 3, ("3月5日",))))  # fmt: skip

    def paint(canvas):
        for xs, boxes in (above, below):
            lines(canvas, boxes, xs, (770.0, 740.0, 710.0))
            text(canvas, boxes, xs, (770.0, 740.0, 710.0))
            canvas.showPage()

    (table,) = tables(pdf.read(draw(paint)))
    assert shape(table.cells)[4:6] == [(1, 0, 1, 1, "承诺事项"), (1, 1, 1, 5, "一、每月走访联系户一次，记录群众提出的意见，逐条通报办理的结果。")]
    assert [c.text for c in table.cells if c.row == 2] == ["支部意见", "同意", "日期", "3月5日"]


def test_another_table_on_the_next_page_stays_apart():
    def paint(canvas):
        for xs, words in (((70.0, 150.0, 300.0, 520.0), ("姓名", "齐小禾", "女")), ((70.0, 210.0, 400.0, 520.0), ("序号", "事项", "时限"))):
            boxes = tuple(Box(0, n, (word,)) for n, word in enumerate(words))
            lines(canvas, boxes, xs, (770.0, 740.0))
            text(canvas, boxes, xs, (770.0, 740.0))
            canvas.showPage()

    assert len(tables(pdf.read(draw(paint)))) == 2


def _labelled(paint_label) -> list[str]:
    """The cells of a row whose first one `paint_label` fills."""
    boxes = (Box(0, 0, ()), Box(0, 1, ("一、每月走访一次。", "二、慰问老党员。")))
    xs, ys = (70.0, 110.0, 400.0), (700.0, 600.0)

    def paint(canvas):
        lines(canvas, boxes, xs, ys)
        text(canvas, boxes, xs, ys)
        canvas.setFont(FONT, 12)
        paint_label(canvas)

    label, content = tables(pdf.read(draw(paint)))[0].cells
    assert content.text == "一、每月走访一次。\n二、慰问老党员。"
    return label.text.splitlines()


def test_a_label_in_two_columns_from_top_to_bottom():
    def upright(canvas):
        for x, words in ((94, "公开承诺"), (76, "内容")):
            for n, char in enumerate(words):
                canvas.drawString(x, 680 - 12 * n, char)

    def turned(canvas):
        for x, words in ((95, "公开承诺"), (75, "内容")):
            canvas.saveState()
            canvas.translate(x, 690)
            canvas.rotate(270)
            canvas.drawString(0, 0, words)
            canvas.restoreState()

    assert _labelled(upright) == _labelled(turned) == ["公开承诺内容"]


def test_short_lines_of_single_letters_are_no_columns():
    def spaced(canvas):
        for n, words in enumerate(("承诺", "事项")):
            for m, char in enumerate(words):
                canvas.drawString(74 + 18 * m, 680 - 18 * n, char)

    assert "".join("".join(_labelled(spaced)).split()) == "承诺事项"


def test_a_date_and_a_time_close_together_are_two():
    def paint(canvas):
        canvas.setFont("Helvetica", 12)
        canvas.drawString(70, 700, "12/04/2023")
        canvas.drawString(70 + canvas.stringWidth("12/04/2023", "Helvetica", 12) + 2.3, 700, "21:04:45")

    assert pdf.read(draw(paint)).text == "12/04/2023 21:04:45"


def test_an_entry_centred_under_a_full_one_is_another():
    assert _cell((76.5, "机关第一党支部"), (93.0, "机械支部")) == "机关第一党支部\n机械支部"
