"""Who should have handed in, who did, who is late, exempt, missing: the rows of 报送情况."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import PurePosixPath
from sys import intern

from extractors.errors import NoFormFound
from pipeline.decisions.effect import as_decided
from pipeline.records import Addition, FormRecord, UnreadableRecord
from pipeline.rosters.roster import Roster, plain
from pipeline.wording import concrete
from rules.engine import INTERNAL_ERROR
from rules.facts import PersonFacts, UnitFacts

HandIn = Callable[[int | None], date | None]
"""A form's year → the last day for it (see `Pack.last_day`)."""
AsksFor = Callable[[int | None], bool]
"""A form's year → whether the notice asks for such forms (see `Pack.asks_for`)."""


class State(StrEnum):
    """How a duty to hand in stands."""

    ON_TIME = "已报"
    LATE = "迟报"
    UNDATED = "已报（收到日期未登记）"
    EXEMPT = "免报"
    ORAL = "口头承诺"
    ELSEWHERE = "不报本级"
    MISSING = "未报"
    UNREADABLE = "无法读取"
    NO_FORM = "不是承诺书"
    COMPANION = "配套材料"
    UNCLEAR = "无法判定"
    EXTRA = "名册外"


CAME = (State.ON_TIME, State.LATE, State.UNDATED)
"""States of a form that came."""
DUE = (*CAME, State.MISSING, State.ORAL)
"""States of a form that is due here; who is exempt or hands in elsewhere is not asked."""
ORG_FORM, PERSON_FORM = "党组织承诺书", "个人承诺书"
"""What rows of forms are about."""
UNDECIDED = "名册没有写明支部研究情况，请核实"
"""What is said of an oral commitment of which the roster does not say when the branch agreed to it."""


@dataclass(frozen=True, slots=True)
class FormSummary:
    """What is kept of a form while the batch goes on: enough for the status and the letters, not its text."""

    file: str
    kind: str
    unit: str
    unit_id: str | None
    person: str | None
    person_id: str | None
    year: int | None
    received: date | None
    signed: date | None
    version: int
    addition: Addition
    must: int
    should: int
    bug: bool
    concrete: int = 0
    """Promises with a target, a project and a limit."""
    printed: str = ""
    """The unit as the form prints it."""
    match: str = "none"
    sha256: str = ""
    index: int = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """Copies on paper: `came` by the receipt register, `due` here by the notice; None where it does not say."""

    came: int | None = None
    due: int | None = None

    @property
    def short(self) -> int:
        """How many are known to be missing; a count that nobody wrote down is not known."""
        return 0 if self.came is None or self.due is None else max(self.due - self.came, 0)


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One line of 报送情况. `kind` and `newest` are those of the form that counts ("" where none came)."""

    what: str
    unit: str
    parent: str
    category: str
    person: str
    state: State
    received: date | None
    files: tuple[str, ...]
    must: int
    note: str
    kind: str = ""
    newest: str = ""
    paper: Paper = Paper()


@dataclass(frozen=True, slots=True)
class Status:
    """All rows, those of the roster first. `companions` are the rows of what units hand in beside their forms and of
    the forms of their heads, which are counted for themselves."""

    rows: tuple[StatusRow, ...]
    companions: tuple[StatusRow, ...] = ()

    def count(self, *states: State) -> int:
        """How many rows stand in one of these states."""
        return sum(row.state in states for row in self.rows)


def with_unmarked(status: Status, unmarked: Iterable[tuple[str, str]]) -> Status:
    """The status with a note at each file whose copy has no comments."""
    reasons = dict(unmarked)
    rows = tuple(_with_unmarked(row, [f for f in row.files if f in reasons], reasons) for row in status.rows)
    return replace(status, rows=rows)


def _with_unmarked(row: StatusRow, files: list[str], reasons: dict[str, str]) -> StatusRow:
    notes = [f"“{PurePosixPath(f).name}”的副本没有批注（{reasons[f]}），意见见《审核意见》和问题清单" for f in files]
    return replace(row, note="；".join([row.note, *notes] if row.note else notes)) if notes else row


def summarise(record: FormRecord, roster: Roster) -> FormSummary:
    """The summary of a form's record. Persons are found again by name and unit, as the record holds no roster row."""
    unit = roster.unit_by_id(record.unit.roster_id)
    answer = roster.answer(record.sha256, record.form_index)
    name = (answer.person if answer else record.person) or ""
    person = roster.person(name, unit) if name and record.kind != "org" else None
    findings = as_decided(record).findings
    printed = intern(record.unit.name)  # hundreds of thousands of summaries name a few units and kinds
    return FormSummary(
        file=record.file,
        kind=intern(record.kind),
        unit=unit.name if unit else printed,
        unit_id=unit.roster_id if unit else record.unit.roster_id,
        person=record.person,
        person_id=person.roster_id if person else None,
        year=record.year,
        received=record.received,
        signed=record.sign.date,
        version=record.version,
        addition=record.addition,
        must=sum(f.verdict == "deficient" and f.severity == "必须修改" for f in findings),
        should=sum(f.verdict == "deficient" and f.severity == "建议修改" for f in findings),
        bug=any(f.code == INTERNAL_ERROR for f in record.findings),
        concrete=concrete(record),
        printed=printed,
        match=intern(record.unit.match),
        sha256=record.sha256,
        index=record.form_index,
    )


