"""Characters that PDF writers garble, and files that are none or not whole."""

from __future__ import annotations

import contextlib
import io
import random
import subprocess
import sys

import pikepdf
import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader

from extractors.errors import Corrupt, DocumentError, Encrypted, NoFormFound, Scan, TooLarge
from extractors.formats import pdf
from formats_pdf.drawing import FONT, FORM, XS, YS, draw, lines, shape, tables, text, truth


def _lines(*placed, size=12):
    def paint(canvas):
        canvas.setFont(FONT, size)
        for x, y, line in placed:
            canvas.drawString(x, y, line)

    return [b.text for b in pdf.read(draw(paint)).blocks]


def _form(encrypt=None):
    def paint(canvas):
        lines(canvas, FORM, XS, YS)
        text(canvas, FORM, XS, YS)

    return draw(paint, encrypt=encrypt)


def test_radicals_become_ideographs():
    assert _lines((80, 700, "⼀、⾛访⺠⽣")) == ["一、走访民生"]


def test_bold_that_is_struck_twice_is_read_once():
    placed = [(80, 700, "公开承诺书"), (80.4, 700, "公开承诺书")]
    assert _lines(*placed) == ["公开承诺书"]


def test_gaps_stay_blank_and_letter_spacing_does_not():
    (line,) = _lines((80, 700, "签名："), (200, 700, "2012"), (240, 700, "年"), (290, 700, "月"), (340, 700, "日"))
    assert line.split() == ["签名：", "2012年", "月", "日"] or line.split() == ["签名：", "2012", "年", "月", "日"]
    spaced = [(80 + 15 * i, 700, c) for i, c in enumerate("公开承诺")]
    assert _lines(*spaced) == ["公开承诺"]
    assert _lines((80, 700, "QQ group 2012 年")) == ["QQ group 2012 年"]


def test_wrapped_text_outside_tables_is_joined_and_points_are_not():
    whole = "本支部全体党员郑重承诺，今年内为群众办好下列实事，欢迎监督，并在年底前逐项公布结果，接受大家的评议。" * 2
    cut = [whole[i : i + 36] for i in range(0, len(whole), 36)]
    placed = [(82, 700 - 20 * i, line) for i, line in enumerate(cut)]
    last = 700 - 20 * len(cut)
    found = _lines(*placed, (82, last, "1.每月走访一次。"), (82, last - 20, "2.慰问老党员。"))
    assert found == [whole, "1.每月走访一次。", "2.慰问老党员。"]


def test_values_of_form_fields_are_read():
    def paint(canvas):
        canvas.setFont(FONT, 12)
        canvas.drawString(80, 700, "姓名：")
        canvas.acroForm.textfield(name="n", x=130, y=694, width=200, height=20, value="Zhao 123")

    assert "".join(_text(draw(paint)).split()) == "姓名：Zhao123"
    bare = pikepdf.open(io.BytesIO(draw(paint)))
    field = bare.pages[0].Annots[0]
    del field["/AP"]
    field.V = pikepdf.String("赵明远")
    out = io.BytesIO()
    bare.save(out)
    assert "".join(_text(out.getvalue()).split()) == "姓名：赵明远"


def _text(data):
    return pdf.read(data).text


def test_a_password_is_named_and_an_owner_password_is_no_hindrance():
    from reportlab.lib.pdfencrypt import StandardEncryption

    with pytest.raises(Encrypted):
        pdf.read(_form(StandardEncryption("secret", ownerPassword="owner")))
    document = pdf.read(_form(StandardEncryption("", ownerPassword="owner", canPrint=0)))
    assert shape(tables(document)[0].cells) == truth(FORM)


def test_a_scan_says_so():
    picture = Image.new("RGB", (600, 800), "white")
    ImageDraw.Draw(picture).rectangle((40, 40, 500, 90), fill="black")

    def paint(canvas):
        canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)

    with pytest.raises(Scan):
        pdf.read(draw(paint))


def test_blank_pages_and_books_are_told_apart():
    with pytest.raises(NoFormFound, match="空白"):
        pdf.read(draw(lambda canvas: canvas.showPage()))
    with pytest.raises(TooLarge, match="61页"):
        pdf.read(draw(lambda canvas: [(canvas.drawString(9, 9, "1"), canvas.showPage()) for _ in range(61)]))


def test_text_without_codes_is_not_passed_on_as_text():
    file = pikepdf.open(io.BytesIO(_form()))
    for item in file.objects:
        if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
            item.ToUnicode = file.make_stream(
                b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
                b"1 beginbfrange <00> <ff> <e000> endbfrange endcmap end"
            )
    out = io.BytesIO()
    file.save(out)
    with pytest.raises(Scan, match="编码"):
        pdf.read(out.getvalue())


