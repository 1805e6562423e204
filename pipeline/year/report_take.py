"""Taking reports back: each file is read like any form, set to the report that it answers, looked at and registered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from extractors.errors import DocumentError
from extractors.model import Document
from extractors.reading import read
from pipeline.intake import collect
from pipeline.ledger.book.life import Illegal, State
from pipeline.ledger.book.things import Item, Line
from pipeline.ledger.book.year import Report
from pipeline.ledger.review.which_books import OLD_FORMATS
from pipeline.ledger.store.acts import Act
from pipeline.ledger.store.ledger import Which
from pipeline.ledger.store.snapshot import Snapshot
from pipeline.rosters.values import day_of
from pipeline.submission import Submission
from pipeline.wording import chinese_day, tidy
from pipeline.year.entries import Looked, Told, look
from pipeline.year.filled import filled_rows, lacks, matched, says_anything
from pipeline.year.office import Office
from pipeline.year.owners import Owner, owners
from pipeline.year.quarter import Quarter
from pipeline.year.report_book import YES, is_book, read_form
from pipeline.year.report_doubts import doubts
from pipeline.year.report_open import HEADINGS

KEY, PROGRESS = "承诺事项", "本季度进展情况"
AS_BOOK = "请用 Excel 或 WPS 打开，另存为 .xlsx 后重新报送。"
UNPACKED = Path(".chengnuo") / "季度报告"
_CODE = re.compile(r"(20\d\dQ[1-4])-([a-z0-9]{6})-(\d+)")
REPORTS_DONE = (State.UNDER_WAY, State.PUT_RIGHT)
REVIEWED = (State.KEPT, State.CLOSED)
"""States in which nothing is left to be reported: a late 是 must not take back what was closed."""


@dataclass(slots=True)
class Taken:
    """What came of a folder. `bad` pairs a file with the reason why it was not registered, `unplaced` a file with rows that
    belong to no item, `doubts` a file with what somebody has to look at, `kept` are items that were reported as done and wait for review."""

    registered: list[tuple[str, Owner, list[Looked]]] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    bad: list[tuple[str, str]] = field(default_factory=list)
    unplaced: list[tuple[str, str]] = field(default_factory=list)
    doubts: list[tuple[str, str]] = field(default_factory=list)
    kept: list[int] = field(default_factory=list)
    not_kept: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Answer:
    """A file with the report that it answers."""

    source: Submission
    report: Report
    document: Document


def take(office: Office, folder: Path, received: date | None = None) -> Taken:
    """Register the reports in a folder (archives are opened) as received on that day. A file that cannot be read or set to
    a report is told and left; the others go on. Raises FileNotFoundError, StoreError."""
    found = collect(folder, office.out.root / UNPACKED)
    taken = Taken(bad=[(one.file, one.message + one.next_step) for one in found.refused])
    reports = {r.id: r for r in office.ledger.all(Report)}
    came: dict[int, str] = {}
    for source in found.submissions:
        answer = _answer(office, source, reports, taken)
        if answer:
            if first := came.setdefault(answer.report.id, source.name):
                _twice(first, source.name, taken)
            _register(office, answer, received or office.today, taken)
            reports[answer.report.id] = office.ledger.get(Report, answer.report.id) or answer.report
    return taken


def _twice(first: str, name: str, taken: Taken) -> None:
    if first != name:
        taken.doubts.append((name, f"与“{first}”是同一份报告，内容不同；按后读的“{name}”登记。请核对，只留正确的一份再收一次。"))


def _answer(office: Office, source: Submission, reports: dict[int, Report], taken: Taken) -> _Answer | None:
    try:
        document = _document(source, taken)
    except DocumentError as error:
        taken.bad.append((source.name, error.message + (AS_BOOK if source.path.suffix.lower() in OLD_FORMATS else error.next_step)))
        return None
    code = next((found for line in document.text.splitlines() if (found := _CODE.search(tidy(line)))), None)
    if code and code[2] != office.ledger.tag():
        taken.bad.append((source.name, "报告编号不是本台账的，可能是其他单位或以前的表。请核对。"))
        return None
    report = reports.get(int(code[3])) if code else _by_name(office, document, reports)
    if report is None or (code and report.quarter != code[1]):
        taken.bad.append((source.name, "看不出是哪个单位、哪个季度的报告（表头的报告编号不见了）。请核对，或在程序生成的表上重填。"))
        return None
    if report.sha256 == source.sha256:
        taken.again.append(source.name)
        return None
    return _Answer(source, report, document)


def _document(source: Submission, taken: Taken) -> Document:
    if not is_book(source.path):
        return read(source.path)
    opened = read_form(source.path, HEADINGS, KEY)
    taken.unplaced += [(source.name, odd) for odd in opened.odd]
    return opened.document


def _by_name(office: Office, document: Document, reports: dict[int, Report]) -> Report | None:
    """The one report whose quarter and owner the sheet names; a sheet that was typed anew has no code."""
    text = tidy(document.text)
    whose = {o.form.id: o for o in owners(office.ledger.lines(Which(year=office.year)))}
    named = {n for n, o in whose.items() if f"单位：{o.unit.name}报告人" in text and (not o.personal or f"报告人：{o.name}" in text)}
    fitting = [r for r in reports.values() if r.form in named and Quarter.of(r.quarter).words in text]
    chosen = [r for r in fitting if whose[r.form].personal] or fitting
    return chosen[0] if len(chosen) == 1 else None


def _register(office: Office, answer: _Answer, received: date, taken: Taken) -> None:
    report, quarter = answer.report, Quarter.of(answer.report.quarter)
    lines = list(office.ledger.lines(Which(forms=[report.form])))
    if why := lacks(answer.document, KEY, PROGRESS):
        taken.bad.append((answer.source.name, why))
        return
    told = _told(answer, lines, taken)
    if not told:
        taken.bad.append((answer.source.name, "没有找到报告表的各行（承诺事项、本季度进展情况等栏）。请在程序生成的表上填写后重新报送。"))
        return
    with office.ledger.store.reading() as connection:
        snapshot = Snapshot(connection)
        mine = {row["item"]: row for row in snapshot.rows("entry", report=report.id)}
        earlier = _earlier(snapshot, report, quarter)
    looked = look(told, earlier, quarter, office.pack.reports.alike)
    with office.ledger.act(office.who(answer.source.name), f"{quarter.words}报告") as act:
        first = report.received or received
        act.change("report", report.id, {"received": first, "file": answer.source.name, "sha256": answer.source.sha256})
        for one in looked:
            _enter(act, report, one, mine.get(one.told.item, {}).get("id"))
            _progress(act, one, quarter, received, {line.item.id: line.item for line in lines}, taken)
            _reversed(one, mine.get(one.told.item), answer, lines, taken)
    taken.registered.append((answer.source.name, owners(lines)[0], looked))


def _told(answer: _Answer, lines: Sequence[Line], taken: Taken) -> list[Told]:
    texts = {line.item.id: line.item.text for line in lines}
    found: dict[int, Told] = {}
    rows = list(filled_rows(answer.document, HEADINGS, KEY))
    for row in rows:
        if not says_anything(row, KEY):
            continue
        number = matched(row, KEY, texts)
        if number is None or number in found:
            what = row.get(KEY) or row.get("编号") or "；".join(filter(None, map(str.strip, row.cells.values())))
            taken.unplaced.append((answer.source.name, f"对不上台账里的事项：{what}"))
            continue
        found[number] = Told(number, row.get(PROGRESS), row.get("具体措施"), _limit(row.get("下步完成时限")), row.get("是否完成"))
    if found:
        taken.doubts += ((answer.source.name, doubt) for doubt in doubts(rows, found, lines, answer.report.opened))
    return list(found.values())


def _limit(said: str) -> str:
    """A day that lost its format in Excel (41136) as people say it."""
    day = day_of(said) if said.isdigit() else None
    return chinese_day(day) if day else said


def _earlier(snapshot: Snapshot, report: Report, quarter: Quarter) -> dict[int, str]:
    """What was said of each item in the quarter before."""
    before = [row["id"] for row in snapshot.rows("report", form=report.form, quarter=str(quarter.before))]
    return {row["item"]: row["progress"] for row in snapshot.rows("entry", report=before)} if before else {}


def _proof(item: Item, told: Told, received: date) -> dict[str, object]:
    """What shows that it was kept: the report's words behind those that people put there; a day that they wrote since its last
    move is nearer than that of the report."""
    written = item.done_on and item.done_on >= item.since
    return {"evidence": "\n".join(dict.fromkeys(filter(None, (item.evidence, told.progress)))), "done_on": item.done_on if written else received}


def _reversed(one: Looked, before: Mapping[str, Any] | None, answer: _Answer, lines: Iterable[Line], taken: Taken) -> None:
    """What was reported as done and no longer is: the state is for a person to change."""
    kept = any(line.item.id == one.told.item and line.item.state is State.KEPT for line in lines)
    if kept and before is not None and before["done"] == YES and one.told.says_open:
        number = one.told.item
        taken.doubts.append((answer.source.name, f"编号{number}以前报过完成、已转为“{State.KEPT}”，这次填“{tidy(one.told.done)}”，状态没有改。"
                             f"确实没有完成的，请用 chengnuo ledger move {State.UNDER_WAY} {number} --note 改回。"))  # fmt: skip


def _enter(act: Act, report: Report, one: Looked, known: int | None) -> None:
    told = one.told
    values = {
        "progress": told.progress, "measures": told.measures, "limit_words": told.limit, "limit_day": one.limit,
        "done": "是" if told.says_done else tidy(told.done)[:4], "flags": "、".join(one.flags),
    }  # fmt: skip
    if known:
        act.change("entry", known, values)
    else:
        act.add("entry", {"report": report.id, "item": told.item, **values})


def _progress(act: Act, one: Looked, quarter: Quarter, received: date, items: dict[int, Item], taken: Taken) -> None:
    """What a report says becomes the item's progress; 是 is a report of being kept, which somebody has yet to review."""
    told, item = one.told, items[one.told.item]
    if not told.says_something:
        return
    if item.progress_on is None or received >= item.progress_on:
        act.change("item", item.id, {"progress": told.progress, "progress_on": received})
    if told.says_done and _goes_on(item, quarter):
        taken.not_kept.append((item.id, f"是{item.due_words}的事项，年度没有结束，没有转为“已兑现”"))
    elif told.says_done and item.state in REPORTS_DONE:
        act.move(item.id, State.KEPT, f"{quarter.words}报告", _proof(item, told, received))
        taken.kept.append(item.id)
    elif told.says_done and item.state not in REVIEWED:
        try:
            act.move(item.id, State.KEPT, f"{quarter.words}报告", {"evidence": told.progress})
        except Illegal as error:
            taken.not_kept.append((item.id, str(error)))


def _goes_on(item: Item, quarter: Quarter) -> bool:
    """Whether a promise is kept over and over (每季度, 长期坚持): 是 then speaks of the quarter, before the last one of the year."""
    return item.due is None and item.due_words.startswith(("每", "长期", "当日")) and quarter.n < 4
