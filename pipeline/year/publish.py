"""公示: approved items go up, for at least so many days, and come down; then the promises are under way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from extractors.model import FormKind
from pipeline.ledger.book.life import State
from pipeline.ledger.book.things import Item, Unit
from pipeline.ledger.book.year import Publication
from pipeline.ledger.store.acts import Act
from pipeline.ledger.store.ledger import Which
from pipeline.year.office import Names, Office, YearError
from pipeline.year.owners import Owner, by_unit
from pipeline.year.publish_papers import Sheet, write_sheet, write_wall, write_web
from rules.engine import judge_ledger
from rules.facts import Hung, LedgerFacts
from rules.model import Finding, Verdict

FOLDER = "公示"
SHOWN = (State.APPROVED, State.PUBLISHED)
SHEETS = {"org": "党组织公开承诺公示", "people": "党员公开承诺公示"}
WALL = "上墙"


@dataclass(frozen=True, slots=True)
class Up:
    """What went up: papers, items and publications; `waiting` counts items that are not approved yet."""

    papers: tuple[Path, ...]
    items: int
    publications: int
    waiting: int


@dataclass(slots=True)
class Down:
    """What came down. `short` are publications that hung too briefly, with what to say; they stay up unless a reason is given.
    `later` are those that only began after that day."""

    ended: list[Publication] = field(default_factory=list)
    short: list[tuple[Publication, str]] = field(default_factory=list)
    later: list[Publication] = field(default_factory=list)
    under_way: int = 0


def publish(office: Office, start: date, days: int | None, channels: Sequence[str], unit: str = "") -> Up:
    """Register from which day the approved items are public, and write their sheets; what hangs already is written again.
    Raises YearError, OutputError, StoreError."""
    least = office.pack.calendar.publish_days
    length = days or least or 7
    if length < least:
        raise YearError(f"通知要求公示不少于{least}天，所写的{length}天不够。请改写 --days。")
    until = start + timedelta(days=length - 1)
    units = by_unit(office.ledger.lines(Which(year=office.year, unit=unit, states=SHOWN)))
    waiting = sum(1 for _ in office.ledger.lines(Which(year=office.year, unit=unit, states=[State.WAITING, State.RETURNED])))
    with office.ledger.act(office.who(), "公示") as act:
        put = [_put_up(office, act, owners, (start, until), channels) for owners in units.values()]
    hanging = {(p.unit, p.sheet): p for p in office.ledger.all(Publication) if p.ended is None and p.year == office.year}
    papers = _papers(office, units, hanging)
    return Up(papers, sum(n for n, _ in put), sum(n for _, n in put), waiting)


def take_down(office: Office, end: date, unit: str = "", reason: str = "") -> Down:
    """Register that what hangs came down after `end`, its last day; its items are then under way. Raises StoreError."""
    names = {u.id: u for u in office.ledger.all(Unit)}
    done = Down()
    with office.ledger.act(office.who(), "公示结束") as act:
        for one in office.ledger.all(Publication):
            owner = names[one.unit]
            if one.ended or not owner.named(unit):
                continue
            if one.start > end:
                done.later.append(one)
                continue
            if why := _too_early(office, one, end):
                done.short.append((one, why))
                if not reason:
                    continue
            act.change("publication", one.id, {"ended": end, "remark": reason})
            done.ended.append(one)
            done.under_way += _begin(act, one, end, reason)
    return done


def _too_early(office: Office, one: Publication, end: date) -> str:
    """Why a sheet should not come down on a day yet: by the notice (L01), else by the day that stands on the sheet itself."""
    if found := too_short(office, one, end):
        return f"{found.message}{f'（{found.clause.ref}）' if found.clause.ref else ''}{found.suggestion}"
    return f"公示{one.days(end)}天，公示表上写的是公示到{one.until}，还没有期满。" if end < one.until else ""


def too_short(office: Office, one: Publication, end: date) -> Finding | None:
    """What is wrong with the length of a publication that ends on a day (L01)."""
    found = judge_ledger(facts_of(office, one, end), office.pack)
    return next((f for f in found if f.verdict is Verdict.DEFICIENT), None)


def facts_of(office: Office, one: Publication, end: date | None) -> LedgerFacts:
    """What the rules look at of a publication that ended on that day (None: nobody wrote down when)."""
    kind = FormKind.ORG if one.sheet == "org" else FormKind.MEMBER
    return LedgerFacts(kind, hung=Hung(one.days(end) if end else None, office.pack.calendar.publish_days))


def _put_up(office: Office, act: Act, owners: Sequence[Owner], span: tuple[date, date], channels: Sequence[str]) -> tuple[int, int]:
    """Items and publications that a unit newly put up."""
    items = made = 0
    for sheet in SHEETS:
        fresh = [i.id for o in _of(sheet, owners) for i in o.items if i.state is State.APPROVED]
        if fresh:
            values = {"unit": owners[0].unit.id, "year": office.year, "sheet": sheet, "start": span[0], "until": span[1]}
            act.add("publication", {**values, "channels": "、".join(channels), "items": fresh})
            for number in fresh:
                act.move(number, State.PUBLISHED, day=span[0])
            items, made = items + len(fresh), made + 1
    return items, made


def _begin(act: Act, one: Publication, end: date, reason: str) -> int:
    """Start what hung there; an item that was taken back meanwhile stays where it is."""
    begun = 0
    for number in one.items:
        if act.row("item", number)["state"] == State.PUBLISHED.value:
            act.move(number, State.UNDER_WAY, reason, day=end)
            begun += 1
    return begun


def _papers(office: Office, units: dict[int, list[Owner]], hanging: dict[tuple[int, str], Publication]) -> tuple[Path, ...]:
    names, papers, folder = Names(), [], office.papers_of_year / FOLDER
    for number, owners in units.items():
        root = folder / names.of(owners[0].unit.name)
        sheets = [Sheet(title, tuple(theirs), hanging.get((number, key))) for key, title in SHEETS.items() if (theirs := _of(key, owners))]
        for sheet in sheets:
            papers.append(office.out.write(root / f"{sheet.title}.docx", partial(write_sheet, office=office, sheet=sheet)))
        papers.append(office.out.write(root / "公开承诺公示.html", partial(write_web, office=office, sheets=sheets)))
        if owners[0].unit.window:
            papers.append(office.out.write(root / f"{WALL}.docx", partial(write_wall, office=office, owners=owners)))
    return tuple(papers)


def _of(sheet: str, owners: Sequence[Owner]) -> list[Owner]:
    chosen = [o for o in owners if o.personal == (sheet == "people")]
    return sorted(chosen, key=lambda o: (o.form.kind != "secretary", o.form.id))


def publications(office: Office) -> list[tuple[Unit, Publication, tuple[Item, ...]]]:
    """All publications of the year with their unit and items."""
    names = {u.id: u for u in office.ledger.all(Unit)}
    items = {line.item.id: line.item for line in office.ledger.lines(Which(year=office.year, all_states=True))}
    mine = [p for p in office.ledger.all(Publication) if p.year == office.year]
    return [(names[p.unit], p, tuple(items[n] for n in p.items if n in items)) for p in mine]
