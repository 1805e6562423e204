"""L01: what was made public came down too early."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import Anchor
from rules.facts import LedgerFacts
from rules.model import Hit, LedgerRule, Verdict
from rules.packs import Pack


class Publication(LedgerRule):
    """公示结束时，从开始到结束（首尾都算）不满通知规定的天数（calendar.publish_days）。通知没有规定天数的，不作判断；没有登记结束日期的，
    记为无法判定。

    依据: 公示时间不少于规定天数（campus-2010 四（一）4，N2.6）。
    反例: 通知要求公示不少于7天，10月27日开始，11月1日结束，只有6天。
    正例: 10月27日开始，11月2日结束，满7天。
    """

    code = "L01"
    says = ("days", "least")

    def check_ledger(self, facts: LedgerFacts, pack: Pack) -> Iterator[Hit]:
        del pack
        hung = facts.hung
        if hung is None or not hung.least:
            return
        values = (("days", str(hung.days)), ("least", str(hung.least)))
        if hung.days is None:
            yield Hit(Anchor(), verdict=Verdict.UNKNOWN, variant="open", values=values)
        elif hung.days < hung.least:
            yield Hit(Anchor(), values=values)
