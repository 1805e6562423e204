"""The .docx copy of an old Word file: it reads as the file does, anchors resolve in it, no office suite is needed."""

from __future__ import annotations

import struct
from datetime import datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest
from formats_word.wordmaker import commented
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from extractors.formats import doc
from extractors.formats.docx import read as read_docx
from extractors.formats.msword.fib import Part
from extractors.formats.msword.sprms import Sprm
from extractors.model import Document, Passage
from extractors.model.document import paragraphs
from extractors.reading import read
from formats_doc.docmaker import Doc, P, cell, definition, inner, op, par, plc, row, row_end
from formats_doc.test_numbering import level, listed, lists, overrides
from pipeline.feedback.remark import Remark
from pipeline.feedback.word import mark_up

SPECIAL = op(Sprm.C_SPECIAL, 1)
SAMPLE = Path(__file__).parents[2] / "samples" / "inbox" / "机关" / "财务处党支部-承诺书.doc"


@pytest.fixture(autouse=True)
def _no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


def everything() -> bytes:
    """A file with all that the layout can hold."""
    note, box, picture = ("\x02", SPECIAL), ("\x08", SPECIAL), ("\x01", SPECIAL + op(Sprm.C_PICTURE, 8, size=4))
    nested = [inner("内甲"), inner("内乙"), inner("", ends_cell=False, ends_row=definition([0, 500, 1000]))]
    body = [
        par(("公开承诺书", op(Sprm.C_BOLD, 1) + op(Sprm.C_SIZE, 44, size=2)), ops=op(Sprm.P_ALIGN, 1)),
        par(box, "框在", note, "此处", picture),
        listed("第一项：增设窗口2个"), listed("小项", at=1), listed("第二项", 2), listed("", mark_ops=op(Sprm.C_DELETED, 1)), listed("第三项"),
        *row("题目", edges=[0, 4000]),
        *row("合并", "甲", "", edges=[0, 1000, 2000, 4000], flags=[0x60, 1, 2]),
        *row("", "丙", "丁", edges=[0, 1000, 2000, 4000], flags=[0x20, 0, 0]),
        par("外前", ops=op(Sprm.P_IN_TABLE, 1)), *nested, cell("外后"), cell("旁"), row_end([1000, 2000, 4000]),
        par("分节前", mark="\x0c"), par("换\x0b行\t制表 & <尖括号>"), par(),
    ]  # fmt: skip
    end = sum(len(p.text) for p in body)
    section = body.index(next(p for p in body if p.mark == "\x0c"))
    at = sum(len(p.text) for p in body[: section + 1])
    notes, boxes, header = (
        [par(note, "脚注的话"), par()],
        [par("框里的字"), par(), par()],
        [par("页眉"), par(), par("另一节"), par()],
    )
    parts = {
        Part.FOOTNOTE_REFS: plc([9, end], [b"\1\0"]), Part.FOOTNOTE_TEXTS: plc([0, len(notes[0].text), len(notes[0].text) + 1]),
        Part.SHAPES: plc([6, end], [struct.pack("<I", 1025) + bytes(22)]),
        Part.BOX_TEXTS: plc([0, 6, 7], [bytes(14) + struct.pack("<II", n, 0) for n in (1025, 0)]),
        Part.SECTIONS: plc([0, at, end], [bytes(2) + b"\xff" * 4 + bytes(6)] * 2),
        Part.HEADERS: plc([0] * 8 + [4] * 6 + [9] * 5), Part.LISTS: lists([level("1."), level("（2）")]),
        Part.LIST_OVERRIDES: overrides((0, []), (0, [struct.pack("<iI", 7, 0x10)])),
    }  # fmt: skip
    stories = {"footnotes": notes, "headers": header, "boxes": boxes}
    return Doc(body, stories, parts, data=bytes(8) + inline_picture()).content()


def inline_picture() -> bytes:
    """A picture of 72 by 36 points in the Data stream."""
    out = BytesIO()
    Image.new("RGB", (8, 4), (200, 20, 20)).save(out, "PNG")
    blip = struct.pack("<HHI", 0x6E00, 0xF01E, 17 + len(out.getvalue())) + bytes(17) + out.getvalue()
    header = bytearray(68)
    struct.pack_into("<IHh", header, 0, 68 + len(blip), 68, 100)
    struct.pack_into("<hhHH", header, 0x1C, 1440, 720, 1000, 1000)
    return bytes(header) + blip


