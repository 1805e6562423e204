"""Rows of 问题清单 as a person left them: sorted, filtered, with columns put in or moved, in whatever program saved them.

Columns are known by their headings and rows by the hidden key, so neither order nor place matters."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.answering import heading
from pipeline.decisions.keys import unsealed
from pipeline.decisions.model import State
from pipeline.decisions.text import digest
from pipeline.decisions.typed import NOTHING, Typed, understood
from pipeline.decisions.words import decided_in
from pipeline.ledger.exchange.sheet_xml import Odd, odd_cells
from pipeline.ledger.review.which_books import HEADING_ROWS

KEY, PRINTED, FORM = "finding_key", "原复核意见", "form_id"
WORD, TEXT, REACH, STANDING = "复核意见", "复核说明", "适用范围", "状况"
HEADINGS = frozenset((WORD, KEY))
"""What makes a sheet one of findings."""
PRINTED_WORDS = ("问题", "建议")
"""Columns of the program in which a decision may stand by mistake."""
_PLAIN = (State.CONFIRMED, State.DISMISSED, State.MENDED)
SHOWN, SHOWN_WORD = 400, 20
SeenKey = tuple[str, str, str]
"""Workbook, key, and what was printed: under this the store remembers what was read from a row."""


class ReviewError(Exception):
    """A workbook cannot be read back, or says something that cannot be taken; the message is Chinese, for the clerk."""


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row of findings. `key` is None where the hidden key is gone or was
    edited; `content` is what the row says to a person."""

    book: str
    sheet: str
    number: int
    key: str | None
    form_id: str
    printed: str
    typed: Typed
    content: str

    @property
    def where(self) -> str:
        """How to find the row."""
        return f"{self.book}“{self.sheet}”第{self.number}行"

    @property
    def as_printed(self) -> bool:
        """Whether nothing was typed, or only what the program had printed."""
        return self.typed.mark == (self.printed or NOTHING.mark)

    @property
    def seen_key(self) -> SeenKey:
        """Under what the store remembers that this row was read."""
        return self.book, self.key or digest(self.content), self.printed


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook's typed rows, and who saved it last, as its properties tell (empty: nobody). `problems` are decisions that stand where
    none is read."""

    name: str
    by: str
    rows: tuple[TypedRow, ...]
    problems: tuple[str, ...] = ()


def in_use(path: Path) -> bool:
    """Whether Excel, WPS or LibreOffice has the file open; what is not saved yet cannot be read."""
    names = (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")
    return any(path.with_name(name).exists() for name in names)


def read_book(path: Path, seen: Container[SeenKey] = ()) -> Book:
    """The rows with something else than the program printed, and those of which something else was read before (`seen`):
    a clerk may have taken it back. Raises ReviewError where the file is no whole workbook or is protected by a password."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except PermissionError as error:
        raise ReviewError(f"“{path.name}”正被其他程序独占，读不出复核意见。请保存并关闭它，再运行一次。") from error
    except Exception as error:  # openpyxl raises whatever the broken part provokes
        raise ReviewError(
            f"“{path.name}”打不开，可能没有保存完整或设了密码，里面的复核意见读不出来。请用 Excel 打开核对并另存；确实坏了的，请把它移到别处，再运行一次。"
        ) from error
    try:
        problems: list[str] = []
        rows = tuple(r for sheet in book for r in _rows(path.name, sheet, problems) if not r.as_printed or r.seen_key in seen)
        return Book(path.name, _editor(book.properties), rows, tuple(problems))
    except ReviewError:
        raise
    except Exception as error:  # a part is read only when its rows are asked for
        raise ReviewError(f"“{path.name}”不完整，里面的复核意见读不出来。请用 Excel 打开核对并另存，再运行一次。") from error
    finally:
        book.close()


def _editor(properties: Any) -> str:
    """Who saved it last; a program that does not know leaves the name of the office that made it."""
    name = (properties.lastModifiedBy or "").strip()
    return "" if name == (properties.creator or "").strip() else name


def _rows(book: str, sheet: Any, problems: list[str]) -> Iterator[TypedRow]:
    if hasattr(sheet, "reset_dimensions"):
        sheet.reset_dimensions()  # what a program wrote about the extent is not believed
    columns: dict[str, int] = {}
    typed = False
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        values = [_text(value) for value in cells]
        if not columns:
            if number > HEADING_ROWS:
                return
            columns = _columns([heading(value) for value in cells])
            continue
        row = _row(book, sheet.title, number, values, columns)
        typed = typed or bool(row.typed.word)
        problems += _strays(row, values, columns)
        yield row
    if typed:
        problems += _covered(book, sheet, columns)


def _columns(values: list[str]) -> dict[str, int]:
    """Where the headings stand; empty where this is no heading row, or that of 复核记录, which tells what was decided. A clerk may have
    taken out 复核说明."""
    if KEY not in values and STANDING in values:
        return {}
    found = {title: values.index(title) for title in (WORD, TEXT, REACH, KEY, PRINTED, FORM, *PRINTED_WORDS) if title in values}
    return found if WORD in found and (TEXT in found or KEY in found) else {}


def _strays(row: TypedRow, values: Sequence[str], columns: dict[str, int]) -> Iterator[str]:
    """A decision in a column of the program, beside cells that were left empty."""
    if row.key is None or row.typed != NOTHING:
        return
    for title in PRINTED_WORDS:
        at = columns.get(title, len(values))
        if at < len(values) and len(values[at]) <= SHOWN_WORD and decided_in(values[at]) in _PLAIN:
            yield f"{row.where}：“{title}”一列里填的是“{values[at][:SHOWN_WORD]}”，这一列不读。请填在“{WORD}”一列"


def _covered(book: str, sheet: Any, columns: dict[str, int]) -> Iterator[str]:
    """Rows whose 复核意见 is merged with that of the row above: the file has one word for all of them."""
    for (number, at), why in odd_cells(sheet).items():
        if why is Odd.MERGED and at == columns[WORD]:
            yield f"{book}“{sheet.title}”第{number}行：“{WORD}”{why}"


def _row(book: str, sheet: str, number: int, values: list[str], columns: dict[str, int]) -> TypedRow:
    def cell(title: str) -> str:
        at = columns.get(title, -1)
        return values[at] if 0 <= at < len(values) else ""

    key, printed = unsealed(cell(KEY)), cell(PRINTED)
    typed = understood(cell(WORD), cell(TEXT), cell(REACH), printed)
    if typed.mark == (printed or NOTHING.mark):
        return TypedRow(book, sheet, number, key, cell(FORM), printed, typed, "")
    internal = {columns.get(title) for title in (KEY, PRINTED, FORM)}
    content = "；".join(v for n, v in enumerate(values) if v and n not in internal)[:SHOWN]
    return TypedRow(book, sheet, number, key, cell(FORM), printed, typed, content)


def _text(value: object) -> str:
    return "" if value is None else str(value).replace("\r\n", "\n").strip()
