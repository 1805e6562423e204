"""提醒函, 督办通知, 限期整改通知: one a unit and kind, numbered, with a day by which an answer is asked for, and settled
once none of its items is in that plight any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path

from pipeline.feedback import page
from pipeline.ledger.book.life import State
from pipeline.ledger.book.things import Item, Unit
from pipeline.ledger.book.year import Notice
from pipeline.ledger.store.acts import Act
from pipeline.wording import chinese_day
from pipeline.year.due import Due, Pressing
from pipeline.year.lights import Light
from pipeline.year.office import Names, Office
from rules.private import hidden


class Kind(StrEnum):
    """The kinds of notice, the mildest first; the values are what people read."""

    REMIND = "提醒函"
    PRESS = "督办通知"
    PUT_RIGHT = "限期整改通知"


HEADINGS = ("序号", "承诺主体", "承诺事项", "时限", "情况")
WIDTHS_CM = (1.1, 2.3, 6.2, 2.5, 4.1)
ASKS = {
    Kind.REMIND: ("你单位下列承诺事项临近时限或进展滞后，请抓紧落实，并按季度报告进展。", "请于{day}前把推进情况和下步时限报我办。"),
    Kind.PRESS: ("你单位下列承诺事项已经逾期，或者较长时间没有报告进展，现予督办。", "请于{day}前逐项书面说明原因、采取的措施和新的完成时限；已经完成的，报送佐证材料。"),
    Kind.PUT_RIGHT: ("你单位下列承诺事项没有兑现，经研究，责成限期整改。", "请按表列期限整改，于{day}前把整改结果和佐证材料报我办复核；期满仍未兑现的，向党员群众说明原因，并在评议中如实反映。"),
}
ABOUT = {Kind.REMIND: "关于抓紧落实承诺事项的提醒函", Kind.PRESS: "关于承诺事项的督办通知", Kind.PUT_RIGHT: "关于承诺事项限期整改的通知"}


@dataclass(frozen=True, slots=True)
class Issued:
    """A notice with the paper that was written; `fresh` where it was not issued before."""

    notice: Notice
    unit: Unit
    paper: Path
    fresh: bool


def kind_of(row: Due | Pressing) -> Kind:
    """Which notice an item of the due list belongs to."""
    return Kind.PRESS if row.standing.light is Light.RED or row.standing.silent else Kind.REMIND


def issue(office: Office, rows: Iterable[Due], answer_by: date | None, kind: Kind | None = None) -> list[Issued]:
    """Number and write a notice for each unit and kind (by how each item stands, or the one given). One that was issued for
    the same items and is not settled keeps its number. Raises OutputError, StoreError."""
    groups: dict[tuple[int, Kind], list[Due]] = defaultdict(list)
    for row in rows:
        groups[row.line.unit.id, kind or kind_of(row)].append(row)
    with office.ledger.act(office.who(), "督办") as act:
        numbers = _Numbers(office, act, office.ledger.all(Notice))
        given = [numbers.of(unit, which, theirs, answer_by) for (unit, which), theirs in groups.items()]
    return _papers(office, groups, given)


def _papers(office: Office, groups: dict[tuple[int, Kind], list[Due]], given: Sequence[tuple[int, bool]]) -> list[Issued]:
    now = {notice.id: notice for notice in office.ledger.all(Notice)}
    names = Names()
    made = []
    for (number, fresh), ((_, which), theirs) in zip(given, groups.items(), strict=True):
        unit, notice = theirs[0].line.unit, now[number]
        target = office.root / which.value / f"{names.of(unit.name, f'（{notice.year}年第{notice.number}号）')}.docx"
        placed = office.out.write(target, partial(write_notice, office=office, notice=notice, rows=theirs))
        made.append(Issued(notice, unit, placed, fresh))
    return made


def settle(office: Office, rows: Sequence[Pressing]) -> list[Notice]:
    """Mark as settled what no item of today's list keeps open; returns those. `rows` is the list of all units."""
    opened = [notice for notice in office.ledger.all(Notice) if notice.settled is None]
    about = {number for notice in opened for number in notice.items}
    still = {row.plight.id: kind_of(row) for row in rows if row.plight.id in about}
    wanted = {number for notice in opened if notice.kind == Kind.PUT_RIGHT for number in notice.items}
    states = {number: item.state for number in wanted if (item := office.ledger.get(Item, number))}
    done = [notice for notice in opened if not any(_holds(notice, number, still, states) for number in notice.items)]
    if done:
        with office.ledger.act(office.who(), "督办办结") as act:
            for notice in done:
                act.change("notice", notice.id, {"settled": office.today})
    return done


