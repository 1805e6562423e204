"""An office made by chance: a roster with columns of its own, results, a ledger whose items went through a year. What was
made is told beside it, so that a reckoning needs neither the program's counts nor its status."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from handmade.forms import gold, make
from openpyxl import Workbook

from pipeline.ledger.book.history import Who
from pipeline.ledger.book.life import FIELD, MOVES, Need, State
from pipeline.ledger.book.things import Form, Item, Person, Unit
from pipeline.ledger.register.run import register
from pipeline.ledger.store.ledger import Ledger, open_ledger
from pipeline.records import DecisionRecord, FormRecord, to_line
from pipeline.rosters.book import read_roster
from pipeline.rosters.roster import Roster
from rules.packs import load_pack

HEADS = ("党组织名称", "所属总支", "类别", "级别", "片区", "书记", "报送本级", "免报原因")
BRANCHES = ("甲试总支", "乙试总支", "丙试总支", "丁试总支")
CATEGORIES = ("院部", "机关", "教辅后勤", "")
LEVELS = ("一级", "二级")
AREAS = ("东区", "西区", "", "A*", "?区", "1", "01", ">3", "东")
"""A column of the office's own; some values are what formulas take for patterns, numbers or comparisons."""
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈褚卫", "一二三四五六七八九十"
HAND_IN, EARLY, LATE = date(2012, 3, 15), date(2012, 3, 12), date(2012, 3, 19)
ROUNDS = [date(2012, 3, 20) + timedelta(days=23 * n) for n in range(12)]
QUARTERS = {"2012Q1": date(2012, 3, 31), "2012Q2": date(2012, 6, 30), "2012Q3": date(2012, 9, 30), "2012Q4": date(2012, 12, 31)}


@dataclass
class Member:
    name: str
    post: str
    came: str


@dataclass
class Branch:
    """A unit of the roster: its columns, how its own form came, its members."""

    name: str
    columns: dict[str, str]
    came: str
    members: list[Member]


@dataclass
class Office:
    """The folder of results, and the truth about it. `walked` are the moves of each item: day and state."""

    root: Path
    roster: Path
    branches: list[Branch]
    records: list[FormRecord]
    walked: dict[int, list[tuple[date, State]]] = field(default_factory=dict)
    reports: list[tuple[str, int, date, date | None]] = field(default_factory=list)

    def due(self) -> Iterator[tuple[Branch, Member | None, str]]:
        for branch in self.branches:
            if branch.came != "免报":
                yield branch, None, branch.came
            yield from ((branch, one, one.came) for one in branch.members)


def make_office(root: Path, *, units: int, members: int, seed: int, notice: str = "csust-2012") -> Office:
    """Make it all. Of each unit's forms some come in time, some late, some not at all."""
    rng = random.Random(seed)
    branches = [_branch(rng, n, members) for n in range(units)]
    out = root / "结果"
    (out / ".chengnuo").mkdir(parents=True)
    office = Office(out, root / "名册.xlsx", branches, [])
    _write_roster(office)
    told = {"inbox": str(root), "notice": notice, "roster": str(office.roster), "out": str(out), "received": None, "signed_copies": False, "due": None}
    (out / ".chengnuo" / "job.json").write_text(json.dumps(told), "utf-8")
    roster = read_roster(office.roster).roster
    _write_results(office, roster, rng)
    with open_ledger(out) as ledger:
        register(ledger, out / "results.jsonl", roster, load_pack(notice).year, _who(date(2012, 3, 18)))
        _walk(office, ledger, rng)
        _report(office, ledger, rng)
    return office


def things(ledger: Ledger) -> Iterator[tuple[Unit, Person | None, Form, Item]]:
    """Every item with whose it is, put together by hand."""
    units, people, forms = ({one.id: one for one in ledger.all(kind)} for kind in (Unit, Person, Form))
    for item in ledger.all(Item):
        form = forms[item.form]
        yield units[form.unit], people[form.person] if form.person else None, form, item


def _who(day: date) -> Who:
    return Who("王试登", "命令", datetime(day.year, day.month, day.day, 9))