def reckon(
    forms: Iterable[FormSummary], unreadable: Iterable[UnreadableRecord], roster: Roster, hand_in: HandIn,
    asks_for: AsksFor = lambda _: True,
) -> Status:  # fmt: skip
    """Set what came against what was due. Late is what came late in every version (see `is_late`); file times prove
    nothing, so a form without a registered receipt is neither late nor on time."""
    by_unit: dict[str, list[FormSummary]] = defaultdict(list)
    by_person: dict[str, list[FormSummary]] = defaultdict(list)
    extra: list[FormSummary] = []
    for form in forms:
        if form.person_id and form.kind != "org":
            by_person[form.person_id].append(form)
        elif form.unit_id and form.kind in ("org", "unknown"):
            by_unit[form.unit_id].append(form)
        else:
            extra.append(form)
    bad = [_Bad(record, roster.person_in(record.file), roster.unit_in(record.file)) for record in unreadable]
    spoiled = {owner.roster_id: b.record.file for b in bad if (owner := b.person or b.unit)}
    rows = [_unit_row(u, by_unit.get(u.roster_id, []), hand_in) for u in roster.units]
    owned = [by_unit.get(u.roster_id, []) for u in roster.units] + [by_person.get(p.roster_id, []) for p in roster.people]
    rows += [_person_row(p, by_person.get(p.roster_id, []), roster, hand_in) for p in roster.people]
    ids = [u.roster_id for u in roster.units] + [p.roster_id for p in roster.people]
    rows = [_with_spoiled(row, spoiled.get(i)) for i, row in zip(ids, rows, strict=True)]
    rows = [_with_strange(row, theirs, asks_for) for row, theirs in zip(rows, owned, strict=True)]
    rows += [_extra_row(theirs, hand_in, roster) for theirs in _by_owner(extra)]
    rows += [_unreadable_row(b, roster) for b in bad]
    return Status(tuple(rows))


@dataclass(frozen=True, slots=True)
class _Bad:
    """An unreadable file and whose it is by its name; a person's name says more than the unit's."""

    record: UnreadableRecord
    person: PersonFacts | None
    unit: UnitFacts | None


def _with_spoiled(row: StatusRow, file: str | None) -> StatusRow:
    """A missing form of which a file came that cannot be read: the clerk asks for a better file, not for a form."""
    if file is None or row.state is not State.MISSING:
        return row
    return replace(row, note=f"收到的“{PurePosixPath(file).name}”无法读取，请重新报送")


def _with_strange(row: StatusRow, forms: list[FormSummary], asks_for: AsksFor) -> StatusRow:
    """A form of a year that the notice does not ask for may have been sent by mistake; one that was signed shortly before
    the year or after it may be the one that was asked for."""
    strange = (f for f in forms if f.addition == "no" and not any(map(asks_for, _years(f))))
    years = sorted({f.year for f in strange if f.year})
    told = f"收到{'、'.join(map(str, years))}年度的承诺书，请核对是否误交"
    return replace(row, note=f"{row.note}；{told}" if row.note else told) if years else row


def _years(form: FormSummary) -> Iterator[int | None]:
    """The years that a form may be of: its own, and the next or the last where it was signed at a year's end or beginning."""
    yield form.year
    if form.signed and form.signed.month >= 10:
        yield form.signed.year + 1
    if form.signed and form.signed.month <= 2:
        yield form.signed.year - 1


def _unit_row(unit: UnitFacts, forms: list[FormSummary], hand_in: HandIn) -> StatusRow:
    state = _state(forms, hand_in, unit.exempt, unit.due_here)
    note = unit.exempt if state is State.EXEMPT else _note(forms)
    return _row(ORG_FORM, unit, "", state, forms, note)


