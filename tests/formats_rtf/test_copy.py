"""The .docx copy of an RTF file: it says what the file says, comments stand on their words, office programs open it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from formats_word.wordmaker import commented
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from extractors.errors import DocumentError
from extractors.formats import rtf as reader
from extractors.formats.docx import read as read_docx
from extractors.lookalikes import as_meant
from extractors.model import Document, Passage, Place
from extractors.model.document import paragraphs
from extractors.reading import read
from formats_rtf.rtfmaker import outcome, row, rtf
from formats_rtf.test_properties import PIECES, grids
from formats_rtf.test_text import LISTS
from pipeline.feedback.remark import Remark
from pipeline.feedback.word import mark_up

INNER = r"\itap2 内甲\nestcell 内乙\nestcell{\*\nesttableprops\trowd\cellx400\cellx900\nestrow}{\nonesttables\par}"


def png() -> bytes:
    out = BytesIO()
    Image.new("RGB", (8, 4), (200, 20, 20)).save(out, "PNG")
    return out.getvalue()


def everything() -> bytes:
    """A file with all that the layout can hold."""
    picture = (
        rb"{\*\shppict{\pict\pngblip\picwgoal1440\pichgoal720\picscalex50\picscaley50 " + png().hex().encode() + b"}}"
    )
    body = (
        r"\paperw16838\paperh11906\landscape\margl1000{\header\pard 页眉\par}{\footer\pard 页脚\par}" + LISTS
        + r"\pard\qc\b\fs44 公开承诺书\par\pard\plain\fs28 框在{\shp{\*\shpinst{\shptxt\pard 框里的字\par}}}"
        r"{\super\chftn{\footnote\pard 脚注的话\par}}{\super\chftn{\footnote\ftnalt\pard 尾注的话\par}}此处\par"
        r"{\listtext 1.\tab}第一项：增设窗口2个\par\ls1 小项\par\pard 前{\i\ul 斜}后{\v 隐}{\deleted 删}\par"
        + row("题目", "", words=(r"\clvmgf\clbrdrt\brdrs", r"\clvmrg"))
        + row("合并", "甲", "", words=(r"\clvmgf", r"\clmgf", r"\clmrg")) + row("", "丙", "丁", words=(r"\clvmrg",))
        + r"\trowd\cellx2000\cellx4000\pard\intbl 外前\par" + INNER + r"\pard\intbl\itap1 外后\cell 旁\cell\row\pard "
        r"分节前\par\sect\sectd\pgwsxn11906\pghsxn16838{\header\pard 另一节\par}换\line 行\tab 制表 & <尖括号>\par 末"
    )  # fmt: skip
    return rtf(body.encode("gb18030").replace("末".encode("gb18030"), picture + "末".encode("gb18030")))


def told(document: Document) -> list[tuple[Place, str, bool, bool]]:
    return [(p.place, p.text, p.centered, p.bold) for p in paragraphs(document.blocks)]


def test_the_copy_says_what_the_file_says() -> None:
    document, copy = reader.read(everything()), read_docx(reader.as_docx(everything()))
    assert [(p.text) for p in paragraphs(document.blocks)] == [
        "页眉", "另一节", "公开承诺书", "框在此处", "框里的字", "1. 第一项：增设窗口2个", "一、小项", "前斜后", "题目", "合并", "甲",
        "丙", "丁", "外前", "内甲", "内乙", "外后", "旁", "分节前", "换\n行\t制表 & <尖括号>", "末", "脚注的话", "尾注的话", "页脚",
    ]  # fmt: skip
    assert told(copy) == told(document)
    assert (
        [(p.width, p.height) for p in document.pictures]
        == [(36.0, 18.0)]
        == [(p.width, p.height) for p in copy.pictures]
    )


def test_python_docx_opens_the_copy_with_its_format() -> None:
    copy = docx.Document(BytesIO(reader.as_docx(everything())))
    run = copy.paragraphs[0].runs[0]
    assert (run.text, run.bold, run.font.size, run.font.name) == ("公开承诺书", True, 22 * 12700, "宋体")
    slanted = next(r for p in copy.paragraphs for r in p.runs if r.text == "斜")
    assert (slanted.italic, slanted.underline) == (True, True)
    assert [s.orientation for s in copy.sections] == [WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    assert [s.header.paragraphs[0].text for s in copy.sections] == ["页眉", "另一节"]
    assert copy.sections[0].left_margin == 1000 * 635
    (picture,) = copy.inline_shapes
    relation = picture._inline.graphic.graphicData.pic.blipFill.blip.embed
    assert copy.part.related_parts[relation].blob == png()


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=50))
def test_any_copy_says_what_its_file_says(pieces: list[str]) -> None:
    data = rtf("".join(pieces))
    document = outcome(data)
    if isinstance(document, Document) and document.text:
        assert told(as_meant(read_docx(reader.as_docx(data)))) == told(document)


@settings(max_examples=60, deadline=None)
@given(grids())
def test_any_table_stands_in_the_copy_as_in_the_file(made: tuple[Sequence[object], str]) -> None:
    data = rtf(made[1] + r"\pard\f1 x")
    mine, copied = reader.read(data), read_docx(reader.as_docx(data))
    assert mine.blocks == copied.blocks


@pytest.mark.parametrize(
    "body",
    [
        r"{\listtext a\'1a.\tab}b\par", r"{\header h{\footnote n\par}\par}b", r"a{\footnote b{\footnote n}}", r"{\pict{\shptxt 07}}",
        r"{\pict{\field{\fldrslt x}}}a", r"\u-1?\u-2?a", r"a{\shp{\shptxt b{\footnote n}}}", r"\trowd\cellx9\pard\intbl a\cell\row\sect\sect b",
    ],
)  # fmt: skip
def test_odd_copies_say_what_their_files_say(body: str) -> None:
    """Inputs that a fuzzer found, made smaller."""
    document = reader.read(rtf(body))
    assert document.text
    assert told(as_meant(read_docx(reader.as_docx(rtf(body))))) == told(document)


def passage(document: Document, text: str) -> Passage:
    found = next(p.passage for p in paragraphs(document.blocks) if text in p.text)
    at = found.text.index(text)
    return found.slice(at, at + len(text))


def test_comments_stand_on_what_they_are_about(tmp_path: Path) -> None:
    path = tmp_path / "书.rtf"
    path.write_bytes(everything())
    words = ["开承诺", "在此", "设窗口2", "小项", "斜后", "丙", "甲", "内乙", "外后", "尖括号", "末"]
    remarks = [Remark(passage(read(path), word).anchor(), f"「{word}」") for word in words]
    result = mark_up(path, remarks, tmp_path / "书.docx")
    assert commented(result.path) == {f"「{word}」": word for word in words}
    assert all(placed.exact for placed in result.placed)
    assert told(read(result.path)) == told(read(path))


def test_comments_on_boxes_notes_and_headers_stand_nearby(tmp_path: Path) -> None:
    path = tmp_path / "书.rtf"
    path.write_bytes(everything())
    remarks = [Remark(passage(read(path), word).anchor(), word) for word in ("框里", "脚注", "尾注", "另一节")]
    result = mark_up(path, remarks, tmp_path / "书.docx")
    assert all(f"针对“{remark.text}" in text for remark, text in zip(remarks, commented(result.path), strict=True))


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "书.rtf"
    path.write_bytes(everything())
    remark = [Remark(passage(read(path), "小项").anchor(), "请写明")]
    made = [mark_up(path, remark, tmp_path / f"{n}.docx", datetime(2026, 1, 5)).path.read_bytes() for n in (1, 2)]
    assert made[0] == made[1]


def test_a_broken_picture_is_left_out() -> None:
    data = rtf(r"甲{\pict\pngblip\picwgoal999999999\pichgoal-5 89zz}{\pict\wmetafile8\picw-9 00}{\pict\emfblip}乙")
    assert docx.Document(BytesIO(reader.as_docx(data))).paragraphs[0].text == "甲乙"


def test_libreoffice_opens_the_marked_copy(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    path = tmp_path / "书.rtf"
    path.write_bytes(everything())
    document = read(path)
    mark_up(path, [Remark(passage(document, "设窗口2").anchor(), "请写明由谁办。")], tmp_path / "书.docx")
    command = [
        program,
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "fodt",
    ]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "书.docx")], check=True, capture_output=True, timeout=120
    )
    flat = (tmp_path / "书.fodt").read_text("utf-8")
    assert "请写明由谁办。" in flat
    seen = {
        p.text
        for p in paragraphs(document.blocks)
        if "\n" not in p.text and p.text not in ("框在此处", "1. 第一项：增设窗口2个")
    }
    assert [text for text in sorted(seen - {"前斜后"}) if f">{text}<" not in flat] == []


def test_what_cannot_be_read_is_not_copied() -> None:
    with pytest.raises(DocumentError):
        reader.as_docx(rtf("x" * 2_100_000))
