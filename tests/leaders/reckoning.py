"""What the numbers should be, from what was made and from the ledger's single things alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from pipeline.ledger.book.life import RUNNING, State
from pipeline.ledger.store.ledger import open_ledger
from tests.leaders.office import Member, Office, things

BLANK = "（空白）"
KEPT = {"已兑现", "销号"}
TAKEN_UP = {"践诺中", "已兑现", "销号", "未兑现", "限期整改", "转入下年"}


@dataclass
class Reckoned:
    """Counts by (group, heading); the group "合计" is all."""

    numbers: Counter[tuple[str, str]] = field(default_factory=Counter)
    covered: Counter[tuple[str, str]] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    units_with: dict[str, set[str]] = field(default_factory=dict)
    quarters: dict[str, Counter[str]] = field(default_factory=dict)
    groups: set[str] = field(default_factory=set)

    def add(self, group: str, *headings: str) -> None:
        self.groups.add(group)
        for heading in headings:
            self.numbers[group, heading] += 1
            self.numbers["合计", heading] += 1


def reckon(office: Office, column: str, today: date) -> Reckoned:
    """Everything by one column of the roster (单位: every unit; 人员类别: the members' own)."""
    found = Reckoned()
    branches = {branch.name: branch for branch in office.branches}
    posts = {(branch.name, one.name): one for branch in office.branches for one in branch.members}

    def group(unit: str, person: str | None) -> str:
        if column == "单位":
            return unit
        if column == "人员类别":
            return (posts[unit, person].post or BLANK) if person else "（党组织）"
        return branches[unit].columns[column] or BLANK

    for branch in office.branches:
        found.groups.add(group(branch.name, None))
    _due(found, office, group)
    _faults(found, office, group)
    ends = {f"2012Q{n}": min(day, today) for n, day in enumerate((date(2012, 3, 31), date(2012, 6, 30), date(2012, 9, 30), date(2012, 12, 31)), start=1)}
    found.quarters = {quarter: Counter() for quarter in ends}
    with open_ledger(office.root) as ledger:
        for unit, person, form, item in things(ledger):
            if item.state is State.DROPPED or item.same_as is not None:
                continue
            where = group(unit.name, person.name if person else None)
            limit = item.rectify_by if item.state is State.PUT_RIGHT else item.due
            late = item.state in RUNNING and limit is not None and limit < today
            found.add(where, "事项", item.state.value, *(["逾期"] if late else []))
            for label in filter(None, item.dimensions.split("、")):
                side = "member" if form.kind == "member" else "org"
                found.covered[where, f"{side} {label}"] += 1
                found.covered["合计", f"{side} {label}"] += 1
            for quarter, end in ends.items():
                state = _then(office.walked[item.id], end)
                found.quarters[quarter]["列入践诺"] += state in TAKEN_UP
                found.quarters[quarter]["已兑现"] += state in KEPT
    for quarter, _, due, received in office.reports:
        count = found.quarters[quarter]
        count["应报告"] += 1
        count["按期"] += received is not None and received <= due
        count["迟报"] += received is not None and received > due
        count["未报"] += received is None and today > due
    return found


def _due(found: Reckoned, office: Office, group) -> None:
    for branch, member, came in office.due():
        where = group(branch.name, member.name if isinstance(member, Member) else None)
        found.add(where, "应报", "未报" if came == "未报" else "已报")


def _faults(found: Reckoned, office: Office, group) -> None:
    for record in office.records:
        left = {(f.code, f.item_id) for f in record.findings if f.verdict == "deficient" and not (f.decision and f.decision.state == "dismissed")}
        for code, _ in left:
            found.add(group(record.unit.name, record.person if record.kind == "member" else None), "问题")
            found.faults[code] += 1
            found.units_with.setdefault(code, set()).add(record.unit.name)


def _then(steps: list[tuple[date, State]], end: date) -> str:
    """The last thing that was said of any day up to then."""
    known = [state for day, state in steps if day <= end]
    return known[-1].value if known else ""
