"""Highlights lie on the words they are about, on straight, turned, cropped and moved pages, and nothing else changes."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest

from extractors.errors import Corrupt, Encrypted
from extractors.formats import pdf
from extractors.model import Anchor, PdfPlace
from formats_pdf.drawing import FORM, XS, YS, anchor_of, draw, lines, shape, tables, text, truth
from pipeline.feedback.pdf import mark_up
from pipeline.feedback.remark import Remark

WORDS = ("6月底前投入使用", "沈柏年", "每学期“双周”周三", "（盖章）")


def _form(encrypt=None):
    def paint(canvas):
        lines(canvas, FORM, XS, YS)
        text(canvas, FORM, XS, YS)

    return draw(paint, encrypt=encrypt)


def _changed(rotate=0, content=0, crop=None, shift=(0.0, 0.0)):
    """The form with a page rotation, its content turned (quarter turns to the left), a crop box, a moved origin."""
    file = pikepdf.open(io.BytesIO(_form()))
    page = file.pages[0]
    matrices = {0: "1 0 0 1 0 0", 1: "0 1 -1 0 842 0", 2: "-1 0 0 -1 595 842", 3: "0 -1 1 0 0 595"}
    page.contents_add(f"q {matrices[content]} cm 1 0 0 1 0 0 cm".encode(), prepend=True)
    page.contents_add(b"Q")
    size = (842, 595) if content % 2 else (595, 842)
    page.contents_add(f"q 1 0 0 1 {shift[0]} {shift[1]} cm".encode(), prepend=True)
    page.contents_add(b"Q")
    page.MediaBox = [shift[0], shift[1], shift[0] + size[0], shift[1] + size[1]]
    if crop:
        page.CropBox = [crop[0] + shift[0], crop[1] + shift[1], crop[2] + shift[0], crop[3] + shift[1]]
    page.Rotate = rotate
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


CASES = {
    "straight": _changed(),
    "turned page, turned text": _changed(rotate=90, content=1),
    "upside down": _changed(rotate=180, content=2),
    "turned to the left": _changed(rotate=270, content=3),
    "turned text only": _changed(content=1),
    "turned page only": _changed(rotate=90),
    "cropped": _changed(crop=(40, 300, 560, 760)),
    "moved": _changed(shift=(-200, 1000)),
    "moved, cropped, turned": _changed(rotate=90, content=1, crop=(20, 40, 800, 560), shift=(300, -150)),
}


def _under(path, note):
    """What pdfium finds printed under a highlight's quads."""
    file = pypdfium2.PdfDocument(path)
    page = file[0].get_textpage()
    quads = [float(v) for v in note.QuadPoints]
    parts = []
    for i in range(0, len(quads), 8):
        xs, ys = quads[i : i + 8 : 2], quads[i + 1 : i + 8 : 2]
        parts.append(page.get_text_bounded(min(xs), min(ys), max(xs), max(ys)))
    return "".join("".join(parts).split())


@pytest.mark.parametrize("name", CASES)
def test_highlights_lie_on_their_words(name, tmp_path):
    source, target = tmp_path / "a.pdf", tmp_path / "b.pdf"
    source.write_bytes(CASES[name])
    document = pdf.read(CASES[name])
    assert shape(tables(document)[0].cells) == truth(FORM)
    remarks = [Remark(anchor_of(document, words), f"请核对：{words}") for words in WORDS]
    marked = mark_up(source, remarks, target)
    with pikepdf.open(target) as file:
        notes = list(file.pages[0].Annots)
        assert [str(n.Contents) for n in notes] == [r.text for r in remarks]
        assert {str(n.T) for n in notes} == {"审核"}
        found = [_under(target, n) for n in notes]
    assert sorted("".join(sorted(f)) for f in found) == sorted("".join(sorted(w)) for w in WORDS)
    assert all(sorted("".join(p.text.split())) == sorted(w) for p, w in zip(marked.placed, WORDS, strict=True))
    assert source.read_bytes() == CASES[name]


def test_marking_changes_no_text_and_gives_the_same_bytes(tmp_path):
    source, first, second = (tmp_path / n for n in ("a.pdf", "b.pdf", "c.pdf"))
    source.write_bytes(_form())
    document = pdf.read(_form())
    remarks = [Remark(anchor_of(document, "沈柏年"), "一\n二"), Remark(Anchor(), "整份：请补充日期"), Remark(Anchor(), " ")]
    marked = mark_up(source, remarks, first)
    mark_up(source, remarks, second)
    assert first.read_bytes() == second.read_bytes()
    assert pdf.read(first.read_bytes()).text == document.text
    assert len(marked.placed) == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.pdf", "b.pdf", "c.pdf"]
    with pikepdf.open(first) as file:
        sticky = file.pages[0].Annots[1]
        assert (sticky.Subtype, str(sticky.Contents)) == ("/Text", "整份：请补充日期")
        x0, y0, x1, y1 = (float(v) for v in sticky.Rect)
        assert 0 < x0 < x1 < 80
        assert 780 < y0 < y1 < 842