@pytest.mark.parametrize("data", [everything(), SAMPLE.read_bytes()], ids=["everything", "sample"])
def test_the_copy_reads_as_the_file(data: bytes) -> None:
    document, copy = doc.read(data), read_docx(doc.as_docx(data))
    assert copy.blocks == document.blocks
    assert [(p.width, p.height) for p in copy.pictures] == [(p.width, p.height) for p in document.pictures]


def _rows() -> st.SearchStrategy[list[P]]:
    """Rows of up to five cells with edges near each other and any flags of merging."""

    def made(cells: list[tuple[str, int, int]]) -> list[P]:
        edges = [0]
        for _, width, _ in cells:
            edges.append(edges[-1] + width)
        return row(*(text for text, _, _ in cells), edges=edges, flags=[flag for _, _, flag in cells])

    cell_ = st.tuples(
        st.sampled_from(["", "甲", "乙丙"]),
        st.sampled_from([0, 10, 25, 500, 1000]),
        st.sampled_from([0, 1, 2, 0x20, 0x60]),
    )
    return st.lists(cell_, min_size=1, max_size=5).map(made)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_rows(), min_size=1, max_size=5))
def test_any_table_reads_alike_in_the_copy(rows: list[list[P]]) -> None:
    data = Doc([*(p for part in rows for p in part), par()]).content()
    document = doc.read(data)
    assert read_docx(doc.as_docx(data)).blocks == document.blocks
    wanted = sorted("".join(p.text for part in rows for p in part if p.text != "\x07").replace("\x07", ""))
    assert sorted(document.text.replace("\n", "")) == wanted


def test_everything_is_there() -> None:
    document = doc.read(everything())
    assert [p.text for p in paragraphs(document.blocks)] == [
        "页眉", "另一节", "公开承诺书", "框在此处", "框里的字", "1.第一项：增设窗口2个", "（1）小项", "7.第二项", "8.第三项",
        "题目", "合并", "甲", "丙", "丁", "外前", "内甲", "内乙", "外后", "旁", "分节前", "换\n行\t制表 & <尖括号>", "脚注的话",
    ]  # fmt: skip
    assert [(p.width, p.height) for p in document.pictures] == [(72.0, 36.0)]


def passage(document: Document, text: str) -> Passage:
    found = next(p.passage for p in paragraphs(document.blocks) if text in p.text)
    at = found.text.index(text)
    return found.slice(at, at + len(text))


def test_comments_stand_on_what_they_are_about(tmp_path: Path) -> None:
    path = tmp_path / "书.doc"
    path.write_bytes(everything())
    document = read(path)
    words = ["开承诺", "设窗口2", "小项", "丙", "甲", "内乙", "尖括号"]
    result = mark_up(
        path, [Remark(passage(document, word).anchor(), f"「{word}」") for word in words], tmp_path / "书.docx"
    )
    assert commented(result.path) == {f"「{word}」": word for word in words}
    assert all(placed.exact for placed in result.placed)
    assert read(result.path).blocks == document.blocks


def test_comments_on_boxes_notes_and_headers_stand_nearby(tmp_path: Path) -> None:
    path = tmp_path / "书.doc"
    path.write_bytes(everything())
    document = read(path)
    remarks = [Remark(passage(document, word).anchor(), word) for word in ("框里", "脚注", "另一节")]
    result = mark_up(path, remarks, tmp_path / "书.docx")
    assert all(f"针对“{remark.text}" in text for remark, text in zip(remarks, commented(result.path), strict=True))


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    remark = [Remark(passage(read(SAMPLE), "报账大厅").anchor(), "请写明")]
    first, second = (
        mark_up(SAMPLE, remark, tmp_path / f"{n}.docx", datetime(2026, 1, 5)).path.read_bytes() for n in (1, 2)
    )
    assert first == second


def test_python_docx_opens_the_copy_with_its_format() -> None:
    copy = docx.Document(BytesIO(doc.as_docx(everything())))
    title = copy.paragraphs[0].runs[0]
    assert (title.text, title.bold, title.font.size.pt if title.font.size else 0) == ("公开承诺书", True, 22)
    assert [s.header.paragraphs[0].text for s in copy.sections] == ["页眉", "另一节"]
    assert len(copy.inline_shapes) == 1
