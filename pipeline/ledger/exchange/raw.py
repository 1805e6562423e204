"""What a plain reading of a workbook does not show: formulas without a value, merged cells, errors. Looked for in the
sheets' XML by their marks, which is quick; nothing in it is executed or followed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from posixpath import join, normpath

MOST = 256 * 2**20
"""Bytes of one sheet's XML; a larger one is refused as no workbook that people edit."""
_FORMULA = re.compile(rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|.*?</(?:\w+:)?f>)\s*(<(?:\w+:)?v>([^<]*))?", re.DOTALL)
_ERROR = re.compile(rb"<(?:\w+:)?c\s([^>]*\bt=\"e\"[^>]*)>")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*ref=\"([A-Z]+)(\d+):([A-Z]+)(\d+)\"")
_AT = re.compile(rb"\br=\"([A-Z]+\d+)\"")
_SHEET = re.compile(r"<(?:\w+:)?sheet\s([^>]*?)/?>")
_ATTRIBUTE = re.compile(r"([\w:]+)=\"([^\"]*)\"")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s([^>]*?)/?>")
MOST_MERGED = 50_000


class Odd(StrEnum):
    """Why a cell cannot be taken as it stands."""

    NO_VALUE = "是公式，文件里没有算出的值，请在 Excel 里打开、保存后再导入"
    ERROR = "公式有错，没有值"
    MERGED = "与别的格合并了，没有自己的值，请拆开合并后填写"


def odd_cells(path: Path) -> dict[str, dict[str, Odd]]:
    """By sheet and cell (B7). Raises what zipfile raises."""
    with zipfile.ZipFile(path) as book:
        return {title: dict(_odd(_read(book, part))) for title, part in _sheets(book)}


def _read(book: zipfile.ZipFile, part: str) -> bytes:
    with book.open(part) as stream:
        data = stream.read(MOST + 1)
    if len(data) > MOST:
        raise zipfile.BadZipFile("too large")
    return data


def _sheets(book: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    from html import unescape

    told = [dict(_ATTRIBUTE.findall(a)) for a in _RELATION.findall(_read(book, "xl/_rels/workbook.xml.rels").decode("utf-8", "replace"))]
    parts = {r.get("Id"): r.get("Target", "") for r in told}
    for attributes in _SHEET.findall(_read(book, "xl/workbook.xml").decode("utf-8", "replace")):
        sheet = dict(_ATTRIBUTE.findall(attributes))
        target = parts.get(next((v for k, v in sheet.items() if k.endswith(":id")), ""), "")
        part = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
        if part in book.namelist():
            yield unescape(sheet.get("name", "")), part


def _odd(xml: bytes) -> Iterator[tuple[str, Odd]]:
    for found in _FORMULA.finditer(xml) if b"<f" in xml or b":f" in xml else ():
        if not found[3] and b't="str"' not in found[1] and (at := _AT.search(found[1])):
            yield at[1].decode(), Odd.NO_VALUE
    for found in _ERROR.finditer(xml) if b't="e"' in xml else ():
        if at := _AT.search(found[1]):
            yield at[1].decode(), Odd.ERROR
    covered = 0
    for first, top, last, bottom in _MERGED.findall(xml):
        for cell in _covered(first.decode(), int(top), last.decode(), int(bottom)):
            covered += 1
            if covered > MOST_MERGED:
                return
            yield cell, Odd.MERGED


def _covered(first: str, top: int, last: str, bottom: int) -> Iterator[str]:
    """The cells of a merged range but its first one, which holds the value."""
    for row in range(top, bottom + 1):
        for column in range(_index(first), _index(last) + 1):
            if (row, column) != (top, _index(first)):
                yield f"{_name(column)}{row}"


def _index(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _name(index: int) -> str:
    index, rest = divmod(index - 1, 26)
    return (_name(index) if index else "") + chr(ord("A") + rest)
