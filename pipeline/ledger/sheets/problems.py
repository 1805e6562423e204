"""Sheet 问题清单: a row for each finding, with a place for the clerk's decision."""

from __future__ import annotations

from pipeline.by_unit import Entry
from pipeline.decisions.keys import finding_key, sealed
from pipeline.decisions.model import REACH_WORDS, STATE_WORDS
from pipeline.decisions.typed import shown
from pipeline.ledger.page import Column, NewSheet, Table
from pipeline.ledger.styles import Styles
from pipeline.records import FindingRecord, FormRecord
from pipeline.wording import VERDICT, WEIGHT, clause_number, place
from rules.packs import Pack

NAME = "问题清单"
DECISIONS = tuple(STATE_WORDS.values())
REACHES = tuple(REACH_WORDS.values())
ASKED = (
    ("复核意见", DECISIONS, "请从下拉框中选择。不采纳的请在复核说明中写明理由；改写的在复核说明中写上要对支部说的话。"),
    ("适用范围", REACHES, "不选即为本项。本单位：这条规则在本单位都按此办理；本规则：在本通知下都按此办理。"),
)
COLUMNS = (
    Column("序号", 6, "number"),
    Column("单位", 17),
    Column("姓名", 8, "center"),
    Column("文件", 18),
    Column("位置", 10, "center"),
    Column("代码", 7, "center"),
    Column("结论", 9, "center"),
    Column("程度", 9, "center"),
    Column("证据", 22),
    Column("依据条款", 11, "center"),
    Column("问题", 30),
    Column("建议", 30),
    Column("复核意见", 10, "entry"),
    Column("复核说明", 18, "entry"),
    Column("适用范围", 9, "entry"),
    Column("form_id", 18, hidden=True),
    Column("item_id", 18, hidden=True),
    Column("code", 8, hidden=True),
    Column("finding_key", 22, hidden=True),
    Column("原复核意见", 18, hidden=True),
)


class Problems:
    """Writes the sheet form by form."""

    def __init__(self, new_sheet: NewSheet, styles: Styles, pack: Pack) -> None:
        self._pack, self._styles = pack, styles
        self._table = Table(new_sheet, NAME, COLUMNS, styles, pack.title, frozen=3)

    def add(self, entry: Entry, record: FormRecord, unit: str) -> None:
        """The findings of one form; those of a draft that was replaced are left out, as nobody will mend it."""
        if not entry.newest:
            return
        for finding in sorted(record.findings, key=lambda f: _weight(record, f)):
            self._add(record, finding, unit)

    def finish(self) -> None:
        """No more forms come: lay the drop-downs and colours over the rows."""
        self._table.finish()
        weight, verdict = (self._table.column(t) for t in ("程度", "结论"))
        for sheet, last in self._table.sheets:
            if last < 1:
                continue
            for title, choices, hint in ASKED:
                column = self._table.column(title)
                sheet.data_validation(1, column, last, column, {
                    "validate": "list", "source": list(choices), "ignore_blank": True,
                    "input_title": title, "input_message": hint,
                    "error_title": title, "error_message": "请从下拉框中选择：" + "、".join(choices),
                })  # fmt: skip
            for column, word, style in (
                (weight, "必须修改", self._styles.red), (weight, "提示", self._styles.grey),
                (verdict, VERDICT["unknown"], self._styles.grey),
            ):  # fmt: skip
                rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": style}
                sheet.conditional_format(1, column, last, column, rule)

    def _add(self, record: FormRecord, f: FindingRecord, unit: str) -> None:
        unknown, typed = f.verdict == "unknown", shown(f.decision)
        self._table.add((
            self._table.rows + 1, unit, record.person or "", record.file, place(record, f), f.code,
            VERDICT[f.verdict], "由我办核对" if unknown else f.severity, f.evidence, clause_number(f, self._pack),
            f.message, f.suggestion, typed.word, typed.text, typed.reach,
            record.form_id, f.item_id or "", f.code, sealed(finding_key(record, f)), typed.mark,
        ))  # fmt: skip


def _weight(record: FormRecord, finding: FindingRecord) -> tuple[bool, int, str, int]:
    item = next((item.n for item in record.items if item.item_id == finding.item_id), 0)
    return finding.verdict == "unknown", WEIGHT[finding.severity], finding.code, item