def _branch(rng: random.Random, n: int, members: int) -> Branch:
    columns = {"所属总支": BRANCHES[n % len(BRANCHES)], "类别": rng.choice(CATEGORIES), "级别": rng.choice(LEVELS), "片区": rng.choice(AREAS)}
    came = rng.choices(("已报", "迟报", "未报", "免报"), (6, 2, 2, 1))[0]
    people = [
        Member(f"{SURNAMES[k % 12]}样{GIVEN[k // 12 % 10]}{GIVEN[n % 10]}", rng.choice(("教师", "学生", "")), rng.choices(("已报", "迟报", "未报"), (6, 1, 2))[0])
        for k in range(members)
    ]
    return Branch(f"第{n + 1}试支部", columns, came, people)


def _write_roster(office: Office) -> None:
    book = Workbook()
    units, people, receipts = book.active, book.create_sheet("党员"), book.create_sheet("收件登记")
    units.title = "党组织"
    units.append(HEADS)
    people.append(("姓名", "所在党支部", "人员类别", "报送本级"))
    receipts.append(("文件名", "收到日期"))
    for branch in office.branches:
        own = [branch.columns[name] for name in HEADS[1:5]]
        units.append([branch.name, *own, "", "是", "经批准免报" if branch.came == "免报" else ""])
        for one in branch.members:
            people.append([one.name, branch.name, one.post, "是"])
    book.save(office.roster)


def _write_results(office: Office, roster: Roster, rng: random.Random) -> None:
    kinds = {kind: [form for form in gold() if form["kind"] == kind] for kind in ("org", "member")}
    for branch, member, came in office.due():
        if came == "未报":
            continue
        unit = roster.unit(branch.name)
        assert unit is not None
        kind, who = ("member", member.name) if member else ("org", branch.name)
        made = make(rng.choice(kinds[kind]), unit=branch.name, unit_id=unit.roster_id, file=f"{branch.name}/{who}.docx", received=EARLY if came == "已报" else LATE)
        update: dict[str, Any] = {"person": member.name if member else None, "findings": tuple(_decided(f, rng) for f in made.record.findings)}
        office.records.append(made.record.model_copy(update=update))
    lines = "".join(to_line(record) + "\n" for record in office.records)
    (office.root / "results.jsonl").write_text(lines, "utf-8", newline="\n")


def _decided(finding: Any, rng: random.Random) -> Any:
    """Some findings a person dismissed."""
    if rng.random() > 0.1:
        return finding
    decision = DecisionRecord(state="dismissed", scope="item", reason="已核对", words=None, by="王试登", on=date(2012, 3, 17))
    return finding.model_copy(update={"decision": decision})


def _walk(office: Office, ledger: Ledger, rng: random.Random) -> None:
    """Twelve rounds of legal moves; some are entered later than they came about."""
    office.walked = {item.id: [(date(2012, 3, 18), State.WAITING)] for item in ledger.all(Item)}
    for day in ROUNDS:
        with ledger.act(_who(day), "办理") as act:
            for number, steps in office.walked.items():
                if rng.random() < 0.6:
                    _step(act, number, steps, day, rng)


def _step(act: Any, number: int, steps: list[tuple[date, State]], day: date, rng: random.Random) -> None:
    forward = [m for m in MOVES if m.frm is steps[-1][1] and (m.to is not State.DROPPED or rng.random() < 0.1)]
    if not forward:
        return
    move = rng.choices(forward, [1 if Need.NOTE in m.needs else 5 for m in forward])[0]
    values = {FIELD[need]: _said(need, day, rng) for need in move.needs if need is not Need.NOTE}
    came = day - timedelta(days=rng.choice((0, 0, 0, 12)))
    act.move(number, move.to, "照办", values, day=came)
    steps.append((came, move.to))


def _said(need: Need, day: date, rng: random.Random) -> Any:
    if need in (Need.DUE, Need.RECTIFY_BY):
        return day + timedelta(days=rng.randrange(10, 120))
    return day if need is Need.EVIDENCE_DAY else "有照片"


def _report(office: Office, ledger: Ledger, rng: random.Random) -> None:
    forms = [form.id for form in ledger.all(Form) if form.kind == "org"]
    with ledger.act(_who(date(2012, 3, 25)), "发表") as act:
        for quarter, due in QUARTERS.items():
            for form in forms:
                received = rng.choice((due - timedelta(days=2), due + timedelta(days=9), None))
                act.add("report", {"quarter": quarter, "form": form, "opened": date(2012, 3, 25), "due": due, "received": received})
                office.reports.append((quarter, form, due, received))
