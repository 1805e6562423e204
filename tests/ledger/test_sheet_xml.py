"""Sheets as our own walk reads them, beside openpyxl's reading of the same file: whatever kinds of cells programs write."""

from __future__ import annotations

import random
import re
import zipfile
from datetime import date, datetime, time
from itertools import zip_longest
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from pipeline.ledger.exchange.sheet_xml import Odd, SheetXml

ODD_ROWS = """<row r="2" spans="1:4"><c r="A2" t="inlineStr"><is><r><t>分段</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 写的</t></r>
<rPh sb="0" eb="1"><t>读音</t></rPh></is></c><c r="C2" t="b"><v>1</v></c><c t="str"><f>A1&amp;"x"</f><v>甲&lt;乙&#10;丙</v></c><c r="F2" t="inlineStr"/></row>
<row><c><v>1.5E3</v></c><c><v>7</v></c></row><row r="9"><c r="B9" t="d"><v>2012-06-30</v></c><c r="AA9" s="1"/><c r="AB9" t="e"><v>#REF!</v></c></row>
<row r="12"/><row r="14"><c r="A14"><f>1/0</f></c><c r="B14" t="str"><f>""</f><v></v></c></row>"""


def made(path: Path, constant_memory: bool, seed: int) -> Path:
    """Cells of all kinds in random places; strings shared or inline."""
    dice = random.Random(seed)
    kinds: list[Any] = ["承诺 事项", " 前后空 ", "a\nb", "<&>\"", 3, -2.5, 1e300, True, False, date(2012, 6, 30), datetime(2012, 6, 30, 13, 5), time(9, 30), "", "12"]
    with xlsxwriter.Workbook(str(path), {"constant_memory": constant_memory, "default_date_format": "yyyy-mm-dd", "strings_to_numbers": False}) as book:
        for _ in range(2):
            sheet = book.add_worksheet()
            for row in sorted(dice.sample(range(40), 25)):
                for column in sorted(dice.sample(range(30), 8)):
                    sheet.write(row, column, dice.choice(kinds))
    return path


def with_rows(path: Path, rows: str) -> Path:
    """A workbook whose first sheet has these rows, as no library of ours would write them."""
    plain = path.with_name("plain.xlsx")
    with xlsxwriter.Workbook(str(plain)) as book:
        book.add_worksheet().write(0, 0, "x", book.add_format({"num_format": "yyyy-mm-dd"}))
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w") as out:
        for name in source.namelist():
            data = source.read(name)
            out.writestr(name, re.sub(rb"<sheetData>.*</sheetData>", f"<sheetData>{rows}</sheetData>".encode(), data) if name.endswith("sheet1.xml") else data)
    return path


def sheets(path: Path) -> list[Any]:
    return openpyxl.load_workbook(path, read_only=True, data_only=True).worksheets


def same(path: Path) -> None:
    for one, other in zip(sheets(path), sheets(path), strict=True):
        other.reset_dimensions()
        for ours, theirs in zip_longest(SheetXml(one).rows(), other.iter_rows(values_only=True)):
            assert [(type(v), v) for v in ours] == [(type(v), v) for v in (None if v == "" else v for v in theirs)]


@pytest.mark.parametrize("constant_memory", [True, False])
def test_all_kinds_of_cells_are_as_openpyxl_has_them(tmp_path: Path, constant_memory: bool) -> None:
    for seed in range(6):
        path = made(tmp_path / f"{seed}.xlsx", constant_memory, seed)
        same(path)
        book = openpyxl.load_workbook(path)
        book.save(path)
        same(path)


def test_cells_without_places_runs_and_readings(tmp_path: Path) -> None:
    path = with_rows(tmp_path / "a.xlsx", ODD_ROWS)
    same(path)
    rows = list(SheetXml(sheets(path)[0]).rows())
    assert (rows[1][0], rows[1][3], len(rows)) == ("分段 写的", "甲<乙\n丙", 14)


def test_what_cannot_be_taken_is_known(tmp_path: Path) -> None:
    xml = SheetXml(sheets(with_rows(tmp_path / "a.xlsx", ODD_ROWS))[0])
    list(xml.rows())
    assert xml.odd == {(9, 27): Odd.ERROR, (14, 0): Odd.NO_VALUE}
    merged = tmp_path / "b.xlsx"
    book = openpyxl.Workbook()
    book.active["B2"] = "x"
    book.active.merge_cells("B2:C3")
    book.save(merged)
    xml = SheetXml(sheets(merged)[0])
    list(xml.rows())
    assert xml.odd == dict.fromkeys([(2, 2), (3, 1), (3, 2)], Odd.MERGED)


def test_no_document_type_is_followed(tmp_path: Path) -> None:
    path = with_rows(tmp_path / "a.xlsx", "<row><c><v>1</v></c></row>")
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    with zipfile.ZipFile(path, "w") as out:
        for name, data in parts.items():
            out.writestr(name, data.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY e "1">]><worksheet') if name.endswith("sheet1.xml") else data)
    with pytest.raises(ValueError, match="document type"):
        list(SheetXml(sheets(path)[0]).rows())


def test_a_row_beyond_every_sheet_is_refused_at_once(tmp_path: Path) -> None:
    """The empty rows before it would be read for ever."""
    path = with_rows(tmp_path / "far.xlsx", '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>')
    book = openpyxl.load_workbook(path, read_only=True)
    with pytest.raises(ValueError, match="beyond"):
        list(SheetXml(book.worksheets[0]).rows())
