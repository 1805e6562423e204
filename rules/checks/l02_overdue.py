"""L02: the limit of a promise is over, and the promise is neither kept nor closed."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import Anchor
from rules.facts import LedgerFacts
from rules.looking import chinese_day
from rules.model import Hit, LedgerRule, Verdict
from rules.packs import Pack


class Overdue(LedgerRule):
    """承诺事项过了完成时限仍在“践诺中”或“未兑现”，或者过了整改期限仍在“限期整改”。已报兑现、等待复核的不算逾期。没有完成日期的
    （长期坚持、以某事为期等），通知的承诺期结束后仍未办结的，记为无法判定，请人核对。

    依据: 建立台账，动态管理，督促兑现（csust-2012 三（三），N0.10）；兑现销号，仍未兑现的限期整改（campus-2010 四（二）、四（三），N2.7）。
    反例: 承诺6月30日前更换路灯，7月5日查看台账，仍是“践诺中”，逾期5天。
    正例: 承诺6月30日前更换路灯，6月20日登记“已兑现”；或者6月30日当天仍在践诺，没有逾期。
    """

    code = "L02"
    says = ("limit", "days", "words", "until")

    def check_ledger(self, facts: LedgerFacts, pack: Pack) -> Iterator[Hit]:
        del pack
        told = facts.promise
        if told is None:
            return
        if told.limit is None:
            if told.until and told.until < told.today:
                values = (("words", told.words or "没有写明"), ("until", chinese_day(told.until)))
                yield Hit(Anchor(), verdict=Verdict.UNKNOWN, variant="undated", values=values)
        elif told.limit < told.today:
            values = (("limit", chinese_day(told.limit)), ("days", str((told.today - told.limit).days)))
            yield Hit(Anchor(), variant="put_right" if told.put_right else "", values=values)
