"""B02: received after the notice's last day."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.looking import chinese_day, form_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack
from rules.years import due_here, last_day, owner_known


class Late(Rule):
    """是否在通知规定的期限内报送。只看收件登记，不看文件时间；有名册而没有收件登记的，记为无法判定。修改后重报的，第一次按期报送即可。

    依据: 报送期限（csust-2012 三（三），N0.8；xinbei-2010 五，N1.7；campus-2010 四（一）4，N2.6；henu-2010 二，N3.2）。
    反例: 期限为3月15日，收件登记为3月20日。
    正例: 3月15日收到；按名册不必报到本办公室的，不作判断。名册中找不到的（F06），是否应报看不出来，不问有没有登记，晚于期限的只提示核对。
    """

    code = "B02"
    scope = Scope.BATCH
    whole = True
    in_time = True
    says = ("received", "limit", "days")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        limit = last_day(facts, pack)
        if limit is None or not due_here(facts):
            return
        known = owner_known(facts)
        if facts.received is None:
            if facts.roster_known and known:
                values = (("received", ""), ("limit", chinese_day(limit)), ("days", ""))
                yield form_hit(facts, verdict=Verdict.UNKNOWN, variant="unregistered", values=values)
        elif facts.received > limit:
            days = str((facts.received - limit).days)
            values = (("received", chinese_day(facts.received)), ("limit", chinese_day(limit)), ("days", days))
            if known or not facts.roster_known:
                yield form_hit(facts, values=values)
            else:
                yield form_hit(facts, verdict=Verdict.UNKNOWN, variant="unmatched", values=values)
