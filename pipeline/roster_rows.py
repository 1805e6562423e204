"""Rows of the roster workbook → the office's facts, each with what looked wrong in it, by cell."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from pipeline.roster import CompanionLine, OpenLine, Receipt, plain
from pipeline.roster_pages import Row
from pipeline.roster_values import count, day_of, person_name, unit_name
from pipeline.whose import Whose
from rules.facts import PersonFacts, UnitFacts

YES = {"是", "√", "✓", "y", "yes", "1", "true", "有", "需", "应报"}
NO = {"否", "×", "n", "no", "0", "false", "无", "不", "不报"}
LEADER_POSTS = re.compile(r"书记|院长|处长|部长|主任|馆长|校长|所长|局长|科长|经理")
SUMS = re.compile(r"^(合计|总计|小计|共计|填表人|制表|审核人|注[:：]|说明[:：]|共\s*\d+\s*[条个人项])")
_EXEMPT = re.compile("免报|不(?:用|必|需|再)?报|免予报送|无需报送")
"""A remark that says why an organisation or a person does not hand in."""
MOST_PROBLEMS = 500
LONGEST_SHOWN = 30
MOST_CELLS = 3
FAR = 1
"""Years: one notice's forms come within some months, which may lie on either side of New Year."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row seen through its sheet's columns. `given` is what a title, or a line over several rows, says of them; `year` is that of
    days printed without one."""

    sheet: str
    row: Row
    columns: Mapping[str, int]
    given: Mapping[str, str] = field(default_factory=dict)
    year: int | None = None

    def raw(self, key: str) -> object:
        """The value under a use, else what stands for all rows (`given`); None where the sheet has no such column."""
        at = self.columns.get(key)
        return self.row.values[at] if at is not None and at < len(self.row.values) else self.given.get(key)

    def text(self, key: str) -> str:
        """The same as text."""
        return text_of(self.raw(key))

    def texts_at(self, places: Iterable[int]) -> list[str]:
        """What is filled in at these columns."""
        return [text for at in places if at < len(self.row.values) and (text := text_of(self.row.values[at]))]

    def remarks(self) -> list[str]:
        """The texts in columns that nothing else uses."""
        used = set(self.columns.values())
        return [text_of(value) for at, value in enumerate(self.row.values) if at not in used and isinstance(value, str)]

    def where(self, key: str) -> str:
        """The cell as people look it up: 党组织!F6（第6行）."""
        at = self.columns.get(key)
        cell = self.row.cell(at) if at is not None else ""
        return f"{self.sheet}!{cell}（第{self.row.number}行）" if cell else f"{self.sheet}!第{self.row.number}行"


@dataclass(slots=True)
class Lists:
    """What was read so far. `seen` counts people of one name in one branch, `known` has the row of each organisation; `placed` has
    the cells that name a branch (and its superior), `below` the superior of each of the people, `named` the cells of other lists
    that name an organisation, `unknown` those of branches that are on no list, `short` what a short name was taken for."""

    units: list[UnitFacts] = field(default_factory=list)
    people: list[PersonFacts] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    left_open: list[OpenLine] = field(default_factory=list)
    companions: list[CompanionLine] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)
    known: dict[tuple[str, str], str] = field(default_factory=dict)
    said_due: set[str] = field(default_factory=set)
    placed: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    below: list[str] = field(default_factory=list)
    named: dict[str, list[str]] = field(default_factory=dict)
    odd_days: dict[str, list[str]] = field(default_factory=dict)
    """What stands where a day should, by its words, with the cells."""
    unknown: dict[str, list[str]] = field(default_factory=dict)
    of_people: set[str] = field(default_factory=set)
    short: dict[str, str] = field(default_factory=dict)

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
        printed, parent = line.text("name"), line.text("parent")
        name = unit_name(printed)
        if not name:
            self.wrong(f"{line.where('name')}：党组织名称为空，已跳过。")
            return None
        roster_id = _id("u", parent, printed)
        if (before := self.known.get((unit_name(parent), name))) is not None:
            self.wrong(f"{line.where('name')}：“{name}”与第{before}行重复，已跳过。")
            return None
        self.known[unit_name(parent), name] = str(line.row.number)
        self.units.append(
            UnitFacts(
                roster_id=roster_id,
                name=name,
                parent=unit_name(parent),
                level=line.text("level"),
                category=line.text("category"),
                secretary=person_name(line.text("secretary")),
                member_count=self._members(line),
                window=self._yes(line, "window", default=False),
                contact=person_name(line.text("contact")),
                due_here=self._yes(line, "due_here", default=True),
                exempt=_reason(line.text("exempt")) or self._remarked(line),
            )
        )
        return roster_id

    def _members(self, line: Line) -> int | None:
        """How many members, those on probation included, which an office may count apart."""
        whole = self._number(line, "member_count", "党员人数")
        parts = [self._number(line, use, label) for use, label in (("regular", "正式党员"), ("probationary", "预备党员"))]
        return sum(n or 0 for n in parts) if whole is None and not line.text("member_count") and parts[0] is not None else whole

    def unit_of_people(self, line: Line, columns: Mapping[str, int]) -> None:
        """Take a branch that only the list of its members names, with what the row of the first says of it (`columns`)."""
        branch = unit_name(line.text("branch"))
        uses = {**columns, **({"name": line.columns["branch"]} if "branch" in line.columns else {})}
        if branch and branch not in self.of_people:
            self.of_people.add(branch)
            given = {**line.given, "name": line.text("branch"), "parent": line.text("parent")}
            self._unit(replace(line, columns={use: at for use, at in uses.items() if use != "name"}, given=given))

    def _remarked(self, line: Line) -> str:
        """Why somebody does not hand in, where only a remark says so."""
        return next((text for text in line.remarks() if _EXEMPT.search(text)), "")

    def _person(self, line: Line) -> str | None:
        printed, branch = line.text("name"), line.text("branch")
        name = person_name(printed)
        if not name:
            self.wrong(f"{line.where('name')}：姓名为空，已跳过。")
            return None
        post, category = line.text("post"), line.text("category")
        same = self.seen[name, branch]
        self.seen[name, branch] += 1
        if same:
            self.wrong(f"{line.where('name')}：“{branch}”里“{name}”出现不止一次。确是重名的，请在姓名后注明区别。")
        if not branch:
            self.wrong(f"{line.where('branch')}：“{name}”的所在党支部为空，请补上。")
        self.placed.setdefault((branch, unit_name(line.text("parent"))), []).append(line.where("branch"))
        roster_id = _id("p", branch, printed, str(same) if same else "")
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
                exempt=_reason(line.text("exempt")) or self._remarked(line),
                applicant=yes(line.raw("applicant"), default=False) or "积极分子" in category,
                head_of="" if line.text("head").casefold() in NO else line.text("head"),
            )
        )
        self.below.append(unit_name(line.text("parent")))
        return roster_id

    def _receipt(self, line: Line) -> None:
        key = line.text("key") or unit_name(line.text("unit")) + person_name(line.text("person"))
        day = self._day(line)
        if key and not any(line.text(use) for use in ("key", "day", "paper", "signed")):
            return  # a line that waits for what is to come
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
        if not line.text("text"):
            self.wrong(f"{line.where('text')}：未完成事项为空，已跳过。")
            return
        explained = "" if line.text("explained") in NO else line.text("explained")
        self.left_open.append(OpenLine(unit_name(line.text("unit")), person_name(line.text("person")), line.text("text"), explained))
        self.named.setdefault(unit_name(line.text("unit")), []).append(line.where("unit"))

    def _companion(self, line: Line) -> None:
        if not line.text("unit") or not line.text("material"):
            self.wrong(f"{line.where('unit')}：单位或材料名称为空，已跳过。")
            return
        unit, exempt = unit_name(line.text("unit")), _reason(line.text("exempt"))
        self.companions.append(CompanionLine(unit, line.text("material"), self._day(line), line.text("file"), exempt))
        self.named.setdefault(unit, []).append(line.where("unit"))

    def documents(self, line: Line, columns: Mapping[str, int]) -> None:
        """A row with a column for each document: a day, a mark that it came, or why it need not come."""
        unit = unit_name(line.text("unit"))
        if not unit:
            self.wrong(f"{line.where('unit')}：单位为空，已跳过。")
            return
        self.named.setdefault(unit, []).append(line.where("unit"))
        for name, at in columns.items():
            raw = line.row.values[at] if at < len(line.row.values) else None
            text, day = text_of(raw), day_of(raw, line.year)
            exempt = text if _EXEMPT.search(text) else _reason(line.text("exempt"))
            came = text if not exempt and text.casefold() not in NO else ""
            self.companions.append(CompanionLine(unit, name, day, "" if day else came, exempt))

    def _day(self, line: Line) -> date | None:
        raw = line.raw("day")
        day = day_of(raw, line.year)
        if raw not in (None, "") and day is None:
            self.odd_days.setdefault(shown(raw), []).append(line.where("day"))
        return day

    def _number(self, line: Line, key: str, label: str) -> int | None:
        text = line.text(key)
        found = count(text)
        if text and found is None:
            self.wrong(f"{line.where(key)}：{label}“{shown(text)}”不是数字。")
        return found

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


def with_branches(lists: Lists) -> None:
    """Give each of the people the branch that the list of organisations has, where one alone can be meant (一支部 below 桑田学院党总支)."""
    if not lists.units:
        return
    names = {plain(u.name): u.name for u in lists.units}
    whose = Whose(lists.units)
    told: dict[tuple[str, str], str] = {}
    for printed, parent in lists.placed:
        found = None if plain(printed) in names else whose.one_below(printed, parent)
        told[printed, parent] = names.get(plain(printed), found.name if found else "")
    lists.people = [
        replace(person, branch=told[person.branch, parent] or person.branch)
        for person, parent in zip(lists.people, lists.below, strict=True)
    ]
    lists.short = {f"{parent}{printed}": full for (printed, parent), full in told.items() if full and plain(full) != plain(printed)}
    lists.unknown = {key[0]: cells for key, cells in lists.placed.items() if not told[key] and key[0]}


def remarks_on(lists: Lists) -> list[str]:
    """What does not fit together between the lists."""
    found = [f"{_cells(cells)}：收到日期“{said}”认不出，请写成 2012-03-14 的样子。" for said, cells in lists.odd_days.items()]
    found += [f"{_cells(cells)}：支部“{branch}”不在党组织名册中，请核对写法。" for branch, cells in lists.unknown.items()]
    names = {plain(u.name) for u in lists.units}
    listed = Counter(plain(p.branch) for p in lists.people if not p.applicant)
    for unit in lists.units:
        if unit.member_count is not None and listed[plain(unit.name)] > unit.member_count:
            found.append(f"“{unit.name}”党员人数填{unit.member_count}，党员名册却列出{listed[plain(unit.name)]}人，请核对。")
    for name, cells in lists.named.items():
        if names and name and plain(name) not in names:
            found.append(f"{_cells(cells)}：“{name}”不在党组织名册中，请核对写法。")
    return list(dict.fromkeys([*found, *_odd_years(lists)]))


def _cells(cells: Sequence[str]) -> str:
    """The first cells of several, and how many there are."""
    return "、".join(cells[:MOST_CELLS]) + (f"等{len(cells)}处" if len(cells) > MOST_CELLS else "")


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
