"""Rows of the roster workbook → the office's facts, each with what looked wrong in it, by cell."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from pipeline.roster import CompanionLine, OpenLine, Receipt, plain
from pipeline.roster_pages import Row
from rules.facts import PersonFacts, UnitFacts

YES = {"是", "√", "✓", "y", "yes", "1", "true", "有", "需", "应报"}
NO = {"否", "×", "n", "no", "0", "false", "无", "不", "不报"}
LEADER_POSTS = re.compile(r"书记|院长|处长|部长|主任|馆长|校长|所长|局长|科长|经理")
SUMS = re.compile(r"^(合计|总计|小计|共计|填表人|制表|审核人|注[:：]|说明[:：])")
MOST_PROBLEMS = 500
LONGEST_SHOWN = 30
FAR = 1
"""Years: one notice's forms come within some months, which may lie on either side of New Year."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row seen through its sheet's columns."""

    sheet: str
    row: Row
    columns: Mapping[str, int]

    def raw(self, key: str) -> object:
        """The value under a use; None where the sheet has no such column."""
        at = self.columns.get(key)
        return self.row.values[at] if at is not None and at < len(self.row.values) else None

    def text(self, key: str) -> str:
        """The same as text."""
        return text_of(self.raw(key))

    def where(self, key: str) -> str:
        """The cell as people look it up: 党组织!F6（第6行）."""
        at = self.columns.get(key)
        cell = self.row.cell(at) if at is not None else ""
        return f"{self.sheet}!{cell}（第{self.row.number}行）" if cell else f"{self.sheet}!第{self.row.number}行"


@dataclass(slots=True)
class Lists:
    """What was read so far. `seen` counts people of one name in one branch, `rows` the rows of each kind of sheet."""

    units: list[UnitFacts] = field(default_factory=list)
    people: list[PersonFacts] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    left_open: list[OpenLine] = field(default_factory=list)
    companions: list[CompanionLine] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)
    known: dict[str, str] = field(default_factory=dict)
    said_due: set[str] = field(default_factory=set)

    def take(self, kind: str, line: Line) -> str:
        """Add one row of a sheet of that kind; the roster's id of the unit or person that it added, else ""."""
        takes: dict[str, Callable[[Line], str | None]] = {
            "党组织名册": self._unit, "党员名册": self._person, "收件登记": self._receipt,
            "上年未完成事项": self._open, "配套材料": self._companion,
        }  # fmt: skip
        return takes[kind](line) or ""

    def wrong(self, text: str) -> None:
        """Remember what looked wrong."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(text)

    def _unit(self, line: Line) -> str | None:
        name, parent = line.text("name"), line.text("parent")
        if not name:
            self.wrong(f"{line.where('name')}：党组织名称为空，已跳过。")
            return None
        roster_id = _id("u", parent, name)
        if roster_id in self.known:
            self.wrong(f"{line.where('name')}：“{name}”与第{self.known[roster_id]}行重复，已跳过。")
            return None
        self.known[roster_id] = str(line.row.number)
        self.units.append(
            UnitFacts(
                roster_id=roster_id,
                name=name,
                parent=parent,
                level=line.text("level"),
                category=line.text("category"),
                secretary=line.text("secretary"),
                member_count=self._number(line, "member_count", "党员人数"),
                window=self._yes(line, "window", default=False),
                contact=line.text("contact"),
                due_here=self._yes(line, "due_here", default=True),
                exempt=_reason(line.text("exempt")),
            )
        )
        return roster_id

    def _person(self, line: Line) -> str | None:
        name, branch = line.text("name"), line.text("branch")
        if not name:
            self.wrong(f"{line.where('name')}：姓名为空，已跳过。")
            return None
        post, category = line.text("post"), line.text("category")
        same = self.seen[name, branch]
        self.seen[name, branch] += 1
        if same:
            self.wrong(f"{line.where('name')}：“{branch}”里“{name}”出现不止一次。确是重名的，请在姓名后注明区别。")
        roster_id = _id("p", branch, name, str(same) if same else "")
        if line.text("due_here").casefold() in YES | NO and line.text("due_here"):
            self.said_due.add(roster_id)
        self.people.append(
            PersonFacts(
                roster_id=roster_id,
                name=name,
                branch=branch,
                post=post,
                category=category,
                leader=self._yes(line, "leader", default=bool(LEADER_POSTS.search(post))),
                due_here=self._yes(line, "due_here", default=True),
                oral="口头" in line.text("oral") or line.text("oral") in YES,
                oral_note=line.text("oral_note"),
                exempt=_reason(line.text("exempt")),
                applicant=yes(line.raw("applicant"), default=False) or "积极分子" in category,
                head_of="" if line.text("head").casefold() in NO else line.text("head"),
            )
        )
        return roster_id

    def _receipt(self, line: Line) -> None:
        key = line.text("key") or line.text("unit") + line.text("person")
        day = self._day(line)
        if key:
            self.receipts.append(Receipt(key, day, self._yes(line, "signed", default=False), self._paper(line)))
        else:
            self.wrong(f"{line.where('day')}：文件名、单位、姓名都为空，已跳过。")

    def _paper(self, line: Line) -> int | None:
        """A number; 无 is none, while 有 says of copies only that some came."""
        text = line.text("paper").casefold()
        words = not text.isdigit()
        return 0 if words and text in NO else None if words and text in YES else self._number(line, "paper", "纸质份数")

    def _open(self, line: Line) -> None:
        if line.text("text"):
            explained = "" if line.text("explained") in NO else line.text("explained")
            self.left_open.append(OpenLine(line.text("unit"), line.text("person"), line.text("text"), explained))

    def _companion(self, line: Line) -> None:
        if not line.text("unit") or not line.text("material"):
            self.wrong(f"{line.where('unit')}：单位或材料名称为空，已跳过。")
            return
        exempt = _reason(line.text("exempt"))
        self.companions.append(CompanionLine(line.text("unit"), line.text("material"), self._day(line), line.text("file"), exempt))

    def _day(self, line: Line) -> date | None:
        raw = line.raw("day")
        day = day_of(raw)
        if raw not in (None, "") and day is None:
            self.wrong(f"{line.where('day')}：收到日期“{shown(raw)}”认不出，请写成 2012-03-14 的样子。")
        return day

    def _number(self, line: Line, key: str, label: str) -> int | None:
        text = line.text(key)
        found = re.fullmatch(r"(\d{1,9})(?:\.0)?[人名份]?", unicodedata.normalize("NFKC", text))
        if text and not found:
            self.wrong(f"{line.where(key)}：{label}“{shown(text)}”不是数字。")
        return int(found[1]) if found else None

    def _yes(self, line: Line, key: str, *, default: bool) -> bool:
        text = line.text(key).casefold()
        if text and text not in YES | NO:
            self.wrong(f"{line.where(key)}：“{shown(line.raw(key))}”看不出是或否，暂按“{'是' if default else '否'}”计。")
        return yes(text, default=default)


def text_of(value: object) -> str:
    """A cell's value as text; whole numbers without a point, days in ISO."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def shown(value: object) -> str:
    """A cell's text for a message."""
    text = text_of(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}……"