def write_notice(target: Path, office: Office, notice: Notice, rows: Sequence[Due]) -> None:
    """Write the paper of a notice."""
    kind, pack = Kind(notice.kind), office.pack
    opening, closing = ASKS[kind]
    document = page.new_page("草稿，待签发")
    page.title(document, ABOUT[kind])
    page.line(document, f"{notice.year}年第{notice.number}号", indent=False)
    page.line(document, f"{rows[0].line.unit.name}：", indent=False)
    page.line(document, f"截至{chinese_day(office.today)}，{opening}")
    page.table(document, HEADINGS, WIDTHS_CM, [_cells(n, row) for n, row in enumerate(rows, start=1)])
    page.line(document, closing.format(day=chinese_day(notice.answer_by) if notice.answer_by else "____月____日"))
    contact = rows[0].line.unit.contact
    page.line(document, f"联系人：{contact}。" if contact else pack.letter.get("contact", "如有疑问，请与本办公室联系。"))
    page.signature(document, pack.office or "（主管单位）", chinese_day(notice.issued))
    page.save(document, target, pack.office, title=kind.value)


class _Numbers:
    """Gives each notice its number in the year, by kind."""

    def __init__(self, office: Office, act: Act, known: Sequence[Notice]) -> None:
        self._office, self._act = office, act
        self._open = {(n.unit, n.kind, tuple(sorted(n.items))): n.id for n in reversed(known) if n.settled is None}  # of several the first
        self._last = {kind: max((n.number for n in known if (n.kind, n.year) == (kind, office.year)), default=0) for kind in Kind}

    def of(self, unit: int, kind: Kind, rows: Sequence[Due], answer_by: date | None) -> tuple[int, bool]:
        """The id of the notice for these rows, and whether it is a new one."""
        items = sorted(row.line.item.id for row in rows)
        if known := self._open.get((unit, kind.value, tuple(items))):
            if answer_by:
                self._act.change("notice", known, {"answer_by": answer_by})
            return known, False
        self._last[kind] += 1
        values = {"year": self._office.year, "number": self._last[kind], "kind": kind.value, "unit": unit, "issued": self._office.today}
        return self._act.add("notice", {**values, "answer_by": answer_by or _last_limit(kind, rows), "items": items}), True


def _last_limit(kind: Kind, rows: Sequence[Due]) -> date | None:
    """An order to put right is answered by the last of its limits."""
    limits = [row.standing.limit for row in rows if row.standing.limit]
    return max(limits) if kind is Kind.PUT_RIGHT and limits else None


def _holds(notice: Notice, number: int, still: dict[int, Kind], states: dict[int, State]) -> bool:
    """Whether an item keeps a notice open: an order to put right until the item left 限期整改, others while the plight lasts."""
    if notice.kind == Kind.PUT_RIGHT:
        return states.get(number) is State.PUT_RIGHT
    kinds = list(Kind)
    return number in still and kinds.index(still[number]) >= kinds.index(Kind(notice.kind))


def _cells(n: int, row: Due) -> tuple[str, ...]:
    limit = row.standing.limit
    item = row.line.item
    when = limit.isoformat() if limit else item.due_words or "未写明"
    return str(n), row.owner or row.line.unit.name, hidden(item.text), when, f"{row.mark}：{row.standing.why}" if row.mark else row.standing.why or "限期整改"
