"""Copies on paper: how many the notice has handed in here, how many the receipt register says came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from extractors.model import FormKind
from pipeline.rosters.roster import Owner, Roster
from pipeline.status import CAME, ORG_FORM, PERSON_FORM, Paper, State, Status, StatusRow
from rules.packs import Copies, Pack

OURS = (*CAME, State.MISSING)


def with_paper(status: Status, roster: Roster, pack: Pack) -> Status:
    """The status with the copies on paper of every form that is due here. A number beside a file that holds the forms of
    several people is nobody's own and is left out; a form of which only paper came says so."""
    files = Counter(row.newest for row in status.rows if row.newest)
    shared = {file for file, n in files.items() if n > 1}
    return replace(status, rows=tuple(_with_paper(row, shared, roster, pack) for row in status.rows))


def _with_paper(row: StatusRow, shared: set[str], roster: Roster, pack: Pack) -> StatusRow:
    if row.what not in (ORG_FORM, PERSON_FORM) or row.state not in OURS:
        return row
    came = roster.paper("" if row.newest in shared else row.newest, _owner(row, roster))
    asked = copies_of(row, pack)
    row = replace(row, paper=Paper(came, asked.hand_in if asked else None))
    said = _said(row)
    return replace(row, note="；".join(filter(None, (row.note, said)))) if said else row


def _owner(row: StatusRow, roster: Roster) -> Owner:
    unit = roster.unit(row.unit)
    return Owner(unit, roster.person(row.person, unit) if row.person else None, units_own=row.what == ORG_FORM, leads=row.kind == FormKind.SECRETARY)


def copies_of(row: StatusRow, pack: Pack) -> Copies | None:
    """What the notice says of copies of such a form; a form that did not come is taken for the usual one of its owner."""
    kinds = [FormKind(row.kind)] if row.kind else [FormKind.ORG] if row.what == ORG_FORM else [FormKind.MEMBER]
    return next((found for kind in kinds if (found := pack.copies.get(kind))), None)


def _said(row: StatusRow) -> str:
    if row.state is State.MISSING:
        return f"收件登记有纸质件{row.paper.came}份，电子版没有收到" if row.paper.came else ""
    return f"纸质件还差{row.paper.short}份" if row.paper.short else ""


def short_rows(rows: Iterable[StatusRow]) -> list[StatusRow]:
    """Rows of which copies on paper are known to be missing."""
    return [row for row in rows if row.state in CAME and row.paper.short]


def told_by_unit(status: Status) -> dict[tuple[str, str], str]:
    """For each unit that owes copies on paper, by its name and its superior's, what its letter says of them."""
    owed: dict[tuple[str, str], list[str]] = {}
    for row in short_rows(status.rows):
        whose = f"{row.person}的承诺书" if row.person else row.what
        counts = f"应交本级{row.paper.due}份，已收{row.paper.came}份，还差{row.paper.short}份"
        owed.setdefault((row.unit, row.parent), []).append(f"{whose}{counts}")
    return {unit: _sentence(lines) for unit, lines in owed.items()}


MOST_TOLD = 5


def _sentence(lines: list[str]) -> str:
    more = f"；另有{len(lines) - MOST_TOLD}人也未交齐" if len(lines) > MOST_TOLD else ""
    return f"纸质件未交齐，请签字盖章后补交（需要修改的，改好后再交）：{'；'.join(lines[:MOST_TOLD])}{more}"
