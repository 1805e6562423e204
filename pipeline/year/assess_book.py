"""The workbook in which the counts of a round are typed, and reading it back: a sheet a part, a row a subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.answering import assent, bare, heading
from pipeline.ledger.book.year import Ballot
from pipeline.rosters.rows import text_of
from pipeline.rosters.values import count
from pipeline.year.judged import WORDS, Subject, round_of, subjects
from pipeline.year.office import Office, YearError

NAME = "评议结果录入.xlsx"
KEY = "编号（请勿改动）"
HEADS = (KEY, "单位", "评价对象", "类别", "发出票数")
VALID = "有效票数"
TICKS = ("√", "✓", "✔")
"""How one who judges alone marks the grade, as on the sheet of paper."""
ROW_HEIGHT = 20
MOST_VOTES = 10_000_000
HOW = "多人投票的填各档票数；一人评价的（自评、领导点评等）在所评的一档填 1。“发出票数”没有统计的可以不填。"


_NONE = re.compile(r"无|没有?|[-—–/\\]+")
_VOTES = re.compile("[票张]$")


@dataclass(slots=True)
class Counted:
    """What came of a workbook: how many rows were registered, and what was not, with the sheet and row."""

    rows: int = 0
    same: int = 0
    bad: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Row:
    place: str
    part: str
    subject: Subject
    handed_out: int | None
    counts: dict[str, int]


class _Odd(Exception):
    """A row that cannot be taken; the message says why."""


def write_book(target: Path, office: Office, name: str) -> None:
    """Write the workbook with what is known of the round already."""
    import xlsxwriter

    told, options = round_of(office, name), list(office.pack.assessment.options_of(name))
    judged = subjects(office, told.of)
    known = {(b.part, b.judged, b.unit, b.person): b for b in ballots(office, name)}
    with xlsxwriter.Workbook(str(target), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        for part in told.parts:
            sheet = book.add_worksheet(part[:31])
            sheet.set_header(f"&C{told.title}：{part}票数")  # on paper the sheets of a round look alike
            sheet.set_footer("&C第 &P 页，共 &N 页")
            _fill(book, sheet, f"{_of_round(office, told.title)}票数。{HOW}", options, [(s, known.get((part, s.judged.value, s.unit.id, s.person))) for s in judged])


def read_book(office: Office, name: str, path: Path) -> Counted:
    """Register the counts of a workbook. A row that does not add up is told and left; the others are taken.
    Raises YearError where it is no such workbook."""
    from openpyxl import load_workbook

    told = round_of(office, name)
    try:
        book = load_workbook(path, data_only=True)
    except FileNotFoundError:
        raise YearError(f"没有“{path}”这个文件。") from None
    except Exception as error:  # openpyxl raises whatever the file makes it stumble over
        raise YearError(f"“{path.name}”不能按 Excel 工作簿打开。请用程序生成的“{NAME}”填写；是 .xls 的，请另存为 .xlsx。") from error
    sheets = [sheet for sheet in book.worksheets if heading(sheet.title) in told.parts]
    _same_round(path.name, sheets, _of_round(office, told.title))
    if not sheets:
        raise YearError(f"“{path.name}”里没有“{name}”的录入表（{'、'.join(told.parts)}）。请核对是哪一轮的。")
    strange = [sheet.title for sheet in book.worksheets if sheet not in sheets and any(KEY in row for row in sheet.iter_rows(max_row=2, values_only=True))]
    counted = Counted(bad=[f"工作表“{title}”不是{'、'.join(told.parts)}中的一部分（可能改了名），没有登记。" for title in strange])
    rows = _once([row for sheet in sheets for row in _rows(office, name, sheet, counted)], counted)
    _register(office, name, path.name, rows, counted)
    return counted


def _of_round(office: Office, title: str) -> str:
    """What the first line of each sheet says: the sheets of all rounds have the same names and rows."""
    return f"{office.year}年度{title}"


def _same_round(file: str, sheets: Sequence[Any], wanted: str) -> None:
    """Every sheet says of which round it is: in its first line, those of older versions of the program in the head for print alone."""
    for sheet in sheets:
        above, printed = _ROUND.match(str(sheet.cell(1, 1).value or "").strip()), _PRINTED.match(sheet.oddHeader.center.text or "")
        said = above[1] if above else printed[1] if printed else ""
        if said and not wanted.endswith(said):
            raise YearError(f"“{file}”是{said}的录入表，不是{wanted}的。请核对文件和轮次。什么也没有登记。")


_ROUND, _PRINTED = re.compile(r"(20\d\d年度.+?)票数。"), re.compile(r"(.+?)：.+票数$")
def _once(rows: Sequence[_Row], counted: Counted) -> list[_Row]:
    """The rows without those of a subject that stands in a sheet more than once: nobody knows which of them holds."""
    found: dict[tuple[str, str], list[_Row]] = {}
    for row in rows:
        found.setdefault((row.part, row.subject.key), []).append(row)
    for same in found.values():
        if len(same) > 1:
            counted.bad.append(f"{'、'.join(row.place for row in same)}是同一个评价对象（{same[0].subject.name}），请只留一行，没有登记")
    return [same[0] for same in found.values() if len(same) == 1]


def ballots(office: Office, name: str) -> list[Ballot]:
    """What is registered of a round."""
    return [b for b in office.ledger.all(Ballot) if (b.year, b.round) == (office.year, name)]


def _fill(book: Any, sheet: Any, how: str, options: Sequence[str], rows: Sequence[tuple[Subject, Ballot | None]]) -> None:
    from xlsxwriter.utility import xl_rowcol_to_cell as place

    head = book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1, "align": "center", "text_wrap": True, "valign": "vcenter"})
    plain = book.add_format({"border": 1, "bg_color": "#F2F2F2", "valign": "vcenter", "shrink": True})
    typed = book.add_format({"border": 1, "locked": False, "align": "center", "valign": "vcenter"})
    headings = (*HEADS, *options, VALID)
    for column, (title, width) in enumerate(zip(headings, (16, 24, 24, 10, 10, *[9] * len(options), 10), strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(1, column, title, head)
    sheet.merge_range(0, 0, 0, len(headings) - 1, how, book.add_format({"text_wrap": True}))
    sheet.set_row(0, 32)
    first, last = len(HEADS), len(HEADS) + len(options)
    for n, (one, known) in enumerate(rows, start=2):
        sheet.set_row(n, ROW_HEIGHT)
        for column, text in enumerate((one.key, one.unit.name, one.name, WORDS[one.judged])):
            sheet.write_string(n, column, text, plain)
        values = [known.handed_out if known else None, *(known.counts.get(word) if known else None for word in options)]
        for column, value in enumerate(values, start=len(HEADS) - 1):
            sheet.write(n, column, value, typed)
        sheet.write_formula(n, last, f"=SUM({place(n, first)}:{place(n, last - 1)})", plain, sum(v or 0 for v in values[1:]))
    whole = {"validate": "integer", "criteria": ">=", "value": 0, "error_title": "票数", "error_message": "请填整数票数。"}
    sheet.data_validation(2, first - 1, max(len(rows), 1) + 1, last - 1, whole)
    sheet.freeze_panes(2, 3)
    sheet.protect("", {"sort": True, "autofilter": True, "format_columns": True})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)


def _rows(office: Office, name: str, sheet: Any, counted: Counted) -> Iterator[_Row]:
    options, part = list(office.pack.assessment.options_of(name)), heading(sheet.title)
    known = {key: s for s in subjects(office, round_of(office, name).of) for key in (s.key, s.former_key)}
    columns: dict[str, int] = {}
    covered = {(row, column) for area in sheet.merged_cells.ranges for row, column in list(area.cells)[1:]}
    for n, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        words = [str(cell).strip() if cell is not None else "" for cell in row]
        if not columns:
            columns = {word if word == KEY else heading(word): at for at, word in enumerate(words) if word} if KEY in words else {}
            if columns and (gone := [word for word in options if word not in columns]):
                counted.bad.append(f"“{sheet.title}”：表头里没有{'、'.join(f'“{word}”' for word in gone)}，这张表没有登记。请照原来的表头改回。")
                return
            continue
        place = f"“{sheet.title}”第{n}行"
        if merged := [word for word in ("发出票数", *options) if (n, columns.get(word, -1) + 1) in covered]:
            counted.bad.append(f"{place}：“{merged[0]}”与别的格合并了，没有自己的值，请拆开合并后填写")
            continue
        if not any(words[columns[word]] for word in (*HEADS[4:], *options) if word in columns):
            continue
        try:
            yield _one(place, part, row, columns, options, known, votes=round_of(office, name).parts[part].votes)
        except _Odd as odd:
            counted.bad.append(f"{place}：{odd}")
    if not columns:
        counted.bad.append(f"“{sheet.title}”：找不到表头（{KEY}），没有登记。")


def _one(
    place: str, part: str, row: Sequence[Any], columns: dict[str, int], options: Sequence[str], known: dict[str, Subject], *, votes: bool
) -> _Row:  # fmt: skip
    def cell(word: str) -> Any:
        return row[columns[word]] if word in columns else None

    subject = known.get(str(cell(KEY) or "").strip())
    if subject is None:
        raise _Odd(f"编号“{cell(KEY) or ''}”不是本轮的评价对象，没有登记")
    counts = {word: number for word in options if (number := _number(word, cell(word), votes=votes))}
    handed_out = _number("发出票数", cell("发出票数"), votes=True)
    valid = sum(counts.values())
    if not votes and valid > 1:
        raise _Odd(f"{part}是一人评价，只在一档填 1；现在各档合计 {valid}，没有登记")
    if handed_out is not None and valid > handed_out:
        raise _Odd(f"各档合计 {valid} 票，多于发出的 {handed_out} 票，没有登记")
    return _Row(place, part, subject, handed_out, counts)


def _number(word: str, value: Any, *, votes: bool) -> int | None:
    """A count as people write it (12, 12票, 十二, 无); where one person judges, a tick is a vote."""
    text = text_of(value)
    if not text or _NONE.fullmatch(bare(text)):
        return None
    if not votes and len(text) == 1 and assent(text):
        return 1
    number = None if "(" in bare(text) else count(_VOTES.sub("", bare(text)))  # 12（含弃权1）: are they votes?
    if number is None or number > MOST_VOTES:
        raise _Odd(f"“{word}”填的“{value}”不是票数，没有登记")
    return number


def _register(office: Office, name: str, file: str, rows: Sequence[_Row], counted: Counted) -> None:
    known = {(b.part, b.judged, b.unit, b.person): b for b in ballots(office, name)}
    with office.ledger.act(office.who(file), f"{name}评议结果") as act:
        for row in rows:
            s = row.subject
            values = {"handed_out": row.handed_out, "counts": row.counts}
            before = known.get((row.part, s.judged.value, s.unit.id, s.person))
            if before is None:
                key = {"year": office.year, "round": name, "part": row.part, "judged": s.judged.value, "unit": s.unit.id, "person": s.person}
                act.add("ballot", {**key, **values, "file": file})
            elif not act.change("ballot", before.id, values):
                counted.same += 1
                continue
            counted.rows += 1