def _person_row(person: PersonFacts, forms: list[FormSummary], roster: Roster, hand_in: HandIn) -> StatusRow:
    state = _state(forms, hand_in, person.exempt, person.due_here)
    note = _note(forms)
    if not forms and person.oral and person.due_here:
        state, note = State.ORAL, person.oral_note or UNDECIDED
    elif not forms and person.applicant:
        state, note = State.ELSEWHERE, "入党积极分子，自愿参加"
    elif state is State.EXEMPT:
        note = person.exempt
    unit = roster.home(person) or UnitFacts("", person.branch)
    return _row(PERSON_FORM, unit, person.name, state, forms, note)


def _by_owner(extra: Iterable[FormSummary]) -> list[list[FormSummary]]:
    """Forms that nobody in the roster owns, the versions of one form together; a form that does not say whose it is stands alone."""
    found: dict[tuple[object, ...], list[FormSummary]] = {}
    for n, form in enumerate(extra):
        unit, named = form.unit_id or plain(form.unit), plain(form.person or "")
        known = unit if form.kind == "org" else unit and named
        found.setdefault((form.kind, unit, named, form.year) if known else (n,), []).append(form)
    return list(found.values())


def _extra_row(forms: list[FormSummary], hand_in: HandIn, roster: Roster) -> StatusRow:
    """Forms whose owner is not in the roster; outside it only where the roster lists such owners at all."""
    form = forms[0]
    what = ORG_FORM if form.kind == "org" else PERSON_FORM
    listed = roster.lists(form.kind)
    state = State.EXTRA if listed else _state(forms, hand_in, "", True)
    note = "；".join(filter(None, ("名册中没有找到对应的单位或人员，请核对" if listed else "", _note(forms))))
    unit = roster.unit_by_id(form.unit_id) or UnitFacts("", form.unit)
    return _row(what, unit, form.person or "", state, forms, note)


def _unreadable_row(bad: _Bad, roster: Roster) -> StatusRow:
    record, person = bad.record, bad.person
    unit = (roster.home(person) if person else bad.unit) or UnitFacts("", person.branch if person else "")
    return StatusRow(
        what="",
        unit=unit.name,
        parent=unit.parent,
        category=unit.category,
        person=person.name if person else "",
        state=State.NO_FORM if record.reason == NoFormFound.reason else State.UNREADABLE,
        received=None,
        files=(record.file,),
        must=0,
        note=f"{record.message}{record.next_step}",
    )


def _state(forms: list[FormSummary], hand_in: HandIn, exempt: str, due_here: bool) -> State:
    if not forms:
        return State.EXEMPT if exempt else State.MISSING if due_here else State.ELSEWHERE
    full = _full(forms)
    in_time = [f for f in full if not is_late(f, hand_in)]
    if not in_time:
        return State.LATE
    return State.ON_TIME if any(f.received or not hand_in(f.year) for f in in_time) else State.UNDATED


def is_late(form: FormSummary, hand_in: HandIn) -> bool:
    """Whether a form was received after the last day, or signed after it."""
    limit = hand_in(form.year)
    return limit is not None and any(day is not None and day > limit for day in (form.received, form.signed))


def _full(forms: list[FormSummary]) -> list[FormSummary]:
    """The forms without what only adds to them; all, where nothing else came."""
    return [f for f in forms if f.addition == "no"] or forms


def _note(forms: list[FormSummary]) -> str:
    full = [f for f in forms if f.addition == "no"]
    notes = [f"共收到 {len(full)} 份，以最后一份为准"] if len(full) > 1 else []
    notes += [_note_on(f, bool(full)) for f in forms if f.addition != "no"]
    return "；".join(notes)


def _note_on(form: FormSummary, beside: bool) -> str:
    name = PurePosixPath(form.file).name
    if not beside:
        return f"“{name}”写明是补充，但没有收到原表，暂按承诺书审核，请核对"
    if form.addition == "yes":
        return f"“{name}”是补充，与原表一并计，不代替原表"
    return f"“{name}”没有栏目，事项也与原表不同，可能是补充，也可能是新稿；暂按补充计，请核对"


def _row(what: str, unit: UnitFacts, person: str, state: State, forms: list[FormSummary], note: str) -> StatusRow:
    received = min((f.received for f in _full(forms) if f.received), default=None)
    forms = sorted(forms, key=lambda f: (f.version, f.addition != "no", f.file))
    files = tuple(f.file for f in forms)
    full = _full(forms)
    must = sum(f.must for f in forms if f is full[-1] or f.addition != "no") if forms else 0
    kind, newest = (full[-1].kind, full[-1].file) if full else ("", "")
    return StatusRow(
        what, unit.name, unit.parent, unit.category, person, state, received, files, must, note, kind, newest
    )