def test_a_page_with_a_mass_of_lines_is_read_without_its_rulings():
    def paint(canvas):
        canvas.setFont(FONT, 12)
        canvas.drawString(80, 700, "公开承诺书")
        canvas._code.append("80 100 m 89 100 l 80 109 l " * 40_000 + "S")

    document = pdf.read(draw(paint))
    assert document.text == "公开承诺书"
    assert "图形过多" in document.warnings[0]


def test_cut_off_and_garbled_files_end_in_a_document_error_or_a_warning():
    data = _form()
    chance = random.Random(7)
    for cut in (20, 400, len(data) // 2, len(data) * 3 // 4, len(data) - 30):
        try:
            document = pdf.read(data[:cut])
        except DocumentError:
            continue
        assert any("不完整" in w for w in document.warnings)
    for _ in range(60):
        broken = bytearray(data)
        for _ in range(12):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        with contextlib.suppress(DocumentError):
            pdf.read(bytes(broken))
    with pytest.raises(Corrupt):
        pdf.read(b"%PDF-1.4\n" + bytes(chance.randrange(256) for _ in range(900)))


def test_only_pdfs_are_claimed():
    assert pdf.sniff(b"\xef\xbb\xbf%PDF-1.7 ...")
    assert not pdf.sniff(b"PK\x03\x04 %PDX")


def test_a_narrow_gap_that_stands_alone_is_a_blank():
    assert _lines((80, 700, "承诺人：县水务局办公室"), (80 + 11 * 12 + 7, 700, "柏青梧")) == ["承诺人：县水务局办公室 柏青梧"]
    (line,) = _lines((80, 700, "姓名：齐小禾"), (80 + 6 * 12 + 10, 700, "性别：女"), (80 + 10 * 12 + 50, 700, "年龄：46"))
    assert line.split() == ["姓名：齐小禾", "性别：女", "年龄：46"]


def test_a_heading_behind_a_full_line_and_a_line_flush_left_behind_one_flush_right_stay_apart():
    full = "指导学生参加各级各类职业技能大赛，每人带一名徒弟，力争获得省级比赛二等奖及以上。"
    found = _lines((80, 700, full), (80, 680, "创新承诺"), (80, 660, "开发助教。"))
    assert found == [full, "创新承诺", "开发助教。"]
    end = 80 + 12 * len(full)
    signed = [(80, 700, full), (end - 15 * 12, 680, "柏青梧（签名）二〇一二年六月"), (80, 660, "审定意见：同意。")]
    assert _lines(*signed)[1:] == ["柏青梧（签名）二〇一二年六月", "审定意见：同意。"]


def test_an_indented_full_line_is_not_taken_for_a_centred_one():
    whole = "我叫莫大川，今年四十六岁，在外跑过十二年运输，回村以后办起了木材加工厂，带着大伙一起干，大家选我当书记，我向大家承诺。"
    assert _lines((80 + 14, 700, whole[:34]), (80, 680, whole[34:]), (80, 640, "一" * 36)) == [whole, "一" * 36]


def test_bold_lines_are_known():
    def paint(canvas):
        canvas.setFont(FONT, 12)
        canvas.drawString(80, 700, "每月走访一次。")
        canvas._code.append("2 Tr 0.4 w")
        canvas.drawString(80, 660, "岗位承诺")

    assert [(b.text, b.bold) for b in pdf.read(draw(paint)).blocks] == [("每月走访一次。", False), ("岗位承诺", True)]
    with_name = draw(lambda canvas: (canvas.setFont("Helvetica-Bold", 12), canvas.drawString(80, 700, "Plan 2012")))
    assert pdf.read(with_name).blocks[0].bold


def _with_no_page() -> bytes:
    """A page with a typed field, and in the page tree behind it something that is no page."""
    def paint(canvas):
        canvas.setFont(FONT, 12)
        canvas.drawString(80, 700, "姓名：")
        canvas.acroForm.textfield(name="n", x=130, y=694, width=200, height=20, value="Zhao 123")

    file = pikepdf.open(io.BytesIO(draw(paint)))
    kid = file.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name("/FontDescriptor"), Ascent=7000001))
    file.Root.Pages.Kids.append(kid)
    file.Root.Pages.Count = 2
    out = io.BytesIO()
    file.save(out, compress_streams=False)
    return out.getvalue()


def test_a_field_beside_a_page_that_is_none_does_not_end_the_process():
    read = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", "import sys; from extractors.formats import pdf; d = pdf.read(sys.stdin.buffer.read()); print(d.text, *d.warnings)"],
        input=_with_no_page(), capture_output=True, check=False,
    )  # fmt: skip
    assert read.returncode == 0, read.stderr
    said = read.stdout.decode()
    assert said.startswith("姓名：")
    assert "第2页无法读取" in said
    assert "第1页表单、批注中填写的文字可能没有读全" in said
