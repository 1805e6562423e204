"""Reading a workbook that came back, in whatever program it was saved: sorted, filtered, with rows, columns and sheets put
in or moved, or rows copied into another workbook. Columns are known by their headings, rows by their hidden tokens."""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pipeline.answering import heading
from pipeline.ledger.exchange.columns import BY_TITLE, TOKEN
from pipeline.ledger.exchange.guide import GUIDE
from pipeline.ledger.exchange.sheet_xml import Odd, Place, SheetXml
from pipeline.ledger.exchange.values import number_in
from pipeline.ledger.exchange.writing import ABOUT, ANSWER, KEY, QUESTIONS, ExtraSheet, is_ours
from pipeline.ledger.review.reading import in_use

HEADING_ROWS = 10
MOST_CELLS = 200_000
MUST = ("承诺事项", "状态")
"""Headings that make a sheet one of items."""


class ExchangeError(Exception):
    """A workbook cannot be read back; the message is Chinese, and nothing was changed."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of items: values by heading. `odd` holds headings whose cell cannot be taken, and why."""

    sheet: str
    number: int
    cells: Mapping[str, Any]
    token: str
    odd: Mapping[str, str]

    @property
    def where(self) -> str:
        """How to find the row."""
        return f"“{self.sheet}”第{self.number}行"


@dataclass(slots=True)
class Read:
    """What a workbook holds. `about` is empty where the hidden sheet is gone; `by` is who saved it last, as it says."""

    name: str
    by: str = ""
    about: dict[str, str] = field(default_factory=dict)
    rows: list[SheetRow] = field(default_factory=list)
    answers: list[tuple[int, str, str]] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    sheets: list[ExtraSheet] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    missing: tuple[str, ...] = ()


def read(path: Path) -> Read:
    """The workbook at `path`. Raises ExchangeError where it is none, is not whole, is locked, or holds no items."""
    import openpyxl

    if not path.is_file():
        raise ExchangeError(f"没有“{path}”这个文件。")
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except PermissionError as error:
        raise ExchangeError(f"“{path.name}”正被其他程序独占。请保存并关闭它，再运行一次。") from error
    except (zipfile.BadZipFile, Exception) as error:  # openpyxl raises whatever the broken part provokes
        raise ExchangeError(
            f"“{path.name}”打不开：不是 .xlsx 工作簿，或者没有保存完整、设了密码。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。什么也没有改动。"
        ) from error
    found = Read(path.name, _editor(book.properties))
    if in_use(path):
        found.notes.append(f"“{path.name}”正开着：只读到已经保存的内容。")
    try:
        for sheet in book.worksheets:
            _sheet(found, sheet.title, SheetXml(sheet))
    except ExchangeError:
        raise
    except Exception as error:  # a part is read only when its rows are asked for
        raise ExchangeError(f"“{path.name}”不完整，读到一半出错。请用 Excel 或 WPS 打开核对并另存，再导入。什么也没有改动。") from error
    finally:
        book.close()
    if not found.rows and not found.answers:
        raise ExchangeError(f"“{path.name}”里没有台账的行：要有“承诺事项”和“状态”两列的表头。什么也没有改动。")
    return found


def _editor(properties: Any) -> str:
    name = (properties.lastModifiedBy or "").strip()
    return "" if name == (properties.creator or "").strip() else name


def _sheet(found: Read, title: str, sheet: SheetXml) -> None:
    rows = sheet.rows()
    top = [next(rows, None) for _ in range(HEADING_ROWS)]
    head = [row for row in top if row is not None]
    if title == ABOUT:
        found.about = {str(r[0]): str(r[1]) for r in head if len(r) > 1 and r[0] is not None}
        return
    at = next((n for n, row in enumerate(head) if set(MUST) <= set(map(_title, row))), None)
    if at is not None:
        _items(found, title, at, [*head, *rows], sheet.odd)
    elif title.startswith(QUESTIONS) and {KEY, ANSWER} <= set(map(_title, head[0] if head else ())):
        _answers(found, title, [*head, *rows])
    elif not is_ours(title):
        _extra(found, title, head, rows)
    elif title != GUIDE:
        found.notes.append(f"工作表“{title}”里找不到表头，没有读入；原件已存档。请恢复表头（或重新导出后填写），再导入一次。")


