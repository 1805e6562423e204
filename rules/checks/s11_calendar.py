"""S11: dates of the form against the steps of the notice's calendar."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.looking import chinese_day, place_hit
from rules.model import Hit, Rule, Scope
from rules.packs import Pack
from rules.years import due_here, hand_in, signing_clashes


class CalendarSteps(Rule):
    """签署日期是否早于通知部署的第一步，审定日期是否晚于报送期限。

    依据: 通知排定各环节的起止日期（campus-2010 四（一），N2.6）。
    反例: 方案10月19日起提出承诺，承诺书却在9月1日签署；11月5日报送，审定日期为11月20日。
    正例: 10月26日签署，10月28日审定。
    """

    code = "S11"
    scope = Scope.FORM
    says = ("day", "limit")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        form, last = facts.form, hand_in(facts, pack)
        begin = min((s.start for s in pack.calendar.stages if s.start), default=None)
        signed, approved = form.signing.date, form.approval.date
        if last is None or signing_clashes(form) or not due_here(facts):
            return
        if begin and signed.day and signed.day < begin:
            values = (("day", chinese_day(signed.day)), ("limit", chinese_day(begin)))
            yield place_hit(facts, signed.passage, values=values)
        if approved.day and approved.day > last:
            values = (("day", chinese_day(approved.day)), ("limit", chinese_day(last)))
            yield place_hit(facts, approved.passage or form.approval.passage, variant="approved", values=values)
