"""A whole year by the commands that a clerk uses: three units, forty forms, a resubmission, publication, four quarters with
late, empty and missing reports (one quarter's in Excel), two evaluation rounds and a satisfaction round, 限期整改, closing,
rollover; a unit gets another name, and the next year's forms go on from what was left. What the ledger holds in the end is set against a reckoning that knows nothing but the plan (`year_plan.py`)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline.ledger.book.history import MOVED
from pipeline.ledger.book.life import State
from pipeline.ledger.book.things import Item, Line
from pipeline.ledger.book.year import Entry, Notice, Publication, Report
from pipeline.ledger.store.ledger import open_ledger
from pipeline.ledger.store.past import past
from pipeline.rosters.book import read_roster
from tests.leaders.sheets import rows, table
from tests.year.hand import Told, fill_book, fill_report, run
from tests.year.year_plan import (
    EMPTY,
    HEADS,
    LATE,
    MISSING,
    PAPERS,
    UNITS,
    WINDOW,
    Paper,
    Promise,
    write_form,
    write_forms,
    write_notice,
    write_roster,
)

A, B, C = UNITS
NEW_NAME = "试丙服务中心支部"
EXCEL = 2
"""The quarter whose reports go out as Excel forms."""
ENDS = {1: "2012-03-31", 2: "2012-06-30", 3: "2012-09-30", 4: "2012-12-31"}


@dataclass
class Year:
    """The office: its folder, its clock, and what the ledger says of a promise."""

    root: Path
    patch: pytest.MonkeyPatch

    @property
    def out(self) -> Path:
        return self.root / "结果"

    def on(self, day: str) -> None:
        now = datetime.fromisoformat(f"{day}T10:00:00")
        self.patch.setattr("pipeline.clock.now", lambda: now)

    def does(self, *words: object, code: int = 0) -> Told:
        told = run(*words, "--out", self.out, "--by", "王试登")
        assert told.code == code, told.text
        return told

    def ledger(self, name: str, *words: object) -> Told:
        told = run("ledger", name, self.out, *words)
        assert told.code == 0, told.text
        return told

    def lines(self) -> list[Line]:
        with open_ledger(self.out) as ledger:
            return list(ledger.lines())

    def items(self) -> dict[tuple[str, str, str], Item]:
        return {(one.unit.name, one.person.name if one.person else "", bare(one.item.text)): one.item for one in self.lines()}


def bare(text: str) -> str:
    return text.strip().rstrip("。")


def key(paper: Paper, promise: Promise) -> tuple[str, str, str]:
    return paper.unit, "" if paper.kind == "org" else paper.name, promise.text


@pytest.fixture
def year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Year]:
    write_forms(tmp_path / "收件")
    write_roster(tmp_path / "名册.xlsx")
    write_notice(tmp_path / "通知")
    return Year(tmp_path, monkeypatch)


def test_a_year(year: Year) -> None:
    forms_come(year)
    all_is_approved_and_published(year)
    for quarter in (1, 2):
        reports(year, quarter)
    evaluations(year, "七一", "2012-06-28")
    put_right(year)
    for quarter in (3, 4):
        reports(year, quarter)
    evaluations(year, "年底", "2012-12-28")
    closing(year)
    reckoned(year)
    told_to_leaders(year)
    next_year(year)


def judge(year: Year) -> None:
    told = run("run", year.root / "收件", "--notice", year.root / "通知", "--roster", year.root / "名册.xlsx", "--out", year.out, "--received", "2012-02-22")
    assert told.code in (0, 1), told.text
    year.ledger("register")


def forms_come(year: Year) -> None:
    """Forty forms; the third unit's own goes back for its missing limit, and comes again with the same number in the ledger."""
    year.on("2012-02-22")
    judge(year)
    assert (len(PAPERS), len(year.lines())) == (40, sum(len(p.promises) for p in PAPERS))
    first = next(one.item for one in year.lines() if one.unit.name == C and one.person is None and one.item.n == 1)
    assert first.due is None
    year.on("2012-02-24")
    year.ledger("move", "退回修改", "--unit", C, "--kind", "党组织", "--note", "第一项没有写完成时限")
    refused = run("ledger", "move", year.out, "公示", first.id)
    assert refused.code == 1
    assert "不能直接改为" in refused.text
    paper = next(p for p in PAPERS if p.unit == C and p.kind == "org")
    write_form(year.root / "收件" / C / f"{C}承诺书（修改稿）.docx", paper, [p.text for p in paper.promises])
    year.on("2012-02-26")
    judge(year)
    assert "没有问题" in run("ledger", "questions", year.out).text  # with its limit written in it is plainly the same
    again = next(one.item for one in year.lines() if one.item.id == first.id)
    assert (again.due, again.state) == (date(2012, 6, 30), State.WAITING)
    assert len(year.lines()) == sum(len(p.promises) for p in PAPERS)


