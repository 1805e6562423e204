"""Scans from end to end: the same values as from a printed form, comments where the words stand, and never a guess."""

from __future__ import annotations

import io
import socket
from pathlib import Path

import docx
import numpy as np
import pikepdf
import pytest
from PIL import Image

from extractors.errors import Corrupt, NoFormFound, Scan, TooLarge
from extractors.formats.scanpage.engine import EXTRA, SWITCH
from extractors.formats.scanpage.rendered import papers
from extractors.forms import find_forms
from extractors.model import Presence
from extractors.reading import read, read_bytes
from pipeline.feedback import image as picture_copy
from pipeline.feedback import pdf as pdf_copy
from pipeline.feedback import word as word_copy
from pipeline.feedback.remarks import remarks
from pipeline.records import FormRecord
from pipeline.rosters.roster import Roster
from pipeline.submission import process, submission
from rules.packs import load_pack
from tests.scans.sheets import PHOTO, SAMPLES, SCAN, needs_ocr, png

PRINTED = {"name": "郎扫描", "gender": "男", "birth": "1955-06", "ethnicity": "汉", "post": "实验中心高级工程师",
           "joined": "1983-07", "education": "大学", "branch": "机电学院实验中心党支部"}  # fmt: skip


@pytest.fixture
def reads_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the network cut: the models must lie in the package."""

    def cut(*_: object) -> None:
        raise AssertionError("reading a picture asked for the network")

    monkeypatch.setenv(SWITCH, "1")
    monkeypatch.setattr(socket.socket, "connect", cut)


def record_of(path: Path) -> FormRecord:
    (record,) = process(submission(path), load_pack("csust-2012"), Roster())
    assert isinstance(record, FormRecord), record
    return record


@needs_ocr
@pytest.mark.usefixtures("reads_pictures")
def test_a_scanned_pdf_is_read_judged_and_marked(tmp_path: Path) -> None:
    record = record_of(SCAN)
    assert record.format == "pdf"
    assert {key: found.value for key, found in record.fields.items()} == PRINTED
    assert min(found.confidence for found in record.fields.values()) >= 0.9
    assert [item.text for item in record.items] == ["退休前把两台老车床的操作要领写成手册，6月底交稿。", "每周三带学生实习一次。"]
    assert (record.sign.signed, str(record.sign.date), record.approval.seal) == ("present", "2012-03-08", "present")
    notes = remarks(record)
    pdf_copy.mark_up(SCAN, notes, tmp_path / "批注.pdf")
    with pikepdf.open(tmp_path / "批注.pdf") as marked:
        boxes = [[float(v) for v in note.Rect] for note in marked.pages[0].Annots if note.Subtype == "/Highlight"]
    (paper,) = papers(SCAN.read_bytes(), [0])
    for x0, y0, x1, y1 in boxes:
        left, top, right, low = (round(v) for v in paper.to_user.back().box((x0, y0, x1, y1)))
        assert (paper.pixels[top:low, left:right] < 120).mean() > 0.03, "a highlight lies on words"
    assert boxes


@needs_ocr
@pytest.mark.usefixtures("reads_pictures")
def test_a_photograph_on_its_side_comes_back_as_a_marked_pdf(tmp_path: Path) -> None:
    """Turned by 90 degrees, as telephones do, on top of the 2.2 degrees that the sample is turned by."""
    lying = tmp_path / "照片.jpg"
    Image.open(PHOTO).transpose(Image.Transpose.ROTATE_90).save(lying, quality=90)
    record = record_of(lying)
    assert (record.format, record.person, record.sign.signed) == ("image", "昌照片", "present")
    assert record.sign.seal == record.approval.seal == "unknown", "a grey picture cannot tell whether a red seal is there"
    assert [item.text for item in record.items] == ["每周编发就业短信一次。"]
    target = tmp_path / "照片.pdf"
    placed = picture_copy.mark_up(lying, remarks(record), target)
    with pikepdf.open(target) as marked:
        (page,) = marked.pages
        wide, high = (float(v) for v in page.mediabox[2:])
        assert wide > high, "shown as it was sent"
        assert len(page.Annots) >= len(placed.placed) > 0
    again = tmp_path / "再.pdf"
    picture_copy.mark_up(lying, remarks(record), again)
    assert again.read_bytes() == target.read_bytes()


@needs_ocr
@pytest.mark.usefixtures("reads_pictures")
def test_a_scan_pasted_into_word_is_read(tmp_path: Path) -> None:
    made, source = docx.Document(), tmp_path / "扫描.docx"
    made.add_picture(str(PHOTO), width=docx.shared.Cm(16))
    made.save(str(source))
    record = record_of(source)
    assert (record.format, record.person, record.year) == ("docx", "昌照片", 2012)
    marked = word_copy.mark_up(source, remarks(record), tmp_path / "批注.docx")
    assert len(list(docx.Document(str(marked.path)).comments)) == len(remarks(record)) > 0


def with_a_letter() -> bytes:
    """A telephone's photograph in Word, under a letter's lines."""
    made, out = docx.Document(), io.BytesIO()
    made.add_paragraph("各位领导：我支部的公开承诺书照片见下，请审阅。联系电话0731-00000000，谢谢！")
    made.add_picture(str(PHOTO), width=docx.shared.Cm(15))
    made.save(out)
    return out.getvalue()


@needs_ocr
@pytest.mark.usefixtures("reads_pictures")
def test_a_photograph_under_a_letter_in_word_is_read() -> None:
    (form,) = find_forms(read_bytes(with_a_letter()))
    assert {f.key: f.value for f in form.fields}["name"] == "昌照片"


def test_without_the_extra_a_photograph_under_a_letter_is_no_empty_form() -> None:
    with pytest.raises(Scan, match="整页的照片") as told:
        read_bytes(with_a_letter())
    assert EXTRA in told.value.next_step


def side_by_side() -> np.ndarray:
    """Two forms on one A3 sheet."""
    print_ = SAMPLES / "机电学院" / "车辆工程系教师党支部公开承诺.pdf"
    halves = [next(iter(papers(path.read_bytes(), [0], 150))).pixels for path in (SCAN, print_)]
    high = max(len(half) for half in halves)
    return np.concatenate([np.pad(half, ((0, high - len(half)), (0, 0), (0, 0)), constant_values=250) for half in halves], axis=1)


@needs_ocr
@pytest.mark.usefixtures("reads_pictures")
def test_two_forms_side_by_side_on_one_sheet_lying_on_its_side_are_two() -> None:
    forms = find_forms(read_bytes(png(Image.fromarray(np.rot90(side_by_side())))))
    assert [{f.key: f.value for f in form.fields}.get(key) for form, key in zip(forms, ("name", "org_name"), strict=True)] == ["郎扫描", "车辆工程系教师党支部"]
    assert [str(form.signing.date.day) for form in forms] == ["2012-03-08", "2012-03-12"]


@needs_ocr
@pytest.mark.usefixtures("reads_pictures")
def test_upside_down_is_turned_round_first(tmp_path: Path) -> None:
    """Else 6 is read as 9."""
    (paper,) = papers(SCAN.read_bytes(), [0], 150)
    turned = tmp_path / "倒.png"
    turned.write_bytes(png(Image.fromarray(np.rot90(paper.pixels, 2))))
    (form,) = find_forms(read(turned))
    assert {f.key: f.value for f in form.fields} == PRINTED
    assert form.approval.seal is Presence.PRESENT


@pytest.mark.parametrize("path", [SCAN, PHOTO])
def test_without_the_extra_the_outcome_names_it(path: Path) -> None:
    with pytest.raises(Scan) as told:
        read(path)
    assert told.value.reason == "scan"
    assert EXTRA in told.value.next_step


@needs_ocr
@pytest.mark.usefixtures("reads_pictures")
def test_broken_and_huge_pictures_are_refused_in_time() -> None:
    with pytest.raises(Corrupt):
        read_bytes(PHOTO.read_bytes()[:3000])
    with pytest.raises(Corrupt):
        read_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    bomb = io.BytesIO()
    Image.new("1", (11_500, 11_500)).save(bomb, "PNG")
    with pytest.raises(TooLarge):
        read_bytes(bomb.getvalue())
    many = io.BytesIO()
    Image.new("L", (40, 40), "white").save(many, "TIFF", save_all=True, append_images=[Image.new("L", (40, 40))] * 25)
    with pytest.raises(TooLarge, match="26页"):
        read_bytes(many.getvalue())
    with pytest.raises(NoFormFound, match="没有识别出文字"):
        read_bytes(png(Image.new("RGB", (500, 700), "white")))
