"""What the ledger shows to be amiss on a day: publications too short, promises overdue or silent, reports and evaluations
that are not there. The rules of family L judge; here they get what they look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extractors.model import FormKind
from pipeline.ledger.book.life import RUNNING, State
from pipeline.ledger.book.things import Line, Unit
from pipeline.ledger.book.year import Ballot, Report
from pipeline.ledger.store.ledger import Which
from pipeline.ledger.store.then import states_then
from pipeline.year.assess_book import ballots
from pipeline.year.grades import result
from pipeline.year.judged import subjects
from pipeline.year.lights import last_heard, months_between
from pipeline.year.office import Office
from pipeline.year.owners import Owner
from pipeline.year.publish import SHEETS, facts_of, publications
from pipeline.year.quarter import Quarter
from pipeline.year.report_state import quarter_state
from rules.engine import judge_ledger
from rules.facts import Evaluated, LedgerFacts, OwedReport, UnderWay
from rules.model import Clause, Finding, Verdict
from rules.year_settings import Judged, RoundData

ALL = "（各单位）"


@dataclass(frozen=True, slots=True)
class Amiss:
    """A finding with whose it is: the unit, the person or empty, what it is about, and the item's number or 0."""

    unit: str
    who: str
    about: str
    item: int
    finding: Finding

    @property
    def sure(self) -> bool:
        """Whether it is a fault and no doubt."""
        return self.finding.verdict is Verdict.DEFICIENT


def amiss(office: Office, unit: str = "") -> list[Amiss]:
    """All that is amiss on the office's day, of units with these letters in their name; sorted by unit, then by rule."""
    found = [*_hung(office), *_promises(office), *_reports(office), *_evaluated(office)]
    wanted = [one for named, one in found if unit in one.unit or (named is not None and named.named(unit))]
    return sorted(wanted, key=lambda one: (one.unit == ALL, one.unit, one.finding.code, one.item, one.who, one.about))


Found = Iterator[tuple[Unit | None, Amiss]]


def _hung(office: Office) -> Found:
    for unit, one, _ in publications(office):
        if one.ended or office.today > one.until:
            for finding in judge_ledger(facts_of(office, one, one.ended), office.pack):
                yield unit, Amiss(unit.name, "", f"《{SHEETS[one.sheet]}》", 0, finding)


def _promises(office: Office) -> Found:
    for line in office.ledger.lines(Which(year=office.year, states=RUNNING)):
        for finding in judge_ledger(promise_facts(office, line), office.pack):
            yield line.unit, Amiss(line.unit.name, _who(line), line.item.text, line.item.id, finding)


def promise_facts(office: Office, line: Line) -> LedgerFacts:
    """What the rules look at of a promise that is not done with."""
    item, putting_right = line.item, line.item.state is State.PUT_RIGHT
    until = office.pack.period.end if office.pack.period else date(line.form.year, 12, 31)
    standing = UnderWay(
        office.today, item.rectify_by if putting_right else item.due, item.due_words, until, putting_right,
        max(months_between(last_heard(item), office.today), 0), undated=bool(item.progress) and item.progress_on is None,
    )  # fmt: skip
    return LedgerFacts(FormKind(line.form.kind), promise=standing)


def _reports(office: Office) -> Found:
    if not office.pack.rule("L03").on:
        return
    opened = {report.quarter for report in office.ledger.all(Report)}
    for quarter in quarters(office):
        due = quarter.end - timedelta(days=office.pack.reports.days_before)
        if str(quarter) in opened:
            yield from _of_quarter(office, quarter)
        elif due < office.today and _anything_ran(office, quarter.end):
            facts = LedgerFacts(
                office.pack.reports.kinds[0], report=OwedReport(quarter.words, due, office.today, opened=False)
            )
            for finding in judge_ledger(facts, office.pack):
                yield None, Amiss(ALL, "", f"{quarter.words}报告", 0, finding)


def quarters(office: Office) -> list[Quarter]:
    """The quarters of the notice's period that have begun."""
    period = office.pack.period
    first, last = (period.start, period.end) if period else (date(office.year, 1, 1), date(office.year, 12, 31))
    one, found = Quarter(first.year, (first.month + 2) // 3), []
    while one.start <= min(last, office.today):
        found.append(one)
        one = one.after
    return found


def _anything_ran(office: Office, day: date) -> bool:
    """Whether anything that is to be reported on was under way on that day."""
    kinds = [kind.value for kind in office.pack.reports.kinds]
    theirs = set(office.ledger.ids(Which(year=office.year, kinds=kinds, all_states=True)))
    return any(
        number in theirs and state in RUNNING for number, (state,) in states_then(office.ledger.store, [day]).items()
    )


def _of_quarter(office: Office, quarter: Quarter) -> Found:
    for one in quarter_state(office, quarter):
        owed = OwedReport(quarter.words, one.report.due, office.today, one.report.received, blank=one.empty)
        facts = LedgerFacts(FormKind(one.owner.form.kind), report=owed)
        for finding in judge_ledger(facts, office.pack):
            yield one.owner.unit, Amiss(one.owner.unit.name, _name(one.owner), f"{quarter.words}报告", 0, finding)


def _evaluated(office: Office) -> Found:
    if not office.pack.rule("L04").on:
        return
    for name, told in office.pack.assessment.rounds.items():
        if told.end is None or told.end < office.today:
            yield from _of_round(office, name, told)


def _of_round(office: Office, name: str, told: RoundData) -> Found:
    known: dict[tuple[str, int, int | None], dict[str, Ballot]] = {}
    for ballot in ballots(office, name):
        known.setdefault((ballot.judged, ballot.unit, ballot.person), {})[ballot.part] = ballot
    everybody = subjects(office, told.of)
    if everybody and not known:
        yield from _never_begun(office, told)
        return
    for one in everybody:
        parts = result(office.pack.assessment, name, known.get((one.judged.value, one.unit.id, one.person), {})).parts
        missing, few = (
            tuple(p.name for p in parts if p.score is None and bool(p.valid) is some) for some in (False, True)
        )
        facts = Evaluated(told.title, told.end, office.today, tuple(told.parts), missing, few)
        kind = FormKind.ORG if one.judged is Judged.WINDOW else FormKind(one.judged.value)
        for finding in judge_ledger(LedgerFacts(kind, evaluated=facts), office.pack):
            who = "" if one.judged in (Judged.ORG, Judged.WINDOW) else one.name
            yield one.unit, Amiss(one.unit.name, who, told.title, 0, _cited(finding, told))


def _never_begun(office: Office, told: RoundData) -> Found:
    """Nothing of the round is registered: said once, not of each."""
    parts = tuple(told.parts)
    facts = LedgerFacts(FormKind.ORG, evaluated=Evaluated(told.title, told.end, office.today, parts, parts, begun=False))
    for finding in judge_ledger(facts, office.pack):
        yield None, Amiss(ALL, "", told.title, 0, _cited(finding, told))


def _cited(finding: Finding, told: RoundData) -> Finding:
    """With the clause that asks for this round, where the notice names it."""
    return replace(finding, clause=Clause(finding.clause.notice, told.ref, told.id)) if told.ref else finding


def _who(line: Line) -> str:
    return _name(Owner(line.unit, line.person, line.form, ()))


def _name(owner: Owner) -> str:
    return owner.name if owner.personal else ""
