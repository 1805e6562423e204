"""Pages as no careful office makes them: askew, hidden, garbled, in columns, in strange units, with fields."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pdfminer import pdffont
from PIL import Image
from reportlab.lib.utils import ImageReader

from extractors.errors import Encrypted, Scan, TimedOut
from extractors.formats import pdf
from extractors.formats.pdfpage import plumber
from extractors.formats.pdfpage.garbled import garbled
from extractors.model import Paragraph, Place
from formats_pdf.drawing import FONT, FORM, XS, YS, Box, draw, lines, shape, tables, text, truth

PROSE = "本支部结合实际郑重承诺如下事项，请全体党员和群众予以监督，并在年底前逐项公布完成的情况，接受大家的评议。"


def _form():
    def paint(canvas):
        lines(canvas, FORM, XS, YS)
        text(canvas, FORM, XS, YS)

    return draw(paint)


def _saved(file):
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _opened(data):
    return pikepdf.open(io.BytesIO(data))


def _texts(data):
    return [b.text for b in pdf.read(data).blocks]


def test_a_watermark_stays_out_of_the_lines_that_it_crosses():
    def paint(canvas):
        canvas.saveState()
        canvas.translate(180, 420)
        canvas.rotate(40)
        canvas.setFillGray(0.85)
        canvas.setFont(FONT, 60)
        canvas.drawString(0, 0, "内部资料")
        canvas.restoreState()
        canvas.setFillGray(0)
        lines(canvas, FORM, XS, YS)
        text(canvas, FORM, XS, YS)

    document = pdf.read(draw(paint))
    assert shape(tables(document)[0].cells) == truth(FORM)
    (mark,) = [b for b in document.blocks if isinstance(b, Paragraph)]
    assert (mark.text, mark.place) == ("内部资料", Place.TEXT_BOX)


@pytest.mark.parametrize("degrees", [90, 270])
def test_a_turned_label_belongs_to_its_cell(degrees):
    boxes = (Box(0, 0, ()), Box(0, 1, ("一、每月走访一次。", "二、慰问老党员。")))
    xs, ys = (70.0, 110.0, 400.0), (700.0, 600.0)

    def paint(canvas):
        lines(canvas, boxes, xs, ys)
        text(canvas, boxes, xs, ys)
        canvas.saveState()
        canvas.translate(*((95, 620) if degrees == 90 else (85, 680)))
        canvas.rotate(degrees)
        canvas.setFont(FONT, 12)
        canvas.drawString(0, 0, "承诺内容")
        canvas.restoreState()

    label, content = tables(pdf.read(draw(paint)))[0].cells
    assert label.text == "承诺内容"
    assert content.text == "一、每月走访一次。\n二、慰问老党员。"
    (box,) = label.passage.anchor().places[0].boxes
    assert 70 <= box[0] < box[2] <= 110
    assert 600 <= box[1] < box[3] <= 700


def test_text_that_nobody_sees_is_read_and_told_of():
    def paint(canvas):
        canvas.setFont(FONT, 12)
        canvas.drawString(80, 700, "看得见")
        canvas.setFillGray(1)
        canvas.drawString(80, 660, "白字")
        canvas.setFillGray(0)
        canvas.rect(70, 600, 200, 30, fill=1)
        canvas.setFillGray(1)
        canvas.drawString(80, 610, "深色底上的表头")
        canvas.setFillGray(0)
        unseen = canvas.beginText(80, 560)
        unseen.setTextRenderMode(3)
        unseen.textLine("隐形字")
        canvas.drawText(unseen)

    document = pdf.read(draw(paint))
    assert "".join(document.text.split()) == "看得见白字深色底上的表头隐形字"
    assert document.warnings == (
        "第1页有3个不显示的字符，已一并读入，请核对原件。", "第1页有2个白色字符（纸上看不见），已一并读入，请核对原件。",
    )


def test_a_layer_of_recognised_text_over_a_scan_is_text_and_says_so():
    def paint(canvas):
        canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "white")), 0, 0, 595, 842)
        layer = canvas.beginText(80, 700)
        layer.setFont(FONT, 12)
        layer.setTextRenderMode(3)
        layer.textLine("党支部公开承诺书")
        canvas.drawText(layer)

    document = pdf.read(draw(paint))
    assert document.text == "党支部公开承诺书"
    assert "识别层" in document.warnings[0]


def _garbled(file, keep=lambda index: False):
    """The file without the tables that tell what its glyphs mean."""
    fonts = [o for o in file.objects if isinstance(o, pikepdf.Dictionary) and "/ToUnicode" in o]
    for index, font in enumerate(fonts):
        if not keep(index):
            del font["/ToUnicode"]
    return _saved(file)


def test_glyph_numbers_are_not_passed_on_as_text():
    with pytest.raises(Scan, match="编码"):
        pdf.read(_garbled(_opened(_form())))

    def shifted(canvas):
        canvas.setFont(FONT, 12)
        for row in range(4):
            canvas.drawString(80, 700 - 20 * row, "̽ଋҨǥƹୡȥဎഁࣧဌʾಱೌ܆ਮΝ੧ͱʸ͢ฏʤ㐹㒣㖞㘎")

    with pytest.raises(Scan, match="编码"):
        pdf.read(draw(shifted))


def test_common_text_is_not_taken_for_garbled():
    rare = "承诺人：闫翀㛃、乜喆，联系人：亓犇。网址 http://dj.example.cn/a_b?c=1&d=2#e @12 [3] {4} <5> ~6~ ^7^ |8| $9$"
    old = "本校黨總支鄭重承諾：關於學習型黨組織建設，與師生結對幫扶，請監督並提出寶貴意見。"

    def paint(canvas):
        canvas.setFont(FONT, 10)
        for row, line in enumerate((rare, old, "________________________", "…………………………", "□是 ☑否 ①②③ Ⅳ ㎡ ℃ ±5% αβγ")):
            canvas.drawString(40, 700 - 20 * row, line)

    assert pdf.read(draw(paint)).warnings == ()


def test_a_script_of_its_own_is_not_garbled():
    assert not garbled("침하게흐린품이눈이올듯하더니눈은아니오고얼다가만비가추적추적내리는날이었다", 0)
    assert not garbled("কিপরাইটঃ- এেসা দব্ীন িশিখ পর্কাশনী", 0)
    assert garbled("㐂㐄㐆㐈㐊㐌㐎㐐㐒㐔㐖㐘㐚㐜", 0)
    assert garbled("!\"#$%&'()*+,<=>@[]^_`{|}~#$%&*+<=>@[]" + "公开承诺", 10)


def test_two_columns_are_read_one_after_the_other():
    left, right = [PROSE * 3, PROSE * 2 + PROSE[:20]]

    def paint(canvas):
        canvas.setFont(FONT, 12)
        canvas.drawString(60, 760, "党支部公开承诺书在这一行里占去整个版面的宽度，因此不属于任何一栏，应当先读。")
        for x, whole, leading in ((60, left, 18), (310, right, 18)):
            for row, start in enumerate(range(0, len(whole), 18)):
                canvas.drawString(x, 720 - leading * row, whole[start : start + 18])

    assert _texts(draw(paint))[1:] == [left, right]


def test_entries_side_by_side_are_no_columns():
    def paint(canvas):
        canvas.setFont(FONT, 12)
        for row, (label, other) in enumerate([("姓名：齐小禾", "性别：女"), ("职务：教师", "年龄：46"), ("单位：第二小学党支部", "电话：85550132")] * 4):
            canvas.drawString(80, 700 - 20 * row, label)
            canvas.drawString(330, 700 - 20 * row, other)

    found = "\n".join(_texts(draw(paint)))
    assert found.index("性别：女") < found.index("职务：教师")


@pytest.mark.parametrize("scale", [0.1, 0.3, 4.0])
def test_pages_in_other_units_are_read_alike(scale):
    file = _opened(_form())
    page = file.pages[0]
    page.contents_add(f"q {scale} 0 0 {scale} 0 0 cm".encode(), prepend=True)
    page.contents_add(b"Q")
    page.MediaBox = [0, 0, 595 * scale, 842 * scale]
    page.obj.UserUnit = 1 / scale
    document = pdf.read(_saved(file))
    assert [shape(t.cells) for t in tables(document)] == [truth(FORM)]
    (box,) = tables(document)[0].cells[5].passage.anchor(0, 3).places[0].boxes
    assert XS[1] * scale < box[0] < box[2] < XS[2] * scale


def _with_fields():
    def paint(canvas):
        canvas.setFont(FONT, 12)
        canvas.drawString(80, 700, "姓名：")
        canvas.acroForm.textfield(name="n", x=130, y=694, width=120, height=20, value="Zhao 123")
        canvas.drawString(80, 650, "公开：")
        canvas.acroForm.checkbox(name="y", x=130, y=646, size=16, checked=True)
        canvas.drawString(150, 650, "是")
        canvas.acroForm.checkbox(name="w", x=180, y=646, size=16, checked=False)
        canvas.drawString(200, 650, "否")

    return draw(paint)


def _solid(data):
    return "".join(pdf.read(data).text.split())


def test_fields_leave_the_fonts_of_the_page_tree_alone():
    file = _opened(_with_fields())
    page = file.pages[0].obj
    file.Root.Pages.Resources = page.Resources
    del page["/Resources"]
    assert _solid(_saved(file)) == "姓名：Zhao123公开：☑是☐否"


def test_ticks_and_values_that_no_appearance_shows():
    file = _opened(_with_fields())
    first, *boxes = file.pages[0].Annots
    for note in (first, *boxes):
        del note["/AP"]
    parent = file.make_indirect(
        pikepdf.Dictionary(FT=pikepdf.Name.Tx, T=pikepdf.String("p"), V=pikepdf.String("赵明远"), Kids=pikepdf.Array([first]))
    )
    first.Parent = parent
    del first["/V"], first["/FT"]
    file.Root.AcroForm.Fields = pikepdf.Array([parent, *boxes])
    assert _solid(_saved(file)) == "姓名：赵明远公开：☑是☐否"
    first.F = 2  # hidden
    assert _solid(_saved(file)) == "姓名：公开：☑是☐否"


def test_a_text_note_is_read_and_a_highlight_is_not():
    file = _opened(_form())
    rect = pikepdf.Array([100, 200, 300, 230])
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=rect, Contents=pikepdf.String("情况属实"))
    other = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Highlight, Rect=rect, Contents=pikepdf.String("批注"))
    file.pages[0].Annots = pikepdf.Array([file.make_indirect(note), file.make_indirect(other)])
    document = pdf.read(_saved(file))
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == ["情况属实"]
    assert shape(tables(document)[0].cells) == truth(FORM)


def test_light_cells_on_a_dark_ground_and_frames_of_two_outlines_are_ruled():
    def cells(canvas):
        canvas.setFillGray(0)
        canvas.rect(XS[0] - 1, YS[-1] - 1, XS[-1] - XS[0] + 2, YS[0] - YS[-1] + 2, stroke=0, fill=1)
        canvas.setFillGray(1)
        for b in FORM:
            x0, x1, top, low = XS[b.col], XS[b.col + b.cols], YS[b.row], YS[b.row + b.rows]
            canvas.rect(x0 + 0.5, low + 0.5, x1 - x0 - 1, top - low - 1, stroke=0, fill=1)

    def frames(canvas):
        for b in FORM:
            x0, x1, top, low = XS[b.col], XS[b.col + b.cols], YS[b.row], YS[b.row + b.rows]
            path = canvas.beginPath()
            path.rect(x0 - 0.5, low - 0.5, x1 - x0 + 1, top - low + 1)
            path.rect(x0 + 0.5, low + 0.5, x1 - x0 - 1, top - low - 1)
            canvas.drawPath(path, stroke=0, fill=1, fillMode=0)

    for rule in (cells, frames):
        def paint(canvas, rule=rule):
            rule(canvas)
            canvas.setFillGray(0)
            text(canvas, FORM, XS, YS)

        document = pdf.read(draw(paint))
        assert [shape(t.cells) for t in tables(document)] == [truth(FORM)], rule.__name__
        assert document.warnings == ()


def test_letters_of_one_glyph_are_all_read_and_vertical_forms_are_the_common_ones():
    file = _opened(draw(lambda canvas: (canvas.setFont("Helvetica", 12), canvas.drawString(80, 700, "oXce"))))
    font = next(o for o in file.objects if isinstance(o, pikepdf.Dictionary) and o.get("/BaseFont") == "/Helvetica")
    font.ToUnicode = file.make_stream(
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
        b"1 beginbfrange <20> <57> <0020> endbfrange 1 beginbfchar <58> <006600660069> endbfchar 1 beginbfrange <59> <7e> <0059> endbfrange endcmap end"
    )
    assert _texts(_saved(file)) == ["office"]

    def vertical(canvas):
        canvas.setFont(FONT, 12)
        canvas.drawString(80, 700, "同意︵盖章︶﹐请公示﹔")

    assert _texts(draw(vertical)) == ["同意（盖章），请公示；"]


def test_a_hyphen_at_the_end_of_a_line_stays_one():
    def paint(canvas):
        canvas.setFont("Helvetica", 12)
        canvas.drawString(80, 700, "Call number 0731-")
        canvas.drawString(80, 684, "85550132 for help")

    document = pdf.read(draw(paint))
    assert "0731-" in document.text
    assert document.warnings == ()


def test_files_that_only_one_library_can_mend_are_read():
    data = _form()
    start = data.rindex(b"xref\n", 0, data.rindex(b"startxref"))
    for broken in (
        data[:start],  # no table, no trailer
        data.replace(b"/Type /Pages", b"/Type /Pagez").replace(b"startxref\n", b"startxref\n9"),
    ):
        document = pdf.read(broken)
        assert shape(tables(document)[0].cells) == truth(FORM)


def test_a_file_encrypted_in_an_unknown_way_is_named_so():
    data = _form().replace(b"trailer\n<<", b"trailer\n<< /Encrypt << /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s5 /V 4 >> ")
    with pytest.raises(Encrypted, match="加密方式"):
        pdf.read(data)


def _with_widths(widths):
    """The form, one of its fonts with these widths; pdfium does not mind them."""
    file = _opened(_form())
    font = next(o for o in file.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Subtype") == "/Type0")
    font.DescendantFonts = pikepdf.Array([pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.CIDFontType0, BaseFont=font.BaseFont, W=pikepdf.Array(widths),
        CIDSystemInfo=pikepdf.Dictionary(Registry=b"Adobe", Ordering=b"GB1", Supplement=0),
    )])
    return _saved(file)


def test_absurd_widths_are_bounded_in_the_fallback():
    data = _with_widths([1, 2147483647, 500])
    assert "机电学院党总支" in pdf.read(data).text
    assert plumber.read_pages(data, None, 60)[0].runs
    assert len(pdffont.get_widths([1, 2147483647, 500])) < 65536


def test_the_fallback_is_broken_off_where_it_takes_too_long(monkeypatch):
    monkeypatch.setattr(plumber, "SECONDS", 0.02)
    with pytest.raises(TimedOut):
        plumber.read_pages(_with_widths([1, 60000, 500] * 400), None, 60)


@pytest.mark.parametrize("shift", [(0.3, 0.0), (0.0, 0.3), (-0.4, 0.0), (0.6, 0.2), (0.0, 0.0)])
@pytest.mark.parametrize("by_letter", [False, True])
def test_letters_struck_twice_count_once_and_doubled_ones_twice(shift, by_letter):
    words = "承诺12户，11人llii共100%"

    def paint(canvas):
        canvas.setFont(FONT, 12)
        x = 80.0
        for part in words if by_letter else [words]:
            canvas.drawString(x, 700, part)
            canvas.drawString(x + shift[0], 700 + shift[1], part)
            x += canvas.stringWidth(part, FONT, 12)

    assert _texts(draw(paint)) == [words]


def test_a_label_written_downwards_is_one_word():
    boxes = (Box(0, 0, tuple("公开承诺")), Box(0, 1, ("一、每月走访一次。",)))
    xs, ys = (70.0, 92.0, 400.0), (700.0, 600.0)

    def paint(canvas):
        lines(canvas, boxes, xs, ys)
        text(canvas, boxes, xs, ys)

    assert shape(tables(pdf.read(draw(paint)))[0].cells) == truth(boxes)
    assert tables(pdf.read(draw(paint)))[0].cells[0].text == "公开承诺"


def test_a_table_of_a_hundred_million_objects_is_broken_off_too(monkeypatch):
    """pdfminer looks for pages under each number, and again when the file is closed."""
    start = b"%PDF-1.5\n2 0 obj <</Type/Catalog>> endobj\n"
    rows = bytes((0, 0, 0, 0, 1, 0, len(start), 0, 1, 0, 9, 0))
    table = b"1 0 obj <</Type/XRef/W[1 2 1]/Index[0 99999999]/Size 99999999/Root 2 0 R/Length %d>> stream\n%s\nendstream endobj\n"
    data = start + table % (len(rows), rows) + b"startxref\n%d\n%%%%EOF\n" % len(start)
    monkeypatch.setattr(plumber, "SECONDS", 0.2)
    with pytest.raises(TimedOut):
        pdf.read(data)
