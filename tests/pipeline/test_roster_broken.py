"""Rosters that a program wrote badly, or that hold formulas and sheets which nobody sees: told, never a fault of ours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from pipeline.rosters.book import RosterBook, RosterError, read_roster

UNITS = [["党组织名称", "上级党组织", "党员人数"], ["教务处党支部", "机关党总支", 12]]
PEOPLE = [["姓名", "所在党支部"], ["李一", "教务处党支部"]]
RECEIPTS = [["文件名", "收到日期", "纸质份数"], ["甲.docx", datetime(2012, 3, 14), 2]]
SHEET = "xl/worksheets/sheet1.xml"


def saved(folder: Path, change: Callable[[Workbook], object] = lambda _: None) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in (("党组织", UNITS), ("党员", PEOPLE), ("收件登记", RECEIPTS)):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    change(book)
    book.save(folder / "名册.xlsx")
    return folder / "名册.xlsx"


def read(folder: Path, change: Callable[[Workbook], object]) -> RosterBook:
    return read_roster(saved(folder, change))


def patched(path: Path, old: bytes, new: bytes) -> Path:
    with ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    assert old in parts[SHEET]
    parts[SHEET] = parts[SHEET].replace(old, new, 1)
    with ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"</sheetData>", b""), (b'r="A2"', b'r="ZZZZ2"'), (b'<row r="2"', b'<row r="zwei"'), (b't="n"><v>12', b't="n"><v>zwoelf'),
        (b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="ZZZZ1:ZZZZ9"/></mergeCells>'),
    ],
)  # fmt: skip
def test_a_sheet_that_is_not_whole_is_named(tmp_path: Path, old: bytes, new: bytes) -> None:
    with pytest.raises(RosterError, match=r"工作表“党组织”不完整.*另存为"):
        read_roster(patched(saved(tmp_path), old, new))


def test_a_row_beyond_the_last_does_not_go_on_for_ever(tmp_path: Path) -> None:
    with pytest.raises(RosterError, match=r"工作表“党组织”不完整"):
        read_roster(patched(saved(tmp_path), b'<row r="2"', b'<row r="999999999"'))


def test_the_last_row_of_all_is_read(tmp_path: Path) -> None:
    path = patched(saved(tmp_path), b"</sheetData>", b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>\xe6\x9c\xab\xe6\x94\xaf\xe9\x83\xa8</t></is></c></row></sheetData>')
    assert [u.name for u in read_roster(path).roster.units] == ["教务处党支部", "末支部"]


def test_a_formula_without_a_result_is_told(tmp_path: Path) -> None:
    """As a program leaves it that does not reckon: the day would be missing, and nobody would know why."""

    def change(book: Workbook) -> None:
        book["收件登记"]["B2"] = "=DATE(2012,3,14)"

    found = read(tmp_path, change)
    assert [p for p in found.problems if "工作表“收件登记”有1个公式还没有算出结果（B2）" in p and "保存后重试" in p]
    assert found.roster.receipts[0].day is None


def test_a_formula_with_an_empty_result_is_none(tmp_path: Path) -> None:
    cell = b'<c r="D2" t="str"><f>IF(1,"","")</f><v></v></c></row>'
    path = patched(saved(tmp_path), b"12</v></c></row>", b"12</v></c>" + cell)
    assert not [p for p in read_roster(path).problems if "公式" in p]


def test_an_error_is_no_name(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["党组织"].append(["#REF!", "机关党总支", "#DIV/0!"])

    found = read(tmp_path, change)
    assert [u.name for u in found.roster.units] == ["教务处党支部"]
    assert any("党组织!A3（第3行）：“#REF!”是公式出错" in p for p in found.problems)


def test_what_nobody_sees_makes_nobody_missing(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        old = book.create_sheet("党组织（旧）")
        for row in (UNITS[0], ["撤销了的党支部", "机关党总支", 3]):
            old.append(row)
        old.sheet_state = "hidden"
        book.create_sheet("单位选项").sheet_state = "veryHidden"

    found = read(tmp_path, change)
    assert [u.name for u in found.roster.units] == ["教务处党支部"]
    assert [p for p in found.problems if "隐藏" in p] == ["工作表“党组织（旧）”是隐藏的，没有采用。要用的，请在 Excel 里取消隐藏，保存后重试。"]


def test_a_roster_with_all_of_it_hidden_is_told(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        for sheet in book.worksheets:
            sheet.sheet_state = "hidden"
        book.create_sheet("说明")

    with pytest.raises(RosterError, match=r"“党组织”、“党员”、“收件登记”是隐藏的.*取消隐藏"):
        read(tmp_path, change)


def test_a_year_far_from_the_others_is_told(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        for name, day in (("乙.docx", datetime(2012, 3, 15)), ("丙.docx", datetime(2102, 3, 14)), ("丁.docx", datetime(2011, 12, 30))):
            book["收件登记"].append([name, day, 1])

    said = [p for p in read(tmp_path, change).problems if "年份" in p]
    assert said == ["收件登记里“丙.docx”的收到日期是2102-03-14，与其他各行相差太远，请核对年份。"]


def test_a_number_without_end_is_none_and_told_shortly(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["收件登记"]["C2"] = "1" * 6000

    (said,) = [p for p in read(tmp_path, change).problems if "纸质份数" in p]
    assert len(said) < 80