def all_is_approved_and_published(year: Year) -> None:
    """Two units hang for seven days; the second is first taken down too early, and stays up."""
    year.on("2012-02-28")
    year.ledger("move", "审定", "--from", "待审")
    year.on("2012-03-01")
    year.does("publish", "start", "--channel", "公开栏")
    year.on("2012-03-05")
    early = year.does("publish", "end", "--unit", B, code=1)
    assert "公示5天，通知要求不少于7天" in early.text
    assert {one.item.state for one in year.lines()} == {State.PUBLISHED}
    year.on("2012-03-07")
    year.does("publish", "end")
    assert {one.item.state for one in year.lines()} == {State.UNDER_WAY}


def reports(year: Year, quarter: int) -> None:
    """A quarter's sheets go out, are filled by the plan, and come back; the bulletin counts them."""
    opened = {1: "2012-03-10", 2: "2012-06-10", 3: "2012-09-05", 4: "2012-12-01"}[quarter]
    year.on(opened)
    suffix, fill = ("xlsx", fill_book) if quarter == EXCEL else ("docx", fill_report)
    year.does("report", "open", f"2012Q{quarter}", "--format", suffix)
    sheets = year.out / "文书" / "季度报告" / f"2012Q{quarter}"
    came, late = year.root / f"收到{quarter}", year.root / f"迟到{quarter}"
    items = year.items()
    for paper in PAPERS:
        sheet = sheets / (f"{paper.unit}.{suffix}" if paper.kind == "org" else f"{paper.unit}（{paper.name}）.{suffix}")
        if paper.kind == "member" or (paper.unit, quarter) == MISSING or not sheet.exists():
            continue
        answers = {items[key(paper, p)].id: answer(p, quarter) for p in paper.promises}
        blank = paper.kind == "org" and (paper.unit, quarter) == EMPTY
        fill(sheet, {} if blank else answers, (late if (paper.unit, quarter) == LATE else came) / sheet.name)
    year.on(ENDS[quarter].replace("-31", "-28").replace("-30", "-28"))
    year.does("report", "take", came, code=1 if quarter == 2 else 0)
    if late.exists():
        year.on("2012-04-06")
        year.does("report", "take", late)
    year.does("report", "bulletin", f"2012Q{quarter}", "--names")


def answer(promise: Promise, quarter: int) -> tuple[str, str, str, str]:
    if promise.done and promise.done <= quarter:
        return f"第{quarter}季度全部完成，已经验收", "", "是", ""
    return f"第{quarter}季度完成了{quarter}成", "安排专人负责，每周调度一次", "", "2012年12月20日"


def evaluations(year: Year, name: str, day: str) -> None:
    """All organisations get full votes, people none: those cannot be graded, and it says so. In spring also satisfaction."""
    year.on(day)
    for which in (name, "满意度") if name == "七一" else (name,):
        year.does("assess", "open", which)
        book = year.out / "文书" / "评议" / which / "评议结果录入.xlsx"
        work = load_workbook(book)
        for sheet in work.worksheets:
            for row in range(3, sheet.max_row + 1):
                if sheet.cell(row, 4).value in ("党组织", "窗口单位"):
                    votes = 12 if sheet.title in ("互评", "群众测评") else 1
                    sheet.cell(row, 6).value = votes
        work.save(book)
        year.does("assess", "take", which, book)
        told = year.does("assess", "result", which, code=0 if which == "满意度" else 1)
        assert told.text.count("　好") == (0 if which == "满意度" else 3)
        assert ("达标" in told.text) == (which == "满意度")
        assert told.text.count("无法定等") == (0 if which == "满意度" else 37)
    assert WINDOW in told.text or name != "七一"


