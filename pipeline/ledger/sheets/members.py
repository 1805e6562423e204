"""Sheet 党员参与: of each branch how many members promised, how, and who is still missing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from pipeline.ledger.page import Column, NewSheet, Table
from pipeline.ledger.styles import Styles
from pipeline.rosters.roster import Roster, plain
from pipeline.status import CAME, PERSON_FORM, UNDECIDED, State, Status, StatusRow
from rules.packs import Pack

NAME = "党员参与"
COLUMNS = (
    Column("序号", 6, "number"),
    Column("党支部", 28),
    Column("上级党组织", 22),
    Column("党员人数", 8, "number"),
    Column("名册列出", 8, "number"),
    Column("应承诺", 8, "number"),
    Column("书面", 8, "number"),
    Column("口头", 8, "number"),
    Column("参与率", 9, "share"),
    Column("未报", 8, "number"),
    Column("未报名单", 36),
    Column("备注", 34),
)


def write_members(new_sheet: NewSheet, styles: Styles, pack: Pack, status: Status, roster: Roster) -> None:
    """A row for each branch that has members in the roster, in the roster's order. Those who may join freely (积极分子),
    are exempt or hand in elsewhere are not asked; whoever joined all the same counts."""
    table = Table(new_sheet, NAME, COLUMNS, styles, pack.title, frozen=2)
    by_branch: dict[str, list[StatusRow]] = defaultdict(list)
    names = {plain(p.name) for p in roster.people}
    for row in status.rows:
        if row.what == PERSON_FORM and row.state is not State.EXTRA and plain(row.person) in names:
            by_branch[row.unit].append(row)
    listed = Counter(plain(p.branch) for p in roster.people if not p.applicant)
    known = [u.name for u in roster.units if u.name in by_branch]
    for branch in [*known, *sorted(by_branch.keys() - set(known))]:
        table.add((table.rows + 1, *_cells(branch, by_branch[branch], listed[plain(branch)], roster)))
    table.finish()


def _cells(branch: str, rows: list[StatusRow], listed: int, roster: Roster) -> tuple[str | int | float | None, ...]:
    unit = roster.unit(branch)
    written, oral, missing = (_of(rows, states) for states in (CAME, (State.ORAL,), (State.MISSING,)))
    asked = len(written) + len(oral) + len(missing)
    share = (len(written) + len(oral)) / asked if asked else None
    count = unit.member_count if unit else None
    return (
        branch, rows[0].parent, count, listed, asked, len(written), len(oral), share, len(missing),
        "、".join(r.person for r in missing), "；".join(_notes(rows, count, listed, known=unit is not None)),
    )  # fmt: skip


def _of(rows: Iterable[StatusRow], states: tuple[State, ...]) -> list[StatusRow]:
    return [row for row in rows if row.state in states]


def _notes(rows: list[StatusRow], count: int | None, listed: int, *, known: bool) -> Iterable[str]:
    if not known:
        yield "党组织名册中没有这个支部"
    if count is not None and listed < count:
        yield f"名册只列出{listed}人，其余{count - listed}人未列，参与率只按列出的算"
    for state, label in ((State.EXEMPT, "免报"), (State.ELSEWHERE, "不报本级或自愿参加")):
        if found := _of(rows, (state,)):
            yield f"{label}{len(found)}人"
    if undecided := [r for r in _of(rows, (State.ORAL,)) if r.note == UNDECIDED]:
        yield f"口头承诺未写明支部研究情况：{'、'.join(r.person for r in undecided)}"
