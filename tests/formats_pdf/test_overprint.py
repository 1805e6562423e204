"""Large words printed level over the text of a form."""

from __future__ import annotations

from extractors.formats import pdf
from extractors.model import Paragraph, Place
from formats_pdf.drawing import FONT, draw

LINES = ("一、六月底前完成村委会至小学1.2公里道路硬化，解决320名群众出行难的问题。", "二、四十二名党员每人联系两户，每月走访不少于1次。")


def _printed(over, size, y):
    def paint(canvas):
        canvas.setFillGray(0.85)
        canvas.setFont(FONT, size)
        canvas.drawString(100, y, over)
        canvas.setFillGray(0)
        canvas.setFont(FONT, 11)
        for n, line in enumerate(LINES):
            canvas.drawString(70, 700 - 20 * n, line)

    return pdf.read(draw(paint))


def test_a_level_watermark_stays_out_of_the_lines():
    document = _printed("内 部 资 料", 60, 678)
    assert [b.text for b in document.blocks if isinstance(b, Paragraph) and b.place is Place.BODY] == list(LINES)
    assert [b.text for b in document.blocks if isinstance(b, Paragraph) and b.place is Place.TEXT_BOX] == ["内 部 资 料"]


def test_a_large_title_and_a_large_tick_stay_where_they_are():
    assert _printed("公开承诺书", 30, 740).text.splitlines()[0] == "公开承诺书"
    assert "√" in "".join(b.text for b in _printed("√", 26, 696).blocks if isinstance(b, Paragraph) and b.place is Place.BODY)
