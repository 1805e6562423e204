"""The four kinds of rows, read one after the other and never all held."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.by_unit import records, shelve
from pipeline.decisions.effect import as_decided
from pipeline.leaders.rows import DueRow, FaultRow, Home, PromiseRow, ReportRow
from pipeline.leaders.source import Source
from pipeline.ledger.book.things import Person, Unit
from pipeline.ledger.store.ledger import Which
from pipeline.ledger.store.then import states_then
from pipeline.ledger.tally import counted_by
from pipeline.papers.gather import status_of
from pipeline.records import FindingRecord, FormRecord
from pipeline.status import DUE, ORG_FORM, PERSON_FORM
from pipeline.wording import KIND, WEIGHT, place, short
from pipeline.year.lights import standing
from pipeline.year.report_state import came
from rules.private import hidden


def due_rows(source: Source) -> Iterator[DueRow]:
    """Forms that were due, as the last run reckoned them."""
    if source.results is None:
        return
    for row in status_of(source.results, source.roster, source.pack).rows:
        if row.state in DUE and row.what in (ORG_FORM, PERSON_FORM):
            person = source.person_id(row.person, row.unit)
            home = source.home(row.unit, "", row.parent, person, personal=row.what == PERSON_FORM)
            yield DueRow(home, row.what, row.person, row.state, row.received)


def fault_rows(source: Source) -> Iterator[FaultRow]:
    """The faults of the newest drafts, as people decided them: each once for a form or a promise, as 汇总 counts them."""
    if source.results is None:
        return
    seen: set[tuple[int, str]] = set()
    with source.results.open("rb") as stream:
        for shelf in shelve(source.results, source.roster):
            for entry, record in records(stream, shelf.entries):
                if isinstance(record, FormRecord) and entry.newest:
                    person = source.person_id(record.person or "", shelf.name) if record.kind != "org" else ""
                    home = source.home(shelf.unit, shelf.unit_id, "", person, personal=record.kind != "org")
                    yield from _faults(as_decided(record), home, source, seen)


def promise_rows(source: Source) -> Iterator[PromiseRow]:
    """The year's items in the ledger that count."""
    people = {person.id: person.roster_id or "" for person in source.ledger.all(Person)}
    then = states_then(source.ledger.store, [min(q.end, source.today) for q in source.quarters])
    for line in source.ledger.lines(Which(year=source.year)):
        item, who = line.item, line.person
        home = source.home_of(line.unit, people[who.id] if who else "", personal=line.form.kind != "org")
        yield PromiseRow(
            home, item.id, KIND.get(line.form.kind, ""), who.name if who else "", hidden(item.text), item.due or item.due_words,
            item.state, standing(item, source.pack.lights, source.today).light, tuple(filter(None, item.dimensions.split("、"))),
            tuple(then.get(item.id, [""] * len(source.quarters))),
        )  # fmt: skip


def report_rows(source: Source) -> Iterator[ReportRow]:
    """The year's quarterly reports."""
    units = {unit.id: unit for unit in source.ledger.all(Unit)}
    people = {person.id: person for person in source.ledger.all(Person)}
    shown = {str(quarter) for quarter in source.quarters}
    for report, form in sorted(source.reports(), key=lambda one: (one[0].quarter, one[1].unit, one[1].id)):
        who = people[form.person] if form.person else None
        home = source.home_of(units[form.unit], (who.roster_id or "") if who else "", personal=form.kind != "org")
        if report.quarter in shown:
            name = who.name if who else ""
            yield ReportRow(home, report.quarter, name, KIND.get(form.kind, ""), report.due, report.received, came(report, source.today))


def _faults(record: FormRecord, home: Home, source: Source, seen: set[tuple[int, str]]) -> Iterator[FaultRow]:
    found: dict[tuple[str, str | None], FindingRecord] = {}
    for finding in record.findings:
        if finding.verdict == "deficient":
            key = (finding.code, counted_by(finding))
            known = found.setdefault(key, finding)
            if WEIGHT[finding.severity] < WEIGHT[known.severity]:
                found[key] = finding
    for (code, _), finding in found.items():
        first = (home.unit, code) not in seen
        seen.add((home.unit, code))
        where = place(record, finding)
        yield FaultRow(home, record.person or "", code, short(code, source.pack), finding.severity, where, first)