def yes(value: object, *, default: bool) -> bool:
    """是 or 否 as people write them; `default` where it is neither."""
    text = text_of(value).casefold()
    return True if text in YES else False if text in NO else default


def day_of(value: object) -> date | None:
    """A day as people write it; None where it is none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found = re.search(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})", unicodedata.normalize("NFKC", text_of(value)))
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def remarks_on(lists: Lists) -> list[str]:
    """What does not fit together between the lists."""
    found: list[str] = []
    names = {plain(u.name) for u in lists.units}
    for branch, count in Counter(p.branch for p in lists.people).items():
        if names and branch and plain(branch) not in names:
            found.append(f"党员名册里的支部“{branch}”（{count}人）不在党组织名册中，请核对写法。")
    listed = Counter(plain(p.branch) for p in lists.people if not p.applicant)
    for unit in lists.units:
        if unit.member_count is not None and listed[plain(unit.name)] > unit.member_count:
            found.append(f"“{unit.name}”党员人数填{unit.member_count}，党员名册却列出{listed[plain(unit.name)]}人，请核对。")
    for name in [line.unit for line in lists.left_open] + [line.unit for line in lists.companions]:
        if names and name and plain(name) not in names:
            found.append(f"“{name}”不在党组织名册中，请核对写法。")
    return list(dict.fromkeys([*found, *_odd_years(lists)]))


def _odd_years(lists: Lists) -> list[str]:
    """Days of the receipt register that lie years from the others: a slip (2102 for 2012) would make somebody late."""
    days = [(r.key, r.day) for r in lists.receipts if r.day]
    if not days:
        return []
    usual = Counter(day.year for _, day in days).most_common(1)[0][0]
    return [f"收件登记里“{shown(key)}”的收到日期是{day}，与其他各行相差太远，请核对年份。" for key, day in days if abs(day.year - usual) > FAR]


def _reason(text: str) -> str:
    """A reason for an exemption; 否 and the like are none."""
    return "" if text.casefold() in NO else text


def _id(*parts: str) -> str:
    digest = hashlib.blake2b("\x1f".join(parts[1:]).encode(), digest_size=5).hexdigest()
    return f"{parts[0]}-{digest}"
