"""What units hand in beside their forms: companion documents (实施方案), and the forms of both heads. Who is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath

from extractors.errors import NoFormFound
from pipeline.records import UnreadableRecord
from pipeline.rosters.roster import CompanionLine, Roster, plain
from pipeline.status import CAME, State, Status, StatusRow
from rules.facts import UnitFacts
from rules.packs import CompanionData, Pack

HEADS = "党政一把手承诺书"


def with_companions(status: Status, unreadable: Iterable[UnreadableRecord], roster: Roster, pack: Pack) -> Status:
    """The status with the checklist of companion documents; files that were recognised as such are no longer said to
    be no forms. Nothing without a list of units, as nobody knows then who owes them."""
    if not roster.units or not (pack.companions or pack.heads):
        return status
    files = [r for r in unreadable if r.reason == NoFormFound.reason]
    rows: list[StatusRow] = []
    used: dict[str, str] = {}
    for asked in pack.companions:
        for unit in _owing(asked.levels, roster):
            found = _files_of(unit, asked, files, roster)
            used.update({r.file: asked.name for r in found})
            rows.append(_row(unit, asked, found, roster, pack))
    if pack.heads:
        heads, theirs = _by_person(status, roster)
        for unit in _owing(pack.heads.levels, roster):
            rows += _heads(unit, heads[plain(unit.name)], theirs)
    named = tuple(_as_companion(row, used) for row in status.rows)
    return Status(named, tuple(rows))


def _owing(levels: Sequence[str], roster: Roster) -> Iterator[UnitFacts]:
    """Units of these levels by the roster; where it has no level, those that have others below them."""
    parents = {plain(u.parent) for u in roster.units}
    for unit in roster.units:
        if unit.level in levels or (not unit.level and plain(unit.name) in parents):
            yield unit


def _files_of(unit: UnitFacts, asked: CompanionData, files: Iterable[UnreadableRecord], roster: Roster) -> list[UnreadableRecord]:
    """Files that are no forms and show the document's words, and whose they are: by what they say, then by their name."""
    return [r for r in files if _shows(f"{r.message}{PurePosixPath(r.file).name}", asked.words) and _whose(r, roster) == unit.name]


def _shows(text: str, words: Iterable[str]) -> bool:
    against = [w[1:] for w in words if w.startswith("!")]
    return any(w in text for w in words if not w.startswith("!")) and not any(w in text for w in against)


def _whose(record: UnreadableRecord, roster: Roster) -> str:
    unit = roster.unit_in(record.message) or roster.unit_in(PurePosixPath(record.file).name) or roster.unit_in(record.file)
    return unit.name if unit else ""


@dataclass(frozen=True, slots=True)
class _Came:
    day: date | None
    files: tuple[str, ...]


def _row(unit: UnitFacts, asked: CompanionData, found: list[UnreadableRecord], roster: Roster, pack: Pack) -> StatusRow:
    lines = [c for c in roster.companions if (c.owner or plain(c.unit)) in (unit.roster_id, plain(unit.name)) and _same(c, asked, pack)]
    days = [c.day for c in lines if c.day] + [d for r in found if (d := roster.registered(r.file))]
    came = _Came(min(days, default=None), tuple(r.file for r in found))
    exempt = next((c.exempt for c in lines if c.exempt), "") or unit.exempt
    listed = bool(found) or any(c.day or c.file for c in lines)
    limit = asked.by or pack.calendar.hand_in_for(pack.year)
    if not listed:
        state = State.EXEMPT if exempt else State.MISSING
    else:
        state = State.UNDATED if came.day is None else State.LATE if limit and came.day > limit else State.ON_TIME
    note = exempt if state is State.EXEMPT else ""
    return StatusRow(asked.name, unit.name, unit.parent, unit.category, "", state, came.day, came.files, 0, note)


def _same(line: CompanionLine, asked: CompanionData, pack: Pack) -> bool:
    """Whether a line of the office's list is about this document: by its name, else by the document's words."""
    if line.name in {c.name for c in pack.companions}:
        return line.name == asked.name
    return _shows(line.name, (*asked.words, asked.name))


def _by_person(status: Status, roster: Roster) -> tuple[dict[str, list[str]], dict[str, list[StatusRow]]]:
    """Names of heads by their organisation, and the rows of each name."""
    heads: dict[str, list[str]] = defaultdict(list)
    for person in roster.people:
        if person.head_of:
            heads[plain(person.head_of)].append(person.name)
    rows: dict[str, list[StatusRow]] = defaultdict(list)
    for row in status.rows:
        if row.person and row.state not in (State.UNREADABLE, State.NO_FORM):
            rows[row.person].append(row)
    return heads, rows


def _heads(unit: UnitFacts, named: Sequence[str], rows: Mapping[str, list[StatusRow]]) -> Iterator[StatusRow]:
    """The forms of the two heads: the secretary, and whom the roster names as the other."""
    names = list(dict.fromkeys([unit.secretary, *named] if unit.secretary else named))
    for name in names:
        yield _head_row(unit, name, rows.get(name, []))
    if len(names) < 2 and unit.secretary not in named:
        who = "书记和行政负责人" if not names else "另一位负责人"
        note = f"名册没有写明{who}，请在党员表“党政一把手”一列写明；书记兼任的，在书记一行填“是”"
        yield StatusRow(HEADS, unit.name, unit.parent, unit.category, "", State.UNCLEAR, None, (), 0, note)


def _head_row(unit: UnitFacts, name: str, theirs: list[StatusRow]) -> StatusRow:
    row = StatusRow(HEADS, unit.name, unit.parent, unit.category, name, State.MISSING, None, (), 0, "")
    if len(theirs) > 1:
        theirs = [r for r in theirs if r.parent == unit.name or r.unit == unit.name] or theirs
    if len(theirs) > 1:
        return replace(row, state=State.UNCLEAR, note="名册中有重名，请核对")
    if not theirs:
        return row
    found = theirs[0]
    state = found.state if found.state in (*CAME, State.EXEMPT) else State.UNDATED if found.files else State.MISSING
    return replace(row, state=state, received=found.received, files=found.files, must=found.must, note=found.note)


def _as_companion(row: StatusRow, used: dict[str, str]) -> StatusRow:
    name = next((used[f] for f in row.files if f in used), "")
    if row.state is not State.NO_FORM or not name:
        return row
    return replace(row, state=State.COMPANION, note=f"认作“{name}”，见本表末尾的配套材料")
