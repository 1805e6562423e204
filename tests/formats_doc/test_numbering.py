"""Automatic numbering of old Word files: levels, restarts, overrides, lists from styles."""

from __future__ import annotations

import struct

from extractors.formats import doc
from extractors.formats.docx import read as read_docx
from extractors.formats.msword.fib import Part
from extractors.formats.msword.sprms import Sprm
from extractors.model.document import paragraphs
from formats_doc.docmaker import Doc, P, op, par

CHINESE, DECIMAL, CIRCLED, BULLET = 39, 0, 18, 23


def level(text: str, style: int = DECIMAL, start: int = 1, flags: int = 0, follow: int = 2, limit: int = 0) -> bytes:
    """A level; digits in the text stand for the numbers of the levels (from 1)."""
    written = "".join(chr(int(c) - 1) if c.isdecimal() else c for c in text)
    head = struct.pack("<iBB9sBiiBBBB", start, style, flags, bytes(9), follow, 0, 0, 0, 0, limit, 0)
    return head + struct.pack("<H", len(written)) + written.encode("utf-16-le")


def lists(*definitions: list[bytes]) -> bytes:
    """List headers with the levels behind them; a list of one level is a simple one."""
    heads = b"".join(
        struct.pack("<ii18sBB", n, 0, bytes(18), len(d) == 1, 0) for n, d in enumerate(definitions, start=7)
    )
    levels = b"".join(x for d in definitions for x in (d if len(d) == 1 else [*d, *[level("")] * (9 - len(d))]))
    return struct.pack("<H", len(definitions)) + heads + levels


def overrides(*entries: tuple[int, list[bytes]]) -> bytes:
    """Lists as paragraphs name them: number of the definition (from 0), changed levels."""
    heads = b"".join(struct.pack("<i8xBBBB", 7 + n, len(changes), 0, 0, 0) for n, changes in entries)
    tails = b"".join(b"\xff" * 4 + b"".join(changes) for _, changes in entries)
    return struct.pack("<I", len(entries)) + heads + tails


def listed(text: str, number: int = 1, at: int = 0, **more: bytes) -> P:
    return par(text, ops=op(Sprm.P_LIST, number, size=2) + op(Sprm.P_LEVEL, at), **more)  # type: ignore[arg-type]


def shown(body: list[P], parts: dict[Part, bytes]) -> list[str]:
    return [p.text for p in paragraphs(doc.read_native(Doc(body, parts=parts).content()).blocks)]


def test_levels_count_and_restart() -> None:
    parts = {
        Part.LISTS: lists([level("1、", CHINESE), level("（2）"), level("3", CIRCLED, flags=8, follow=1)]),
        Part.LIST_OVERRIDES: overrides((0, [])),
    }
    body = [listed(c, at=n) for c, n in zip("甲乙丙丁戊己庚", (0, 1, 2, 1, 2, 0, 1), strict=True)]
    assert shown(body, parts) == ["一、甲", "（1）乙", "① 丙", "（2）丁", "② 戊", "二、己", "（1）庚"]


def test_a_level_that_was_skipped_counts_as_its_first() -> None:
    parts = {Part.LISTS: lists([level("1."), level("1.2")]), Part.LIST_OVERRIDES: overrides((0, []))}
    assert shown([listed("甲", at=1), listed("乙", at=1), listed("丙")], parts) == ["1.1甲", "1.2乙", "2.丙"]


def test_overrides_begin_anew_and_change_levels() -> None:
    begin = struct.pack("<iI", 5, 0x10)
    change = struct.pack("<iI", 0, 0x20) + level("1)", CHINESE)
    parts = {Part.LISTS: lists([level("1.")]), Part.LIST_OVERRIDES: overrides((0, []), (0, [begin]), (0, [change]))}
    body = [listed(c, n) for c, n in zip("甲乙丙丁戊", (1, 1, 2, 2, 3), strict=True)]
    assert shown(body, parts) == ["1.甲", "2.乙", "5.丙", "6.丁", "七)戊"]


def test_a_broken_list_prints_nothing_and_costs_no_text() -> None:
    parts = {Part.LISTS: lists([level("1" + "长" * 300)]), Part.LIST_OVERRIDES: overrides((0, []))}
    document = doc.read_native(Doc([listed("甲")], parts=parts).content())
    assert ([p.text for p in paragraphs(document.blocks)], document.warnings) == (
        ["甲"],
        ("文件的编号定义已损坏，自动编号可能缺失。",),
    )
    odd = {Part.LISTS: lists([level("1\uffff.")]), Part.LIST_OVERRIDES: overrides((0, []))}
    assert shown([listed("乙")], odd) == ["1.乙"]


def test_no_list_hidden_lists_bullets_and_deleted_paragraphs() -> None:
    parts = {
        Part.LISTS: lists([level("1.")], [level("\uf06c", BULLET, follow=0)]),
        Part.LIST_OVERRIDES: overrides((0, []), (1, [])),
    }
    body = [
        listed("甲"),
        listed("乙", 0),
        listed("丙", 0x10000 - 1),
        listed("丁", 2),
        listed("", mark_ops=op(Sprm.C_DELETED, 1)),
    ]
    assert shown([*body, listed(""), listed("戊"), listed("己", 99)], parts) == [
        "1.甲",
        "乙",
        "丙",
        "• 丁",
        "2.",
        "3.戊",
        "己",
    ]


def style_sheet(*styles: tuple[int, bytes, bytes]) -> bytes:
    """Paragraph styles: the one they are based on, paragraph operations, character operations."""
    found = struct.pack("<H18s", 18, struct.pack("<HH", len(styles), 10).ljust(18, b"\0"))
    for number, (base, paragraph, characters) in enumerate(styles):
        std = (
            struct.pack("<HHHHH", 0, 1 | base << 4, 2, 0, 0) + struct.pack("<H", 1) + "题".encode("utf-16-le") + b"\0\0"
        )
        for part in (struct.pack("<H", number) + paragraph, characters):
            std += struct.pack("<H", len(part)) + part + b"\0" * (len(part) % 2)
        found += struct.pack("<H", len(std)) + std
    return found


def test_what_a_style_lends() -> None:
    sheet = style_sheet(
        (0xFFF, b"", b""),
        (0xFFF, op(Sprm.P_LIST, 1, size=2) + op(Sprm.P_ALIGN, 1), op(Sprm.C_BOLD, 1)),
        (1, op(Sprm.P_LEVEL, 1), op(Sprm.C_BOLD, 0x81)),
        (3, b"", op(Sprm.C_HIDDEN, 1)),
    )
    parts = {
        Part.STYLES: sheet,
        Part.LISTS: lists([level("1."), level("1.2")]),
        Part.LIST_OVERRIDES: overrides((0, [])),
    }
    body = [
        par("甲", style=1),
        par("乙", style=2),
        par("藏", ("露", op(Sprm.C_HIDDEN, 0)), style=3),
        par("丙", style=77),
    ]
    found = paragraphs(doc.read_native(Doc(body, parts=parts).content()).blocks)
    assert [(p.text, p.centered, p.bold) for p in found] == [
        ("1.甲", True, True), ("1.1乙", True, False), ("露丙", False, False),
    ]  # fmt: skip
    copy = doc.as_docx(Doc(body, parts=parts).content())
    assert [p.text for p in paragraphs(read_docx(copy).blocks)] == [p.text for p in found]