def test_the_yellow_is_drawn_where_the_words_are(tmp_path):
    source, target = tmp_path / "a.pdf", tmp_path / "b.pdf"
    source.write_bytes(_form())
    anchor = anchor_of(pdf.read(_form()), "沈柏年")
    mark_up(source, [Remark(anchor, "核对")], target)
    image = pypdfium2.PdfDocument(target)[0].render(scale=1, may_draw_forms=True).to_pil().convert("RGB")
    yellow = [(i % image.width, i // image.width) for i, (r, g, b) in enumerate(image.get_flattened_data()) if r > 200 and b < 120]
    (box,) = anchor.places[0].boxes
    assert len(yellow) > 100
    assert all(box[0] - 1 <= x <= box[2] + 1 and 842 - box[3] - 1 <= y <= 842 - box[1] + 1 for x, y in yellow)


def test_a_remark_over_two_pages_has_its_note_once(tmp_path):
    source, target = tmp_path / "a.pdf", tmp_path / "b.pdf"

    def paint(canvas):
        for _ in range(2):
            text(canvas, FORM, XS, YS)
            canvas.showPage()

    source.write_bytes(draw(paint))
    places = (PdfPlace(0, ((76, 680, 120, 692),)), PdfPlace(1, ((76, 680, 120, 692),)), PdfPlace(7, ((1, 1, 9, 9),)))
    mark_up(source, [Remark(Anchor(places), "请核对")], target)
    with pikepdf.open(target) as file:
        notes = [a for page in file.pages for a in page.Annots]
        assert [str(a.get("/Contents", "")) for a in notes] == ["请核对", ""]


def test_encryption_stays_as_a_form_is_marked_again(tmp_path):
    from reportlab.lib.pdfencrypt import StandardEncryption

    source, target, again = (tmp_path / n for n in ("a.pdf", "b.pdf", "c.pdf"))
    source.write_bytes(_form(StandardEncryption("", ownerPassword="owner", canPrint=0)))
    mark_up(source, [Remark(Anchor(), "一")], target)
    mark_up(target, [Remark(Anchor(), "二")], again)
    with pikepdf.open(again) as file:
        assert file.is_encrypted
        assert not file.allow.print_highres
        assert [str(a.Contents) for a in file.pages[0].Annots] == ["二"]


def test_a_file_without_its_table_comes_back_whole(tmp_path):
    source, target = tmp_path / "a.pdf", tmp_path / "b.pdf"
    data = _form()
    source.write_bytes(data[: data.rindex(b"xref\n", 0, data.rindex(b"startxref"))])
    document = pdf.read(source.read_bytes())
    mark_up(source, [Remark(anchor_of(document, "沈柏年"), "请核对")], target)
    assert shape(tables(pdf.read(target.read_bytes()))[0].cells) == truth(FORM)
    with pikepdf.open(target) as file:
        assert [str(n.Contents) for n in file.pages[0].Annots] == ["请核对"]


def test_what_cannot_be_marked_is_said(tmp_path):
    from reportlab.lib.pdfencrypt import StandardEncryption

    source, target = tmp_path / "a.pdf", tmp_path / "b.pdf"
    source.write_bytes(_form(StandardEncryption("secret")))
    with pytest.raises(Encrypted):
        mark_up(source, [Remark(Anchor(), "一")], target)
    source.write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(Corrupt):
        mark_up(source, [Remark(Anchor(), "一")], target)
    half_locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(_form())) as file:
        file.save(half_locked, encryption=pikepdf.Encryption(owner="a", user="", R=6))
    source.write_bytes(half_locked.getvalue().replace(b"/OE", b"/XE"))  # opened without the owner's key, but never written
    with pytest.raises(Corrupt):
        mark_up(source, [Remark(Anchor(), "一")], target)
    with pytest.raises(ValueError, match="never"):
        mark_up(source, [], source)
    assert not target.exists()


def test_a_form_that_comes_again_in_its_marked_copy_has_the_new_notes_only(tmp_path):
    """What the branch wrote itself stays, and what it answered, with our note above the answer."""
    source, first, second = (tmp_path / name for name in ("form.pdf", "first.pdf", "second.pdf"))
    source.write_bytes(_form())
    remarks = [Remark(anchor_of(pdf.read(source.read_bytes()), words), f"第一轮：{words}") for words in WORDS[:3]]
    mark_up(source, remarks, first)
    with pikepdf.open(first, allow_overwriting_input=True) as file:
        page = file.pages[0]
        answered = page.Annots[0]
        own = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 20, 20], T=pikepdf.String("支部"), Contents=pikepdf.String("已改"))
        page.Annots.append(file.make_indirect(own))
        page.Annots.append(file.make_indirect(pikepdf.Dictionary({**own, "/IRT": answered})))
        file.save(first)
    mark_up(first, [Remark(remarks[0].anchor, "第二轮")], second)
    with pikepdf.open(second) as file:
        notes = [str(a.get("/Contents", "")) for a in file.pages[0].Annots]
    assert notes == [f"第一轮：{WORDS[0]}", "已改", "已改", "第二轮"]
