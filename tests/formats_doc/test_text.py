"""Characters, fields, symbols, notes, headers, text boxes of old Word files, written byte by byte."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.formats import doc
from extractors.formats.msword.fib import Part
from extractors.formats.msword.sprms import Sprm
from extractors.model import Document, Place
from extractors.model.document import paragraphs
from formats_doc.docmaker import Doc, P, op, par, plc

HIDDEN, DELETED, SPECIAL, BOLD = (op(code, 1) for code in (Sprm.C_HIDDEN, Sprm.C_DELETED, Sprm.C_SPECIAL, Sprm.C_BOLD))


def read(*body: P, **more: object) -> Document:
    return doc.read_native(Doc(list(body), **more).content())  # type: ignore[arg-type]


def texts(document: Document, place: Place = Place.BODY) -> list[str]:
    return [p.text for p in paragraphs(document.blocks) if p.place is place]


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        (["一、在六月底前", ("完成", BOLD), "改造"], "一、在六月底前完成改造"),
        (["原话", ("删掉的", DELETED), ("藏着的", HIDDEN), "还在"], "原话还在"),
        (["换\x0b行\t制表\x0c分页\x1e连\x1f接"], "换\n行\t制表\n分页-连接"),
        (["𠮷野家，\U0001f600"], "𠮷野家，\U0001f600"),
        (["第\x13PAGE \\* MERGEFORMAT\x143\x15页"], "第3页"),
        (["外\x13IF \x13DATE\x14七月\x15 = 1\x14内\x15尾"], "外内尾"),
        (['\x13HYPERLINK "mailto:a"\x14甲\x13REF x\x14乙\x15\x15丙'], "甲乙丙"),
        (["项目\x13eq \\o\\ac(○,3)\x15和\x13 EQ \\* jc0 \\o\\ad(\\s\\up 9(hàn),汉)\x15字"], "项目③和汉字"),
        (['已\x13SYMBOL 254 \\f "Wingdings" \\s 12\x15办'], "已☑办"),
        (["\x13eq \\o\\ac(○,\x1d2)\x15次"], "②次"),
        (["\x13SYMBOL 0254 \\f Wingdings\x15是\x13eq \\o\\ac(□,√)\x15否"], "☑是☑否"),
        (["开头\x13DATE 没有结尾的域"], "开头"),
        (["\x15无头\x14的域"], "无头的域"),
    ],
)
def test_what_a_reader_sees(runs: list[str | tuple[str, bytes]], shown: str) -> None:
    assert texts(read(par(*runs), par("下一段"))) == [shown, "下一段"]


def test_bold_and_centred() -> None:
    found = paragraphs(read(par(("题目", BOLD), ops=op(Sprm.P_ALIGN_80, 1)), par(("半", BOLD), "粗")).blocks)
    assert [(p.bold, p.centered) for p in found] == [(True, True), (False, False)]


@pytest.mark.parametrize("pieces", [[(20, False, 0)], [(20, True, 0)], [(7, True, 0), (6, False, 0), (7, True, 0)]])
def test_narrow_and_wide_pieces_say_the_same(pieces: list[tuple[int, bool, int]]) -> None:
    body = [par("Plan “2012”"), par("café €5")]
    assert sum(len(p.text) for p in body) == 20
    assert texts(read(*body, pieces=pieces)) == ["Plan “2012”", "café €5"]


def test_an_incremental_save_lays_changes_over_a_piece() -> None:
    pieces = [(2, False, 0), (2, False, 1), (3, False, 0)]
    assert texts(read(par("留下删去留下"), pieces=pieces, changes=[DELETED])) == ["留下留下"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(st.characters(min_codepoint=32, exclude_categories=("Cs", "Co", "Cn", "Cc"))), min_size=1, max_size=6
    ),
    st.data(),
)
def test_any_text_in_any_pieces(lines: list[str], data: st.DataObject) -> None:
    body = [par(line) for line in lines]
    text = "".join(p.text for p in body).encode("utf-16-le")
    units = [text[n : n + 2] for n in range(0, len(text), 2)]
    cuts = sorted(data.draw(st.sets(st.integers(1, len(units)), max_size=4)) | {len(units)})
    pieces = []
    for start, end in zip([0, *cuts], cuts, strict=False):
        narrow = all(_fits(unit) for unit in units[start:end])
        pieces.append((end - start, narrow and data.draw(st.booleans()), 0))
    assert texts(read(*body, pieces=pieces)) == [line for line in lines if line]


def _fits(unit: bytes) -> bool:
    try:
        unit.decode("utf-16-le").encode("cp1252")
    except UnicodeError:
        return False
    return True


def test_symbols_by_font() -> None:
    names = [name.encode("utf-16-le") + b"\0\0" for name in ("宋体", "Wingdings")]
    fonts = struct.pack("<HH", 2, 0) + b"".join(bytes([39 + len(name)]) + bytes(39) + name for name in names)
    tick = SPECIAL + op(Sprm.C_SYMBOL, 1, 0xF0FE, size=2)
    font = op(Sprm.C_FONT, 1, size=2)
    body = par(("(", tick), "同意", ("\uf0a8", font), "不同意", ("þ", font), "弃权")
    assert texts(read(body, parts={Part.FONTS: fonts})) == ["☑同意□不同意☑弃权"]


def test_notes_that_the_text_refers_to() -> None:
    mark = ("\x02", SPECIAL)
    notes = [par(mark, "第一条脚注"), par(mark, "删掉的脚注"), par("第二条"), par()]
    bounds = [0, *_ends(notes)]
    parts = {
        Part.FOOTNOTE_REFS: plc([1, 4, 6, 9], [b"\1\0"] * 3),
        Part.FOOTNOTE_TEXTS: plc(bounds),
    }
    found = read(
        par("甲", mark, "乙丙", ("\x02", DELETED + SPECIAL), "丁", mark, "戊"),
        stories={"footnotes": notes},
        parts=parts,
    )
    assert texts(found) == ["甲乙丙丁戊"]
    assert texts(found, Place.FOOTNOTE) == ["第一条脚注", "第二条"]


def _ends(story: list[P]) -> list[int]:
    ends, at = [], 0
    for p in story:
        at += len(p.text)
        ends.append(at)
    return ends


def test_headers_by_section() -> None:
    """Six separators, then even, default, even, default, first, first for each section."""
    story = [par("奇页眉"), par(), par("页脚"), par(), par()]
    parts = {
        Part.HEADERS: plc([0] * 8 + [5, 5, 9, 9, 9, 10]),
        Part.SECTIONS: plc([0, 3], [bytes(2) + b"\xff" * 4 + bytes(6)]),
    }
    found = read(par("正文"), stories={"headers": story}, parts=parts)
    assert (texts(found, Place.HEADER), texts(found), texts(found, Place.FOOTER)) == (["奇页眉"], ["正文"], ["页脚"])


def test_text_boxes_stand_where_they_are_anchored() -> None:
    boxes = [par("框里的题目"), par(), par("另一框"), par(), par()]
    shape = struct.pack("<I", 1025) + bytes(22)
    other = struct.pack("<I", 1026) + bytes(22)
    texts_ = [bytes(14) + struct.pack("<II", number, 0) for number in (1025, 1026, 0)]
    parts = {Part.SHAPES: plc([1, 4, 9], [shape, other]), Part.BOX_TEXTS: plc([0, 7, 12, 13], texts_)}
    found = read(
        par("甲", ("\x08", SPECIAL), "乙"), par(("\x08", SPECIAL + HIDDEN), "丙"), stories={"boxes": boxes}, parts=parts
    )
    assert [(p.place.value, p.text) for p in paragraphs(found.blocks)] == [
        ("body", "甲乙"),
        ("text_box", "框里的题目"),
        ("body", "丙"),
    ]


@pytest.mark.parametrize(
    ("bits", "shown"), [(1 | 1 << 2, "☑"), (1, "☐"), (1 | 25 << 2, "☑"), (2 | 1 << 2, "女"), (2 | 25 << 2, "女")]
)
def test_old_form_fields(bits: int, shown: str) -> None:
    def text(value: str, end: bool = True) -> bytes:
        return struct.pack("<H", len(value)) + value.encode("utf-16-le") + (b"\0\0" if end else b"")

    record = struct.pack("<IHHH", 0xFFFFFFFF, bits, 0, 0) + text("名") + struct.pack("<H", 1) + text("") * 5
    record += struct.pack("<HHH", 0xFFFF, 3, 0) + text("男", False) + text("女", False) + text("未填", False)
    data = bytes(8) + struct.pack("<IH", 68 + len(record), 68) + bytes(62) + record
    mark = ("\x01", SPECIAL + op(Sprm.C_FIELD_DATA, 1) + op(Sprm.C_PICTURE, 8, size=4))
    assert texts(read(par("选：\x13FORM ", mark, "\x14\x15。"), data=data)) == [f"选：{shown}。"]
