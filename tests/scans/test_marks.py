"""Seals and signatures: seen in print, in Word and on scans; absent only where the page can tell."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx
import numpy as np
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractors.formats.pdfpage.boxes import LineBoxes
from extractors.formats.scanpage.ink import red_marks, shows_colour
from extractors.forms import find_forms
from extractors.forms.sealing import with_marks
from extractors.model import (
    Document,
    Form,
    Mark,
    MarkKind,
    Paragraph,
    Passage,
    PdfLine,
    PdfPlace,
    Piece,
    Presence,
    Sight,
)
from extractors.reading import read, read_bytes
from tests.scans.sheets import png, seal_picture, signature_picture

LINES = ("党员公开承诺书", "姓名：示例甲", "一、6月底前走访困难群众12户。", "二、每季度组织一次学习。", "承诺人（签名）：", "（盖章）", "2012年3月8日")


def word_file(path: Path, seal_at: int | None, name_at: int | None) -> Form:
    made = docx.Document()
    for number, line in enumerate(LINES):
        run = made.add_paragraph(line).add_run()
        if number == seal_at:
            run.add_picture(io.BytesIO(png(seal_picture())), width=docx.shared.Pt(115))
        if number == name_at:
            run.add_picture(io.BytesIO(png(signature_picture())), width=docx.shared.Pt(70))
    made.save(str(path))
    return find_forms(read(path))[0]


@pytest.mark.parametrize(
    ("seal", "name", "said"),
    [(6, 4, ("present", "present")), (None, None, ("unknown", "unknown")), (0, None, ("unknown", "unknown")), (None, 4, ("present", "unknown"))],
)
def test_pictures_in_word(tmp_path: Path, seal: int | None, name: int | None, said: tuple[str, str]) -> None:
    """A file that shows nothing proves nothing, nor does a red emblem over the title."""
    signing = word_file(tmp_path / "表.docx", seal, name).signing
    assert (signing.signed.value, signing.seal.value) == said


def pdf_file(seal: bool, name: bool) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for number, line in enumerate(LINES):
        canvas.setFont("STSong-Light", 14)
        canvas.drawString(90 if number < 4 else 330, 700 - 40 * number, line)
    if seal:
        canvas.drawImage(ImageReader(seal_picture()), 330, 420, 115, 115, mask=[250, 255, 250, 255, 250, 255])
    if name:
        canvas.drawImage(ImageReader(signature_picture()), 440, 525, 70, 26)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(("seal", "name"), [(True, True), (True, False), (False, True), (False, False)])
def test_pictures_in_a_pdf(seal: bool, name: bool) -> None:
    (form,) = find_forms(read_bytes(pdf_file(seal, name)))
    assert (form.signing.seal is Presence.PRESENT) is seal
    assert (form.signing.signed is Presence.PRESENT) is name
    assert Presence.ABSENT not in (form.signing.seal, form.signing.signed)


def scanned(*marks: Mark, colour: bool = True) -> tuple[Form, Document]:
    """The printed form as if its page had been looked at."""
    document = read_bytes(pdf_file(seal=False, name=False))
    (form,) = find_forms(document)
    return form, replace(document, marks=marks, sights=(Sight(0, colour),))


def at(kind: MarkKind, x: float, y: float, half: float = 20) -> Mark:
    return Mark(kind, PdfPlace(0, ((x - half, y - half, x + half, y + half),)))


SEAL_NEAR, SEAL_FAR = at(MarkKind.SEAL, 380, 470, 57), at(MarkKind.SEAL, 120, 120, 57)


@pytest.mark.parametrize(
    ("marks", "colour", "signed", "seal"),
    [
        ((), True, "absent", "absent"),
        ((), False, "absent", "unknown"),
        ((SEAL_NEAR,), True, "unknown", "present"),
        ((SEAL_FAR,), True, "unknown", "unknown"),
        ((at(MarkKind.TRACE, 380, 470, 50),), True, "unknown", "unknown"),
        ((at(MarkKind.TRACE, 380, 400, 10),), True, "unknown", "unknown"),
        ((at(MarkKind.INK, 470, 540),), True, "present", "unknown"),
        ((at(MarkKind.INK, 560, 545),), True, "present", "unknown"),
    ],
)
def test_absent_only_where_the_page_can_tell(marks: tuple[Mark, ...], colour: bool, signed: str, seal: str) -> None:
    form, document = scanned(*marks, colour=colour)
    signing = with_marks(form, document).signing
    assert (signing.signed.value, signing.seal.value) == (signed, seal)


def test_a_red_ring_is_a_seal_and_red_print_is_none() -> None:
    page = Image.new("RGB", (900, 1200), (246, 245, 240))
    page.paste(seal_picture(180), (500, 800))
    kinds = red_marks(np.asarray(page), 1.5)
    assert [kind for kind, _ in kinds] == [MarkKind.SEAL]
    box = kinds[0][1]
    assert abs(box[0] - 500) < 12
    assert abs(box[3] - 980) < 12
    heading = np.full((1200, 900, 3), 245, np.uint8)
    heading[100:150, 150:750] = (200, 20, 30)
    assert MarkKind.SEAL not in [kind for kind, _ in red_marks(heading, 1.5)]
    assert red_marks(np.full((1200, 900, 3), (220, 60, 60), np.uint8), 1.5) == [], "a red sheet of paper"


def test_a_worn_seal_is_one_and_its_pieces_are_no_signatures() -> None:
    page = Image.new("RGB", (900, 1200), (246, 245, 240))
    worn = seal_picture(180)
    for box in ((0, 80, 180, 100), (82, 0, 98, 180), (130, 130, 180, 180)):
        worn.paste("white", box)
    page.paste(worn, (500, 800))
    assert [kind for kind, _ in red_marks(np.asarray(page), 1.5)] == [MarkKind.SEAL]


def test_a_grey_page_shows_no_colour() -> None:
    page = np.full((1200, 900, 3), 240, np.uint8)
    assert not shows_colour(page, 1.5)
    page[600:640, 400:440] = (40, 60, 190)
    assert shows_colour(page, 1.5)


@pytest.mark.parametrize(("word", "said"), [("露荞", "unknown"), ("存档复印件一份", "absent")])
def test_a_word_beside_the_signing_place_may_be_a_name(word: str, said: str) -> None:
    """A name in a fair hand is read as print; no form's line holds it."""
    form, document = scanned(colour=True)
    line = PdfLine(0, LineBoxes(([(470 + 20 * at, 530, 490 + 20 * at, 550) for at in range(len(word))],), ()))
    passage = Passage(word, (Piece(0, len(word), line, 0),))
    read_more = replace(document, blocks=(*document.blocks, Paragraph(passage)))
    assert with_marks(form, read_more).signing.signed.value == said
