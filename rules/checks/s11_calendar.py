"""S11: dates of the form against the steps of the notice's calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rules.facts import FormFacts
from rules.looking import chinese_day, place_hit
from rules.model import Hit, Rule, Scope
from rules.packs import Pack
from rules.years import due_here, hand_in, signing_clashes


class CalendarSteps(Rule):
    """签署、审定的日期是否落在通知排定的环节里：签署早于部署的第一步或晚于填表那一步，审定早于审核那一步或晚于报送期限。

    依据: 通知排定各环节的起止日期（campus-2010 四（一），N2.6）。
    反例: 方案10月19日起提出承诺，承诺书却在9月1日签署；11月5日报送，审定日期为11月20日。
    正例: 10月24日审定，10月26日签署；审核那一步以后、报送期限以内审定的，也可以。超过期限才签署的由 S09 说明。
    """

    code = "S11"
    scope = Scope.FORM
    in_time = True
    says = ("day", "limit", "step")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        last = hand_in(facts, pack)
        if last is None or signing_clashes(facts.form) or not due_here(facts):
            return
        yield from _signing(facts, pack, last)
        yield from _approval(facts, pack, last)


def _signing(facts: FormFacts, pack: Pack, last: date) -> Iterator[Hit]:
    signed = facts.form.signing.date
    begin = min((s.start for s in pack.calendar.stages if s.start), default=None)
    step = pack.stage(pack.rule(CalendarSteps.code).params.get("signed", ""))
    if signed.day and begin and signed.day < begin:
        yield place_hit(facts, signed.passage, values=_values(signed.day, begin))
    elif signed.day and step and step.end and step.end < signed.day <= last:
        yield place_hit(facts, signed.passage, variant="after", values=_values(signed.day, step.end, step.name))


def _approval(facts: FormFacts, pack: Pack, last: date) -> Iterator[Hit]:
    approved = facts.form.approval.date
    passage = approved.passage or facts.form.approval.passage
    step = pack.stage(pack.rule(CalendarSteps.code).params.get("approved", ""))
    if approved.day and approved.day > last:
        yield place_hit(facts, passage, variant="approved", values=_values(approved.day, last))
    elif approved.day and step and step.start and approved.day < step.start:
        yield place_hit(facts, passage, variant="early", values=_values(approved.day, step.start, step.name))


def _values(day: date, limit: date, step: str = "") -> tuple[tuple[str, str], ...]:
    return ("day", chinese_day(day)), ("limit", chinese_day(limit)), ("step", step)