def put_right(year: Year) -> None:
    """In July what is overdue goes red, exactly as the plan says; units get notices, and a limit of their own."""
    year.on("2012-07-10")
    told = year.does("due", "--notices", "--answer-by", "2012-07-20", code=1)
    expected = [(p, one) for p in PAPERS for one in p.promises if p.overdue(one, date(2012, 7, 10))]
    items = year.items()
    assert f"红 {len(expected)} 项" in told.text
    numbers = {items[key(p, one)].id for p, one in expected}
    assert {int(line.split("编号")[1].split("　")[0]) for line in told.text.splitlines() if line.strip().startswith("红")} == numbers
    year.on("2012-07-12")
    told = year.does("rectify", "--overdue", "--limit", "2012-09-30")
    assert f"转为限期整改 {len(expected)} 项" in told.text


def closing(year: Year) -> None:
    """Members' promises of two units are kept and closed by command; whatever is not kept is said to be so, and goes on."""
    year.on("2012-12-29")
    for unit in (A, B):
        year.ledger("move", "已兑现", "--unit", unit, "--kind", "党员", "--from", "践诺中", "--evidence", "结对记录本", "--done-on", "2012-12-15")
    year.ledger("move", "未兑现", "--from", "践诺中", "--note", "受条件限制没有做完，已向党员大会说明")
    overdue = [one.item.id for one in year.lines() if one.item.state is State.PUT_RIGHT]
    if overdue:
        year.ledger("move", "未兑现", *overdue, "--note", "整改期满没有完成，已向党员大会说明")
    year.ledger(
        "move", "销号", "--from", "已兑现", "--evidence-day", "2012-12-28", "--evidence-file", "佐证卷一", "--reviewer", "李试核"
    )
    year.does("rollover")


def reckoned(year: Year) -> None:
    """The ledger beside what the plan alone says."""
    state, why = {}, Counter[str]()
    for paper in PAPERS:
        for promise in paper.promises:
            state[key(paper, promise)] = State.CLOSED if promise.done else State.CARRIED
            why[state[key(paper, promise)].value] += 1
    found = {which: item.state for which, item in year.items().items()}
    assert found == state
    assert why["销号"] + why["转入下年"] == len(year.lines())
    with open_ledger(year.out) as ledger:
        quarters = Counter(report.quarter for report in ledger.all(Report))
        received = Counter(report.quarter for report in ledger.all(Report) if report.received)
        late = [report for report in ledger.all(Report) if report.received and report.received > report.due]
        texts = {(entry.report, entry.item) for entry in ledger.all(Entry)}
        assert quarters["2012Q1"] == quarters["2012Q2"] == 6
        assert received == Counter({"2012Q1": 6, "2012Q2": 6, "2012Q3": quarters["2012Q3"] - 2, "2012Q4": quarters["2012Q4"]})
        assert {report.quarter for report in late} == {"2012Q1"}
        assert len(late) == 2
        assert len(texts) == len(ledger.all(Entry))
        assert {(p.ended or date.max) - p.start for p in ledger.all(Publication)} == {date(2012, 3, 7) - date(2012, 3, 1)}
        put = {number for notice in ledger.all(Notice) if notice.kind == "限期整改通知" for number in notice.items}
        assert put == {year.items()[key(p, one)].id for p in PAPERS for one in p.promises if p.overdue(one, date(2012, 7, 10))}
        now = {item.id: item for item in ledger.all(Item)}
        assert {item.id: item for item in past(ledger.store).all(Item)} == now
        before = past(ledger.store, date(2012, 3, 6))
        assert {item.state for item in before.all(Item) if item.same_as is None} == {State.PUBLISHED}
        walked = {change.after["state"] for item in now for change in ledger.history("item", item) if change.what == MOVED}
    assert walked == {s.value for s in State} - {State.DROPPED.value}
    opened = read_roster(year.out / "文书" / "上年未完成事项.xlsx").roster.left_open
    assert Counter(bare(one.text) for one in opened) == Counter(text for (_, _, text), s in state.items() if s is State.CARRIED)
    assert sum(name in HEADS.values() for _, name, _ in state) == 6


