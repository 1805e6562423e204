"""台账.xlsx, written from results.jsonl in one go: rows go to disk as they are read, so any number of forms fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline.by_unit import records, shelve, told_apart
from pipeline.decisions.audit import AuditRow
from pipeline.decisions.effect import as_decided
from pipeline.ledger.page import NewSheet
from pipeline.ledger.sheets.alike import write_alike
from pipeline.ledger.sheets.coverage import write_coverage
from pipeline.ledger.sheets.decisions import write_decisions
from pipeline.ledger.sheets.members import write_members
from pipeline.ledger.sheets.overview import NAME as OVERVIEW
from pipeline.ledger.sheets.overview import Counted, write_overview
from pipeline.ledger.sheets.problems import Problems
from pipeline.ledger.sheets.promises import Promises
from pipeline.ledger.sheets.questions import write_questions
from pipeline.ledger.sheets.submissions import write_submissions
from pipeline.ledger.styles import FONT, Styles, make_styles
from pipeline.ledger.tally import Tally
from pipeline.questions.ask import Question
from pipeline.records import FormRecord
from pipeline.rosters.roster import Roster
from pipeline.status import Status
from pipeline.together import AlikeRow
from pipeline.wording import DRAFT
from rules.packs import Pack

CREATED = datetime(2012, 1, 1)
"""The same input gives the same bytes, so the file's birthday is not the clock's."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """What stands in the workbook beside what the results hold."""

    alike: tuple[AlikeRow, ...]
    asked: tuple[Question, ...]
    audit: tuple[AuditRow, ...]
    standing: str
    checked: Mapping[str, str]


def write_workbook(
    target: Path, results: Path, status: Status, pack: Pack, roster: Roster, *, alike: Sequence[AlikeRow] = (),
    asked: Sequence[Question] = (), audit: Sequence[AuditRow] = (), standing: str = DRAFT, checked: Mapping[str, str] = {},
) -> None:  # fmt: skip
    """Write the workbook to `target`. Units come in the roster's order, a unit's forms in the order organisation,
    secretary, members. `alike` is what the batch says nearly twice, `asked` what the office is asked, `audit` what people
    decided, `standing` whether what the summary says went out already, `checked` what people found of what is alike. Raises OSError where the target cannot be written."""
    import xlsxwriter

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    font = {"default_format_properties": {"font_name": FONT, "font_size": 10}}
    try:
        with xlsxwriter.Workbook(str(target), {**options, **font}) as book:
            book.use_zip64()  # a sheet of a million rows can pass 2 GB before it is packed
            book.set_properties({"title": f"{pack.title} 台账", "created": CREATED, "author": pack.office})
            sheets = Sheets(tuple(alike), tuple(asked), tuple(audit), standing, checked)
            _fill(book, results, status, pack, roster, sheets)
    except xlsxwriter.exceptions.FileCreateError as error:
        raise OSError(0, str(error)) from error


def _fill(
    book: Any, results: Path, status: Status, pack: Pack, roster: Roster, sheets: Sheets
) -> None:
    styles = make_styles(book)
    overview = book.add_worksheet(OVERVIEW)
    new_sheet = _sheets_in_order(book)
    tally, items = _stream(new_sheet, results, styles, pack, roster)
    totals = write_coverage(new_sheet, styles, pack, tally)
    submissions = write_submissions(new_sheet, styles, pack, status)
    if roster.people:
        write_members(new_sheet, styles, pack, status, roster)
    write_alike(new_sheet, styles, pack, sheets.alike, sheets.checked)
    if sheets.asked:
        write_questions(new_sheet, styles, pack, sheets.asked)
    write_decisions(new_sheet, styles, pack, sheets.audit)
    counted = Counted(totals, submissions.cells("报送内容"), submissions.cells("状态"), items)
    write_overview(book, overview, styles, pack, tally, status, counted, bool(roster), sheets.standing)
    overview.activate()


def _sheets_in_order(book: Any) -> NewSheet:
    return lambda name: book.add_worksheet(name)


def _stream(new_sheet: NewSheet, results: Path, styles: Styles, pack: Pack, roster: Roster) -> tuple[Tally, str]:
    """Both long sheets and the counts in one reading of the records; and the formula that counts the promises."""
    tally = Tally()
    promises, problems = Promises(new_sheet, styles, pack), Problems(new_sheet, styles, pack)
    with results.open("rb") as stream:
        for shelf, name in told_apart(shelve(results, roster), roster):
            for entry, record in records(stream, shelf.entries):
                if isinstance(record, FormRecord):
                    problems.add(entry, record, name)
                    standing = as_decided(record)
                    promises.add(entry, standing, name)
                    tally.add(entry, standing, name, set_aside=len(record.findings) - len(standing.findings))
    promises.finish()
    problems.finish()
    return tally, promises.counted()


