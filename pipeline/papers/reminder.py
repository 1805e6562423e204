"""催报通知: what a unit and those below it still owe."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from pipeline.feedback import page
from pipeline.paper_copies import short_rows
from pipeline.rosters.roster import Roster
from pipeline.status import UNDECIDED, State, Status, StatusRow
from pipeline.wording import DRAFT, chinese_day, sentence
from rules.packs import Pack

NAME = "催报通知"
HEADINGS = ("序号", "单位", "姓名", "材料", "情况")
WIDTHS_CM = (1.2, 4.6, 2.0, 3.6, 4.8)


def owed(status: Status, roster: Roster) -> dict[str, list[StatusRow]]:
    """What is still owed, by the organisation that it is asked of: the superior where the roster lists it, else the unit
    itself. An oral commitment is owed its branch's decision, a form that is fine the copies on paper that did not come."""
    found: dict[str, list[StatusRow]] = {}
    for row in (*status.rows, *status.companions):
        undecided = row.state is State.ORAL and row.note == UNDECIDED
        if row.unit and (row.state in (State.MISSING, State.UNREADABLE) or undecided or _paper_owed(row)):
            unit = roster.unit(row.parent)
            found.setdefault(unit.name if unit else row.unit, []).append(row)
    ranks = {unit.name: n for n, unit in enumerate(roster.units)}
    return {unit: _once(found[unit]) for unit in sorted(found, key=lambda u: (ranks.get(u, len(ranks)), u))}


def _paper_owed(row: StatusRow) -> bool:
    """Copies on paper of a form that needs no mending first: the others come with the mended form."""
    return not row.must and bool(short_rows((row,)))


def _once(rows: list[StatusRow]) -> list[StatusRow]:
    """A form that is missing as its file cannot be read is said once."""
    missing = {(r.unit, r.person) for r in rows if r.state is State.MISSING}
    return [r for r in rows if r.state is not State.UNREADABLE or (r.unit, r.person) not in missing]


def write_reminder(target: Path, unit: str, rows: Iterable[StatusRow], roster: Roster, pack: Pack, due: date | None) -> None:
    """Write the reminder to a unit."""
    rows = list(rows)
    known = roster.unit(unit)
    limit, until = pack.calendar.hand_in_for(pack.year), chinese_day(due) if due else "____月____日"
    document = page.new_page(DRAFT)
    page.title(document, "关于补报公开承诺书及有关材料的通知")
    page.line(document, f"{unit}：", indent=False)
    asked = f"按通知要求，公开承诺书及有关材料应于{chinese_day(limit)}前报送。" if limit else ""
    page.line(document, f"{asked}据登记，你单位及所属党组织下列{len(rows)}份尚未收到或需要重新报送：")
    page.table(document, HEADINGS, WIDTHS_CM, [(str(n), *_cells(row)) for n, row in enumerate(rows, start=1)])
    page.line(document, f"请于{until}前补报。已经报送的，请告知报送时间和方式，以便核对；确有特殊情况不能报送的，请书面说明；年老体弱等口头承诺的，请附支部研究同意的日期。")
    page.line(document, f"联系人：{known.contact}。" if known and known.contact else pack.letter.get("contact", "如有疑问，请与本办公室联系。"))
    page.signature(document, pack.office or "（审核单位）", "　　年　　月　　日")
    page.save(document, target, pack.office, title=NAME)


def _cells(row: StatusRow) -> tuple[str, str, str, str]:
    if _paper_owed(row):
        paper = row.paper
        return row.unit, row.person, f"{row.what}（纸质件）", f"应交{paper.due}份，已收{paper.came}份，还差{paper.short}份"
    if row.state is State.ORAL:
        said = "口头承诺，请补报支部研究同意的日期"
    elif row.state is State.MISSING:
        said = sentence(row.note) if row.note else "尚未收到"
    else:
        said = sentence(row.note)
    return row.unit, row.person, row.what or "承诺书", said
