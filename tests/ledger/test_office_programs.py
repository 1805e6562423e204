"""The workbook after other programs saved it: LibreOffice for real, Excel and WPS by the marks that they leave."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from pipeline.ledger.exchange.columns import TOKEN
from tests.ledger.clerks import SHEET, Clerk, items, small_ledger


@pytest.fixture
def wang(tmp_path: Path) -> Clerk:
    root = tmp_path / "结果"
    root.mkdir()
    small_ledger(root)
    clerk = Clerk(root, "王试登", tmp_path / "王")
    clerk.fetch()
    clerk.fill(2, 进展情况="路基完成", 进展日期=datetime(2012, 3, 18), 状态="已兑现", 佐证说明="照片")
    clerk.fill(8, 单位="乙试支部", 年度=2012, 承诺事项="办一次讲座")
    return clerk


def check(clerk: Clerk) -> None:
    plan = clerk.hand_in()
    now = items(clerk.root)
    assert (now[1].progress, now[1].progress_on, now[1].state) == ("路基完成", date(2012, 3, 18), "已兑现")
    assert (now[7].text, len(plan.items), plan.refused, plan.conflicts, plan.deleted) == ("办一次讲座", 1, [], [], [])


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_saved_by_libreoffice(wang: Clerk, tmp_path: Path) -> None:
    out = tmp_path / "lo"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(wang.book)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shutil.copyfile(out / wang.book.name, wang.book)
    sheet = openpyxl.load_workbook(wang.book)[SHEET]
    head = {c.value: c.column for c in sheet[1]}
    assert sheet.column_dimensions[sheet.cell(1, head[TOKEN]).column_letter].hidden
    assert any(v.type == "list" for v in sheet.data_validations.dataValidation)
    assert sheet.cell(2, head["完成日期"]).is_date
    check(wang)


def rewritten(path: Path, change) -> None:
    """The same package with its parts changed, as another program would write them."""
    copy = path.with_suffix(".tmp")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            out.writestr(name, change(name, source.read(name)))
    copy.replace(path)


def test_in_the_manner_of_wps(wang: Clerk) -> None:
    """WPS writes its own namespace and extension parts, and a wrong extent."""

    def wps(name: str, data: bytes) -> bytes:
        if name == "docProps/app.xml":
            return re.sub(rb"<Application>.*?</Application>", b"<Application>WPS Office</Application>", data)
        if name.startswith("xl/worksheets/sheet"):
            data = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1"', data)
            return data.replace(b"</worksheet>", b'<extLst><ext uri="{x}" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/></extLst></worksheet>')
        return data

    rewritten(wang.book, wps)
    check(wang)


def test_in_the_manner_of_excel(wang: Clerk) -> None:
    """Excel keeps the values of formulas, who saved last, spans of rows, and the state of a filter with hidden rows."""

    def excel(name: str, data: bytes) -> bytes:
        if name.startswith("xl/worksheets/sheet"):
            return re.sub(rb'<row r="(3|5)"', rb'<row r="\1" hidden="1" spans="1:30"', data)
        return data

    book = openpyxl.load_workbook(wang.book)
    book.properties.lastModifiedBy = "李存盘"
    book.save(wang.book)
    rewritten(wang.book, excel)
    wang.name = ""
    check(wang)
    from pipeline.ledger.store.ledger import open_ledger

    with open_ledger(wang.root) as ledger:
        assert ledger.history("item", 1)[-1].who.by == "李存盘"