def told_to_leaders(year: Year) -> None:
    """The leaders' page, by the roster's category, beside the plan: who handed in, what was closed, the quarters' reports."""
    year.ledger("summary", "--group-by", "类别")
    page = load_workbook(year.out / "领导用汇总.xlsx", data_only=True)["汇总"]
    heads, lines = table(page, "二、")
    found = {line[1]: dict(zip(heads, line, strict=True)) for line in lines}
    assert set(found) == {category for category, _ in UNITS.values()} | {"合计"}
    for unit, (category, _) in UNITS.items():
        papers = [paper for paper in PAPERS if paper.unit == unit]
        promises = [promise for paper in papers for promise in paper.promises]
        line, closed = found[category], sum(promise.done > 0 for promise in promises)
        assert (line["已报"], line["未报"]) == (len(papers), 0)
        assert (line["事项"], line["销号"], line["转入下年"]) == (len(promises), closed, len(promises) - closed)
        assert line["兑现率"] == pytest.approx(closed / len(promises))
    quarters = {row[10]: row for row in rows(page) if str(row[10])[1:] == "季度"}
    assert [quarters[q][12:15] for q in ("一季度", "二季度")] == [[6, 4, 2], [6, 6, 0]]
    assert quarters["三季度"][15] == 2


def next_year(year: Year) -> None:
    """The third unit has another name by now. Of what was carried over one promise of a unit and one of a member are listed
    again, one of a member is not: that one is looked for, the others are linked, and last year stays as it was."""
    year.on("2013-02-20")
    told = run("ledger", "unit", "rename", C, NEW_NAME, "--note", "校发1号", "--out", year.out)
    assert told.code == 0, told.text
    again, gone = [p for p in PAPERS if p.unit == C and p.kind == "member"][:2]
    (left,) = [p for p in PAPERS if p.unit == A and p.kind == "org"]
    (open_one,) = [promise for promise in left.promises if not promise.done]
    home = year.root / "收件2013"
    texts = [open_one.text.replace("2012", "2013"), "2013年6月30日前维修实验台12张"]
    write_form(home / A / "甲.docx", left, texts, 2013)
    write_form(home / NEW_NAME / "一.docx", replace(again, unit=NEW_NAME), [again.promises[0].text.replace("2012", "2013")], 2013)
    write_form(home / NEW_NAME / "二.docx", replace(gone, unit=NEW_NAME), ["2013年5月31日前为学生修理电脑5台"], 2013)
    notice, roster = year.root / "通知2013", year.root / "名册2013.xlsx"
    notice.mkdir()
    (notice / "pack.yaml").write_text("id: nian-2013\nextends: csust-2012\ntitle: 2013年度试验通知\nyear: 2013\nshingles: ''\n", "utf-8")
    book = load_workbook(year.root / "名册.xlsx")
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                cell.value = NEW_NAME if cell.value == C else cell.value
    book.save(roster)
    was = {key: (item.id, item.state) for key, item in year.items().items()}
    told = run("run", home, "--notice", notice, "--roster", roster, "--out", year.out, "--received", "2013-02-22")
    assert told.code in (0, 1), told.text
    records = map(json.loads, (year.out / "results.jsonl").read_text("utf-8").splitlines())
    asked = {record["file"]: [f["message"] for f in record["findings"] if f["code"] == "B06"] for record in records}
    assert {Path(file).name for file, found in asked.items() if found} == {"二.docx"}
    year.ledger("register")
    numbers = {(unit.replace(NEW_NAME, C), name, text): number for (unit, name, text), (number, _) in was.items()}
    expected = {numbers[key(left, open_one)], numbers[key(again, again.promises[0])]}
    new = [line for line in year.lines() if line.form.year == 2013]
    assert {line.item.origin for line in new} - {None} == expected
    assert len(new) == 4, [(one.unit.name, one.item.text) for one in new]
    now = {one.item.id: one.item.state for one in year.lines() if one.form.year == 2012}
    assert now == dict(was.values())
    number = numbers[key(again, again.promises[0])]
    assert f"2013年度  编号 {next(one.item.id for one in new if one.item.origin == number)}" in run("ledger", "history", number, "--out", year.out).text
    before = run("ledger", "show", "--on", "2012-12-30", "--unit", C, "--out", year.out).text
    assert before.startswith(f"{C}：")
    assert NEW_NAME not in before
    assert run("ledger", "show", "--unit", C, "--year", 2012, "--out", year.out).text.startswith(f"{NEW_NAME}：")
