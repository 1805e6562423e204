"""S09: signed after the notice's last day."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.looking import chinese_day, place_hit
from rules.model import Hit, Rule, Scope
from rules.packs import Pack
from rules.years import due_here, hand_in, signing_clashes


class SignedLate(Rule):
    """签署日期是否晚于通知规定的期限。晚于期限才签，必然迟报；收件却在期限之前的，是日期写错了。修改后重报的，第一次按期签署即可。

    依据: 通知规定的完成或报送期限（csust-2012 三（三），xinbei-2010 五，campus-2010 四（一）4，henu-2010 二）。
    反例: 期限为3月15日，签署日期为3月20日。
    正例: 3月15日签署；标题年度与签署日期已经矛盾的，由 F08 说明，这里不重复。
    """

    code = "S09"
    scope = Scope.FORM
    whole = True
    in_time = True
    says = ("signed", "limit", "received")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        printed, limit = facts.form.signing.date, hand_in(facts, pack)
        if not printed.day or not limit or printed.day <= limit or signing_clashes(facts.form):
            return
        if pack.rule(self.code).params.get("due_only") and not due_here(facts):
            return
        wrong = facts.received is not None and facts.received < printed.day
        received = chinese_day(facts.received) if facts.received else ""
        values = (("signed", chinese_day(printed.day)), ("limit", chinese_day(limit)), ("received", received))
        yield place_hit(facts, printed.passage, variant="wrong" if wrong else "", values=values)
