"""Workbooks read back: the values that were written, and those that LibreOffice reckons itself."""

from __future__ import annotations

import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

CACHED = re.compile(rb"(<c [^>]*>)(<f>.*?</f>)<v>[^<]*</v>", re.DOTALL)


def cached(path: Path) -> Any:
    """The workbook with the values that stand beside the formulas."""
    return openpyxl.load_workbook(path, data_only=True)


def formulas(path: Path) -> Any:
    return openpyxl.load_workbook(path)


def recalculated(path: Path, folder: Path, timeout: int = 300) -> Any:
    """The same after LibreOffice reckoned it: a copy from which every value beside a formula was taken away first, so that
    nothing but a reckoning can put one there."""
    folder.mkdir(parents=True, exist_ok=True)
    bare, out = folder / "bare.xlsx", folder / "out"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(bare, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, CACHED.sub(rb"\1\2", data) if name.startswith("xl/worksheets/sheet") else data)
    known = cached(bare)["汇总"]
    assert {known[c.coordinate].value for row in formulas(path)["汇总"].iter_rows() for c in row if c.data_type == "f"} == {None}
    convert(bare, out, "xlsx:Calc MS Excel 2007 XML", timeout)
    return cached(out / "bare.xlsx")


def convert(path: Path, out: Path, kind: str, timeout: int = 300) -> None:
    profile = f"-env:UserInstallation={(out.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=timeout)


def rows(sheet: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def head(value: Any) -> str:
    return str(value or "").replace("\n", "")


def table(sheet: Any, mark: str) -> tuple[list[str], list[list[Any]]]:
    """A table of the page: its headings, and its rows up to 合计. It is the first below `mark` that has 组号 or 代码."""
    found = rows(sheet)
    at = next(n for n, row in enumerate(found) if head(row[0]).startswith(mark))
    top = next(n for n in range(at, len(found)) if head(found[n][0]) in ("组号", "代码"))
    end = next(n for n in range(top, len(found)) if found[n][1] == "合计")
    return [head(v) for v in found[top]], found[top + 1 : end + 1]


def same(one: Any, other: Any) -> bool:
    """Two values of a cell: numbers to nine places, nothing and blank alike."""
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return bool(one == pytest.approx(other, abs=1e-9))
    return (one or None) == (other or None)
