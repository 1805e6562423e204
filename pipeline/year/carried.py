"""What last year left open, as the ledger has it, for the check of this year's forms (B06)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline.ledger.book.life import RUNNING, State
from pipeline.ledger.book.things import Line
from pipeline.ledger.store.ledger import Ledger, Which, open_ledger
from pipeline.ledger.store.opening import store_exists
from pipeline.rosters.roster import OpenLine, Roster, plain
from pipeline.year.explained import explained
from pipeline.year.owners import Owner


def with_carried(roster: Roster, out: Path, year: int | None) -> Roster:
    """The roster with what the ledger of this folder of results holds open from the year before `year`, beside what its
    own sheet 上年未完成事项 lists; a promise that stands in both counts once, and what either says of it holds. A notice
    of several years names none to look back from. Raises StoreError."""
    if year is None or not store_exists(out):
        return roster
    with open_ledger(out) as ledger:
        held = [_open_line(ledger, line) for line in ledger.lines(Which(year=year - 1, states=(*RUNNING, State.CARRIED)))]
    if not held:
        return roster
    listed = {_key(line): line for line in roster.left_open}
    known = [replace(line, explained=line.explained or listed[_key(line)].explained) if _key(line) in listed else line for line in held]
    ours = {_key(line) for line in held}
    return replace(roster, left_open=(*(line for line in roster.left_open if _key(line) not in ours), *known))


def _open_line(ledger: Ledger, line: Line) -> OpenLine:
    owner = Owner(line.unit, line.person, line.form, ())
    person = owner.name if owner.personal else ""
    return OpenLine(line.unit.name, person, line.item.text, explained(ledger, line), line.item.state is State.CARRIED)


def _key(line: OpenLine) -> tuple[str, str, str]:
    return plain(line.unit), plain(line.person), plain(line.text)
