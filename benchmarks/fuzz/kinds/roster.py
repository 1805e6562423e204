"""Rosters: workbooks of the office with damage to the zip, to whole parts, to the XML of a sheet. They are made here."""

from __future__ import annotations

import random
import tempfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

from benchmarks.fuzz.damage import NO_PACKAGE, mutated, package_smaller, unzipped, xml_damaged, zipped
from extractors.errors import Corrupt
from pipeline.rosters.book import RosterError, read_roster

SUFFIX = ".xlsx"
smaller = package_smaller
ROWS = {
    "党组织": [["某校党组织名册"], ["序号", "党支部名称", "所属总支", "书记", "党员人数", "窗口"], [1, "教务处党支部", "机关党总支", "钱样本", 12, "是"], [2, "财务处党支部", None, "=A4", "3人", "否"]],
    "党员": [["姓名", "所在党支部", "职务", "承诺方式"], ["李一", "教务处党支部", "处长", "书面"], ["周二", "财务处党支部", None, "口头"]],
    "收件登记": [["文件名", "收到日期", "签字盖章件", "纸质份数"], ["甲.docx", datetime(2012, 3, 14), "是", 2], ["乙.docx", "2012.3.15", None, "无"]],
    "备忘": [["另存"]],
}  # fmt: skip
_WORDS = (
    b"<v></v>", b'r="ZZZZ9"', b'r="A0"', b'r="XFD1048577"', b't="s"', b't="d"', b't="e"', b's="9999"', b"99999999999", b"-1", b"1e308", b"nan", b"#REF!",
    b'<mergeCell ref="A1:XFD1048576"/>', b'<mergeCell ref="B9:A1"/>', b"<f>A1</f>", b"</row>", b"</c>", b"<!--", b"]]>", b"&x;", b"\0", b"\xff", "　".encode(),
)  # fmt: skip


def seeds(folder: Path | None = None) -> list[bytes]:
    """Two rosters: plain, and with merged cells, a hidden sheet, a filter and a frozen head."""
    return [_book(fine=False), _book(fine=True)]


def damaged(data: bytes, dice: random.Random) -> bytes:
    if dice.random() < 0.1:
        return mutated(data, (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"), dice)
    try:
        parts = unzipped(data)
    except NO_PACKAGE:
        return mutated(data, _WORDS, dice)
    names = [n for n in parts if "worksheets/" in n] if dice.random() < 0.6 else list(parts)
    for name in dice.sample(names, dice.randint(1, min(2, len(names)))):
        parts[name] = xml_damaged(parts[name], dice) if dice.random() < 0.6 else mutated(parts[name], _WORDS, dice)
    return zipped(parts)


def use(data: bytes, marked: bool) -> None:
    """Read as before a run; a refusal in Chinese is one as of any other file."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        path = Path(folder) / "名册.xlsx"
        path.write_bytes(data)
        try:
            read_roster(path)
        except RosterError as error:
            raise Corrupt(str(error)) from error


def _book(fine: bool) -> bytes:
    from openpyxl import Workbook

    book, out = Workbook(), BytesIO()
    for name, rows in ROWS.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    if fine:
        book["党组织"].merge_cells("A1:F1")
        book["党组织"].merge_cells("C3:C4")
        book["党员"].auto_filter.ref, book["党员"].freeze_panes = "A1:D3", "A2"
        book["备忘"].sheet_state = "hidden"
    book.save(out)
    return out.getvalue()
