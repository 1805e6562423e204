"""The workbooks of a folder of results that a clerk may have typed into: those the program wrote, and copies under other names."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.answering import heading

BOOK = re.compile(r"台账(?:\((\d+)\))?\.xlsx")
OLD_FORMATS = (".xls", ".et", ".ods")
HEADING_ROWS = 10


def books(folder: Path, headings: frozenset[str]) -> list[Path]:
    """The program's own in the order of their numbers, then copies that have a sheet with these headings, by name."""
    own = sorted((int(m[1] or 1), p) for p in _files(folder) if (m := BOOK.fullmatch(p.name)))
    return [path for _, path in own] + [p for p in sorted(_files(folder)) if not BOOK.fullmatch(p.name) and _has(p, headings)]


def not_read(folder: Path) -> list[Path]:
    """Copies that were saved in a format which is not read."""
    return sorted(p for p in _all(folder) if p.suffix.lower() in OLD_FORMATS and p.name.startswith("台账"))


def _all(folder: Path) -> list[Path]:
    return [p for p in folder.iterdir() if p.is_file()] if folder.is_dir() else []


def _files(folder: Path) -> list[Path]:
    return [p for p in _all(folder) if p.suffix.lower() == ".xlsx" and not p.name.startswith(("~$", "."))]


def _has(path: Path, headings: frozenset[str]) -> bool:
    """Whether one of its sheets has these headings; what cannot be opened has none, unless it is named as ours."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception:  # openpyxl raises whatever the broken part provokes
        return path.name.startswith("台账")
    try:
        return any(
            headings <= {heading(v) for v in row} for sheet in book.worksheets for row in sheet.iter_rows(max_row=HEADING_ROWS, values_only=True)
        )
    except Exception:
        return path.name.startswith("台账")
    finally:
        book.close()