def _items(found: Read, name: str, at: int, rows: Sequence[Sequence[Any]], odd: Mapping[Place, Odd]) -> None:
    titles = _titles(rows[at])
    own = [t for t in titles if t and t not in BY_TITLE and t != TOKEN]
    found.extra += [t for t in own if t not in found.extra]
    found.missing = tuple(t for t, f in BY_TITLE.items() if f.entry and t not in titles)
    strange = _by_row(odd, titles)
    key = titles.index(TOKEN) if TOKEN in titles else -1
    for number, row in enumerate(rows[at + 1 :], start=at + 2):
        if any(value is not None and value != "" for value in row) or number in strange:
            token = str(row[key] or "") if 0 <= key < len(row) else ""
            cells = {t: v for t, v in zip(titles, row, strict=False) if t}
            found.rows.append(SheetRow(name, number, cells, token, strange.get(number, {})))


def _after(first: Sequence[Sequence[Any]], rest: Iterator[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    yield from first
    yield from rest


def _titles(row: Sequence[Any]) -> list[str]:
    """Headings; the second of two alike, and one that is missing over cells, get names of their own."""
    titles: list[str] = []
    whole = set(map(_title, row))
    for n, value in enumerate(row):
        title = _known(_title(value), whole) or f"（{_letter(n)}列）"
        titles.append(title if title not in titles else f"{title}（{_letter(n)}列）")
    return titles


def _title(value: Any) -> str:
    return re.sub(r"\s+", "", str(value)) if value is not None else ""


def _known(title: str, others: Container[str]) -> str:
    """A heading with a note behind it (进展情况（本季度）) is that of the column, where no other one is."""
    plain = heading(title)
    return plain if title not in BY_TITLE and plain in BY_TITLE and plain not in others else title


def _by_row(odd: Mapping[Place, Odd], titles: Sequence[str]) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for (number, column), why in odd.items():
        if column < len(titles):
            found[number][titles[column]] = why.value
    return found


def _answers(found: Read, name: str, rows: Sequence[Sequence[Any]]) -> None:
    titles = [_title(v) for v in rows[0]]
    key, answer = titles.index(KEY), titles.index(ANSWER)
    for number, row in enumerate(rows[1:], start=2):
        said = str(row[answer] or "").strip() if answer < len(row) else ""
        asked = number_in(str(row[key] or "")) if key < len(row) else None
        if said and asked is not None:
            found.answers.append((asked, said, f"“{name}”第{number}行"))


def _extra(found: Read, title: str, head: Sequence[Sequence[Any]], rows: Iterator[Sequence[Any]]) -> None:
    """A sheet that somebody added: its values; days as a list of one, so that they are days again when they go out."""
    cells: list[list[Any]] = []
    count = 0
    for row in _after(head, rows):
        cells.append(_plain_row(row))
        count += len(cells[-1])
        if count > MOST_CELLS:
            found.notes.append(f"工作表“{title}”太大（超过 {MOST_CELLS} 格），下次导出时不再带上；原件已存档。")
            return
    while cells and not cells[-1]:
        cells.pop()
    if cells:
        found.sheets.append(ExtraSheet(title, cells))


def _plain_row(row: Sequence[Any]) -> list[Any]:
    plain = [own_value(value) for value in row]
    while plain and plain[-1] is None:
        plain.pop()
    return plain


def own_value(value: Any) -> Any:
    """A value of somebody's own, as it is kept; None for an empty cell."""
    if isinstance(value, datetime):
        return [value.date().isoformat()] if not (value.hour or value.minute) else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return [value.isoformat()]
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return str(value) if str(value).strip() else None


def _letter(n: int) -> str:
    return (_letter(n // 26 - 1) if n >= 26 else "") + chr(ord("A") + n % 26)
