"""Layers of recognised text that scanners and copiers lay, unseen, over a picture: trusted as far as the picture bears them
out, and never so far that a rule could call them deficient."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.errors import Scan
from extractors.formats import pdf
from extractors.formats.pdfpage.layer import agreement
from extractors.formats.scanpage.engine import EXTRA, SWITCH
from extractors.formats.scanpage.rendered import papers
from extractors.forms import find_forms
from extractors.model.document import paragraphs
from tests.formats_pdf.drawing import FONT
from tests.scans.sheets import SAMPLES, SCAN, needs_ocr, png

PRINT = SAMPLES / "机电学院" / "研究生党支部公开承诺书终稿.pdf"
GOOD = ("共产党员公开承诺书", "姓名 郎扫描 性别 男 民族 汉", "每周三带学生实习一次。退休前把操作要领写成手册，6月底交稿。")
BAD = ("4t/ 7-'Eil rJ: /\\ 1T&%i# ~", "tt z ~~i 3/J '['1: ~,J -~ rJJ i~ lj( )~", "~ m 3. iH ~ ~ j~ ;k .~ '1-J - tk o 6 fl J#t %. .*j")


def scanned(layers: Sequence[Sequence[str]]) -> bytes:
    """The sample scan once for each layer, with that layer's lines unseen over it."""
    (paper,) = papers(SCAN.read_bytes(), [0], 150)
    picture = ImageReader(io.BytesIO(png(Image.fromarray(paper.pixels))))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for lines in layers:
        canvas.drawImage(picture, 0, 0, *A4)
        unseen = canvas.beginText(80, 740)
        unseen.setFont(FONT, 12)
        unseen.setTextRenderMode(3)
        for line in lines:
            unseen.textLine(line)
        canvas.drawText(unseen)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_without_the_extra_a_sensible_layer_is_read_as_doubtful() -> None:
    document = pdf.read(scanned([GOOD]))
    assert "每周三带学生实习一次" in document.text
    assert max(p.passage.sure() for p in paragraphs(document.blocks)) < 0.9
    assert any("待核" in warning for warning in document.warnings)


def test_without_the_extra_a_layer_of_nonsense_is_no_text_and_the_extra_is_named() -> None:
    with pytest.raises(Scan, match="识别层是乱码") as told:
        pdf.read(scanned([BAD]))
    assert EXTRA in told.value.next_step


def test_without_the_extra_a_page_of_nonsense_costs_itself_alone() -> None:
    document = pdf.read(scanned([GOOD, BAD]))
    assert "iH" not in document.text
    assert "每周三带学生实习一次" in document.text
    assert "第2页是图片，自带的识别层是乱码，没有读取。" in document.warnings


@needs_ocr
def test_a_layer_of_nonsense_gives_way_to_the_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "1")
    document = pdf.read(scanned([BAD]))
    (form,) = find_forms(document)
    assert {f.key: f.value for f in form.fields}["name"] == "郎扫描"
    assert any("与图像不符" in warning and "未采用" in warning for warning in document.warnings)


@needs_ocr
def test_a_layer_that_the_picture_bears_out_is_called_so_and_the_table_is_the_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "1")
    told = pdf.read(SCAN.read_bytes()).text.split("\n")
    document = pdf.read(scanned([told]))
    (form,) = find_forms(document)
    assert {f.key: f.value for f in form.fields}["branch"] == "机电学院实验中心党支部"
    assert any("基本一致" in warning for warning in document.warnings)


@needs_ocr
def test_a_scan_among_printed_pages_is_read_and_the_print_stays_print(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "1")
    out = io.BytesIO()
    with pikepdf.open(PRINT) as whole, pikepdf.open(SCAN) as scan:
        whole.pages.extend(scan.pages)
        whole.save(out)
    forms = find_forms(pdf.read(out.getvalue()))
    assert len(forms) == 2
    printed, seen = forms
    assert {f.confidence for f in printed.fields if f.value} == {1.0}
    assert {f.key: f.value for f in seen.fields}["name"] == "郎扫描"
    (printed_alone,) = find_forms(pdf.read(PRINT.read_bytes()))
    assert [f.value for f in printed.fields] == [f.value for f in printed_alone.fields]


def test_without_the_extra_the_scan_among_printed_pages_is_named() -> None:
    out = io.BytesIO()
    with pikepdf.open(PRINT) as whole, pikepdf.open(SCAN) as scan:
        whole.pages.extend(scan.pages)
        whole.save(out)
    document = pdf.read(out.getvalue())
    assert len(find_forms(document)) == 1
    assert any("页是图片，没有读取" in warning for warning in document.warnings)


def test_agreement_does_not_ask_for_the_same_order() -> None:
    assert agreement("甲乙丙丁戊己", "丁戊己甲乙丙") > 0.7
    assert agreement("甲乙丙丁", "子丑寅卯") == 0.0
