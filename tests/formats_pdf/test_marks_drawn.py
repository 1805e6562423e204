"""What a reader sees: the yellow lies over the words and nowhere else, however the page is turned, cut, moved or scaled.
Where the words are is asked of pdfium, not of our reader."""

from __future__ import annotations

import ctypes
import io

import pikepdf
import pypdfium2
import pypdfium2.raw as raw
import pytest
from PIL import ImageChops

from extractors.formats import pdf
from formats_pdf.drawing import FONT, FORM, XS, YS, anchor_of, draw, lines, text
from pipeline.feedback.pdf import mark_up
from pipeline.feedback.remark import Remark

WORDS = ("沈柏年", "6月底前投入使用", "机电学院党总支", "联系电话", "（盖章）")
SCALE = 3.0


def _form():
    def paint(canvas):
        lines(canvas, FORM, XS, YS)
        text(canvas, FORM, XS, YS)

    return draw(paint)


def _page(rotate=0, content=0, crop=None, shift=(0.0, 0.0), unit=1.0, inherited=False):
    """The form on a page with a rotation, content turned by quarters to the left, a crop box, a moved origin, a unit of
    its own; boxes and rotation inherited from the page tree where asked for."""
    file = pikepdf.open(io.BytesIO(_form()))
    page = file.pages[0]
    matrices = {0: "1 0 0 1 0 0", 1: "0 1 -1 0 842 0", 2: "-1 0 0 -1 595 842", 3: "0 -1 1 0 0 595"}
    wide, high = (842, 595) if content % 2 else (595, 842)
    before = f"q 1 0 0 1 {shift[0]} {shift[1]} cm {1 / unit} 0 0 {1 / unit} 0 0 cm {matrices[content]} cm q 1 0 0 1 0 0 cm"
    page.contents_add(before.encode(), prepend=True)
    page.contents_add(b"Q Q")
    holder = file.Root.Pages if inherited else page.obj
    for key in ("/MediaBox", "/Rotate", "/CropBox"):
        if key in page.obj:
            del page.obj[key]
    holder.MediaBox = [shift[0], shift[1], shift[0] + wide / unit, shift[1] + high / unit]
    if crop:
        holder.CropBox = [crop[0] / unit + shift[0], crop[1] / unit + shift[1], crop[2] / unit + shift[0], crop[3] / unit + shift[1]]
    holder.Rotate = rotate
    if unit != 1:
        page.obj.UserUnit = unit
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


CASES = {f"page {r}, text {c}": {"rotate": r, "content": c} for r in (0, 90, 180, 270) for c in (0, 1, 2, 3)} | {
    "cropped": {"crop": (40, 300, 560, 760)},
    "cropped and turned": {"crop": (40, 300, 560, 760), "rotate": 270},
    "moved": {"shift": (-200, 1000)},
    "moved, cropped, turned": {"rotate": 90, "content": 1, "crop": (20, 40, 800, 560), "shift": (300, -150)},
    "in a large unit": {"unit": 10.0},
    "in a small unit, turned": {"unit": 0.25, "rotate": 180},
    "inherited": {"rotate": 90, "shift": (50, 60), "crop": (40, 300, 560, 760), "inherited": True},
}


def _image(data, unit):
    page = pypdfium2.PdfDocument(data)[0]
    return page.render(scale=SCALE * unit, may_draw_forms=True).to_pil().convert("RGB")


def _device(data, words, size):
    """The device rectangle in which pdfium draws the words."""
    page = pypdfium2.PdfDocument(data)[0]
    textpage = page.get_textpage()
    codes = "".join(chr(raw.FPDFText_GetUnicode(textpage, i)) for i in range(textpage.count_chars()))
    kept = [i for i, char in enumerate(codes) if char > " "]
    whole = "".join(codes[i] for i in kept)
    at = whole.index(words if words in whole else words[::-1])  # pdfium takes upside-down lines from their other end
    found = []
    for i in kept[at : at + len(words)]:
        left, low, right, high = textpage.get_charbox(i)
        for x, y in ((left, low), (right, high)):
            dx, dy = ctypes.c_int(), ctypes.c_int()
            raw.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, dx, dy)
            found.append((dx.value, dy.value))
    xs, ys = zip(*found, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _check(data, marked, words, unit=1.0):
    plain, yellow = _image(data, unit), _image(marked, unit)
    assert plain.size == yellow.size
    box = x0, y0, x1, y1 = _device(data, words, plain.size)
    tinted = ImageChops.difference(plain.getchannel("B"), yellow.getchannel("B")).point(lambda v: 255 * (v > 40))
    inner = (x0 + 4, y0 + 4, x1 - 4, y1 - 4)  # a point and a third inside: single strokes reach out of the line's height
    light = plain.convert("L").crop(inner).point(lambda v: 255 * (v > 200))
    covered = ImageChops.darker(light, tinted.crop(inner))
    assert covered.histogram()[255] > 0.99 * light.histogram()[255] > 0, (words, box, tinted.getbbox())
    ink = plain.convert("L").point(lambda v: 255 * (v < 120))
    under = ink.crop(tinted.getbbox()).histogram()[255]
    assert under > 0.97 * ink.crop(box).histogram()[255] > 0, (words, box, tinted.getbbox())
    left, top, right, low = tinted.getbbox()
    slack = 8 * SCALE  # a bracket fills half of its em
    assert x0 - slack <= left < right <= x1 + slack, (words, box, tinted.getbbox())
    assert y0 - slack <= top < low <= y1 + slack, (words, box, tinted.getbbox())


@pytest.mark.parametrize("name", CASES)
def test_the_yellow_lies_over_the_words(name, tmp_path):
    data = _page(**CASES[name])
    source = tmp_path / "a.pdf"
    source.write_bytes(data)
    document = pdf.read(data)
    for words in WORDS[: 5 if name in ("cropped", "page 0, text 0") else 2]:
        mark_up(source, [Remark(anchor_of(document, words), "请核对")], tmp_path / "b.pdf")
        _check(data, (tmp_path / "b.pdf").read_bytes(), words, CASES[name].get("unit", 1.0))


def test_a_mark_on_a_turned_label_and_on_a_typed_value(tmp_path):
    def paint(canvas):
        canvas.setFont(FONT, 12)
        canvas.saveState()
        canvas.translate(95, 620)
        canvas.rotate(90)
        canvas.drawString(0, 0, "承诺内容")
        canvas.restoreState()
        canvas.drawString(80, 500, "姓名：")
        canvas.acroForm.textfield(name="n", x=130, y=494, width=120, height=20, value="Zhao 123")

    source, target = tmp_path / "a.pdf", tmp_path / "b.pdf"
    source.write_bytes(draw(paint))
    document = pdf.read(source.read_bytes())
    mark_up(source, [Remark(anchor_of(document, "承诺内容"), "请核对")], target)
    _check(source.read_bytes(), target.read_bytes(), "承诺内容")
    (box,) = anchor_of(document, "Zhao 123").places[0].boxes
    assert 130 <= box[0] < box[2] <= 250
    assert 494 <= box[1] < box[3] <= 516
    mark_up(source, [Remark(anchor_of(document, "Zhao 123"), "请核对")], target)
    with pikepdf.open(target) as file:
        assert len(file.pages[0].Annots) == 2
