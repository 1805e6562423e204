"""L03: a quarterly report that the notice asks for did not come, came late, or is empty."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import Anchor
from rules.facts import LedgerFacts
from rules.looking import chinese_day
from rules.model import Hit, LedgerRule, Verdict
from rules.packs import Pack


class NoReport(LedgerRule):
    """通知要求按季度报告的，到了报送截止日没有报告，或者迟报、交的是空表。当天报到算按期。本季度没有发过报告表的，可能用别的方式
    报告过，记为无法判定。要不要报告、报告哪几类承诺书，由通知（reports）规定。

    依据: 每季度结束前报送落实推进情况，登记台账（henu-2010 附件1三、二，N3.3）；以季度为单位逐项对照检查（campus-2010 四（三），N2.8）。
    反例: 第一季度报告3月31日截止，4月2日查看，没有收到。
    正例: 第一季度报告3月31日收到，各项写了进展。
    """

    code = "L03"
    says = ("quarter", "due", "received")

    def check_ledger(self, facts: LedgerFacts, pack: Pack) -> Iterator[Hit]:
        told = facts.report
        if told is None or facts.kind not in pack.reports.kinds:
            return
        values = (("quarter", told.quarter), ("due", chinese_day(told.due)))
        if told.received:
            if told.received > told.due:
                yield Hit(Anchor(), variant="late", values=(*values, ("received", chinese_day(told.received))))
            if told.blank:
                yield Hit(Anchor(), variant="blank", values=values)
        elif told.today > told.due:
            verdict = Verdict.DEFICIENT if told.opened else Verdict.UNKNOWN
            yield Hit(Anchor(), verdict=verdict, variant="" if told.opened else "unopened", values=values)
