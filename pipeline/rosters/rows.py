"""Rows of the roster workbook → the office's facts, each with what looked wrong in it, by cell."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from pipeline.rosters.mentions import Mention
from pipeline.rosters.pages import Row
from pipeline.rosters.roster import CompanionLine, OpenLine, Receipt
from pipeline.rosters.values import Frame, count, person_name, unit_name
from rules.facts import PersonFacts, UnitFacts

YES = {"是", "√", "✓", "y", "yes", "1", "true", "有", "需", "应报"}
NO = {"否", "×", "n", "no", "0", "false", "无", "不", "不报"}
LEADER_POSTS = re.compile(r"书记|院长|处长|部长|主任|馆长|校长|所长|局长|科长|经理")
SUMS = re.compile(r"^(合计|总计|小计|共计|[应实已未][收报交](?:[数计]|合计|[:：]|$)|填表人|制表|审核人|注[:：]|说明[:：]|共\s*\d+\s*[条个人项])")
EXEMPT = re.compile("免报|不(?:用|必|需|再)?报|免予报送|无需报送")
"""A remark that says why an organisation or a person does not hand in."""
MOST_PROBLEMS = 500
LONGEST_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Line:
    """A row seen through its sheet's columns. `given` is what a title, or a line over several rows, says of them; `frame` has
    what days leave out."""

    sheet: str
    row: Row
    columns: Mapping[str, int]
    given: Mapping[str, str] = field(default_factory=dict)
    frame: Frame = Frame()

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
    the cells that name a branch (and its superior), `below` the superior of each of the people; what other lists say comes with whom it
    mentions. `unknown` has the cells of branches that are on no list, `nobody` those of registers that mean none of the rows, `likely` those
    that may mean another, `several` those that may mean each of some, `short` what a short name was taken for."""

    units: list[UnitFacts] = field(default_factory=list)
    people: list[PersonFacts] = field(default_factory=list)
    receipts: list[tuple[Mention, Receipt]] = field(default_factory=list)
    left_open: list[tuple[Mention, OpenLine]] = field(default_factory=list)
    companions: list[tuple[Mention, CompanionLine]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)
    known: dict[tuple[str, str], str] = field(default_factory=dict)
    said_due: set[str] = field(default_factory=set)
    placed: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    below: list[str] = field(default_factory=list)
    odd_days: dict[str, list[str]] = field(default_factory=dict)
    """What stands where a day should, by its words, with the cells."""
    unknown: dict[str, list[str]] = field(default_factory=dict)
    nobody: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    likely: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    several: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    of_people: set[str] = field(default_factory=set)
    short: dict[str, str] = field(default_factory=dict)

    def take(self, kind: str, line: Line) -> str:
        """Add one row of a list of organisations or of people; the roster's id of the row that it added, else ""."""
        return (self._unit(line) if kind == "党组织名册" else self._person(line)) or ""

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
                window=self.yes(line, "window", default=False),
                contact=person_name(line.text("contact")),
                due_here=self.yes(line, "due_here", default=True),
                exempt=reason(line.text("exempt")) or self._remarked(line),
            )
        )
        return roster_id

    def _members(self, line: Line) -> int | None:
        """How many members, those on probation included, which an office may count apart."""
        whole = self.number(line, "member_count", "党员人数")
        parts = [self.number(line, use, label) for use, label in (("regular", "正式党员"), ("probationary", "预备党员"))]
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
        return next((text for text in line.remarks() if EXEMPT.search(text)), "")

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
                leader=self.yes(line, "leader", default=bool(LEADER_POSTS.search(post))),
                due_here=self.yes(line, "due_here", default=True),
                oral="口头" in line.text("oral") or line.text("oral") in YES,
                oral_note=line.text("oral_note"),
                exempt=reason(line.text("exempt")) or self._remarked(line),
                applicant=yes(line.raw("applicant"), default=False) or "积极分子" in category,
                head_of="" if line.text("head").casefold() in NO else line.text("head"),
            )
        )
        self.below.append(unit_name(line.text("parent")))
        return roster_id

    def number(self, line: Line, key: str, label: str) -> int | None:
        text = line.text(key)
        found = count(text)
        if text and found is None:
            self.wrong(f"{line.where(key)}：{label}“{shown(text)}”不是数字。")
        return found

    def yes(self, line: Line, key: str, *, default: bool) -> bool:
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


def reason(text: str) -> str:
    """A reason for an exemption; 否 and the like are none."""
    return "" if text.casefold() in NO else text


def _id(*parts: str) -> str:
    digest = hashlib.blake2b("\x1f".join(parts[1:]).encode(), digest_size=5).hexdigest()
    return f"{parts[0]}-{digest}"
